"""The benchmark of the bot while it reindexes: it asks steadily, through a swap, and has a figure for every line."""

from pathlib import Path

import pytest

from benchmarks import scale, serving


@pytest.mark.timeout(600)  # two builds in child processes of low priority
async def test_a_bot_is_asked_through_a_reindex(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question is answered, before and through a reindex that changes every article."""
    monkeypatch.setattr(serving, "AFTER_S", 0.3)
    scale.make(tmp_path, 12, 5)
    measured = await serving.serve(tmp_path, 10.0, 1.0)
    assert [*measured] == ["quiet", "reindexing"]
    for figures in measured.values():
        assert {*figures} == {*serving.FIGURES}
        assert figures["refused"] == 0
        assert figures["asked_per_s"] > 0
        assert 0 < figures["p50_ms"] <= figures["slowest_ms"]
    table = [*serving.rows(measured)]
    assert table[0] == "| | quiet | reindexing |"
    assert len(table) == 2 + len(serving.FIGURES)
