"""The chart: bars as high as the days were busy, and words that the font holds in each language."""

import io
import json
import os
import subprocess
import sys
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from bot.messages import words_in
from bot.render.review import review_chart
from bot.services.charting import Chart
from bot.services.requests import LANGUAGES
from tests.bot.render.test_review import review_of

ANSWERED, UNANSWERED = (85, 172, 238), (244, 144, 12)
PLAIN = Chart(title="t", across="x", up="y", answered="a", unanswered="u", bars=(("d", 0, 0),))


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that keeps the list of fonts for the tests of this module."""
    return tmp_path_factory.mktemp("fonts")


def drawn(chart: Chart, fonts: Path) -> subprocess.CompletedProcess[bytes]:
    """Draw as the bot does; a character that the font lacks is a warning, and so the end."""
    command = [sys.executable, "-W", "error::UserWarning", "-m", "bot.render.chart", json.dumps(asdict(chart))]
    return subprocess.run(command, env=os.environ | {"MPLCONFIGDIR": str(fonts)}, capture_output=True, check=False)


def pixels(chart: Chart, fonts: Path) -> np.ndarray:
    """Return the picture as rows of columns of colours, without the legend above the bars."""
    with Image.open(io.BytesIO(drawn(chart, fonts).stdout), formats=["PNG"]) as picture:
        assert picture.size == (1200, 720)
        return np.asarray(picture.convert("RGB")).astype(int)[90:]


def heights(picture: np.ndarray, colour: tuple[int, int, int]) -> np.ndarray:
    """Return how many pixels of each column have a colour."""
    return (abs(picture - colour) <= 2).all(axis=2).sum(axis=0)


def test_bars_are_as_high_as_the_days_were_busy(fonts: Path) -> None:
    """Twice the questions make a bar of twice the height, and those without a result stand above the others."""
    bars = ("d1", 10, 0), ("d2", 0, 0), ("d3", 5, 15)
    picture = pixels(Chart(**asdict(PLAIN) | {"bars": bars}), fonts)
    blue, orange = heights(picture, ANSWERED), heights(picture, UNANSWERED)
    both = orange > 0
    assert max(orange) == pytest.approx(1.5 * max(blue[~both]), abs=5)
    assert max(blue[both]) == pytest.approx(0.5 * max(blue[~both]), abs=5)
    column = int(np.argmax(both)) + 5
    rows = [np.flatnonzero((abs(picture[:, column] - colour) <= 2).all(axis=1)) for colour in (UNANSWERED, ANSWERED)]
    assert rows[0].max() < rows[1].min()
    assert len(np.unique(np.flatnonzero(blue + orange > 0) // 400)) >= 2, "the day between them has its place"


@pytest.mark.parametrize(
    ("language", "counts"),
    [("en-US", [1]), ("en-US", [0] * 7), ("zh-CN", [3, 10**7, 0]), ("zh-TW", [*range(90)])],
    ids=lambda value: str(value if isinstance(value, str) else len(value)),
)
def test_any_days_make_a_picture(language, counts: list[int], fonts: Path) -> None:
    """One day or ninety, nothing asked or millions, in any language: it is drawn, of the same size."""
    bars = tuple(("", count // 2, count - count // 2) for count in counts)
    chart = review_chart(review_of(days=len(counts)), words_in(language))
    dated = tuple((day, *bar[1:]) for (day, *_), bar in zip(chart.bars, bars, strict=True))
    assert pixels(replace(chart, bars=dated), fonts).max() > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_font_holds_every_character_of_the_words(language) -> None:
    """No machine needs a font of its own; of traditional characters it has all 5,401 that Big5 calls frequent."""
    (file,) = Path(find_spec("zhplot").origin).with_name("fonts").glob("*.ttf")
    with TTFont(file) as font:
        glyphs = {*map(chr, font.getBestCmap())}
    chart = review_chart(review_of(days=366), words_in(language))
    said = (chart.title, chart.across, chart.up, chart.answered, chart.unanswered, *(bar[0] for bar in chart.bars))
    assert {*"".join(said), *"0123456789,"} <= glyphs
    codes = [bytes((lead, trail)) for lead in range(0xA4, 0xC7) for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))]
    frequent = {code.decode("big5") for code in codes if code <= b"\xc6\x7e"}
    assert len(frequent) == 5401
    assert frequent <= glyphs
    assert "\U00013000" not in glyphs, "a character that it lacks is seen to"
