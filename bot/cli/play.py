"""`footnote play`: the bot on a loopback Discord, with a page in the browser."""

import asyncio
import os
import sys
from collections.abc import Mapping
from functools import partial

import click

from bot import wiring
from bot.cli.session import read_settings
from bot.cli.terminal import write
from bot.errors import PortInUse
from bot.playground.play import play
from bot.settings import Settings

PORT = 8787


@click.command("play")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT)
@click.option("--no-browser", is_flag=True)
def command(port: int, *, no_browser: bool) -> None:
    """Serve the page until told to stop."""
    play_on(read_settings(), port=port, open_browser=not no_browser)


def play_on(settings: Settings, *, port: int = PORT, open_browser: bool = True) -> None:
    """Serve the playground until it is told to stop, on a free port where another program holds the usual one."""
    wiring.log_to_stderr(settings.log_level)
    opens = open_browser and has_browser()
    serve = partial(play, settings, open_browser=opens, announce=lambda line: write(f"{line}\n"))
    try:
        asyncio.run(serve(port=port))
    except PortInUse:
        if port != PORT:
            raise
        asyncio.run(serve(port=0))


def has_browser(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a browser would have a window: on a server, one in the terminal would only be in the way."""
    return platform == "darwin" or any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
