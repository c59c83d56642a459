"""The page and its one WebSocket, on 127.0.0.1 under a secret path. It lets a browser act as the people of the world.

Discord's own API is elsewhere, on another port, so that files which the bot serves never share the page's origin.
"""

import asyncio
import contextlib
import json
import mimetypes
import secrets
from collections.abc import Awaitable, Callable, Iterator
from importlib import resources
from typing import Any

import yarl
from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler

from bot.playground.actor import NoResponse
from bot.playground.board import Happening, Json, Message
from bot.playground.interactions import InvalidInput
from bot.playground.loopback import LoopbackDiscord, listen
from bot.playground.payloads import attachment_payload
from bot.playground.snowflake import snowflake_time

LOCALES = ("en-US", "zh-CN", "zh-TW")
_CHAT_INPUT = 1
_SUBCOMMAND, _GROUP = 1, 2


class PageServer:
    """Serves the page over a loopback Discord that already listens."""

    def __init__(self, discord: LoopbackDiscord) -> None:
        self.address = ""
        self._discord = discord
        self._token = secrets.token_urlsafe(24)
        self._files = {file.name: file.read_bytes() for file in resources.files("bot.playground.page").iterdir()}
        self._sockets: set[web.WebSocketResponse] = set()
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/{token}/socket", self._socket)
        app.router.add_get("/{token}/{file:[a-z.]*}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def start(self, port: int) -> None:
        """Listen on 127.0.0.1 and set ``address``. Raises PortInUse."""
        self.address = f"{await listen(self._runner, port)}/{self._token}/"

    async def close(self) -> None:
        """Close every page's socket and stop listening."""
        for socket in list(self._sockets):
            await socket.close(code=1001)
        await self._runner.cleanup()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        host = yarl.URL(self.address).authority
        origin = request.headers.get("Origin", f"http://{host}")
        if request.host != host or origin != f"http://{host}":
            raise web.HTTPForbidden
        if not secrets.compare_digest(request.match_info.get("token", "").encode(), self._token.encode()):
            raise web.HTTPNotFound
        return await handler(request)

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["file"] or "index.html"
        if name not in self._files:
            raise web.HTTPNotFound
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; "
            f"form-action 'none'; frame-ancestors 'none'; connect-src 'self' ws://{request.host}"
        )
        headers = {
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        }
        kind = "text/javascript" if name.endswith(".js") else mimetypes.guess_type(name)[0]
        return web.Response(body=self._files[name], content_type=kind or "text/plain", charset="utf-8", headers=headers)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=64 * 1024, heartbeat=30)
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            await Visit(self._discord, socket).serve()
        finally:
            self._sockets.discard(socket)
        return socket


