"""What was asked stands in the log afterwards, and nothing that nobody asked."""

import json

from bot.messages import words_in
from tests.seen import opener, plain


async def test_each_question_is_a_row(footnote):
    """Commands, direct messages and mentions are logged with who, where, what and the articles found."""
    await footnote.member.slash("search", {"query": "石桥", "private": True}, footnote.library)
    await footnote.as_(footnote.member, "zh-CN").slash("who", {"name": "周若兰"})
    await footnote.admin.dm("圖書館搬家")
    await footnote.admin.mention("What does charging the ferry take?", footnote.general)
    await footnote.member.slash("search", {"query": "qqqqq zzzzz"}, footnote.library)
    found = await footnote.rows()
    assert [(row["kind"], row["way_in"], row["outcome"]) for row in found] == [
        ("search", "command", "answered"),
        ("who", "command", "answered"),
        ("search", "direct_message", "answered"),
        ("search", "mention", "answered"),
        ("search", "command", "nothing"),
    ]
    assert [row["server_id"] for row in found] == [footnote.world.home.id, None, None, *[footnote.world.home.id] * 2]
    assert [row["private"] for row in found] == [1, 0, 0, 0, 0]
    assert len({row["user_key"] for row in found}) == 2
    assert not {str(footnote.member.user.id), str(footnote.admin.user.id)} & {row["user_key"] for row in found}
    assert all(json.loads(row["hits"]) for row in found if row["kind"] == "search" and row["outcome"] == "answered")


async def test_keystrokes_are_no_questions(footnote):
    """What is typed for suggestions is never logged."""
    await footnote.member.autocomplete("summary", "about", "河边", footnote.library)
    await footnote.member.autocomplete("who", "name", "周", footnote.library)
    assert await footnote.rows() == []


async def test_a_press_is_an_event_on_its_question(footnote):
    """Opening an article is an event that names question and article."""
    answer = await footnote.member.slash("search", {"query": "石桥"}, footnote.library)
    await footnote.member.press(answer, opener(answer))
    events = await footnote.rows("events")
    questions = await footnote.rows()
    assert [(event["kind"], event["query_id"]) for event in events] == [("opened", questions[0]["id"])]
    assert events[0]["article_id"] in dict(json.loads(questions[0]["hits"]))


async def test_refused_questions_are_logged_as_refused(footnote):
    """Whoever belongs to another community leaves no article in the log."""
    await footnote.stranger.slash("search", {"query": "河边茶馆"}, footnote.lobby)
    await footnote.stranger.dm("河边茶馆")
    assert {(row["outcome"], row["hits"]) for row in await footnote.rows()} == {("refused", "[]")}


async def test_a_question_while_the_state_cannot_be_read(footnote):
    """Its asker alone is told that nothing can be answered, and it stands in the log."""
    await footnote.app.answers.state._database._reader.close()
    told = await footnote.member.slash("search", {"query": "石桥花了多少钱"}, footnote.library)
    assert told.ephemeral
    assert plain(told) == words_in("zh-CN")("member-unavailable")
    assert [(row["text"], row["outcome"]) for row in await footnote.rows()] == [("石桥花了多少钱", "error")]
