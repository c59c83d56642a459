"""The ranking against scores worked out by hand, and its order."""

from array import array
from math import log

import pytest
from rank_bm25 import BM25Okapi

from corpus import build_index
from corpus.analysis.answers import answer_pattern
from corpus.analysis.terms import bigrams_of, mostly_cjk, units_of
from corpus.index.analysed import AnalysedPassage
from corpus.index.manifest import Averages
from corpus.index.statistics import positive_idf
from corpus.index.store import Store, StoredPassage
from corpus.search import ranking
from corpus.search.question import read_question
from corpus.search.ranking import (
    ANSWER,
    COMMON,
    COVERAGE,
    ELSEWHERE,
    MEANINGS,
    PAIR,
    PART_OF_TITLE,
    UNNAMED,
    VERB,
    WHOLE_TITLE,
    WINDOW,
    WINDOW_UNITS,
    TermWeights,
    rank,
    term_weights,
)

AVERAGES = Averages(passage_w=4, passage_u=6, passage_b=4, sentence_u=3, sentence_b=2, title_w=1, title_u=2, title_b=1)
NO_WEIGHTS = TermWeights({}, {}, {})
# What a term is worth among the candidates when the only one there is holds it: to the coverage, and to a window.
LOCAL = log(1 + 0.5 / 1.5)
COVERED = COVERAGE * LOCAL
IN_WINDOW = WINDOW * LOCAL


def passage(words: str, units: str, title_units: str = "", number: int = 0) -> StoredPassage:
    lines = units.split("\n")
    words += "\n" * (len(lines) - 1 - words.count("\n"))
    sentences = array("I")
    for line, cut in zip(lines, words.split("\n"), strict=True):
        sentences.extend([0, 0, len(cut.split()), len(units_of(line)), len(bigrams_of(line))])
    analysed = AnalysedPassage(start=0, end=0, sentences=sentences, words=words, units=units)
    return StoredPassage(number, number, title_units, analysed, mostly_cjk(units))


def score_alone(one: StoredPassage, weights: TermWeights, averages: Averages = AVERAGES) -> float:
    """Return the score of a passage that is the only candidate."""
    return rank([one], weights, averages)[0].score


def test_words_by_hand() -> None:
    """W: weight 1, k1 .4, b .9; twice in four words of an average of four."""
    weights = TermWeights({"灯塔": 2.0, "潮": 5.0}, {}, {})
    score = score_alone(passage("灯塔 很 高\n灯塔", "灯塔很高\n灯塔"), weights)
    assert score == pytest.approx(2.0 * 2 * 1.4 / (2 + 0.4) + COVERED)


def test_units_by_hand() -> None:
    """U: weight 2, k1 .6, b .9 in the passage, plus the better sentence with k1 .6, b .5."""
    weights = TermWeights({}, {"灯": 1.5}, {})
    score = score_alone(passage("", "灯塔很高\n灯灯"), weights)
    body = 1.5 * 3 * 1.6 / (3 + 0.6)
    second_sentence = 1.5 * 2 * 1.6 / (2 + 0.6 * (0.5 + 0.5 * 2 / 3))
    assert score == pytest.approx(2 * body + second_sentence + COVERED + IN_WINDOW)


def test_bigrams_and_stems_by_hand() -> None:
    """B: weight .5; a stem is counted as a whole run, and the best sentence adds up U and B."""
    weights = TermWeights({}, {"lamp": 1.0}, {"lamp": 1.0, "灯塔": 2.0})
    score = score_alone(passage("", "lamp lamplight 灯塔"), weights)
    body_u = 1.0 * 1.6 / (1 + 0.6 * (0.1 + 0.9 * 4 / 6))
    body_b = (1.0 + 2.0) * 1.6 / (1 + 0.6 * (0.1 + 0.9 * 3 / 4))
    sentence = 1.6 / (1 + 0.6 * (0.5 + 0.5 * 4 / 3)) + 3.0 * 1.6 / (1 + 0.6 * (0.5 + 0.5 * 3 / 2))
    assert score == pytest.approx(2 * body_u + 0.5 * body_b + sentence + 2 * COVERED + 2 * IN_WINDOW)


