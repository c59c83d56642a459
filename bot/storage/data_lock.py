"""The lock that the one writing process of a data folder holds: the running bot, or a command that changes its data."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import DataLocked, DataUnwritable

LOCK_NAME = "footnote.lock"


@contextmanager
def data_lock(data_dir: Path) -> Iterator[None]:
    """Make the data folder if need be and hold its lock; the system lets go of it when the process dies.

    Raises
    ------
    DataLocked
        When another process holds it.
    DataUnwritable
        When the folder or the lock's file cannot be written.
    """
    with DataUnwritable.of(data_dir):
        # Questions and the key of the user hashes lie here: nobody else's business on a shared machine.
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            held = FileLock(data_dir / LOCK_NAME, timeout=0, mode=0o600).acquire()
        except Timeout as error:
            raise DataLocked(data_dir) from error
    with held:
        yield
