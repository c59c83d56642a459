"""Whatever ends the bot, a row that it has told to be on disk is there, and the database is whole."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent


def child(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a script beside this file."""
    return subprocess.Popen(
        [sys.executable, str(HERE / script), *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


@pytest.mark.parametrize("cycles", [20, pytest.param(500, marks=(pytest.mark.soak, pytest.mark.timeout(3600)))])
def test_a_killed_writer_loses_nothing_that_was_kept(tmp_path: Path, cycles: int) -> None:
    """Killed at random moments, the next start too, every row told is in the database or waits in the spool."""
    with child("log_killer.py", tmp_path / "footnote.sqlite", cycles) as killer:
        found = [json.loads(line) for line in killer.stdout]
    assert len(found) == cycles
    assert [kill for kill in found if kill["missing"] or kill["integrity"] != "ok"] == []
    assert sum(kill["told"] for kill in found) > cycles


def cuts(path: Path, level: str) -> list[dict[str, object]]:
    """Return what is found after power cuts at many moments, at a level of ``synchronous``."""
    with child("power_cut.py", path, level) as machine:
        found = [json.loads(line) for line in machine.stdout]
    assert machine.returncode == 0
    assert len(found) >= 20
    return found


def test_a_power_cut_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    """With every file cut back to what was synced and half of the rest, no row told is missing, nor is one damaged."""
    found = cuts(tmp_path / "footnote.sqlite", "FULL")
    assert {cut["integrity"] for cut in found} == {"ok"}
    assert [cut for cut in found if cut["missing"]] == []
    loose = cuts(tmp_path / "loose.sqlite", "NORMAL")
    assert max(int(cut["missing"]) for cut in loose) > 100, "a level that is known to lose rows must be seen to"
