"""The one place where everything is built from the settings, in order, and taken down in reverse.

What must not live here: any rule. Only this module imports both storage and what uses it.
"""

import asyncio
import logging
import os
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from bot.client.client import FootnoteClient
from bot.errors import BotError, TokenMissing
from bot.membership import DiscordMembership
from bot.services.answers import Answers
from bot.services.article_changes import ArticleChanges
from bot.services.article_files import ArticleFiles
from bot.services.article_source import LOST, source_of
from bot.services.charting import Charting
from bot.services.comparing import Comparing
from bot.services.completions import Completions
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.library_host import LibraryHost
from bot.services.privacy import Privacy
from bot.services.reindexing import Reindexing
from bot.services.review import Reviewing
from bot.services.server_settings import SettingsOfServers
from bot.services.user_keys import UserKeys
from bot.services.vitals import Vitals
from bot.settings import LogLevel, Settings
from bot.storage.data_lock import data_lock
from bot.storage.log_reader import SqliteLogReader
from bot.storage.query_log import SqliteQueryLog
from bot.storage.state import SqliteState
from bot.storage.user_secret import user_secret

_log = logging.getLogger(__name__)

# With the log's own limit of 1.2 seconds they stay under the 5 seconds that people and service managers wait.
CLIENT_CLOSE_S = 3.4
HOST_CLOSE_S = 0.3
BUILD_AGAIN_S = 600.0  # a disk that spoils every build is not written to all the time
POPULAR_DAYS, POPULAR = 30, 50  # completions remember what was asked for before a restart
# At DEBUG these repeat payloads and SQL values: what people asked, and interaction tokens.
_TALKATIVE = ("discord", "aiosqlite", "aiohttp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The parts that whoever runs the bot needs to see."""

    client: FootnoteClient
    answers: Answers
    reindexing: Reindexing


@asynccontextmanager
async def application(settings: Settings) -> AsyncIterator[Application]:
    """Build the bot, not yet connected; on leaving, end it within seconds with the log committed.

    Raises
    ------
    DataLocked, DataUnwritable, NewerData
        When the data folder cannot be used.
    """
    async with AsyncExitStack() as stack:
        stack.callback(os.umask, os.umask(0o077))
        stack.enter_context(data_lock(settings.data_dir))
        host = LibraryHost(settings.index_dir)
        stack.push_async_callback(_within, HOST_CLOSE_S, host.close)
        await host.refresh()
        log, state, keys = await _storage(settings, stack)
        reader = SqliteLogReader(settings.log_path, private=settings.private_in_reviews)
        membership = DiscordMembership()
        gate = Gate(settings.home_servers, settings.audience, state, membership)
        set_here = SettingsOfServers(state)
        answers = Answers(
            gate=gate,
            host=host,
            completions=Completions(gate=gate, host=host, popular=await _popular(reader)),
            state=state,
            log=log,
            keys=keys,
            languages=Languages(state, keys, set_here),
            settings=set_here,
        )
        reindexing, comparing = Reindexing(settings, host), Comparing(settings, host)
        vitals = Vitals(host, answers, reindexing, settings)
        reviewing = Reviewing(log=reader, state=state, host=host)
        client = FootnoteClient(
            answers=answers,
            reindexing=reindexing,
            comparing=comparing,
            changes=ArticleChanges(ArticleFiles(settings.articles_dir, settings.data_dir), host),
            charting=Charting(settings),
            reviewing=reviewing,
            privacy=Privacy(
                settings=settings, people=keys, stores=(log, state, comparing.kept, reviewing.kept, answers.follow_ups)
            ),
            vitals=vitals,
            membership=membership,
            proxy=settings.proxy,
        )
        stack.push_async_callback(_close_together, client, reindexing)
        for work in (host.watch(), vitals.watch(), _build_where_wanted(host, reindexing, settings)):
            stack.push_async_callback(_cancel, asyncio.create_task(work))
        yield Application(client=client, answers=answers, reindexing=reindexing)


async def run(settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C, then end within 5 seconds.

    Raises
    ------
    TokenMissing, TokenRefused, DiscordUnreachable
        When Discord cannot be served.
    DataLocked, DataUnwritable, NewerData
        As :func:`application`.
    """
    if settings.token is None:
        raise TokenMissing
    with _stop_signals() as stopping:
        async with application(settings) as app:
            serving = asyncio.create_task(app.client.start(settings.token), name="client")
            stop = asyncio.create_task(stopping.wait())
            await asyncio.wait({serving, stop}, return_when=asyncio.FIRST_COMPLETED)
            await _cancel(stop)
        if stopping.is_set():
            await _cancel(serving)  # closed while it was connecting, a client raises whatever its session does
        else:
            await serving


async def _storage(settings: Settings, stack: AsyncExitStack) -> tuple[SqliteQueryLog, SqliteState, UserKeys]:
    """Open what lies in the data folder, and close it with the stack: the log first."""
    log = SqliteQueryLog(settings.log_path, retention_days=settings.log_retention_days)
    state = SqliteState(settings.state_path)
    for store in (state, log):
        stack.push_async_callback(store.close)
        await store.open()
    keys = UserKeys(settings.log_users, user_secret(settings.data_dir), state)
    await keys.load()
    return log, state, keys


async def _popular(reader: SqliteLogReader) -> Counter[str]:
    """Return how often each article came first of late; nothing where the log cannot be read, which it says itself."""
    since_ms = int((time.time() - POPULAR_DAYS * 86_400) * 1000)
    with suppress(BotError):
        return Counter(await reader.popular(since_ms, POPULAR))
    return Counter()


def log_to_stderr(level: LogLevel) -> None:
    """Send the program's log to standard error; other libraries tell no more than INFO, whatever the level."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.INFO, logging.getLevelNamesMapping()[level]))


async def _build_where_wanted(host: LibraryHost, reindexing: Reindexing, settings: Settings) -> None:
    """Build an index at the start, and after damage, where only that helps; the bot answers meanwhile as it can.

    A build that fails is not tried again before a build is damaged that was not known to be. Nobody having asked,
    the sample never takes the place of articles whose folder is gone or empty: it may only be unmounted.
    """
    while True:
        host.damaged.clear()
        source = await asyncio.to_thread(source_of, settings.articles_dir, settings.data_dir)
        if host.wants_build and source in LOST:
            _log.error("the index is not made anew: the folder of articles, %s, is %s", settings.articles_dir, source)
        elif host.wants_build:
            _log.info("the index is being built")
            with suppress(BotError):  # told in the log by the reindex itself
                async for _ in reindexing.run():
                    pass
            await asyncio.sleep(BUILD_AGAIN_S)
        await host.damaged.wait()


async def _close_together(client: FootnoteClient, reindexing: Reindexing) -> None:
    await asyncio.gather(_within(CLIENT_CLOSE_S, client.close), _within(CLIENT_CLOSE_S, reindexing.close))


async def _within(limit_s: float, close: Callable[[], Awaitable[None]]) -> None:
    """Close something; neither a failure nor slowness keeps the rest from closing."""
    try:
        async with asyncio.timeout(limit_s):
            await close()
    except TimeoutError:
        _log.warning("%s took too long and was left", close.__qualname__)
    except Exception:  # noqa: BLE001 -- the edge of the program: what stands below must be closed too
        _log.exception("%s failed", close.__qualname__)


async def _cancel(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@contextmanager
def _stop_signals() -> Iterator[asyncio.Event]:
    """Turn the first SIGTERM or Ctrl-C into an event; the second ends the process as usual."""
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    numbers = (signal.SIGTERM, signal.SIGINT)

    def release() -> None:
        for number in numbers:
            loop.remove_signal_handler(number)

    def stop() -> None:
        stopping.set()
        release()

    for number in numbers:
        loop.add_signal_handler(number, stop)
    try:
        yield stopping
    finally:
        release()