def test_titles_by_hand() -> None:
    """Titles: U + B .5, k1 1.2, b .3; what stands in the title covers with any line."""
    weights = TermWeights({"钟表": 1.0}, {"钟": 1.0}, {"钟表": 1.0})
    score = score_alone(passage("别", "钟", "钟表"), weights)
    body = 2 * 1.6 / (1 + 0.6 * (0.1 + 0.9 / 6)) + 1.6 / (1 + 0.6 * (0.5 + 0.5 / 3))
    assert score == pytest.approx(body + 0.5 * 2 * 2.2 / (1 + 1.2) + 2.5 * COVERED + 1.5 * IN_WINDOW)


def test_the_beginning_of_a_title_in_the_question() -> None:
    """Of a title with a break, what stands before it in Chinese counts alone; a first Latin word does not."""

    def score(title: str) -> float:
        return score_alone(passage("", "别", title_units=title), TermWeights({}, {}, {}, line="灯塔 lamp 何时建成"))

    assert score("灯塔 旧城") == pytest.approx(WHOLE_TITLE * log(3))
    assert score("塔 旧城") == score("lamp of old") == 0


@pytest.mark.parametrize(
    ("title", "asked", "stands"),
    [
        ("灯塔", "灯塔何时建成", True),
        ("lamp", "lamplight", False),
        ("lamp 灯", "old lamp 灯塔", True),
        ("", "灯塔", False),
    ],
)
def test_a_title_in_the_question(title: str, asked: str, stands: bool) -> None:
    """A whole title in the question counts by its length; a Latin word is no part of a longer one."""
    score = score_alone(passage("", "别", title_units=title), TermWeights({}, {}, {}, line=asked))
    assert score == pytest.approx(WHOLE_TITLE * log(1 + len(title)) if stands else 0.0)


@pytest.mark.parametrize(
    ("title", "asked", "stands"),
    [
        ("太湖的一场拍卖", "一场拍卖", True),
        ("colour manag for print", "colour manag", True),
        ("lamplight", "lamp", False),
        ("灯塔", "灯塔", True),
        ("灯塔", "", False),
    ],
)
def test_a_question_in_a_title(title: str, asked: str, stands: bool) -> None:
    """What is typed of a title counts by its length, more than a title in a question; no Latin word is cut."""
    score = score_alone(passage("", "别", title_units=title), TermWeights({}, {}, {}, line=asked))
    assert score == pytest.approx(PART_OF_TITLE * log(1 + len(asked)) if stands else 0.0)


def test_windows_by_hand() -> None:
    """Terms count together within fourteen units, whichever sentence they stand in, and never across passages."""
    weights = TermWeights({}, dict.fromkeys("灯塔", 0.0), {})
    between = "山" * (WINDOW_UNITS - 2)
    near = passage("", f"灯{between[:5]}\n{between[5:]}塔", number=0)
    far = passage("", f"灯{between} far 塔", number=1)
    one = passage("", "塔", number=2)
    other = passage("", "灯", number=3)
    scores = {ranked.passage.id: ranked.score for ranked in rank([near, far, one, other], weights, AVERAGES)}
    each = log(1 + 1.5 / 3.5)  # three of the four hold it
    assert scores[0] == pytest.approx((COVERAGE + WINDOW) * 2 * each)
    assert scores[1] == pytest.approx((2 * COVERAGE + WINDOW) * each)
    assert scores[2] == scores[3] == pytest.approx((COVERAGE + WINDOW) * each)


