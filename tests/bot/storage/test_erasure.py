"""An erasure leaves no byte of somebody in any file, whatever way their rows were on; backups copy and expire."""

import asyncio
import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import DataUnreadable, DataUnwritable
from bot.services.ports import EventRow, QueryRow
from bot.storage.backups import COPY_PREFIX, DRAFT, FOLDER, back_up, copy_database
from bot.storage.log_copy import reviewable_copy
from bot.storage.query_log import DAY_MS, SqliteQueryLog
from tests.bot.storage.stored import holding, read_events, read_queries
from tests.bot.storage.test_query_log import spoil
from tests.bot.storage.test_sqlite_state import ANSWER
from tests.patience import GUARD_S, until

MINE, THEIRS = "ab" * 16, "cd" * 16
MakeQuery = Callable[..., QueryRow]
OpenLog = Callable[..., Awaitable[SqliteQueryLog]]


async def test_no_file_holds_a_byte_of_whoever_was_erased(
    log_path: Path, open_log: OpenLog, query: MakeQuery, event: Callable
) -> None:
    """Rows in the database, its WAL, the spool and in memory go; those of others, and their presses, stay."""
    log = await open_log()
    for number in range(1, 40):
        log.record(query(number, text=f"我的秘密{number}" * 30))
        log.record(replace(query(number + 100, text="别人的问题"), user_key=THEIRS))
    log.record(replace(event(500, 1), user_key=THEIRS))
    log.record(replace(event(501, 101), user_key=MINE, sentence="我的意见"))
    log.record(replace(event(502, 101), user_key=THEIRS))
    await log.flush()
    with closing(sqlite3.connect(log_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        log.record(query(60, text="我的秘密在路上"))
        log.record(replace(query(160, text="别人的问题"), user_key=THEIRS))
        await log.flush()
        log.record(query(61, text="我的秘密在内存"))
        assert holding(log_path.parent, "我的秘密在路上")
        assert len((await log.of_person({MINE}))["queries"]) == 41
    await log.erase({MINE, "5"})
    assert holding(log_path.parent, "我的秘密", "我的意见", MINE) == set()
    assert await log.of_person({MINE}) == {"queries": [], "events": []}
    await log.close()
    assert {row.user_key for row in read_queries(log_path)} == {THEIRS}
    assert len(read_queries(log_path)) == 40
    assert [(row.id, row.user_key) for row in read_events(log_path)] == [(502, THEIRS)]


async def test_no_copy_on_the_desk_outlives_an_erasure(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """Neither one that is being looked through nor one that a kill left behind; looking on ends in no error."""
    log = await open_log()
    log.record(replace(query(1, text="我的秘密"), private=False))
    await log.flush()
    left = log_path.parent / f"{COPY_PREFIX}left"
    left.mkdir()
    (left / "footnote.db").write_text("我的秘密")
    with reviewable_copy(log_path, private=True) as copy:
        assert "我的秘密".encode() in copy.read_bytes()
        await log.erase({MINE})
        assert holding(log_path.parent, "我的秘密") == set()
    assert not list(log_path.parent.glob(f"{COPY_PREFIX}*"))


async def test_an_erasure_waits_for_a_reader(
    log_path: Path, open_log: OpenLog, query: MakeQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A review of a large log reads for a second: whoever asks for an erasure meanwhile is erased all the same."""
    monkeypatch.setattr("bot.storage.database.TRUNCATIONS", 100)  # a busy machine may look for longer than that
    log = await open_log()
    log.record(query(1, text="我的秘密"))
    await log.flush()
    with closing(sqlite3.connect(log_path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM queries").fetchall()
        erasing = asyncio.create_task(log.erase({MINE}))
        await asyncio.sleep(1.2)
        assert not erasing.done()
        other.execute("ROLLBACK")
        await erasing
    assert holding(log_path.parent, "我的秘密") == set()


async def test_a_damaged_file_is_kept_for_a_week(log_path: Path, open_log: OpenLog) -> None:
    """From the day on which it was set aside, be it the log or the state, though the log is kept for longer."""
    await (await open_log()).close()
    spoil(log_path, "text")
    os.utime(log_path, (0, 0))
    await (await open_log()).close()
    (aside,) = log_path.parent.glob("*.damaged-*")
    assert aside.stat().st_mtime > 0
    state = log_path.with_name("state.sqlite.damaged-20200101T000000000000Z")
    state.touch()
    for path, day in ((aside, 6), (state, 1)):
        os.utime(path, (day * 86_400, day * 86_400))
    await open_log(lambda: 9 * DAY_MS, retention_days=90)
    await until(lambda: not state.exists())
    assert aside.exists()


async def test_an_erasure_that_cannot_be_done_is_told(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """While somebody else writes, or a reader holds on to the WAL, nobody is told that they are erased."""
    log = await open_log()
    log.record(query(1, text="我的秘密"))
    await log.flush()
    with closing(sqlite3.connect(log_path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM queries").fetchall()
        with pytest.raises(DataUnwritable, match="reader"):
            await log.erase({MINE})
        other.execute("ROLLBACK")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DataUnwritable, match="locked"):
            await log.erase({MINE})
    await log.erase({MINE})
    assert holding(log_path.parent, "我的秘密") == set()


async def test_the_state_forgets_as_well(tmp_path: Path, opened: Callable) -> None:
    """Answers and language go, also those that wait in memory; an opt-out and other people stay."""
    async with opened() as state:
        for key, asker_key in (("mine00000000", MINE), ("theirs000000", THEIRS)):
            state.put_answer(replace(ANSWER, key=key, asker_key=asker_key, question=f"问题 {asker_key}"))
            state.remember_language(asker_key, "zh-TW")
        await state.put_opted_out(MINE, out=True)
        with closing(sqlite3.connect(tmp_path / "state.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            state.put_answer(replace(ANSWER, key="waiting00000", asker_key=MINE))
            await state.flush()
        found = await state.of_person({MINE})
        assert [row["key"] for row in found["answers"]] == ["mine00000000", "waiting00000"]
        assert found["languages"] == [{"language": "zh-TW"}]
        await state.erase({MINE})
        assert await state.of_person({MINE}) == {"answers": [], "languages": []}
        assert await state.answer("waiting00000") is None
        assert await state.last_language(THEIRS) == "zh-TW"
        assert await state.opted_out() == {MINE}
        assert holding(tmp_path, f"问题 {MINE}") == set()


async def test_a_backup_is_a_whole_and_private_copy(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """It is made while the log is written, in one piece, and a copy that is given up leaves nothing."""
    log = await open_log()
    for number in range(1, 300):
        log.record(query(number))
    await log.flush()
    copy = back_up(log_path)
    log.record(query(999))
    await log.flush()
    assert len(read_queries(copy)) == 299
    assert copy.stat().st_mode & 0o777 == 0o600
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        back_up(log_path, stop=lambda: True)
    assert os.listdir(copy.parent) == [copy.name]  # noqa: PTH208 -- one call in a test
    with pytest.raises(FileExistsError):
        copy_database(log_path, copy)


async def test_the_log_backs_itself_up_and_old_copies_expire(
    log_path: Path, open_log: OpenLog, query: MakeQuery
) -> None:
    """A start that finds no backup of the last day makes one; a week later it goes."""
    kept: list[set[int]] = []
    for day in (0, 1, 30):
        log = await open_log(lambda day=day: day * DAY_MS + 1, retention_days=90)
        async with asyncio.timeout(GUARD_S):
            while day and not any({day} & made for made in kept):
                await asyncio.sleep(0.01)
                copies = [copy for copy in (log_path.parent / FOLDER).glob("*") if DRAFT not in copy.name]
                kept = [{row.id for row in read_queries(copy)} for copy in copies]
        log.record(query(30 if day else 1, asked_at_ms=day * DAY_MS))
        await log.close()
        for copy in (log_path.parent / FOLDER).glob("*"):
            os.utime(copy, (day * 86_400, day * 86_400))
    assert kept == [{1, 30}]


async def test_an_older_database_is_backed_up_before_it_is_migrated(
    log_path: Path, open_log: OpenLog, query: MakeQuery
) -> None:
    """The log of the version before is read on, and stands as it was among the backups."""
    log = await open_log()
    log.record(query(1))
    await log.close()
    with closing(sqlite3.connect(log_path)) as connection:
        connection.executescript("ALTER TABLE events DROP COLUMN sentence; PRAGMA user_version = 1")
    log = await open_log()
    log.record(EventRow(id=7, query_id=1, at_ms=7, kind="not_helpful", user_key=None, sentence="太旧"))
    await log.close()
    assert [row.id for row in read_queries(log_path)] == [1]
    assert [row.sentence for row in read_events(log_path)] == ["太旧"]
    (copy,) = (log_path.parent / FOLDER).iterdir()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


async def test_a_slip_in_a_statement_is_no_damage(log_path: Path, open_log: OpenLog, query: MakeQuery) -> None:
    """A column or a table that we never made is an error of ours: the database stays where it is."""
    log = await open_log()
    log.record(query(1))
    await log.flush()
    for statement in ("SELECT txet FROM queries", "SELECT * FROM qeuries"):
        with pytest.raises(DataUnreadable, match="no such"):
            await log._database.read(statement)
    assert not list(log_path.parent.glob("*.damaged-*"))
