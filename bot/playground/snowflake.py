"""Discord's ids: milliseconds since Discord's epoch, then 22 bits. What must not live here: who gets one."""

from collections.abc import Callable

from discord.utils import DISCORD_EPOCH

from bot.storage.backups import now_ms as clock_ms


class SnowflakeClock:
    """Makes ids that rise strictly, whatever the clock does.

    Parameters
    ----------
    now_ms
        Returns milliseconds since the Unix epoch.
    """

    def __init__(self, now_ms: Callable[[], int] = clock_ms) -> None:
        self._now_ms = now_ms
        self._last = 0

    def __call__(self) -> int:
        """Return the next id."""
        self._last = max(self._last + 1, (self._now_ms() - DISCORD_EPOCH) << 22)
        return self._last
