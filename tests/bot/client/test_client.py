"""The real client on a loopback Discord over fakes: what a whole installation (tests/e2e) does not show."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import ReindexFailed, ReindexRunning
from bot.playground.world import playground_world
from tests.bot.client.conftest import Stage
from tests.person import Person
from tests.seen import button, labels


async def test_search_pages_and_reads(stage) -> None:
    """A result is paged in place, and read by the asker alone at the quoted place."""
    async with stage.running():
        lin = stage.actor("member")
        found = await lin.slash("search", {"query": "wind power"}, stage.general)
        assert "Found in 7 articles" in found.text
        assert not found.ephemeral
        second = await lin.press(found, button(found, "Next"))
        assert second.id == found.id
        assert "Page 2 of 2" in second.text
        opened = await lin.press(second, button(second, "Read"))
        assert opened.ephemeral
        assert "**The first turbine turned in March.**" in opened.text
    assert [event.kind for event in stage.log.events] == ["paged", "opened"]


async def test_somebody_else_pages_a_copy(stage) -> None:
    """Nobody turns the page of another person's answer under their eyes."""
    async with stage.running():
        found = await stage.actor("member").slash("search", {"query": "wind power"}, stage.general)
        copy = await stage.actor("admin", "zh-TW").press(found, button(found, "Next"))
        assert copy.ephemeral
        assert copy.id != found.id
        assert "第 2 頁" in copy.text
        assert "Page 1 of 2" in stage.actor("member").latest(found).text


async def test_views_do_not_pile_up(stage) -> None:
    """discord.py keeps nothing of the layouts that were sent."""
    async with stage.running() as client:
        lin = stage.actor("member")
        found = await lin.slash("search", {"query": "wind power"}, stage.general)
        await lin.press(found, button(found, "Next"))
        await lin.dm("wind power")
        store = client._connection._view_store
        assert not store._views
        assert not store._synced_message_views


async def test_who_and_its_choices(stage) -> None:
    """A card leads to related people, and a choice takes the place of the question."""
    async with stage.running():
        lin = stage.actor("member")
        card = await lin.slash("who", {"name": "Quill"}, stage.general)
        assert "editor of Harbour Weekly" in card.text
        choices = await lin.press(card, button(card, "Tom Oak"))
        assert choices.ephemeral
        picked = await lin.press(choices, button(choices, "Mira Quill"))
        assert picked.id == choices.id
        assert "editor of Harbour Weekly" in picked.text
        nobody = await lin.slash("who", {"name": "Zed"}, stage.general)
        assert labels(nobody) == ["Mira Quill", "Search the articles", "Helpful", "Not helpful"]
        searched = await lin.press(nobody, button(nobody, "Search the articles"))
        assert "Found in 7 articles" in searched.text
    assert [row.way_in for row in stage.log.rows] == ["command", "button", "button", "command", "button"]


async def test_other_bots_are_not_answered(stage) -> None:
    """Two bots never talk to each other."""
    async with stage.running():
        lin = stage.actor("member")
        robot = Person(stage.discord, replace(lin.user, bot=True))
        robot.say(f"<@{stage.world.bot.id}> wind power", stage.general)
        robot.say("wind power", robot.direct)
        await lin.mention("wind power", stage.general)
    assert len(stage.log.rows) == 1


@pytest.mark.parametrize(
    ("error", "part"), [(ReindexRunning(), "read again already"), (ReindexFailed("no space"), "no space")]
)
async def test_a_reindex_that_fails_says_why(stage, error, part) -> None:
    """A manager is told the cause, in place of the progress."""
    stage.reindexing.steps = [error]
    async with stage.running():
        ada = stage.actor("admin")
        shown = await ada.slash("reindex", {}, stage.general)
        assert part in (await ada.until(shown, lambda message: part in message.text)).text


async def test_a_bug_answers_with_a_reference_that_stands_in_the_log(stage, caplog) -> None:
    """Nobody waits in vain, and neither question nor token reaches the log."""
    stage.host.library.failure = ZeroDivisionError("about turnips")
    async with stage.running():
        shown = (await stage.actor("member", "zh-CN").slash("search", {"query": "turnips"}, stage.general)).text
        told = (await stage.actor("member").dm("turnips")).text
    references = [record.args[0] for record in caplog.records if record.msg.startswith("bug")]
    assert len(references) == 2
    assert references[0] in shown
    assert references[1] in told
    assert "turnips" not in caplog.text
    assert "ZeroDivisionError" in caplog.text


async def test_the_first_question_of_a_first_start_is_answered(tmp_path: Path) -> None:
    """The home server is known as soon as Discord has named the bot's one, before the client calls itself ready."""
    world = playground_world()
    stage = Stage(tmp_path, replace(world, servers=(world.home,)))
    stage.home = ()
    await stage.discord.start()
    with stage.discord.route():
        client = stage.client()
        serving = asyncio.create_task(client.start("a token"))
        await stage.discord.gateway.until(lambda gateway: gateway.identifies)
        lin = stage.actor("member")
        found = await lin.slash("search", {"query": "wind power"}, stage.general)
        assert "Found in 7 articles" in found.text
        await client.close()
        await serving
    await stage.discord.close()
