"""Names of all articles to the tables that a look-up reads, inside the build's transaction.

What articles name stays in tables, so that memory does not grow with them. What must not live here: how a name is
recognised (:mod:`corpus.who.extraction`) and which names are one (:mod:`corpus.who.groups`).
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable

from corpus.analysis.folding import fold
from corpus.reading.aliases import Aliases
from corpus.who.extraction import Found, extract
from corpus.who.groups import write_owners
from corpus.who.keys import KEY_CHARS, name_key
from corpus.who.lexicon import SHARED, TITLE
from corpus.who.mentions import STRONG

_SCHEMA = """
CREATE TABLE name_found (source TEXT PRIMARY KEY, found TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE name_form (
    id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, key TEXT NOT NULL, person REAL NOT NULL DEFAULT 0,
    organisation REAL NOT NULL DEFAULT 0, product REAL NOT NULL DEFAULT 0, strong INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0, owner INTEGER
);
CREATE TABLE name_place (
    form INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (form, article, start)
) WITHOUT ROWID;
CREATE TABLE name_role (
    form INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
    titles TEXT NOT NULL, shown TEXT NOT NULL, PRIMARY KEY (form, article, start)
) WITHOUT ROWID;
CREATE TABLE name_fact (
    form INTEGER NOT NULL, kind TEXT NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    worth INTEGER NOT NULL, PRIMARY KEY (form, kind, article, start)
) WITHOUT ROWID;
CREATE TABLE name_owner (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL);
CREATE TABLE name_lookup (
    rung TEXT NOT NULL, key TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (rung, key, owner)
) WITHOUT ROWID;
CREATE VIEW name_mention AS
    SELECT f.owner, p.article, p.start, p.end FROM name_form f JOIN name_place p ON p.form = f.id;
CREATE VIEW name_statement AS
    SELECT f.owner, r.article, r.start, r.end, r.text, r.titles, r.shown
    FROM name_form f JOIN name_role r ON r.form = f.id;
CREATE VIEW name_about AS
    SELECT f.owner, a.kind, a.article, a.start, a.end, a.worth FROM name_form f JOIN name_fact a ON a.form = f.id;
CREATE TEMP TABLE name_pair (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TEMP TABLE name_list (names TEXT NOT NULL);
"""
_OF_FORM = "FROM name_form WHERE form = ?"
# By table, forms first, since the others stand on their numbers; of an article are those that name it first.
_INSERTS = {
    "form": "INSERT INTO name_form (form, key, person, organisation, product, strong, mentions) "
    "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (form) DO UPDATE SET person = person + excluded.person, "
    "organisation = organisation + excluded.organisation, product = product + excluded.product, "
    "strong = max(strong, excluded.strong), mentions = mentions + excluded.mentions",
    "place": f"INSERT OR IGNORE INTO name_place SELECT id, ?, ?, ? {_OF_FORM}",
    "role": f"INSERT OR IGNORE INTO name_role SELECT id, ?, ?, ?, ?, ?, ? {_OF_FORM}",
    "fact": f"INSERT OR IGNORE INTO name_fact SELECT id, ?2, ?1, ?3, ?4, ?5 {_OF_FORM}",
    "pair": "INSERT OR IGNORE INTO name_pair VALUES (?, ?)",
    "list": "INSERT INTO name_list VALUES (?)",
}
_OF_ARTICLE = frozenset(["place", "role", "fact"])
_INDEXES = """
CREATE INDEX name_form_owner ON name_form (owner);
DROP TABLE name_pair;
DROP TABLE name_list;
"""


class NameWriter:
    """Writes the people, organisations and products that articles name, one article at a time.

    Parameters
    ----------
    connection
        Stands in a transaction of the caller, who commits; the tables ``name_*`` are made here.
    aliases
        Forms that the maintainer joined; they are looked for in the articles as written.
    before
        A build made by the same rules: what a text that stands there names is not worked out again.
    """

    def __init__(
        self, connection: sqlite3.Connection, aliases: Aliases | None, before: sqlite3.Connection | None = None
    ) -> None:
        _run(connection, _SCHEMA)
        self._connection = connection
        self._before = before
        self._groups = aliases.groups if aliases is not None else ()
        self._known = _known_forms(self._groups)

    def add(self, position: int, text: str) -> None:
        """Write what a text names, that of the article in this position of the store."""
        source = hashlib.sha256(f"{self._known and self._known.pattern}\n{text}".encode()).hexdigest()
        found = self._found_before(source)
        if found is None:
            rows = _rows(text, extract(text, self._known))
            found = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        self._connection.execute("INSERT OR IGNORE INTO name_found VALUES (?, ?)", (source, found))
        _write_rows(self._connection, position, json.loads(found))

    def finish(self) -> None:
        """Join the forms of each name, and drop what nothing speaks for."""
        _run(self._connection, "CREATE INDEX name_place_article ON name_place (article, start)")
        write_owners(self._connection, self._groups)
        _run(self._connection, _INDEXES)

    def _found_before(self, source: str) -> str | None:
        query = "SELECT found FROM name_found WHERE source = ?"
        row = self._before and self._before.execute(query, (source,)).fetchone()
        return str(row[0]) if row else None


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one: ``executescript`` would commit the caller's transaction."""
    for statement in filter(str.strip, script.split(";")):
        connection.execute(statement)


def _known_forms(groups: Iterable[tuple[str, ...]]) -> re.Pattern[str] | None:
    folded = {fold(form.strip()[:KEY_CHARS]).text for group in groups for form in group if name_key(form)}
    if not folded:
        return None
    return re.compile("|".join(re.escape(form) for form in sorted(folded, key=len, reverse=True)), re.IGNORECASE)


def _rows(text: str, found: Found) -> dict[str, list[tuple[object, ...]]]:
    """Return what is to be written of an article by table, with forms in the place of their numbers."""
    rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}
    for name in found.names:
        key = name_key(name.form)
        if not 2 <= len(key) <= KEY_CHARS:
            continue
        weights = [name.weights.get(kind, 0.0) for kind in ("person", "organisation", "product")]
        rows["form"].append((name.form, key, *weights, max(weights) >= STRONG, len(name.places)))
        rows["place"] += ((*place, name.form) for place in name.places)
        rows["role"] += ((*_role_row(text, start, end), name.form) for start, end in name.roles)
    forms = {row[0] for row in rows["form"]}
    rows["fact"] += ((kind, *place, form) for form, kind, *place in found.facts if form in forms)
    rows["pair"] += ((name_key(one), name_key(other)) for one, other in found.pairs)
    rows["list"] += (("\n".join(map(name_key, names)),) for names in found.lists)
    return rows


def _write_rows(connection: sqlite3.Connection, number: int, rows: dict[str, list[list[object]]]) -> None:
    for table, insert in _INSERTS.items():
        numbered = (number,) if table in _OF_ARTICLE else ()
        connection.executemany(insert, ((*numbered, *row) for row in rows[table]))


def _role_row(text: str, start: int, end: int) -> tuple[int, int, str, str, str]:
    """Return place, key, keys of the titles, and wording."""
    shown = text[start:end]
    titles = [match[0] for match in TITLE.finditer(fold(shown).text)]
    keys = dict.fromkeys(name_key(form) for title in titles for form in (title, SHARED.sub("", title)))
    return start, end, name_key(shown), " ".join(keys), shown
