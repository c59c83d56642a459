"""`footnote start`, for `make run`: the bot in Discord where a token is set, else the playground, as it says first."""

import click

from bot.cli.play import play_on
from bot.cli.run import run_bot
from bot.cli.session import read_settings, terminal_words
from bot.cli.terminal import say


@click.command("start", hidden=True)
def command() -> None:
    """Run the bot where a token is set, else open the playground, and say so."""
    settings = read_settings()
    if settings.token is not None:
        run_bot(settings)
        return
    say(terminal_words()("cli-no-token"))
    play_on(settings)
