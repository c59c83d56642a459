"""From what somebody typed to who is meant: a ladder of rungs, the surest first, that stops at the first hit.

Each rung reads one index; none scans the names. What must not live here: what a card shows (:mod:`corpus.who.card`).
"""

import itertools
import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from rapidfuzz.distance import OSA

from corpus.index.store import Store
from corpus.results import Candidate, Choices, NoMatch, Profile, Several
from corpus.who.card import hint, profile
from corpus.who.keys import (
    KEY_CHARS,
    bare_office,
    bare_organisation,
    damaged_key,
    deed_key,
    is_han,
    name_key,
    name_parts,
    near_keys,
    readings,
    sounds,
    surname_length,
)
from corpus.who.lexicon import LEFT_ZH, PAST, SHARED
from corpus.who.query import (
    FOUNDER,
    HEAD,
    addressed,
    asked_deed,
    asked_name,
    asked_names,
    asked_office,
    asks_past,
    without_description,
    without_honorific,
)
from corpus.who.words import LISTS

CHOICES = 10
NEAREST = 3
NEAR_SCORED = 200  # spellings compared for one question, however many names there are
_WORDS = 0  # in the place of the form whose title it is: the words beside the title say it
_BEARERS = (
    "SELECT DISTINCT f.owner FROM name_office o JOIN name_form f ON f.id = o.form"
    " WHERE o.key = ? AND o.whose IN (SELECT value FROM json_each(?)) AND o.nearby = ? AND f.owner IS NOT NULL"
    " ORDER BY 1 LIMIT ?"
)
_WRITTEN = (
    "SELECT form FROM name_form f WHERE owner = ? AND mentions > 0 AND (key = ? OR EXISTS (SELECT 1 FROM name_place l"
    " JOIN name_pair p ON p.article = l.article WHERE l.form = f.id AND f.key IN (p.one, p.other)))"
    " ORDER BY mentions DESC, form"
)
_Rung = Callable[[sqlite3.Connection, str], list[int]]
_EPITHET_CHARS = 4  # fewer say too little to be anybody's alone
_BEGINS_ALIKE = 3  # letters that two names share before one is offered for the other
_OF_A_PERSON = frozenset(LISTS["titles_of_persons"])
_TITLES_ALIKE = [frozenset(line.split("/")) for line in LISTS["titles_alike"]]
_DEEDS_ALIKE = [line.split("/") for line in LISTS["deeds_alike"]]
_OF_HEADS = [group for title in ("ceo", "董事长", FOUNDER) for group in _TITLES_ALIKE if title in group]


def who(store: Store, query: str) -> Profile | Choices | NoMatch | Several:
    """Answer who or what somebody asks for, or for each where several are named and one of them at least is known.

    Returns
    -------
    Profile
        One fits.
    Choices
        Several fit, or only the spelling is near (``near``); most mentioned first, at most ten.
    NoMatch
        Nobody does; also for a text that holds no name. ``nearest`` are names that begin alike or share a part, and
        whom an office was asked of.
    """
    name = asked_name(query)
    exact = _exactly(store, name)
    if exact is not None or not name:
        return exact or NoMatch(asked="")
    names = asked_names(name)
    title = next(filter(None, (asked_office(one)[0] for one in names)), "")
    each = [_one_of(store, one, title) for one in names]
    if any(each):
        answers = (found or _nearly(store, one) for one, found in zip(names, each, strict=True))
        return Several(asked=name, answers=tuple(answers))
    return _nearly(store, name)


def _exactly(store: Store, name: str) -> Profile | Choices | None:
    """Return whom a name fits, or an office."""
    connection = store.connection()
    for rung in _EXACT if name else ():
        owners = rung(connection, name)
        if len(owners) == 1:
            title, whose = asked_office(name) if rung is _by_role else ("", "")
            titles = frozenset().union(*_meant(title)) if title else {deed_key(name_key(asked_deed(name)))}
            return profile(store, owners[0], (titles, whose))
        if owners:
            return Choices(asked=name, candidates=_candidates(store, owners), near=False)
    return None


def _one_of(store: Store, name: str, title: str) -> Profile | Choices | None:
    """Return whom one of several names fits: where it is nobody's own, who bears the title that is asked for there."""
    found = _exactly(store, name)
    somebody = not title or (isinstance(found, Profile) and found.kind == "person")
    return found if somebody else _exactly(store, f"{name} {title}") or found


