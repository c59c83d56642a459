"""How the bot is: the index that serves, how fast answers are, how busy the event loop is, how large the log.

What must not live here: wording.
"""

import asyncio
import shutil
from collections import deque
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from bot.services.answers import Answers
from bot.services.article_source import Source, source_of
from bot.services.library_host import LibraryHost
from bot.services.reindexing import Reindexing
from bot.settings import Settings
from corpus import DamagedIndex, NewerIndex

LAG_EVERY_S = 0.5
LAG_SAMPLES = 600  # five minutes
LOW_MIB = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A moment of the bot; what is not known yet is None. ``built_at`` is ISO 8601 in UTC.

    ``damage`` is why the current build does not serve, or not well; ``building`` whether the next is being made;
    ``log_trouble`` and ``state_trouble`` are why the last write of either failed.
    """

    version: str
    build: str | None
    built_at: str | None
    engine: str | None
    articles: int
    passages: int
    outdated: bool
    damage: DamagedIndex | NewerIndex | None
    building: bool
    answer_ms: float | None
    lag_ms: float
    log_bytes: int
    source: Source
    log_trouble: str | None
    state_trouble: str | None
    free_mib: int


class Vitals:
    """Takes the measures.

    Parameters
    ----------
    host, answers, reindexing
        Whose index, answers and builds are looked at.
    settings
        Say where articles, index and log lie.
    """

    def __init__(self, host: LibraryHost, answers: Answers, reindexing: Reindexing, settings: Settings) -> None:
        self._host = host
        self._answers = answers
        self._reindexing = reindexing
        self._settings = settings
        self._lags_ms: deque[float] = deque(maxlen=LAG_SAMPLES)

    async def watch(self) -> None:
        """Measure by how much the event loop is late, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + LAG_EVERY_S
            await asyncio.sleep(LAG_EVERY_S)
            self._lags_ms.append(max(0.0, loop.time() - due) * 1000)

    async def status(self) -> Status:
        """Return how the bot is now; ``answer_ms`` is the median of the last answers, ``lag_ms`` the longest lag."""
        library, recent_ms, settings = self._host.library, self._answers.recent_ms, self._settings
        return Status(
            version=own_version(),
            build=library.build if library else None,
            built_at=library.built_at if library else None,
            engine=library.engine if library else None,
            articles=len(library.articles) if library else 0,
            passages=library.passages if library else 0,
            outdated=library is not None and library.outdated,
            damage=self._host.damage,
            building=self._reindexing.running,
            answer_ms=median(recent_ms) if recent_ms else None,
            lag_ms=max(self._lags_ms, default=0.0),
            log_bytes=await asyncio.to_thread(_size_bytes, settings.log_path),
            source=await asyncio.to_thread(source_of, settings.articles_dir, settings.data_dir),
            log_trouble=self._answers.log.trouble,
            state_trouble=self._answers.state.trouble,
            free_mib=await asyncio.to_thread(free_mib, settings.data_dir),
        )


def free_mib(folder: Path) -> int:
    """Return how much room is left where a folder lies, or is to lie."""
    folder = folder.absolute()
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free // 2**20


def own_version() -> str:
    """Return the version of this program, or "0" where it was never installed."""
    try:
        return version("footnote-discord")
    except PackageNotFoundError:
        return "0"


def _size_bytes(path: Path) -> int:
    """Return what a database takes on the disk, with what is not yet moved into it."""
    sides = (path, path.with_name(f"{path.name}-wal"))
    return sum(side.stat().st_size for side in sides if side.exists())
