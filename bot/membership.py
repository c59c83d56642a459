"""Who belongs where, asked of Discord over REST, since the bot has no members intent.

What must not live here: who may do what.
"""

import time
from collections.abc import Callable

import discord

MEMBER_CACHE_S = 300.0
CACHED_ANSWERS = 10_000


class DiscordMembership:
    """Implements :class:`bot.services.ports.Membership` with the client that is attached later.

    The gate needs a membership and the client needs the gate; ``attach`` closes the circle.

    Parameters
    ----------
    clock
        Monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._client: discord.Client | None = None
        self._members: dict[tuple[int, int], tuple[float, bool]] = {}
        self._owners: tuple[float, frozenset[int]] | None = None

    def attach(self, client: discord.Client) -> None:
        """Use this client for every later question."""
        self._client = client

    async def is_member(self, server_id: int, user_id: int) -> bool:
        """Tell whether somebody is in a server; asked at most every five minutes.

        Raises
        ------
        discord.HTTPException
            Discord failed to answer; nothing is cached then.
        """
        cached = self._members.get((server_id, user_id))
        if cached is not None and self._clock() < cached[0]:
            return cached[1]
        member = await self._fetch_member(server_id, user_id)
        if len(self._members) >= CACHED_ANSWERS:
            self._members.clear()
        self._members[server_id, user_id] = (self._clock() + MEMBER_CACHE_S, member)
        return member

    async def is_owner(self, user_id: int) -> bool:
        """Tell whether somebody owns the application or is in its team."""
        if self._owners is None or self._clock() >= self._owners[0]:
            info = await self._attached().application_info()
            owners = {member.id for member in info.team.members} if info.team else {info.owner.id}
            self._owners = (self._clock() + MEMBER_CACHE_S, frozenset(owners))
        return user_id in self._owners[1]

    async def _fetch_member(self, server_id: int, user_id: int) -> bool:
        """Ask Discord; a server that the bot cannot see knows nobody."""
        try:
            await self._attached().http.get_member(server_id, user_id)
        except (discord.NotFound, discord.Forbidden):
            return False
        return True

    def _attached(self) -> discord.Client:
        """Return the client, which the wiring attaches before anything is asked."""
        if self._client is None:
            raise RuntimeError("no client is attached")
        return self._client
