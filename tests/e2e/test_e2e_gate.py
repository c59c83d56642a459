"""Whoever belongs to another community is refused on every way in, also as its administrator."""

from dataclasses import replace

import pytest

from bot.errors import NotAdmitted
from bot.messages import words_in
from bot.messages.errors import error_words
from tests.seen import plain

pytestmark = pytest.mark.asyncio(loop_scope="module")
QUESTION = "河边茶馆"


def refusal(locale):
    """Return the sentence that somebody is refused with."""
    return error_words(NotAdmitted(), words_in(locale))


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
async def test_commands_refuse(asked, command, options, direct):
    """In another server and in direct messages every command answers one polite sentence, in the asker's language."""
    stranger = asked.as_(asked.stranger, "zh-TW")
    answer = await stranger.slash(command, options, stranger.direct if direct else asked.lobby)
    languages = ("zh-TW", "zh-CN") if options else ("zh-TW",)
    assert plain(answer) in {refusal(language) for language in languages}
    assert answer.controls == ()


async def test_anybody_may_read_what_is_kept(asked):
    """Whoever left the community still has questions in the log: /privacy, and the word by message, tell them all."""
    stranger = asked.as_(asked.stranger, "zh-TW")
    heading = words_in("zh-TW")("privacy-heading")
    for place in (stranger.direct, asked.lobby):
        assert heading in (await stranger.slash("privacy", {}, place)).text
    assert heading in (await stranger.dm("隱私")).text


@pytest.mark.parametrize("direct", [False, True])
async def test_autocomplete_tells_nothing(asked, direct):
    """Suggestions would name articles and people: a stranger gets none, a member does."""
    place = asked.stranger.direct if direct else asked.lobby
    assert await asked.stranger.autocomplete("summary", "about", "河边", place) == ()
    assert await asked.stranger.autocomplete("who", "name", "周", place) == ()
    for option in ("query", "source", "author"):
        assert await asked.stranger.autocomplete("search", option, "", place) == ()
    assert await asked.stranger.autocomplete("footnote articles", "article", "", place) == ()
    assert await asked.member.autocomplete("summary", "about", "河边", asked.library) != ()


async def test_the_menu_of_a_message_refuses(asked):
    """In another server its commands say no more than the others."""
    message = asked.stranger.say(QUESTION, asked.lobby)
    for command in ("Search for this", "Who is this?"):
        answer = await asked.stranger.message_command(command, message)
        assert plain(answer) in {refusal(locale) for locale in ("en-US", "zh-CN")}


async def test_buttons_refuse(asked):
    """An answer's buttons, taken to another server, open nothing."""
    answer = await asked.member.slash("search", {"query": QUESTION}, asked.library)
    taken = replace(answer, id=asked.discord.snowflakes(), channel_id=asked.lobby.id)
    asked.discord.board.post(taken)
    buttons = [control["custom_id"] for control in answer.controls if control.get("custom_id")]
    assert buttons
    for custom_id in buttons:
        shown = await asked.stranger.press(taken, custom_id)
        assert plain(shown) in {refusal(locale) for locale in ("en-US", "zh-CN")}
        assert shown.ephemeral


async def test_mentions_and_direct_messages_refuse(asked):
    """A mention in another server and a direct message of somebody whom no home server knows are refused."""
    refusals = {refusal(locale) for locale in ("en-US", "zh-CN")}
    assert plain(await asked.stranger.mention(QUESTION, asked.lobby)) in refusals
    assert plain(await asked.stranger.dm(QUESTION)) in refusals
    assert plain(await asked.stranger.dm("hello")) in refusals
