"""`footnote play`: the real bot on a loopback Discord, with the page, until it is stopped."""

import asyncio
import contextlib
import webbrowser
from collections.abc import Callable
from dataclasses import replace

from bot.playground.loopback import LoopbackDiscord
from bot.playground.page_server import PageServer
from bot.playground.snowflake import SnowflakeClock
from bot.playground.visit import Welcome
from bot.playground.world import World, playground_world
from bot.settings import Settings
from bot.storage.data_lock import data_lock
from bot.wiring import run

TOKEN = "playground"  # noqa: S105 - no secret: the loopback Discord takes any
FOLDER = "playground"


async def play(settings: Settings, *, port: int, open_browser: bool, announce: Callable[[str], None] = print) -> None:
    """Serve the page and the bot until SIGTERM or Ctrl-C, then end within 5 seconds.

    Articles are the operator's; index, log and state are the playground's own, in ``data/playground``, so that it runs
    beside an installation and leaves no pretend question in its log.

    Raises
    ------
    PortInUse
        When another program listens on ``port``.
    DataLocked, DataUnwritable, NewerData
        As :func:`bot.wiring.application`.
    """
    # The loopback Discord forgets its commands, and the bot sends them to an application it does not know.
    world = playground_world(application_id=SnowflakeClock()())
    discord = LoopbackDiscord(world)
    await discord.start()
    with contextlib.suppress(OSError):  # where it cannot be made, the sample answers
        settings.articles_dir.mkdir(parents=True, exist_ok=True)
    own = playground_settings(settings, world)
    page = PageServer(discord, Welcome(folder=settings.articles_dir, index=own.index_dir))
    try:
        with data_lock(own.data_dir):
            pass  # the address of a page whose bot cannot start would only mislead
        await page.start(port)
        announce(f"The Footnote playground, the bot on a pretend Discord on this machine alone: {page.address}")
        if open_browser:
            await asyncio.to_thread(webbrowser.open, page.address)
        with discord.route():
            await run(own)
    finally:
        await page.close()
        await discord.close()


def playground_settings(settings: Settings, world: World) -> Settings:
    """Return the settings for a bot that serves a world's first server, with data of its own."""
    folder = settings.data_dir / FOLDER
    return replace(settings, token=TOKEN, data_dir=folder, home_servers=(world.home.id,), proxy=None)
