"""The log's benchmark measures what it says: rows that are there afterwards, and a person who is not."""

import sys

import pytest

from benchmarks import query_log


def test_it_prints_a_figure_for_each_system(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A small run writes with both, reviews, and erases one of a hundred people."""
    monkeypatch.setattr(sys, "argv", ["query_log", "--rows", "20", "--rounds", "1", "--kept", "200"])
    query_log.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["questions", "the", "a", "one"]
    assert float(lines[0].split()[-1]) > 0
    assert lines[1].endswith("times")
