"""How many questions a second the log takes, beside one aiosqlite commit for each, and how long an erasure takes.

    python -m benchmarks.query_log [--rows 2000] [--rounds 3] [--erase 100000]

Both write the same rows durably (WAL, synchronous=FULL) on the same disk and take turns; figures are medians.
What must not live here: the quality or speed of answers.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import aiosqlite

from bot.services.ports import QueryRow
from bot.storage.database import PRAGMAS, insertion
from bot.storage.migrations import LOG_STEPS
from bot.storage.query_log import SqliteQueryLog
from bot.storage.rows import column_names, columns_of
from corpus import Filters

ROW = QueryRow(
    id=0,
    asked_at_ms=0,
    kind="search",
    way_in="command",
    server_id=1,
    channel_id=2,
    user_key="ab" * 16,
    locale="zh-CN",
    language="zh-CN",
    text="谁在河边修了一座水磨",
    filters=Filters(),
    private=False,
    outcome="answered",
    hits=tuple((f"{number:016x}", 12.5) for number in range(20)),
    latency_ms=9.5,
    build="b1",
    error=None,
)


async def ours(path: Path, rows: int) -> float:
    """Return rows a second through the log's writer, until the last is on disk."""
    log = SqliteQueryLog(path, retention_days=1, clock_ms=lambda: 0)
    await log.open()
    started = time.perf_counter()
    for number in range(1, rows + 1):
        log.record(replace(ROW, id=number))
        if number % 50 == 0:
            await asyncio.sleep(0)  # as questions come: some at once, with the loop's turn between
    await log.flush()
    rate = rows / (time.perf_counter() - started)
    await log.close()
    return rate


async def plain(path: Path, rows: int) -> float:
    """Return rows a second with aiosqlite and a commit for each."""
    names = column_names(QueryRow)
    insert = insertion("queries", names)
    async with aiosqlite.connect(path) as connection:
        for pragma in PRAGMAS:
            await connection.execute(f"PRAGMA {pragma}")
        for statement in LOG_STEPS[0]:
            await connection.execute(statement)
        started = time.perf_counter()
        for number in range(1, rows + 1):
            columns = columns_of(replace(ROW, id=number))
            await connection.execute(insert, [columns[name] for name in names])
            await connection.commit()
        return rows / (time.perf_counter() - started)


async def erasure_s(path: Path, rows: int) -> float:
    """Return the seconds in which one of a hundred people is erased from a log."""
    log = SqliteQueryLog(path, retention_days=1, clock_ms=lambda: 0)
    await log.open()
    for number in range(1, rows + 1):
        log.record(replace(ROW, id=number, user_key=str(number % 100)))
        if number % 5000 == 0:
            await log.flush()
    await log.flush()
    started = time.perf_counter()
    await log.erase({"7"})
    took = time.perf_counter() - started
    await log.close()
    return took


def main() -> None:
    """Measure in turns and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--erase", type=int, default=100_000)
    given = parser.parse_args()
    rates: dict[str, list[float]] = {"ours": [], "plain": []}
    with tempfile.TemporaryDirectory(dir=".") as folder:
        for turn in range(given.rounds):
            rates["ours"].append(asyncio.run(ours(Path(folder) / f"ours{turn}.sqlite", given.rows)))
            rates["plain"].append(asyncio.run(plain(Path(folder) / f"plain{turn}.sqlite", given.rows)))
        took = asyncio.run(erasure_s(Path(folder) / "erase.sqlite", given.erase))
    group, single = (statistics.median(rates[name]) for name in ("ours", "plain"))
    print(f"{'questions logged a second, durably':45} {group:10.0f}")
    print(f"{'the same, one aiosqlite commit for each':45} {single:10.0f}   {group / single:.1f} times")
    print(f"{f'one of 100 people erased from {given.erase:,} questions':45} {took:8.2f} s")


if __name__ == "__main__":
    main()
