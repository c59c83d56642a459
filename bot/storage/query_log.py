"""The query log's writer: rows are accepted at once and committed in groups by one task.

What must not live here: who may read the log, and what a row means. Where the database cannot be written, rows go to
the spool and from there into the database as soon as it takes them.
"""

import asyncio
import contextlib
import itertools
import logging
import math
import threading
from collections import deque
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from bot.errors import DataFault, DataUnreadable, DataUnwritable, NewerData, cause_of
from bot.services.ports import EventRow, QueryRow
from bot.settings import BACKUP_DAYS
from bot.storage.backups import COPY_PREFIX, FOLDER, back_up, newest_backup_ms, now_ms, remove_older
from bot.storage.database import FAULTS, Database, gather, insertion
from bot.storage.migrations import LOG_STEPS
from bot.storage.rows import Columns, column_names, columns_of
from bot.storage.spool import Record, Spool

_log = logging.getLogger(__name__)

BATCH_ROWS = 500
WAITING_ROWS = 20_000
CLOSE_TIMEOUT_S = 1.2
RETRY_S = 5.0
_UNWRITABLE = "the query log cannot be written (%s): new rows wait in its spool"
_SPOOL_UNWRITABLE = "the query log's spool cannot be written (%s): new rows wait in memory"
UPKEEP_EVERY_S = 6 * 3600.0
DAY_MS = 24 * 3600 * 1000
_TABLES = {"queries": column_names(QueryRow), "events": column_names(EventRow)}
_TIMES = {"queries": "asked_at_ms", "events": "at_ms"}


