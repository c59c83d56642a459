"""One SQLite file and its one writing connection. What must not live here: any table.

Two connections that both write can corrupt a WAL database before SQLite 3.51.3, so whoever opens one holds the
folder's lock (:mod:`bot.storage.data_lock`); readers open the file read-only.
"""

import asyncio
import contextlib
import logging
import os
import re
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import aiosqlite

from bot.errors import DataUnreadable, DataUnwritable, NewerData, cause_of
from bot.storage.backups import open_read_only, put_back, stamp
from bot.storage.migrations import Steps, migrate

_log = logging.getLogger(__name__)

Value = str | int | float | None
Row = Sequence[Value]
Change = tuple[str, Sequence[Row]]

FAULTS = (sqlite3.Error, ValueError, OSError)  # ValueError: text that is not UTF-8, a connection closed meanwhile
BUSY_TIMEOUT_S = 1.0
GROUP_S = 0.1  # what comes within it is committed at once: each commit has the disk flushed, which others write to, too
TRUNCATIONS = 3  # each waits for readers as long: a review of a large log reads for about a second
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")
_SIDE_FILES = ("", "-wal", "-shm")
_DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_LOST_TABLE = re.compile(r"no such table: (?:main\.)?(\w+)")


def insertion(table: str, names: Sequence[str], *, replace: bool = False) -> str:
    """Return the statement that inserts a row, and that keeps or replaces the one of the same key."""
    conflict = "REPLACE" if replace else "IGNORE"
    return f"INSERT OR {conflict} INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 -- our own constants


