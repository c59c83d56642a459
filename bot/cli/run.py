"""`footnote run`: the bot in Discord, until it is told to stop."""

import asyncio

import click

from bot import wiring
from bot.cli.session import read_settings
from bot.errors import TokenMissing
from bot.settings import Settings

EPILOG = """
\b
Before the first start, write the bot's token into .env: DISCORD_TOKEN=...
The README says how to get one. To look at the bot without a token: footnote play
"""


@click.command("run", epilog=EPILOG)
def command() -> None:
    """Run the bot in Discord.

    Ends within 5 seconds of SIGTERM or Ctrl-C, with exit code 0 and everything logged. A service manager should start
    it again after exit code 69 or 75, and not after 77 or 78: those need you.
    """
    run_bot(read_settings())


def run_bot(settings: Settings) -> None:
    """Run the bot until it is told to stop; raises TokenMissing at once where there is no token."""
    if settings.token is None:
        raise TokenMissing
    wiring.log_to_stderr(settings.log_level)
    asyncio.run(wiring.run(settings))
