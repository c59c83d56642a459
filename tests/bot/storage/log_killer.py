"""Kills a bot's log again and again, at random moments, and says after each time what is left.

Called as ``python log_killer.py PATH CYCLES``; each cycle is a process forked from this one, which has loaded
everything. Prints a line of JSON a cycle: rows told to be on disk, those of them that are missing, what SQLite says.
"""

import asyncio
import json
import os
import random
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from bot.storage.spool import Spool
from tests.bot.storage.log_writer import main


def killed(path: Path, first: int, lines: int) -> int:
    """Run a writer from a row on, kill it once it has told of so many, and return the last that it told."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(writing, 1)
        os.close(reading)
        asyncio.run(main(path, first, None))
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        for _ in range(lines):
            last = int(told.readline())
        os.kill(pid, signal.SIGKILL)
        last = max([last, *(int(line) for line in told if line.endswith("\n"))])
    os.waitpid(pid, 0)
    return last


def kept(path: Path) -> tuple[set[int], str]:
    """Return the rows in the database and in the spool, and what SQLite finds wrong with the former."""
    waiting, _ = Spool(path.with_suffix(".spool.jsonl")).read()
    with closing(sqlite3.connect(path)) as connection:
        rows = {row for (row,) in connection.execute("SELECT id FROM queries")}
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return rows | {int(str(columns["id"])) for _, columns in waiting}, whole


def run(path: Path, cycles: int) -> None:
    """Kill, look, and go on from where the last one ended."""
    chance, last = random.Random(cycles), 0  # noqa: S311 -- the same numbers each time
    for _ in range(cycles):
        first = last + 1
        last = killed(path, first, chance.randint(1, 12))
        rows, whole = kept(path)
        missing = len({*range(1, last + 1)} - rows)
        print(json.dumps({"told": last + 1 - first, "missing": missing, "integrity": whole}), flush=True)  # noqa: T201 -- the parent reads it
        last = max(rows)


run(Path(sys.argv[1]), int(sys.argv[2]))
