"""Who belongs where, asked of Discord over REST, since the bot has no members intent.

What must not live here: who may do what.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.errors import MembershipUnknown

_log = logging.getLogger(__name__)
CACHE_S = 300.0
STRANGER_CACHE_S = 20.0  # somebody who was refused and then joins must not wait for long
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
        self._client: discord.Client
        self._members: dict[tuple[int, int], tuple[float, bool]] = {}
        self._owners: tuple[float, frozenset[int | None]] = (0.0, frozenset())

    def attach(self, client: discord.Client) -> None:
        """Use this client for every later question."""
        self._client = client

    def servers(self) -> list[int]:
        """Return the ids of the servers that the bot is in, as of the moment it is connected."""
        return [guild.id for guild in self._client.guilds]

    async def is_member(self, server_id: int, user_id: int) -> bool:
        """Tell whether somebody is in a server; a yes stands for five minutes, a no for twenty seconds.

        Raises
        ------
        MembershipUnknown
            Discord failed to answer; nothing is cached then.
        """
        until, member = self._members.get((server_id, user_id), (0.0, False))
        if self._clock() < until:
            return member
        member = await self._fetch_member(server_id, user_id)
        if len(self._members) >= CACHED_ANSWERS:
            self._members.clear()
        lasts_s = CACHE_S if member else STRANGER_CACHE_S
        self._members[server_id, user_id] = (self._clock() + lasts_s, member)
        return member

    async def is_owner(self, user_id: int) -> bool:
        """Tell whether somebody owns the application or works on it in its team; raises as ``is_member``."""
        if self._clock() >= self._owners[0]:
            with _asking():
                info = await self._client.application_info()
            owners = _team(info.team) if info.team else {info.owner.id}
            self._owners = (self._clock() + CACHE_S, frozenset(owners))
        return user_id in self._owners[1]

    async def _fetch_member(self, server_id: int, user_id: int) -> bool:
        """Ask Discord; a server that the bot cannot see knows nobody."""
        try:
            with _asking():
                await self._client.http.get_member(server_id, user_id)
        except (discord.NotFound, discord.Forbidden):
            return False
        return True


def _team(team: discord.Team) -> set[int | None]:
    """Return who of a team may change its application: neither those who only read, nor those who are invited."""
    works = (discord.TeamMemberRole.admin, discord.TeamMemberRole.developer)
    accepted = [each for each in team.members if each.membership_state is discord.TeamMembershipState.accepted]
    return {team.owner_id, *(each.id for each in accepted if each.role in works)}


@contextmanager
def _asking() -> Iterator[None]:
    """Turn a Discord that does not answer into an error of ours, which the operator finds in the log."""
    try:
        yield
    except (discord.NotFound, discord.Forbidden):
        raise
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        _log.warning("Discord does not say who belongs where: %s", type(error).__name__)
        raise MembershipUnknown from error