def _nearly(store: Store, name: str) -> Choices | NoMatch:
    """Return those who may be meant by a name that fits nobody."""
    connection = store.connection()
    for rung in (_by_near_spelling, _by_consonants, _by_familiar_name):
        owners = rung(connection, name)
        if owners:
            return Choices(asked=name, candidates=_candidates(store, owners), near=True)
    return NoMatch(asked=name, nearest=_nearest(connection, name))


def named(store: Store, text: str) -> Profile | None:
    """Return the card of whose name, or a part of it in capitals, is all that a text says.

    That is a person, or an organisation of which the articles say something, with the sentences that do.
    """
    connection, key = store.connection(), name_key(text)
    owners = _owners(connection, "key", key)
    if not owners and len(key) > 1 and not text.islower():
        owners = _owners(connection, "part", key)
    found = profile(store, owners[0]) if len(owners) == 1 else None
    if found is None or found.kind == "person":
        return found
    telling = tuple(quoted for quoted in found.evidence if found.roles or any(map(quoted.holds, found.facts)))
    return replace(found, evidence=telling) if telling and found.kind == "organisation" else None


def complete(store: Store, text: str, limit: int) -> list[Candidate]:
    """Return the names of which a form, a reading or a part begins with a text; most mentioned first.

    An empty text brings the most mentioned names of all.
    """
    connection, key = store.connection(), name_key(text)
    if not key:
        if text.strip():
            return []
        rows = connection.execute("SELECT id FROM name_owner ORDER BY id LIMIT ?", (limit,))
    else:
        rows = connection.execute(
            "SELECT DISTINCT owner FROM name_lookup WHERE rung IN ('key', 'reading', 'part') "
            "AND key >= ? AND key < ? ORDER BY owner LIMIT ?",
            (key, key + "\U0010ffff", limit),
        )
    return list(_candidates(store, [row[0] for row in rows]))


def forms_of(store: Store, name: str) -> list[str]:
    """Return how else the articles write the name of one: in the other script, or beside another form, as in 甲（A）.

    Each is nobody else's; the most frequent comes first.
    """
    connection, key = store.connection(), name_key(name)
    owners = _owners(connection, "key", key)
    forms = connection.execute(_WRITTEN, (*owners, key)) if len(owners) == 1 else ()
    return [form for (form,) in forms if form != name and _owners(connection, "key", name_key(form)) == owners]


def _candidates(store: Store, owners: list[int]) -> tuple[Candidate, ...]:
    query = "SELECT name, kind FROM name_owner WHERE id = ?"
    rows = [(store.connection().execute(query, (owner,)).fetchone(), hint(store, owner)) for owner in owners]
    return tuple(Candidate(name=name, kind=kind, hint=told) for (name, kind), told in rows)


def _owners(connection: sqlite3.Connection, rung: str, key: str, limit: int = CHOICES) -> list[int]:
    """Return who shares a key, most mentioned first: owners are numbered so."""
    query = "SELECT owner FROM name_lookup WHERE rung = ? AND key = ? ORDER BY owner LIMIT ?"
    return [row[0] for row in connection.execute(query, (rung, key, limit))]


