"""A copy of the log for the desk: what reviewers may not read is taken out of it, and it is gone afterwards.

What must not live here: what is done with the copy.
"""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from bot.errors import DataUnreadable, LogDamaged, LogMissing
from bot.storage.backups import COPY_PREFIX, copy_database
from bot.storage.database import FAULTS, Value, damage_of
from bot.storage.log_reader import PUBLIC
from bot.storage.migrations import LOG_STEPS
from bot.storage.rows import FILTER_COLUMNS

COPY_NAME = "footnote.db"
_BLANK = ", ".join(("text = ''", "hits = '[]'", *(f"{name} = NULL" for name in FILTER_COLUMNS)))
_HIDE = (
    "PRAGMA secure_delete = ON",
    f"UPDATE events SET sentence = NULL WHERE query_id NOT IN (SELECT id FROM queries WHERE {PUBLIC})",  # noqa: S608 -- our own constants
    f"UPDATE queries SET {_BLANK} WHERE NOT {PUBLIC}",  # noqa: S608 -- the same
)


@contextmanager
def reviewable_copy(path: Path, *, private: bool) -> Iterator[Path]:
    """Yield a copy of the log as it stands, beside whoever writes it; removed at the end.

    Parameters
    ----------
    private
        Whether questions asked in direct messages or privately keep their words, filters and articles.

    Raises
    ------
    LogMissing, LogDamaged, DataUnreadable
        There is no log, it is damaged, or it cannot be read or copied.
    """
    with DataUnreadable.of(path, FAULTS):
        if not path.exists():
            raise LogMissing
        if found := damage_of(path, LOG_STEPS):
            raise LogDamaged(path, found)
        # In the data folder, and so on the disk and under the rights that the operator chose for it.
        folder = tempfile.TemporaryDirectory(prefix=COPY_PREFIX, dir=path.parent)
    with folder as name:
        copy = Path(name) / COPY_NAME
        with DataUnreadable.of(path, FAULTS):
            copy_database(path, copy)
            with closing(sqlite3.connect(copy)) as connection, connection:
                for statement in () if private else _HIDE:
                    connection.execute(statement)
        yield copy


def rows_of(copy: Path, table: str) -> Iterator[Sequence[Value]]:
    """Yield the names of a table's columns, then its rows, oldest first."""
    with closing(sqlite3.connect(copy)) as connection:
        rows = connection.execute(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608 -- one of two names of our own
        yield [column[0] for column in rows.description]
        yield from rows