def is_damage(error: BaseException, steps: Steps) -> bool:
    """Tell whether an error says that the file itself is not, or no longer, a database of these steps.

    A missing table is damage where the steps make it; any other is a slip in a statement of ours.
    """
    if isinstance(error, sqlite3.Error):
        lost = _LOST_TABLE.search(str(error))
        made = lost is not None and any(f"CREATE TABLE {lost[1]} " in statement for step in steps for statement in step)
        return made or (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF in _DAMAGE_CODES
    return isinstance(error, UnicodeDecodeError)


def damage_of(path: Path, steps: Steps) -> str | None:
    """Read a whole database of these steps and return what is damaged, None where nothing is; raises FAULTS."""
    try:
        with closing(open_read_only(path)) as database:
            (found,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except FAULTS as error:
        if not is_damage(error, steps):
            raise
        return str(error)
    return None if found == "ok" else str(found)


async def gather(hurry: asyncio.Event) -> None:
    """Let more changes come, to share one commit, until somebody cannot wait; forget that one could not."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(GROUP_S):
            await hurry.wait()
    hurry.clear()


class Database:
    """A database that a damaged file does not stop: the file is set aside and a fresh one begun.

    Where ``restored``, its newest sound backup takes the place of a damaged file, or of a missing one. All methods
    belong to the event loop that opened it; writes wait for each other. ``trouble`` is why the last write failed, None
    where it did not.
    """

    def __init__(self, path: Path, steps: Steps, *, restored: bool = False) -> None:
        self.path = path
        self._steps = steps
        self._restored = restored
        self._connection: aiosqlite.Connection | None = None
        self._reader: aiosqlite.Connection | None = None  # so that nobody who reads waits for the disk
        self._closed = False
        self.trouble: str | None = None
        self._writing = asyncio.Lock()

    async def open(self) -> None:
        """Open or create the file, private to its owner, in the newest schema.

        Raises
        ------
        NewerData
            When a newer version wrote it.
        DataUnwritable
            When it cannot be opened for writing.
        """
        with DataUnwritable.of(self.path, FAULTS):
            if not self.path.exists() and (backup := self._put_back()):
                _log.warning("%s is missing: its backup %s takes its place", self.path, backup)
            try:
                await self._connect()
            except FAULTS as error:
                await self._begin_afresh_if_damaged(error)

    async def close(self) -> None:
        """Close the connection, which checkpoints the file; later writes and reads are refused."""
        self._closed = True
        await self._disconnect()

    async def write(self, *changes: Change) -> None:
        """Make changes, each a statement with its rows, in one transaction; they are on disk when this returns.

        Raises
        ------
        DataUnwritable
            Nothing of the changes was kept; also where the file cannot be opened again.
        NewerData
            As :meth:`open`, which is tried again.
        """
        try:
            with DataUnwritable.of(self.path, FAULTS):
                async with self._writing:
                    try:
                        await self._transaction(changes)
                    except FAULTS as error:
                        await self._begin_afresh_if_damaged(error)
                        await self._transaction(changes)
        except (DataUnwritable, NewerData) as error:
            self.trouble = error.reason
            raise
        self.trouble = None

    async def read(self, statement: str, values: Row = ()) -> list[sqlite3.Row]:
        """Return the rows of a query, also by column; raises DataUnreadable where the file cannot be used."""
        with DataUnreadable.of(self.path, FAULTS):
            reader = self._reader
            try:
                return await _rows(reader, statement, values)
            except FAULTS as error:
                async with self._writing:
                    # Another reader of the damaged file may have begun a fresh one meanwhile.
                    if self._reader is reader:
                        await self._begin_afresh_if_damaged(error)
                return await _rows(self._reader, statement, values)

    async def of_people(self, table: str, column: str, user_keys: Collection[str]) -> list[Mapping[str, Value]]:
        """Return the rows of a table in whose column one of these keys stands; raises as :meth:`read`."""
        marks = ", ".join("?" * len(user_keys))
        select = f"SELECT * FROM {table} WHERE {column} IN ({marks}) ORDER BY rowid"  # noqa: S608 -- our own constants
        return [dict(row) for row in await self.read(select, [*user_keys])]

    async def check(self) -> None:
        """Read the whole file and, where that finds damage, set it aside; takes about a second for each 100 MB.

        Raises
        ------
        DataUnwritable
            It cannot be used, and is not damaged either.
        """
        with DataUnwritable.of(self.path, FAULTS):
            async with self._writing:
                try:
                    ((found,), *_) = await _rows(self._connection, "PRAGMA integrity_check(1)")
                except FAULTS as error:
                    await self._begin_afresh_if_damaged(error)
                else:
                    if found != "ok":
                        await self._begin_afresh(str(found))

    async def truncate_wal(self) -> None:
        """Move everything into the file and empty its WAL, so that nothing deleted lingers there.

        Raises
        ------
        DataUnwritable
            Also where a reader kept the WAL for longer than a few seconds.
        """
        with DataUnwritable.of(self.path, FAULTS):
            for _ in range(TRUNCATIONS):
                async with self._writing:
                    ((busy, *_),) = await _rows(self._connection, "PRAGMA wal_checkpoint(TRUNCATE)")
                if not busy:
                    return
        raise DataUnwritable(self.path, "a reader holds on to what was deleted")

    async def _disconnect(self) -> None:
        connections, self._reader, self._connection = (self._reader, self._connection), None, None
        for connection in filter(None, connections):  # the writer last, which then checkpoints
            with contextlib.suppress(*FAULTS):
                await connection.close()

    async def _connect(self) -> None:
        # SQLite gives the WAL the mode of the file, so that making this one private is enough.
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        with contextlib.suppress(PermissionError):
            self.path.chmod(0o600)
        connection = await aiosqlite.connect(self.path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        connection.row_factory = sqlite3.Row
        try:
            for pragma in PRAGMAS:
                await connection.execute_fetchall(f"PRAGMA {pragma}")
            await migrate(connection, self.path, self._steps)
            self._reader = await aiosqlite.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
            self._reader.row_factory = sqlite3.Row
        except BaseException:
            await connection.close()
            raise
        self._connection = connection

    async def _transaction(self, changes: Sequence[Change]) -> None:
        if self._connection is None and not self._closed:
            await self._connect()
        connection = _still_open(self._connection)
        try:
            await connection.execute("BEGIN IMMEDIATE")
            for statement, rows in changes:
                if rows:
                    await connection.executemany(statement, rows)
            await connection.commit()
        except BaseException:
            # Queued at once even while this task is being cancelled, and so ahead of the next transaction.
            with contextlib.suppress(*FAULTS):
                await connection.rollback()
            raise

    async def _begin_afresh_if_damaged(self, error: Exception) -> None:
        if not is_damage(error, self._steps):
            raise error
        await self._begin_afresh(cause_of(error))

    async def _begin_afresh(self, why: str) -> None:
        await self._disconnect()
        aside = self.path.with_name(f"{self.path.name}.damaged-{stamp()}")
        for side in _SIDE_FILES:
            with contextlib.suppress(FileNotFoundError):
                # Touched, so that its days are counted from now.
                self.path.with_name(self.path.name + side).rename(aside.with_name(aside.name + side)).touch()
        backup = self._put_back()
        then = f"its backup {backup} takes its place" if backup else "a fresh one is begun"
        _log.error("%s is damaged (%s): it is kept as %s for at most a week, and %s", self.path, why, aside.name, then)
        await self._connect()

    def _put_back(self) -> str | None:
        return put_back(self.path, len(self._steps)) if self._restored else None


def _still_open(connection: aiosqlite.Connection | None) -> aiosqlite.Connection:
    if connection is None:
        raise sqlite3.OperationalError("the database is closed")
    return connection


async def _rows(connection: aiosqlite.Connection | None, statement: str, values: Row = ()) -> list[sqlite3.Row]:
    return list(await _still_open(connection).execute_fetchall(statement, values))
