"""Names of all articles to the tables that a look-up reads, inside the build's transaction.

Articles stream by; what they name stays in tables, so that memory does not grow with them. What must not live here:
how a name is recognised (:mod:`corpus.who.extraction`) and which names are one (:mod:`corpus.who.groups`).
"""

import re
import sqlite3
from collections.abc import Iterable

from corpus.analysis.folding import fold
from corpus.article import Article
from corpus.reading.aliases import Aliases
from corpus.who.candidates import STRONG
from corpus.who.extraction import Found, extract
from corpus.who.groups import write_owners
from corpus.who.keys import KEY_CHARS, name_key
from corpus.who.lexicon import SHARED, TITLE

_SCHEMA = """
CREATE TABLE name_article (id INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE);
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
    titles TEXT NOT NULL, around TEXT NOT NULL, shown TEXT NOT NULL, PRIMARY KEY (form, article, start)
) WITHOUT ROWID;
CREATE TABLE name_owner (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL);
CREATE TABLE name_lookup (
    rung TEXT NOT NULL, key TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (rung, key, owner)
) WITHOUT ROWID;
CREATE VIEW name_mention AS
    SELECT f.owner, p.article, p.start, p.end FROM name_form f JOIN name_place p ON p.form = f.id;
CREATE VIEW name_statement AS
    SELECT f.owner, r.article, r.start, r.end, r.text, r.titles, r.around, r.shown
    FROM name_form f JOIN name_role r ON r.form = f.id;
CREATE TEMP TABLE name_pair (one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX name_form_owner ON name_form (owner);
CREATE INDEX name_place_article ON name_place (article, start);
DROP TABLE name_pair;
"""


def write_names(connection: sqlite3.Connection, articles: Iterable[Article], aliases: Aliases | None) -> None:
    """Write the people, organisations and products that the articles name.

    Parameters
    ----------
    connection
        Stands in a transaction of the caller, who commits; the tables ``name_*`` are made here.
    articles
        Read once, one at a time.
    aliases
        Forms that the maintainer joined; they are looked for in the articles as written.
    """
    _run(connection, _SCHEMA)
    groups = aliases.groups if aliases is not None else ()
    known = _known_forms(groups)
    for article in articles:
        _write_found(connection, article, extract(article.text, known))
    write_owners(connection, groups)
    _run(connection, _INDEXES)


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one: ``executescript`` would commit the caller's transaction."""
    for statement in filter(str.strip, script.split(";")):
        connection.execute(statement)


def _known_forms(groups: Iterable[tuple[str, ...]]) -> re.Pattern[str] | None:
    folded = {fold(form.strip()[:KEY_CHARS]).text for group in groups for form in group if name_key(form)}
    if not folded:
        return None
    return re.compile("|".join(re.escape(form) for form in sorted(folded, key=len, reverse=True)), re.IGNORECASE)


def _write_found(connection: sqlite3.Connection, article: Article, found: Found) -> None:
    connection.execute("INSERT INTO name_article (article) VALUES (?)", (article.id,))
    (number,) = connection.execute("SELECT last_insert_rowid()").fetchone()
    for name in found.names:
        key = name_key(name.form)
        if not 2 <= len(key) <= KEY_CHARS:
            continue
        person, organisation, product = (name.weights.get(k, 0.0) for k in ("person", "organisation", "product"))
        strong = max(person, organisation, product) >= STRONG
        (form,) = connection.execute(
            "INSERT INTO name_form (form, key, person, organisation, product, strong, mentions) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (form) DO UPDATE SET person = person + excluded.person, "
            "organisation = organisation + excluded.organisation, product = product + excluded.product, "
            "strong = max(strong, excluded.strong), mentions = mentions + excluded.mentions RETURNING id",
            (name.form, key, person, organisation, product, strong, len(name.places)),
        ).fetchone()
        rows = ((form, number, start, end) for start, end in name.places)
        connection.executemany("INSERT OR IGNORE INTO name_place VALUES (?, ?, ?, ?)", rows)
        roles = ((form, number, *_role_row(article.text, start, end)) for start, end in name.roles)
        connection.executemany("INSERT OR IGNORE INTO name_role VALUES (?, ?, ?, ?, ?, ?, ?, ?)", roles)
    pairs = ((name_key(one), name_key(other)) for one, other in found.pairs)
    connection.executemany("INSERT OR IGNORE INTO name_pair VALUES (?, ?)", pairs)


def _role_row(text: str, start: int, end: int) -> tuple[int, int, str, str, str, str]:
    """Return place, key, keys of the titles, key of the words around (which may say whose it is), and wording."""
    shown = text[start:end]
    titles = [match[0] for match in TITLE.finditer(fold(shown).text)]
    keys = dict.fromkeys(name_key(form) for title in titles for form in (title, SHARED.sub("", title)))
    return start, end, name_key(shown), " ".join(keys), name_key(text[max(0, start - 60) : end + 30]), shown
