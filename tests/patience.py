"""Waiting for what sets no event: a file, a thread, another process."""

import asyncio
from collections.abc import Callable

GUARD_S = 100.0
"""Against hanging alone: ten times and more what anything waited for takes on a busy machine."""
PATIENT_S = 30.0
"""How long a first response may take in a test: a busy machine is no reason to miss Discord's three seconds."""


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(GUARD_S):
        while not holds():  # noqa: ASYNC110 -- nobody sets an event for it
            await asyncio.sleep(0.01)
