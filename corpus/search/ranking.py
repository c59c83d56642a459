"""The ranking of candidates: one table of weights, the same for every engine.

score = sum over parts of weight x BM25 (Robertson and Zaragoza 2009, eq. 3.3, idf above 0) + sum of weight x coverage;
a part is a field counted in the passage, in its best sentence or in the title, a coverage the idf of the distinct terms
that stand together somewhere. What must not live here: analysis; all is counted in lines that the build wrote.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Self

import numpy as np
import numpy.typing as npt

from corpus.analysis.answers import answer_pattern
from corpus.analysis.terms import bigrams_of, is_cjk, units_line, units_of
from corpus.index.manifest import Averages
from corpus.index.statistics import positive_idf
from corpus.index.store import Store, StoredPassage
from corpus.search.forms import other_forms
from corpus.search.question import Question

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


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
FORMS = 4.0
# What bounds the work on windows: the terms worth most, and where those stand that stand in fewest places.
WINDOW_TERMS, WINDOW_PLACES = 64, 4096
_FIRST_CJK = 0x2E80


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate passage with its score."""

    passage: StoredPassage
    score: float


@dataclass(frozen=True, slots=True)
class TermWeights:
    """The idf of each term of a question, by field.

    ``line`` is the question's line of units, ``forms`` are groups of other forms of what it names, as lines of units,
    and ``answer`` is what an answer of the kind that is asked for holds, if that is known.
    """

    words: dict[str, float]
    units: dict[str, float]
    bigrams: dict[str, float]
    line: str = ""
    forms: tuple[tuple[str, ...], ...] = ()
    answer: re.Pattern[str] | None = None


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
        other_forms(store, question.folded, question.words),
        answer_pattern(question.folded),
    )


def rank(passages: Sequence[StoredPassage], weights: TermWeights, averages: Averages) -> list[Ranked]:
    """Score passages and return them best first; equal scores stand in the order given."""
    if not passages:
        return []
    lines = _Lines.of(passages)
    words = "\n".join(passage.analysed.words for passage in passages)
    titles = "\n".join(passage.title_units for passage in passages)
    w = _Field.of([(term,) for term in weights.words], words, titles, lines, whole_only=True)
    u = _Field.of([(term,) for term in weights.units], lines.text, titles, lines)
    b = _Field.of([(term,) for term in weights.bigrams], lines.text, titles, lines)
    idf_w, idf_u, idf_b = (_values(idf) for idf in (weights.words, weights.units, weights.bigrams))
    lengths = _values({n: len(p.analysed.words.split()) for n, p in enumerate(passages)})
    scores = _bm25(lines.sums(w.lines), idf_w, lengths, averages.passage_w, PASSAGE_W)
    scores += _bm25(lines.sums(u.lines), idf_u, lines.sums(lines.units), averages.passage_u, PASSAGE_U)
    scores += _bm25(lines.sums(b.lines), idf_b, lines.sums(lines.bigrams), averages.passage_b, PASSAGE_B)
    sentences = _bm25(u.lines, idf_u, lines.units, averages.sentence_u, SENTENCE)
    sentences += _bm25(b.lines, idf_b, lines.bigrams, averages.sentence_b, SENTENCE)
    scores += lines.best(sentences)
    lengths_u, lengths_b = np.array([_unit_lengths(p.title_units) for p in passages], dtype=np.float64).T
    scores += _bm25(u.titles, idf_u, lengths_u, averages.title_u, TITLE)
    scores += _bm25(b.titles, idf_b, lengths_b, averages.title_b, TITLE)
    covered = COVERAGE_W * _cover(w, lines) + COVERAGE_U * _cover(u, lines) + COVERAGE_B * _cover(b, lines)
    scores += COVERAGE * lines.best(covered) + WINDOW * _best_window(u, b, lines)
    scores += WHOLE_TITLE * _values({n: _whole_title(p.title_units, weights.line) for n, p in enumerate(passages)})
    if weights.forms:
        forms = _Field.of(weights.forms, lines.text, titles, lines)
        scores += FORMS * lines.best(_cover(forms, lines))
    return [Ranked(passages[n], float(scores[n])) for n in np.argsort(-scores, kind="stable")]


