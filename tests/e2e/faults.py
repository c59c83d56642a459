"""What goes wrong with a real Discord, on purpose: each fault hits the next request that it fits, once."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.playground.errors import json_response
from tests.patience import until

Fault = Callable[[web.Request, Callable[[web.Request], Awaitable[web.StreamResponse]]], Awaitable[web.StreamResponse]]


async def fail_after_applying(request, handler):
    """Do what is asked and answer 500, as when an answer is lost behind a proxy."""
    await handler(request)
    return json_response({"message": "Internal Server Error", "code": 0}, status=500)


async def fail(request, handler):
    """Answer 500 without doing anything."""
    return json_response({"message": "Internal Server Error", "code": 0}, status=500)


def rate_limited(retry_after_s: float, *, everywhere: bool = False, via: bool = True) -> web.Response:
    """Return a 429. Without ``Via`` it looks like the ban of an address, and discord.py raises at once."""
    headers = {"Retry-After": str(retry_after_s)} | ({"Via": "1.1 loopback"} if via else {})
    body = {"message": "You are being rate limited.", "retry_after": retry_after_s, "global": everywhere}
    return json_response(body, status=429, headers=headers)


async def limit(request, handler):
    """Answer 429 as Discord does; the client waits and asks again."""
    return rate_limited(0.01)


async def limit_everywhere(request, handler):
    """Answer the global 429."""
    return rate_limited(0.01, everywhere=True)


async def ban(request, handler):
    """Answer 429 without ``Via``, as to a banned address."""
    return rate_limited(60, via=False)


async def no_history(request, handler):
    """Refuse a reply as in a channel whose past the bot may not read."""
    message = "Cannot reply without permission to read message history"
    return json_response({"message": message, "code": 160002}, status=400)


async def reset(request, handler):
    """Cut the connection."""
    request.transport.abort()
    return web.Response()


class Hold:
    """A fault that keeps a request waiting until it is released."""

    def __init__(self):
        self.arrived = asyncio.Event()
        self.released = asyncio.Event()

    async def __call__(self, request, handler):
        """Wait, then do what is asked."""
        self.arrived.set()
        await self.released.wait()
        return await handler(request)


class Faults:
    """The faults that are still to come, first planned first."""

    def __init__(self):
        self._planned: list[tuple[str, str, Fault]] = []

    async def struck(self) -> None:
        """Wait until all have struck: what they hit may come after what a test has seen."""
        await until(lambda: not self._planned)

    def plan(self, fault: Fault, *, method: str, path: str = "") -> None:
        """Let a fault strike the next request of a method whose path holds ``path``."""
        self._planned.append((method, path, fault))

    @property
    def middleware(self):
        """The aiohttp middleware in which they strike."""

        @web.middleware
        async def strike(request, handler):
            for index, (method, path, fault) in enumerate(self._planned):
                if request.method == method and path in request.path:
                    del self._planned[index]
                    return await fault(request, handler)
            return await handler(request)

        return strike