class Visit:
    """One open page: who it acts as, and in which channel."""

    def __init__(self, discord: LoopbackDiscord, socket: web.WebSocketResponse) -> None:
        self._discord = discord
        self._socket = socket
        self._actor = discord.actor(discord.world.users[0])
        self._channel = discord.world.home.channels[0]
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Answer the page until it goes."""
        await self._send("hello", bot=self._discord.world.bot.name, users=self._users(), locales=LOCALES)
        telling = asyncio.create_task(self._tell())
        self._start(self._offer_when_live())
        try:
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT:
                    self._start(self._act(frame.data))
        finally:
            telling.cancel()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(telling, *self._tasks, return_exceptions=True)

    def _start(self, doing: Any) -> None:
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _act(self, text: str) -> None:
        actions: dict[str, Callable[[Json], Awaitable[None]]] = {
            "enter": self._enter,
            "command": self._command,
            "complete": self._complete,
            "use": self._use,
            "say": self._say,
        }
        try:
            request = json.loads(text)
            await actions[request["do"]](request)
        except (InvalidInput, NoResponse) as error:
            await self._send("notice", text=str(error))
        except (ValueError, KeyError, TypeError, LookupError) as error:
            await self._send("notice", text=f"The page sent something unknown: {type(error).__name__}")

    async def _enter(self, request: Json) -> None:
        world = self._discord.world
        user, channel = world.user(int(request["user"])), world.channel(int(request["channel"]))
        known = user is not None and channel in world.channels_of(user.id)
        if user is None or channel is None or not known or request["locale"] not in LOCALES:
            raise KeyError(request["channel"])
        self._actor, self._channel = self._discord.actor(user, request["locale"]), channel
        messages = [self._shown(message) for message in self._actor.reads(channel)]
        await self._send("entered", commands=self._commands(), messages=messages)

    async def _command(self, request: Json) -> None:
        await self._actor.command(request["name"], request["options"], self._channel)

    async def _complete(self, request: Json) -> None:
        choices = await self._actor.autocomplete(
            request["name"], request["option"], request["typed"], self._channel, request["others"]
        )
        await self._send("choices", option=request["option"], typed=request["typed"], choices=choices)

    async def _use(self, request: Json) -> None:
        message = self._discord.board.get(int(request["message"]))
        if message is None or message not in self._actor.reads(self._channel):
            raise InvalidInput("this message is gone")
        outcome = await self._actor.use(message, request["custom_id"], request.get("values"))
        if outcome.modal is not None:
            await self._send("notice", text=f"“{outcome.modal['title']}” is a form, which this page does not show yet.")

    async def _say(self, request: Json) -> None:
        text, sign = str(request["text"])[:2000], f"@{self._discord.world.bot.name}"
        if text.strip():
            self._actor.say(text.removeprefix(sign).strip(), self._channel, mention=text.startswith(sign))

    async def _tell(self) -> None:
        with self._discord.board.listening() as happenings:
            while True:
                await self._pass_on(await happenings.get())

    async def _offer_when_live(self) -> None:
        """Offer the commands once somebody can answer them: the bot registers them before it is connected."""
        await self._discord.gateway.until(lambda gateway: gateway.live)
        await self._send("commands", commands=self._commands())

    async def _pass_on(self, happening: Happening) -> None:
        if happening.kind == "commands":
            await self._send("commands", commands=self._commands())
        if happening.channel_id != self._channel.id or not happening.seen_by(self._actor.user.id):
            return
        message = self._shown(happening.message) if happening.message else None
        await self._send("happening", kind=happening.kind, message=message)

    async def _send(self, what: str, **fields: Any) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):  # the page has gone
            await self._socket.send_json({"is": what, **fields})

    def _users(self) -> list[Json]:
        world = self._discord.world
        return [
            {
                "id": str(user.id),
                "name": user.name,
                "role": user.role,
                "channels": [
                    {"id": str(channel.id), "name": channel.name, "server": server.name if server else None}
                    for channel in world.channels_of(user.id)
                    for server in [world.server(channel.server_id)]
                ],
            }
            for user in world.users
        ]

    def _commands(self) -> list[Json]:
        """Return what Discord's app offers this user here, subcommands as commands of their own."""
        if not self._discord.gateway.live:
            return []
        server = self._discord.world.server(self._channel.server_id)
        context = 1 if server is None else 0
        rights = int(server.permissions(self._actor.user.id) or 0) if server else None
        return [
            shown
            for command in self._discord.commands
            if command["type"] == _CHAT_INPUT and context in (command.get("contexts") or [context])
            if rights is None or not (int(command.get("default_member_permissions") or 0) & ~rights)
            for shown in _flat(command, ())
        ]

    def _shown(self, message: Message) -> Json:
        asked = message.interaction
        return {
            "id": str(message.id),
            "author": message.author.name,
            "bot": message.author.bot,
            "content": message.content.replace(f"<@{self._discord.world.bot.id}>", f"@{self._discord.world.bot.name}"),
            "components": message.components,
            "embeds": message.embeds,
            "files": [attachment_payload(self._discord.url, message.channel_id, file) for file in message.attachments],
            "ephemeral": message.ephemeral,
            "loading": message.loading,
            "edited": message.edited_at is not None and not message.ephemeral,
            "at": snowflake_time(message.id).isoformat(),
            "used": asked and asked["name"] and {"by": asked["user"]["global_name"], "command": asked["name"]},
        }


def _flat(command: Json, path: tuple[str, ...]) -> Iterator[Json]:
    options = command.get("options") or []
    nested = [option for option in options if option["type"] in {_SUBCOMMAND, _GROUP}]
    names = (*path, command["name"])
    for option in nested:
        yield from _flat(option, names)
    if not nested:
        yield {**command, "name": " ".join(names)}
