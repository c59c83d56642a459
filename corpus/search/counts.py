"""Where the terms of a question stand in the candidates: in their sentences and titles, in lines that the build wrote.

What must not live here: analysis, and what a place is worth (:mod:`corpus.search.ranking`).
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from corpus.analysis.terms import is_cjk, needle
from corpus.index.analysed import NUMBERS
from corpus.index.statistics import positive_idf
from corpus.index.store import StoredPassage

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.unsignedinteger[Any]]
Terms = Mapping[str, float]
_FIRST_CJK = 0x2E80
_NOWHERE: Places = np.empty(0, np.intp)


class Text:
    """Lines of terms joined by spaces: where terms stand in them. A place is a character; at either end is a space."""

    def __init__(self, lines: str) -> None:
        self._lines = lines
        padded = f" {lines} "
        narrow = padded.encode("utf-16-le")  # numpy looks through half as much where no character takes two
        wide = len(narrow) > 2 * len(padded)
        encoded = (padded.encode("utf-32-le"), "<u4") if wide else (narrow, "<u2")
        self.codes: Codes = np.frombuffer(*encoded).copy()
        self._breaks = np.flatnonzero(self.codes == ord("\n"))
        self.codes[self._breaks] = ord(" ")
        self._characters: dict[str, Places] = {}
        self._found: dict[tuple[str, bool], tuple[Places, Places]] = {}

    @functools.cached_property
    def begins(self) -> Flags:
        """Where a run begins, a CJK character being one."""
        space = self.codes == ord(" ")
        alone = space | (self.codes >= _FIRST_CJK)
        begins: Flags = ~space
        begins[1:] &= alone[1:] | alone[:-1]
        return begins

    def lines_at(self, places: Places) -> Places:
        """Return the number of the line that each place is in."""
        lines: Places = self._breaks.searchsorted(places)
        return lines

    def unit_lengths(self, line: int) -> tuple[Floats, Floats]:
        """Return how many units and bigrams stand in each line from one on, which is not the first."""
        starts = self._breaks[line - 1 :]
        begins, cjk = self.begins[starts[0] :], self.codes[starts[0] :] >= _FIRST_CJK
        pairs = begins & ~cjk
        pairs[:-1] |= cjk[:-1] & cjk[1:]
        units, bigrams = (np.add.reduceat(flags, starts - starts[0], dtype=float) for flags in (begins, pairs))
        return units, bigrams

    def find(self, term: str, *, whole_only: bool = False) -> tuple[Places, Places]:
        """Return where a term stands, and in which lines: anywhere in a CJK run, else or ``whole_only`` as one."""
        found = self._found.get((term, whole_only))
        if found is None:
            places = self._places(f" {term} " if whole_only else needle(term))
            found = self._found[term, whole_only] = places, self.lines_at(places)
        return found

    def find_beginnings(self, letters: str) -> tuple[Places, Places]:
        """Return where Latin words stand that begin with some letters, and in which lines."""
        places = self._places(f" {letters}")
        return places, self.lines_at(places)

    def matches(self, pattern: re.Pattern[str]) -> Places:
        """Return where each match of a pattern begins."""
        return np.array([match.start() + 1 for match in pattern.finditer(self._lines)], np.intp)

    def _places(self, wanted: str) -> Places:
        offset = -1 if wanted[0] == " " else 0
        first = wanted[-offset]
        if first not in self._characters:
            self._characters[first] = np.flatnonzero(self.codes == ord(first))
        places = self._characters[first]
        for place, character in enumerate(wanted, offset):
            if place:
                places = places[self.codes.take(places + place, mode="clip") == ord(character)]
        return places


@dataclass(frozen=True, slots=True)
class Lines:
    """The sentences of all candidates in a row, and after them their titles.

    ``text`` and ``words`` are their units and words, but of titles both have the units; ``lengths`` are how many words,
    units and bigrams the sentences have, ``titles`` how many units and bigrams the titles; ``total`` counts the
    sentences, ``starts`` is where each passage begins, ``passage`` tells which it is that a line belongs to, and
    ``cjk`` which passages are mostly in CJK characters.
    """

    text: Text
    words: Text
    lengths: Floats
    titles: tuple[Floats, Floats]
    total: int
    starts: Places
    passage: Places
    cjk: Flags

    @classmethod
    def of(cls, passages: Sequence[StoredPassage]) -> Self:
        """Return those of candidates."""
        titles = [passage.title_units for passage in passages]
        text = Text("\n".join([*(passage.analysed.units for passage in passages), *titles]))
        words = Text("\n".join([*(passage.analysed.words for passage in passages), *titles]))
        numbers = np.frombuffer(b"".join(passage.analysed.sentences for passage in passages), np.uint32)
        lengths = numbers.reshape(-1, NUMBERS).T[2:].astype(float)
        counts = [len(passage.analysed.sentences) // NUMBERS for passage in passages]
        each = np.arange(len(counts))
        belongs = np.append(np.repeat(each, counts), each)
        starts = np.cumsum([0, *counts[:-1]])
        total = sum(counts)
        cjk = np.array([passage.cjk for passage in passages])
        return cls(text, words, lengths, text.unit_lengths(total), total, starts, belongs, cjk)

    def sums(self, values: Floats) -> Floats:
        """Return the sum over each passage's sentences, which come first on the last axis."""
        return np.add.reduceat(values[..., : self.total], self.starts, axis=-1)

    def best(self, values: Floats) -> Floats:
        """Return the highest of each passage's sentences."""
        return np.maximum.reduceat(values, self.starts)


