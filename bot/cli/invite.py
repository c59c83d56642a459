"""`footnote invite`: the link that brings the bot into a server, with the least it needs."""

import asyncio
import sys
import webbrowser
from dataclasses import replace
from pathlib import Path

import click
from discord import Permissions
from discord.utils import oauth_url

from bot.cli.discord_checks import discord_api
from bot.cli.play import has_browser
from bot.cli.session import ENV_FILE, read_settings, terminal_words
from bot.cli.terminal import say, write
from bot.errors import DataUnwritable, TokenMissing
from bot.settings import Settings
from bot.whole_file import write_whole

# To see a mention, to reply to it, also in a thread, and to refer to the message that it replies to.
PERMISSIONS = Permissions(
    view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
)
_NAME = "DISCORD_TOKEN="


@click.command("invite")
@click.option("--no-browser", is_flag=True)
def command(*, no_browser: bool) -> None:
    """Answer with the link, for which a token is asked for and kept where none is set."""
    settings = read_settings()
    asked = settings.token is None and sys.stdin.isatty()
    if asked:
        token = click.prompt(terminal_words()("invite-token"), hide_input=True, err=True).strip()
        settings = replace(settings, token=token)
    link = asyncio.run(install_link(settings))
    if asked and settings.token:
        keep_token(ENV_FILE, settings.token)
        say(terminal_words()("invite-kept", file=str(ENV_FILE)))
    say(terminal_words()("invite-open"))
    write(f"{link}\n")
    if not no_browser and has_browser():
        webbrowser.open(link)


async def install_link(settings: Settings) -> str:
    """Return the link for the token's application.

    Raises
    ------
    TokenMissing, TokenRefused, DiscordUnreachable
        Discord cannot be asked which application that is.
    """
    if settings.token is None:
        raise TokenMissing
    async with discord_api(settings) as api:
        application = await api.get("/oauth2/applications/@me")
    return oauth_url(int(application["id"]), permissions=PERMISSIONS, scopes=("bot", "applications.commands"))


def keep_token(file: Path, token: str) -> None:
    """Write the token into a settings file, private to its owner, in one step; other lines stay as they are.

    Raises
    ------
    DataUnwritable
        The file cannot be written.
    """
    with DataUnwritable.of(file, (OSError, UnicodeDecodeError)):
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        kept = [line for line in lines if not line.strip().startswith(_NAME)]
        write_whole(file, "\n".join((*kept, f"{_NAME}{token}", "")).encode())
