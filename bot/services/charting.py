"""A chart drawn in a process of its own, since what draws it takes 60 MB and half a second to import.

What must not live here: what is drawn with, and how it looks (:mod:`bot.render.chart`).
"""

import asyncio
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.services.child import output_of
from bot.settings import Settings

_log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "bot.render.chart")
LIMIT_S = 30.0
FOLDER = "chart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Words and figures of a chart: ``bars`` are (label, answered, without a result), from left to right."""

    title: str
    across: str
    up: str
    answered: str
    unanswered: str
    bars: tuple[tuple[str, int, int], ...]


class Charting:
    """Draws one chart at a time, beside the answers that go on.

    Parameters
    ----------
    settings
        Where the data folder is: what draws keeps its list of fonts there.
    """

    def __init__(self, settings: Settings, *, command: Sequence[str] = COMMAND) -> None:
        self._settings = settings
        self._command = tuple(command)
        self._turn = asyncio.Lock()
        self._told = False
        self._last: tuple[Chart, bytes] | None = None

    async def png(self, chart: Chart) -> bytes | None:
        """Return the picture, or None where it cannot be drawn in time, which the operator is told once."""
        try:
            async with asyncio.timeout(LIMIT_S), self._turn:
                if self._last is None or self._last[0] != chart:
                    self._last = chart, await self._drawn(chart)
        except (OSError, TimeoutError) as error:
            if not self._told:
                _log.warning("a review's chart could not be drawn: %s", error or type(error).__name__)
            self._told = True
            return None
        self._told = False
        return self._last[1]

    async def _drawn(self, chart: Chart) -> bytes:
        folder = self._settings.data_dir.absolute() / FOLDER
        command = (*self._command, json.dumps(asdict(chart)))
        picture, complaint, code = await output_of(command, self._settings, MPLCONFIGDIR=str(folder), MPLBACKEND="agg")
        if code or not picture:
            raise OSError(complaint)
        return picture
