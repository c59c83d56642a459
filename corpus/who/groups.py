"""Forms of names to their owners: one person, organisation or product across scripts and spellings.

What must not live here: how forms are found (:mod:`corpus.who.extraction`) or looked up (:mod:`corpus.who.lookup`).
"""

import functools
import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from corpus.analysis.entities import Entity, entities
from corpus.analysis.terms import tag_words
from corpus.results import Kind
from corpus.who.keys import (
    PART_SEPARATORS,
    bare_organisation,
    is_han,
    name_key,
    name_parts,
    near_keys,
    readings,
    sounds,
    surname_length,
)
from corpus.who.lexicon import WHOLE_SUFFIX
from corpus.who.words import PLACES

_SURE_KEYS = "SELECT key FROM name_form WHERE strong > 0"
_OWN = "INSERT INTO name_form (form, key, owner) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET owner = excluded.owner"
_GONE = "SELECT o.* FROM name_owner o LEFT JOIN made m USING (id, name, kind, mentions, forms) WHERE m.id IS NULL"
_COME = "SELECT id, name, kind, mentions, forms FROM made WHERE id NOT IN (SELECT id FROM name_owner)"
_MOST_MENTIONS = 2**20 - 1
_NAMESAKES = 20  # people of one sound that are compared
_SOUNDS = 3  # letters of a skeleton that say something
_KINDS: tuple[Kind, ...] = ("person", "organisation", "product")


@dataclass(slots=True)
class _Name:
    """All forms of one key, the most used first, with their mentions; what speaks for each kind; whether it is sure."""

    key: str
    forms: list[tuple[int, str]] = field(default_factory=list)
    weights: dict[Kind, float] = field(default_factory=lambda: dict.fromkeys(_KINDS, 0.0))
    strong: bool = False

    @property
    def mentions(self) -> int:
        return sum(count for count, _ in self.forms)

    @property
    def kind(self) -> Kind:
        return max(_KINDS, key=self.weights.__getitem__)

    @property
    def parts(self) -> list[str]:
        return PART_SEPARATORS.split(self.forms[0][1])


class _Joined:
    """Keys joined into groups (union-find): the maintainer's first, which an article may still join to one another."""

    def __init__(self, names: dict[str, _Name]) -> None:
        self.names = names
        self._parent = {key: key for key in names}
        self._members = {key: [key] for key in names}

    def root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = key = self._parent[self._parent[key]]
        return key

    def members(self, key: str) -> list[_Name]:
        return [self.names[member] for member in self._members[self.root(key)]]

    def join(self, one: str, other: str) -> None:
        one, other = self.root(one), self.root(other)
        if one != other:
            self._parent[other] = one
            self._members[one] += self._members.pop(other)

    def sure(self) -> Iterator[list[_Name]]:
        groups = ([self.names[key] for key in keys] for keys in self._members.values())
        return (group for group in groups if any(name.strong for name in group))


def write_owners(connection: sqlite3.Connection, aliases: Sequence[tuple[str, ...]]) -> None:
    """Join the forms in ``name_form`` and bring ``name_owner`` and ``name_lookup`` up to what they come to.

    Only owners that have changed are written, and only names that others may join are kept in memory: all others are
    made owners as they are read.
    """
    connection.execute("DELETE FROM name_lookup WHERE rung = 'key' AND (key, owner) IN (SELECT * FROM name_base)")
    connection.execute("DELETE FROM name_base")
    connection.execute("CREATE TEMP TABLE made (id INTEGER PRIMARY KEY, name, kind, mentions, forms, key)")
    _make_owners(connection, aliases)
    for number, *row in connection.execute(_GONE).fetchall():
        _remove(connection, number, _Owner(*row))
    for number, *row in connection.execute(_COME):
        _add(connection, number, _Owner(*row))
    connection.execute("DROP TABLE made")
    # An organisation answers to its name without the suffix, unless that is somebody's own name or part of one.
    connection.execute(
        "INSERT INTO name_base SELECT l.key, l.owner FROM name_lookup l WHERE l.rung = 'organisation' "
        "AND NOT EXISTS (SELECT 1 FROM name_lookup k WHERE k.rung IN ('key', 'part') AND k.key = l.key)"
    )
    connection.execute("INSERT INTO name_lookup SELECT 'key', key, owner FROM name_base")
    connection.execute("DELETE FROM name_form WHERE articles = 0 AND owner IS NULL")


