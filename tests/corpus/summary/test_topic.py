"""How much of a topic texts hold, and which article is named."""

from collections.abc import Callable

import pytest

from corpus import Article
from corpus.index.store import Store
from corpus.summary.topic import Topic, article_named, without_article
from tests.corpus.conftest import make_article

StoreOf = Callable[..., Store]
ARTICLES = (
    make_article(
        "minutes", "Harbour board minutes, 9 May", "The crane was repaired. Ida Brekke presided.", language="en"
    ),
    make_article("crane", "The old crane", "The crane of the harbour turns in ten minutes. It is red.", language="en"),
    make_article("tide", "潮汐发电站扩建", "市政府决定明年扩建潮汐发电站。咖啡店也会搬走。"),
    make_article("tide2", "海州的潮汐", "海州的潮汐很高。潮汐发电站扩建以后会发更多的电。"),
    make_article("lamp", "灯塔的守夜人", "守夜人每天晚上点灯。潮汐和他没有关系。"),
)


def named(store_of: StoreOf, text: str, articles: tuple[Article, ...] = ARTICLES) -> str | None:
    found = article_named(store_of(*articles), articles, text)
    return found and found.id


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("the harbour board minutes", "minutes"),
        ("board minutes", "minutes"),
        ("the crane article", "crane"),
        ("that crane piece", "crane"),
        ("the lighthouse article", None),
        ("灯塔那篇", "lamp"),
        ("燈塔的那篇文章", "lamp"),
        ("潮汐那篇", None),  # two titles
        ("潮汐发电站扩建", None),  # another one is about it too
        ("minutes", None),  # one word is a topic
        ("crane", None),
        ("article", None),
    ],
)
def test_which_article_is_named(store_of: StoreOf, text: str, article: str | None) -> None:
    """The only one whose title holds the words, where they say so or no other article holds nearly as much."""
    assert named(store_of, text) == article


def test_what_says_that_it_means_an_article() -> None:
    """Words for an article after its subject; a subject that such a word belongs to stays."""
    assert [without_article(text) for text in ("The crane article", "your crane article", "起重机那篇")] == [
        "crane",
        "crane",
        "起重机",
    ]
    for text in ("articles of war", "toy story", "chess piece", "第一篇", "文章"):
        assert without_article(text) == text


def test_another_language_says_it_too(store_of: StoreOf) -> None:
    """A translation stands for its word where translations are asked for; a name counts in its other forms anyway."""
    store = store_of(*ARTICLES)
    for translated in (True, False):
        topic = Topic.of(store, "coffee", translated=translated)
        told, untold = topic.shares([topic.terms("咖啡店也会搬走。"), topic.terms("潮汐。")])
        assert (told, untold) == (float(translated), 0.0)
