"""Discord's ids: milliseconds since Discord's epoch, then 22 bits. What must not live here: who gets one."""

import time
from collections.abc import Callable

from discord.utils import DISCORD_EPOCH


class SnowflakeClock:
    """Makes ids that rise strictly, whatever the clock does.

    Parameters
    ----------
    clock
        Seconds since the epoch.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._last = 0

    def __call__(self) -> int:
        """Return the next id."""
        self._last = max(self._last + 1, (int(self._clock() * 1000) - DISCORD_EPOCH) << 22)
        return self._last