class OtherForm(NamedTuple):
    """What other forms stand for, as a line of units; their idf; what one counts; where they stand, in which lines."""

    key: str
    idf: float
    share: float
    places: Places
    at: Places

    @classmethod
    def of(cls, key: str, idf: float, share: float, forms: Sequence[str], lines: Lines, counting: Flags) -> Self:
        """Look for forms in the passages that ``counting`` tells."""
        places = np.unique(np.concatenate([lines.text.find(form)[0] for form in forms]))
        at = lines.text.lines_at(places)
        kept = counting[lines.passage[at]]
        return cls(key, idf, share, places[kept], at[kept])

    def stands_for(self, term: str) -> bool:
        """Whether a term is part of what it is."""
        return term in (self.key if is_cjk(term) else self.key.split())


@dataclass(frozen=True, slots=True)
class Field:
    """The terms of a question in one field, a row each.

    ``lines`` and ``titles`` count them in each line and each passage's title, other forms as a share of one; ``rows``,
    ``places`` and ``shares`` are where they stand and what they count there; ``idf`` is that of the whole index,
    ``local`` that among the candidates, positive_idf(n, m) for what stands in m of them: it tells them apart.
    """

    lines: Floats
    titles: Floats
    rows: Places
    places: Places
    shares: Floats
    idf: Floats
    local: Floats

    @classmethod
    def of(cls, terms: Terms, worth: Sequence[float], text: Text, lines: Lines, others: Sequence[OtherForm]) -> Self:
        """Count terms, given with their idf, of which each is worth a share, and forms that stand for them.

        In words, a term counts as a whole one alone. Other forms of it add nothing to a sentence that holds it.
        """
        own = [text.find(term, whole_only=text is lines.words) for term in terms]
        found = [(row, 1.0, places, at) for row, (places, at) in enumerate(own)]
        size = len(lines.passage)
        found += [
            (row, form.share * min(1.0, form.idf / idf), form.places[alone], form.at[alone])
            for form in others
            for row, (term, idf) in enumerate(terms.items())
            if idf and form.stands_for(term)
            for alone in [~np.isin(form.at, own[row][1])]
        ]
        sizes = [len(places) for _, _, places, _ in found]
        rows = np.repeat([row for row, *_ in found], sizes).astype(np.intp)
        shares = np.repeat([share for _, share, *_ in found], sizes)
        places, at = (np.concatenate([_NOWHERE, *(one[which] for one in found)]) for which in (2, 3))
        flat = np.bincount(rows * size + at, shares, len(terms) * size).astype(float, copy=False)
        counts = flat.reshape(len(terms), size)
        in_lines, in_titles = counts[:, : lines.total], counts[:, lines.total :]
        holding = ((lines.sums(in_lines) > 0) | (in_titles > 0)).sum(axis=1)
        local = [positive_idf(len(lines.starts), int(m)) for m in holding]
        each = np.array(worth)
        return cls(in_lines, in_titles, rows, places, shares, each * [*terms.values()], each * local)
