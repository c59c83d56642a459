"""Processes that understand files and can be ended: one bad file costs one file.

What must not live here: what such a process does (:mod:`corpus.reading.worker`), and which files are read.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import Pipe
from pathlib import Path
from typing import Self

from corpus.errors import ReaderUnavailable
from corpus.reading.reasons import Reason, Refused
from corpus.reading.worker import MEMORY_EXIT

WALL_S = 60.0
"""How long a file may take by the clock; its processor time is bounded more tightly."""
WORKERS = 2
_START_S = 60.0
_ANSWER_BYTES = 2**27
_CODE = Path(__file__).parent.parent
# The packages' own faces import search and who-is, .5 s that a reader of files can do without.
_BARE = """
import json, sys, types
sys.path[:] = json.loads(sys.argv[1])
for name, folder in json.loads(sys.argv[2]).items():
    package = sys.modules[name] = types.ModuleType(name)
    package.__path__ = [folder]
"""
_START = "from corpus.reading.worker import main\nmain()"
# What the dynamic loader and Python's start need. No token, no proxy, nothing that is the bot's alone.
_ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class Sandbox:
    """Up to two worker processes, started when first needed and replaced when a file ends one.

    A context manager: leaving it ends the processes at once, also in the middle of a file.

    Parameters
    ----------
    wall_s
        How long a file may take.
    start
        The Python source that a worker runs.
    """

    def __init__(self, *, wall_s: float = WALL_S, start: str = _START) -> None:
        self._wall_s = wall_s
        self._start = start
        self._pool = ThreadPoolExecutor(min(WORKERS, os.cpu_count() or 1), thread_name_prefix="reading")
        self._of_thread = threading.local()
        self._lock = threading.Lock()
        self._workers: set[_Worker] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._closed = True
            workers = tuple(self._workers)
        for worker in workers:
            worker.process.kill()
        self._pool.shutdown(cancel_futures=True)
        for worker in workers:
            worker.end()

    def submit(self, data: bytes, origin: str, suffix: str) -> "Future[bytes]":
        """Have a file understood and return its payload to come.

        The result raises ``Refused`` with ``timed_out``, ``too_much_memory`` or ``crashed`` where the file has ended
        its process, and ReaderUnavailable where no process can be started.
        """
        return self._pool.submit(self._understand, data, origin, suffix)

    def _understand(self, data: bytes, origin: str, suffix: str) -> bytes:
        worker = self._worker()
        try:
            answer, is_last = worker.ask(data, origin, suffix, self._wall_s)
        except Refused:
            self._end(worker)
            raise
        if is_last:
            self._end(worker)
        return answer

    def _worker(self) -> "_Worker":
        """Return this thread's worker, another one where that is gone."""
        worker: _Worker | None = getattr(self._of_thread, "worker", None)
        if worker is not None and worker.process.poll() is None:
            return worker
        if worker is not None:
            self._end(worker)
        with self._lock:  # so that none is started behind the back of who closes
            if self._closed:
                raise Refused(Reason.CRASHED)
            worker = self._of_thread.worker = _Worker(self._start)
            self._workers.add(worker)
        worker.greet()
        return worker

    def _end(self, worker: "_Worker") -> None:
        self._of_thread.worker = None
        with self._lock:
            self._workers.discard(worker)
        worker.end()


class _Worker:
    """One process and the connection to it.

    Bytes alone cross it, never a pickle: the process may have been taken over by the file that it reads.
    """

    def __init__(self, start: str) -> None:
        ours, theirs = Pipe()
        packages = {"corpus": str(_CODE), "corpus.reading": str(_CODE / "reading")}
        path = [os.path.realpath(entry) for entry in sys.path if entry]
        command = [sys.executable, "-I", "-B", "-W", "ignore", "-c", _BARE + start, json.dumps(path)]
        try:
            self.process = subprocess.Popen(  # noqa: S603  our own interpreter and our own code
                [*command, json.dumps(packages)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                cwd="/",
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                # Ctrl-C in the terminal is ours, who then end it; in a session of its own our low priority would not
                # hold it back: Linux shares processors between sessions first (autogroup)
                process_group=0,
            )
        except OSError as error:
            ours.close()
            raise ReaderUnavailable(error.strerror or str(error)) from error
        finally:
            theirs.close()
        self._channel = ours

    def greet(self) -> None:
        """Wait until it is ready; raises ReaderUnavailable."""
        try:
            with self._killed_after(_START_S):
                self._channel.recv_bytes(len(b"ready"))
        except (OSError, EOFError) as error:
            self.end()
            raise ReaderUnavailable(f"exit code {self.process.returncode}") from error

    def ask(self, data: bytes, origin: str, suffix: str, wall_s: float) -> tuple[bytes, bool]:
        """Return the answer for a file and whether it is the last; raises Refused where the process did not live."""
        deadline_s = time.monotonic() + wall_s
        try:
            with self._killed_after(wall_s):
                self._channel.send_bytes(json.dumps([origin, suffix]).encode())
                self._channel.send_bytes(data)
                is_last = self._channel.recv_bytes(1) != b"0"
                return self._channel.recv_bytes(_ANSWER_BYTES), is_last
        except (OSError, EOFError) as error:
            if time.monotonic() >= deadline_s:
                raise Refused(Reason.TIMED_OUT, f"{wall_s:g}") from error
            raise self._fault() from error

    @contextlib.contextmanager
    def _killed_after(self, wall_s: float) -> Iterator[None]:
        """End the process, and with it any wait for it, unless the block ends first."""
        timer = threading.Timer(wall_s, self.process.kill)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _fault(self) -> Refused:
        """Return what became of the process."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(1)  # the socket closes a moment before the process is gone
        code = self.process.returncode
        if code == -signal.SIGXCPU:
            return Refused(Reason.TIMED_OUT)
        if code == MEMORY_EXIT:
            return Refused(Reason.TOO_MUCH_MEMORY)
        return Refused(Reason.CRASHED, None if code is None else f"signal {-code}" if code < 0 else f"exit code {code}")

    def end(self) -> None:
        """See to it that the process is gone."""
        self.process.kill()
        self.process.wait()
        self._channel.close()
