"""How often the client connects and identifies.

discord.py paces neither: 200 connects a second were seen, and past 1,000 IDENTIFYs in 24 hours Discord resets the
token.
"""

import asyncio
import json
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable

from bot.errors import BotError, DiscordUnreachable
from bot.services.ports import StateStore

_log = logging.getLogger(__name__)

IDENTIFIES = "identifies"
IDENTIFIES_A_DAY = 900
DAY_S = 86_400.0
WINDOW_S = 300.0
CONNECT_WAIT_S = 15.0
IDENTIFY_WAIT_S = 40.0  # together below the 60 s after which discord.py gives a connection up


class ConnectionPace:
    """Spaces connects and IDENTIFYs, and stops before the daily budget is spent; the budget outlives a restart.

    Parameters
    ----------
    state
        Keeps when the client identified.
    clock
        Seconds since the epoch.
    sleep
        Waits for seconds.
    """

    def __init__(
        self,
        state: StateStore,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._state = state
        self._clock = clock
        self._sleep = sleep
        self._connects: deque[float] = deque(maxlen=64)
        self._identifies: deque[float] = deque(maxlen=64)
        self._spent: list[float] = [0, 0]  # since when, and how much of the budget

    async def before_connect(self) -> None:
        """Wait before a connection: not at all for the first two within five minutes, then 1, 2, 4 … 15 s."""
        await self._space(self._connects, free=2, first_s=1.0, longest_s=CONNECT_WAIT_S)

    async def before_identify(self) -> None:
        """Wait before an IDENTIFY: not for the first within five minutes, then 5, 10, 20, 40 s.

        Raises
        ------
        DiscordUnreachable
            The day's budget is spent: identifying on would cost the token.
        """
        await self._space(self._identifies, free=1, first_s=5.0, longest_s=IDENTIFY_WAIT_S)
        since, count = max(json.loads(await self._state.value(IDENTIFIES) or "[0, 0]"), self._spent)
        if not 0 <= self._clock() - since < DAY_S:
            since, count = self._clock(), 0
        if count >= IDENTIFIES_A_DAY:
            raise DiscordUnreachable(f"{count} sessions were opened within a day, and more would cost the token")
        self._spent = [since, count + 1]
        try:
            await self._state.put_value(IDENTIFIES, json.dumps(self._spent))
        except BotError as error:  # a full disk ends no connection
            _log.warning("until the next start alone it is known how often the bot identified today: %s", error)

    async def _space(self, times: deque[float], *, free: int, first_s: float, longest_s: float) -> None:
        """Wait as the number of times within the window demands, and note this one."""
        recent = sum(self._clock() - at < WINDOW_S for at in times)
        if recent >= free:
            await self._sleep(min(longest_s, first_s * 2.0 ** (recent - free)))
        times.append(self._clock())