def test_an_answer_as_asked_counts_as_a_term_of_the_window() -> None:
    """A date beside what is asked about is worth its idf to the window, far from it or in the title nothing."""
    weights = TermWeights({}, {"灯": 0.0}, {}, answer=answer_pattern("灯塔何时建成"))
    near = passage("", "灯 1931 年建", number=0)
    far = passage("", f"灯{'山' * WINDOW_UNITS} 1931 年建", title_units="1931 年", number=1)
    scores = {ranked.passage.id: ranked.score for ranked in rank([near, far], weights, AVERAGES)}
    assert scores[0] - scores[1] == pytest.approx(WINDOW * min(ANSWER, log(1 + 0.5 / 2.5)))
    assert rank([near], NO_WEIGHTS, AVERAGES)[0].score == 0


def test_other_forms_by_hand() -> None:
    """A form counts as a share of what it stands for, in all fields and as far as it is as rare."""
    weights = TermWeights(
        {"港湾": 2.0, "塔": 1.0}, {}, {}, names={("wren harbour",): 1.0}, stands_for={("wren harbour",): "港湾"}
    )
    forms = passage("wren harbour", "wren harbour", number=0)
    own = passage("港湾", "港湾", number=1)
    other = passage("wren and harbour", "wren and harbour", number=2)
    scores = {ranked.passage.id: ranked.score for ranked in rank([forms, own, other], weights, AVERAGES)}
    share = 1 / 2
    local = log(1 + 1.5 / 2.5)  # two of the three hold it
    assert scores[0] == pytest.approx(2 * share * 1.4 / (share + 0.4 * (0.1 + 0.9 * 2 / 4)) + COVERAGE * share * local)
    assert scores[1] == pytest.approx(2 * 1.4 / (1 + 0.4 * (0.1 + 0.9 / 4)) + COVERAGE * local)
    assert scores[2] == 0


def test_words_side_by_side_as_asked_count_as_a_pair() -> None:
    """Two words of a question that stand so in a passage bring the idf that the pair has among the candidates."""
    weights = TermWeights({}, {"lamp": 0.0}, {}, line="lamp keeper")
    texts = [passage("", text, number=n) for n, text in enumerate(("lamp keeper", "keeper lamp", "lamp of keeper"))]
    scores = {one.passage.id: one.score for one in rank(texts, weights, AVERAGES)}
    assert scores[0] - scores[1] == pytest.approx(PAIR * positive_idf(3, 1))
    assert scores[1] >= scores[2]


def test_a_word_that_begins_alike_counts_by_a_share() -> None:
    """Conquest stands for conquer, as far as no word itself is in the sentence; shorter beginnings are chance."""
    weights = TermWeights({}, {"conquer": 1.0}, {})
    texts = ["conquest", "conquer", "conquer conquest", "connect", "con"]
    alike, own, both, *others = (score_alone(passage("", text), weights, Averages(sentence_u=1)) for text in texts)
    assert 0 < alike < own
    assert both <= own
    assert others == [0, 0]


def test_what_begins_or_ends_as_a_translation_counts_less() -> None:
    """Mongol stands for Mongolia; where all translations have several words, the last of one stands for it alone."""
    for group, stands, lacks in (("mongolia", "mongol", "monk"), ("earthquak epicent", "epicent", "earthquak")):
        weights = TermWeights({}, {"塔": 1.0}, {}, translations={(group,): 1.0}, stands_for={(group,): "塔"})
        own, near, none = (score_alone(passage("", text), weights) for text in (group, stands, lacks))
        assert 0 == none < near < own


def test_what_lacks_a_name_that_is_asked_for_counts_less() -> None:
    """A passage keeps its score where it, or its title, holds a form of each name, and loses a part for each other."""
    texts = [
        passage("", "塔 wren harbour 鸥", number=0),
        passage("", "塔 港湾 沙", "鸥", number=1),
        passage("", "塔 港湾 沙", "沙", number=2),
        passage("", "塔 沙沙 沙", "沙", number=3),
    ]
    forms = {"names": {("wren harbour",): 0.0}, "stands_for": {("wren harbour",): "港湾"}}
    plain, named = (
        {
            one.passage.id: one.score
            for one in rank(texts, TermWeights({}, {"塔": 1.0}, {}, named=names, **forms), AVERAGES)
        }
        for names in ((), ("港湾", "鸥"))
    )
    assert [named[n] / plain[n] for n in range(4)] == pytest.approx([1, 1, (1 + UNNAMED) / 2, UNNAMED])


