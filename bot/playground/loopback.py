"""The loopback Discord itself: one server on 127.0.0.1 that a discord.py client connects to unchanged."""

import asyncio
import errno
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

import discord.gateway
import discord.http
import yarl
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.errors import PortInUse
from bot.playground.board import Board, Happening, Json
from bot.playground.errors import json_response, refusals
from bot.playground.exchange import FIRST_RESPONSE_S, Exchanges
from bot.playground.gateway import Gateway
from bot.playground.payloads import message_payload
from bot.playground.rest import Rest
from bot.playground.snowflake import SnowflakeClock
from bot.playground.world import World, playground_world

_OPEN = ("/api/v10/interactions/", "/api/v10/webhooks/", "/attachments/", "/gateway")


class LoopbackDiscord:
    """Discord, small, for one bot and the people of one world.

    Parameters
    ----------
    world
        Who and what there is; the playground's by default.
    accepts
        Tells whether a bot's token is good; any is, by default.
    middlewares
        aiohttp middlewares around every request, outermost first: where tests record traffic and inject faults.
    first_response_s
        How long a bot may take for its first response to an interaction.

    Attributes
    ----------
    board, gateway, exchanges, snowflakes
        The parts, for those who look closer than an Actor does.
    """

    def __init__(
        self,
        world: World | None = None,
        *,
        accepts: Callable[[str], bool] = bool,
        middlewares: Sequence[Middleware] = (),
        first_response_s: float = FIRST_RESPONSE_S,
    ) -> None:
        self.world = world or playground_world()
        self.board = Board()
        self.snowflakes = SnowflakeClock()
        self.exchanges = Exchanges(self.snowflakes, time.monotonic, first_response_s=first_response_s)
        self.gateway = Gateway(self.world, accepts=accepts, address=lambda: self._gateway_url)
        self._accepts = accepts
        self._rest = Rest(self.world, self.board, self.exchanges, self.snowflakes)
        self._middlewares: list[Middleware] = [*middlewares, self._guard, refusals]
        self._runner: web.AppRunner | None = None
        self._pump: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """Where it listens: ``http://127.0.0.1:port``."""
        return self._rest.url

    @property
    def commands(self) -> tuple[Json, ...]:
        """The commands that the bot registered."""
        return self._rest.commands

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one. Raises PortInUse."""
        app = web.Application(middlewares=self._middlewares, client_max_size=30 * 1024 * 1024)
        app.add_routes([*self._rest.routes(), web.get("/gateway", self.gateway.handle)])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        self._rest.url = await listen(self._runner, port)
        self._pump = asyncio.create_task(self._tell_gateway())

    async def close(self) -> None:
        """Close every connection and stop listening."""
        if self._pump is not None:
            self._pump.cancel()
            with suppress(asyncio.CancelledError):
                await self._pump
        await self.gateway.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @contextmanager
    def route(self) -> Iterator[None]:
        """Point discord.py at this Discord, and back at the real one afterwards."""
        base, gateway = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
        discord.http.Route.BASE = f"{self.url}/api/v10"
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self._gateway_url)
        try:
            yield
        finally:
            discord.http.Route.BASE = base
            discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway

    @property
    def _gateway_url(self) -> str:
        return self.url.replace("http", "ws", 1) + "/gateway"

    async def _tell_gateway(self) -> None:
        with self.board.listening() as happenings:
            while True:
                await self._dispatch(await happenings.get())

    async def _dispatch(self, happening: Happening) -> None:
        message = happening.message
        if message is None or message.ephemeral:
            return
        if happening.kind == "create":
            payload = message_payload(self.world, self.url, message)
            direct = "guild_id" not in payload
            reads = direct or self.world.bot in (message.author, *message.mentions)
            await self.gateway.message(payload, direct=direct, reads_content=reads)
        else:
            await self.gateway.dispatch("MESSAGE_UPDATE", message_payload(self.world, self.url, message))

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Keep web pages out (they send an Origin, or another name for this address), and bots without a token."""
        token = request.headers.get("Authorization", "").removeprefix("Bot ")
        if request.host != yarl.URL(self.url).authority or "Origin" in request.headers:
            return json_response({"message": "403: Forbidden", "code": 0}, status=403)
        if not request.path.startswith(_OPEN) and not self._accepts(token):
            return json_response({"message": "401: Unauthorized", "code": 0}, status=401)
        return await handler(request)


async def listen(runner: web.AppRunner, port: int) -> str:
    """Start a runner on 127.0.0.1 and return its address. Raises PortInUse."""
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    try:
        await site.start()
    except OSError as error:
        await runner.cleanup()
        if error.errno == errno.EADDRINUSE:
            raise PortInUse(port) from error
        raise
    return f"http://127.0.0.1:{runner.addresses[0][1]}"
