"""The ranking of candidates: one table of weights, the same for every engine.

score = sum over parts of weight x BM25 (Robertson and Zaragoza 2009, eq. 3.3, idf above 0) + sum of weight x coverage;
a part is a field counted in the passage, in its best sentence or in the title, a coverage the idf of the distinct terms
that stand together somewhere. What must not live here: analysis; all is counted in lines that the build wrote.
"""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log1p
from typing import Self

import numpy as np
import numpy.typing as npt

from corpus.analysis.answers import answer_pattern
from corpus.analysis.terms import is_cjk, needle, units_line
from corpus.index.manifest import Averages
from corpus.index.statistics import positive_idf
from corpus.index.store import Store, StoredPassage
from corpus.search.forms import Forms, other_names, translations
from corpus.search.question import Question

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weighting:
    """The weight of a part and its BM25 parameters."""

    weight: float
    k1: float
    b: float


# Each stays only while it earns .2 points of R@1 on questions that it was not chosen on (docs/quality.md).
PASSAGE_W = Weighting(1.0, 0.4, 0.9)
PASSAGE_U = Weighting(2.0, 0.6, 0.9)
PASSAGE_B = Weighting(0.5, 0.6, 0.9)
SENTENCE = Weighting(1.0, 0.6, 0.5)
TITLE = Weighting(0.5, 1.2, 0.3)
COVERAGE = 1.5
COVERAGE_W, COVERAGE_U, COVERAGE_B = 1.0, 1.0, 0.5
WINDOW, WINDOW_UNITS = 2.0, 14
WHOLE_TITLE = 4.0
FORMS, PASSAGE_FORMS = 4.0, Weighting(4.0, 0.6, 0.9)
ROUNDED = 9  # decimals of a score: what adding in another order changes is no difference
_FIRST_CJK = 0x2E80
_NOWHERE: Places = np.empty(0, np.intp)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate passage with its score."""

    passage: StoredPassage
    score: float


@dataclass(frozen=True, slots=True)
class TermWeights:
    """The idf of each term of a question, by field.

    ``line`` is the question's line of units; ``names`` are groups of other forms of what it names, as lines of units,
    and ``translations`` of words of the other language, each with the idf of all its forms together; ``answer`` is what
    an answer of the kind that is asked for holds, if that is known.
    """

    words: dict[str, float]
    units: dict[str, float]
    bigrams: dict[str, float]
    line: str = ""
    names: Mapping[Forms, float] = field(default_factory=dict)
    translations: Mapping[Forms, float] = field(default_factory=dict)
    answer: re.Pattern[str] | None = None

    def forms(self, *, cjk: bool) -> list[Forms]:
        """Return the groups of forms that count in a text in CJK characters, or in another one.

        A foreign word in a text tells no more than that it was thought worth a gloss, so that translations of a
        question into the other language count in texts of that language alone.
        """
        return [*self.names, *(group for group in self.translations if is_cjk(group[0]) is cjk)]


def term_weights(store: Store, question: Question) -> TermWeights:
    """Look the document frequencies of a question's terms up and return their idf."""

    def weigh(field: str, terms: Sequence[str]) -> dict[str, float]:
        holding = store.document_frequency(field, terms)
        return {term: positive_idf(store.passages_total, holding.get(term, 0)) for term in terms}

    return TermWeights(
        weigh("W", question.words),
        weigh("U", question.units),
        weigh("B", question.bigrams),
        units_line(question.folded),
        _weigh_forms(store, other_names(store, question.folded)),
        _weigh_forms(store, translations(store, question.folded, question.words)),
        answer_pattern(question.folded),
    )


def _weigh_forms(store: Store, groups: Sequence[Forms]) -> dict[Forms, float]:
    """Return the idf of each group, in as many passages as its forms stand in one by one."""
    holding = store.document_frequency("W", [run for group in groups for form in group for run in form.split()])
    total = store.passages_total

    def passages(form: str) -> int:
        return min(holding.get(run, 1) for run in form.split())

    return {group: positive_idf(total, min(total, sum(map(passages, group)))) for group in groups}


