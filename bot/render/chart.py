"""Questions a day as a picture: ``python -m bot.render.chart JSON`` draws one, in the font that zhplot brings along.

A program of its own, which the bot's process never imports (:mod:`bot.services.charting`): matplotlib takes 60 MB.
What must not live here: words.
"""

import io
import json
import sys
from importlib.util import find_spec
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import MaxNLocator

from bot.services.charting import Chart

WIDTH, HEIGHT = 1200, 720
PAPER, LINE, INK = "#2b2d31", "#464950", "#dbdee1"  # of Discord's dark theme, which reads on its light one too
ANSWERED, UNANSWERED = "#55acee", "#f4900c"
_DPI = 150
_SLOTS, _DATES = 7, 6  # of days at least, and of dates among more days than that
_EDGE = 0.1  # inches
_POINTS = 15  # 12 pixels where a phone shows the picture 400 wide


def questions_chart(chart: Chart) -> bytes:
    """Return a PNG with a bar for each day, those of answered questions below, the others above."""
    font = FontProperties(fname=font_path(), size=_POINTS)
    labels, answered, unanswered = zip(*chart.bars, strict=True)
    places, wide = range(len(labels)), max(len(labels), _SLOTS)
    layout = ConstrainedLayoutEngine(w_pad=_EDGE, h_pad=_EDGE)
    figure = Figure(figsize=(WIDTH / _DPI, HEIGHT / _DPI), dpi=_DPI, facecolor=PAPER, layout=layout)
    axes = figure.add_subplot(facecolor=PAPER, axisbelow=True)
    axes.bar(places, answered, color=ANSWERED, label=chart.answered)
    axes.bar(places, unanswered, bottom=answered, color=UNANSWERED, label=chart.unanswered)
    axes.set_xlim((len(labels) - 1 - wide) / 2, (len(labels) - 1 + wide) / 2)
    axes.set_ylim(bottom=0, top=None if any(answered + unanswered) else 1)
    axes.yaxis.set_major_locator(MaxNLocator("auto", steps=[1, 2, 5, 10], integer=True))
    axes.yaxis.set_major_formatter("{x:,.0f}")
    shown = places[:: -(1 if len(labels) <= _SLOTS else -(-len(labels) // _DATES))]
    axes.set_xticks(shown, [labels[place] for place in shown])
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font)
    axes.tick_params(colors=INK, length=0)
    axes.grid(axis="y", color=LINE)
    axes.spines[:].set_visible(False)
    axes.set_title(chart.title, loc="left", pad=14, color=INK, fontproperties=font)
    axes.set_xlabel(chart.across, color=INK, fontproperties=font)
    axes.set_ylabel(chart.up, color=INK, fontproperties=font)
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False, labelcolor=INK, prop=font)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def font_path() -> Path:
    """Return the font, without running the package that brings it: that would set matplotlib up anew."""
    spec = find_spec("zhplot")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("zhplot")
    return Path(spec.origin).with_name("fonts") / "NotoSansSC-Regular.ttf"


if __name__ == "__main__":
    sys.stdout.buffer.write(questions_chart(Chart(**json.loads(sys.argv[1]))))
