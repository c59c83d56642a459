"""How long a reindex still takes, from how fast it goes. What must not live here: how that is worded."""

import math
import time
from collections import deque
from collections.abc import Callable

from corpus import Progress

_FIRST_S = 2.0
_FIRST_SHARE, _FIRST_DONE = 0.02, 12
_WINDOW_S = 30.0
_SAMPLE_S = 1.0
_STEPS_S = (10, 20, 30, 40, 50, 60)
_RISE = 1.5


class TimeLeft:
    """Estimates the rest of a stage: nothing in the first seconds, round figures, and none that jumps about.

    The rate is the lower one of the whole stage's and of the last half minute's: articles that have not changed pass in
    no time.

    Parameters
    ----------
    clock
        Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage = ""
        self._samples: deque[tuple[float, int]] = deque()
        self._began = (0.0, 0)
        self._told: int | None = None

    def after(self, progress: Progress) -> int | None:
        """Return the seconds that the stage still takes: tens up to a minute, then whole minutes; None if unknown."""
        now = self._clock(), progress.done
        if progress.stage != self._stage:
            self._stage, self._began, self._told = progress.stage, now, None
            self._samples = deque([now])
        elif now[0] - self._samples[-1][0] >= _SAMPLE_S:
            self._samples.append(now)
        while len(self._samples) > 1 and now[0] - self._samples[1][0] >= _WINDOW_S:
            self._samples.popleft()
        left_s = self._left_s(now, progress.total)
        if left_s is not None and (self._told is None or left_s < self._told or left_s >= _RISE * self._told):
            self._told = left_s
        return self._told

    def _left_s(self, now: tuple[float, int], total: int | None) -> int | None:
        done = now[1] - self._began[1]
        if not total or now[0] - self._began[0] < _FIRST_S or done < min(_FIRST_DONE, max(1, _FIRST_SHARE * total)):
            return None
        rates = [(now[1] - count) / (now[0] - at) for at, count in (self._began, self._samples[0]) if now[0] > at]
        if not min(rates):
            return None
        left_s = (total - now[1]) / min(rates)
        return next((step for step in _STEPS_S if left_s <= step), 60 * math.ceil(left_s / 60))
