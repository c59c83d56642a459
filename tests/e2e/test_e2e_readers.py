"""What a reader is shown of the articles, by their language and by what they ask about an article."""

from pathlib import Path

import pytest

from bot.messages import words_in
from bot.services.article_source import build
from bot.settings import Settings
from tests.e2e.installation import Installation
from tests.seen import WORDS, button, labels, plain

pytestmark = pytest.mark.asyncio(loop_scope="module")
NOTHING = {"named": 0, "author": "", "dated": 0, "date": ""}
ARTICLES = {
    "ice.md": """---
title: 渡轮冰层记录
author: Jane Whitlow
published: 2021-03-04
---
船长爱德华·诺兰（Edward Nolan）在冬天驾驶渡轮。他说，冰层比去年薄了一半。

工程师凯伦·霍尔（Karen Hall）量了冰层，爱德华·诺兰在一旁看着。凯伦·霍尔记下了每一个数字。
""",
    "ice-en.md": """---
title: The winter ferry
---
Edward Nolan steers the ferry through the ice. The harbour office measures the ice every morning.
""",
}


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an article in Chinese that names people in both scripts, and one in English."""
    folder = tmp_path_factory.mktemp("readers")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    build(Settings(data_dir=folder / "data", articles_dir=folder / "articles"))
    return folder


async def test_names_are_in_the_script_of_the_reader(asked: Installation) -> None:
    """A card, its buttons and completions are in letters for whoever asks in English, and lead on."""
    card = await asked.member.slash("who", {"name": "Hall"}, asked.library)
    assert plain(card).splitlines()[:3] == ["### Karen Hall", "-# Person", WORDS("who-forms", forms="凯伦·霍尔")]
    again = await asked.member.press(card, button(card, "Edward Nolan"))
    assert "Karen Hall" in labels(again)
    completed = await asked.member.autocomplete("who", "name", "Kar", asked.library)
    assert [each["value"] for each in completed] == ["Karen Hall"]
    linked = await asked.member.slash("who", {"name": "[Hall](https://example.com/hall)"}, asked.library)
    assert plain(linked) == plain(card)
    assert plain(await asked.member.dm("霍尔是谁")).startswith("### 凯伦·霍尔")
    (title,) = await asked.member.autocomplete("summary", "about", "渡轮冰", asked.library)
    summary = await asked.member.slash("summary", {"about": title["value"]}, asked.library)
    assert "Karen Hall" in labels(summary)
    assert WORDS("button-term", term="冰层") not in labels(summary)
    chinese = await asked.as_(asked.member, "zh-CN").slash("summary", {"about": title["value"]}, asked.library)
    assert {"凯伦·霍尔", words_in("zh-CN")("button-term", term="冰层")} <= {*labels(chinese)}


@pytest.mark.parametrize(
    ("question", "title", "told"),
    [
        ("Who wrote the 渡轮冰层记录 article?", "渡轮冰层记录", "Written by Jane Whitlow, published on 2021-03-04."),
        ("when was the winter ferry published", "The winter ferry", WORDS("search-origin", **NOTHING)),
        ("who is the author of the winter piece?", "The winter ferry", WORDS("search-origin", **NOTHING)),
        ("《渡轮冰层记录》是谁写的？", "渡轮冰层记录", "作者：Jane Whitlow；发表于 2021-03-04。"),
        ("渡輪那篇文章的作者是誰", "渡轮冰层记录", "作者：Jane Whitlow；發表於 2021-03-04。"),
    ],
)
async def test_who_wrote_an_article_and_when_stands_above_it(
    asked: Installation, question: str, title: str, told: str
) -> None:
    """The article is known by its title or, where it is called one, by words of it; without data that is said."""
    answer = plain(await asked.member.dm(question)).replace("**", "")
    assert answer.splitlines()[:2] == [f"### {title}", told]
    assert f"1. {title}" in answer


async def test_a_mention_is_no_value_of_an_operator(asked: Installation) -> None:
    """Its word is dropped with it, and no other takes its place."""
    answer = await asked.member.slash("search", {"query": "source:<@123456789012345678> ice"}, asked.library)
    assert plain(answer).startswith("### ice\n")


@pytest.mark.parametrize("question", ["who wrote the article about ice", "谁写了关于冰层的文章"])
async def test_an_article_that_no_words_single_out_is_searched_for_by_them(asked: Installation, question: str) -> None:
    """Each that is found has its author and date below its title, and the verb is no word that is missing."""
    answer = plain(await asked.member.dm(question))
    assert "**1. " in answer
    assert "Jane Whitlow · 2021-03-04" in answer
    assert "wrote" not in answer.lower()


async def test_what_is_called_no_article_is_searched_for(asked: Installation) -> None:
    """A work of which the articles tell is not taken for one of them."""
    answer = plain(await asked.member.dm("who wrote the harbour"))
    assert answer.startswith("### who wrote the harbour\n")


async def test_a_name_without_a_card_says_so_above_the_hits(asked: Installation) -> None:
    """Whoever asks for a name learns that nobody is known by it; a topic needs no card."""
    answer = plain(await asked.member.dm("who is Harbour Office"))
    assert answer.splitlines()[1] == WORDS("search-no-card", name="Harbour Office")
    assert "1. The winter ferry" in answer
    assert "card" not in plain(await asked.member.dm("tell me about the harbour office"))


async def test_a_topic_without_a_statement_offers_what_a_search_finds(asked: Installation) -> None:
    """The buttons are articles that come close, not any."""
    answer = await asked.member.slash("summary", {"about": "steer towards the moon tonight"}, asked.library)
    assert "The winter ferry" in labels(answer)
    assert "渡轮冰层记录" not in labels(answer)
