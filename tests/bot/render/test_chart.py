"""The chart: a whole PNG whose bars are as high as the days were busy."""

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.chart import ANSWERED, HEIGHT, UNANSWERED, WIDTH, questions_chart
from bot.services.ports import AskedDay


def pixels(png: bytes) -> np.ndarray:
    """Read a PNG as written here, checking each chunk's sum."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, data = 8, b""
    while place < len(png):
        size, name = struct.unpack(">I4s", png[place : place + 8])
        body = png[place + 8 : place + 8 + size]
        assert struct.unpack(">I", png[place + 8 + size : place + 12 + size]) == (zlib.crc32(name + body),)
        data += body if name == b"IDAT" else b""
        place += 12 + size
    rows = np.frombuffer(zlib.decompress(data), np.uint8).reshape(HEIGHT, 1 + WIDTH * 3)
    return rows[:, 1:].reshape(HEIGHT, WIDTH, 3)


def height(picture: np.ndarray, colour: tuple[int, int, int], column: int) -> int:
    """Return how many pixels of a column have a colour."""
    return int((picture[:, column] == colour).all(axis=1).sum())


def test_bars_are_as_high_as_the_days_were_busy() -> None:
    """Twice the questions make a bar of twice the height, and what was not answered stands out."""
    days = [
        AskedDay(date="2026-01-01", questions=10, answered=10),
        AskedDay(date="2026-01-02", questions=20, answered=5),
    ]
    picture = pixels(questions_chart(days))
    first, second = 300, 730
    assert height(picture, UNANSWERED, first) == 0
    blue, orange = height(picture, ANSWERED, second), height(picture, UNANSWERED, second)
    assert blue + orange == pytest.approx(2 * height(picture, ANSWERED, first), abs=2)
    assert orange == pytest.approx(3 * blue, abs=3)


@settings(max_examples=30)
@given(counts=st.lists(st.integers(0, 10**7), min_size=1, max_size=90))
def test_any_days_make_a_picture(counts: list[int]) -> None:
    """One day or ninety, none asked or millions: it stays within its frame and a few kilobytes."""
    days = [AskedDay(date="2026-12-31", questions=count, answered=count // 2) for count in counts]
    png = questions_chart(days)
    assert len(png) < 60_000
    assert pixels(png).shape == (HEIGHT, WIDTH, 3)
