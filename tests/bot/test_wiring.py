"""The whole bot, built from settings on a loopback Discord: it answers, and ends in order."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot import wiring
from bot.errors import DataLocked, DiscordUnreachable, TokenMissing, TokenRefused
from bot.playground.loopback import LoopbackDiscord
from bot.playground.world import playground_world
from bot.services.gate import HOME_SERVER
from bot.settings import Settings
from bot.storage.data_lock import data_lock
from corpus import build_index
from tests.bot.fakes import article
from tests.bot.storage.stored import read_queries
from tests.patience import PATIENT_S, until
from tests.person import Person

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Return settings over a data folder with one article of one's own."""
    monkeypatch.setattr("bot.services.child.NICENESS", 0)  # or a reindex waits for whatever else the machine does
    articles = tmp_path / "data" / "a"
    articles.mkdir(parents=True)
    (articles / "wind.md").write_text("# Wind farms\n\nThe first turbine turned in March. It fed forty houses.\n")
    return Settings(token="good", data_dir=tmp_path / "data", articles_dir=articles)


@pytest.fixture
async def loopback() -> AsyncIterator[Callable[..., LoopbackDiscord]]:
    """Start loopback Discords that discord.py is pointed at."""
    started: list[tuple[LoopbackDiscord, Iterator[None]]] = []

    async def start(**options: object) -> LoopbackDiscord:
        server = LoopbackDiscord(first_response_s=PATIENT_S, **options)
        await server.start()
        route = server.route()
        route.__enter__()
        started.append((server, route))
        return server

    yield start
    for server, route in reversed(started):
        route.__exit__(None, None, None)
        await server.close()


async def test_a_first_start_builds_the_index_and_answers(settings: Settings, loopback) -> None:
    """Without an index the bot is there at once, builds one in its child and answers from it; the log has the row."""
    world = playground_world()
    server = await loopback(world=replace(world, servers=(world.home,)))
    async with wiring.application(settings) as app:
        serving = asyncio.create_task(app.client.start("good"))
        await until(lambda: app.answers.host.library is not None)
        await until(app.client.is_ready)
        member = Person(server, server.world.named("member"))
        await member.slash("search", {"query": "turbine"}, server.world.home.channels[0])
        assert await app.answers.state.value(HOME_SERVER) == str(server.world.home.id)
    await serving
    (row,) = read_queries(settings.log_path)
    assert (row.kind, row.text, row.outcome, row.server_id) == ("search", "turbine", "answered", server.world.home.id)
    assert row.user_key not in (None, str(server.world.named("member").id))


async def test_an_index_of_older_rules_is_rebuilt_while_it_serves(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upgrade needs no command: the old build answers and a new one takes its place."""
    with monkeypatch.context() as older:
        older.setattr("corpus.index.builder.analysis_version", lambda: "0")
        old = build_index([article(1)], settings.index_dir).build
    async with wiring.application(settings) as app:
        assert app.answers.host.library is not None
        assert app.answers.host.library.build == old
        assert app.answers.host.library.outdated
        await until(lambda: app.answers.host.library is not None and app.answers.host.library.build != old)
        assert not app.answers.host.library.outdated


async def test_sigterm_while_it_connects_is_no_error(settings: Settings, loopback) -> None:
    """However far the client is, an end that was asked for is an end in order."""
    await loopback()
    running = asyncio.create_task(wiring.run(settings))
    await until(settings.log_path.exists)
    os.kill(os.getpid(), signal.SIGTERM)
    await running
    with data_lock(settings.data_dir):
        pass


async def test_without_a_token_nothing_is_touched(tmp_path: Path) -> None:
    """The operator is told before any file is made."""
    with pytest.raises(TokenMissing):
        await wiring.run(Settings(data_dir=tmp_path / "data"))
    assert os.listdir(tmp_path) == []  # noqa: PTH208 -- one call in a test


async def test_a_second_bot_on_the_same_data_is_refused(settings: Settings) -> None:
    """The writer of the log is one process."""
    with data_lock(settings.data_dir), pytest.raises(DataLocked):
        await wiring.run(settings)


async def test_a_refused_token_ends_it_with_everything_closed(settings: Settings, loopback) -> None:
    """The error names whose fault it is, and the data folder is free again."""
    await loopback(accepts=lambda token: False)
    with pytest.raises(TokenRefused):
        await wiring.run(settings)
    with data_lock(settings.data_dir):
        pass


async def test_no_route_ends_it_with_everything_closed(settings: Settings, loopback) -> None:
    """Nobody listens where Discord should be."""
    server = await loopback()
    await server.close()
    with pytest.raises(DiscordUnreachable):
        await wiring.run(settings)
    with data_lock(settings.data_dir):
        pass


def test_other_libraries_never_log_payloads() -> None:
    """At DEBUG, discord.py and aiosqlite would repeat what people asked."""
    levels = {name: logging.getLogger(name).level for name in ("discord", "aiosqlite", "aiohttp")}
    root = logging.getLogger()
    root_level = root.level
    try:
        wiring.log_to_stderr("DEBUG")
        assert not any(logging.getLogger(name).isEnabledFor(logging.DEBUG) for name in levels)
        wiring.log_to_stderr("ERROR")
        assert not logging.getLogger("discord.gateway").isEnabledFor(logging.INFO)
    finally:
        root.setLevel(root_level)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
