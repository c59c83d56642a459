"""Whoever belongs to another community is refused on every way in, also as its administrator."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from bot.errors import NotAdmitted, NotManager
from bot.messages import words_in
from bot.messages.errors import error_words

QUESTION = "河边茶馆"


def refusal(locale, error=NotAdmitted):
    """Return the sentence that somebody is refused with."""
    return error_words(error(), words_in(locale))


def plain(message):
    """Return what a message says, without the escapes of markdown."""
    return message.text.replace("\\", "")


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("search", {"query": QUESTION}),
        ("who", {"name": "周若兰"}),
        ("summary", {"about": QUESTION}),
        ("help", {}),
        ("reindex", {}),
        ("footnote add", {}),
        ("footnote articles", {}),
        ("footnote status", {}),
        ("footnote settings", {"private": True}),
    ],
)
@pytest.mark.parametrize("direct", [False, True])
async def test_commands_refuse(footnote, command, options, direct):
    """In another server and in direct messages every command answers one polite sentence, in the asker's language."""
    stranger = footnote.as_(footnote.stranger, "zh-TW")
    answer = await stranger.slash(command, options, stranger.direct if direct else footnote.lobby)
    languages = ("zh-TW", "zh-CN") if options else ("zh-TW",)
    assert plain(answer) in {refusal(language) for language in languages}
    assert answer.controls == ()


async def test_anybody_may_read_what_is_kept(footnote):
    """Whoever left the community still has questions in the log: /privacy, and the word by message, tell them all."""
    stranger = footnote.as_(footnote.stranger, "zh-TW")
    heading = words_in("zh-TW")("privacy-heading")
    for place in (stranger.direct, footnote.lobby):
        assert heading in (await stranger.slash("privacy", {}, place)).text
    assert heading in (await stranger.dm("隱私")).text


@pytest.mark.parametrize("direct", [False, True])
async def test_autocomplete_tells_nothing(footnote, direct):
    """Suggestions would name articles and people: a stranger gets none, a member does."""
    place = footnote.stranger.direct if direct else footnote.lobby
    assert await footnote.stranger.autocomplete("summary", "about", "河边", place) == ()
    assert await footnote.stranger.autocomplete("who", "name", "周", place) == ()
    for option in ("query", "source", "author"):
        assert await footnote.stranger.autocomplete("search", option, "", place) == ()
    assert await footnote.stranger.autocomplete("footnote articles", "article", "", place) == ()
    assert await footnote.member.autocomplete("summary", "about", "河边", footnote.library) != ()


async def test_the_menu_of_a_message_refuses(footnote):
    """In another server its commands say no more than the others."""
    message = footnote.stranger.say(QUESTION, footnote.lobby)
    for command in ("Search for this", "Who is this?"):
        answer = await footnote.stranger.message_command(command, message)
        assert plain(answer) in {refusal(locale) for locale in ("en-US", "zh-CN")}


async def test_buttons_refuse(footnote):
    """An answer's buttons, taken to another server, open nothing."""
    answer = await footnote.member.slash("search", {"query": QUESTION}, footnote.library)
    taken = replace(answer, id=footnote.discord.snowflakes(), channel_id=footnote.lobby.id)
    footnote.discord.board.post(taken)
    buttons = [control["custom_id"] for control in answer.controls if control.get("custom_id")]
    assert buttons
    for custom_id in buttons:
        shown = await footnote.stranger.press(taken, custom_id)
        assert plain(shown) in {refusal(locale) for locale in ("en-US", "zh-CN")}
        assert shown.ephemeral


async def test_mentions_and_direct_messages_refuse(footnote):
    """A mention in another server and a direct message of somebody whom no home server knows are refused."""
    refusals = {refusal(locale) for locale in ("en-US", "zh-CN")}
    assert plain(await footnote.stranger.mention(QUESTION, footnote.lobby)) in refusals
    assert plain(await footnote.stranger.dm(QUESTION)) in refusals
    assert plain(await footnote.stranger.dm("hello")) in refusals


async def test_members_may_not_manage(footnote):
    """A member without Manage Server is refused a reindex; an admin, and the bot's owner anywhere, are not."""
    assert plain(await footnote.member.slash("reindex", {}, footnote.library)) == refusal("en-US", NotManager)
    assert plain(await footnote.admin.slash("reindex", {}, footnote.library)) != refusal("en-US", NotManager)


async def test_nothing_of_a_strangers_question_is_answered(footnote):
    """The log holds refused questions as refused, with no article."""
    await footnote.stranger.slash("search", {"query": QUESTION}, footnote.lobby)
    await footnote.stranger.dm(QUESTION)
    await footnote.stop()
    with closing(sqlite3.connect(footnote.settings.log_path)) as log:
        rows = log.execute("SELECT outcome, hits FROM queries").fetchall()
    assert set(rows) <= {("refused", "[]")}
    await footnote.start()
