"""Questions about an office or a deed in plain words: the people whose it is, or else the articles alone."""

from pathlib import Path

import pytest

from bot.messages import words_in
from bot.services.article_source import build
from bot.settings import Settings
from tests.e2e.installation import Installation
from tests.seen import button, labels

pytestmark = pytest.mark.asyncio(loop_scope="module")
ARTICLES = {
    "en-US": """How Coldwell Labs began

Coldwell Labs is the largest maker of water meters in the valley, and every school has one of its meters.

Coldwell Labs was founded in 1991 by three sisters who had inherited a mill.

The chief executive of Coldwell Labs, Nora Pell, still reads every complaint herself.
""",
    "zh-CN": """云杉科技的第一间厂房

云杉科技是城里最大的风扇厂，去年卖出了三百万台。

1988年，两个退伍的电工在车库里创办了云杉科技公司，头一批风扇只有九台。

云杉科技公司首席执行官方启明说，厂房还会留在原来的地方。

青石书店联合创始人梁小雨说，第一年只卖出四百本书。

青石书店联合创始人罗大川说，第二年的书架是自己钉的。
""",
    "zh-TW": """松濤科技的起點

松濤科技是山城最大的電梯公司，全城一半的電梯都由它維修。

2004年，四個從前在鐵路局上班的人創辦了松濤科技，第一年只賣出兩部電梯。

松濤科技執行長林曉嵐每個月都到機房住一晚。
""",
}


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with articles that say who founded and who leads three companies, indexed once."""
    folder = tmp_path_factory.mktemp("companies")
    (folder / "articles").mkdir()
    for language, text in ARTICLES.items():
        (folder / "articles" / f"{language}.txt").write_text(text, encoding="utf-8")
    build(Settings(data_dir=folder / "data", articles_dir=folder / "articles"))
    return folder


@pytest.mark.parametrize(
    ("question", "founding", "language"),
    [
        ("who founded Coldwell Labs", "founded in 1991 by three sisters", "en-US"),
        ("谁创办了云杉科技公司", "两个退伍的电工在车库里创办", "zh-CN"),
        ("松濤科技是誰創辦的", "四個從前在鐵路局上班的人創辦", "zh-TW"),
    ],
)
async def test_a_founding_without_a_name_is_answered_by_the_article(
    asked: Installation, question: str, founding: str, language: str
) -> None:
    """Above the hits stands no card of the company, which says other things first."""
    answer = await asked.member.dm(question)
    words = words_in(language)
    assert founding in answer.text.replace("**", "")
    assert words("button-read") in labels(answer)
    assert words("button-who") not in labels(answer)


@pytest.mark.parametrize(
    ("question", "name", "sentence"),
    [
        ("who is the chief executive of Coldwell Labs", "Nora Pell", "still reads every complaint"),
        ("云杉科技公司的CEO是谁", "方启明", "厂房还会留在原来的地方"),
        ("松濤科技的執行長是誰", "林曉嵐", "每個月都到機房住一晚"),
        ("CEO of Coldwell Labs", "Nora Pell", "still reads every complaint"),
        ("云杉科技 ceo", "方启明", "厂房还会留在原来的地方"),
    ],
)
async def test_who_holds_an_office_is_named_with_the_sentence(
    asked: Installation, question: str, name: str, sentence: str
) -> None:
    """Whoever the articles say holds it comes first, with where they say so."""
    answer = await asked.member.dm(question)
    shown = answer.text.replace("**", "")
    assert 0 <= shown.index(name) < shown.index(sentence)


async def test_several_who_share_a_deed_are_all_named(asked: Installation) -> None:
    """Each of them is a button that leads to their card."""
    answer = await asked.member.dm("谁创办了青石书店")
    assert {"梁小雨", "罗大川"} <= {*labels(answer)}
    card = await asked.member.press(answer, button(answer, "罗大川"))
    assert "第二年的书架是自己钉的" in card.text


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("云杉科技公司的财务总监是谁", "云杉科技的第一间厂房"),
        ("松濤科技的財務長是誰", "松濤科技的起點"),
        ("who is Coldwell Labs' lawyer?", "How Coldwell Labs began"),
    ],
)
async def test_an_office_that_nobody_is_said_to_hold_is_searched_for(
    asked: Installation, question: str, shown: str
) -> None:
    """No article names who holds it; those that come nearest are shown, not that nobody is called so."""
    answer = await asked.member.dm(question)
    assert f"1. {shown}" in answer.text.replace("**", "").replace("\\", "")
