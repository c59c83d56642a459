"""What is logged of errors, and what they are taken for."""

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.errors import BlankQuestion, DiscordUnreachable, ReindexFailed, StaleCommand
from bot.services.language import Languages
from bot.services.server_settings import SettingsOfServers
from bot.views.failures import Failures, known_error, record
from tests.bot.fakes import FakeKeys, FakeState, asker


class Response:
    """The little of an HTTP response that discord.py's errors read."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.reason = "because"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (app_commands.CommandNotFound("search", []), StaleCommand),
        (discord.DiscordServerError(Response(503), "secret"), DiscordUnreachable),
        (discord.RateLimited(99.0), DiscordUnreachable),
        (discord.HTTPException(Response(429), "secret"), DiscordUnreachable),
        (aiohttp.ServerDisconnectedError(), DiscordUnreachable),
        (TimeoutError(), DiscordUnreachable),
        (BlankQuestion(), BlankQuestion),
        (KeyError("x"), KeyError),
    ],
)
def test_errors_of_the_platform_have_names(error, kind) -> None:
    """What Discord and the network do is no bug of ours."""
    assert type(known_error(error)) is kind


def test_a_bug_is_logged_with_its_place_and_causes_but_no_words(caplog) -> None:
    """The log tells where, and nothing that somebody asked."""
    words = "what somebody asked"
    cause = KeyError(words)
    try:
        raise ValueError(words) from cause  # noqa: TRY301  a traceback is wanted
    except ValueError as error:
        reference = record(error)
    assert reference in caplog.text
    assert "KeyError" in caplog.text
    assert "test_failures.py" in caplog.text
    assert words not in caplog.text


def test_faults_of_askers_are_not_logged_and_those_of_operators_are(caplog) -> None:
    """The operator's log holds what the operator can mend."""
    record(BlankQuestion())
    assert caplog.text == ""
    record(ReindexFailed("no space left"))
    assert "no space left" in caplog.text


async def test_a_failure_that_cannot_be_told_ends_there(caplog) -> None:
    """Raised on, it would reach a log that repeats what a button asks."""

    async def lost(_: object) -> None:
        raise OSError("what somebody asked")

    failures = Failures(Languages(FakeState(), FakeKeys(), SettingsOfServers(FakeState())))
    await failures.tell(lost, BlankQuestion(), asker(), "wind")
    assert "could not tell somebody" in caplog.text
    assert "what somebody asked" not in caplog.text
