"""How many questions a second the log takes, beside one aiosqlite commit for each; how long a review takes.

    python -m benchmarks.query_log [--rows 2000] [--rounds 3] [--kept 100000]

Both write the same rows durably (WAL, synchronous=FULL) on the same disk and take turns; figures are medians.
What must not live here: the quality or speed of answers.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import aiosqlite

from bot.services.library_host import LibraryHost
from bot.services.ports import QueryRow
from bot.services.review import Reviewing
from bot.storage.database import PRAGMAS, insertion
from bot.storage.log_reader import SqliteLogReader
from bot.storage.migrations import LOG_STEPS
from bot.storage.query_log import DAY_MS, SqliteQueryLog
from bot.storage.rows import column_names, columns_of
from bot.storage.state import SqliteState
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


async def fill(log: SqliteQueryLog, rows: int) -> None:
    """Write 90 days of questions by a hundred people: most asked once, a quarter without a result."""
    chance = random.Random(5)  # noqa: S311 -- the same questions each time
    for number in range(1, rows + 1):
        found = chance.random() < 0.75
        hits = tuple((f"{chance.randrange(3000):016x}", chance.random() * 40) for _ in range(20 if found else 0))
        text = "".join(chance.choices(ROW.text, k=20)) if chance.random() < 0.6 else ROW.text
        row = replace(ROW, id=number, asked_at_ms=number * 89 * DAY_MS // rows, user_key=str(number % 100))
        outcome = "answered" if found else "nothing"
        log.record(replace(row, text=text, hits=hits, outcome=outcome, latency_ms=chance.random() * 50))
        if number % 5000 == 0:
            await log.flush()
    await log.flush()


async def review_s(path: Path) -> tuple[float, float]:
    """Return the seconds that a review of 90 days takes, and for how many at most it kept the event loop waiting."""
    state, host = SqliteState(path.with_suffix(".state")), LibraryHost(path.with_suffix(".index"))
    await state.open()
    log = SqliteLogReader(path, private=True)
    reviewing = Reviewing(log=log, state=state, host=host, clock=lambda: 89 * DAY_MS / 1000)
    late_s = 0.0

    async def watch() -> None:
        nonlocal late_s
        while True:
            started = time.perf_counter()
            await asyncio.sleep(0.005)
            late_s = max(late_s, time.perf_counter() - started - 0.005)

    watching = asyncio.create_task(watch())
    started = time.perf_counter()
    await reviewing.review(90)
    took = time.perf_counter() - started
    watching.cancel()
    await host.close()
    await state.close()
    return took, late_s


async def kept_s(path: Path, rows: int) -> tuple[float, float, float]:
    """Return what :func:`review_s` does over a full log, and the seconds that erasing one of its people takes."""
    log = SqliteQueryLog(path, retention_days=1, clock_ms=lambda: 0)
    await log.open()
    await fill(log, rows)
    took, late_s = min([await review_s(path) for _ in range(3)])
    started = time.perf_counter()
    await log.erase({"7"})
    erased_s = time.perf_counter() - started
    await log.close()
    return took, late_s, erased_s


def main() -> None:
    """Measure in turns and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kept", type=int, default=100_000)
    given = parser.parse_args()
    rates: dict[str, list[float]] = {"ours": [], "plain": []}
    with tempfile.TemporaryDirectory(dir=".") as folder:
        for turn in range(given.rounds):
            rates["ours"].append(asyncio.run(ours(Path(folder) / f"ours{turn}.sqlite", given.rows)))
            rates["plain"].append(asyncio.run(plain(Path(folder) / f"plain{turn}.sqlite", given.rows)))
        took, late_s, erased_s = asyncio.run(kept_s(Path(folder) / "kept.sqlite", given.kept))
    group, single = (statistics.median(rates[name]) for name in ("ours", "plain"))
    print(f"{'questions logged a second, durably':45} {group:10.0f}")
    print(f"{'the same, one aiosqlite commit for each':45} {single:10.0f}   {group / single:.1f} times")
    print(f"{f'a review of 90 days, {given.kept:,} questions':45} {took:8.2f} s   others waited {late_s * 1000:.0f} ms")
    print(f"{'one of its 100 people erased':45} {erased_s:8.2f} s")


if __name__ == "__main__":
    main()
