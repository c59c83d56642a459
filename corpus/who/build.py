"""Names of articles to the tables that a look-up reads, inside the build's transaction.

What an article names is written and taken back by article, so that a build goes on from another one; which names are
one is then worked out over all that is written. What must not live here: how a name is recognised
(:mod:`corpus.who.extraction`) and which names are one (:mod:`corpus.who.groups`).
"""

import functools
import json
import re
import sqlite3
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.analysis.folding import Folded, fold
from corpus.reading.aliases import Aliases
from corpus.results import FactKind, Kind
from corpus.who.extraction import extract
from corpus.who.groups import write_owners
from corpus.who.keys import KEY_CHARS, deed_key, name_key
from corpus.who.lexicon import BARE_TITLE, FORMER_ZH, LEFT_ZH, SHARED, TITLE, WHOLE_SUFFIX
from corpus.who.mentions import STRONG
from corpus.who.query import FOUNDER

SCHEMA = """
CREATE TABLE name_form (
    id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, key TEXT NOT NULL, person REAL NOT NULL DEFAULT 0,
    organisation REAL NOT NULL DEFAULT 0, product REAL NOT NULL DEFAULT 0, strong INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0, owner INTEGER
);
CREATE INDEX name_form_key ON name_form (key);
CREATE INDEX name_form_owner ON name_form (owner) WHERE owner IS NOT NULL;
CREATE TABLE name_said (
    article INTEGER NOT NULL, form INTEGER NOT NULL, person REAL NOT NULL, organisation REAL NOT NULL,
    product REAL NOT NULL, strong INTEGER NOT NULL, mentions INTEGER NOT NULL, PRIMARY KEY (article, form)
) WITHOUT ROWID;
CREATE TABLE name_place (
    form INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    PRIMARY KEY (form, article, start)
) WITHOUT ROWID;
CREATE INDEX name_place_article ON name_place (article, start);
CREATE TABLE name_role (
    form INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
    titles TEXT NOT NULL, shown TEXT NOT NULL, PRIMARY KEY (form, article, start)
) WITHOUT ROWID;
CREATE TABLE name_office (
    key TEXT NOT NULL, whose INTEGER NOT NULL, nearby INTEGER NOT NULL, form INTEGER NOT NULL,
    article INTEGER NOT NULL, PRIMARY KEY (key, whose, nearby, form, article)
) WITHOUT ROWID;
CREATE INDEX name_office_article ON name_office (article);
CREATE TABLE name_fact (
    form INTEGER NOT NULL, article INTEGER NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    worth INTEGER NOT NULL, PRIMARY KEY (form, kind, article, start)
) WITHOUT ROWID;
CREATE TABLE name_pair (
    article INTEGER NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (article, one, other)
) WITHOUT ROWID;
CREATE TABLE name_known (article INTEGER PRIMARY KEY, forms TEXT NOT NULL);
CREATE TABLE name_owner (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL, forms TEXT NOT NULL
);
CREATE TABLE name_lookup (
    rung TEXT NOT NULL, key TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (rung, key, owner)
) WITHOUT ROWID;
CREATE TABLE name_base (key TEXT NOT NULL, owner INTEGER NOT NULL);
CREATE VIEW name_mention AS
    SELECT f.owner, p.article, p.start, p.end FROM name_form f JOIN name_place p ON p.form = f.id;
CREATE VIEW name_statement AS
    SELECT f.owner, r.article, r.start, r.end, r.text, r.titles, r.shown
    FROM name_form f JOIN name_role r ON r.form = f.id;
CREATE VIEW name_about AS
    SELECT f.owner, a.kind, a.article, a.start, a.end, a.worth FROM name_form f JOIN name_fact a ON a.form = f.id;
"""
_ADD_FORM = (
    "INSERT INTO name_form (form, key, person, organisation, product, strong, mentions, articles)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (form) DO UPDATE SET person = person + excluded.person,"
    " organisation = organisation + excluded.organisation, product = product + excluded.product,"
    " strong = strong + excluded.strong, mentions = mentions + excluded.mentions, articles = articles + 1"
)
# The weights are sums of halves and quarters: taking one back leaves exactly what the others come to.
_TAKE_FORMS = (
    "UPDATE name_form SET person = name_form.person - s.person, organisation = name_form.organisation - s.organisation,"
    " product = name_form.product - s.product, strong = name_form.strong - s.strong,"
    " mentions = name_form.mentions - s.mentions, articles = articles - 1"
    " FROM name_said s WHERE s.article = :it AND s.form = name_form.id"
)
_OF_ITS_FORMS = "article = :it AND form IN (SELECT form FROM name_said WHERE article = :it)"
_BY_FORM = ("name_place", "name_role", "name_fact")
_BY_ARTICLE = ("name_office", "name_pair", "name_known", "name_said")  # the last says which forms
_TAKE = (
    _TAKE_FORMS,
    *(f"DELETE FROM {table} WHERE {_OF_ITS_FORMS}" for table in _BY_FORM),  # noqa: S608  names of ours
    *(f"DELETE FROM {table} WHERE article = :it" for table in _BY_ARTICLE),  # noqa: S608  names of ours
)
_MOVE = (
    *(f"UPDATE {table} SET article = :new WHERE {_OF_ITS_FORMS}" for table in _BY_FORM),  # noqa: S608  names of ours
    *(f"UPDATE {table} SET article = :new WHERE article = :it" for table in _BY_ARTICLE),  # noqa: S608  names of ours
)
_CLAUSE_CHARS = 80
_FOUNDED = re.compile(
    "(?:创[办立建][了的]?|成立了?|^founded(?:the)?)(?:.+?(?:(?:取名|[命定]名)[为叫]?|名[为叫])|.+?(?:called|named))?(.+)"
)  # in the letters of a key
_FOUNDED_BY = re.compile("(?:(.*?[^是]))??是?由.+创[办立建]$")
_IS_FOUNDER = re.compile("创[始办立建][人者]|founder")
_KINDS: tuple[Kind, ...] = ("organisation", "person", "product")  # what a name is, the first where all is level
_FORMER = re.compile(
    f"^(?:[曾现前新时候]任|{FORMER_ZH}|{LEFT_ZH})|的?(?:[两二三四五六几]位)?(?:前任?|原任?|现任?|时任)?(?:轮值|代理|候任|名誉|高级|资深|管理|常务)?$"
)
_OF_COMPANY = re.compile("[该本]?(?:公司|集团)")  # of which an article is, however far it is named
_ALSO = re.compile(f"(?:{TITLE.pattern})(?:兼|和|与|以?及|暨)?", re.IGNORECASE)
# What leads a body, behind its name: 宜河市委副书记、市长 is mayor of 宜河市.
_BODY = re.compile("(?:(?<=[市县省区州旗])委(?:常委)?|[校院]?党(?:委|组|总支|支部))?副?$")
_LEAD_EN = re.compile("^(?:ex-|(?:the|an?|its|former|new|next|first|current|interim|acting) )+", re.IGNORECASE)
_Role = tuple[str, int, int, str, str, str]  # the form, where, the key, the keys of titles, the wording
_Fact = tuple[str, FactKind, int, int, int]
NameRows = Mapping[str, Sequence[tuple[object, ...]]]


