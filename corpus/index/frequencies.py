"""In how many passages each term stands, as a store keeps it.

A term and its field make a key: a word (W) is its own, a unit (U) stands after U+0001, a CJK bigram (B) after U+0002;
Latin stems and numbers, which are units and bigrams, stand as units. Nearly all keys have up to three characters: those
are numbers, which stand in blocks in ascending order. A row for each took six times as long to write. What must not
live here: how terms are counted (:mod:`corpus.index.counting`).
"""

import functools
import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from corpus.analysis.terms import is_cjk

Numbers = npt.NDArray[np.int64]
SCHEMA: Final = """
CREATE TABLE short_terms (first INTEGER PRIMARY KEY, numbers BLOB NOT NULL, counts BLOB NOT NULL);
CREATE TABLE long_terms (key TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
"""
SHORT: Final = 3  # characters of a key that is a number
BITS: Final = 18  # of a code point: what terms are made of ends below U+40000
UNIT, BIGRAM, WORD = 1, 2, 3  # the first character of a unit's key, of a bigram's, and the least of a word's
_MOST: Final = 64  # numbers in a block
_BLOCKS: Final = 1_000  # that are changed at once
_SHIFTS: Final = np.arange(SHORT)[::-1] * BITS
_BLOCK_OF_EACH: Final = (
    "SELECT value, numbers, counts FROM json_each(?) JOIN short_terms"
    " ON first = (SELECT first FROM short_terms WHERE first <= value ORDER BY first DESC LIMIT 1)"
)
_THESE: Final = "first IN (SELECT value FROM json_each(?))"
_ADD_LONG: Final = "INSERT INTO long_terms VALUES (?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"


def document_frequency(connection: sqlite3.Connection, field: str, terms: Iterable[str]) -> dict[str, int]:
    """Return in how many passages each term stands in a field ("W", "U" or "B"); absent terms are left out."""
    keys = {_key(field, term): term for term in terms}
    asked = {_number(key): term for key, term in keys.items() if len(key) <= SHORT}
    found: dict[str, int] = {}
    for number, block, counts in connection.execute(_BLOCK_OF_EACH, (json.dumps([*asked]),)):
        numbers = memoryview(block).cast("q")
        place = bisect_left(numbers, number)
        if place < len(numbers) and numbers[place] == number:
            found[asked[number]] = memoryview(counts).cast("I")[place]
    if len(asked) < len(keys):
        query = "SELECT key, n FROM long_terms WHERE key IN (SELECT value FROM json_each(?))"
        rows = connection.execute(query, (json.dumps([key for key in keys if len(key) > SHORT]),))
        found.update((keys[key], n) for key, n in rows)
    return found


def units_beginning(connection: sqlite3.Connection, letters: str, limit: int) -> list[str]:
    """Return units of four characters or more that begin so, those of most passages first."""
    query = "SELECT key FROM long_terms WHERE key >= :low AND key < :low || char(1114111) ORDER BY n DESC, key LIMIT :n"
    rows = connection.execute(query, {"low": _key("U", letters), "n": limit})
    return [key[1:] for (key,) in rows]


def units(connection: sqlite3.Connection) -> set[str]:
    """Return the CJK characters of a store, with some short units of other scripts."""
    return {key[1:] for numbers in _between(connection, UNIT, BIGRAM) for key in _keys(numbers)}


def words_among(connection: sqlite3.Connection, wanted: frozenset[str]) -> set[str]:
    """Return which of some words a store holds."""
    query = f"SELECT key FROM long_terms WHERE key >= '{chr(WORD)}'"  # noqa: S608  a character of ours
    found = {key for (key,) in connection.execute(query) if key in wanted}
    return found.union(_short_among(connection, (WORD, 2**BITS), _numbers("", wanted)))


def bigrams_among(connection: sqlite3.Connection, wanted: frozenset[str]) -> set[str]:
    """Return which of some CJK bigrams a store holds."""
    return {key[1:] for key in _short_among(connection, (BIGRAM, WORD), _numbers(chr(BIGRAM), wanted))}


def add(connection: sqlite3.Connection, numbers: Numbers, changes: Numbers, long: Sequence[tuple[str, int]]) -> None:
    """Add changes to the counts of distinct numbers in ascending order, and of longer keys; what comes to 0 is gone."""
    connection.executemany(_ADD_LONG, long)
    fewer = ((key,) for key, change in long if change < 0)
    connection.executemany("DELETE FROM long_terms WHERE key = ? AND n <= 0", fewer)
    rows = connection.execute("SELECT first FROM short_terms ORDER BY first")
    firsts = np.fromiter((first for (first,) in rows), np.int64)
    firsts = firsts if len(firsts) else numbers[:1]
    blocks = np.maximum(np.searchsorted(firsts, numbers, side="right") - 1, 0)
    touched = np.unique(blocks)
    for start in range(0, len(touched), _BLOCKS):
        some = touched[start : start + _BLOCKS]
        these = slice(*np.searchsorted(blocks, [some[0], some[-1] + 1]))
        _change(connection, firsts[some], numbers[these], changes[these])


