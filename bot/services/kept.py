"""Something costly that managers look at for a while. What must not live here: what it is."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")

KEPT_S = 3600.0


class Kept(Generic[T]):
    """The last value of its kind, for an hour at most; no erasure leaves it standing, whoever asked what it shows.

    Parameters
    ----------
    clock
        Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last: tuple[Hashable, float, T] | None = None
        self._erasures = 0
        self._turn = asyncio.Lock()

    async def of(self, key: Hashable, make: Callable[[], Awaitable[T]], *, anew: bool = False) -> T:
        """Return what is kept under a key, or else make it, one at a time; raises as ``make``."""
        async with self._turn:
            if self._last is not None and not anew:
                kept_key, until, value = self._last
                if kept_key == key and self._clock() < until:
                    return value
            erasures = self._erasures
            made = await make()
            self._last = (key, self._clock() + KEPT_S, made) if erasures == self._erasures else None
            return made

    def change(self, change: Callable[[T], T]) -> None:
        """Put another value in the place of the one that is kept, if any."""
        if self._last is not None:
            key, until, value = self._last
            self._last = key, until, change(value)

    async def of_person(self, _user_keys: Collection[str], /) -> dict[str, list[dict[str, object]]]:
        """Return nothing: what is shown here is the log's, which returns it."""
        return {}

    async def erase(self, _user_keys: Collection[str], /) -> None:
        """Keep nothing any longer, nor what is being made."""
        self._erasures += 1
        self._last = None