def rank(passages: Sequence[StoredPassage], weights: TermWeights, averages: Averages) -> list[Ranked]:
    """Score passages and return them best first; equal scores stand in the order given."""
    if not passages:
        return []
    lines = _Lines.of(passages)
    w = _Field.of([(term,) for term in weights.words], lines.words, lines, whole_only=True)
    u = _Field.of([(term,) for term in weights.units], lines.text, lines)
    b = _Field.of([(term,) for term in weights.bigrams], lines.text, lines)
    idf_w, idf_u, idf_b = (np.array([*idf.values()]) for idf in (weights.words, weights.units, weights.bigrams))
    units, bigrams = lines.text.unit_lengths()
    scores = _bm25(lines.sums(w.lines), idf_w, lines.word_lengths(), averages.passage_w, PASSAGE_W)
    scores += _bm25(lines.sums(u.lines), idf_u, lines.sums(units), averages.passage_u, PASSAGE_U)
    scores += _bm25(lines.sums(b.lines), idf_b, lines.sums(bigrams), averages.passage_b, PASSAGE_B)
    sentences = _bm25(u.lines, idf_u, units[: lines.total], averages.sentence_u, SENTENCE)
    sentences += _bm25(b.lines, idf_b, bigrams[: lines.total], averages.sentence_b, SENTENCE)
    scores += lines.best(sentences)
    scores += _bm25(u.titles, idf_u, units[lines.total :], averages.title_u, TITLE)
    scores += _bm25(b.titles, idf_b, bigrams[lines.total :], averages.title_b, TITLE)
    covered = COVERAGE_W * _cover(w, lines) + COVERAGE_U * _cover(u, lines) + COVERAGE_B * _cover(b, lines)
    scores += COVERAGE * lines.best(covered) + WINDOW * _best_window(u, b, lines)
    scores += WHOLE_TITLE * _whole_titles([passage.title_units for passage in passages], weights.line)
    if weights.names or weights.translations:
        held = idf_w @ lines.holding(w) + idf_b @ lines.holding(b)
        lacking = 1 - held.max() / ((idf_w.sum() + idf_b.sum()) or 1.0)
        scores += lacking * _of_forms(weights, lines, units, averages)
    scores = scores.round(ROUNDED)
    return [Ranked(passages[n], float(scores[n])) for n in np.argsort(-scores, kind="stable")]


def _of_forms(weights: TermWeights, lines: "_Lines", units: Floats, averages: Averages) -> Floats:
    """Return the score of other forms, which count as far as even the best passage lacks what was asked itself."""
    forms = {**weights.translations, **weights.names}
    cjk = lines.sums(lines.text.cjk_lengths()) * 2 > lines.sums(units)
    counted = np.array([(group in weights.names) | (cjk == is_cjk(group[0])) for group in forms])
    found = _Field.of([*forms], lines.text, lines)
    found = replace(
        found,
        lines=found.lines * counted[:, lines.passage[: lines.total]],
        titles=found.titles * counted,
        idf=np.array([*forms.values()]),
    )
    scores = _bm25(lines.sums(found.lines), found.idf, lines.sums(units), averages.passage_u, PASSAGE_FORMS)
    return scores + FORMS * lines.best(_cover(found, lines))


def _whole_titles(titles: Sequence[str], question: str) -> Floats:
    """Return ln(1 + a title's length) where the whole title stands in the question, else 0."""
    standing = terms_in(question, filter(None, titles))
    return np.array([log1p(len(title)) if title in standing else 0.0 for title in titles])


