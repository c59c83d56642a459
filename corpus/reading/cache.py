"""What files gave the last time, in one SQLite file, so that an unchanged folder is only hashed.

A cache is never an error: one that is locked or cannot be written is not used, a damaged one is begun anew.
What must not live here: how a file is understood.
"""

import contextlib
import functools
import hashlib
import sqlite3
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

_COMMIT_EVERY = 500
_CHECK_BYTES = 8
_SCHEMA = """
CREATE TEMP TABLE found (number INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS rules (version TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (
    number INTEGER PRIMARY KEY, origin TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, payload BLOB NOT NULL
);
"""
_RULES = ("reading/**/*.py", "reading/**/*.txt", "word_lists.py", "analysis/folding.py", "article.py")
# Libraries whose versions decide what a file gives, and this one for where its sources are not at hand.
_DISTRIBUTIONS = "footnote-discord markdown-it-py opencc pypinyin rensa trafilatura lxml pypdfium2"


class ReadingCache:
    """The payloads of one folder's files, by origin and content hash; with None for a path, one that keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._connection = None if path is None else _connect(path)
        self._uncommitted = 0

    def get(self, origin: str, digest: bytes) -> bytes | None:
        """Return the payload of a file with this content."""
        for number, stored in self._execute(
            "SELECT number, payload FROM files WHERE origin = ? AND digest = ?", origin, digest
        ):
            payload: bytes = stored[_CHECK_BYTES:]
            if stored[:_CHECK_BYTES] == _check(payload):
                self._execute("INSERT OR IGNORE INTO found VALUES (?)", number)
                return payload
        return None

    def put(self, origin: str, digest: bytes, payload: bytes) -> None:
        """Keep the payload of a file instead of what was kept for it."""
        self._execute(
            "REPLACE INTO files (origin, digest, payload) VALUES (?, ?, ?)", origin, digest, _check(payload) + payload
        )
        self._execute("INSERT INTO found VALUES (last_insert_rowid())")
        self._uncommitted += 1
        if self._uncommitted % _COMMIT_EVERY == 0:
            self._execute("COMMIT")
            self._execute("BEGIN IMMEDIATE")

    def drop_vanished(self) -> None:
        """Drop the files that were neither got nor put; for the end of a whole reading."""
        self._execute("DELETE FROM files WHERE number NOT IN found")

    def close(self) -> None:
        """Commit and close."""
        self._execute("COMMIT")
        self._abandon()

    def _execute(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a statement; none from the first fault on."""
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except (sqlite3.OperationalError, UnicodeDecodeError, OverflowError):
            self._abandon()
        except sqlite3.DatabaseError:
            self._abandon()
            _remove(self._path)
        return []

    def _abandon(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()


@functools.cache
def rules_version() -> str:
    """Return what changes whenever the same bytes may give something else: by the sources, so that none forgets it."""
    digest = hashlib.sha256(sys.version.encode())
    code = Path(__file__).parent.parent
    for source in sorted(path for pattern in _RULES for path in code.glob(pattern)):
        digest.update(source.relative_to(code).as_posix().encode() + b"\0" + source.read_bytes())
    for name in _DISTRIBUTIONS.split():
        with contextlib.suppress(metadata.PackageNotFoundError):
            digest.update(f"{name} {metadata.version(name)}\0".encode())
    return digest.hexdigest()


def _connect(path: Path) -> sqlite3.Connection | None:
    """Return the database, a damaged one begun anew; None where it cannot be used."""
    for _ in range(2):
        try:
            with contextlib.ExitStack() as opened:
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                # Used by one thread at a time: whichever asks for the next file.
                connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
                opened.callback(connection.close)
                _prepare(connection)
                opened.pop_all()
                return connection
        except (sqlite3.OperationalError, OSError, UnicodeDecodeError):
            return None
        except sqlite3.DatabaseError:
            _remove(path)
    return None


def _prepare(connection: sqlite3.Connection) -> None:
    """Lock the database and empty it of what other rules gave."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("PRAGMA synchronous = OFF")  # what a power cut takes is read again
    connection.execute("BEGIN IMMEDIATE")
    for statement in _SCHEMA.split(";"):
        connection.execute(statement)
    if connection.execute("SELECT version FROM rules").fetchall() != [(rules_version(),)]:
        connection.execute("DELETE FROM rules")
        connection.execute("DELETE FROM files")
        connection.execute("INSERT INTO rules VALUES (?)", (rules_version(),))


def _check(payload: bytes) -> bytes:
    return hashlib.blake2b(payload, digest_size=_CHECK_BYTES).digest()


def _remove(path: Path | None) -> None:
    for suffix in ("", "-journal"):
        with contextlib.suppress(OSError):
            Path(f"{path}{suffix}").unlink()
