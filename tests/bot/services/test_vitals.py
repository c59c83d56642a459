"""How the bot is, measured."""

import asyncio
import contextlib
import time
from collections import deque
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.services.vitals import Vitals, own_version
from bot.settings import Settings
from corpus import NewerIndex
from tests.bot.fakes import FakeLog, FakeState

IDLE = SimpleNamespace(running=False)


def answering(*recent_ms: float) -> SimpleNamespace:
    """Return answers that took these times, over a log and a state that can be written."""
    return SimpleNamespace(recent_ms=deque(recent_ms), log=FakeLog(), state=FakeState())


async def test_a_bot_that_has_answered_nothing_yet(tmp_path: Path) -> None:
    """Before the first build and the first question there is little to say, and no error."""
    host = SimpleNamespace(library=None, damage=None)
    status = await Vitals(host, answering(), IDLE, Settings(data_dir=tmp_path)).status()
    assert (status.build, status.articles, status.answer_ms, status.lag_ms, status.log_bytes) == (None, 0, None, 0.0, 0)
    assert status.version == own_version() != ""


async def test_measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The median answer, the log with what waits beside it, and a loop that was kept busy."""
    library = SimpleNamespace(
        build="b1", built_at="2026-01-01T00:00:00Z", engine="e", articles=range(3), passages=9, outdated=True
    )
    (tmp_path / "footnote.sqlite").write_bytes(b"x" * 10)
    (tmp_path / "footnote.sqlite-wal").write_bytes(b"x" * 5)
    host = SimpleNamespace(library=library, damage=NewerIndex("b2", 9))
    vitals = Vitals(host, answering(5.0, 1.0, 900.0), IDLE, Settings(data_dir=tmp_path))
    monkeypatch.setattr("bot.services.vitals.LAG_EVERY_S", 0.01)
    watching = asyncio.create_task(vitals.watch())
    await asyncio.sleep(0)
    time.sleep(0.05)  # noqa: ASYNC251  keeps the loop busy
    await asyncio.sleep(0.02)
    watching.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watching
    status = await vitals.status()
    assert (status.articles, status.passages, status.outdated, status.building) == (3, 9, True, False)
    assert status.damage is host.damage
    assert (status.answer_ms, status.log_bytes) == (5.0, 15)
    assert status.lag_ms >= 30