def _add(connection: sqlite3.Connection, number: int, owner: "_Owner") -> None:
    connection.execute("INSERT INTO name_owner VALUES (?, ?, ?, ?, ?)", (number, *owner))
    connection.executemany(_OWN, ((form, name_key(form), number) for form in owner.forms.split("\n")))
    rows = ((*row, number) for row in owner.lookup_keys())
    connection.executemany("INSERT OR IGNORE INTO name_lookup VALUES (?, ?, ?)", rows)


def _remove(connection: sqlite3.Connection, number: int, owner: "_Owner") -> None:
    connection.execute("DELETE FROM name_owner WHERE id = ?", (number,))
    connection.execute("UPDATE name_form SET owner = NULL WHERE owner = ?", (number,))
    rows = ((*row, number) for row in owner.lookup_keys())
    connection.executemany("DELETE FROM name_lookup WHERE rung = ? AND key = ? AND owner = ?", rows)


class _Owner(NamedTuple):
    """A person, organisation or product as ``name_owner`` holds it; the forms are lines, what is most used first."""

    name: str
    kind: Kind
    mentions: int
    forms: str

    def lookup_keys(self) -> Iterable[tuple[str, str]]:
        return dict.fromkeys(_lookup_keys({self.name, *self.forms.split("\n")}, self.kind))


def _make_owners(connection: sqlite3.Connection, aliases: Sequence[tuple[str, ...]]) -> None:
    """Write every owner to ``made``."""
    joined = _Joined(_read_names(connection, aliases))
    mains = _join_aliases(joined, aliases)
    for one, other in connection.execute("SELECT DISTINCT one, other FROM name_pair ORDER BY one, other"):
        _join_pair(joined, one, other)
    _join_lone_surnames(joined)
    _join_by_sound(joined)
    _join_short_organisations(joined)
    _join_translations(joined)
    for group in joined.sure():
        # The most used name leads, the one in Han where two are level; script and capitals make no other name.
        group.sort(key=lambda name: (-name.mentions, not is_han(name.key), -len(name.key), name.key))
        whole = _Name(group[0].key, [form for name in group for form in name.forms])
        whole.weights = {kind: sum(name.weights[kind] for name in group) for kind in _KINDS}
        given = next((mains[name.key] for name in group if name.key in mains), ())
        _make(connection, whole, given[:1], [form for form in given[1:] if name_key(form) not in joined.names])


def _make(connection: sqlite3.Connection, name: _Name, main: Sequence[str] = (), others: Sequence[str] = ()) -> None:
    """Write an owner under a number that it keeps from build to build: who is named more often comes first."""
    forms = list(dict.fromkeys([*(form for _, form in name.forms), *others]))
    row = (main or forms)[0], name.kind, name.mentions, "\n".join(forms), name.key
    digest = int.from_bytes(hashlib.blake2b(name.key.encode(), digest_size=5).digest(), "big")
    number = (_MOST_MENTIONS - min(name.mentions, _MOST_MENTIONS)) << 40 | digest
    while not connection.execute("INSERT OR IGNORE INTO made VALUES (?, ?, ?, ?, ?, ?)", (number, *row)).rowcount:
        number += 1


def _read_names(connection: sqlite3.Connection, aliases: Iterable[tuple[str, ...]]) -> dict[str, _Name]:
    """Return what can be joined by its key; all else is sure, and made an owner at once."""
    keys = {name_key(form) for group in aliases for form in group}
    keys.update(key for pair in connection.execute("SELECT one, other FROM name_pair") for key in pair)
    names = {}
    for name in _names(connection, keys):
        if name.key in keys or not _stands_alone(name):
            names[name.key] = name
        else:
            _make(connection, name)
    sure = [name for name in names.values() if name.strong]
    others = {_base_key(name) for name in sure if name.kind == "organisation"}
    others.update(other for name in sure for other in _translations().get(name.key, ()))
    surnames = {name_key(name.parts[-1]) for name in sure if name.kind == "person"}
    for name in _names(connection, (others | surnames).difference(names), "SELECT '' WHERE 0"):
        if name.strong or name.key in others:
            names[name.key] = name
    joined = json.dumps([*names], ensure_ascii=False)
    connection.execute("DELETE FROM made WHERE key IN (SELECT value FROM json_each(?))", (joined,))
    return dict(sorted(names.items()))