def names_of(text: str, folded: Folded, known: Sequence[str]) -> NameRows:
    """Return what is to be written of a text by table, with forms in the place of their numbers.

    ``folded`` is the text folded, ``known`` are folded forms that count wherever they stand.
    """
    held = standing(folded.text, known)
    found = extract(text, _pattern(held), folded)
    whole = (name for name in found.names if "\0" not in name.form)  # SQLite's JSON ends a text there
    names = [name for name in whole if 2 <= len(name_key(name.form)) <= KEY_CHARS]
    said = [(name.form, name_key(name.form), [*name.weights.values()], len(name.places)) for name in names]
    kinds = {name.form: max(_KINDS, key=name.weights.__getitem__) for name in names}
    places = [(start, end, name.form) for name in names for start, end in name.places]
    roles = [(name.form, *_role_row(text, start, end)) for name in names for start, end in name.roles]
    facts = [fact for fact in found.facts if fact[0] in kinds]
    return {
        "form": [(form, key, *weights, max(weights) >= STRONG, mentions) for form, key, weights, mentions in said],
        "place": [(form, start, end) for start, end, form in places],
        "role": roles,
        "office": [*dict.fromkeys((*_offices(sorted(places), roles, kinds), *_founders(roles, facts)))],
        "fact": facts,
        "pair": [*dict.fromkeys((name_key(one), name_key(other)) for one, other in found.pairs)],
        "known": [(held,)] if held else [],
    }


