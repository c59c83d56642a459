"""The benchmark of look-ups, on a few names."""

import json
from pathlib import Path

from benchmarks.who import FIGURES, build, footnote, made_up, rows, scan


def test_both_systems_are_measured_on_the_same_names(tmp_path: Path) -> None:
    """All names are found in the articles, every figure is there for both, and the table names them."""
    made = made_up(names=60, questions=30, seed=3)
    assert made == made_up(names=60, questions=30, seed=3)
    assert len(set(made["names"])) == 60
    (tmp_path / "made.json").write_text(json.dumps(made), encoding="utf-8")
    build(tmp_path)
    ours, theirs = footnote(tmp_path), scan(tmp_path)
    assert ours["owners"] >= 50
    table = list(rows(60, {"footnote": [ours], "scan": [theirs]}))
    assert len(table) == 2 + len(FIGURES)
    assert all(name in line for name, line in zip(FIGURES.values(), table[2:], strict=True))
