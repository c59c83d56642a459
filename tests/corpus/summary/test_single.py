"""The summary of one article, over real stores."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, UnknownArticle
from corpus.index.store import Store
from corpus.summary import summarize
from tests.corpus.conftest import make_article

StoreOf = Callable[..., Store]
TEXT = (
    "海州的灯塔用上了潮汐发电。\n\n"
    "灯塔的潮汐发电机由三台水轮组成,每天发电两百度。守塔人每天记录潮汐和发电的度数。\n\n"
    "镇上的面包店星期三休息。\n\n"
    "为什么以前没有人想到潮汐发电?\n\n"
    "总之,潮汐发电让灯塔不再需要柴油。"
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
        ("灯塔的水泵换了新的,价格是三千元,一共用了一个星期的时间。", 12, ["灯塔的水泵换了新的"]),
        ("灯塔的水泵换了新的,价格是三千元,一共用了一个星期的时间。", 5, []),
        ("好", 600, ["好"]),
        ("好", 0, []),
    ],
)
def test_a_budget_smaller_than_any_sentence(store_of: StoreOf, text: str, budget: int, said: list[str]) -> None:
    """A clause that stands by itself, or nothing."""
    summary = summarize(store_of(make_article("one", text=text)), "one", budget)
    assert [sentence.text for sentence in summary.sentences] == said


def test_an_unknown_article(store_of: StoreOf) -> None:
    """An id that no article has is an error of whoever asked."""
    with pytest.raises(UnknownArticle):
        summarize(store_of(make_article("one")), "two", 600)


@settings(max_examples=20, deadline=None)
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
