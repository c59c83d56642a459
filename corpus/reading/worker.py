"""The process that understands files: bytes in, payloads out, over the socket that is its standard input.

It is given no file and no name to open, may use a bounded amount of memory and of processor time for each file, and
refuses itself whatever a reader of files has no business with, so that a parser that a file has taken over reaches
nothing. What must not live here: who starts and ends it (:mod:`corpus.reading.sandbox`).
"""

import json
import os
import resource
import sys
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from corpus.reading import payload
from corpus.reading.document import Document, read_documents
from corpus.reading.fingerprint import fingerprint
from corpus.reading.reasons import Reason, Refused
from corpus.results import Rejected

CPU_S = 20
"""How long a file may keep a processor busy; the slowest honest one seen took a quarter of it."""
MEMORY_BYTES = 320 * 2**20
"""How much memory reading may take beyond what the process has at its start."""
REQUEST_BYTES = 2**28
MEMORY_EXIT = 70
# A process that a file has made this large is replaced, since it would keep what it has; one that has met every format
# has 140 MB.
_KEPT_BYTES = 200 * 2**20
_WATCH_S = 0.05
_STATM = Path("/proc/self/statm")
_HAS_STATM = _STATM.exists()
_FORBIDDEN = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename"),
    *("os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate", "shutil.", "tempfile."),
)

Read = Callable[[bytes, str, str], tuple[Document | Rejected, ...]]


def main(read: Read = read_documents) -> None:
    """Answer until the other side closes the socket."""
    channel = _take_channel()
    _silence(2)
    resident_bytes = _resident()
    confine()
    channel.send_bytes(b"ready")
    too_large = False
    try:
        while not too_large:
            origin, suffix = json.loads(channel.recv_bytes(REQUEST_BYTES))
            data = channel.recv_bytes(REQUEST_BYTES)
            _cap_processor()
            answer = understand(data, origin, suffix, read)
            too_large = resident_bytes() > _KEPT_BYTES
            channel.send_bytes(b"1" if too_large else b"0")
            channel.send_bytes(answer)
    except MemoryError:
        os._exit(MEMORY_EXIT)
    except (OSError, EOFError):  # the other side is gone, which is the usual end
        pass


def understand(data: bytes, origin: str, suffix: str, read: Read = read_documents) -> bytes:
    """Return the payload of a file, whatever happens on the way."""
    try:
        return payload.encode(map(_fingerprinted, read(data, origin, suffix)), origin)
    except Refused as error:
        refused = error
    except MemoryError:
        refused = Refused(Reason.TOO_MUCH_MEMORY, str(MEMORY_BYTES))
    except Exception as error:  # noqa: BLE001  the edge: a parser may raise anything, and one file is the price
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
        refused = Refused(Reason.CRASHED, where)
    return payload.encode([refused.of(origin)], origin)


def confine() -> None:
    """Bound what this process may take and do from here on; cannot be undone."""
    for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        resource.setrlimit(limit, (0, 0))
    if _HAS_STATM:
        pages = int(_STATM.read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    else:  # macOS takes that limit and does not hold it: watched, as far as a parser lets a thread run
        threading.Thread(target=_watch_memory, args=(_peak_bytes() + MEMORY_BYTES,), daemon=True).start()
    roots = tuple(os.path.realpath(entry) + os.sep for entry in {*sys.path, sys.prefix, sys.base_prefix} if entry)
    sys.addaudithook(lambda event, args: _forbid(event, args, roots))


def _forbid(event: str, args: tuple[Any, ...], roots: tuple[str, ...]) -> None:
    """Raise PermissionError for what no reader of bytes needs; modules and their tables may be opened to be read."""
    if event == "open":
        path, _, flags = args
        if isinstance(path, int) or (
            not flags & (os.O_WRONLY | os.O_RDWR) and os.path.realpath(os.fsdecode(path)).startswith(roots)
        ):
            return
    elif not event.startswith(_FORBIDDEN) or event == "socket.__new__":
        return
    raise PermissionError(f"{event} is not for a reader of files")


def _fingerprinted(part: Document | Rejected) -> payload.Fingerprinted | Rejected:
    if isinstance(part, Rejected):
        return part
    return payload.Fingerprinted(document=part, fingerprint=fingerprint(part.article.text))


def _take_channel() -> Connection:
    """Return the connection, and leave nothing in its place that a stray print could reach."""
    channel = Connection(os.dup(0))
    _silence(0, 1)
    return channel


def _silence(*descriptors: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in descriptors:
        os.dup2(nothing, descriptor)
    os.close(nothing)


def _cap_processor() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + CPU_S, hard))


def _resident() -> Callable[[], int]:
    """Return what tells how large the process is; to be called while files may still be opened."""
    if not _HAS_STATM:
        return _peak_bytes
    # The peak would do, if Linux did not begin it with that of the process which started this one.
    statm = os.open(_STATM, os.O_RDONLY)
    return lambda: int(os.pread(statm, 100, 0).split()[1]) * resource.getpagesize()


def _watch_memory(most_bytes: int) -> None:
    while _peak_bytes() <= most_bytes:
        time.sleep(_WATCH_S)
    os._exit(MEMORY_EXIT)


def _peak_bytes() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