class _Text:
    """Lines of terms joined by spaces: where terms stand in them. A place is a character; at either end is a space."""

    def __init__(self, lines: str) -> None:
        self.codes = np.frombuffer(f" {lines} ".encode("utf-32-le"), dtype=np.uint32).copy()
        self._breaks = np.flatnonzero(self.codes == ord("\n"))
        self.codes[self._breaks] = ord(" ")
        self.space = self.codes == ord(" ")
        self._characters: dict[str, Places] = {}

    @functools.cached_property
    def begins(self) -> Flags:
        """Where a run begins, a CJK character being one."""
        alone = self.space | (self.codes >= _FIRST_CJK)
        begins: Flags = ~self.space & (alone | np.concatenate(([True], alone[:-1])))
        return begins

    def lines_at(self, places: Places) -> Places:
        """Return the number of the line that each place is in."""
        lines: Places = np.searchsorted(self._breaks, places, side="right")
        return lines

    def counts(self, flags: Flags) -> Floats:
        """Return how many flags are set in each line."""
        before = np.searchsorted(np.flatnonzero(flags), self._breaks)
        counts: Floats = np.diff(before, prepend=0, append=np.count_nonzero(flags)).astype(float)
        return counts

    def unit_lengths(self) -> tuple[Floats, Floats]:
        """Return the units and the bigrams of each line, by their number."""
        cjk = self.codes >= _FIRST_CJK
        pairs = (self.begins & ~cjk) | (cjk & np.concatenate((cjk[1:], [False])))
        return self.counts(self.begins), self.counts(pairs)

    def cjk_lengths(self) -> Floats:
        """Return the CJK characters of each line, by its number."""
        return self.counts(self.codes >= _FIRST_CJK)

    def places(self, term: str, *, whole_only: bool) -> Places:
        """Return where a term stands: wherever it does in a CJK run, all else, or only whole, as a whole run."""
        wanted = f" {term} " if whole_only else needle(term)
        offset = -1 if wanted[0] == " " else 0
        places = self._character(term[0])
        for place, character in enumerate(wanted, offset):
            if place:
                places = places[self.codes[np.minimum(places + place, len(self.codes) - 1)] == ord(character)]
        return places

    def _character(self, character: str) -> Places:
        if character not in self._characters:
            self._characters[character] = np.flatnonzero(self.codes == ord(character))
        return self._characters[character]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The sentences of all candidates in a row, and after them their titles.

    ``text`` and ``words`` are their units and words, but of titles both have the units; ``total`` counts the sentences,
    ``starts`` is where each passage begins, and ``passage`` tells which it is that a line belongs to.
    """

    text: _Text
    words: _Text
    total: int
    starts: Places
    passage: Places

    @classmethod
    def of(cls, passages: Sequence[StoredPassage]) -> Self:
        titles = [passage.title_units for passage in passages]
        text = _Text("\n".join([*(passage.analysed.units for passage in passages), *titles]))
        words = _Text("\n".join([*(passage.analysed.words for passage in passages), *titles]))
        counts = [passage.analysed.units.count("\n") + 1 for passage in passages]
        each = np.arange(len(counts))
        return cls(text, words, sum(counts), np.cumsum([0, *counts[:-1]]), np.append(np.repeat(each, counts), each))

    def sums(self, values: Floats) -> Floats:
        """Return the sum over each passage's sentences, which come first on the last axis."""
        return np.add.reduceat(values[..., : self.total], self.starts, axis=-1)

    def holding(self, field: "_Field") -> Flags:
        """Return for each term of a field which passages hold it, in their title too."""
        holding: Flags = (self.sums(field.lines) > 0) | (field.titles > 0)
        return holding

    def best(self, values: Floats) -> Floats:
        """Return the highest of each passage's sentences."""
        return np.maximum.reduceat(values, self.starts)

    def word_lengths(self) -> Floats:
        """Return the number of words of each passage."""
        space = self.words.space
        return self.sums(self.words.counts(~space & np.append(space[1:], False)))


