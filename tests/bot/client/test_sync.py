"""When the commands are sent to Discord."""

import discord
import pytest

from bot.client.sync import COMMANDS_HASH, sync_when_changed


class Response:
    """The little of an HTTP response that discord.py's errors read."""

    status = 503
    reason = "because"


@pytest.mark.parametrize("error", [discord.RateLimited(90.0), discord.DiscordServerError(Response(), "down")])
async def test_a_discord_that_takes_no_commands_is_tried_at_the_next_start(stage, monkeypatch, error) -> None:
    """The bot serves the commands that Discord has, and sends the new ones another time."""
    client = stage.client()

    async def failing() -> None:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(client.tree, "sync", failing)
        assert not await sync_when_changed(client.tree, 1, stage.state)
    assert COMMANDS_HASH not in stage.state.values
    await client.close()
