"""The ranking against scores worked out by hand, and its order."""

from math import log

import pytest
from rank_bm25 import BM25Okapi

from corpus.index.analysed import AnalysedPassage, analyse
from corpus.index.manifest import Averages
from corpus.index.statistics import positive_idf
from corpus.index.store import StoredPassage
from corpus.search import ranking
from corpus.search.ranking import TermWeights, rank, score_passage, terms_in

AVERAGES = Averages(passage_w=4, passage_u=6, passage_b=4, sentence_u=3, sentence_b=2, title_w=1, title_u=2, title_b=1)
NO_WEIGHTS = TermWeights({}, {}, {})


def passage(words: str, units: str, title_words: str = "", title_units: str = "", number: int = 0) -> StoredPassage:
    lines = units.split("\n")
    sentences = []
    for line in lines:
        runs = line.split()
        bigrams = sum(len(run) - 1 if run[0] >= "\u3400" else 1 for run in runs)
        sentences.append((0, 0, sum(len(run) if run[0] >= "\u3400" else 1 for run in runs), bigrams))
    analysed = AnalysedPassage(start=0, end=0, sentences=tuple(sentences), words=words, units=units)
    return StoredPassage(number, number, title_words, title_units, analysed)


def test_words_by_hand() -> None:
    """W: weight 1, k1 .4, b .9; twice in four words of an average of four."""
    weights = TermWeights({"灯塔": 2.0, "潮": 5.0}, {}, {})
    score = score_passage(passage("灯塔 很 高\n灯塔", "灯塔很高\n灯塔"), weights, AVERAGES)
    assert score == pytest.approx(2.0 * 2 * 1.4 / (2 + 0.4))


def test_units_by_hand() -> None:
    """U: weight 2, k1 .6, b .9 in the passage, plus the better sentence with k1 .6, b .5."""
    weights = TermWeights({}, {"灯": 1.5}, {})
    score = score_passage(passage("", "灯塔很高\n灯灯"), weights, AVERAGES)
    body = 1.5 * 3 * 1.6 / (3 + 0.6)
    second_sentence = 1.5 * 2 * 1.6 / (2 + 0.6 * (0.5 + 0.5 * 2 / 3))
    assert score == pytest.approx(2 * body + second_sentence)


def test_bigrams_and_stems_by_hand() -> None:
    """B: weight .5; a stem is counted as a whole run, and the best sentence adds up U and B."""
    weights = TermWeights({}, {"lamp": 1.0}, {"lamp": 1.0, "灯塔": 2.0})
    score = score_passage(passage("", "lamp lamplight 灯塔"), weights, AVERAGES)
    body_u = 1.0 * 1.6 / (1 + 0.6 * (0.1 + 0.9 * 4 / 6))
    body_b = (1.0 + 2.0) * 1.6 / (1 + 0.6 * (0.1 + 0.9 * 3 / 4))
    sentence = 1.6 / (1 + 0.6 * (0.5 + 0.5 * 4 / 3)) + 3.0 * 1.6 / (1 + 0.6 * (0.5 + 0.5 * 3 / 2))
    assert score == pytest.approx(2 * body_u + 0.5 * body_b + sentence)


def test_titles_by_hand() -> None:
    """Titles: U + B .5, W .2, k1 1.2, b .3."""
    weights = TermWeights({"钟表": 1.0}, {"钟": 1.0}, {"钟表": 1.0})
    score = score_passage(passage("别", "别", "钟表", "钟表"), weights, AVERAGES)
    one = 2.2 / (1 + 1.2)
    assert score == pytest.approx(0.5 * one + 0.5 * one + 0.2 * one)


def test_words_as_rank_bm25_scores_them() -> None:
    """With our idf, the W part is what rank_bm25 gives for the same words."""
    texts = [["tide", "lamp", "tide"], ["lamp", "gull"], ["gull", "gull", "sand", "tide"]]
    theirs = BM25Okapi(texts, k1=ranking.PASSAGE_W.k1, b=ranking.PASSAGE_W.b)
    theirs.idf = {word: positive_idf(3, sum(word in text for text in texts)) for word in theirs.idf}
    weights = TermWeights({word: theirs.idf[word] for word in ("tide", "gull")}, {}, {})
    averages = Averages(passage_w=theirs.avgdl)
    ours = [score_passage(passage(" ".join(text), "x"), weights, averages) for text in texts]
    assert ours == pytest.approx(list(theirs.get_scores(["tide", "gull"])))


def test_the_idf_by_hand() -> None:
    """ln(1 + (N - n + .5) / (n + .5))."""
    assert positive_idf(7, 2) == pytest.approx(log(1 + 5.5 / 2.5))


def test_better_first_and_ties_by_id() -> None:
    """Passages are ordered by score; equal ones keep the order in which they came."""
    weights = TermWeights({"灯塔": 1.0}, {"灯": 1.0}, {"灯塔": 1.0})
    candidates = [
        passage("海", "海", number=0),
        passage("灯塔", "灯塔", number=1),
        passage("山", "山", number=2),
    ]
    assert [one.passage.id for one in rank(candidates, weights, AVERAGES)] == [1, 0, 2]


def test_an_empty_index_has_no_averages() -> None:
    """Averages of nothing divide nothing."""
    assert score_passage(passage("灯塔", "灯塔", "灯塔", "灯塔"), TermWeights({"灯塔": 1.0}, {}, {}), Averages()) > 0
    assert rank([], NO_WEIGHTS, Averages()) == []


def test_counts_in_lines_are_counts_of_terms(make_article) -> None:
    """What is counted in stored lines is what analysis counts in the text."""
    article = make_article("x", "灯塔", "灯塔的灯很亮，lamp 与 lamps！灯塔。")
    analysed = analyse(article).passages[0]
    assert terms_in(analysed.units, ["灯", "塔的", "lamp", "lam", "亮与"]) == {"灯", "塔的", "lamp"}
    assert analysed.units == "灯塔的灯很亮 lamp 与 lamp\n灯塔"
