"""What a reader is shown of the articles, by their language and by what they ask about an article."""

from pathlib import Path

import pytest

from bot.messages import words_in
from bot.services.article_source import build
from bot.settings import Settings
from tests.e2e.installation import Installation
from tests.seen import WORDS, button, labels, plain

pytestmark = pytest.mark.asyncio(loop_scope="module")
ARTICLES = {
    "ice.md": """---
title: 渡轮与冰层
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
    assert plain(await asked.member.dm("霍尔是谁")).startswith("### 凯伦·霍尔")
    (title,) = await asked.member.autocomplete("summary", "about", "渡轮与", asked.library)
    summary = await asked.member.slash("summary", {"about": title["value"]}, asked.library)
    assert "Karen Hall" in labels(summary)
    assert WORDS("button-term", term="冰层") not in labels(summary)
    chinese = await asked.as_(asked.member, "zh-CN").slash("summary", {"about": title["value"]}, asked.library)
    assert {"凯伦·霍尔", words_in("zh-CN")("button-term", term="冰层")} <= {*labels(chinese)}
