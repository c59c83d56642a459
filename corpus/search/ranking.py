"""The ranking of candidates: one table of weights, the same for every engine.

score = sum over parts of weight x BM25 (Robertson and Zaragoza 2009, eq. 3.3, idf above 0) + weight x coverage; a part
is a field counted in the passage, in its best sentence or in the title. What must not live here: analysis; all is
counted in lines that the build wrote.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from corpus.analysis.terms import bigrams_of, is_cjk, units_of
from corpus.index.manifest import Averages
from corpus.index.statistics import positive_idf
from corpus.index.store import Store, StoredPassage
from corpus.search.question import Question

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weighting:
    """The weight of a part and its BM25 parameters."""

    weight: float
    k1: float
    b: float


# Each stays only while it earns .2 points of R@1 on questions that it was not chosen on.
PASSAGE_W = Weighting(1.0, 0.4, 0.9)
PASSAGE_U = Weighting(2.0, 0.6, 0.9)
PASSAGE_B = Weighting(0.5, 0.6, 0.9)
SENTENCE = Weighting(1.0, 0.6, 0.5)
TITLE_UB = Weighting(0.5, 1.2, 0.3)
TITLE_W = Weighting(0.2, 1.2, 0.3)
# 2 brings .34 and .2 on two sets of questions over encyclopaedia passages and costs none over the sample; 5 does there.
COVERAGE = 2.0
COVERAGE_W, COVERAGE_U, COVERAGE_B = 1.0, 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate passage with its score."""

    passage: StoredPassage
    score: float


@dataclass(frozen=True, slots=True)
class TermWeights:
    """The idf of each term of a question, by field."""

    words: dict[str, float]
    units: dict[str, float]
    bigrams: dict[str, float]


def term_weights(store: Store, question: Question) -> TermWeights:
    """Look the document frequencies of a question's terms up and return their idf."""

    def weigh(field: str, terms: Sequence[str]) -> dict[str, float]:
        holding = store.document_frequency(field, terms)
        return {term: positive_idf(store.passages_total, holding.get(term, 0)) for term in terms}

    return TermWeights(weigh("W", question.words), weigh("U", question.units), weigh("B", question.bigrams))


def rank(passages: Sequence[StoredPassage], weights: TermWeights, averages: Averages) -> list[Ranked]:
    """Score passages and return them best first; equal scores stand in the order given."""
    if not passages:
        return []
    lines = _Lines.of(passages)
    bodies = [passage.analysed for passage in passages]
    title_units = [passage.title_units for passage in passages]
    w = _Field.of(weights.words, [body.words for body in bodies], [p.title_words for p in passages], whole_only=True)
    u = _Field.of(weights.units, [body.units for body in bodies], title_units)
    b = _Field.of(weights.bigrams, [body.units for body in bodies], title_units)
    words = np.array([len(body.words.split()) for body in bodies])
    scores = _bm25(lines.sums(w.lines), w.idf, words, averages.passage_w, PASSAGE_W)
    scores += _bm25(lines.sums(u.lines), u.idf, lines.sums(lines.units), averages.passage_u, PASSAGE_U)
    scores += _bm25(lines.sums(b.lines), b.idf, lines.sums(lines.bigrams), averages.passage_b, PASSAGE_B)
    sentences = _bm25(u.lines, u.idf, lines.units, averages.sentence_u, SENTENCE)
    sentences += _bm25(b.lines, b.idf, lines.bigrams, averages.sentence_b, SENTENCE)
    scores += lines.best(sentences)
    lengths = np.array([(len(p.title_words.split()), *_unit_lengths(p.title_units)) for p in passages]).T
    scores += _bm25(w.titles, w.idf, lengths[0], averages.title_w, TITLE_W)
    scores += _bm25(u.titles, u.idf, lengths[1], averages.title_u, TITLE_UB)
    scores += _bm25(b.titles, b.idf, lengths[2], averages.title_b, TITLE_UB)
    covered = COVERAGE_W * _cover(w, lines) + COVERAGE_U * _cover(u, lines) + COVERAGE_B * _cover(b, lines)
    scores += COVERAGE * lines.best(covered)
    return [Ranked(passages[n], float(scores[n])) for n in np.argsort(-scores, kind="stable")]


