"""From what somebody typed to who is meant: a ladder of rungs, the surest first, that stops at the first hit.

Each rung reads one index; none scans the names. What must not live here: what a card shows (:mod:`corpus.who.card`).
"""

import re
import sqlite3
from collections.abc import Callable

from rapidfuzz.distance import OSA

from corpus.index.store import Store
from corpus.results import Candidate, Choices, NoMatch, Profile
from corpus.who.card import hint, profile
from corpus.who.keys import KEY_CHARS, is_han, name_key, near_keys, readings, sounds
from corpus.who.lexicon import ORGANISATION_SUFFIX, TITLE
from corpus.who.query import asked_name, without_honorific

CHOICES = 10
NEAR_SCORED = 200  # spellings compared for one question, however many names there are
_Rung = Callable[[sqlite3.Connection, str], list[int]]
_TITLES_ALIKE = (
    frozenset(["ceo", "首席执行官", "行政总裁", "chiefexecutive", "chiefexecutiveofficer"]),
    frozenset(["cto", "首席技术官", "chieftechnologyofficer"]),
    frozenset(["cfo", "首席财务官", "chieffinancialofficer"]),
    frozenset(["coo", "首席运营官"]),
    frozenset(["vp", "副总裁"]),
    frozenset(["founder", "创始人", "创办人", "创立者"]),
    frozenset(["chairman", "董事长", "主席"]),
)


def who(store: Store, query: str) -> Profile | Choices | NoMatch:
    """Answer who or what somebody asks for.

    Returns
    -------
    Profile
        One fits.
    Choices
        Several fit, or only the spelling is near (``near``); most mentioned first, at most ten.
    NoMatch
        Nobody does; also for a text that holds no name.
    """
    name = asked_name(query)
    if not name:
        return NoMatch(asked=query.strip()[:KEY_CHARS])
    connection = store.connection()
    for rung in _EXACT:
        owners = rung(connection, name)
        if len(owners) == 1:
            return profile(store, owners[0])
        if owners:
            return Choices(asked=name, candidates=_candidates(store, owners), near=False)
    for rung in (_by_near_spelling, _by_consonants):
        owners = rung(connection, name)
        if owners:
            return Choices(asked=name, candidates=_candidates(store, owners), near=True)
    return NoMatch(asked=name)


def complete(store: Store, text: str, limit: int) -> list[Candidate]:
    """Return the names of which a form, a reading or a part begins with a text; most mentioned first.

    An empty text brings the most mentioned names of all.
    """
    key = name_key(text)
    connection = store.connection()
    if not key:
        if text.strip():
            return []
        rows = connection.execute("SELECT id FROM name_owner ORDER BY mentions DESC, id LIMIT ?", (limit,))
    else:
        rows = connection.execute(
            "SELECT DISTINCT id, mentions FROM name_owner WHERE id IN (SELECT owner FROM name_lookup "
            "WHERE rung IN ('key', 'reading', 'part') AND key >= ? AND key < ?) ORDER BY mentions DESC, id LIMIT ?",
            (key, key + "\U0010ffff", limit),
        )
    return list(_candidates(store, [row[0] for row in rows]))


def _candidates(store: Store, owners: list[int]) -> tuple[Candidate, ...]:
    rows = (
        store.connection().execute("SELECT name, kind FROM name_owner WHERE id = ?", (owner,)).fetchone()
        for owner in owners
    )
    return tuple(
        Candidate(name=name, kind=kind, hint=hint(store, owner))
        for owner, (name, kind) in zip(owners, rows, strict=True)
    )


def _owners(connection: sqlite3.Connection, rung: str, key: str, limit: int = CHOICES) -> list[int]:
    rows = connection.execute(
        "SELECT id FROM name_owner WHERE id IN (SELECT owner FROM name_lookup WHERE rung = ? AND key = ?) "
        "ORDER BY mentions DESC, id LIMIT ?",
        (rung, key, limit),
    )
    return [row[0] for row in rows]


def _by_key(connection: sqlite3.Connection, name: str) -> list[int]:
    return _owners(connection, "key", name_key(name))


def _by_key_without_honorific(connection: sqlite3.Connection, name: str) -> list[int]:
    return _owners(connection, "key", name_key(without_honorific(name)))


def _by_reading(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by pinyin, or by Chinese characters that sound alike, of which one of at least three may be wrong."""
    key = name_key(without_honorific(name))
    if not is_han(key):
        return _owners(connection, "reading", key)
    if len(key) < 3:
        return []
    return _spelt_nearly(connection, key, _owners(connection, "reading", readings(key)[0]))


def _by_part(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by a surname or a given name alone."""
    return _owners(connection, "part", name_key(without_honorific(name)))


def _by_organisation_base(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by an organisation without the suffix that the articles leave out."""
    key = name_key(name)
    base = ORGANISATION_SUFFIX.sub("", key)
    return _owners(connection, "organisation", base) if base != key else []


def _by_role(connection: sqlite3.Connection, name: str) -> list[int]:
    """Climb by a title and whose it is: "Acme CTO", "Acme 的 CTO", "the CTO of Acme"."""
    title, whose = _title_and_whose(name)
    if not title or not whose:
        return []
    themselves = _owners(connection, "key", whose)
    titles = next((group for group in _TITLES_ALIKE if title in group), frozenset([title]))
    keys = [f"{alike}\n{of}" for alike in sorted(titles) for of in (whose, *(f"#{owner}" for owner in themselves))]
    for rung in ("office", "office nearby"):
        owners = dict.fromkeys(owner for key in keys for owner in _owners(connection, rung, key))
        found = [owner for owner in owners if owner not in themselves]
        if found:
            return found[:CHOICES]
    return []


def _title_and_whose(name: str) -> tuple[str, str]:
    """Return the keys of the title in a question and of what stands around it; empty where there is no title."""
    of = re.fullmatch(r"(?:the )?(.+?) (?:of|at) (.+)", name, re.IGNORECASE)
    if of is not None and TITLE.fullmatch(of[1]):
        return name_key(of[1]), name_key(of[2])
    last = next((match for match in TITLE.finditer(name) if match.end() == len(name)), None)
    if last is None:
        return "", ""
    return name_key(last[0]), name_key(re.sub(r"(?:的|'s)\s*$", "", name[: last.start()].rstrip()))


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


def _spelt_nearly(connection: sqlite3.Connection, key: str, owners: list[int]) -> list[int]:
    """Keep the owners of a form within one edit of a key."""
    kept: list[int] = []
    for owner in owners:
        forms = connection.execute("SELECT DISTINCT key FROM name_form WHERE owner = ?", (owner,))
        if any(OSA.distance(key, form, score_cutoff=1) <= 1 for (form,) in forms):
            kept.append(owner)
    return kept


_EXACT: tuple[_Rung, ...] = (
    _by_key,
    _by_key_without_honorific,
    _by_reading,
    _by_part,
    _by_organisation_base,
    _by_role,
)