def _founders(roles: Iterable[_Role], facts: Iterable[_Fact]) -> Iterator[tuple[str, str, int, str]]:
    """Yield who is said to have founded what: by the words of the role, and by the fact that it is a part of."""
    foundings = [fact for fact in facts if fact[1] == "founding"]
    for form, start, end, text, titles, _ in roles:
        deed = deed_key(text)
        founded = None if titles else _FOUNDED.search(deed) or _FOUNDED_BY.search(deed)
        if founded and founded[1]:
            yield f"{FOUNDER}\n{WHOLE_SUFFIX.sub('', founded[1])}", "", 0, form
        if founded or (_IS_FOUNDER.search(text) and BARE_TITLE.fullmatch(text)):
            about = (whose for whose, _, first, last, _ in foundings if first < end and start < last)
            yield from ((FOUNDER, whose, 0, form) for whose in about)


def known_forms(aliases: Aliases | None) -> tuple[str, ...]:
    """Return the folded forms that the maintainer joined, the longest first."""
    groups = aliases.groups if aliases is not None else ()
    folded = {fold(form.strip()[:KEY_CHARS]).text for group in groups for form in group if name_key(form)}
    return tuple(sorted(folded, key=lambda form: (-len(form), form)))


def standing(folded: str, known: Sequence[str]) -> str:
    """Return which of some forms stand in a folded text, a line each."""
    return "\n".join(form for form in known if form in folded)


class NameWriter:
    """Writes the people, organisations and products that articles name, one article at a time.

    Parameters
    ----------
    connection
        Stands in a transaction of the caller, who commits, and has the tables of ``SCHEMA``.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, article: int, rows: NameRows) -> None:
        """Write what an article names, as :func:`names_of` returned it."""
        self._connection.executemany(_ADD_FORM, rows["form"])
        asked = json.dumps([row[0] for row in rows["form"]], ensure_ascii=False)
        query = "SELECT form, id FROM name_form WHERE form IN (SELECT value FROM json_each(?))"
        ids = dict(self._connection.execute(query, (asked,)))
        self._insert("name_said", [(article, ids[form], *values) for form, _, *values in rows["form"]])
        offices = ((key, ids.get(whose, 0), near, ids[form], article) for key, whose, near, form in rows["office"])
        self._insert("name_office", [*offices])
        for table in ("place", "role", "fact"):
            self._insert(f"name_{table}", [(ids[form], article, *row) for form, *row in rows[table]])
        for table in ("pair", "known"):
            self._insert(f"name_{table}", [(article, *row) for row in rows[table]])

    def _insert(self, table: str, rows: list[tuple[object, ...]]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608  names of ours

    def remove(self, article: int) -> None:
        """Take back what was written of an article."""
        for statement in _TAKE:
            self._connection.execute(statement, {"it": article})

    def move(self, article: int, position: int) -> None:
        """Let what was written of an article be that of another position."""
        for statement in _MOVE:
            self._connection.execute(statement, {"it": article, "new": position})

    def known(self, article: int) -> str:
        """Return the forms of the maintainer's that stand in an article, as :func:`standing` returned them."""
        row = self._connection.execute("SELECT forms FROM name_known WHERE article = ?", (article,)).fetchone()
        return str(row[0]) if row else ""

    def finish(self, aliases: Aliases | None) -> None:
        """Join the forms of each name; what nothing speaks for stays without an owner."""
        write_owners(self._connection, aliases.groups if aliases is not None else ())