def test_translations_count_in_texts_of_their_language() -> None:
    """A foreign word in a text is no translation of the question; a name counts wherever it stands."""
    texts = [passage("", "gull 海港 海港", number=0), passage("", "gull and 海", number=1)]
    group = {("gull",): 1.0}
    for kind, counting in (("translations", {1}), ("names", {0, 1})):
        weights = TermWeights({}, {"鸥": 1.0}, {}, stands_for={("gull",): "海鸥"}, **{kind: group})
        assert {one.passage.id for one in rank(texts, weights, AVERAGES) if one.score} == counting


def test_a_translation_counts_less_than_a_name() -> None:
    """Another form of a name is that name; a word of the other language is but nearly what was asked."""
    scores = []
    for kind in ("translations", "names"):
        weights = TermWeights({}, {"鸥": 1.0}, {}, stands_for={("gull",): "海鸥"}, **{kind: {("gull",): 1.0}})
        scores.append(rank([passage("", "gull", number=0)], weights, AVERAGES)[0].score)
    assert 0 < scores[0] < scores[1]


def test_a_gloss_says_nothing_more() -> None:
    """A sentence that gives a name in both forms scores as one that gives it once; another sentence may use either."""
    weights = TermWeights({}, {"鸥": 1.0}, {}, names={("gull",): 1.0}, stands_for={("gull",): "鸥"})
    texts = ["鸥 sand", "鸥 gull", "鸥 sand\nsand sand", "鸥 sand\ngull sand"]
    plain, glossed, once, twice = (rank([passage("", text)], weights, AVERAGES)[0].score for text in texts)
    assert plain == glossed
    assert once < twice


def test_what_stands_between_words_counts_among_chinese_texts_alone() -> None:
    """An English text has nothing that says 的, and answers no worse."""
    weights = TermWeights({}, {"塔": 1.0, "的": 1.0}, {"塔的": 1.0})
    own, english = passage("", "的", number=0), passage("", "tower", number=1)
    assert rank([own], weights, AVERAGES)[0].score > 0
    assert [one.score for one in rank([own, english], weights, AVERAGES)] == [0, 0]


def test_translated_verbs_count_less() -> None:
    """What is done has more words than what it is done with: a translation that is a verb counts by a share of it."""
    text = passage("", "反驳 海鸥", number=0)
    scores = []
    for asked, chinese in (("rebut", "反驳"), ("gull", "海鸥")):
        group = (chinese,)
        weights = TermWeights({}, {asked: 1.0}, {}, translations={group: 1.0}, stands_for={group: asked})
        scores.append(rank([text], weights, AVERAGES)[0].score)
    assert 0 < scores[0] < scores[1]


def test_verbs_count_less() -> None:
    """What stands in verbs alone counts by a share, a bigram with one half of such by the mean."""
    candidates = [passage("", "建塔", number=0)]
    terms = {"建": 1.0}, {"建塔": 1.0}

    def score(verbs: str) -> float:
        return rank(candidates, TermWeights({}, *terms, verbs=frozenset(verbs)), AVERAGES)[0].score

    unit = rank(candidates, TermWeights({}, terms[0], {}), AVERAGES)[0].score
    bigram = rank(candidates, TermWeights({}, {}, terms[1]), AVERAGES)[0].score
    assert score("") == pytest.approx(unit + bigram)
    assert score("建") == pytest.approx(VERB * unit + (VERB + 1) / 2 * bigram)


