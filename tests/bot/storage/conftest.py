"""Rows for the storage tests, and logs and states that close themselves: pytest would wait for their threads."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from bot.services.ports import EventRow, QueryRow
from bot.storage.query_log import SqliteQueryLog
from bot.storage.state import SqliteState
from corpus import Filters

OpenLog = Callable[..., Awaitable[SqliteQueryLog]]
OpenState = Callable[..., AbstractAsyncContextManager[SqliteState]]


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    """Where the log of a test lies."""
    return tmp_path / "footnote.sqlite"


@pytest.fixture
def query() -> Callable[..., QueryRow]:
    """Make a question of an id."""

    def make(row_id: int, text: str = "谁建了灯塔", asked_at_ms: int | None = None) -> QueryRow:
        return QueryRow(
            id=row_id,
            asked_at_ms=row_id if asked_at_ms is None else asked_at_ms,
            kind="search",
            way_in="command",
            server_id=7,
            channel_id=None,
            user_key="ab" * 16,
            locale="zh-TW",
            language="zh-TW",
            text=text,
            filters=Filters(source="灯塔报", after="2020"),
            private=True,
            outcome="answered",
            hits=(("a1", 3.5), ("b2", 1.25)),
            latency_ms=12.5,
            build="b1",
            error=None,
        )

    return make


@pytest.fixture
def event() -> Callable[[int, int], EventRow]:
    """Make a press on the answer to a question."""

    def make(row_id: int, query_id: int) -> EventRow:
        return EventRow(
            id=row_id,
            query_id=query_id,
            at_ms=row_id,
            kind="not_helpful",
            user_key=None,
            article_id="a1",
            sentence="答非所问",
        )

    return make


@pytest.fixture
async def open_log(log_path: Path) -> AsyncIterator[OpenLog]:
    """Open logs over one file, with a clock that stands at zero unless told otherwise."""
    async with AsyncExitStack() as stack:

        async def make(
            clock_ms: Callable[[], int] = lambda: 0, retry_s: float = 0.05, retention_days: int = 1
        ) -> SqliteQueryLog:
            log = SqliteQueryLog(log_path, retention_days=retention_days, clock_ms=clock_ms, retry_s=retry_s)
            stack.push_async_callback(log.close)
            await log.open()
            return log

        yield make


@pytest.fixture
def opened(tmp_path: Path) -> OpenState:
    """Open the state of a folder at a moment, and close it."""

    @asynccontextmanager
    async def make(now_ms: int = 1000) -> AsyncIterator[SqliteState]:
        state = SqliteState(tmp_path / "state.sqlite", clock_ms=lambda: now_ms)
        try:
            await state.open()
            yield state
        finally:
            await state.close()

    return make
