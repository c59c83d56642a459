"""A reindex in a process of its own, at low priority and without the token, one at a time.

What must not live here: reading and indexing (:mod:`bot.services.article_source`).
"""

import asyncio
import logging
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Sequence
from signal import Signals

from bot.errors import BotError, ReindexFailed, ReindexRunning
from bot.services.child import PROGRAM, end_child, last_line, start_child
from bot.services.library_host import LibraryHost
from bot.services.reindex_protocol import ReindexError, ReindexReport, decode
from bot.settings import Settings
from corpus import Progress

_log = logging.getLogger(__name__)

COMMAND = (*PROGRAM, "reindex", "--json-lines")
_KEPT_ERROR_BYTES = 4096

Step = Progress | ReindexReport


class Reindexing:
    """Starts the child, passes its progress on, and lets the host take the new build up."""

    def __init__(self, settings: Settings, host: LibraryHost, *, command: Sequence[str] = COMMAND) -> None:
        self._settings = settings
        self._host = host
        self._command = tuple(command)
        self._task: asyncio.Task[None] | None = None

    @property
    def running(self) -> bool:
        """Whether a reindex of this process is under way."""
        return self._task is not None and not self._task.done()

    async def run(self, *, wait: bool = False) -> AsyncIterator[Step]:
        """Reindex, yielding progress and at last the report; the new build serves by then.

        A caller that stops listening does not stop the reindex. With ``wait`` one that is under way is waited for:
        it may have read the folder before what was just changed there.

        Raises
        ------
        ReindexRunning
            When one is under way, here or in another process.
        ReindexFailed
            With the child's last sentence.
        """
        while self._task is not None and not self._task.done():
            if not wait:
                raise ReindexRunning
            await asyncio.wait({self._task})
        steps: asyncio.Queue[Step | BotError] = asyncio.Queue()
        self._task = asyncio.create_task(self._reindex(steps), name="reindex")
        while True:
            step = await steps.get()
            if isinstance(step, BotError):
                raise step
            yield step
            if isinstance(step, ReindexReport):
                return

    async def close(self) -> None:
        """End a reindex under way; the index stays as it was."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _reindex(self, steps: asyncio.Queue[Step | BotError]) -> None:
        try:
            report = await self._child(steps)
            await self._host.refresh()
            steps.put_nowait(report)
        except BotError as error:
            _log.warning("the reindex failed: %s", error or type(error).__name__)
            steps.put_nowait(error)
        except asyncio.CancelledError:
            steps.put_nowait(ReindexFailed("it was ended with the bot"))
            raise
        except Exception as error:  # noqa: BLE001 -- whoever listens must learn of the end
            _log.exception("the reindex failed")
            steps.put_nowait(ReindexFailed(str(error)))

    async def _child(self, steps: asyncio.Queue[Step | BotError]) -> ReindexReport:
        process = await start_child(self._command, self._settings)
        complaint = asyncio.create_task(_last_sentence(process))
        try:
            outcome = await _outcome(process, steps)
            await process.wait()
        finally:
            await end_child(process)
            sentence = await complaint
        if isinstance(outcome, ReindexReport):
            return outcome
        if isinstance(outcome, ReindexError) and outcome.type in ("BuildInProgress", "ReindexRunning"):
            raise ReindexRunning
        if outcome is not None:
            raise ReindexFailed(outcome.message) from outcome.original()
        raise ReindexFailed(sentence or _ending(process))


async def _outcome(process: Process, steps: asyncio.Queue[Step | BotError]) -> ReindexReport | ReindexError | None:
    """Pass progress on and return the report or error that the child ends with, None where it says neither."""
    outcome: ReindexReport | ReindexError | None = None
    if process.stdout is not None:
        async for line in process.stdout:
            message = decode(line)
            if isinstance(message, Progress):
                steps.put_nowait(message)
            elif message is not None:
                outcome = message
    return outcome


async def _last_sentence(process: Process) -> str:
    """Drain what the child complains of, keeping its last line."""
    tail = b""
    if process.stderr is not None:
        while chunk := await process.stderr.read(_KEPT_ERROR_BYTES):
            tail = (tail + chunk)[-_KEPT_ERROR_BYTES:]
    return last_line(tail)


def _ending(process: Process) -> str:
    code = process.returncode or 0
    return f"{Signals(-code).name}: it was killed" if code < 0 else f"exit code {code}: it ended without a report"
