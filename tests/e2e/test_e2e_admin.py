"""What the admins of a server do with /footnote, and who may not."""

import pytest

from bot.errors import NotAdmitted, NotManager
from bot.messages import words_in
from bot.messages.errors import error_words
from bot.services.vitals import own_version
from tests.seen import labels, plain


@pytest.mark.parametrize("command", ["footnote status", "footnote settings"])
async def test_only_managers_look_after_the_bot(footnote, command):
    """A member is refused, an administrator of another server too; the bot's owner is not, even in messages."""
    refused = error_words(NotManager(), words_in("en-US"))
    assert plain(await footnote.member.slash(command, {}, footnote.library)) == refused
    assert plain(await footnote.stranger.slash(command, {}, footnote.lobby)) == error_words(
        NotAdmitted(), words_in("en-US")
    )
    assert plain(await footnote.owner.slash(command)).startswith("###")


async def test_status_tells_how_the_bot_is(footnote):
    """Index, speed, log and version are shown to the admin alone."""
    await footnote.member.slash("search", {"query": "ferry"}, footnote.library)
    shown = await footnote.admin.slash("footnote status", {}, footnote.library)
    words = words_in("en-US")
    assert shown.ephemeral
    library = footnote.app.answers.host.library
    assert words("status-index", articles=len(library.articles), passages=library.passages) in plain(shown)
    assert "rank-bm25" in plain(shown)
    assert "median of the last ones" in plain(shown)
    assert words("status-version", version=own_version()) in plain(shown)


async def test_the_language_of_a_server_is_set(footnote):
    """A question that shows no script is answered in the language that the server was set to, after a restart too."""
    asked = "人工"
    assert "zh-CN" not in plain(await footnote.admin.slash("footnote settings", {}, footnote.library))
    saved = await footnote.admin.slash("footnote settings", {"language": "zh-TW"}, footnote.library)
    assert words_in("en-US")("settings-saved") in plain(saved)
    await footnote.restart()
    answer = await footnote.member.mention(asked, footnote.general)
    assert words_in("zh-TW")("button-helpful") in labels(answer)
    await footnote.admin.slash("footnote settings", {"language": "own"}, footnote.library)
    answer = await footnote.member.mention(asked, footnote.general)
    assert words_in("zh-CN")("button-helpful") in labels(answer)


async def test_a_server_whose_answers_are_private(footnote):
    """Where admins set so, an answer is its asker's alone, unless they choose otherwise."""
    await footnote.admin.slash("footnote settings", {"private": True}, footnote.library)
    for command, options in (
        ("search", {"query": "ferry"}),
        ("who", {"name": "周若兰"}),
        ("summary", {"about": "Heron"}),
    ):
        assert (await footnote.member.slash(command, options, footnote.library)).ephemeral
        assert not (await footnote.member.slash(command, options | {"private": False}, footnote.library)).ephemeral
        assert (await footnote.member.slash(command, options)).flags & 64 == 0


async def test_members_may_not_reindex(footnote):
    """A member without Manage Server is refused a reindex; an admin is not."""
    refused = error_words(NotManager(), words_in("en-US"))
    assert plain(await footnote.member.slash("reindex", {}, footnote.library)) == refused
    assert plain(await footnote.admin.slash("reindex", {}, footnote.library)) != refused
