"""The index folder and its life: immutable builds, the one that serves, the lock, what is kept and what goes.

What must not live here: what a build holds.
"""

import errno
import os
import re
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import BuildInProgress, IndexNotWritable
from corpus.index.manifest import STORE_FILE, open_regular

_CURRENT = "current"
_LOCK = "build.lock"
_DRAFT = "draft-"
_BUILD_NAME = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{6}")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_WRITABLE = _NO_ROOM | {errno.EACCES, errno.EPERM, errno.EROFS}
_NOT_WRITABLE |= {errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ENOENT}
_SQLITE_NOT_WRITABLE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def current_build(folder: Path) -> str | None:
    """Return the name in ``current``, as it stands there; None if there is no such file.

    A name that no build can have is returned as "", as is one that cannot be read: the file is damaged.
    """
    try:
        with open_regular(folder / _CURRENT) as file:
            name = file.read(100).decode("utf-8", "replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return ""
    return name if _BUILD_NAME.fullmatch(name) else ""


def builds(folder: Path) -> list[str]:
    """Return the names of the builds in the folder, newest first, whole or damaged."""
    if not folder.is_dir():
        return []
    return sorted((path.name for path in folder.iterdir() if _BUILD_NAME.fullmatch(path.name)), reverse=True)


def serving_order(folder: Path) -> list[str]:
    """Return the builds in the order in which they are tried: the current one, then the others, newest first."""
    current = current_build(folder)
    return sorted(builds(folder), key=lambda name: name != current)


def new_build_name(now: datetime) -> str:
    """Return a name that sorts by time and is unique."""
    return f"{now.astimezone(UTC):%Y%m%dT%H%M%S%f}Z-{secrets.token_hex(3)}"


@contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Hold the folder's only right to build, making the folder first where there is none.

    Raises
    ------
    BuildInProgress
        Somebody else holds it.
    IndexNotWritable
        The folder, or anything written while the lock is held, cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / _LOCK, timeout=0):
            yield
    except Timeout as error:
        raise BuildInProgress(folder) from error
    except OSError as error:
        if error.errno not in _NOT_WRITABLE:
            raise
        raise IndexNotWritable(folder, error.strerror or str(error)) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _SQLITE_NOT_WRITABLE:
            raise
        raise IndexNotWritable(folder, str(error)) from error


@contextmanager
def draft_build(folder: Path, name: str) -> Iterator[Path]:
    """Yield a folder to write a build in; it is gone after an error, and published otherwise.

    It holds the store of a build whose process was ended, where there is one, and nothing else of it. Where this
    process is ended or interrupted, the folder stays for the next.
    """
    draft = folder / f"{_DRAFT}{name}"
    left = [path for path in folder.glob(f"{_DRAFT}*") if not path.is_symlink() and _outlasted(path / STORE_FILE)]
    if left:
        max(left, key=lambda path: path.name).rename(draft)
        for path in draft.iterdir():
            if path.name not in {STORE_FILE, f"{STORE_FILE}-journal"}:
                _remove(path)
    else:
        draft.mkdir()
    for path in folder.glob(f"{_DRAFT}*"):
        if path != draft:
            _remove(path)
    try:
        yield draft
    except Exception:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _outlasted(store: Path) -> bool:
    """Whether the machine has run on since a draft's store was written, which is synced only once it is whole."""
    machine_started_s = time.time() - time.monotonic()
    return store.is_file() and store.stat().st_mtime > machine_started_s


def publish(folder: Path, draft: Path, name: str) -> None:
    """Make a finished draft the build that serves. Killed at any point, one whole build serves: the old or the new."""
    for path in (*draft.rglob("*"), draft):
        _sync(path)
    draft.rename(folder / name)
    _sync(folder)
    make_current(folder, name)


def make_current(folder: Path, name: str) -> None:
    """Let a build of the folder serve from now on; the caller holds the right to build."""
    pointer = folder / f"{_DRAFT}{_CURRENT}"
    pointer.write_text(f"{name}\n", encoding="utf-8")
    _sync(pointer)
    pointer.replace(folder / _CURRENT)
    _sync(folder)


def remove_leftovers(folder: Path, keep: set[str]) -> None:
    """Remove the drafts of builds that were ended, and the builds that are not to be kept."""
    for path in folder.iterdir():
        if path.name.startswith(_DRAFT) or (_BUILD_NAME.fullmatch(path.name) and path.name not in keep):
            _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