def _stands_alone(name: _Name) -> bool:
    """Whether nothing but its own key, or the end of a longer name, joins a name to another."""
    if name.kind == "person":
        alone = surname_length(name.key) > 0 and PART_SEPARATORS.search(name.forms[0][1]) is None
    else:
        alone = name.kind == "product" or _base_key(name) == name.key
    return alone and name.key not in _translations()


def _names(connection: sqlite3.Connection, keys: Iterable[str] = (), others: str = _SURE_KEYS) -> Iterator[_Name]:
    """Yield the names of some keys, and of those that a query returns, in the order of their keys."""
    columns = "form, key, person, organisation, product, strong, mentions"
    chosen = f"key IN (SELECT value FROM json_each(:keys) UNION {others})"  # noqa: S608  our own queries
    query = f"SELECT {columns} FROM name_form WHERE articles > 0 AND {chosen} ORDER BY key"  # noqa: S608  ours
    rows = connection.execute(query, {"keys": json.dumps([*keys], ensure_ascii=False)})
    for key, forms in groupby(rows, key=itemgetter(1)):
        name = _Name(key)
        for form, _, person, organisation, product, strong, mentions in forms:
            name.forms.append((mentions, form))
            for kind, weight in zip(_KINDS, (person, organisation, product), strict=True):
                name.weights[kind] += weight
            name.strong = name.strong or bool(strong)
        name.forms.sort(key=lambda form: (-form[0], form[1]))  # SQLite takes a fifth longer for it
        yield name


