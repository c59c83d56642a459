"""Engines that find candidate passages, each behind :class:`corpus.index.engines.protocol.Engine`."""

from corpus.index.engines.protocol import Engine
from corpus.index.engines.rank_bm25 import RankBm25Engine
from corpus.index.store import Store

ENGINES = (RankBm25Engine.name,)


def choose_engine(wanted: str, passages: int) -> str:  # noqa: ARG001  # the size decides once there are two
    """Return the engine for an index of a size; ``auto`` chooses, a name is taken as it is.

    Raises
    ------
    ValueError
        No engine has that name.
    """
    name = RankBm25Engine.name if wanted == "auto" else wanted
    if name not in ENGINES:
        raise ValueError(f"no engine is called {wanted!r}; there are auto, {', '.join(ENGINES)}")
    return name


def open_engine(store: Store) -> Engine:
    """Open the engine that a build was made for."""
    choose_engine(store.manifest.engine, store.passages_total)
    return RankBm25Engine(store)
