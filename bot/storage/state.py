"""The state database: what stands behind buttons, people's languages, the bot's own values."""

import logging
from collections.abc import Callable
from pathlib import Path

from bot.errors import DataUnwritable
from bot.services.ports import AnswerState
from bot.services.requests import LANGUAGES, Language
from bot.storage.database import FAULTS, Change, Database, Row, Value, insertion, reason
from bot.storage.migrations import STATE_STEPS
from bot.storage.query_log import now_ms
from bot.storage.rows import answer_of, column_names, columns_of

_log = logging.getLogger(__name__)

UNWRITTEN_ANSWERS = 1000
ANSWER_LIFE_MS = 30 * 24 * 3600 * 1000
_ANSWER_COLUMNS = column_names(AnswerState)
_SELECT_ANSWER = f"SELECT {', '.join(_ANSWER_COLUMNS)} FROM answers WHERE key = ? AND created_at_ms >= ?"  # noqa: S608 -- our own constants
# A few with each answer kept, so that no sweep is needed.
_EXPIRE_ANSWERS = "DELETE FROM answers WHERE key IN (SELECT key FROM answers WHERE created_at_ms < ? LIMIT 20)"


class SqliteState:
    """A :class:`bot.services.ports.StateStore` over one SQLite file; every write is on disk when it returns.

    The caller holds the folder's lock while it is open. Methods raise :class:`bot.errors.DataUnwritable` where the
    file cannot be used, but for the two that every answer calls: a full disk must not silence the bot, so an
    answer's state then waits in memory, behind its buttons all the same, and a person's language is not remembered.
    """

    def __init__(self, path: Path, *, clock_ms: Callable[[], int] = now_ms) -> None:
        self._database = Database(path, STATE_STEPS)
        self._clock_ms = clock_ms
        self._unwritten: dict[str, AnswerState] = {}
        self._failing = False

    async def open(self) -> None:
        """Open the file, setting a damaged one aside.

        Raises
        ------
        NewerData, DataUnwritable
            As :meth:`bot.storage.database.Database.open`.
        """
        await self._database.open()
        try:
            await self._database.check()
        except FAULTS as error:
            raise DataUnwritable(self._database.path, reason(error)) from error

    async def close(self) -> None:
        """Close the file."""
        await self._database.close()

    async def put_answer(self, state: AnswerState) -> None:
        """Keep the state behind an answer's buttons; those past their 30 days go."""
        due = {**self._unwritten, state.key: state}
        oldest_ms = self._clock_ms() - ANSWER_LIFE_MS
        rows = [tuple(map(columns_of(one).get, _ANSWER_COLUMNS)) for one in due.values()]
        insert = insertion("answers", _ANSWER_COLUMNS, replace=True)
        if await self._written((_EXPIRE_ANSWERS, [(oldest_ms,)]), (insert, rows)):
            for key in due:
                self._unwritten.pop(key, None)
        elif len(self._unwritten) < UNWRITTEN_ANSWERS:
            self._unwritten[state.key] = state

    async def answer(self, key: str) -> AnswerState | None:
        """Return the state behind a key, or None where it is gone."""
        if key in self._unwritten:
            return self._unwritten[key]
        row = await self._row(_SELECT_ANSWER, (key, self._clock_ms() - ANSWER_LIFE_MS))
        return None if row is None else answer_of(dict(zip(_ANSWER_COLUMNS, row, strict=True)))

    async def last_language(self, user_key: str) -> Language | None:
        """Return the language a person was last answered in by locale."""
        row = await self._row("SELECT language FROM people WHERE user_key = ?", (user_key,))
        return next((language for language in LANGUAGES if row and row[0] == language), None)

    async def remember_language(self, user_key: str, language: Language) -> None:
        """Remember a person's language."""
        await self._written((insertion("people", ("user_key", "language"), replace=True), [(user_key, language)]))

    async def value(self, name: str) -> str | None:
        """Return a named value of the bot itself (command hash, identify budget, ...)."""
        row = await self._row("SELECT value FROM named_values WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    async def put_value(self, name: str, value: str) -> None:
        """Keep a named value of the bot itself."""
        await self._write((insertion("named_values", ("name", "value"), replace=True), [(name, value)]))

    async def _row(self, statement: str, values: Row) -> tuple[Value, ...] | None:
        try:
            rows = await self._database.read(statement, values)
        except FAULTS as error:
            raise DataUnwritable(self._database.path, reason(error)) from error
        return rows[0] if rows else None

    async def _write(self, *changes: Change) -> None:
        try:
            await self._database.write(*changes)
        except FAULTS as error:
            raise DataUnwritable(self._database.path, reason(error)) from error

    async def _written(self, *changes: Change) -> bool:
        try:
            await self._write(*changes)
        except DataUnwritable as error:
            if not self._failing:
                _log.error("%s: answers go on, and their buttons last until the next start", error)
            self._failing = True
            return False
        self._failing = False
        return True