def summed(numbers: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    """Return each number once, in ascending order, with the sum of its counts."""
    order = np.argsort(numbers, kind="stable")
    numbers, counts = numbers[order], counts[order]
    first = first_of_each(numbers)
    return numbers[first], np.add.reduceat(counts, first) if len(first) else counts


def first_of_each(numbers: Numbers) -> Numbers:
    """Return where in ascending numbers each stands first."""
    fresh = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=fresh[1:])
    return np.flatnonzero(fresh)


def _change(connection: sqlite3.Connection, firsts: Numbers, numbers: Numbers, changes: Numbers) -> None:
    """Add changes to some blocks, and cut those anew that grow too long."""
    asked = (json.dumps(firsts.tolist()),)
    rows = connection.execute(f"SELECT numbers, counts FROM short_terms WHERE {_THESE}", asked).fetchall()  # noqa: S608  ours
    held = np.frombuffer(b"".join(block for block, _ in rows), np.int64)
    counts = np.frombuffer(b"".join(counts for _, counts in rows), np.uint32)
    numbers, changes = summed(np.concatenate([held, numbers]), np.concatenate([counts.astype(np.int64), changes]))
    kept = changes > 0
    connection.execute(f"DELETE FROM short_terms WHERE {_THESE}", asked)  # noqa: S608  ours
    blocks = _cut(firsts, numbers[kept], changes[kept].astype(np.uint32))
    connection.executemany("INSERT INTO short_terms VALUES (?, ?, ?)", blocks)


def _cut(firsts: Numbers, numbers: Numbers, counts: npt.NDArray[np.uint32]) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield blocks, none of which reaches from one of the old ones into the next: others may stand between them."""
    edges = np.searchsorted(numbers, firsts[1:]).tolist()
    for start, end in pairwise([0, *edges, len(numbers)]):
        pieces = -(start - end) // _MOST + 1
        cuts = [start + (end - start) * piece // pieces for piece in range(pieces + 1)]
        for one, other in pairwise(cuts):
            if one < other:
                yield int(numbers[one]), numbers[one:other].tobytes(), counts[one:other].tobytes()


def _between(connection: sqlite3.Connection, start: int, end: int) -> Iterator[Numbers]:
    """Yield the numbers of keys by their first character, ascending, from one on and below another."""
    low, high = (character << (SHORT - 1) * BITS for character in (start, end))
    first = "coalesce((SELECT max(first) FROM short_terms WHERE first <= :low), 0)"
    query = f"SELECT numbers FROM short_terms WHERE first >= {first} AND first < :high ORDER BY first"  # noqa: S608  ours
    rows = connection.execute(query, {"low": low, "high": high})
    while some := rows.fetchmany(_BLOCKS):
        numbers = np.frombuffer(b"".join(block for (block,) in some), np.int64)
        if len(numbers := numbers[slice(*np.searchsorted(numbers, [low, high]))]):
            yield numbers


def _short_among(connection: sqlite3.Connection, between: tuple[int, int], wanted: Numbers) -> Iterator[str]:
    for numbers in _between(connection, *between):
        nearby = wanted[slice(*np.searchsorted(wanted, [numbers[0], numbers[-1] + 1]))]
        yield from _keys(np.intersect1d(numbers, nearby, assume_unique=True))


@functools.lru_cache(maxsize=2)  # the dictionary's words and its bigrams are the same for every build
def _numbers(before: str, terms: frozenset[str]) -> Numbers:
    """Return, ascending, the numbers of the short ones of some keys: terms behind what stands before all of them."""
    keys = [key for term in terms if len(key := before + term) <= SHORT]
    codes = np.array(keys, f"U{SHORT}").view(np.uint32).reshape(-1, SHORT)
    return np.sort((codes.astype(np.int64) << _SHIFTS).sum(axis=1))


def _number(key: str) -> int:
    one, two, three = (*map(ord, key), 0, 0, 0)[:SHORT]
    return one << 2 * BITS | two << BITS | three


def _keys(numbers: Numbers) -> list[str]:
    codes = (numbers[:, None] >> _SHIFTS & 2**BITS - 1).astype(np.uint32)
    keys: list[str] = codes.view(f"U{SHORT}").ravel().tolist()
    return keys


def _key(field: str, term: str) -> str:
    if field == "W":
        return term
    return f"{chr(BIGRAM if field == 'B' and is_cjk(term) else UNIT)}{term}"
