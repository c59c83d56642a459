"""Read-only views of the query log, for whoever reviews or tests it beside a writer at work."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from bot.services.ports import EventRow, QueryRow
from bot.storage.rows import column_names, value_of

_T = TypeVar("_T", QueryRow, EventRow)


def read_queries(path: Path) -> list[QueryRow]:
    """Return the questions that the log at ``path`` holds, oldest first.

    Raises
    ------
    sqlite3.Error
        When there is no log, or it cannot be read.
    """
    return _read(path, QueryRow, "queries")


def read_events(path: Path) -> list[EventRow]:
    """Return the presses that the log at ``path`` holds, oldest first; raises as :func:`read_queries`."""
    return _read(path, EventRow, "events")


def _read(path: Path, kind: type[_T], table: str) -> list[_T]:
    names = column_names(kind)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")  # noqa: S608 -- our own constants
        return [value_of(kind, dict(zip(names, row, strict=True))) for row in rows]
