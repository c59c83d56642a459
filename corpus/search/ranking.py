"""The ranking of candidates: one table of weights, the same for every engine.

score = sum over parts of weight x BM25 (Robertson and Zaragoza 2009, eq. 3.3, idf above 0); a part is a field counted in
the passage, in its best sentence or in the title. What must not live here: analysis; all is counted in lines that the
build wrote.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from corpus.analysis.terms import bigrams_of, is_cjk, units_of
from corpus.index.analysed import AnalysedPassage
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
    return (
        _body_score(passage.analysed, weights, averages)
        + SENTENCE.weight * best_sentence(passage.analysed, weights, averages)
        + _title_score(passage, weights, averages)
    )


def best_sentence(passage: AnalysedPassage, weights: TermWeights, averages: Averages) -> float:
    """Return the highest U + B score of a sentence of the passage."""
    units, bigrams = _standing_in(passage.units, weights.units), _standing_in(passage.units, weights.bigrams)
    return max(
        (
            bm25(count_terms(line, units), units_n, averages.sentence_u, SENTENCE)
            + bm25(count_terms(line, bigrams), bigrams_n, averages.sentence_b, SENTENCE)
            for line, (_, _, units_n, bigrams_n) in zip(passage.units.split("\n"), passage.sentences, strict=True)
        ),
        default=0.0,
    )


def bm25(counts: Iterable[tuple[int, float]], length: int, average: float, weighting: Weighting) -> float:
    """Return the sum of idf x count (k1 + 1) / (count + k1 (1 - b + b length / average)) over (count, idf)."""
    k1, b = weighting.k1, weighting.b
    norm = k1 * (1 - b + b * length / average) if average else k1
    return sum(weight * count * (k1 + 1) / (count + norm) for count, weight in counts)


def count_terms(line: str, weights: Mapping[str, float]) -> list[tuple[int, float]]:
    """Return (count, weight) of the terms that stand in a line of units.

    Characters and bigrams of CJK stand anywhere in a run; anything else is a run of its own.
    """
    runs = line.split()
    counts = ((line.count(term) if is_cjk(term) else runs.count(term), weight) for term, weight in weights.items())
    return [(count, weight) for count, weight in counts if count]


def terms_in(line: str, terms: Iterable[str]) -> set[str]:
    """Return which of some terms stand in a line of units."""
    runs = line.split()
    return {term for term in terms if term in line and (is_cjk(term) or term in runs)}


def _body_score(passage: AnalysedPassage, weights: TermWeights, averages: Averages) -> float:
    words = passage.words.split()
    word_counts = [(words.count(term), weight) for term, weight in weights.words.items()]
    unit_counts = count_terms(passage.units, _standing_in(passage.units, weights.units))
    bigram_counts = count_terms(passage.units, _standing_in(passage.units, weights.bigrams))
    units = sum(place[2] for place in passage.sentences)
    bigrams = sum(place[3] for place in passage.sentences)
    return (
        PASSAGE_W.weight * bm25(word_counts, len(words), averages.passage_w, PASSAGE_W)
        + PASSAGE_U.weight * bm25(unit_counts, units, averages.passage_u, PASSAGE_U)
        + PASSAGE_B.weight * bm25(bigram_counts, bigrams, averages.passage_b, PASSAGE_B)
    )


def _title_score(passage: StoredPassage, weights: TermWeights, averages: Averages) -> float:
    line, words = passage.title_units, passage.title_words.split()
    word_counts = [(words.count(term), weight) for term, weight in weights.words.items()]
    units, bigrams = len(units_of(line)), len(bigrams_of(line))
    return (
        TITLE_UB.weight * bm25(count_terms(line, weights.units), units, averages.title_u, TITLE_UB)
        + TITLE_UB.weight * bm25(count_terms(line, weights.bigrams), bigrams, averages.title_b, TITLE_UB)
        + TITLE_W.weight * bm25(word_counts, len(words), averages.title_w, TITLE_W)
    )


def _standing_in(text: str, weights: Mapping[str, float]) -> dict[str, float]:
    """Leave out at once what stands nowhere in a text."""
    return {term: weight for term, weight in weights.items() if term in text}
