"""How the processes that help a build begin and end. What must not live here: what they do."""

import multiprocessing
import os
import signal
import sqlite3
import threading
from collections.abc import Callable
from multiprocessing.connection import wait
from pathlib import Path

from corpus.errors import CorpusError


def apart(work: Callable[[Path], object], folder: Path) -> bool:
    """Let another process do something, which takes its memory with it; tell whether it could be started and did it."""
    process = multiprocessing.get_context("spawn").Process(target=_do, args=(work, folder))
    try:
        process.start()
    except OSError:
        return False
    try:
        process.join()
    finally:
        process.kill()
    return process.exitcode == 0


def bind_to_parent() -> None:
    """Go on until this process is ended by the one that started it, or with that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _do(work: Callable[[Path], object], folder: Path) -> None:
    bind_to_parent()
    try:
        work(folder)
    except (CorpusError, OSError, sqlite3.Error):  # the process that waits will meet it again, and tell of it
        os._exit(1)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
