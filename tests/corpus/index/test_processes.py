"""Work that another process does, as far as it can."""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Article, IndexNotWritable, Library, build_index
from corpus.index.engines import tantivy
from corpus.index.processes import apart
from tests.corpus.conftest import make_article


def note(folder: Path) -> None:
    (folder / "noted").write_text(str(os.getpid()))


def fail(folder: Path) -> None:
    raise IndexNotWritable(folder, "no room")


def end(_: Path) -> None:
    os._exit(0 if multiprocessing.parent_process() is None else 3)


def test_it_is_done_by_another_process(tmp_path: Path) -> None:
    """What is to be done is done, and not here."""
    assert apart(note, tmp_path)
    assert (tmp_path / "noted").read_text() != str(os.getpid())
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("work", [fail, end])
def test_what_fails_there_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], work: Callable[[Path], None]
) -> None:
    """A process that fails or is ended has not done it, and says nothing of its own."""
    assert not apart(work, tmp_path)
    assert capfd.readouterr().err == ""


def test_where_no_process_can_be_started_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without room for processes is no error."""

    def refuse(_: object) -> None:
        raise OSError("no room for processes")

    monkeypatch.setattr(multiprocessing.get_context("spawn").Process, "start", refuse)
    assert not apart(note, tmp_path)


@pytest.mark.parametrize("refused", [False, True])
def test_many_passages_are_written_by_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: bool
) -> None:
    """The engine's files are those that this process would write, which does so where the other one cannot."""
    articles = [make_article(f"a{n}", f"第{n}篇", f"第{n}号灯塔的面包师不说话。") for n in range(9)]
    wrote: list[bool] = []

    def counted(work: Callable[[Path], object], folder: Path) -> bool:
        wrote.append(not refused and apart(work, folder))
        return wrote[-1]

    monkeypatch.setattr(tantivy, "_MOST_HERE", 8)
    monkeypatch.setattr(tantivy, "apart", counted)
    assert found(tmp_path / "alone", articles, 0) == found(tmp_path / "apart", articles, 1)
    assert wrote == [not refused]


def found(folder: Path, articles: list[Article], processes: int) -> list[tuple[str, float]]:
    build_index(articles, folder, engine="tantivy", processes=processes)
    with Library.open(folder) as library:
        return [(hit.article.id, hit.score) for hit in library.search("灯塔 面包师").hits]