@functools.lru_cache(maxsize=1024)
def _pattern(forms: str) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, forms.split("\n"))), re.IGNORECASE) if forms else None


def _role_row(text: str, start: int, end: int) -> tuple[int, int, str, str, str]:
    """Return place, key, keys of the titles, and wording."""
    shown = text[start:end]
    titles = [match[0] for match in TITLE.finditer(fold(shown).text)]
    keys = dict.fromkeys(name_key(form) for title in titles for form in (title, SHARED.sub("", title)))
    return start, end, name_key(shown), " ".join(keys), shown


def _offices(
    places: Sequence[tuple[int, int, str]], roles: Iterable[_Role], kinds: dict[str, Kind]
) -> Iterator[tuple[str, str, int, str]]:
    """Yield who bears which title of whom: the words around the title, the forms in the role, what stands nearby.

    (the title and, after a line break, the words; the form, "" for words; whether it only stands nearby; whose title)
    A role without a title, an epithet or a deed, stands for itself. Nearby stands what is named before an office most
    often, or after it where nothing is in reach before it; of several organisations level in that, none.
    """
    beside: defaultdict[tuple[str, str, Kind], Counter[str]] = defaultdict(Counter)
    most_named = Counter(form for _, _, form in places if kinds[form] == "organisation").most_common(2)
    main = most_named[0][0] if len({count for _, count in most_named}) == len(most_named) > 0 else ""
    for form, start, end, text, titles, shown in roles:
        low = bisect_left(places, (start - _CLAUSE_CHARS,))
        high = bisect_left(places, (end + _CLAUSE_CHARS // 2 + 1,))
        near = [place for place in places[low:high] if place[2] != form]
        before = {kinds[other]: other for _, last, other in near if last <= start}
        after = {kinds[other]: other for first, _, other in reversed(near) if first >= end}
        if not titles:
            yield f"{deed_key(text)}\n", "", 0, form
        said = name_key(_LEAD_EN.sub("", shown, count=1)).replace(name_key(form), "")  # 港务局顾清河局长
        lead = _FORMER.sub("", said[: found.start()]) if (found := TITLE.search(said)) else ""
        if main and (_OF_COMPANY.match(said) or "organisation" not in before | after):
            before.setdefault("organisation", main)
        stated = [other for first, last, other in near if last > start and first < end]
        for title in titles.split():
            beside_it = _FORMER.sub("", said.partition(title)[0]), said.partition(f"{title}of")[2]
            further = BARE_TITLE.fullmatch(beside_it[0].removeprefix(lead))  # after another one of the same body
            body = _BODY.sub("", lead) if further else _ALSO.split(beside_it[0])[-1]  # behind another office
            words = [WHOLE_SUFFIX.sub("", one) for one in (*beside_it, body)]
            whole = (whose for whose in words if whose and not BARE_TITLE.fullmatch(whose))
            yield from ((f"{title}\n{whose}", "", 0, form) for whose in whole)
            yield from ((title, other, 0, form) for other in stated)
            for kind, other in (after | before).items():
                beside[title, form, kind][other] += 1
    for (title, form, kind), named in beside.items():
        most = max(named.values())
        nearby = [other for other, count in named.items() if count == most]
        yield from ((title, other, 1, form) for other in nearby if kind == "person" or len(nearby) == 1)
