"""A loopback Discord and a small real discord.py client on it."""

from collections.abc import AsyncIterator

import pytest

from bot.playground.loopback import LoopbackDiscord
from tests.bot.playground.small_bot import connected
from tests.patience import PATIENT_S


@pytest.fixture
async def loopback() -> AsyncIterator[LoopbackDiscord]:
    """Yield a loopback Discord that listens."""
    server = LoopbackDiscord(first_response_s=PATIENT_S)
    await server.start()
    yield server
    await server.close()


@pytest.fixture
async def client(loopback):
    """Yield a small bot that is connected to it."""
    async with connected(loopback) as running:
        yield running
