"""The summary of one article, over real stores."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, UnknownArticle
from corpus.index.store import Store
from corpus.summary import summarize
from corpus.summary.sentences import standing_sentences
from corpus.summary.single import wording
from tests.corpus.conftest import make_article

StoreOf = Callable[..., Store]
TEXT = (
    "海州的灯塔用上了潮汐发电。\n\n"
    "灯塔的潮汐发电机由三台水轮组成,每天发电两百度。守塔人每天记录潮汐和发电的度数。\n\n"
    "镇上的面包店星期三休息。\n\n"
    "为什么以前没有人想到潮汐发电?\n\n"
    "总之,潮汐发电让灯塔不再需要柴油。"
)
SECTIONS = (
    "潮汐发电站在海州动工。潮汐发电站的三台水轮由铜匠打造。铜匠为水轮工作了两年。水轮每天转动六个小时。",
    "跨海铁路桥连起了两座岛屿。跨海铁路桥的钢梁从内陆运来。岛屿上的居民第一次坐上火车。火车每天往返四次。",
    "鱼市场搬进了玻璃大厅。鱼市场的商贩有三百多人。玻璃大厅装有冷气设备。商贩凌晨三点开始叫卖。",
)
PIECES = st.sampled_from(
    [
        "灯塔的水泵换了新的",
        "。",
        ",",
        "?",
        "\n\n",
        "这",
        "However, ",
        "The pumps were old",
        ". ",
        "- ",
        "潮" * 300,
        "🙂",
        " ",
    ]
)


def test_the_main_statements_in_reading_order(store_of: StoreOf) -> None:
    """What the article is about, not its aside nor its question, each at its place."""
    article = make_article("one", "潮汐发电的灯塔", TEXT)
    summary = summarize(store_of(article), "one", 60)
    said = [sentence.text for sentence in summary.sentences]
    assert "海州的灯塔用上了潮汐发电。" in said
    assert not any("面包店" in text or "为什么" in text for text in said)
    assert [s.start for s in summary.sentences] == sorted(s.start for s in summary.sentences)
    assert (summary.subject, summary.articles, summary.source_chars) == ("潮汐发电的灯塔", (article,), len(TEXT))


def test_one_statement_is_made_once(store_of: StoreOf) -> None:
    """A sentence that an article repeats is shown once."""
    text = "灯塔的潮汐发电机每天发电两百度。\n\n守塔人喜欢在海边散步看书。\n\n灯塔的潮汐发电机每天发电两百度。"
    said = [sentence.text for sentence in summarize(store_of(make_article("one", text=text)), "one", 600).sentences]
    assert len(said) == len(set(said)) == 2


@pytest.mark.parametrize(
    ("text", "budget", "said"),
    [
        ("灯塔的三台水泵都换了新的,价格是三千元,一共用了一个星期的时间。", 15, ["灯塔的三台水泵都换了新的"]),
        ("灯塔的三台水泵都换了新的,价格是三千元,一共用了一个星期的时间。", 5, []),
        ("好", 600, ["好"]),
        ("海州的灯塔在去年冬天换了新的水泵。", 600, ["海州的灯塔在去年冬天换了新的水泵。"]),
        ("- 水泵\n- 灯塔\n- 潮汐", 5, ["水泵", "灯塔"]),
        ("# 灯塔\n\n## 水泵\n\n## 潮汐", 5, ["# 灯塔"]),
    ],
)
def test_articles_and_budgets_too_small_for_a_choice(
    store_of: StoreOf, text: str, budget: int, said: list[str]
) -> None:
    """A clause that stands by itself, or nothing; of one word, one sentence, a list or headings, what there is."""
    summary = summarize(store_of(make_article("one", text=text)), "one", budget)
    assert [sentence.text for sentence in summary.sentences] == said


def test_what_is_left_is_filled_with_a_marked_clause(store_of: StoreOf) -> None:
    """The beginning of a further sentence that stands by itself; it alone is marked as clipped."""
    text = "海州的灯塔用上了潮汐发电。\n\n守塔人每天写下潮汐的高度,一天也没有忘记过,已经这样坚持了三十多年之久。"
    summary = summarize(store_of(make_article("one", text=text)), "one", 30)
    assert [(sentence.text, sentence.clipped) for sentence in summary.sentences] == [
        ("海州的灯塔用上了潮汐发电。", False),
        ("守塔人每天写下潮汐的高度", True),
    ]


def test_the_whole_article_is_covered(store_of: StoreOf) -> None:
    """Of an article with three subjects none is left out, however often the first is named."""
    store = store_of(make_article("one", "海州三十年", "\n\n".join(SECTIONS)))
    said = summarize(store, "one", 70).sentences
    assert {place for s in said for place, section in enumerate(SECTIONS) if s.text in section} == {0, 1, 2}


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("海州的港务局缺的并不是水泵，不是水泵的价钱，而是修水泵的人。", 0.5),
        ("海州港的守塔人第一次用上了整整300台崭新的水泵。", 1.0),
        ("我每天都到海州港去看一看潮汐的高度和海上的风向。", -0.5),
        ("If the tide stays low, nobody of the harbour looks at the pumps.", -0.5),
        ("“我每天都记录潮汐，”海州港的守塔人在去年冬天说。", 0.0),
        ("在我国的港口里，海州港的灯塔和水泵比谁的都要旧。", 0.0),
        ("海州港换了新水泵。", -0.55),
    ],
)
def test_what_the_wording_counts(store_of: StoreOf, sentence: str, share: float) -> None:
    """A cue word and a number half a point each; half a point off for "I" and "if" but in quotations; length."""
    counted = wording(standing_sentences(store_of(article := make_article("one", text=sentence)), article))
    assert counted == pytest.approx([share])


def test_what_leans_is_never_alone(store_of: StoreOf) -> None:
    """Whatever the budget, a sentence that begins with a pronoun follows the one it leans on."""
    text = "海州的灯塔用上了潮汐发电。它因此不再需要柴油和煤炭。\n\n镇上的面包店每个星期三休息一天。店主去海边钓鱼。"
    store = store_of(make_article("one", text=text))
    for budget in range(10, 60):
        said = [sentence.text for sentence in summarize(store, "one", budget).sentences]
        assert "它因此不再需要柴油和煤炭。" not in said or "海州的灯塔用上了潮汐发电。" in said


def test_an_unknown_article(store_of: StoreOf) -> None:
    """An id that no article has is an error of whoever asked."""
    with pytest.raises(UnknownArticle):
        summarize(store_of(make_article("one")), "two", 600)


@settings(max_examples=20)
@given(pieces=st.lists(PIECES | st.text(max_size=20), min_size=1, max_size=40), budget=st.integers(-1, 400))
def test_any_article_within_any_budget(store_of: StoreOf, pieces: list[str], budget: int) -> None:
    """Every sentence is the article's text at its place, in order, disjoint, and together within the budget."""
    text = "".join(pieces).encode("utf-8", "ignore").decode()
    article: Article = make_article("one", text=f"灯{text}")
    summary = summarize(store_of(article), "one", budget)
    assert sum(len(sentence.text) for sentence in summary.sentences) <= max(0, budget)
    end = 0
    for sentence in summary.sentences:
        assert end <= sentence.start < sentence.end
        assert sentence.text == article.text[sentence.start : sentence.end]
        end = sentence.end
