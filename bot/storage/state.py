"""The state database: what stands behind buttons, people's languages, the bot's own values."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import Callable, Collection
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path

from bot.errors import DataUnwritable, NewerData, cause_of
from bot.services.ports import AnswerState
from bot.services.requests import LANGUAGES, Language
from bot.storage.backups import backup_names, now_ms, open_read_only, stamp
from bot.storage.database import FAULTS, Database, Row, gather, insertion
from bot.storage.migrations import STATE_STEPS
from bot.storage.rows import Columns, answer_of, column_names, columns_of

_log = logging.getLogger(__name__)

UNWRITTEN = 1000
ANSWER_LIFE_MS = 30 * 24 * 3600 * 1000
LANGUAGE_LIFE_MS = 90 * 24 * 3600 * 1000
BACK_UP_EVERY_S = 6 * 3600.0
_BACKED_UP = ("named_values", "opt_outs", "handled")  # what nobody could bring back
_ANSWER_COLUMNS = column_names(AnswerState)
_PEOPLE_COLUMNS = ("user_key", "language", "at_ms")
_SELECT_ANSWER = "SELECT * FROM answers WHERE key = ? AND created_at_ms >= ?"
# A few with each answer or language kept, so that no sweep is needed.
_EXPIRE_ANSWERS = "DELETE FROM answers WHERE key IN (SELECT key FROM answers WHERE created_at_ms < ? LIMIT 20)"
_EXPIRE_PEOPLE = "DELETE FROM people WHERE user_key IN (SELECT user_key FROM people WHERE at_ms < ? LIMIT 20)"


class SqliteState:
    """A :class:`bot.services.ports.StateStore` over one SQLite file.

    What comes with every answer, its state and its asker's language, is written by a task, what comes within .1 s at
    once: to bring it to the disk may take as long while a build writes there. Meanwhile it is read from memory, and for
    good where the disk is full. Every other write is on disk when it returns, and in the day's backup soon after.

    The caller holds the folder's lock while it is open. Methods raise :class:`bot.errors.DataUnreadable` or
    ``DataUnwritable`` where the file cannot be used, but for the two that every answer calls.
    """

    def __init__(self, path: Path, *, clock_ms: Callable[[], int] = now_ms) -> None:
        self._database = Database(path, STATE_STEPS, restored=True)
        self._clock_ms = clock_ms
        self._answers: dict[str, AnswerState] = {}  # neither of them written yet
        self._languages: dict[str, Language] = {}
        self._writing: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()
        self._changed = asyncio.Event()
        self._closing = False
        self._backing_up: asyncio.Task[None] | None = None

    @property
    def trouble(self) -> str | None:
        """Why the last write failed, None where it did not."""
        return self._database.trouble

    async def open(self) -> None:
        """Open the file; the backup takes the place of a damaged or missing one.

        Raises
        ------
        NewerData, DataUnwritable
            As :meth:`bot.storage.database.Database.open`.
        """
        await self._database.open()
        await self._database.check()
        self._backing_up = asyncio.create_task(self._back_up())

    async def close(self) -> None:
        """Write what waits, and close the file."""
        if self._backing_up is not None:
            self._closing = True
            self._changed.set()
            await asyncio.wait({self._backing_up})
        await self.flush()
        await self._database.close()

    async def flush(self) -> None:
        """Wait until what waits is on disk, or cannot be brought there."""
        self._hurry.set()
        await asyncio.wait({self._write_soon()})

    def put_answer(self, state: AnswerState) -> None:
        """Keep the state behind an answer's buttons; those past their 30 days go."""
        if len(self._answers) < UNWRITTEN:
            self._answers[state.key] = state
        self._write_soon()

    async def answer(self, key: str) -> AnswerState | None:
        """Return the state behind a key, or None where it is gone."""
        if key in self._answers:
            return self._answers[key]
        row = await self._row(_SELECT_ANSWER, (key, self._clock_ms() - ANSWER_LIFE_MS))
        return None if row is None else answer_of(dict(row))

    async def last_language(self, user_key: str) -> Language | None:
        """Return the language a person was last answered in by locale, unless that was remembered 90 days ago."""
        if user_key in self._languages:
            return self._languages[user_key]
        oldest_ms = self._clock_ms() - LANGUAGE_LIFE_MS
        row = await self._row("SELECT language FROM people WHERE user_key = ? AND at_ms >= ?", (user_key, oldest_ms))
        return next((language for language in LANGUAGES if row and row[0] == language), None)

    def remember_language(self, user_key: str, language: Language) -> None:
        """Remember a person's language; those past their 90 days go."""
        if len(self._languages) < UNWRITTEN:
            self._languages[user_key] = language
        self._write_soon()

    async def opted_out(self) -> frozenset[str]:
        """Return the keys of those whose questions are not logged."""
        return frozenset(str(key) for (key,) in await self._database.read("SELECT user_key FROM opt_outs"))

    async def put_opted_out(self, user_key: str, *, out: bool) -> None:
        """Keep whether somebody's questions are not logged."""
        statement = insertion("opt_outs", ("user_key",)) if out else "DELETE FROM opt_outs WHERE user_key = ?"
        await self._database.write((statement, [(user_key,)]))
        self._changed.set()

    async def of_person(self, user_keys: Collection[str]) -> dict[str, list[Columns]]:
        """Return the answers whose buttons still work, and the language, of whoever has these keys."""
        stored: list[Columns] = await self._database.of_people("answers", "asker_key", user_keys)
        waiting = [columns_of(one) for one in self._answers.values() if one.asker_key in user_keys]
        answers = {row["key"]: row for row in (*stored, *waiting)}
        languages = [language for key in user_keys if (language := await self.last_language(key))]
        return {"answers": [*answers.values()], "languages": [{"language": language} for language in languages]}

    async def erase(self, user_keys: Collection[str]) -> None:
        """Delete the answers and languages of whoever has these keys from the file; that they opted out stays."""
        self._answers = {key: one for key, one in self._answers.items() if one.asker_key not in user_keys}
        self._languages = {key: one for key, one in self._languages.items() if key not in user_keys}
        keys = [(key,) for key in user_keys]
        await self._database.write(
            ("DELETE FROM answers WHERE asker_key = ?", keys), ("DELETE FROM people WHERE user_key = ?", keys)
        )
        await self._database.truncate_wal()

    async def handled(self) -> dict[str, int]:
        """Return when each row of a review was marked as handled, in milliseconds since 1970."""
        rows = await self._database.read("SELECT row_key, at_ms FROM handled")
        return {str(key): int(at_ms or 0) for key, at_ms in rows}

    async def put_handled(self, row_key: str, at_ms: int) -> None:
        """Mark a row of a review as handled."""
        await self._database.write((insertion("handled", ("row_key", "at_ms"), replace=True), [(row_key, at_ms)]))
        self._changed.set()

    async def value(self, name: str) -> str | None:
        """Return a named value of the bot itself (command hash, identify budget, ...)."""
        row = await self._row("SELECT value FROM named_values WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    async def put_value(self, name: str, value: str) -> None:
        """Keep a named value of the bot itself."""
        await self._database.write((insertion("named_values", ("name", "value"), replace=True), [(name, value)]))
        self._changed.set()

    async def _row(self, statement: str, values: Row) -> sqlite3.Row | None:
        rows = await self._database.read(statement, values)
        return rows[0] if rows else None

    async def _back_up(self) -> None:
        """Back up now, after every change and several times a day, since backups expire; a last time at the end."""
        closing = False
        while not closing:
            closing = self._closing
            try:
                await asyncio.to_thread(_back_up, self._database.path)
            except FAULTS as error:
                _log.warning("the state could not be backed up: %s", cause_of(error))
            with suppress(TimeoutError):
                async with asyncio.timeout(BACK_UP_EVERY_S):
                    await self._changed.wait()
            if not self._closing:
                self._changed.clear()

    def _write_soon(self) -> asyncio.Task[None]:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return self._writing

    async def _write(self) -> None:
        """Write what waits, and what came meanwhile; what cannot be written waits until something else comes."""
        while self._answers or self._languages:
            await gather(self._hurry)
            answers, languages, now = self._answers.copy(), self._languages.copy(), self._clock_ms()
            rows = [tuple(map(columns_of(one).get, _ANSWER_COLUMNS)) for one in answers.values()]
            people = [(*one, now) for one in languages.items()]
            known = self.trouble
            try:
                await self._database.write(
                    (_EXPIRE_ANSWERS, [(now - ANSWER_LIFE_MS,)]),
                    (insertion("answers", _ANSWER_COLUMNS, replace=True), rows),
                    (_EXPIRE_PEOPLE, [(now - LANGUAGE_LIFE_MS,)] if people else []),
                    (insertion("people", _PEOPLE_COLUMNS, replace=True), people),
                )
            except (DataUnwritable, NewerData) as error:
                if known is None:
                    _log.error("%s: answers go on, and their buttons last until the next start", error)
                return
            self._answers = {key: one for key, one in self._answers.items() if answers.get(key) != one}
            self._languages = {key: one for key, one in self._languages.items() if languages.get(key) != one}


def kept_value(path: Path, name: str) -> str | None:
    """Return a named value beside whoever writes the state; None where there is none, or no sound state."""
    with suppress(*FAULTS), closing(open_read_only(path)) as connection:
        row = connection.execute("SELECT value FROM named_values WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])
    return None


def _back_up(path: Path) -> None:
    """Copy the tables that are backed up into the backup of the day, without what people asked."""
    copy, draft = backup_names(path, stamp()[:8])
    draft.unlink(missing_ok=True)
    os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    with closing(sqlite3.connect(draft.absolute().as_uri(), uri=True, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS live", (f"{path.absolute().as_uri()}?mode=ro",))
        for statement in ("BEGIN", *chain.from_iterable(STATE_STEPS)):
            connection.execute(statement)
        for table in _BACKED_UP:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM live.{table}")  # noqa: S608 -- our own constants
        connection.execute(f"PRAGMA user_version = {len(STATE_STEPS)}")
        connection.execute("COMMIT")
    draft.replace(copy)
