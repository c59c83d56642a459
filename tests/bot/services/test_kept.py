"""What is kept of something costly: one at a time, for an hour, and nothing that an erasure came into."""

import asyncio

from bot.services.kept import KEPT_S, Kept


async def test_it_is_made_once_for_an_hour() -> None:
    """Two who ask at once share it; another key, an hour or a wish makes it anew."""
    now = [0.0]
    kept: Kept[int] = Kept(lambda: now[0])
    made = iter(range(100))

    async def make() -> int:
        await asyncio.sleep(0)
        return next(made)

    assert await asyncio.gather(kept.of("a", make), kept.of("a", make)) == [0, 0]
    assert await kept.of("b", make) == 1
    assert await kept.of("b", make, anew=True) == 2
    now[0] = KEPT_S - 1
    assert await kept.of("b", make) == 2
    now[0] = KEPT_S
    assert await kept.of("b", make) == 3
    kept.change(lambda value: -value)
    assert await kept.of("b", make) == -3


async def test_an_erasure_meanwhile_is_not_outlived() -> None:
    """Whoever waits is shown what was made, and nobody after them."""
    kept: Kept[str] = Kept()

    async def make() -> str:
        await kept.erase(["somebody"])
        return "what somebody asked"

    async def anew() -> str:
        return "what is left"

    assert await kept.of("a", make) == "what somebody asked"
    assert await kept.of("a", anew) == "what is left"
    await kept.erase(["somebody"])
    kept.change(str.upper)
    assert await kept.of("a", make) == "what somebody asked"