def _join_aliases(joined: _Joined, aliases: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Join the maintainer's groups; return the group by the key of each form that the articles hold."""
    mains: dict[str, tuple[str, ...]] = {}
    for group in aliases:
        held = [key for key in dict.fromkeys(map(name_key, group)) if key in joined.names and key not in mains]
        for key in held:
            joined.join(held[0], key)
            joined.names[key].strong = True
            mains[key] = group
    return mains


def _join_pair(joined: _Joined, one: str, other: str) -> None:
    if one not in joined.names or other not in joined.names:
        return
    ours, theirs = joined.members(one), joined.members(other)
    kinds = {name.kind for name in ours + theirs if name.strong}
    if len(kinds) == 1 and not any(_rivals(a, b) for a in ours for b in theirs):
        joined.join(one, other)


def _rivals(one: _Name, other: _Name) -> bool:
    """Whether two names of one script are too unlike to be one person's: two Chinese names, two Latin surnames."""
    if surname_length(one.key) and surname_length(other.key):
        return max(len(one.key), len(other.key)) > 2 and one.key != other.key and one.strong and other.strong
    full = [name_key(name.parts[-1]) for name in (one, other) if not is_han(name.key) and len(name.parts) > 1]
    return len(full) == 2 and full[0] != full[1]


def _join_lone_surnames(joined: _Joined) -> None:
    """Join a foreign surname that stands alone to the one full name that ends in it; of two, it stays by itself."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key, name in joined.names.items():
        if name.strong and name.kind == "person" and len(name.parts) > 1:
            owners[name_key(name.parts[-1])].add(joined.root(key))
    for surname, full in owners.items():
        alone = joined.names.get(surname)
        if alone is not None and alone.strong and alone.kind == "person" and len(full) == 1:
            joined.join(next(iter(full)), surname)


def _join_by_sound(joined: _Joined) -> None:
    """Join transliterated names to the one person whose Latin name sounds so.

    Where the given name is written too it must sound alike; a surname alone must be nobody else's in either script.
    """
    spelt: dict[bool, dict[str, set[str]]] = {True: defaultdict(set), False: defaultdict(set)}
    for key, name in joined.names.items():
        if name.strong and name.kind == "person" and not surname_length(key):
            for sound in sounds(name_key(name.parts[-1])) if is_han(key) or len(name.parts) > 1 else ():
                spelt[is_han(key)][sound].add(key)
    for sound, keys in spelt[True].items():
        latin = {joined.root(key) for key in spelt[False].get(sound, ())} if len(sound) >= _SOUNDS else set()
        for key in sorted(keys) if len(latin) <= _NAMESAKES else ():
            fits = [root for root in latin if _sound_alike(joined.members(key), joined.members(root))]
            alone = len({joined.root(other) for other in keys}) == len(latin) == 1
            if alone and not fits and _sound_alike(joined.members(key), joined.members(min(latin))) is None:
                fits = [*latin]
            if len(fits) == 1:
                joined.join(fits[0], key)


def _sound_alike(ours: list[_Name], theirs: list[_Name]) -> bool | None:
    """Whether the given names in two groups sound alike; None where one of them has none, False for rivals."""
    if any(_rivals(a, b) for a in ours for b in theirs):
        return False
    givens = [
        {s for name in group for part in name.parts[:-1] for s in sounds(name_key(part))} for group in (ours, theirs)
    ]
    if not all(givens):
        return None
    return any(a.startswith(b) or b.startswith(a) for a in givens[0] for b in givens[1])


def _join_short_organisations(joined: _Joined) -> None:
    """Join an organisation's name to the same one without what all such names end in: Acme Inc, 某某科技."""
    for key, name in list(joined.names.items()):
        base = joined.names.get(_base_key(name)) if name.strong and name.kind == "organisation" else None
        if base and base.kind == "organisation" and base.weights[base.kind] > 0:
            joined.join(base.key, key)


@functools.cache
def _translations() -> dict[str, dict[str, Entity]]:
    """Return the entities of the dictionary by their key in each language and then in the other one."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in entities():
        chinese, english = name_key(entity.chinese), name_key(entity.english)
        found[chinese][english] = found[english][chinese] = entity
    return found


def _join_translations(joined: _Joined) -> None:
    """Join the names that the dictionary pairs where both are of one kind, and of people where it pairs no others.

    One of which nothing is sure yet leans to that kind at least, and means nothing else in either language.
    """
    written = {
        _base_key(name): key for key, name in joined.names.items() if name.strong and name.kind == "organisation"
    }
    written.update((key, key) for key in joined.names)
    for key, own in sorted(written.items()):
        name = joined.names[own]
        paired = _translations().get(key, {}) if name.strong else {}
        for other, entity in paired.items():
            partner = joined.names.get(written.get(other, ""))
            if partner is None or entity.kind not in {"", name.kind} or (name.kind == "person" and len(paired) > 1):
                continue
            leans = partner.kind == name.kind and partner.weights[name.kind] > 0
            if leans and (partner.strong or all(entity.alone)):
                _join_pair(joined, own, partner.key)


def _base_key(name: _Name) -> str:
    """Return the key of an organisation's name without what all such names end in."""
    form = name.forms[0][1]
    bare = WHOLE_SUFFIX.sub("", form)
    return name.key if bare == form else name_key(bare)


def _lookup_keys(forms: set[str], kind: Kind) -> Iterator[tuple[str, str]]:
    for form in sorted(forms):
        key = name_key(form)
        yield "key", key
        for near in near_keys(key):
            yield "near", near
        for reading in readings(key):
            yield "reading", reading
        for other, entity in _translations().get(key, {}).items():
            if entity.kind in {"", kind}:  # as the other language reads it
                yield "reading", other
        if kind == "person":
            yield from (("part", part) for part in name_parts(form))
            parts = PART_SEPARATORS.split(form)
            whole = [part for part in parts if len(part.rstrip(".")) > 1]
            if 1 < len(whole) < len(parts):  # Colin J. Elm is Colin Elm, too
                yield "reading", name_key("".join(whole))
        elif kind == "organisation" and len(base := bare_organisation(form)) > 1 and not _is_place(base):
            yield "organisation", base
        for name in (form, *PART_SEPARATORS.split(form)[-1:]):
            script = "Han" if is_han(name_key(name)) else "Latin"
            yield from ((f"sound of {script}", s) for s in sounds(name_key(name)) if len(s) >= _SOUNDS)


def _is_place(key: str) -> bool:
    """Whether a name is that of a place by itself: a university there is not what it names."""
    return key in PLACES or [flag for _, flag in tag_words(key)] == ["ns"]
