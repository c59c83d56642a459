"""`footnote run`: the bot in Discord, until it is told to stop."""

import asyncio

import click

from bot import wiring
from bot.cli.session import read_settings
from bot.settings import Settings


@click.command("run")
def command() -> None:
    """Run the bot until told to stop."""
    run_bot(read_settings())


def run_bot(settings: Settings) -> None:
    """Run the bot until it is told to stop; raises TokenMissing at once where there is no token."""
    wiring.log_to_stderr(settings.log_level)
    asyncio.run(wiring.run(settings))