def test_words_as_rank_bm25_scores_them() -> None:
    """With our idf, the W part is what rank_bm25 gives for the same words."""
    texts = [["tide", "lamp", "tide"], ["lamp", "gull"], ["gull", "gull", "sand", "tide"]]
    theirs = BM25Okapi(texts, k1=ranking.PASSAGE_W.k1, b=ranking.PASSAGE_W.b)
    theirs.idf = {word: positive_idf(3, sum(word in text for text in texts)) for word in theirs.idf}
    weights = TermWeights({word: theirs.idf[word] for word in ("tide", "gull")}, {}, {})
    averages = Averages(passage_w=theirs.avgdl)
    passages = [passage(" ".join(text), "x", number=number) for number, text in enumerate(texts)]
    ours = {one.passage.id: one.score for one in rank(passages, weights, averages)}
    local = log(1 + 1.5 / 2.5)  # either word stands in two of the three
    covered = [COVERAGE * local * len({"tide", "gull"} & {*text}) for text in texts]
    expected = [score + more for score, more in zip(theirs.get_scores(["tide", "gull"]), covered, strict=True)]
    assert [ours[number] for number in range(3)] == pytest.approx(expected)


def test_two_sentences_and_the_title_cover_together() -> None:
    """A sentence covers with the one after it and the title, never with one of another passage; the best one counts."""
    weights = TermWeights({}, dict.fromkeys("灯塔很高", 0.0), {})
    together = passage("", "灯\n塔\n海", title_units="很", number=0)
    apart = passage("", "塔\n海\n灯", title_units="山", number=1)
    other = passage("", "高", title_units="山", number=2)
    scores = {one.passage.id: one.score for one in rank([together, apart, other], weights, AVERAGES)}
    in_two, in_one = log(1 + 1.5 / 2.5), log(1 + 2.5 / 1.5)
    near = WINDOW * in_two
    assert scores[0] == pytest.approx((COVERAGE + WINDOW) * (in_two + in_two + in_one))
    assert scores[1] == pytest.approx(COVERAGE * in_two + 2 * near)
    assert scores[2] == pytest.approx((COVERAGE + WINDOW) * in_one)


def test_the_idf_by_hand() -> None:
    """ln(1 + (N - n + .5) / (n + .5))."""
    assert positive_idf(7, 2) == pytest.approx(log(1 + 5.5 / 2.5))


def test_a_question_names_people_and_places(tmp_path, make_article) -> None:
    """A place that is part of another name is not asked for beside it."""
    text = "上海水产大学的教授贺兰亭说，船要修。上海水产大学宣布停课。"
    store = Store(tmp_path / build_index([make_article("ship", "航运", text)], tmp_path).build)
    asked = read_question("贺兰亭在法国为上海水产大学做什么", store.document_frequency)
    assert {*term_weights(store, asked).named} == {"贺兰亭", "上海水产大学", "法国"}
    store.close()


def test_english_words_weigh_by_the_dictionary_too(tmp_path, make_article) -> None:
    """Of words that stand nowhere here, one of few meanings is worth more, a name most."""
    store = Store(tmp_path / build_index([make_article("one", text="灯塔在海边。")], tmp_path).build)
    question, mixed = (
        read_question(text, store.document_frequency) for text in ("time lighthouse Wadlow", "time 灯塔")
    )
    here = positive_idf(1, 0)
    weights = term_weights(store, question).words
    assert weights["time"] < weights["lighthous"] < weights["wadlow"]
    assert weights["wadlow"] == pytest.approx((1 - ELSEWHERE) * here + ELSEWHERE * (positive_idf(MEANINGS, 0) - COMMON))
    assert term_weights(store, mixed).words == {"time": here, "灯塔": positive_idf(1, 1)}
    store.close()


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
    assert score_alone(passage("灯塔", "灯塔", "灯塔"), TermWeights({"灯塔": 1.0}, {}, {}), Averages()) > 0
    assert rank([], NO_WEIGHTS, Averages()) == []
