"""What the tests of index and search share: articles made in place, and a small collection in three languages."""

from collections.abc import Callable

import pytest

from corpus import Article

MakeArticle = Callable[..., Article]


def make_article(article_id: str, title: str = "标题", text: str = "正文。", **fields: str | None) -> Article:
    known = {"language": "zh-Hans", "author": None, "source": None, "published": None, "url": None}
    return Article(id=article_id, title=title, text=text, origins=(f"{article_id}.md",), **{**known, **fields})


@pytest.fixture(name="make_article", scope="session")
def _make_article() -> MakeArticle:
    """Return a function that makes an article of an id, with a title, a text and whatever else is named."""
    return make_article


@pytest.fixture(scope="session")
def articles() -> tuple[Article, ...]:
    """Return four made-up articles: one Simplified, one Traditional, one English, one of many paragraphs."""
    return (
        make_article(
            "harbour",
            "海港灯塔的历史",
            "灯塔建于1887年，由工程师梁望舒设计。它的灯光可以照到二十海里以外。\n\n今天的守塔人叫何小满。",
            source="潮声周刊",
            author="沈知微",
            published="2021-03-04",
        ),
        make_article(
            "museum",
            "山城的鐘錶博物館",
            "這座鐘錶博物館收藏了三百座古董鐘。館長賀蘭亭每天親自上發條。門票是五十元。",
            language="zh-Hant",
            source="山城日報",
            published="2023-11",
        ),
        make_article(
            "orchard",
            "The orchards of Veldermoor",
            "Farmers in Veldermoor planted pear trees in 1902. Dr. Odalys Fenwick studied the soil there. "
            "She published two books about running water.",
            language="en",
            author="Perrin Hale",
        ),
        make_article(
            "long",
            "河流考察笔记",
            "\n\n".join(f"第{day}天，考察队沿着河谷走了{day * 3}公里，记录了水温和流速。" * 6 for day in range(1, 30)),
        ),
    )