def _by_key(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by a form as it is, else without a form of address."""
    return _owners(connection, "key", name_key(name)) or _owners(connection, "key", name_key(without_honorific(name)))


def _by_reading(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by pinyin or the dictionary, or by Chinese characters that sound alike, of three or more all but one."""
    key = name_key(without_honorific(name))
    found = _owners(connection, "reading", key)
    if found or not is_han(key) or len(key) < 3:
        return found
    return _spelt_nearly(connection, key, _owners(connection, "reading", readings(key)[0]))


def _by_part(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by a surname or a given name alone, or a surname with a title; of several, by those who bear that."""
    surname, title = addressed(name)
    owners = _owners(connection, "part", name_key(surname or without_honorific(name)))
    query = "SELECT 1 FROM name_statement WHERE owner = ? AND ' ' || titles || ' ' LIKE ?"
    bearers = [owner for owner in owners if title and connection.execute(query, (owner, f"% {title} %")).fetchone()]
    return bearers or owners


def _by_name_described(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by the name in 港务局的顾清河, Colin Strand of the port, or half of whose last character is lost."""
    described = without_description(name)
    bare = described if described != name else damaged_key(name_key(name))
    return _by_key(connection, bare) or _by_part(connection, bare)


def _by_organisation_base(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by an organisation without the suffix that the articles leave out."""
    base = bare_organisation(name)
    return _owners(connection, "organisation", base) if base != name_key(name) else []


def _by_role(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by an office and whose it is: "Acme CTO", "the CTO of Acme", "谁创办了 Acme".

    Who founded what is answered by whoever is called its founder, else by the card that quotes how it was founded.
    """
    title, whose = asked_office(name)
    if not title or not whose:
        return []
    rungs = (_by_key, _by_organisation_base, _by_reading)
    themselves = next(filter(None, (rung(connection, whose) for rung in rungs)), [])
    others: list[int] = []  # who held the office before, or holds it now, where the other was asked for
    for nearby, titles in itertools.product((False, True), _meant(title)):
        bearers = _bearers(connection, titles, whose, themselves, nearby=nearby)
        found = [owner for owner in bearers if owner not in themselves]
        if nearby:
            found = [owner for owner in found if not _bears_elsewhere(connection, titles, owner, themselves)]
        then = (
            _founders_first(connection, found)
            if FOUNDER in titles
            else _then(connection, titles, found, past=asks_past(name))
        )
        if then:
            return then[:CHOICES]
        others = others or found
        founded = title != HEAD and FOUNDER in titles and len(themselves) == 1
        if founded and _states_founding(connection, themselves[0]):
            return themselves
    return others[:CHOICES]


def _then(connection: sqlite3.Connection, titles: Iterable[str], owners: list[int], *, past: bool) -> list[int]:
    """Keep those who hold an office; of the past, those of whom all that is said, or a leaving, says so.

    Who is said so in a later article comes first.
    """
    query = (
        "SELECT shown, titles, coalesce(published, '') FROM name_statement s JOIN articles ON position = s.article"
        " WHERE owner = ?"
    )
    dates: dict[int, str] = {}
    for owner in owners:
        rows = connection.execute(query, (owner,)).fetchall()
        held = [(shown, date) for shown, of, date in rows if not {*of.split()}.isdisjoint(titles)]
        left = all(PAST.match(shown) for shown, _ in held) or any(re.search(LEFT_ZH, shown) for shown, _ in held)
        if left is past:
            dates[owner] = max((date for _, date in held), default="")
    return sorted(dates, key=dates.__getitem__, reverse=True)


def _founders_first(connection: sqlite3.Connection, owners: list[int]) -> list[int]:
    """Return founders, those last who are only called founders with others."""
    query = "SELECT titles FROM name_statement WHERE owner = ?"
    shared: dict[int, bool] = {}
    for owner in owners:
        called = [_OF_HEADS[-1].intersection(titles.split()) for (titles,) in connection.execute(query, (owner,))]
        shared[owner] = any(called) and all(any(map(SHARED.match, titles)) for titles in called if titles)
    return sorted(owners, key=shared.__getitem__)


def _by_epithet(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by what somebody is called or did, in the articles' own words: 海盐之王, 谁发明了潮汐泵."""
    key = deed_key(name_key(asked_deed(name)))
    verbs = ((verb, group) for group in _DEEDS_ALIKE for verb in group if key.startswith(verb))
    alike = {other + key.removeprefix(verb) for verb, group in verbs for other in group}
    return [*_bearers(connection, alike | {key}, "", (), nearby=False)] if len(key) >= _EPITHET_CHARS else []


def _meant(title: str) -> tuple[frozenset[str], ...]:
    """Return the titles that say the same as one; of whoever is at the head, those that such people bear, in turn."""
    alike = frozenset([title]).union(*(group for group in _TITLES_ALIKE if title in group))
    return (alike, *_OF_HEADS) if HEAD in alike else (alike,)


def _bearers(
    connection: sqlite3.Connection, titles: Iterable[str], whose: str, themselves: Iterable[int], *, nearby: bool
) -> dict[int, None]:
    """Return who bears one of some titles: of what is written so or, in the role or nearby, of one of some owners."""
    found: dict[int, None] = {}
    for title in sorted(titles):
        asked: list[tuple[str, list[int]]] = [(f"{title}\n{bare_office(whose)}", [_WORDS])]
        for owner in themselves:
            (kind,) = connection.execute("SELECT kind FROM name_owner WHERE id = ?", (owner,)).fetchone()
            if kind != "person" or title in _OF_A_PERSON:
                forms = connection.execute("SELECT id FROM name_form WHERE owner = ?", (owner,))
                asked.append((title, [form for (form,) in forms]))
        for key, of in asked:
            rows = connection.execute(_BEARERS, (key, json.dumps(of), nearby, CHOICES))
            found.update(dict.fromkeys(bearer for (bearer,) in rows))
    return found


def _bears_elsewhere(
    connection: sqlite3.Connection, titles: Iterable[str], owner: int, themselves: Collection[int]
) -> bool:
    """Whether somebody's own words say whose such an office is, or any office, and not that it is theirs.

    Then it is not of what merely stands nearby.
    """
    query = (
        "SELECT o.key, n.id, n.kind FROM name_form f JOIN name_office o ON o.form = f.id"
        " LEFT JOIN name_form w ON w.id = o.whose"
        " LEFT JOIN name_lookup k ON k.rung = 'key' AND k.key = substr(o.key, instr(o.key, char(10)) + 1)"
        " LEFT JOIN name_owner n ON n.id = coalesce(w.owner, k.owner)"
        " WHERE f.owner = ? AND o.nearby = 0 AND o.key NOT LIKE '%' || char(10)"
    )
    rows = connection.execute(query, (owner,)).fetchall()
    such = {whose for key, whose, _ in rows if key.partition("\n")[0] in titles}
    others = (whose for _, whose, kind in rows if kind == "organisation" and _OF_A_PERSON.isdisjoint(titles))
    named = such or set(others)
    return bool(named) and named.isdisjoint(themselves)


def _states_founding(connection: sqlite3.Connection, owner: int) -> bool:
    query = "SELECT 1 FROM name_about WHERE owner = ? AND kind = 'founding'"
    return connection.execute(query, (owner,)).fetchone() is not None


def _by_near_spelling(connection: sqlite3.Connection, name: str) -> list[int]:
    key = name_key(without_honorific(name))
    if len(key) > KEY_CHARS:
        return []
    near = [owner for variant in near_keys(key) for owner in _owners(connection, "near", variant, NEAR_SCORED)]
    return _spelt_nearly(connection, key, list(dict.fromkeys(near))[:NEAR_SCORED])[:CHOICES]


def _by_consonants(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by the sound of a foreign name in the other script: only a likeness, so never an answer."""
    key = name_key(name)
    rung = "sound of Latin" if is_han(key) else "sound of Han"
    owners = [owner for sound in sounds(key) for owner in _owners(connection, rung, sound)]
    return list(dict.fromkeys(owners))[:CHOICES]


def _by_familiar_name(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by the surname in 老顾 or 小顾: more than the articles name may be called so."""
    key = name_key(name)
    return _owners(connection, "part", key[1:]) if len(key) > 1 and key[0] in "老小" else []


def _spelt_nearly(connection: sqlite3.Connection, key: str, owners: list[int]) -> list[int]:
    """Keep the owners of a form within one edit of a key."""
    query = "SELECT DISTINCT key FROM name_form WHERE owner = ?"
    forms = {owner: connection.execute(query, (owner,)).fetchall() for owner in owners}
    return [o for o in owners if any(OSA.distance(key, form, score_cutoff=1) <= 1 for (form,) in forms[o])]


def _nearest(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """Return main names to try instead, the most alike first: whom an office is of, those that begin or end alike."""
    whose = asked_office(name)[1]
    key = whose or name_key(without_honorific(name))
    owners = _owners(connection, "key", whose)
    for part in name_parts(name):
        owners += _owners(connection, "part", part)
    least = 1 if surname_length(key) else 2 if is_han(key) else _BEGINS_ALIKE
    query = "SELECT owner FROM name_lookup WHERE rung = 'key' AND key >= ? AND key < ? LIMIT ?"
    for length in range(min(len(key), KEY_CHARS), least - 1, -1):
        if len(owners) >= CHOICES:
            break
        rows = connection.execute(query, (key[:length], key[:length] + "\U0010ffff", CHOICES))
        owners += [owner for (owner,) in rows]
    query = "SELECT name FROM name_owner WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    names = connection.execute(query, (json.dumps(owners),))
    alike = sorted((name for (name,) in names), key=lambda name: -OSA.normalized_similarity(key, name_key(name)))
    return tuple(alike[:NEAREST])


_EXACT: tuple[_Rung, ...] = (
    _by_key,
    _by_reading,
    _by_part,
    _by_organisation_base,
    _by_role,
    _by_epithet,
    _by_name_described,
)
