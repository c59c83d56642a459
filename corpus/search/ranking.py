"""The ranking of candidates: one table of weights, the same for every engine.

score = sum over parts of weight x BM25 (Robertson and Zaragoza 2009, eq. 3.3, idf above 0); a part is a field counted
in the passage, in its best sentence or in the title. What must not live here: analysis; all is counted in lines that
the build wrote.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import add, attrgetter
from typing import Self

from corpus.analysis.terms import bigrams_of, is_cjk, units_of
from corpus.index.manifest import Averages
from corpus.index.statistics import positive_idf
from corpus.index.store import Store, StoredPassage
from corpus.search.question import Question


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


def rank(passages: Iterable[StoredPassage], weights: TermWeights, averages: Averages) -> list[Ranked]:
    """Score passages and return them best first; equal scores stand in order of id."""
    scored = [Ranked(passage, score_passage(passage, weights, averages)) for passage in passages]
    return sorted(scored, key=attrgetter("score"), reverse=True)


def score_passage(passage: StoredPassage, weights: TermWeights, averages: Averages) -> float:
    """Return the score of one passage."""
    lengths = [place[2:] for place in passage.analysed.sentences]
    body_u, sentences_u = _units_scores(
        passage.analysed.units,
        weights.units,
        _Norms.of([units for units, _ in lengths], averages.passage_u, averages.sentence_u, PASSAGE_U),
    )
    body_b, sentences_b = _units_scores(
        passage.analysed.units,
        weights.bigrams,
        _Norms.of([bigrams for _, bigrams in lengths], averages.passage_b, averages.sentence_b, PASSAGE_B),
    )
    return (
        PASSAGE_W.weight * _words_score(passage.analysed.words, weights.words, averages.passage_w, PASSAGE_W)
        + PASSAGE_U.weight * body_u
        + PASSAGE_B.weight * body_b
        + SENTENCE.weight * max(map(add, sentences_u, sentences_b), default=0.0)
        + _title_score(passage, weights, averages)
    )


def saturation(count: int, norm: float, k1: float) -> float:
    """Return BM25's tf part, count (k1 + 1) / (count + norm)."""
    return count * (k1 + 1) / (count + norm)


def length_norm(length: float, average: float, weighting: Weighting) -> float:
    """Return k1 (1 - b + b length / average)."""
    share = length / average if average else 1.0
    return weighting.k1 * (1 - weighting.b + weighting.b * share)


@dataclass(frozen=True, slots=True)
class _Norms:
    """The length norms of a passage and of each of its sentences in one field."""

    body: float
    sentences: tuple[float, ...]
    k1: float

    @classmethod
    def of(cls, lengths: Sequence[int], body_average: float, sentence_average: float, body: Weighting) -> Self:
        return cls(
            length_norm(sum(lengths), body_average, body),
            tuple(length_norm(length, sentence_average, SENTENCE) for length in lengths),
            body.k1,
        )


def _units_scores(text: str, weights: Mapping[str, float], norms: _Norms) -> tuple[float, list[float]]:
    """Return the score of a text of unit lines, and that of each line.

    CJK units and bigrams are counted wherever they stand in a run; a stem is a run of its own.
    """
    body, sentences = 0.0, [0.0] * len(norms.sentences)
    lines: Sequence[str] = text.split("\n")
    runs: Sequence[list[str]] | None = None
    for term, weight in weights.items():
        if term not in text:
            continue
        if is_cjk(term):
            counts = [line.count(term) for line in lines]
        else:
            runs = runs or [line.split() for line in lines]
            counts = [line.count(term) for line in runs]
        body += weight * saturation(sum(counts), norms.body, norms.k1)
        for number, count in enumerate(counts):
            if count:
                sentences[number] += weight * saturation(count, norms.sentences[number], SENTENCE.k1)
    return body, sentences


def _words_score(text: str, weights: Mapping[str, float], average: float, weighting: Weighting) -> float:
    words = text.split()
    norm = length_norm(len(words), average, weighting)
    counts = ((words.count(term), weight) for term, weight in weights.items() if term in text)
    return sum(weight * saturation(count, norm, weighting.k1) for count, weight in counts)


def _title_score(passage: StoredPassage, weights: TermWeights, averages: Averages) -> float:
    units, bigrams = units_of(passage.title_units), bigrams_of(passage.title_units)
    return (
        TITLE_UB.weight * _words_score(" ".join(units), weights.units, averages.title_u, TITLE_UB)
        + TITLE_UB.weight * _words_score(" ".join(bigrams), weights.bigrams, averages.title_b, TITLE_UB)
        + TITLE_W.weight * _words_score(passage.title_words, weights.words, averages.title_w, TITLE_W)
    )


def terms_in(line: str, terms: Iterable[str]) -> set[str]:
    """Return which of some terms stand in a line of units."""
    standing = [term for term in terms if term in line]
    runs = line.split()
    return {term for term in standing if is_cjk(term) or term in runs}
