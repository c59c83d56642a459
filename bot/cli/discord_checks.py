"""The checks of `footnote doctor` that ask Discord: route, proxy, token, application, servers, commands."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from discord.http import Route

from bot.cli.exit_codes import ExitCode
from bot.cli.finding import Finding, failed, noted, well, wrong
from bot.errors import BotError, DiscordUnreachable, TokenMissing, TokenRefused
from bot.services.gate import HOME_SERVER
from bot.settings import Settings
from bot.storage.state import kept_value

WAIT_S = 10.0
_SLASH = ("search", "who", "summary", "help", "privacy", "reindex", "footnote")
COMMANDS = frozenset({*_SLASH, "Search for this", "Who is this?"})
_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")
_REFUSED = (401, 403)
# Both forms of presence, members and message content, as the flags of an application show them.
_PRIVILEGED = sum(1 << bit for bit in (12, 13, 14, 15, 18, 19))
Json = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscordApi:
    """Asks Discord's REST API, each question once, through ``proxy`` where there is one."""

    session: aiohttp.ClientSession
    proxy: str | None

    async def get(self, path: str) -> Json:
        """Return what stands at a path.

        Raises
        ------
        TokenRefused, DiscordUnreachable
            Discord does not know the token, or does not answer as it should.
        """
        try:
            async with self.session.get(f"{Route.BASE}{path}", proxy=self.proxy) as response:
                if response.status in _REFUSED:
                    raise TokenRefused(str(response.status))
                if response.status != 200:
                    raise DiscordUnreachable(f"HTTP {response.status}")
                return await response.json()
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise DiscordUnreachable(type(error).__name__) from error


@asynccontextmanager
async def discord_api(settings: Settings) -> AsyncIterator[DiscordApi]:
    """Open a session for a few questions."""
    headers = {"Authorization": f"Bot {settings.token}"} if settings.token else {}
    proxy = None if urlsplit(Route.BASE).hostname in _THIS_MACHINE else settings.proxy
    async with aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(total=WAIT_S)) as session:
        yield DiscordApi(session=session, proxy=proxy)


async def discord_findings(settings: Settings) -> list[Finding]:
    """Return what the checks of Discord find; those that need what is missing are left out."""
    async with discord_api(settings) as api:
        route = await check_route(api)
        if settings.token is None:
            return [route, failed(TokenMissing())]
        if route.level == "wrong":
            return [route]
        try:
            application = await api.get("/oauth2/applications/@me")
            checks = (check_servers(api, settings), check_commands(api, application))
            found = [finding for check in checks for finding in await check]
        except BotError as error:
            return [route, failed(error)]
        return [route, *check_application(application), *found]


async def check_route(api: DiscordApi) -> Finding:
    """Look whether Discord answers, through the proxy where one is set."""
    proxy = urlsplit(api.proxy or "")
    began = time.monotonic()
    try:
        with contextlib.suppress(TokenRefused):  # an answer, all the same
            await api.get("/users/@me")
    except BotError as error:
        return await _why(proxy.hostname, proxy.port or 80, error)
    took = round((time.monotonic() - began) * 1000)
    if api.proxy:
        return well("doctor-route-proxy", milliseconds=took, proxy=f"{proxy.hostname}:{proxy.port or 80}")
    return well("doctor-route", milliseconds=took)


async def _why(host: str | None, port: int, error: BotError) -> Finding:
    """Return why there is no route: the proxy's fault where it does not even listen."""
    if host is None:
        return failed(error)
    try:
        async with asyncio.timeout(WAIT_S):
            _, writer = await asyncio.open_connection(host, port)
        writer.close()
    except (OSError, TimeoutError):
        return wrong(ExitCode.UNREACHABLE, "doctor-proxy-dead", proxy=f"{host}:{port}")
    return wrong(ExitCode.UNREACHABLE, "doctor-proxy-blind", proxy=f"{host}:{port}")


def check_application(application: Json) -> list[Finding]:
    """Look at what the Developer Portal says of the application."""
    found = [well("doctor-application", name=str(application.get("name")))]
    if application.get("bot_require_code_grant"):
        found.append(wrong(ExitCode.CONFIGURATION, "doctor-code-grant"))
    if application.get("bot_public"):
        found.append(noted("doctor-public"))
    if int(application.get("flags") or 0) & _PRIVILEGED:
        found.append(noted("doctor-intents"))
    return found


async def check_servers(api: DiscordApi, settings: Settings) -> list[Finding]:
    """Look whether the bot is in a server, and in those that it is to serve."""
    ids = {int(server["id"]) for server in await api.get("/users/@me/guilds")}
    if not ids:
        return [wrong(ExitCode.CONFIGURATION, "doctor-servers-none")]
    missing = [server for server in settings.home_servers if server not in ids]
    found = [wrong(ExitCode.CONFIGURATION, "doctor-servers-home", server=str(server)) for server in missing]
    if len(ids) > 1 and not settings.home_servers and kept_value(settings.state_path, HOME_SERVER) is None:
        found.append(wrong(ExitCode.CONFIGURATION, "doctor-servers-unknown", count=len(ids)))
    return found or [well("doctor-servers", count=len(ids))]


async def check_commands(api: DiscordApi, application: Json) -> list[Finding]:
    """Look whether Discord knows the commands of this version."""
    sent = {str(command["name"]) for command in await api.get(f"/applications/{application['id']}/commands")}
    return [well("doctor-commands", count=len(sent)) if sent == COMMANDS else noted("doctor-commands-old")]
