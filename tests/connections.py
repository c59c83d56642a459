"""What befalls the connections of a loopback Discord's gateway: what a test does as Discord and networks do it."""

import socket
from typing import Any

from bot.playground.gateway import Gateway


async def tell(gateway: Gateway, frame: dict[str, Any]) -> None:
    """Send what is no event to everybody who is connected."""
    for session in gateway._sessions.values():
        await session.socket.send_json(frame)


def cut(gateway: Gateway) -> None:
    """Cut every connection without a goodbye."""
    for session in gateway._sessions.values():
        session.socket.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
