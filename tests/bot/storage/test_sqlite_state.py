"""The state: what is put comes back after a restart, and a damaged file does not keep the bot from starting."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import DataUnreadable, DataUnwritable, NewerData
from bot.services.ports import AnswerState
from bot.storage.backups import FOLDER
from bot.storage.state import ANSWER_LIFE_MS, LANGUAGE_LIFE_MS, SqliteState
from corpus import Filters
from tests.bot.storage.stored import commits, holding
from tests.patience import until

OpenState = Callable[..., AbstractAsyncContextManager[SqliteState]]
ANSWER = AnswerState(
    key="abcDEF123456",
    query_id=11,
    kind="summary",
    question="灯塔 \ud800",
    filters=Filters(language="zh", before="2021-05"),
    subject="a1",
    max_chars=600,
    language="zh-CN",
    private=True,
    asker_key=None,
    created_at_ms=1000,
)


async def test_everything_outlives_a_restart(opened: OpenState) -> None:
    """Answers, languages and named values are there again."""
    async with opened() as state:
        state.put_answer(ANSWER)
        state.remember_language("k1", "zh-TW")
        state.remember_language("k1", "en-US")
        await state.put_value("commands_hash", "aa")
        await state.put_value("commands_hash", "bb")
    async with opened() as state:
        assert await state.answer(ANSWER.key) == replace(ANSWER, question="灯塔 ?")
        assert await state.last_language("k1") == "en-US"
        assert await state.value("commands_hash") == "bb"


async def test_what_was_never_put_is_absent(opened: OpenState) -> None:
    """A new state knows nothing and gives the defaults."""
    async with opened() as state:
        assert await state.answer("nosuchkey000") is None
        assert await state.last_language("k1") is None
        assert await state.value("commands_hash") is None


async def test_an_answer_goes_after_its_thirty_days(opened: OpenState, tmp_path: Path) -> None:
    """It is not given out past them, and the next answer put removes it from the file."""
    async with opened() as state:
        state.put_answer(ANSWER)
    async with opened(now_ms=1000 + ANSWER_LIFE_MS) as state:
        assert await state.answer(ANSWER.key) is not None
    async with opened(now_ms=1001 + ANSWER_LIFE_MS) as state:
        assert await state.answer(ANSWER.key) is None
        state.put_answer(replace(ANSWER, key="another00000"))
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as connection:
        assert connection.execute("SELECT key FROM answers").fetchall() == [("another00000",)]


async def test_a_language_lapses_after_ninety_days(opened: OpenState, tmp_path: Path) -> None:
    """It is not given out past them, and the next language that is remembered removes it from the file."""
    async with opened() as state:
        state.remember_language("k1", "zh-TW")
    async with opened(now_ms=1000 + LANGUAGE_LIFE_MS) as state:
        assert await state.last_language("k1") == "zh-TW"
    async with opened(now_ms=1001 + LANGUAGE_LIFE_MS) as state:
        assert await state.last_language("k1") is None
        state.remember_language("k2", "zh-CN")
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as connection:
        assert connection.execute("SELECT user_key FROM people").fetchall() == [("k2",)]


async def test_what_was_handled_and_who_opted_out_outlive_a_restart(opened: OpenState) -> None:
    """The last time counts, and whoever comes back is out no more."""
    async with opened() as state:
        await state.put_handled("r1", 5)
        await state.put_handled("r1", 9)
        await state.put_opted_out("k1", out=True)
        await state.put_opted_out("k2", out=True)
        await state.put_opted_out("k2", out=False)
    async with opened() as state:
        assert await state.handled() == {"r1": 9}
        assert await state.opted_out() == {"k1"}


async def test_a_damaged_state_begins_afresh(
    opened: OpenState, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The damaged file is kept under another name and the operator is told."""
    path = tmp_path / "state.sqlite"
    with path.open("wb") as file:
        file.write(b"SQLite format 3\0" + b"\x07" * 5000)
    async with opened() as state:
        await state.put_value("a", "b")
        assert await state.value("a") == "b"
    assert [name for name in os.listdir(tmp_path) if name.startswith("state.sqlite.damaged-")]  # noqa: PTH208 -- a test
    assert "state.sqlite is damaged" in caplog.text


