"""Plain words in direct messages and mentions, and the buttons of every answer before and after a restart."""

import pytest

from bot.messages import words_in


def plain(message):
    """Return what a message says, without the escapes of markdown."""
    return message.text.replace("\\", "")


def button(message, label):
    """Return the custom id of the first button of a label."""
    return next(each["custom_id"] for each in message.controls if each["label"] == label)


@pytest.mark.parametrize(
    ("said", "shown", "language"),
    [
        ("石桥花了多少钱", "石桥为什么修了七年", "zh-CN"),
        ("圖書館的長桌", "圖書館搬家記", "zh-TW"),
        ("When was the observatory founded?", "The observatory on Heron Hill", "en-US"),
        ("周若兰是谁？", "### 周若兰", "zh-CN"),
        ("who is Samuel Okoro?", "### Samuel Okoro", "en-US"),
        ("總結一下 圖書館搬家記", "### 圖書館搬家記", "zh-TW"),
        ("Summarize The observatory on Heron Hill", "### The observatory on Heron Hill", "en-US"),
        ("/search ferry", "Why the ferry runs on batteries", "en-US"),
    ],
)
async def test_direct_messages_take_plain_words(footnote, said, shown, language):
    """A question, a name or a wish for a summary is understood, and answered in its language."""
    answer = await footnote.member.dm(said)
    assert shown in plain(answer)
    assert any(control["label"].startswith(words_in(language)("button-read")) for control in answer.controls)


@pytest.mark.parametrize(("said", "language"), [("hello", "en-US"), ("你好", "zh-CN"), ("嗨，您好嗎", "zh-TW")])
async def test_a_greeting_teaches(footnote, said, language):
    """Whoever says hello learns in three lines what to ask, in the script of the greeting if it has one."""
    answer = plain(await footnote.member.dm(said))
    assert answer == words_in(language)("greeting")
    assert len(answer.splitlines()) == 3


async def test_a_mention_is_answered_in_the_channel(footnote):
    """Naming the bot in a server asks it; the answer is a reply without a ping."""
    asked = await footnote.member.mention("石桥花了多少钱", footnote.general)
    assert "石桥为什么修了七年" in plain(asked)
    assert asked.reference_id is not None
    assert asked.mentions == ()
    assert footnote.traffic.routed("POST /channels/{}/typing")


async def test_long_text_is_no_problem(footnote):
    """A message as long as Discord allows is searched by its head."""
    answer = await footnote.member.dm("石桥" * 1000)
    assert words_in("zh-CN")("search-cut", chars=200) in plain(answer)


async def test_reading_opens_at_the_quotation(footnote):
    """Read shows the article to the presser alone, with the quoted sentence in bold."""
    answer = await footnote.member.slash("search", {"query": "when was the observatory founded"}, footnote.library)
    opened = await footnote.member.press(answer, button(answer, "Read"))
    assert opened.ephemeral
    assert "### The observatory on Heron Hill" in plain(opened)
    bold = plain(opened).split("**")[1]
    assert "founded in 1974" in bold


@pytest.mark.parametrize("way", ["command", "dm", "mention"])
async def test_buttons_survive_a_restart(footnote, way):
    """The buttons of an answer work in a later process, however it was asked for."""
    if way == "command":
        answer = await footnote.member.slash("search", {"query": "ferry batteries"}, footnote.library)
    elif way == "dm":
        answer = await footnote.member.dm("ferry batteries")
    else:
        answer = await footnote.member.mention("ferry batteries", footnote.general)
    before = await footnote.member.press(answer, button(answer, "Read"))
    await footnote.restart()
    after = await footnote.member.press(answer, button(answer, "Read"))
    assert plain(after) == plain(before)
    assert "Why the ferry runs on batteries" in plain(after)
