"""Tests of the benchmark of reading: what it makes, and that its systems read it."""

from pathlib import Path

import trafilatura

from benchmarks.reading import SYSTEMS, make, make_short, page
from corpus import iter_folder


def test_the_same_seed_makes_the_same_files(tmp_path: Path) -> None:
    """Half of them pages, half texts, and what is counted is what stands in them."""
    chars = make(tmp_path / "one", 6, 7)
    assert make(tmp_path / "two", 6, 7) == chars != make(tmp_path / "three", 6, 8)
    files = {path.relative_to(tmp_path / "one") for path in (tmp_path / "one" / "articles").rglob("*.*")}
    assert sorted(path.suffix for path in files) == [".html"] * 3 + [".txt"] * 3
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()
    assert chars["both"] == chars["pages"] + chars["texts"]


def test_a_page_holds_its_article_among_other_things() -> None:
    """The peer finds the one and leaves the others."""
    found = trafilatura.extract(page("灯塔", ["老人在傍晚点亮灯塔里的灯。" * 9, "渔船一条一条地回到港里来。" * 9]))
    assert "渔船一条一条" in found
    assert "栏目3" not in found


def test_every_system_reads_all_of_it(tmp_path: Path) -> None:
    """Also a second time, from the cache that the first has filled; short texts are all different."""
    make(tmp_path, 4, 7)
    for _, kind, run in SYSTEMS.values():
        assert kind in {"pages", "texts", "both"}
        run(tmp_path)
    assert (tmp_path / "cache.sqlite").exists()
    make_short(tmp_path / "short", 20, 7)
    assert len({item.id for item in iter_folder(tmp_path / "short" / "articles")}) == 20
