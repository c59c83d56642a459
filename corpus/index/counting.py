"""In how many passages each term stands, counted for many passages at a time.

CJK units and bigrams and short words are counted as numbers, in arrays that take a tenth of the time and of the memory
that strings in dictionaries do. What must not live here: where the counts are kept (:mod:`corpus.index.writer`).
"""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import repeat

import numpy as np
import numpy.typing as npt

from corpus.analysis.terms import is_cjk

Codes = npt.NDArray[np.uint64]
_BITS = 21  # of a code point
_LAST_CJK = 0x323AF
_SHORT = 3  # characters of a word, which its number begins with: as many as it takes
_MERGED = 500_000  # numbers that are kept before they are counted
_ROWS = 50_000


class TermCounts:
    """The changes in the document frequencies of words (W), units (U) and bigrams (B)."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()  # of more than three characters
        self._others: Counter[str] = Counter()  # Latin stems and numbers, which are units and bigrams
        self._units = _Numbers(1)
        self._pairs = _Numbers(2)
        self._short_words = _Numbers(_SHORT)

    def __len__(self) -> int:
        numbers = len(self._pairs) + len(self._short_words)
        return len(self._words) + len(self._others) + numbers // 8  # in words, by the memory that they take

    def count(self, sign: int, words_lines: str, units_lines: str) -> None:
        """Count the distinct terms of a passage once, or take them back with a sign of -1."""
        self._count_words(sign, words_lines)
        codes = np.frombuffer(units_lines.encode("utf-32-le"), dtype=np.uint32)
        cjk = _cjk().take(codes, mode="clip")
        if np.count_nonzero(codes > ord(" ")) > np.count_nonzero(cjk):
            others = {run for run in units_lines.split() if not is_cjk(run)}
            (self._others.update if sign > 0 else self._others.subtract)(others)
        units = codes.astype(np.uint64)
        self._units.add(sign, units[cjk])
        self._pairs.add(sign, (units[:-1] << np.uint64(_BITS) | units[1:])[cjk[:-1] & cjk[1:]])

    def _count_words(self, sign: int, lines: str) -> None:
        codes = np.frombuffer(lines.encode("utf-32-le") + bytes(4 * _SHORT), dtype=np.uint32).astype(np.uint64)
        ends = np.flatnonzero(codes <= ord(" "))[: 1 - _SHORT]
        starts = np.append(0, ends[:-1] + 1)
        short = (starts < ends) & (ends <= starts + _SHORT)
        characters = starts[short, None] + np.arange(_SHORT)
        spelt = np.where(characters < ends[short, None], codes[characters], 0)
        self._short_words.add(sign, spelt @ (np.uint64(1) << _shifts(_SHORT)))
        long = ends > starts + _SHORT
        words = {lines[start:end] for start, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True)}
        (self._words.update if sign > 0 else self._words.subtract)(words)

    def take(self) -> Iterator[Iterable[tuple[str, str, int]]]:
        """Yield rows of (field, term, change), mostly in order, and forget them."""
        for field, strings, numbers in (
            ("B", self._others, self._pairs),
            ("U", self._others, self._units),
            ("W", self._words, self._short_words),
        ):
            yield zip(repeat(field), *_columns(strings), strict=False)
            for terms, changes in numbers.take():
                yield zip(repeat(field), terms, changes, strict=False)
        self._words.clear()
        self._others.clear()


def _columns(counter: Counter[str]) -> tuple[list[str], Iterator[int]]:
    terms = sorted(counter)
    return terms, map(counter.__getitem__, terms)


def _shifts(characters: int) -> Codes:
    return np.arange(characters)[::-1].astype(np.uint64) * np.uint64(_BITS)


class _Numbers:
    """Counts of terms of up to three characters, each as the number that its code points make."""

    def __init__(self, characters: int) -> None:
        self._characters = characters
        self._forget()

    def _forget(self) -> None:
        self._numbers: Codes = np.empty(0, np.uint64)
        self._counts: npt.NDArray[np.int64] = np.empty(0, np.int64)
        self._waiting: list[tuple[int, Codes]] = []
        self._waiting_size = 0

    def __len__(self) -> int:
        return len(self._numbers) + self._waiting_size

    def add(self, sign: int, numbers: Codes) -> None:
        """Count what stands in an array once."""
        distinct = np.unique(numbers)
        self._waiting.append((sign, distinct))
        self._waiting_size += len(distinct)
        if self._waiting_size > _MERGED:
            self._merge()

    def take(self) -> Iterator[tuple[list[str], list[int]]]:
        """Yield terms and their counts in order, some at a time, and forget them."""
        self._merge()
        numbers, counts = self._numbers, self._counts
        self._forget()
        shifts = _shifts(self._characters)
        for start in range(0, len(numbers), _ROWS):
            codes = numbers[start : start + _ROWS, None] >> shifts & np.uint64(2**_BITS - 1)
            terms: list[str] = codes.astype(np.uint32).view(f"<U{self._characters}").ravel().tolist()
            yield terms, counts[start : start + _ROWS].tolist()

    def _merge(self) -> None:
        if not self._waiting_size:
            return
        numbers = np.concatenate([self._numbers, *(each for _, each in self._waiting)])
        changes = [np.full(len(each), sign) for sign, each in self._waiting]
        order = np.argsort(numbers, kind="stable")
        numbers = numbers[order]
        first = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1]))
        self._counts = np.add.reduceat(np.concatenate([self._counts, *changes])[order], first)
        self._numbers, self._waiting, self._waiting_size = numbers[first], [], 0


@functools.cache
def _cjk() -> npt.NDArray[np.bool_]:
    """Return for each code point, up to one that is none, whether it is a CJK character."""
    return np.array([is_cjk(chr(code)) for code in range(_LAST_CJK + 2)])
