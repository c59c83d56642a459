"""The library that serves: questions run on it in a small pool, and a new build takes its place between two of them.

What must not live here: what is asked, and how an index is built.
"""

import asyncio
import contextlib
import gc
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import TooBusy
from corpus import CorpusError, DamagedIndex, NewerIndex, NoIndex, current_build
from corpus.analysis.readings import load_readings
from corpus.index.folder import serving_order
from corpus.library import Library

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

WORKERS = 2
WAITING = 64
WATCH_EVERY_S = 2.0


@dataclass(slots=True)
class _Lease:
    """An open library with the number of calls on it, and whether it is out of service."""

    library: Library
    calls: int = 0
    retired: bool = False


class LibraryHost:
    """Holds the one reference to the library. All methods belong to one event loop.

    Parameters
    ----------
    index_dir
        The folder of builds; may be empty or missing until a build succeeds.
    workers, waiting
        How many questions are answered at once, and how many more may wait.

    Attributes
    ----------
    damage
        Why the current build does not serve, or serves though it is damaged, since no other can.
    damaged
        Set whenever a build is found that cannot serve, or not well; cleared by whoever waits for that.
    """

    def __init__(
        self, index_dir: Path, *, workers: int = WORKERS, waiting: int = WAITING, watch_every_s: float = WATCH_EVERY_S
    ) -> None:
        self._index_dir = index_dir
        self._most_calls = workers + waiting
        self._watch_every_s = watch_every_s
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="library")
        self._lease: _Lease | None = None
        self._calls: set[Future[Any]] = set()
        self._tried: str | None = None
        self._refreshing = asyncio.Lock()
        self.damage: DamagedIndex | NewerIndex | None = None
        self.damaged = asyncio.Event()

    @property
    def library(self) -> Library | None:
        """The library that serves now, or None before the first build."""
        return self._lease.library if self._lease else None

    @property
    def wants_build(self) -> bool:
        """Whether only another build helps: none serves, the one that does is damaged, or older rules made it.

        One that a newer version made is never replaced unasked.
        """
        if isinstance(self.damage, NewerIndex):
            return False
        library = self.library
        return library is None or library.outdated or (self.damage is not None and self.damage.build == library.build)

    async def call(self, question: Callable[[Library], _T]) -> _T:
        """Run a question on the library that serves at this moment, off the event loop.

        Where that turns out to be damaged, another build answers, and serves from then on.

        Raises
        ------
        TooBusy
            When too many wait already.
        NoIndex, DamagedIndex, NewerIndex
            When no library serves.
        """
        if self._lease is None:
            await self.refresh()  # the first build may be moments old
        lease = self._serving()
        try:
            return await self._run(question, lease)
        except DamagedIndex as damage:
            if not await self._replace_damaged(lease, damage):
                raise
        return await self._run(question, self._serving())

    def _serving(self) -> _Lease:
        if self._lease is None:
            # Raised again and again, the one exception would collect the frames of every question.
            raise self.damage.with_traceback(None) if self.damage else NoIndex(self._index_dir)
        return self._lease

    async def _run(self, question: Callable[[Library], _T], lease: _Lease) -> _T:
        if len(self._calls) >= self._most_calls:
            raise TooBusy
        loop = asyncio.get_running_loop()
        call = self._pool.submit(question, lease.library)
        lease.calls += 1
        self._calls.add(call)
        # The future of the pool, not this task, which may be cancelled while the library is still in use.
        call.add_done_callback(lambda done: loop.call_soon_threadsafe(self._ended, lease, done))
        return await asyncio.wrap_future(call)

    async def refresh(self) -> bool:
        """Take up the current build if it is another than the last one tried; tell whether one was taken up.

        A damaged one is told in the log and does not raise.
        """
        async with self._refreshing:
            current = await asyncio.to_thread(current_build, self._index_dir)
            if current is None or current == self._tried:
                return False
            self._tried = current
            try:
                library = await asyncio.to_thread(_opened, self._index_dir)
            except (DamagedIndex, NewerIndex) as error:
                self._tell(error)
                return False
            self._replace(_Lease(library))
            self._tell(library.damage)
            _log.info("the index build %s serves", library.build)
            return True

    async def _replace_damaged(self, lease: _Lease, damage: DamagedIndex) -> bool:
        """Let another build serve in the place of one that was found damaged; tell whether one does."""
        async with self._refreshing:
            if self._lease is lease:
                for build in await asyncio.to_thread(serving_order, self._index_dir):
                    with contextlib.suppress(CorpusError):
                        if build != lease.library.build:
                            self._replace(_Lease(await asyncio.to_thread(_opened, self._index_dir, build)))
                            break
                self._tell(damage)
            return self._lease is not lease

    async def watch(self) -> None:
        """Notice builds made by other processes, until cancelled; first load what would make all wait later."""
        await asyncio.to_thread(load_readings)
        gc.freeze()  # or looking through all that was loaded stops the loop for .1 s whenever it comes around
        while True:
            await asyncio.sleep(self._watch_every_s)
            try:
                await self.refresh()
            except Exception:  # noqa: BLE001 -- a background loop: one failure must not end it
                _log.exception("looking for a new index build failed")

    async def close(self) -> None:
        """Let calls under way end, drop those that wait, and close the library."""
        lease, self._lease = self._lease, None
        for call in tuple(self._calls):
            call.cancel()
        await asyncio.to_thread(self._pool.shutdown)
        if lease is not None:
            await asyncio.to_thread(lease.library.close)

    def _replace(self, lease: _Lease) -> None:
        old, self._lease = self._lease, lease
        if old is not None:
            old.retired = True
            self._close_if_done(old)

    def _ended(self, lease: _Lease, call: Future[Any]) -> None:
        self._calls.discard(call)
        lease.calls -= 1
        self._close_if_done(lease)

    def _close_if_done(self, lease: _Lease) -> None:
        """Close a library once it is out of service and the last call on it has ended; not on the loop's thread."""
        if lease.retired and not lease.calls:
            asyncio.get_running_loop().run_in_executor(None, lease.library.close)

    def _tell(self, damage: DamagedIndex | NewerIndex | None) -> None:
        """Note what is wrong with the current build, in the log once for each build."""
        known, self.damage = self.damage, damage
        if damage is not None and (known is None or known.build != damage.build):
            serves = self.library.build if self.library else damage.build
            serving = "no other can serve" if serves == damage.build else f"{serves} serves instead"
            _log.error("%s; %s until the next reindex", damage, serving)
            self.damaged.set()


def _opened(index_dir: Path, build: str | None = None) -> Library:
    """Open a library with what its first answers would load: nobody waits for that."""
    library = Library.open(index_dir, build)
    with contextlib.suppress(DamagedIndex):  # for the first question to find
        library.load()
    return library
