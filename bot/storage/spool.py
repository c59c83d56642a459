"""Where log rows wait while the database cannot be written: a file of JSON lines, on disk before anyone relies on it.

What must not live here: when to write to it, and what becomes of the rows (:mod:`bot.storage.query_log`).
"""

import json
import logging
import os
import threading
from collections.abc import Sequence
from pathlib import Path

from bot.storage.rows import Columns, storable

_log = logging.getLogger(__name__)

Record = tuple[str, Columns]


class Spool:
    """Records of (table, columns) in the order that they came. Methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changing = threading.Lock()

    def append(self, records: Sequence[Record]) -> None:
        """Write records through to the disk.

        Raises
        ------
        OSError
            When they cannot be written; the file is then as it was.
        """
        with self._changing:
            _append(self._path, _lines(records))

    def exists(self) -> bool:
        """Tell whether anything waits."""
        return self._path.is_file()

    def read(self) -> tuple[list[Record], int]:
        """Return the records, and how many bytes they were read from, for :meth:`keep`.

        A line that is no record is left out with a warning; a missing file holds none.

        Raises
        ------
        OSError
            When the file cannot be read.
        """
        content = self._path.read_bytes() if self.exists() else b""
        records: list[Record] = []
        for line in filter(None, content.split(b"\n")):
            try:
                table, columns = json.loads(line)
                records.append((str(table), {str(name): storable(column) for name, column in columns.items()}))
            except (ValueError, TypeError, AttributeError):
                _log.warning("a line of %s is cut short and left out", self._path)
        return records, len(content)

    def keep(self, records: Sequence[Record], read_bytes: int) -> None:
        """Put records in the place of the first ``read_bytes``; what was appended since then stays.

        Raises
        ------
        OSError
            When the file cannot be written; it is then as it was.
        """
        with self._changing:
            rest = self._path.read_bytes()[read_bytes:] if self.exists() else b""
            draft = self._path.with_suffix(".draft")
            draft.unlink(missing_ok=True)
            if records or rest:
                _append(draft, _lines(records) + rest)
                draft.replace(self._path)
            else:
                self._path.unlink(missing_ok=True)


def _lines(records: Sequence[Record]) -> bytes:
    """Return records as lines; the leading line end closes a line that a crash cut short."""
    return ("".join("\n" + json.dumps(record, ensure_ascii=False) for record in records) + "\n").encode()


def _append(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        size_bytes = os.fstat(descriptor).st_size
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, size_bytes)
            raise
    finally:
        os.close(descriptor)
    if not size_bytes:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Let the name of a new file outlive a power cut as well."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