def _values(values: Mapping[str, float] | Mapping[int, float]) -> Floats:
    return np.array([*values.values()], dtype=np.float64)


def _unit_lengths(line: str) -> tuple[int, int]:
    return len(units_of(line)), len(bigrams_of(line))


def _whole_title(title: str, question: str) -> float:
    """Return ln(1 + the title's length) where the whole title stands in the question, else 0."""
    return log1p(len(title)) if title and terms_in(question, [title]) else 0.0


@dataclass(frozen=True, slots=True)
class _Lines:
    """The sentences of all candidates in a row.

    ``starts`` is where each passage begins, ``passage`` which it is, ``units`` and ``bigrams`` their lengths in terms;
    ``text`` joins them, ``unit_at`` numbers the unit that each character of it belongs to, with a gap of a window
    between two passages, and ``last_unit`` is the number of each passage's last.
    """

    text: str
    starts: Places
    passage: Places
    units: Floats
    bigrams: Floats
    unit_at: Places
    last_unit: Places

    @classmethod
    def of(cls, passages: Sequence[StoredPassage]) -> Self:
        counts = [len(passage.analysed.sentences) for passage in passages]
        lengths = [place[2:] for passage in passages for place in passage.analysed.sentences]
        units, bigrams = np.array(lengths, dtype=np.float64).T
        bodies = [passage.analysed.units for passage in passages]
        passage = np.repeat(np.arange(len(counts)), counts)
        return cls("\n".join(bodies), np.cumsum([0, *counts[:-1]]), passage, units, bigrams, *_unit_numbers(bodies))

    def sums(self, values: Floats) -> Floats:
        """Return the sum over each passage's lines, which are the last axis."""
        return np.add.reduceat(values, self.starts, axis=-1)

    def best(self, values: Floats) -> Floats:
        """Return the highest of each passage's lines."""
        return np.maximum.reduceat(values, self.starts)


def _unit_numbers(bodies: Sequence[str]) -> tuple[Places, Places]:
    """Return the number of the unit that each character belongs to, and that of each body's last one."""
    codes = np.frombuffer("".join(f"{body}\n" for body in bodies).encode("utf-32-le"), dtype=np.uint32)
    space = (codes == ord(" ")) | (codes == ord("\n"))
    alone = space | (codes >= _FIRST_CJK)
    begins = ~space & (alone | np.concatenate(([True], alone[:-1])))
    lengths = [len(body) + 1 for body in bodies]
    numbers = np.cumsum(begins) + np.repeat(np.arange(len(bodies)) * WINDOW_UNITS, lengths)
    return numbers, numbers[np.cumsum(lengths) - 1]


@dataclass(frozen=True, slots=True)
class _Field:
    """Groups of terms that mean the same, mostly of one, a row each.

    ``lines`` and ``titles`` count them in each line and each passage's title, ``places`` are characters of the text,
    and ``idf`` is that among the candidates, positive_idf(n, m) for what stands in m of them: it tells them apart.
    """

    lines: Floats
    titles: Floats
    places: list[Places]
    idf: Floats

    @classmethod
    def of(
        cls, groups: Sequence[Sequence[str]], text: str, titles: str, lines: _Lines, *, whole_only: bool = False
    ) -> Self:
        places = _find(text, groups, whole_only=whole_only)
        in_lines = _count(places, text)
        in_titles = _count(_find(titles, groups, whole_only=whole_only), titles)
        holding = ((lines.sums(in_lines) > 0) | (in_titles > 0)).sum(axis=1)
        idf = _values({row: positive_idf(len(lines.starts), m) for row, m in enumerate(holding)})
        return cls(in_lines, in_titles, places, idf)