@dataclass(frozen=True, slots=True)
class _Field:
    """Groups of terms that mean the same, mostly of one, a row each.

    ``lines`` and ``titles`` count them in each line and each passage's title; ``rows`` and ``places`` are where they
    stand, by row and place; ``idf`` is that among the candidates, positive_idf(n, m) for what stands in m of them: it
    tells them apart.
    """

    lines: Floats
    titles: Floats
    rows: Places
    places: Places
    idf: Floats

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]], text: _Text, lines: _Lines, *, whole_only: bool = False) -> Self:
        found = [[text.places(term, whole_only=whole_only) for term in group] for group in groups]
        each = [places[0] if len(places) == 1 else np.sort(np.concatenate(places)) for places in found]
        rows, places = np.repeat(np.arange(len(each)), [*map(len, each)]), np.concatenate([_NOWHERE, *each])
        size = len(lines.passage)
        flat = np.bincount(rows * size + text.lines_at(places), minlength=len(each) * size)
        counts: Floats = flat.reshape(len(each), size).astype(float)
        in_lines, in_titles = counts[:, : lines.total], counts[:, lines.total :]
        holding = ((lines.sums(in_lines) > 0) | (in_titles > 0)).sum(axis=1)
        idf = np.array([positive_idf(len(lines.starts), int(m)) for m in holding])
        return cls(in_lines, in_titles, rows, places, idf)


def _bm25(counts: Floats, idf: Floats, lengths: Floats, average: float, part: Weighting) -> Floats:
    """Return weight x sum over terms of idf tf (k1 + 1) / (tf + k1 (1 - b + b length / average)) for each column."""
    norms = part.k1 * (1 - part.b + part.b * (lengths / average if average else 1.0))
    scores: Floats = part.weight * (idf @ (counts * (part.k1 + 1) / (counts + norms)))
    return scores


def _cover(field: _Field, lines: _Lines) -> Floats:
    """Return for each line the idf of the distinct terms in it, in the line after it and in the title."""
    passage = lines.passage[: lines.total]
    held = field.lines > 0
    following = np.zeros_like(held)
    following[:, :-1] = held[:, 1:] & (passage[1:] == passage[:-1])
    scores: Floats = field.idf @ (held | following | (field.titles > 0)[:, passage])
    return scores


def _best_window(units: _Field, bigrams: _Field, lines: _Lines) -> Floats:
    """Return for each passage the idf of the distinct terms within its best window and in its title.

    A window is a number of units in a row, across sentences; bigrams count half, as in the coverage. A term stands in
    those that begin up to a window before it, but for those that hold it earlier.
    """
    weights = np.concatenate((COVERAGE_U * units.idf, COVERAGE_B * bigrams.idf))
    titled = np.concatenate((units.titles, bigrams.titles)) > 0
    rows = np.concatenate((units.rows, bigrams.rows + len(units.idf)))
    places = np.concatenate((units.places, bigrams.places))
    line_at = lines.text.lines_at(places)
    in_text = line_at < lines.total
    rows, places = rows[in_text], places[in_text]
    passage = lines.passage[line_at[in_text]]
    at = np.cumsum(lines.text.begins)[places] + passage * WINDOW_UNITS  # no window reaches from one into another
    earlier = np.where(np.append(False, rows[1:] == rows[:-1]), np.append(0, at[:-1]), 0)[: len(at)]
    first = np.maximum(np.maximum(earlier + 1, at - WINDOW_UNITS + 1), 0)
    worth = np.where(titled[rows, passage], 0.0, weights[rows])
    size = int(at.max(initial=0)) + 2
    within = np.cumsum(np.bincount(first, worth, size) - np.bincount(at + 1, worth, size))
    best = np.zeros(len(lines.starts))
    np.maximum.at(best, passage, within[at] + (weights @ titled)[passage])
    return best


def terms_in(line: str, terms: Iterable[str]) -> set[str]:
    """Return which of some terms stand in a line of units."""
    text = padded(line)
    return {term for term in terms if needle(term) in text}


def padded(line: str) -> str:
    """Return a line or lines of units so that a term stands in them where :func:`needle` of it does."""
    return f" {line} ".replace("\n", " ")
