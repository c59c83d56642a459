"""Which words of an index say what one of the other language, or region, says: found out by a build, for questions.

What must not live here: what such a match is worth (:mod:`corpus.search.ranking`).
"""

import functools
import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from corpus.analysis.bilingual import pairs
from corpus.analysis.dictionary import worked_out
from corpus.analysis.regions import same_words
from corpus.analysis.terms import bigrams_of
from corpus.index.frequencies import bigrams_among, units, words_among

MOST_FORMS = 8  # of a word
_FEW_WORDS = 5_000  # of an index that leaves room to keep 24 MB of pairs for the next


def translations(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield words of either language, as lines of units, and the lines of the other that the words of a store allow.

    Those of a word are joined by line breaks, the closest in meaning first. Where all that an English one has are
    characters that stand within words alone, such as 龙 of 恐龙, it has those. What another region says instead comes
    before them, and need not be one word.
    """
    regional, bigrams = _regional()
    inside = bigrams_among(connection, bigrams)
    held = words_among(connection, _words())
    within = (units(connection) & _words()) - held
    found: defaultdict[str, list[str]] = defaultdict(list)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for word, other, parts_of_other in regional:
        if parts_of_other <= inside:
            found[word].append(other)
    for english, chinese in zip(*(_pairs() if len(held) > _FEW_WORDS else _kept_pairs()), strict=True):
        if chinese in within:
            parts[english].append(chinese)
        if chinese in held or (" " in chinese and held.issuperset(chinese.split())):
            found[english].append(chinese)
        if english in held or (" " in english and held.issuperset(english.split())):
            found[chinese].append(english)
    found |= {english: characters for english, characters in parts.items() if english not in found}
    yield from ((word, "\n".join(found[word][:MOST_FORMS])) for word in sorted(found))


@functools.cache
def _regional() -> tuple[list[tuple[str, str, frozenset[str]]], frozenset[str]]:
    """Return each word with one that says the same elsewhere and the bigrams of that, and all such bigrams."""
    same = [line.split("\t") for line in worked_out("same", same_words)]
    both = [pair for ours, theirs in same for pair in ((ours, theirs), (theirs, ours))]
    found = [(word, other, frozenset(bigrams_of(other))) for word, other in both]
    return found, frozenset().union(*(bigrams for *_, bigrams in found))


@functools.cache
def _words() -> frozenset[str]:
    return frozenset("\n".join(worked_out("pairs", pairs)).split())


def _pairs() -> tuple[list[str], list[str]]:
    """Return the English and the Chinese of each pair, cut at once: line by line takes eight times as long."""
    words = "\t".join(worked_out("pairs", pairs)).split("\t")
    return words[::2], words[1::2]


_kept_pairs = functools.cache(_pairs)
