"""A whole installation, from a folder of articles to the people who ask, and the record of what it asked of Discord."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any

import pytest

from bot.playground.board import Message
from bot.playground.loopback import LoopbackDiscord
from bot.services.article_source import build
from bot.settings import Settings
from bot.storage.query_log import SqliteQueryLog
from bot.wiring import Application, application
from tests.e2e.faults import Faults
from tests.e2e.traffic import Traffic
from tests.e2e.validator import description_problems, limit_problems
from tests.patience import GUARD_S, PATIENT_S
from tests.person import Person
from tests.seen import finished

ARTICLES = Path(__file__).parent / "articles"


class Installation:
    """The bot on a loopback Discord.

    ``member``, ``admin``, ``stranger`` and ``owner`` are people with an English app; ``as_`` changes the locale.
    ``library`` is a channel of the home server, ``lobby`` one of another server, whose administrator ``stranger`` is.
    """

    def __init__(self, folder: Path, **settings: Any) -> None:
        self.traffic, self.faults = Traffic(), Faults()
        middlewares = [self.traffic.middleware, self.faults.middleware]
        self.discord = LoopbackDiscord(middlewares=middlewares, first_response_s=PATIENT_S)
        self.world = self.discord.world
        self.settings = Settings(
            token="e2e",
            data_dir=folder / "data",
            articles_dir=folder / "articles",
            home_servers=(self.world.home.id,),
            **settings,
        )
        self.general, self.library = self.world.home.channels
        self.lobby = self.world.servers[1].channels[0]
        self.member, self.admin, self.stranger, self.owner = (
            Person(self.discord, self.world.named(role)) for role in ("member", "admin", "stranger", "owner")
        )
        self._stack = AsyncExitStack()
        self._app: Application | None = None
        self._serving: asyncio.Task[None] | None = None

    @property
    def app(self) -> Application:
        """The running bot."""
        assert self._app is not None, "the bot is not running"
        return self._app

    def as_(self, actor: Person, locale: str) -> Person:
        """Return the same person with an app in another language."""
        return Person(self.discord, actor.user, locale)

    async def start(self) -> None:
        """Start the bot and wait until it is connected."""
        seen = self.discord.gateway.identifies
        self._app = await self._stack.enter_async_context(application(self.settings))
        self._serving = serving = asyncio.create_task(self._app.client.start("e2e"), name="client")
        connected = asyncio.create_task(self.discord.gateway.until(lambda gateway: gateway.identifies > seen))
        await asyncio.wait({serving, connected}, return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            connected.cancel()
            serving.result()

    async def stop(self) -> None:
        """End the bot as SIGTERM does: in order, with the log committed."""
        stack, self._stack, self._app = self._stack, AsyncExitStack(), None
        await stack.aclose()
        if self._serving is not None:
            self._serving.cancel()
            with suppress(asyncio.CancelledError):
                await self._serving

    async def restart(self) -> None:
        """End the bot and start it again on the same data; Discord and its messages stay."""
        await self.stop()
        await self.start()

    async def logged(self) -> None:
        """Wait until all that was asked so far stands in the log."""
        log = self.app.answers.log
        assert isinstance(log, SqliteQueryLog)
        await log.flush()

    async def reindexed(self, name: str = "reindex-done") -> Message:
        """Have the admin reindex, wait until the report has an English heading, by its name, and return it."""
        return await finished(self.admin, await self.admin.slash("reindex", {}, self.library), name)

    async def rows(self, table: str = "queries") -> list[dict[str, Any]]:
        """End the bot, start it again, and return a table's rows, oldest first, as they were meanwhile."""
        await self.stop()
        with closing(sqlite3.connect(self.settings.log_path)) as log:
            log.row_factory = sqlite3.Row
            found = [dict(row) for row in log.execute(f"SELECT * FROM {table} ORDER BY id")]  # noqa: S608 - our own name
        await self.start()
        return found

    async def presses(self) -> list[tuple[str, str | None]]:
        """Return what kind of press the log holds, each with its sentence, as :meth:`rows` does."""
        return [(row["kind"], row["sentence"]) for row in await self.rows("events")]

    async def answers(self) -> bool:
        """Tell whether a question finds its article."""
        found = await self.member.slash("search", {"query": "Why does the Heron ferry run on batteries?"}, self.library)
        return "Why the ferry runs on batteries" in found.text

    async def forget(self) -> None:
        """Empty every channel, and forget what people asked, about whom, and in which language."""
        self.discord.board._messages.clear()
        self.traffic.calls.clear()
        people = (self.member, self.admin, self.stranger, self.owner)
        keys = {form for person in people for form in self.app.answers.keys.forms(person.user.id)}
        await self.app.answers.state.erase(keys)
        await self.app.answers.follow_ups.erase(keys)

    def problems(self) -> list[str]:
        """Return what is wrong with any request so far, by our own limits and by Discord's description at hand."""
        found = [problem for call in self.traffic.calls for problem in limit_problems(call)]
        if material := os.environ.get("FOOTNOTE_MATERIAL"):
            description = Path(material) / "discord" / "openapi.json"
            found += [problem for call in self.traffic.calls for problem in description_problems(call, description)]
        return found


def index_articles(folder: Path) -> None:
    """Lay out an installation's folder: our articles, indexed."""
    shutil.copytree(ARTICLES, folder / "articles")
    build(Settings(data_dir=folder / "data", articles_dir=folder / "articles"))


@asynccontextmanager
async def running(folder: Path, **settings: Any) -> AsyncIterator[Installation]:
    """Run an installation in a folder; every request it made must have been one that Discord takes."""
    installation = Installation(folder, **settings)
    await installation.discord.start()
    with installation.discord.route(), pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.services.child.NICENESS", 0)  # or a reindex waits for whatever else the machine does
        patched.setattr("bot.playground.actor.PATIENCE_S", GUARD_S)
        await installation.start()
        try:
            yield installation
            await installation.faults.struck()
        finally:
            patched.setattr("bot.client.client.DRAIN_S", 0.0)  # what is under way has nobody who waits for it
            await installation.stop()
            await installation.discord.close()
    assert installation.problems() == []
