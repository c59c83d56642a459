"""Where articles stand in a store: positions in their order, with room for those that come between two later."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

_ROOM: Final = 2**16  # between the positions of two articles, for those that come between them later
_STEPS: Final = 2**10


class Places:
    """Positions in the order of the articles, with room between them: what comes between two moves none."""

    def __init__(self, taken: Iterable[int]) -> None:
        self._taken = array("q", sorted(taken))
        self._last = 0

    def keep(self, position: int) -> bool:
        """Whether the next article may stand at a position that it has."""
        if position <= self._last:
            return False
        self._last = position
        return True

    def next(self) -> int:
        """Return a position for the next article; where there is no room, what stands behind is overtaken."""
        at = bisect_right(self._taken, self._last)
        while at < len(self._taken) and self._taken[at] - self._last < 2:
            self._last = self._taken[at]
            at += 1
        room = self._taken[at] - self._last if at < len(self._taken) else _STEPS * _ROOM
        self._last += min(_ROOM, max(1, room // _STEPS))
        return self._last
