"""Which words of an index say what one of the other language, or region, says: found out by a build, for questions.

What must not live here: what such a match is worth (:mod:`corpus.search.ranking`).
"""

import functools
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from corpus.analysis.bilingual import pairs
from corpus.analysis.dictionary import worked_out
from corpus.analysis.regions import same_words
from corpus.analysis.terms import bigrams_of
from corpus.index.frequencies import document_frequency, units, words_among

MOST_FORMS = 8  # of a word
_FEW_WORDS = 5_000  # of more, all pairs are looked at


def translations(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield words of either language, as lines of units, and the lines of the other that the words of a store allow.

    Those of a word are joined by line breaks, the closest in meaning first. Where all that an English one has are
    characters that stand within words alone, such as 龙 of 恐龙, it has those. What another region says instead comes
    before them, and need not be one word.
    """
    regional = [line.split("\t") for line in worked_out("same", same_words)]
    bigrams = {word: {*bigrams_of(word)} for pair in regional for word in pair}
    inside = document_frequency(connection, "B", set().union(*bigrams.values())).keys()
    held = words_among(connection, _words())
    within = (units(connection) & _words()) - held
    lines = worked_out("pairs", pairs) if len(held) > _FEW_WORDS else _lines_with(held | within)
    found: defaultdict[str, list[str]] = defaultdict(list)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for ours, theirs in regional:
        for word, other in ((ours, theirs), (theirs, ours)):
            if bigrams[other] <= inside:
                found[word].append(other)
    for line in lines:
        english, chinese = line.split("\t")
        if chinese in within:
            parts[english].append(chinese)
        if chinese in held or (" " in chinese and held.issuperset(chinese.split())):
            found[english].append(chinese)
        if english in held or (" " in english and held.issuperset(english.split())):
            found[chinese].append(english)
    found |= {english: characters for english, characters in parts.items() if english not in found}
    yield from ((word, "\n".join(forms[:MOST_FORMS])) for word, forms in sorted(found.items()))


@functools.cache
def _words() -> frozenset[str]:
    return frozenset("\n".join(worked_out("pairs", pairs)).split())


def _lines_with(held: Iterable[str]) -> Iterator[str]:
    """Yield the pairs that a word is part of, in order: a small index looks at few."""
    lines, places = _places()
    yield from (lines[place] for place in sorted({*chain.from_iterable(map(places.__getitem__, held))}))


@functools.cache
def _places() -> tuple[list[str], dict[str, list[int]]]:
    lines = worked_out("pairs", pairs)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for word in line.split():
            places[word].append(place)
    return lines, dict(places)
