"""Where log rows wait while the database cannot be written: a file of JSON lines, on disk before anyone relies on it.

What must not live here: when to write to it, and what becomes of the rows (:mod:`bot.storage.query_log`).
"""

import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path

from bot.storage.rows import Columns

_log = logging.getLogger(__name__)

Record = tuple[str, Columns]


class Spool:
    """Records of (table, columns) in the order that they came."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, records: Sequence[Record]) -> None:
        """Write records through to the disk.

        Raises
        ------
        OSError
            When they cannot be written; the file is then as it was.
        """
        # The leading line end closes a line that a crash cut short.
        text = "".join("\n" + json.dumps([table, columns], ensure_ascii=False) for table, columns in records) + "\n"
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            size_bytes = os.fstat(descriptor).st_size
            try:
                rest = memoryview(text.encode())
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
                os.fsync(descriptor)
            except OSError:
                os.ftruncate(descriptor, size_bytes)
                raise
        finally:
            os.close(descriptor)

    def exists(self) -> bool:
        """Tell whether anything waits."""
        return self._path.is_file()

    def read(self) -> list[Record]:
        """Return the records; a line that is none is left out with a warning.

        Raises
        ------
        OSError
            When the file is missing or cannot be read.
        """
        lines = self._path.read_bytes().split(b"\n")
        records: list[Record] = []
        for line in filter(None, lines):
            try:
                table, columns = json.loads(line)
                records.append((str(table), dict(columns)))
            except (ValueError, TypeError):
                _log.warning("a line of %s is cut short and left out", self._path)
        return records

    def clear(self) -> None:
        """Remove the file, once its records are in the database."""
        self._path.unlink(missing_ok=True)
