"""Stands in for a bot that dies: writes questions to a log and tells each that is on disk.

Called as ``python log_writer.py PATH FIRST_ID [FILE_SIZE_LIMIT]``; runs until killed, or for 400 rows under a limit.
"""

import asyncio
import resource
import signal
import sys
from pathlib import Path

from bot.services.ports import QueryRow
from bot.storage.query_log import SqliteQueryLog
from corpus import Filters


def row(row_id: int) -> QueryRow:
    """Return a question of about 500 bytes."""
    return QueryRow(
        id=row_id,
        asked_at_ms=row_id,
        kind="search",
        way_in="command",
        server_id=None,
        channel_id=None,
        user_key=None,
        locale=None,
        language=None,
        text="灯" * 100,
        filters=Filters(),
        private=False,
        outcome="nothing",
        hits=(),
        latency_ms=1.0,
        build=None,
        error=None,
    )


async def main(path: Path, row_id: int, limit: int | None) -> None:
    """Write, and tell what is kept."""
    log = SqliteQueryLog(path, retention_days=1, clock_ms=lambda: 0, retry_s=0.05)
    await log.open()
    last = None
    if limit is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        last = row_id + 400
    while row_id != last:
        log.record(row(row_id))
        if row_id % 3 == 0:
            await log.flush()
            print(row_id, flush=True)  # noqa: T201 -- the parent reads it
        row_id += 1
    await log.flush()
    await log.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None))
