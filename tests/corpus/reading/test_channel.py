"""Frames of bytes between the reader and its worker processes."""

import socket
import threading
import time

import pytest

from corpus.reading.channel import receive, send


def test_frames_come_as_they_were_sent() -> None:
    """Empty ones, large ones, one after the other."""
    ours, theirs = socket.socketpair()
    frames = [b"", b"one", bytes(3_000_000), b"two"]
    with ours, theirs:
        sender = threading.Thread(target=lambda: [send(ours, frame) for frame in frames])
        sender.start()
        assert [receive(theirs, 3_000_000, time.monotonic() + 60) for _ in frames] == frames
        sender.join()


def test_a_frame_over_the_limit_is_not_taken() -> None:
    """However much is announced, nothing of it is waited for."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall((2**63).to_bytes(8, "big"))
        with pytest.raises(ConnectionError):
            receive(theirs, 100)


def test_half_a_frame_ends_with_its_sender_or_the_deadline() -> None:
    """Nobody waits for the rest for ever."""
    ours, theirs = socket.socketpair()
    with theirs:
        with ours:
            ours.sendall((5).to_bytes(8, "big") + b"abc")
            with pytest.raises(TimeoutError):
                receive(theirs, 100, time.monotonic() + 0.05)
            ours.sendall((5).to_bytes(8, "big") + b"abc")
        with pytest.raises(ConnectionError):
            [receive(theirs, 2**62, time.monotonic() + 60) for _ in range(3)]
