"""A picture of what :mod:`benchmarks.scale` measured: time of a search and memory against passages, both logarithmic.

    python -m benchmarks.scale_chart RESULTS.json PICTURE.png

Points are medians over rounds. What must not live here: measuring.
"""

import json
import statistics
import sys
from pathlib import Path
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

PANELS = {
    "p50_ms": "search p50, ms of processor time",
    "p99_ms": "search p99, ms of processor time",
    "above_empty_mb": "memory above empty, MB",
}
COLOURS = {"footnote": "#0f766e", "rank-bm25": "#b91c1c", "bm25s": "#a16207", "FTS5": "#6d28d9", "tantivy": "#475569"}
LEAST = 0.05  # what memory below that, or none, is drawn as


def picture(results: dict[str, Any]) -> Figure:
    """Return a panel for each figure, a line in it for each system, a point for each size that it was measured at."""
    figure = Figure(figsize=(13, 4.4), dpi=110, layout="constrained")
    for axes, (key, title) in zip(figure.subplots(1, len(PANELS)), PANELS.items(), strict=True):
        for name, colour in COLOURS.items():
            _line(axes, results, key, name, colour)
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.set_xlabel("passages")
        axes.set_title(title, loc="left", fontsize=11)
        axes.grid(color="#e2e8f0", which="major")
        axes.spines[["top", "right"]].set_visible(False)
    figure.axes[0].legend(frameon=False, fontsize=9)
    return figure


def _line(axes: Axes, results: dict[str, Any], key: str, name: str, colour: str) -> None:
    sizes = [found for found in results.values() if all(key in run for run in found["measured"].get(name, [{}]))]
    medians = [max(LEAST, statistics.median(run[key] for run in found["measured"][name])) for found in sizes]
    width = 2.5 if name == "footnote" else 1.5
    axes.plot([found["passages"] for found in sizes], medians, "o-", color=colour, label=name, linewidth=width)


def main() -> None:
    """Draw."""
    results, target = map(Path, sys.argv[1:3])
    picture(json.loads(results.read_text())).savefig(target)


if __name__ == "__main__":
    main()
