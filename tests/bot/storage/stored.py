"""What a database holds, read beside a writer at work."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.services.ports import EventRow, QueryRow
from bot.storage.rows import column_names
from corpus import Filters


def read_queries(path: Path) -> list[QueryRow]:
    """Return the questions that the log at ``path`` holds, oldest first."""
    return [_query(**columns) for columns in _read(path, QueryRow, "queries")]


def read_events(path: Path) -> list[EventRow]:
    """Return the presses that the log at ``path`` holds, oldest first."""
    return [EventRow(**columns) for columns in _read(path, EventRow, "events")]


def commits(wal: Path) -> int:
    """Return how many transactions a write-ahead log holds: its frames say of how many pages the database is then."""
    content = wal.read_bytes()
    frame = 24 + int.from_bytes(content[8:12], "big")
    return sum(content[at + 4 : at + 8] != bytes(4) for at in range(32, len(content), frame))


def holding(folder: Path, *words: str) -> set[str]:
    """Return the names of the files in a folder that hold any of these words."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files for word in words if word.encode() in path.read_bytes()}


def _query(*, hits: str, private: int, **columns: object) -> QueryRow:
    filters = {name.removeprefix("filter_"): columns.pop(name) for name in [*columns] if name.startswith("filter_")}
    scored = tuple((article_id, score) for article_id, score in json.loads(hits))
    return QueryRow(**columns, hits=scored, private=bool(private), filters=Filters(**filters))


def _read(path: Path, kind: type, table: str) -> list[dict[str, object]]:
    names = column_names(kind)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")  # noqa: S608 -- our own names
        return [dict(zip(names, row, strict=True)) for row in rows]
