"""The query log: rows go in at once, none that was kept is lost, and trouble with the file stops nothing."""

import asyncio
import logging
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import NewerData
from bot.services.ports import EventRow, QueryRow
from bot.storage.migrations import LOG_STEPS
from bot.storage.query_log import BATCH_ROWS, SqliteQueryLog
from tests.bot.storage.stored import commits, read_events, read_queries
from tests.patience import until

ROOT = Path(__file__).resolve().parents[3]
WRITER = Path(__file__).with_name("log_writer.py")
OpenLog = Callable[..., Awaitable[SqliteQueryLog]]
MakeQuery = Callable[..., QueryRow]
MakeEvent = Callable[[int, int], EventRow]
DAY_MS = 24 * 3600 * 1000


def start_writer(*arguments: str) -> subprocess.Popen[str]:
    """Start the stand-in for a bot."""
    return subprocess.Popen(
        [sys.executable, str(WRITER), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def spool_of(log_path: Path) -> Path:
    """Return where rows wait."""
    return log_path.with_suffix(".spool.jsonl")


def spoil(log_path: Path, damage: str) -> None:
    """Damage a closed log in one of the ways that disks and people do."""
    if damage == "no table":
        with closing(sqlite3.connect(log_path)) as connection:
            connection.execute("DROP TABLE queries")
        return
    content = log_path.read_bytes()
    cut = len(content) // 2 if damage == "middle" else 0
    spoilt = content[:cut] + b"\xee" * 4096 + content[cut + 4096 :]
    log_path.write_bytes({"text": b"not a database " * 999, "empty": b""}.get(damage, spoilt))


def content(path: Path) -> bytes:
    """Return what is in a file."""
    return path.read_bytes()


def mark_version(log_path: Path, version: int) -> None:
    """Say which version wrote a log."""
    with closing(sqlite3.connect(log_path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


async def test_rows_come_back_as_they_were(
    log_path: Path, open_log: OpenLog, query: MakeQuery, event: MakeEvent
) -> None:
    """Every field of a question and of a press survives, and readers need not wait for the close."""
    log = await open_log()
    log.record(query(5))
    log.record(query(3))
    log.record(event(9, 5))
    await log.flush()
    assert read_queries(log_path) == [query(3), query(5)]
    assert read_events(log_path) == [event(9, 5)]


async def test_close_commits_what_was_accepted(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """More than one group's rows, accepted just before the close, are all there, and the WAL is folded in."""
    log = await open_log()
    for row_id in range(1, BATCH_ROWS + 20):
        log.record(query(row_id))
    await log.close()
    assert f"{log_path.name}-wal" not in os.listdir(log_path.parent)  # noqa: PTH208 -- one call in a test
    assert len(read_queries(log_path)) == BATCH_ROWS + 19


async def test_a_question_recorded_twice_is_one_row(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """Discord delivers an event again after a resume; the first row stands."""
    log = await open_log()
    log.record(query(5, text="灯塔"))
    log.record(query(5, text="燈塔"))
    await log.flush()
    assert [row.text for row in read_queries(log_path)] == ["灯塔"]


async def test_what_sqlite_refuses_is_replaced(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """Half a surrogate pair or a NUL in a question must not hold up the rows behind it."""
    log = await open_log()
    log.record(query(1, text="a\ud800b"))
    log.record(query(2, text="nul\0byte"))
    await log.flush()
    assert [row.text for row in read_queries(log_path)] == ["a?b", "nul\0byte"]


async def test_files_are_private_whatever_the_umask(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """Questions are nobody else's business: the file, its WAL and its shared memory are 0600."""
    os.close(os.open(log_path, os.O_CREAT, 0o644))
    log = await open_log()
    log.record(query(1))
    await log.flush()
    files = list(log_path.parent.glob("footnote.sqlite*"))
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


async def test_a_full_disk_loses_nothing(log_path: Path, open_log: OpenLog) -> None:
    """Under a limit on file sizes, rows go from the database to the spool; the next start brings them in."""
    with start_writer(str(log_path), "1", str(300_000)) as child:
        told = [int(line) for line in child.stdout]
    assert child.returncode == 0
    assert 0 < len(read_queries(log_path)) < 400
    assert spool_of(log_path).exists()
    log = await open_log()
    await log.close()
    assert [row.id for row in read_queries(log_path)] == list(range(1, 401))
    assert told[-1] == 399
    assert not spool_of(log_path).exists()


async def test_a_locked_file_sends_rows_to_the_spool_and_back(
    log_path: Path, open_log: OpenLog, query: MakeQuery, caplog: pytest.LogCaptureFixture
) -> None:
    """While somebody else writes, rows wait in the spool; afterwards they are in the log, and one error told of it."""
    log = await open_log()
    with closing(sqlite3.connect(log_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        log.record(query(1))
        await log.flush()
        log.record(query(2))
        await log.flush()
        assert read_queries(log_path) == []
        assert spool_of(log_path).stat().st_mode & 0o777 == 0o600
    await until(lambda: not spool_of(log_path).exists())
    assert [row.id for row in read_queries(log_path)] == [1, 2]
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(errors) == 1
    assert "谁" not in caplog.text


async def test_a_spool_cut_short_gives_its_whole_lines(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """A crash within an append costs the line it cut, and no other; rows known already are ignored."""
    log = await open_log()
    log.record(query(1))
    await log.flush()
    with closing(sqlite3.connect(log_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        log.record(query(2))
        await log.close()
    text = spool_of(log_path).read_text()
    spool_of(log_path).write_text('\n["queries", {"id": 3, "asked' + text + text + "\n[]\n17\n")
    again = await open_log()
    await again.close()
    assert [row.id for row in read_queries(log_path)] == [1, 2]


@pytest.mark.parametrize("damage", ["header", "middle", "text", "no table", "empty"])
async def test_a_damaged_file_is_set_aside(
    log_path: Path, open_log: OpenLog, query: MakeQuery, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    """The bot logs on in a fresh file, the damaged one is kept, and the operator is told once."""
    log = await open_log()
    for row_id in range(1, 200):
        log.record(query(row_id))
    await log.close()
    spoil(log_path, damage)
    caplog.clear()
    again = await open_log()
    again.record(query(1000))
    await again.close()
    assert [row.id for row in read_queries(log_path)] == [1000]
    aside = list(log_path.parent.glob("*.damaged-*"))
    told = [record for record in caplog.records if "damaged" in record.getMessage()]
    # An empty file is what SQLite itself leaves before its first commit.
    assert len(aside) == len(told) == (0 if damage == "empty" else 1)


async def test_damage_while_running_costs_no_new_row(
    log_path: Path, open_log: OpenLog, query: MakeQuery, event: MakeEvent
) -> None:
    """A table that disappears under the bot is met by a fresh file that takes the row in hand."""
    log = await open_log()
    log.record(query(1))
    await log.flush()
    with closing(sqlite3.connect(log_path)) as connection:
        connection.execute("DROP TABLE events")
    log.record(query(2))
    log.record(event(3, 2))
    await log.flush()
    assert [row.id for row in read_queries(log_path)] == [2]
    assert read_events(log_path) == [event(3, 2)]


async def test_a_newer_log_is_left_alone(
    log_path: Path, open_log: OpenLog, query: MakeQuery, caplog: pytest.LogCaptureFixture
) -> None:
    """Going back a version destroys nothing that the newer one wrote: rows wait in the spool until it is back."""
    log = await open_log()
    log.record(query(1))
    await log.close()
    mark_version(log_path, 99)
    before = content(log_path)
    log = await open_log()
    for row_id in (2, 3):
        log.record(query(row_id))
        await log.flush()
    with pytest.raises(NewerData):
        await log.erase({"somebody"})
    await log.close()
    assert content(log_path) == before
    errors = [record.message for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 1
    assert "which a newer version wrote" in errors[0]
    mark_version(log_path, len(LOG_STEPS))
    await (await open_log()).close()
    assert [row.id for row in read_queries(log_path)] == [1, 2, 3]


async def test_a_log_that_cannot_be_opened_yet_takes_rows_later(
    log_path: Path, open_log: OpenLog, query: MakeQuery, caplog: pytest.LogCaptureFixture
) -> None:
    """A start beside somebody who writes, or with a folder in the log's place, is told once and stops no answer."""
    os.mkdir(log_path)  # noqa: PTH102 -- one call on a test's own folder
    log = await open_log()
    log.record(query(1))
    await log.flush()
    assert spool_of(log_path).exists()
    os.rmdir(log_path)  # noqa: PTH106 -- the same
    await until(lambda: not spool_of(log_path).exists())
    assert [row.id for row in read_queries(log_path)] == [1]
    assert len([record for record in caplog.records if record.levelno == logging.ERROR]) == 1


async def test_retention_deletes_what_is_old(
    log_path: Path, open_log: OpenLog, query: MakeQuery, event: MakeEvent
) -> None:
    """Rows past their days go at the next start, in slices, and their text is in no file any more."""
    log = await open_log()
    for row_id in range(1, BATCH_ROWS + 100):
        log.record(query(row_id, text="旧问题旧问题"))
    log.record(event(20, 5))
    log.record(query(2 * DAY_MS, text="新问题"))
    await log.close()
    damaged = log_path.with_name(log_path.name + ".damaged-20200101T000000Z")
    damaged.touch()
    os.utime(damaged, (0, 0))
    log = await open_log(clock_ms=lambda: 2 * DAY_MS)
    await until(lambda: not damaged.exists())
    await log.close()
    assert [row.text for row in read_queries(log_path)] == ["新问题"]
    assert read_events(log_path) == []
    assert not any("旧问题".encode() in file.read_bytes() for file in log_path.parent.rglob("*") if file.is_file())


async def test_when_neither_file_takes_rows_they_wait(
    log_path: Path, open_log: OpenLog, query: MakeQuery, caplog: pytest.LogCaptureFixture
) -> None:
    """With the database locked and the spool unwritable, rows stay in memory until one of them recovers."""
    log = await open_log()
    spool_of(log_path).mkdir()
    with closing(sqlite3.connect(log_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        log.record(query(1))
        await until(lambda: "spool cannot be written" in caplog.text)
    spool_of(log_path).rmdir()
    await log.flush()
    await log.close()
    assert [row.id for row in read_queries(log_path)] == [1]


async def test_too_many_waiting_rows_are_told(
    log_path: Path,
    open_log: OpenLog,
    query: MakeQuery,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Memory is bounded: past the bound a row is dropped with an error for the operator."""
    monkeypatch.setattr("bot.storage.query_log.WAITING_ROWS", 2)
    log = await open_log()
    for row_id in (1, 2, 3):
        log.record(query(row_id))
    assert "a row of the query log is lost" in caplog.text
    await log.close()
    assert [row.id for row in read_queries(log_path)] == [1, 2]


async def test_rows_share_a_commit(
    log_path: Path, open_log: OpenLog, query: MakeQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes within a moment is written at once, without anybody asking; the end of the log ends the moment."""
    monkeypatch.setattr("bot.storage.database.GROUP_S", 0.01)
    log, wal = await open_log(), log_path.with_name(f"{log_path.name}-wal")
    log.record(query(1))
    await until(lambda: read_queries(log_path) != [])
    monkeypatch.setattr("bot.storage.database.GROUP_S", 60.0)
    before = commits(wal)
    for row_id in range(2, 40):
        log.record(query(row_id))
        await asyncio.sleep(0.001)
    await log.flush()
    assert commits(wal) == before + 1
    log.record(query(40))
    await asyncio.sleep(0.1)
    assert commits(wal) == before + 1
    await log.close()
    assert [row.id for row in read_queries(log_path)] == [*range(1, 41)]
