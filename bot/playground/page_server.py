"""The page, its WebSocket and its uploads, on 127.0.0.1 under a secret path: who gets in, and which files there are.

Discord's own API is elsewhere, on another port, so that files which the bot serves never share the page's origin.
What must not live here: what somebody does on the page (:mod:`bot.playground.visit`).
"""

import mimetypes
import secrets
from importlib import resources

import yarl
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.playground.board import Attachment
from bot.playground.errors import json_response
from bot.playground.loopback import LoopbackDiscord, listen
from bot.playground.payloads import ATTACHMENT_LIMIT_BYTES
from bot.playground.visit import Visit, Welcome

_HEADERS = {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


class PageServer:
    """Serves the page over a loopback Discord that already listens.

    Attributes
    ----------
    address
        Where the page is, with this start's secret; set when it listens.
    """

    def __init__(self, discord: LoopbackDiscord, welcome: Welcome | None = None) -> None:
        self.address = ""
        self._discord = discord
        self._welcome = welcome or Welcome()
        self._token = secrets.token_urlsafe(24)
        self._files = {file.name: file.read_bytes() for file in resources.files("bot.playground.page").iterdir()}
        self._sockets: set[web.WebSocketResponse] = set()
        app = web.Application(middlewares=[self._guard], client_max_size=ATTACHMENT_LIMIT_BYTES)
        app.router.add_get("/{token}/socket", self._socket)
        app.router.add_post("/{token}/files", self._upload)
        app.router.add_get("/{token}/{file:[a-z.]*}", self._file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    async def start(self, port: int) -> None:
        """Listen on 127.0.0.1 and set ``address``. Raises PortInUse."""
        self.address = f"{await listen(self._runner, port)}/{self._token}/"

    async def disconnect(self) -> None:
        """Close every page's socket; the pages come back by themselves."""
        for socket in list(self._sockets):
            await socket.close(code=1001)

    async def close(self) -> None:
        """Close every page's socket and stop listening."""
        await self.disconnect()
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
            f"default-src 'none'; script-src 'self'; style-src 'self'; img-src data: {self._discord.url}; "
            f"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self' ws://{request.host}"
        )
        headers = {**_HEADERS, "Content-Security-Policy": policy}
        kind = "text/javascript" if name.endswith(".js") else mimetypes.guess_type(name)[0]
        return web.Response(body=self._files[name], content_type=kind or "text/plain", charset="utf-8", headers=headers)

    async def _upload(self, request: web.Request) -> web.Response:
        name = request.query.get("name", "")[-100:] or "file"
        file = Attachment(id=self._discord.snowflakes(), filename=name, data=await request.read())
        self._discord.board.keep(file)
        return json_response({"id": str(file.id)}, headers=_HEADERS)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=64 * 1024, heartbeat=30)
        await socket.prepare(request)
        self._sockets.add(socket)
        try:
            await Visit(self._discord, socket, self._welcome).serve()
        finally:
            self._sockets.discard(socket)
        return socket
