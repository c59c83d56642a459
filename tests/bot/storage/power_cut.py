"""Stands in for a machine that loses power: records what SQLite writes and syncs, and cuts the log at many moments.

Called as ``python power_cut.py PATH LEVEL``, with a level of ``synchronous``; prints a line of JSON for each cut: the
last row acknowledged by then, how many of those up to it are missing after the cut, and what SQLite says of the file.

What was written since the last sync of a file may or may not have reached the disk, in any order, so that at a cut a
random half of it did. The recorder sits in SQLite's own VFS: the write, truncate and sync of every file are called
through it.
"""

import asyncio
import ctypes
import json
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.services.ports import QueryRow
from bot.storage import database
from bot.storage.query_log import SqliteQueryLog
from corpus import Filters

ROWS, GROUP, CUTS = 900, 3, 30
Change = Callable[[bytearray], None]
_PTR, _INT, _I64 = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
# The places of function pointers in sqlite3_vfs and sqlite3_io_methods (sqlite3.h), on machines of 64 bits.
_Z_NAME, _X_OPEN, _X_WRITE, _X_TRUNCATE, _X_SYNC, _METHODS_BYTES = 24, 40, 24, 32, 40, 152
_OPEN = ctypes.CFUNCTYPE(_INT, _PTR, _PTR, _PTR, _INT, _PTR)
_WRITE = ctypes.CFUNCTYPE(_INT, _PTR, _PTR, _INT, _I64)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _PTR, _I64)
_SYNC = ctypes.CFUNCTYPE(_INT, _PTR, _INT)


@dataclass
class Disk:
    """What of a file has surely reached the disk, and what has not yet."""

    durable: bytearray
    pending: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        """Let everything reach it."""
        for change in self.pending:
            change(self.durable)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random) -> bytes:
        """Return the file as a power cut leaves it."""
        left = bytearray(self.durable)
        for change in self.pending:
            if chance.random() < 0.5:
                change(left)
        return bytes(left)


class Recorder:
    """Follows the files of one database."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.disks: dict[str, Disk] = {}
        self.operations = 0
        self.after: Callable[[], None] = lambda: None
        self._kept: list[Any] = []

    def install(self) -> None:
        """Put the recorder between SQLite and its default VFS."""
        place = ctypes.c_void_p.from_address(default_vfs() + _X_OPEN)
        genuine = _OPEN(place.value)

        def opened(vfs: int, at: int | None, file: int, flags: int, out: int) -> int:
            code = genuine(vfs, at, file, flags, out)  # SQLite keeps the name where it is, so it is not copied
            name = ctypes.string_at(at).decode() if at else ""
            if code == 0 and name.startswith(str(self.path)):
                self._follow(file, name)
            return int(code)

        place.value = ctypes.cast(self._keep(_OPEN(opened)), _PTR).value

    def _keep(self, value: Any) -> Any:
        self._kept.append(value)
        return value

    def _follow(self, file: int, name: str) -> None:
        disk = self.disks.setdefault(name, Disk(bytearray(Path(name).read_bytes())))
        methods = ctypes.c_void_p.from_address(file)
        own = self._keep(ctypes.create_string_buffer(ctypes.string_at(methods.value, _METHODS_BYTES), _METHODS_BYTES))

        def replaced(place: int, kind: Any, change: Callable[..., None]) -> None:
            pointer = ctypes.c_void_p.from_buffer(own, place)
            genuine = kind(pointer.value)

            def called(file: int, *given: int) -> int:
                change(*given)
                self.operations += 1
                self.after()
                return int(genuine(file, *given))

            pointer.value = ctypes.cast(self._keep(kind(called)), _PTR).value

        replaced(_X_WRITE, _WRITE, lambda data, size, at: disk.pending.append(_writing(data, size, at)))
        replaced(_X_TRUNCATE, _TRUNCATE, lambda size: disk.pending.append(_truncating(size)))
        replaced(_X_SYNC, _SYNC, lambda _flags: disk.sync())
        methods.value = ctypes.addressof(own)


def default_vfs() -> int:
    """Return the address of the VFS that files are opened by, whether or not Python lets its SQLite's names be seen.

    The first field of a connection is its ``sqlite3``, whose first field is its VFS (connection.h, sqliteInt.h).
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        handle = ctypes.c_void_p.from_address(id(connection) + object.__basicsize__)
        vfs = int(ctypes.c_void_p.from_address(handle.value or 0).value or 0)
    name = ctypes.c_char_p.from_address(vfs + _Z_NAME).value
    assert name == b"unix", "another layout must not be written to"
    return vfs


def _writing(data: int, size: int, at: int) -> Change:
    content = ctypes.string_at(data, size)

    def change(target: bytearray) -> None:
        target.extend(bytes(max(0, at + size - len(target))))
        target[at : at + size] = content

    return change


def _truncating(size: int) -> Change:
    def change(target: bytearray) -> None:
        del target[size:]

    return change


def judged(images: dict[str, bytes], acknowledged: int) -> dict[str, object]:
    """Say what a start after the cut would find."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in images.items():
            (Path(folder) / Path(name).name).write_bytes(content)
        with closing(sqlite3.connect(next(Path(folder).glob("*.sqlite")))) as connection:
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'queries'").fetchone()[0]
            kept = {row for (row,) in connection.execute("SELECT id FROM queries")} if tables else set()
    return {"acknowledged": acknowledged, "missing": len({*range(1, acknowledged + 1)} - kept), "integrity": whole}


async def main(path: Path, level: str) -> None:
    """Write rows, cut at random moments, and tell of each."""
    database.PRAGMAS = ("journal_mode = WAL", f"synchronous = {level}", "secure_delete = ON")
    recorder, chance, cuts = Recorder(path), random.Random(5), []  # noqa: S311 -- the same cuts each time
    recorder.install()
    log = SqliteQueryLog(path, retention_days=1, clock_ms=lambda: 0)
    await log.open()
    acknowledged = 0
    row = QueryRow(
        id=0, asked_at_ms=0, kind="search", way_in="command", server_id=None, channel_id=None, user_key=None,
        locale=None, language=None, text="灯" * 700, filters=Filters(), private=False, outcome="nothing", hits=(),
        latency_ms=1.0, build=None, error=None,
    )  # fmt: skip

    def cut() -> None:
        if chance.random() < CUTS / ROWS / 4:
            there = {name: disk for name, disk in recorder.disks.items() if Path(name).exists()}
            cuts.append(({name: disk.after_a_cut(chance) for name, disk in there.items()}, acknowledged))

    recorder.after = cut
    for number in range(1, ROWS + 1):
        log.record(replace(row, id=number))
        if number % GROUP == 0:
            await log.flush()
            acknowledged = number
    recorder.after = lambda: None
    await log.close()
    for images, known in cuts:
        print(json.dumps(judged(images, known)))  # noqa: T201 -- the parent reads it


asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
