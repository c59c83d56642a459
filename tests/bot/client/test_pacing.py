"""How often the client may connect and identify."""

import json
from pathlib import Path

import pytest

from bot.client.pacing import DAY_S, IDENTIFIES, IDENTIFIES_A_DAY, ConnectionPace
from bot.errors import DataUnwritable, DiscordUnreachable
from tests.bot.fakes import FakeState


class Time:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def pace(state: FakeState | None = None) -> tuple[ConnectionPace, Time]:
    time = Time()
    return ConnectionPace(state or FakeState(), clock=time, sleep=time.sleep), time


async def test_connects_are_spaced_further_and_further() -> None:
    """A gateway that closes at once is not hammered; discord.py's 60 s for a connection are never used up."""
    paced, time = pace()
    for _ in range(8):
        await paced.before_connect()
    assert time.slept == [1, 2, 4, 8, 15, 15]


async def test_a_quiet_connection_starts_anew() -> None:
    """A reconnect after five quiet minutes is immediate."""
    paced, time = pace()
    for _ in range(4):
        await paced.before_connect()
    time.now += 301
    time.slept.clear()
    await paced.before_connect()
    assert time.slept == []


async def test_identifies_are_spaced() -> None:
    """Repeated invalid sessions do not identify every five seconds."""
    paced, time = pace()
    for _ in range(6):
        await paced.before_identify()
    assert time.slept == [5, 10, 20, 40, 40]


async def test_the_budget_outlives_a_restart_and_renews_after_a_day() -> None:
    """A service that restarts in a loop stops before Discord resets the token, and goes on a day later."""
    state = FakeState()
    paced, time = pace(state)
    state.values[IDENTIFIES] = json.dumps([time.now - 60, IDENTIFIES_A_DAY - 1])
    await paced.before_identify()
    again, _ = pace(state)
    with pytest.raises(DiscordUnreachable):
        await again.before_identify()
    later, time = pace(state)
    time.now += DAY_S
    await later.before_identify()
    assert json.loads(state.values[IDENTIFIES]) == [time.now, 1]


class FullState(FakeState):
    """A state whose disk has no room."""

    async def put_value(self, name: str, value: str) -> None:
        raise DataUnwritable(Path("state.sqlite"), "database or disk is full")


async def test_a_full_disk_ends_no_connection() -> None:
    """The bot identifies though that cannot be kept, and the budget of the day holds until it ends."""
    paced, time = pace(FullState())
    for _ in range(IDENTIFIES_A_DAY):
        await paced.before_identify()
        time.now += 60
    with pytest.raises(DiscordUnreachable):
        await paced.before_identify()