def _unit_lengths(line: str) -> tuple[int, int]:
    return len(units_of(line)), len(bigrams_of(line))


@dataclass(frozen=True, slots=True)
class _Lines:
    """The sentences of all candidates in a row: where each passage begins, which it is, and their lengths in terms."""

    starts: npt.NDArray[np.intp]
    passage: npt.NDArray[np.intp]
    units: Floats
    bigrams: Floats

    @classmethod
    def of(cls, passages: Sequence[StoredPassage]) -> Self:
        counts = [len(passage.analysed.sentences) for passage in passages]
        lengths = [place[2:] for passage in passages for place in passage.analysed.sentences]
        units, bigrams = np.array(lengths, dtype=np.float64).T
        return cls(np.cumsum([0, *counts[:-1]]), np.repeat(np.arange(len(counts)), counts), units, bigrams)

    def sums(self, values: Floats) -> Floats:
        """Return the sum over each passage's lines, which are the last axis."""
        return np.add.reduceat(values, self.starts, axis=-1)

    def best(self, values: Floats) -> Floats:
        """Return the highest of each passage's lines."""
        return np.maximum.reduceat(values, self.starts)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field's terms, a row each: their idf, and how often they stand in each line and in each passage's title."""

    idf: Floats
    lines: Floats
    titles: Floats

    @classmethod
    def of(
        cls, weights: Mapping[str, float], bodies: Sequence[str], titles: Sequence[str], *, whole_only: bool = False
    ) -> Self:
        inside = [not whole_only and is_cjk(term) for term in weights]
        idf = np.array(list(weights.values()), dtype=np.float64)
        return cls(idf, _counts("\n".join(bodies), weights, inside), _counts("\n".join(titles), weights, inside))


def _counts(text: str, terms: Iterable[str], inside: Sequence[bool]) -> Floats:
    """Count terms by line. Units and bigrams are counted wherever they stand in a CJK run; all else is a whole run."""
    ends = np.cumsum([len(line) + 1 for line in text.split("\n")])
    counts = np.zeros((len(inside), len(ends)))
    padded = f"\n{text}\n"
    for row, (term, anywhere) in enumerate(zip(terms, inside, strict=True)):
        places = list(_places(padded, term, anywhere=anywhere))
        counts[row] = np.bincount(np.searchsorted(ends, places, side="right"), minlength=len(ends))
    return counts


def _places(padded: str, term: str, *, anywhere: bool) -> Iterator[int]:
    """Yield where a term stands, from 0 at the first character that was padded; ends never overlap."""
    place = padded.find(term)
    while place >= 0:
        end = place + len(term)
        if anywhere or (padded[place - 1].isspace() and padded[end].isspace()):
            yield place - 1
        place = padded.find(term, end)


def _bm25(counts: Floats, idf: Floats, lengths: Floats, average: float, part: Weighting) -> Floats:
    """Return weight x sum over terms of idf tf (k1 + 1) / (tf + k1 (1 - b + b length / average)) for each column."""
    norms = part.k1 * (1 - part.b + part.b * (lengths / average if average else 1.0))
    scores: Floats = part.weight * (idf @ (counts * (part.k1 + 1) / (counts + norms)))
    return scores


def _cover(field: _Field, lines: _Lines) -> Floats:
    """Return for each line the idf of the distinct terms in it, in the line after it and in the title.

    The idf is that among the candidates, positive_idf(n, m) for a term in m of them: what tells them apart.
    """
    held = field.lines > 0
    following = np.zeros_like(held)
    following[:, :-1] = held[:, 1:] & (lines.passage[1:] == lines.passage[:-1])
    candidates = len(lines.starts)
    holding = (lines.sums(field.lines) > 0).sum(axis=1)
    idf = np.array([positive_idf(candidates, m) for m in holding])
    scores: Floats = idf @ (held | following | (field.titles[:, lines.passage] > 0))
    return scores


def terms_in(line: str, terms: Iterable[str]) -> set[str]:
    """Return which of some terms stand in a line of units."""
    standing = [term for term in terms if term in line]
    runs = line.split()
    return {term for term in standing if is_cjk(term) or term in runs}
