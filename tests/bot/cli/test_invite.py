"""The link that brings the bot into a server, and the token that is asked for on the way."""

import asyncio
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import click
import pytest
from discord import Permissions

from bot.cli.invite import keep_token
from bot.errors import DataUnwritable
from bot.playground.loopback import LoopbackDiscord


class Terminal:
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def discord(monkeypatch: pytest.MonkeyPatch):
    """Answer the program's own event loop with a Discord that knows one token."""
    run = asyncio.run

    def on_loopback(asked):
        async def answered():
            made = LoopbackDiscord(accepts=lambda token: token == "a.good.token")
            await made.start()
            try:
                with made.route():
                    return await asked
            finally:
                await made.close()

        return run(answered())

    monkeypatch.setattr("bot.cli.invite.asyncio.run", on_loopback)
    monkeypatch.setattr("bot.cli.invite.has_browser", lambda: False)


def test_the_link_asks_for_no_more_than_is_needed(footnote, discord, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the application, both scopes, and the four permissions that replies need."""
    monkeypatch.setenv("DISCORD_TOKEN", "a.good.token")
    run = footnote("invite")
    link = urlsplit(run.answer[0])
    asked = parse_qs(link.query)
    assert (run.code, link.hostname) == (0, "discord.com")
    assert asked["client_id"] == ["1420000000000000001"]
    assert asked["scope"] == ["bot applications.commands"]
    granted = {name for name, given in Permissions(int(asked["permissions"][0])) if given}
    assert {"read_messages", "send_messages", "read_message_history", "send_messages_in_threads"} == granted


def test_a_token_is_asked_for_and_kept(footnote, discord, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody at a terminal pastes it; it lands in .env, which nobody else reads, and other lines stay."""
    (home / ".env").write_text("# mine\nDISCORD_TOKEN=\nLOG_LEVEL=INFO\n")
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(click, "prompt", lambda *_, **__: " a.good.token ")
    run = footnote("invite")
    assert run.code == 0
    assert "a.good.token" not in run.out + "".join(run.errors)
    assert (home / ".env").read_text().splitlines() == ["# mine", "LOG_LEVEL=INFO", "DISCORD_TOKEN=a.good.token"]
    assert (home / ".env").stat().st_mode & 0o777 == 0o600


def test_a_wrong_token_is_not_kept(footnote, discord, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Discord refuses is not written anywhere."""
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "a.wrong.token")
    assert footnote("invite").code == 77
    assert not (home / ".env").exists()


def test_nobody_is_asked_where_nobody_sits(footnote, home: Path) -> None:
    """In a container or a script the missing token is told."""
    run = footnote("invite")
    assert run.code == 78
    assert "DISCORD_TOKEN" in run.errors[-1]


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder in its place is an error with a name."""
    (tmp_path / ".env").mkdir()
    with pytest.raises(DataUnwritable):
        keep_token(tmp_path / ".env", "t")
