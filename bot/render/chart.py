"""Questions a day as a picture: bars, numbers and dates, drawn with numpy into a PNG of a few kilobytes.

It needs no font and no plotting library, which would add 60 MB to install and 40 to the bot's memory: its words
stand in the message around it, in the reader's language. What must not live here: words.
"""

import struct
import zlib
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.services.ports import AskedDay

WIDTH, HEIGHT = 960, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 24, 24, 52
_PAPER, _LINE, _INK = (43, 45, 49), (70, 73, 80), (196, 201, 212)
ANSWERED, UNANSWERED = (85, 172, 238), (244, 144, 12)  # of the squares that the legend shows beside the words
_UNIT, _STROKE = 2.6, 2.4
_DATES = 8
# Each digit as strokes through points on a grid of 4 by 6.
_STROKES = {
    "0": ((1, 0, 3, 0, 4, 1, 4, 5, 3, 6, 1, 6, 0, 5, 0, 1, 1, 0),),
    "1": ((0.5, 1.5, 2, 0, 2, 6),),
    "2": ((0, 1, 1, 0, 3, 0, 4, 1, 4, 2, 0, 6, 4, 6),),
    "3": ((0, 1, 1, 0, 3, 0, 4, 1, 4, 2, 3, 3, 4, 4, 4, 5, 3, 6, 1, 6, 0, 5), (3, 3, 1.5, 3)),
    "4": ((3, 6, 3, 0, 0, 4, 4, 4),),
    "5": ((4, 0, 0.5, 0, 0, 3, 1, 2.4, 3, 2.4, 4, 3.4, 4, 5, 3, 6, 1, 6, 0, 5),),
    "6": ((3.5, 0, 2, 0, 0, 2.5, 0, 5, 1, 6, 3, 6, 4, 5, 4, 4, 3, 3, 1, 3, 0, 4),),
    "7": ((0, 0, 4, 0, 1.5, 6),),
    "8": ((1, 3, 0, 2, 0, 1, 1, 0, 3, 0, 4, 1, 4, 2, 3, 3, 1, 3, 0, 4, 0, 5, 1, 6, 3, 6, 4, 5, 4, 4, 3, 3),),
    "9": ((4, 2, 3, 3, 1, 3, 0, 2, 0, 1, 1, 0, 3, 0, 4, 1, 4, 3.5, 2, 6, 0.5, 6),),
    "-": ((0.7, 3.2, 3.3, 3.2),),
}
_ADVANCE = 5.6 * _UNIT

Picture = NDArray[np.float64]
Colour = tuple[int, int, int]


def questions_chart(days: Sequence[AskedDay]) -> bytes:
    """Return a PNG with a bar for each day, those of answered questions below, the others above.

    Parameters
    ----------
    days
        At least one, in order and without gaps.
    """
    picture: Picture = np.empty((HEIGHT, WIDTH, 3))
    picture[:] = _PAPER
    step = _step(max(1, *(day.questions for day in days)))
    top = step * -(-max(1, *(day.questions for day in days)) // step)
    unit = (HEIGHT - _TOP - _BOTTOM) / top
    floor = HEIGHT - _BOTTOM
    for value in range(0, top + 1, step):
        y = round(floor - value * unit)
        picture[y : y + 1, _LEFT : WIDTH - _RIGHT] = _LINE
        _write(picture, str(value), _LEFT - 12 - len(str(value)) * _ADVANCE, y - 3 * _UNIT)
    slot = (WIDTH - _LEFT - _RIGHT) / len(days)
    for place, day in enumerate(days):
        left, right = round(_LEFT + slot * (place + 0.15)), max(1, round(slot * 0.7))
        middle, high = round(floor - day.answered * unit), round(floor - day.questions * unit)
        picture[middle:floor, left : left + right] = ANSWERED
        picture[high:middle, left : left + right] = UNANSWERED
    every = -(-len(days) // _DATES)
    for place in range(len(days) - 1, -1, -every):
        x = _LEFT + slot * (place + 0.5) - 2.5 * _ADVANCE
        _write(picture, days[place].date[5:], min(x, WIDTH - 5 * _ADVANCE), floor + 16)
    return _png(picture)


def _step(most: int) -> int:
    """Return the distance between at most five lines: 1, 2 or 5 times a power of ten."""
    power: int = 10 ** max(0, len(str(most)) - 2)
    steps = [factor * power for factor in (1, 2, 5, 10, 20, 50)]
    return next(step for step in steps if most <= 4 * step)


def _write(picture: Picture, digits: str, x: float, y: float) -> None:
    for digit in digits:
        for stroke in _STROKES.get(digit, ()):
            points = np.array(stroke).reshape(-1, 2) * _UNIT + (x, y)
            for start, end in pairwise(points):
                _draw(picture, start, end)
        x += _ADVANCE


def _draw(picture: Picture, start: NDArray[np.float64], end: NDArray[np.float64]) -> None:
    """Draw a line with smooth edges: each pixel takes as much ink as the line covers of it."""
    low = np.maximum(np.floor(np.minimum(start, end) - _STROKE).astype(int), 0)
    high = np.maximum(np.ceil(np.maximum(start, end) + _STROKE).astype(int), low)
    rows, columns = np.mgrid[low[1] : high[1], low[0] : high[0]]
    across, down = end - start
    length = across**2 + down**2 or 1.0
    along = np.clip(((columns - start[0]) * across + (rows - start[1]) * down) / length, 0, 1)
    distance = np.hypot(columns - start[0] - along * across, rows - start[1] - along * down)
    ink = np.clip(_STROKE / 2 - distance + 0.5, 0, 1)[..., None]
    piece = picture[low[1] : high[1], low[0] : high[0]]
    ink = ink[: piece.shape[0], : piece.shape[1]]
    # Never darker than what a stroke drew before, so that joints do not show.
    piece += np.maximum(0, (np.array(_INK) - piece) * ink)


def _png(picture: Picture) -> bytes:
    height, width, _ = picture.shape
    rows: Any = np.zeros((height, 1 + width * 3), np.uint8)  # each row begins with the number of its filter, none
    rows[:, 1:] = picture.round().astype(np.uint8).reshape(height, -1)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
