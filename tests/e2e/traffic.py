"""Everything that the bot asks of Discord, recorded on its way in, with what it was answered."""

import re
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.playground.body import read_body

_SECRETS = re.compile(r"(?<=/)[\w-]{60,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: the path without secrets and the API's prefix, the JSON, and the status it got."""

    method: str
    path: str
    json: Any
    files: int
    status: int

    @property
    def route(self) -> str:
        """Method and path with every id as ``{}``, as in ``PATCH /webhooks/{}/{token}/messages/@original``."""
        return f"{self.method} {re.sub(r'(?<=/)[0-9]+', '{}', self.path)}"


class Traffic:
    """Records calls, oldest first."""

    def __init__(self):
        self.calls: list[Call] = []

    @property
    def middleware(self):
        """The aiohttp middleware that records; outermost, so that faults are recorded as the bot sees them."""

        @web.middleware
        async def record(request, handler):
            body, files = await read_body(request)
            path = _SECRETS.sub("{token}", request.path.removeprefix("/api/v10"))
            status = 0  # a connection that breaks has none
            try:
                response = await handler(request)
                status = response.status
            finally:
                call = Call(method=request.method, path=path, json=body, files=len(files), status=status)
                self.calls.append(call)
            return response

        return record

    def routed(self, route: str) -> list[Call]:
        """Return the calls of one route."""
        return [call for call in self.calls if call.route == route]