class SqliteQueryLog:
    """A :class:`bot.services.ports.QueryLog` over one SQLite file.

    The caller holds the folder's lock (:func:`bot.storage.data_lock.data_lock`) from before :meth:`open` until after
    :meth:`close`.
    """

    def __init__(
        self, path: Path, *, retention_days: int, clock_ms: Callable[[], int] = now_ms, retry_s: float = RETRY_S
    ) -> None:
        self._database = Database(path, LOG_STEPS)
        self._spool = Spool(path.with_suffix(".spool.jsonl"))
        self._retention_ms = retention_days * DAY_MS
        self._clock_ms = clock_ms
        self._retry_s = retry_s
        self._rows: deque[Record] = deque()
        self._turn = asyncio.Lock()  # of whoever moves rows between memory, spool and database
        self._arrived = asyncio.Event()
        self._hurry = asyncio.Event()
        self._kept = asyncio.Event()
        self._closing = threading.Event()
        self._told: set[str] = set()
        self._tasks: tuple[asyncio.Task[None], ...] = ()

    @property
    def trouble(self) -> str | None:
        """Why the last write failed, None where it did not."""
        return self._database.trouble

    async def open(self) -> None:
        """Open the file and start the writer, which first looks for damage and replays the spool.

        A file that cannot be used, or that a newer version wrote, stops no answer: rows wait in the spool meanwhile.
        """
        try:
            await self._database.open()
        except (DataUnwritable, NewerData) as error:
            self._tell(_UNWRITABLE, error)
        self._tasks = (asyncio.create_task(self._write()), asyncio.create_task(self._keep_up()))

    def record(self, row: QueryRow | EventRow) -> None:
        """Accept a question or a press; returns at once."""
        if len(self._rows) >= WAITING_ROWS:
            _log.error("a row of the query log is lost: %d wait already", WAITING_ROWS)
            return
        self._rows.append(("queries" if isinstance(row, QueryRow) else "events", columns_of(row)))
        self._arrived.set()

    async def flush(self) -> None:
        """Wait until every row accepted so far is on disk, in the database or in the spool."""
        while self._rows:
            self._kept.clear()
            self._arrived.set()
            self._hurry.set()
            await self._kept.wait()

    async def of_person(self, user_keys: Collection[str]) -> dict[str, list[Columns]]:
        """Return every question and press that stands under these keys, and last those that wait to be written.

        Raises
        ------
        DataUnreadable
            When the log cannot be read.
        """
        with DataUnreadable.of(self._database.path):
            async with self._turn:
                spooled, _ = await asyncio.to_thread(self._spool.read)
                return {
                    table: await self._database.of_people(table, "user_key", user_keys)
                    + [
                        columns
                        for of, columns in (*spooled, *self._rows)
                        if of == table and columns.get("user_key") in user_keys
                    ]
                    for table in _TABLES
                }

    async def erase(self, user_keys: Collection[str]) -> None:
        """Delete every row that stands under these keys, and what was pressed on their answers, from all files.

        Raises
        ------
        DataUnwritable, NewerData
            When a file cannot be written; some may be left then.
        """
        with DataUnwritable.of(self._database.path):
            async with self._turn:
                self._rows = deque(record for record in self._rows if record[1].get("user_key") not in user_keys)
                waiting, read_bytes = await asyncio.to_thread(self._spool.read)
                others = [record for record in waiting if record[1].get("user_key") not in user_keys]
                if len(others) < len(waiting):
                    await asyncio.to_thread(self._spool.keep, others, read_bytes)
                keys = [(key,) for key in user_keys]
                await self._database.write(
                    ("DELETE FROM events WHERE query_id IN (SELECT id FROM queries WHERE user_key = ?)", keys),
                    ("DELETE FROM events WHERE user_key = ?", keys),
                    ("DELETE FROM queries WHERE user_key = ?", keys),
                )
                await self._database.truncate_wal()
                remove_older(self._database.path, f"{COPY_PREFIX}*", math.inf)

    async def close(self) -> None:
        """Commit what was accepted, within seconds, and close the file."""
        self._closing.set()
        self._arrived.set()
        self._hurry.set()
        for writer in self._tasks[:1]:
            await asyncio.wait({writer}, timeout=CLOSE_TIMEOUT_S)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._rows and not await self._to_spool(list(self._rows)):
            _log.error("%d rows of the query log are lost: neither it nor its spool can be written", len(self._rows))
        await self._database.close()

    async def _write(self) -> None:
        with contextlib.suppress(DataUnwritable):
            await self._database.check()
        while True:
            try:
                async with self._turn:
                    await self._drain()
            except OSError as error:
                self._tell(_UNWRITABLE, error)
            except Exception:  # noqa: BLE001 -- a background loop: the traceback is logged, the rows stay
                _log.exception("the query log's writer stumbled and goes on")
            if self._closing.is_set():
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._retry_s):
                    await self._arrived.wait()
            await gather(self._hurry)

    async def _keep_up(self) -> None:
        """Delete what is past its days and copy the rest, beside the writer; what fails is tried again next time."""
        while True:
            try:
                await self._expire()
                if self._clock_ms() >= newest_backup_ms(self._database.path) + DAY_MS:
                    await self._back_up()
            except (DataFault, *FAULTS) as error:
                _log.warning("the query log could not be tidied or backed up: %s", cause_of(error))
            await asyncio.sleep(UPKEEP_EVERY_S)

    async def _back_up(self) -> None:
        if await self._database.read("SELECT 1 FROM queries LIMIT 1"):
            await asyncio.to_thread(back_up, self._database.path, self._closing.is_set)

    async def _drain(self) -> None:
        self._arrived.clear()
        spooled = False
        while self._rows:
            batch = list(itertools.islice(self._rows, BATCH_ROWS))
            if not await self._to_database(batch):
                spooled = True
                if not await self._to_spool(batch):
                    return
            for _ in batch:
                self._rows.popleft()
        self._kept.set()
        if not spooled:
            await self._replay()

    async def _to_database(self, records: Sequence[Record]) -> bool:
        changes = [
            (
                insertion(table, names),
                [tuple(columns.get(name) for name in names) for of, columns in records if of == table],
            )
            for table, names in _TABLES.items()
        ]
        try:
            await self._database.write(*changes)
        except (DataUnwritable, NewerData) as error:
            self._tell(_UNWRITABLE, error)
            return False
        if self._told:
            self._told.clear()
            _log.warning("the query log can be written again")
        return True

    async def _to_spool(self, records: Sequence[Record]) -> bool:
        try:
            await asyncio.to_thread(self._spool.append, records)
        except OSError as error:
            self._tell(_SPOOL_UNWRITABLE, error)
            return False
        return True

    async def _replay(self) -> None:
        if not self._spool.exists():
            return
        records, read_bytes = await asyncio.to_thread(self._spool.read)
        for start in range(0, len(records), BATCH_ROWS):
            if not await self._to_database(records[start : start + BATCH_ROWS]):
                return
        await asyncio.to_thread(self._spool.keep, [], read_bytes)

    async def _expire(self) -> None:
        """Delete what is older than the retention, in slices, so that new rows never wait for long."""
        oldest_ms = self._clock_ms() - self._retention_ms
        deleted = False
        for table, time_column in _TIMES.items():
            old = f"SELECT id FROM {table} WHERE {time_column} < ? LIMIT {BATCH_ROWS}"  # noqa: S608 -- our own constants
            while await self._database.read(old, (oldest_ms,)):
                await self._database.write((f"DELETE FROM {table} WHERE id IN ({old})", [(oldest_ms,)]))  # noqa: S608 -- the same
                deleted = True
        if deleted:
            await self._database.truncate_wal()
        path = self._database.path
        for copies in ("*.damaged-*", f"{FOLDER}/*"):
            remove_older(path, copies, max(oldest_ms, self._clock_ms() - BACKUP_DAYS * DAY_MS))
        remove_older(path, f"{COPY_PREFIX}*", self._clock_ms() - DAY_MS)

    def _tell(self, trouble: str, error: Exception) -> None:
        """Tell the operator of a trouble once, until rows go in again: on a full disk it meets every row."""
        if trouble not in self._told:
            self._told.add(trouble)
            _log.error(trouble, cause_of(error))
