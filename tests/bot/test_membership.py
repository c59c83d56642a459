"""Who belongs where, asked over REST of a loopback Discord."""

from contextlib import asynccontextmanager

import discord
import pytest
from aiohttp import web

from bot.errors import MembershipUnknown
from bot.membership import CACHE_S, STRANGER_CACHE_S, DiscordMembership
from bot.playground.errors import json_response
from bot.playground.loopback import LoopbackDiscord
from bot.playground.payloads import application_payload, user_payload


class Counted:
    """A loopback Discord that counts requests by path."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.fail = False
        self.application: dict[str, object] | None = None

    @asynccontextmanager
    async def membership(self, now):
        @web.middleware
        async def count(request, handler):
            self.paths.append(request.path)
            if self.application and request.path.endswith("/oauth2/applications/@me"):
                return json_response(self.application)
            return web.json_response({}, status=503) if self.fail else await handler(request)

        loopback = LoopbackDiscord(middlewares=[count])
        await loopback.start()
        client = discord.Client(intents=discord.Intents.none())
        with loopback.route():
            await client.login("a token")
            membership = DiscordMembership(clock=lambda: now[0])
            membership.attach(client)
            self.paths.clear()
            yield membership, loopback.world
            await client.close()
        await loopback.close()


async def test_members_are_asked_for_once_in_five_minutes() -> None:
    """An answer is kept for a while and then asked anew: a no not for long, since somebody may have joined."""
    counted, now = Counted(), [0.0]
    async with counted.membership(now) as (membership, world):
        for _ in range(3):
            assert await membership.is_member(world.home.id, world.named("member").id)
            assert not await membership.is_member(world.home.id, world.named("stranger").id)
        assert len(counted.paths) == 2
        now[0] += STRANGER_CACHE_S
        await membership.is_member(world.home.id, world.named("member").id)
        assert len(counted.paths) == 2
        await membership.is_member(world.home.id, world.named("stranger").id)
        assert len(counted.paths) == 3
        now[0] += CACHE_S
        await membership.is_member(world.home.id, world.named("member").id)
        assert len(counted.paths) == 4


async def test_a_discord_that_fails_is_no_verdict() -> None:
    """Nobody is called a stranger, or an owner, because Discord did not answer; the next question asks it again."""
    counted = Counted()
    async with counted.membership([0.0]) as (membership, world):
        counted.fail = True
        with pytest.raises(MembershipUnknown):
            await membership.is_member(world.home.id, world.named("member").id)
        with pytest.raises(MembershipUnknown):
            await membership.is_owner(world.owner.id)
        counted.fail = False
        assert await membership.is_member(world.home.id, world.named("member").id)
        assert await membership.is_owner(world.owner.id)


async def test_a_server_that_the_bot_cannot_see_knows_nobody() -> None:
    """A home server that the bot was thrown out of admits nobody by message."""
    async with Counted().membership([0.0]) as (membership, world):
        assert not await membership.is_member(1, world.named("member").id)


async def test_the_owner_is_known() -> None:
    """Who owns the application may manage it from anywhere."""
    counted, now = Counted(), [0.0]
    async with counted.membership(now) as (membership, world):
        assert await membership.is_owner(world.owner.id)
        assert not await membership.is_owner(world.named("admin").id)
        assert len(counted.paths) == 1


async def test_of_a_team_those_who_work_on_the_application_own_it() -> None:
    """Whoever may only read it, or was invited and has not come, manages nothing."""
    counted = Counted()
    async with counted.membership([0.0]) as (membership, world):
        roles = zip(world.users, ("developer", "read_only", "admin", ""), (2, 2, 1, 2), strict=True)
        members = [
            {"user": user_payload(user), "role": role, "membership_state": state, "permissions": ["*"], "team_id": "7"}
            for user, role, state in roles
        ]
        team = {"id": "7", "name": "Team", "icon": None, "owner_user_id": str(world.users[3].id), "members": members}
        counted.application = application_payload(world) | {"team": team}
        assert [await membership.is_owner(user.id) for user in world.users] == [True, False, False, True]
