"""Copies of a database, made beside its writer, and how long they stay. What must not live here: when one is due."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from bot.whole_file import write_whole

FOLDER = "backups"
DRAFT = ".draft"
COPY_PREFIX = "review-"  # of the folders that `footnote review` copies the log into; a killed one leaves its own
_PROGRESS_STEPS = 1000  # well under a millisecond of copying


def now_ms() -> int:
    """Return the time in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def stamp() -> str:
    """Return the time in UTC as names of files bear it: year, month and day first."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")


def open_read_only(path: Path) -> sqlite3.Connection:
    """Return a connection that can neither write nor checkpoint, and so may stand beside the one that writes."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def copy_database(path: Path, copy: Path, stop: Callable[[], bool] = lambda: False) -> None:
    """Copy a database as it stands at this moment, private to its owner, while others write to it.

    Parameters
    ----------
    stop
        Asked every few milliseconds; once true, the copy is given up.

    Raises
    ------
    sqlite3.Error, OSError
        When it cannot be read or copied, or was given up; no copy is left then.
    """
    try:
        os.close(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
        with closing(open_read_only(path)) as connection:
            connection.set_progress_handler(stop, _PROGRESS_STEPS)
            connection.execute("VACUUM INTO ?", (str(copy),))
        with copy.open("rb") as file:
            os.fsync(file.fileno())
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def back_up(path: Path, stop: Callable[[], bool] = lambda: False) -> Path:
    """Copy a database into the backups beside it and return the copy; raises as :func:`copy_database`."""
    copy, draft = backup_names(path, stamp())
    copy_database(path, draft, stop)
    return draft.rename(copy)


def backup_names(path: Path, when: str) -> tuple[Path, Path]:
    """Return the names of a database's backup of some time, done and while it is made; their folder is there then."""
    folder = path.parent / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{path.name}.{when}", folder / f"{path.name}.{when}{DRAFT}"


def put_back(path: Path, newest_version: int) -> str | None:
    """Put the newest sound backup of a database, of no newer schema, into its place; return its name, or None."""
    for copy in sorted(_backups(path), key=_changed_ms, reverse=True):
        with suppress(sqlite3.Error, UnicodeDecodeError), closing(open_read_only(copy)) as connection:
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if found == "ok" and 0 < version <= newest_version:
                write_whole(path, copy.read_bytes())
                return copy.name
    return None


def newest_backup_ms(path: Path) -> int:
    """Return when the newest backup of a database was made, in milliseconds since 1970; 0 where there is none."""
    return max(map(_changed_ms, _backups(path)), default=0)


def _backups(path: Path) -> list[Path]:
    return [copy for copy in (path.parent / FOLDER).glob(f"{path.name}.*") if DRAFT not in copy.name]


def _changed_ms(path: Path) -> int:
    return int(path.stat().st_mtime * 1000)


def remove_older(path: Path, pattern: str, oldest_ms: float) -> None:
    """Remove the files and folders of a pattern beside a database that were changed before a moment."""
    for old in path.parent.glob(pattern):
        if old.stat().st_mtime * 1000 < oldest_ms:
            if old.is_dir():
                shutil.rmtree(old, ignore_errors=True)
            else:
                old.unlink(missing_ok=True)
