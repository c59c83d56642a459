"""What outlives a restart of the bot."""

from dataclasses import replace

import pytest

from bot.messages import words_in
from bot.services.gate import HOME_SERVER
from bot.services.requests import LANGUAGES
from tests.seen import WORDS, button, plain, pressed


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


async def test_a_damaged_state_hands_the_bot_to_nobody(footnote):
    """Home and opt-outs come back from the backup; where no home is known, nobody is answered, and told why."""
    footnote.settings = replace(footnote.settings, home_servers=())
    await footnote.restart()
    unknown = {locale: words_in(locale)("error-home-unknown") for locale in LANGUAGES}
    for person, place in ((footnote.member, footnote.library), (footnote.stranger, footnote.lobby)):
        for locale in LANGUAGES:
            answer = await footnote.as_(person, locale).slash("footnote articles", {}, place)
            assert plain(answer) == unknown[locale]
    assert plain(await footnote.member.dm("Why does the Heron ferry run on batteries?")) in unknown.values()
    await footnote.app.answers.state.put_value(HOME_SERVER, str(footnote.world.home.id))
    page = await footnote.member.slash("privacy", {}, footnote.library)
    await pressed(footnote.member, page, "privacy-button-out")
    await footnote.stop()
    footnote.settings.state_path.write_bytes(b"damaged" * 1000)
    await footnote.start()
    assert await footnote.answers()
    refused = await footnote.stranger.slash("footnote articles", {}, footnote.lobby)
    assert plain(refused) == words_in("en-US")("error-not-admitted")
    assert WORDS("privacy-out") in (await footnote.member.slash("privacy", {}, footnote.library)).text
