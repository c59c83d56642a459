"""How the client starts where Discord refuses, and how it ends while somebody waits."""

import asyncio

import discord
import pytest
from aiohttp import web

from bot.errors import DiscordUnreachable
from bot.playground.loopback import LoopbackDiscord
from tests.bot.client.conftest import Stage
from tests.patience import until


async def started(stage: Stage) -> None:
    """Start a client until it ends by itself."""
    with stage.discord.route():
        client = stage.client()
        try:
            await client.start("a token")
        finally:
            await client.close()


def message_under_way() -> bool:
    """Tell whether the client works on a message."""
    return any(task.get_name() == "discord.py: on_message" for task in asyncio.all_tasks())


@pytest.fixture
async def broken(request, tmp_path):
    """Yield a stage whose Discord fails one path, as the test says."""
    path, status = request.param

    @web.middleware
    async def fail(request, handler):
        return web.Response(status=status) if request.path.endswith(path) else await handler(request)

    made = Stage(tmp_path)
    made.discord = LoopbackDiscord(middlewares=[fail])
    await made.discord.start()
    yield made
    await made.discord.close()


async def test_a_long_rate_limit_at_the_login_is_named(stage, monkeypatch) -> None:
    """What Discord tells to wait longer than the client does is told to the operator, who may try again later."""
    with stage.discord.route():
        client = stage.client()

        async def limited(token: str) -> None:
            raise discord.RateLimited(99.0)

        monkeypatch.setattr(client.http, "static_login", limited)
        with pytest.raises(DiscordUnreachable, match="RateLimited"):
            await client.start("a token")
        await client.close()


@pytest.mark.parametrize("broken", [("/gateway", 403)], indirect=True)
async def test_a_first_connect_that_fails_is_named(broken) -> None:
    """A gateway that refuses at once is no AttributeError."""
    with pytest.raises(DiscordUnreachable):
        await started(broken)


async def test_a_running_answer_is_finished_before_the_end(stage) -> None:
    """Whoever asked just before the end is answered, and whoever asks while it is awaited."""
    release = asyncio.Event()
    call = stage.host.call

    async def slow(question):
        await release.wait()
        return await call(question)

    async with stage.running() as client:
        stage.host.call = slow
        asked = asyncio.create_task(stage.actor("member").slash("search", {"query": "wind"}, stage.general))
        await until(lambda: stage.discord.board.history(stage.general.id, stage.world.named("member").id) != ())
        closing = asyncio.create_task(client.close())
        late = asyncio.create_task(stage.actor("admin").dm("wind"))
        await until(message_under_way)
        release.set()
        await closing
        for answer in (await asked, await late):
            assert "Found in 7 articles" in answer.text


async def test_an_answer_that_hangs_does_not_keep_the_client(stage, monkeypatch) -> None:
    """What does not finish in time is given up."""
    monkeypatch.setattr("bot.client.client.DRAIN_S", 0.05)
    cancelled = asyncio.Event()

    async def stuck(question):
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    async with stage.running() as client:
        stage.host.call = stuck
        stage.actor("member").say("wind power", stage.actor("member").direct)
        await until(message_under_way)
        await client.close()
        assert cancelled.is_set()


async def test_a_proxy_is_not_used_for_this_machine(stage) -> None:
    """The playground works for those who need a proxy to reach Discord."""
    outside = stage.client()
    assert outside.http.proxy == "http://proxy.example:3128"
    with stage.discord.route():
        inside = stage.client()
    assert inside.http.proxy is None
    await outside.close()
    await inside.close()
