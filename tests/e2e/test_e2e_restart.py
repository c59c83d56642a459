"""What outlives a restart of the bot."""

import pytest

from tests.seen import button, plain


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


async def test_the_articles_that_are_read_are_offered_first(footnote):
    """A summary that nobody has typed for yet is offered of what people found last."""
    member, place = footnote.member, footnote.library
    await member.slash("search", {"query": "when was the observatory founded"}, place)
    for _ in range(2):
        first = (await member.autocomplete("summary", "about", "", place))[0]
        assert first["name"] == "The observatory on Heron Hill"
        await footnote.restart()