def _find(text: str, groups: Sequence[Sequence[str]], *, whole_only: bool) -> list[Places]:
    """Find the terms of each group: wherever they stand in a CJK run, all else, or only whole, as a whole run."""
    padded = _padded(text)
    found = ([place for term in group for place in _places(padded, term, whole_only=whole_only)] for group in groups)
    return [np.array(sorted(places), dtype=np.intp) for places in found]


def _padded(text: str) -> str:
    return f" {text} ".replace("\n", " ")


@functools.lru_cache(maxsize=8192)
def _needle(term: str) -> str:
    """Return what to look a term up by: no run of Latin is cut short."""
    return f"{'' if is_cjk(term) else ' '}{term}{'' if is_cjk(term[-1]) else ' '}"


def _places(padded: str, term: str, *, whole_only: bool) -> Iterator[int]:
    """Yield where a term stands, from 0 at the first character that was padded; they never overlap."""
    needle = f" {term} " if whole_only else _needle(term)
    before, step = needle.index(term[0]) - 1, len(needle) - needle.endswith(" ")
    place = padded.find(needle)
    while place >= 0:
        yield place + before
        place = padded.find(needle, place + step)


def _count(places: Sequence[Places], text: str) -> Floats:
    """Return how often each row stands in each line."""
    ends = np.cumsum([len(line) + 1 for line in text.split("\n")])
    counts = np.zeros((len(places), len(ends)))
    for row, found in enumerate(places):
        counts[row] = np.bincount(np.searchsorted(ends, found, side="right"), minlength=len(ends))
    return counts


def _bm25(counts: Floats, idf: Floats, lengths: Floats, average: float, part: Weighting) -> Floats:
    """Return weight x sum over terms of idf tf (k1 + 1) / (tf + k1 (1 - b + b length / average)) for each column."""
    norms = part.k1 * (1 - part.b + part.b * (lengths / average if average else 1.0))
    scores: Floats = part.weight * (idf @ (counts * (part.k1 + 1) / (counts + norms)))
    return scores


def _cover(field: _Field, lines: _Lines) -> Floats:
    """Return for each line the idf of the distinct terms in it, in the line after it and in the title."""
    held = field.lines > 0
    following = np.zeros_like(held)
    following[:, :-1] = held[:, 1:] & (lines.passage[1:] == lines.passage[:-1])
    scores: Floats = field.idf @ (held | following | (field.titles[:, lines.passage] > 0))
    return scores


def _best_window(units: _Field, bigrams: _Field, lines: _Lines) -> Floats:
    """Return for each passage the idf of the distinct terms within its best window and in its title.

    A window is a number of units in a row, across sentences; bigrams count half, as in the coverage.
    """
    rows = [
        (share * idf, lines.unit_at[places], titled)
        for field, share in ((units, COVERAGE_U), (bigrams, COVERAGE_B))
        for idf, places, titled in zip(field.idf, field.places, field.titles > 0, strict=True)
    ]
    rows = sorted(rows, key=lambda row: -row[0])[:WINDOW_TERMS]
    begins = np.concatenate([np.empty(0, np.intp), *sorted((places for _, places, _ in rows), key=len)])[:WINDOW_PLACES]
    passage = np.searchsorted(lines.last_unit, begins)
    worth = np.zeros(len(begins))
    for weight, places, titled in rows:
        following = np.append(places, np.iinfo(np.intp).max)[np.searchsorted(places, begins)]
        worth += weight * ((following - begins < WINDOW_UNITS) | titled[passage])
    best = np.zeros(len(lines.starts))
    np.maximum.at(best, passage, worth)
    return best


def terms_in(line: str, terms: Iterable[str]) -> set[str]:
    """Return which of some terms stand in a line of units."""
    padded = _padded(line)
    return {term for term in terms if _needle(term) in padded}
