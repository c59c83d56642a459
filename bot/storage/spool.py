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
            When they cannot be written. Some may stand there then; replaying ignores what is known already.
        """
        # The leading line end closes a line that a full disk or a crash cut short.
        text = "".join("\n" + json.dumps([table, columns], ensure_ascii=False) for table, columns in records) + "\n"
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> list[Record]:
        """Return the records; a line that is none is left out with a warning.

        Raises
        ------
        OSError
            When the file exists and cannot be read.
        """
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
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
