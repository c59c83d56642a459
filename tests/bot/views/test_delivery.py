"""How answers leave when Discord or the network stumbles."""

import asyncio

import discord
import pytest
from aiohttp import ClientOSError

from bot.views import delivery
from bot.views.delivery import ATTEMPTS
from tests.patience import GUARD_S


class Failing:
    """Raises what it is given, one after the other, then succeeds."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.calls = 0

    async def __call__(self) -> str:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return "sent"


class Answered:
    """The little of an HTTP response that discord.py's errors read."""

    status = 400
    reason = "Bad Request"


def refused(code: int) -> discord.HTTPException:
    return discord.HTTPException(Answered(), {"code": code, "message": "refused"})


@pytest.fixture(autouse=True)
def _at_once(monkeypatch) -> None:
    monkeypatch.setattr(delivery, "RETRY_S", 0.0)


async def test_an_edit_is_repeated_after_a_reset() -> None:
    """A connection reset costs nobody an answer."""
    edit = Failing(ClientOSError(104, "reset"), ConnectionResetError(104, "reset"))
    assert await delivery._repeated(edit) == "sent"
    assert edit.calls == 3


async def test_an_edit_is_not_repeated_for_ever() -> None:
    """A network that stays down is an error."""
    edit = Failing(*[ClientOSError(104, "reset")] * 9)
    with pytest.raises(ClientOSError):
        await delivery._repeated(edit)
    assert edit.calls == ATTEMPTS


async def test_a_first_response_that_arrived_counts() -> None:
    """A lost answer or Discord's own 500, followed by 40060, means that it arrived; anything else is an error."""
    await delivery._first_response(Failing(refused(40060)))
    await delivery._first_response(Failing(ClientOSError(104, "reset"), refused(40060)))
    with pytest.raises(discord.HTTPException):
        await delivery._first_response(Failing(refused(50035)))


async def test_a_send_outlives_the_task_that_waits_for_it() -> None:
    """Cancelling a command does not cancel its send, which would leave discord.py's lock shut."""
    gate, done = asyncio.Event(), asyncio.Event()

    async def send() -> None:
        await gate.wait()
        done.set()

    waiting = asyncio.create_task(delivery._repeated(send))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    gate.set()
    await asyncio.wait_for(done.wait(), GUARD_S)
