"""Which articles are one article: copies, the same text in the other script, and reposts with small edits.

What must not live here: how a text is told (:mod:`corpus.reading.fingerprint`), files, and ids.
"""

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.analysis.folding import fold, fold_key
from corpus.article import Article
from corpus.reading.fingerprint import BANDS, Fingerprint, first_words, shingles
from corpus.reading.payload import Fingerprinted

_DIGIT = re.compile(r"\d")
# How much of the shorter text's shingles the longer one holds, and how long the shorter one is beside it. Each changed
# word costs five shingles.
_ENOUGH, _ENOUGH_UNTITLED = 0.85, 0.95
_LENGTHS = 0.7
# How many words are compared; two books that differ after these alone are one.
_COMPARED_WORDS = 50_000
# Below this, only texts that are equal are one: a notice that differs in a name is another notice.
_MIN_WORDS, _MIN_WORDS_UNTITLED = 50, 200


def joined(copies: Sequence[Fingerprinted]) -> list[Article]:
    """Return one article for each group of copies, in the order in which the kept ones came.

    Kept is the one whose file names an id; else the one that says most of itself (author, source, date, address); else
    the longest; else the first. The origins of the others follow its own. What one copy says of itself is never put on
    another. Copies that name different ids are joined only where their texts are the same.

    The work is linear in the number of copies, however alike they are: each is compared with at most 13 others.
    """
    groups: dict[int, list[int]] = {}
    group_of: list[int] = []
    for position, candidates in enumerate(_candidates([copy.fingerprint for copy in copies])):
        firsts = dict.fromkeys(group_of[candidate] for candidate in candidates)
        group = next((first for first in firsts if _same(copies[first], copies[position])), position)
        group_of.append(group)
        groups.setdefault(group, []).append(position)
    _content.cache_clear()
    kept = {max(members, key=lambda member: _merit(copies[member], member)): members for members in groups.values()}
    return [_with_origins(copies, best, members) for best, members in sorted(kept.items())]


def _merit(copy: Fingerprinted, position: int) -> tuple[bool, int, int, int]:
    article = copy.document.article
    said = sum(value is not None for value in (article.author, article.source, article.published, article.url))
    return copy.document.names_id, said, len(article.text), -position


def _with_origins(copies: Sequence[Fingerprinted], best: int, members: Iterable[int]) -> Article:
    article = copies[best].document.article
    others = (copies[member].document.article.origin for member in members if member != best)
    return dataclasses.replace(article, origins=(article.origin, *others))


def _candidates(prints: Sequence[Fingerprint]) -> Iterator[Iterable[int]]:
    """Yield, for each, the earlier ones to compare it with: the first that shares its digest, or one of its bands."""
    of_digest: dict[bytes, int] = {}
    bands = np.frombuffer(b"".join(each.bands for each in prints), dtype="<u8").reshape(-1, BANDS)
    of_bands = []  # arrays, since 16 bytes for a band of an article are a sixth of what an entry of a dictionary takes
    for band in range(BANDS):
        _, first, which = np.unique(bands[:, band], return_index=True, return_inverse=True)
        of_bands.append(first[which])
    for position, each in enumerate(prints):
        alike = (of_digest.setdefault(each.digest, position), *(int(first[position]) for first in of_bands))
        yield [earlier for earlier in alike if earlier != position]


def _same(one: Fingerprinted, other: Fingerprinted) -> bool:
    """Whether two articles are one."""
    if one.fingerprint.digest == other.fingerprint.digest:
        return True
    if one.document.names_id and other.document.names_id:
        return False
    return _near(one.document.article, other.document.article)


def _near(one: Article, other: Article) -> bool:
    """Whether one text is the other with small edits, by their shingles.

    A figure that the other text has not is another statement, whatever else is equal: reports of one form differ in
    little else.
    """
    mine, theirs = _content(one.text), _content(other.text)
    titled = _titled_alike(fold_key(one.title), fold_key(other.title))
    if min(mine.words, theirs.words) < (_MIN_WORDS if titled else _MIN_WORDS_UNTITLED):
        return False
    if not (mine.figures <= theirs.figures or theirs.figures <= mine.figures):
        return False
    shorter, longer = sorted((mine.shingles, theirs.shingles), key=len)
    if min(mine.chars, theirs.chars) < _LENGTHS * max(mine.chars, theirs.chars):
        return False
    enough = _ENOUGH if titled else _ENOUGH_UNTITLED
    return len(shorter & longer) >= enough * len(shorter)


def _titled_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 2 and (one in other or other in one)


@dataclass(frozen=True, slots=True)
class _Content:
    chars: int
    words: int
    shingles: frozenset[int]
    figures: frozenset[str]


@functools.lru_cache(maxsize=4)
def _content(text: str) -> _Content:
    """Return what two texts are compared by; those just compared are often compared again."""
    words = first_words(fold(text).text, _COMPARED_WORDS)
    return _Content(
        chars=len(text),
        words=len(words),
        shingles=frozenset(map(hash, shingles(words))),
        figures=frozenset(word for word in words if _DIGIT.search(word)),
    )