@pytest.mark.parametrize("loss", ["damaged", "missing"])
@pytest.mark.parametrize("unsound", [b"", b"SQLite format 3\0" + b"\x07" * 5000])
async def test_the_newest_sound_backup_takes_the_place_of_a_lost_state(
    opened: OpenState, tmp_path: Path, caplog: pytest.LogCaptureFixture, loss: str, unsound: bytes
) -> None:
    """What nobody could bring back is there again, though a newer backup is spoilt; no question is in it."""
    path = tmp_path / "state.sqlite"
    async with opened() as state:
        await state.put_value("server:7", "{}")
        await state.put_opted_out("k1", out=True)
        await state.put_handled("r1", 9)
        state.put_answer(replace(ANSWER, question="灯塔"))
    (backup,) = (tmp_path / FOLDER).iterdir()
    assert backup.stat().st_mode & 0o777 == 0o600
    assert not holding(tmp_path / FOLDER, "灯塔")
    (tmp_path / FOLDER / "state.sqlite.99990101").write_bytes(unsound)
    path.unlink() if loss == "missing" else path.write_bytes(b"SQLite format 3\0" + b"\x07" * 5000)
    async with opened() as state:
        assert await state.value("server:7") == "{}"
        assert await state.opted_out() == {"k1"}
        assert await state.handled() == {"r1": 9}
        assert await state.answer(ANSWER.key) is None
    assert f"its backup {backup.name} takes its place" in caplog.text


async def test_damage_found_by_a_read_brings_the_backup_back(opened: OpenState, tmp_path: Path) -> None:
    """A table that disappeared under the bot reads as empty from then on, and what is backed up is there."""
    async with opened() as state:
        await state.put_value("a", "b")
    async with opened() as state:
        with closing(sqlite3.connect(tmp_path / "state.sqlite")) as connection:
            connection.execute("DROP TABLE people")
        assert await state.last_language("k1") is None
        assert await state.value("a") == "b"


async def test_a_newer_state_is_refused(opened: OpenState, tmp_path: Path) -> None:
    """Its tables are left as they are."""
    with closing(sqlite3.connect(tmp_path / "state.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 50")
    with pytest.raises(NewerData):
        async with opened():
            pass


async def test_a_locked_or_closed_state_says_which(opened: OpenState, tmp_path: Path) -> None:
    """The caller learns whether it could not be written or read, and the state works again afterwards."""
    async with opened() as state:
        with closing(sqlite3.connect(tmp_path / "state.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DataUnwritable, match="locked"):
                await state.put_value("a", "b")
        await state.put_value("a", "c")
        assert await state.value("a") == "c"
    with pytest.raises(DataUnwritable):
        await state.put_value("a", "d")
    with pytest.raises(DataUnreadable, match="cannot be read: the database is closed"):
        await state.value("a")


async def test_an_unwritable_state_keeps_buttons_in_memory(
    opened: OpenState, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Answers go on while the file takes nothing; the operator is told once, and the next write brings all in."""
    other_answer = replace(ANSWER, key="other0000000", question="灯塔")
    async with opened() as state:
        with closing(sqlite3.connect(tmp_path / "state.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            state.put_answer(other_answer)
            state.remember_language("k1", "zh-TW")
            await state.flush()
            state.put_answer(replace(ANSWER, question="灯"))
            await state.flush()
            assert await state.answer(other_answer.key) == other_answer
            assert await state.last_language("k1") == "zh-TW"
        state.put_answer(ANSWER)
    assert caplog.text.count("answers go on") == 1
    async with opened() as state:
        assert await state.answer(other_answer.key) == other_answer
        assert await state.answer(ANSWER.key) == replace(ANSWER, question="灯塔 ?")
        assert await state.last_language("k1") == "zh-TW"


async def test_answers_share_a_commit(opened: OpenState, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes within a moment is written at once, without anybody asking; whoever waits for it ends the moment."""
    monkeypatch.setattr("bot.storage.database.GROUP_S", 60.0)
    async with opened() as state:
        before = commits(tmp_path / "state.sqlite-wal")
        for number in range(30):
            state.put_answer(replace(ANSWER, key=f"key{number:09}"))
            state.remember_language(f"k{number}", "zh-TW")
            await state.value("a")
        await state.flush()
        assert commits(tmp_path / "state.sqlite-wal") == before + 1
        monkeypatch.setattr("bot.storage.database.GROUP_S", 0.01)
        state.put_answer(ANSWER)
        await until(lambda: commits(tmp_path / "state.sqlite-wal") > before + 1)


async def test_no_answer_waits_for_the_disk(opened: OpenState, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a write takes its time, everything is read at once, also what is not written yet."""
    monkeypatch.setattr("bot.storage.database.BUSY_TIMEOUT_S", 60.0)
    async with opened() as state:
        await state.put_value("a", "b")
        with closing(sqlite3.connect(tmp_path / "state.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            state.put_answer(ANSWER)
            written = asyncio.create_task(state.flush())
            assert await state.value("a") == "b"
            assert await state.answer("nosuchkey000") is None
            assert await state.answer(ANSWER.key) == ANSWER
            assert not written.done()
        await written
