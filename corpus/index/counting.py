"""In how many passages each term stands, counted for many passages at a time in arrays of numbers.

What must not live here: what numbers stand for and where counts are kept (:mod:`corpus.index.frequencies`).
"""

import functools
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from corpus.analysis.terms import is_cjk
from corpus.index.frequencies import BIGRAM, BITS, SHORT, UNIT, Numbers, first_of_each, summed

_LAST_CJK = 0x323AF
_PASSAGE_BITS = 8
_BATCH = 2**_PASSAGE_BITS  # passages that are counted at once
_SUMMED = 500_000  # numbers that are kept before they are summed up
_BLANK = ord(" ")


class TermCounts:
    """The changes in the document frequencies of words, units and bigrams."""

    def __init__(self) -> None:
        self._batches: dict[int, list[tuple[str, str]]] = {1: [], -1: []}
        self._long: Counter[str] = Counter()
        self._forget()

    def _forget(self) -> None:
        self._numbers = [np.empty(0, np.int64)]
        self._counts = [np.empty(0, np.int64)]
        self._size = 0

    def __len__(self) -> int:
        return len(self._long) + self._size // 8  # in strings, by the memory that they take

    def count(self, sign: int, words_lines: str, units_lines: str) -> None:
        """Count the distinct terms of a passage once, or take them back with a sign of -1."""
        batch = self._batches[sign]
        batch.append((words_lines, units_lines))
        if len(batch) == _BATCH:
            self._count(sign)

    def take(self) -> tuple[Numbers, Numbers, list[tuple[str, int]]]:
        """Return the changes by number and by longer key, both ascending, and forget them."""
        for sign in self._batches:
            self._count(sign)
        numbers, counts = summed(np.concatenate(self._numbers), np.concatenate(self._counts))
        long = sorted(self._long.items())
        self._long.clear()
        self._forget()
        return numbers, counts, long

    def _count(self, sign: int) -> None:
        if not self._batches[sign]:
            return
        words, units = (_Texts(texts) for texts in zip(*self._batches[sign], strict=True))
        self._batches[sign].clear()
        cjk = _cjk().take(units.codes, mode="clip")
        pairs = cjk[:-1] & cjk[1:]
        starts, ends = units.runs()
        others = ~cjk[starts]
        every_word, latin_units = words.spelt(0, *words.runs()), units.spelt(UNIT, starts[others], ends[others])
        numbers = np.concatenate(
            [
                every_word[0],
                latin_units[0],
                units.numbered(cjk, UNIT, units.codes[cjk], 0),
                units.numbered(pairs.nonzero()[0], BIGRAM, units.codes[:-1][pairs], units.codes[1:][pairs]),
            ]
        )
        for _, key in every_word[1] | latin_units[1]:
            self._long[key] += sign
        numbers.sort()
        found = numbers[first_of_each(numbers)] >> _PASSAGE_BITS
        first = first_of_each(found)
        self._numbers.append(found[first])
        self._counts.append(sign * np.diff(first, append=len(found)))
        self._size += len(first)
        if sum(map(len, self._numbers[1:])) > _SUMMED:
            numbers, counts = summed(np.concatenate(self._numbers), np.concatenate(self._counts))
            self._numbers, self._counts, self._size = [numbers], [counts], len(numbers)


class _Texts:
    """Lines of several passages as one text, in which every place knows its passage."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = f" {' '.join(texts)}{' ' * SHORT}"
        self.codes = np.frombuffer(self.text.encode("utf-32-le"), np.uint32).astype(np.int64)
        lengths = [len(text) + 1 for text in texts]
        lengths[-1] += SHORT
        self._passages = np.repeat(np.arange(len(texts)), lengths)

    def runs(self) -> tuple[Numbers, Numbers]:
        """Return where each run between white space starts and ends."""
        blanks = np.flatnonzero(self.codes <= _BLANK)
        starts, ends = blanks[:-1] + 1, blanks[1:]
        return starts[starts < ends], ends[starts < ends]

    def numbered(self, places: npt.NDArray[np.bool_] | Numbers, *characters: Numbers | int) -> Numbers:
        """Return the number that three characters make, and the passage of the place where each stands."""
        one, two, three = characters
        return ((one << 2 * BITS) | (two << BITS) | three) << _PASSAGE_BITS | self._passages[places]

    def spelt(self, lead: int, starts: Numbers, ends: Numbers) -> tuple[Numbers, set[tuple[int, str]]]:
        """Return the runs, each after a leading character if there is one: numbers, and what is too long for one."""
        room = SHORT - (lead > 0)
        lengths = ends - starts
        short, long = starts[lengths <= room], lengths > room
        letters = [np.where(lengths[lengths <= room] > n, self.codes[short + n], 0) for n in range(room)]
        numbers = self.numbered(short, *((lead, *letters) if lead else letters))
        before = chr(lead) if lead else ""
        places = zip(self._passages[starts[long]].tolist(), starts[long].tolist(), ends[long].tolist(), strict=True)
        return numbers, {(passage, f"{before}{self.text[start:end]}") for passage, start, end in places}


@functools.cache
def _cjk() -> npt.NDArray[np.bool_]:
    """Return for each code point, up to one that is none, whether it is a CJK character."""
    return np.array([is_cjk(chr(code)) for code in range(_LAST_CJK + 2)])
