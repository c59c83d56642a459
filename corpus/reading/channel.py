"""Frames of bytes between the reader and its worker processes. What must not live here: what a frame says.

Never a pickle: the other side may have been taken over by the file that it reads.
"""

import socket
import time

_LENGTH_BYTES = 8


def send(channel: socket.socket, frame: bytes) -> None:
    """Send a frame.

    Raises
    ------
    OSError
        The other side is gone; TimeoutError when the socket has a timeout and it passes.
    """
    channel.sendall(len(frame).to_bytes(_LENGTH_BYTES, "big"))
    channel.sendall(frame)


def receive(channel: socket.socket, limit_bytes: int, deadline_s: float | None = None) -> bytes:
    """Return the next frame.

    Parameters
    ----------
    channel
        A connected socket.
    limit_bytes
        How long a frame may be.
    deadline_s
        When to give up, by ``time.monotonic``.

    Raises
    ------
    TimeoutError
        The deadline has passed.
    ConnectionError
        The other side is gone, or announces more than the limit.
    """
    length = int.from_bytes(_exactly(channel, _LENGTH_BYTES, deadline_s), "big")
    if length > limit_bytes:
        raise ConnectionError("a frame over the limit")
    return bytes(_exactly(channel, length, deadline_s))


def _exactly(channel: socket.socket, size: int, deadline_s: float | None) -> bytearray:
    data = bytearray(size)
    view, got = memoryview(data), 0
    while got < size:
        if deadline_s is not None:
            channel.settimeout(max(0.001, deadline_s - time.monotonic()))
        received = channel.recv_into(view[got:])
        if not received:
            raise ConnectionError("the other side is gone")
        got += received
    return data
