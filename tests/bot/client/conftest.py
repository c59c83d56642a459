"""The real client on a loopback Discord, over fakes of the services' Protocols."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.client.client import FootnoteClient
from bot.errors import BotError
from bot.membership import DiscordMembership
from bot.playground.loopback import LoopbackDiscord
from bot.playground.world import World
from bot.services.answers import Answers
from bot.services.article_changes import ArticleChanges
from bot.services.article_files import ArticleFiles
from bot.services.charting import Charting
from bot.services.completions import Completions
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.privacy import Privacy
from bot.services.review import Reviewing
from bot.services.server_settings import SettingsOfServers
from bot.services.vitals import Vitals
from bot.settings import Settings
from tests.bot.fakes import FakeComparing, FakeHost, FakeKeys, FakeLog, FakeLogReader, FakeReindexing, FakeState
from tests.patience import PATIENT_S
from tests.person import Person


class Stage:
    """A loopback Discord and what a client over fakes leaves behind; clients come and go."""

    def __init__(self, folder: Path, world: World | None = None) -> None:
        self.folder = folder
        self.discord = LoopbackDiscord(world=world, first_response_s=PATIENT_S)
        self.state, self.log, self.host = FakeState(), FakeLog(), FakeHost()
        self.reindexing = FakeReindexing()
        self.world = self.discord.world
        self.general = self.world.home.channels[0]
        self.lobby = self.world.servers[-1].channels[0]
        self.home = (self.world.home.id,)

    def actor(self, role: str, locale: str = "en-US"):
        return Person(self.discord, self.world.named(role), locale)

    def client(self) -> FootnoteClient:
        keys, membership = FakeKeys(), DiscordMembership()
        gate = Gate(self.home, "members", self.state, membership)
        settings = SettingsOfServers(self.state)
        answers = Answers(
            completions=Completions(gate=gate, host=self.host),
            gate=gate,
            host=self.host,
            state=self.state,
            log=self.log,
            keys=keys,
            languages=Languages(self.state, keys, settings),
            settings=settings,
        )
        return FootnoteClient(
            answers=answers,
            reindexing=self.reindexing,
            changes=ArticleChanges(ArticleFiles(self.folder / "articles", self.folder), self.host),
            membership=membership,
            comparing=FakeComparing(),
            charting=Charting(Settings(data_dir=self.folder)),
            reviewing=Reviewing(log=FakeLogReader(), state=self.state, host=self.host),
            privacy=Privacy(settings=Settings(operator="the librarians"), people=keys, stores=()),
            vitals=Vitals(self.host, answers, self.reindexing, Settings(data_dir=self.folder)),
            proxy="http://proxy.example:3128",
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[FootnoteClient]:
        with self.discord.route():
            client = self.client()
            task = asyncio.create_task(client.start("a token"))
            try:
                await asyncio.wait(
                    [task, asyncio.create_task(client.wait_until_ready())], return_when="FIRST_COMPLETED"
                )
                if task.done():
                    task.result()
                yield client
            finally:
                await client.close()
                with suppress(BotError, asyncio.CancelledError):
                    await task


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    made = Stage(tmp_path)
    await made.discord.start()
    yield made
    await made.discord.close()
