"""Engines that find candidate passages, each behind :class:`corpus.index.engines.protocol.Engine`."""

from pathlib import Path

from corpus.errors import Damage, DamagedIndex
from corpus.index.engines.protocol import Engine
from corpus.index.engines.rank_bm25 import RankBm25Engine
from corpus.index.store import Store

IN_MEMORY, ON_DISK = _ENGINES = "rank-bm25", "tantivy"
MOST_IN_MEMORY = 2_000
"""Passages up to which ``auto`` keeps all words in memory."""


def choose_engine(wanted: str, passages: int) -> str:
    """Return the engine for an index of a size; ``auto`` chooses, a name is taken as it is.

    Raises
    ------
    ValueError
        No engine has that name.
    """
    name = wanted
    if wanted == "auto":
        name = IN_MEMORY if passages <= MOST_IN_MEMORY else ON_DISK
    if name not in _ENGINES:
        raise ValueError(f"no engine is called {wanted!r}; there are auto, {', '.join(_ENGINES)}")
    return name


def write_engine(name: str, build: Path, before: Store | None, processes: int) -> None:
    """Write what an engine needs beside the store of a build; raises IndexNotWritable.

    ``before`` is a build by the same rules, whose files may serve again; ``processes`` is how many others may help.
    """
    if name == ON_DISK:
        from corpus.index.engines.tantivy import write_tantivy  # noqa: PLC0415  a small index never needs it

        same = before is not None and before.manifest.engine == name
        write_tantivy(build, before if same else None, processes)


def open_engine(store: Store) -> Engine:
    """Open the engine that a build was made for; raises DamagedIndex."""
    name = store.manifest.engine
    if name == IN_MEMORY:
        return RankBm25Engine(store)
    if name == ON_DISK:
        from corpus.index.engines.tantivy import TantivyEngine  # noqa: PLC0415  as above

        return TantivyEngine(store)
    raise DamagedIndex(store.manifest.build, Damage.ENGINE, detail=name)
