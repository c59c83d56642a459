"""Discord's refusals, as JSON with its codes. What must not live here: when they are due."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web


class Refusal(Exception):
    """What Discord answers instead of doing what it is asked: an HTTP status, its own code and a sentence."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def invalid() -> Refusal:
    """Return the 400 for a body or an address that makes no sense."""
    return Refusal(400, 50035, "Invalid Form Body")


def unknown(what: str, code: int) -> Refusal:
    """Return the 404 for something that is not there: ``Unknown Message`` is 10008, and so on."""
    return Refusal(404, code, f"Unknown {what}")


def json_response(body: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Return JSON whose Content-Type is bare: discord.py parses nothing else."""
    data = json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return web.Response(body=data, status=status, content_type="application/json", headers=headers)


@web.middleware
async def refusals(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Turn a :class:`Refusal`, and a route that Discord does not have, into Discord's JSON."""
    try:
        return await handler(request)
    except Refusal as refusal:
        return json_response({"message": refusal.message, "code": refusal.code}, status=refusal.status)
    except web.HTTPNotFound:
        return json_response({"message": "404: Not Found", "code": 0}, status=404)
    except web.HTTPMethodNotAllowed:
        return json_response({"message": "405: Method Not Allowed", "code": 0}, status=405)
