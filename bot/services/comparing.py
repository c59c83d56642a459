"""Comparisons of builds in a process of their own, and the way back to a build that served before.

What must not live here: what is compared (:mod:`bot.services.compare`).
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Sequence
from functools import partial

from bot.errors import BuildGone, CompareFailed
from bot.services.child import PROGRAM, output_of
from bot.services.compare import Comparison, comparison_of
from bot.services.kept import Kept
from bot.services.library_host import LibraryHost
from bot.services.reindex_protocol import ReindexReport
from bot.settings import Settings
from corpus import Progress
from corpus.index.folder import build_lock, builds, make_current

_log = logging.getLogger(__name__)

COMMAND = (*PROGRAM, "compare", "--json")
LIMIT_S = 120.0


class Comparing:
    """Asks both builds what people asked, beside the answers that go on.

    Parameters
    ----------
    settings
        Where the builds and the log are.
    host
        Takes up a build that is to serve again.

    Attributes
    ----------
    kept
        The last comparison, which an erasure drops.
    """

    def __init__(self, settings: Settings, host: LibraryHost, *, command: Sequence[str] = COMMAND) -> None:
        self._settings = settings
        self._host = host
        self._command = tuple(command)
        self.kept: Kept[Comparison] = Kept()  # made by one process at a time, which holds both builds in memory

    async def following(
        self, steps: AsyncIterator[Progress | ReindexReport]
    ) -> AsyncIterator[Progress | ReindexReport | Comparison]:
        """Yield the steps of a reindex and then what it changed for the questions of the last 30 days, if known."""
        before = self._host.library
        async for step in steps:
            yield step
            if isinstance(step, ReindexReport) and before is not None and before.build != step.report.build:
                try:  # though no article changed: an alias may have
                    yield await self.between(before.build, step.report.build)
                except (CompareFailed, BuildGone) as error:  # the report stands by itself
                    _log.warning("the builds could not be compared: %s", str(error) or type(error).__name__)

    async def between(self, before: str, after: str) -> Comparison:
        """Return what two builds answer differently.

        Raises
        ------
        BuildGone
            One of them is not there any more.
        CompareFailed
            With what the other process said.
        """
        return await self.kept.of((before, after), partial(self._compared, before, after))

    async def _compared(self, before: str, after: str) -> Comparison:
        if not {before, after} <= {*await asyncio.to_thread(builds, self._settings.index_dir)}:
            raise BuildGone
        try:
            async with asyncio.timeout(LIMIT_S):
                said, complaint, _ = await output_of((*self._command, before, after), self._settings)
            return comparison_of(json.loads(said))
        except TimeoutError as error:
            raise CompareFailed("it took too long") from error
        except (ValueError, TypeError, KeyError) as error:
            raise CompareFailed(complaint) from error

    async def go_back(self, build: str) -> None:
        """Let a build serve again; answers under way finish on the other one.

        Raises
        ------
        BuildGone
            It is not there any more.
        BuildInProgress, IndexNotWritable
            As :func:`corpus.index.folder.build_lock`.
        """
        await asyncio.to_thread(self._point_to, build)
        await self._host.refresh()

    def _point_to(self, build: str) -> None:
        folder = self._settings.index_dir
        with build_lock(folder):
            if build not in builds(folder):
                raise BuildGone
            make_current(folder, build)
