"""Files of articles that come in, go out and come back: below their folder alone, whole or not at all."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ArticleFileMissing, ChangeGone, DataUnwritable
from bot.services.article_files import WAITS_S, ArticleFiles, file_of, safe_name

NAMES = st.text(max_size=300) | st.sampled_from(
    ["../x.md", "a/b\\c.md", ".env", "CON", "", "..", "x" * 400 + ".md", "～.md"]
)


class Clock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def files(tmp_path: Path, clock: Clock) -> ArticleFiles:
    """Return the files of an installation without any."""
    return ArticleFiles(tmp_path / "articles", tmp_path / "data", clock)


def accepted(files: ArticleFiles, *named: tuple[str, bytes]) -> tuple[str, ...]:
    """Hand files in and accept them."""
    key = files.begin()
    for name, data in named:
        files.stage(key, name, data)
    return files.accept(key)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond 4,096 bytes, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@given(NAMES)
def test_any_name_is_safe(name) -> None:
    """No folder, nothing hidden, nothing invisible, nothing longer than a disk takes; the kind of file stays."""
    safe = safe_name(name)
    assert safe == Path(safe).name
    assert not safe.startswith((".", " ", "-", "~"))
    assert all(character.isprintable() for character in safe)
    assert 0 < len(safe.encode()) <= 140
    assert safe_name("notes 第一章.MD") == "notes 第一章.md"


@pytest.mark.parametrize("name", ["CON.txt", "nul.md", "com1.tar.md", "Aux"])
def test_no_name_is_a_device_on_windows(name) -> None:
    """What Windows takes for a device becomes a file that can be copied there; a word that begins so stays."""
    assert safe_name(name).startswith("article ")
    assert safe_name("console.md") == "console.md"


def test_nothing_is_replaced(files: ArticleFiles, tmp_path: Path) -> None:
    """Files of one name stand side by side."""
    first, second = accepted(files, ("a.md", b"1")), accepted(files, ("a.md", b"2"))
    assert (first, second) == (("added/a.md",), ("added/a 2.md",))
    assert (tmp_path / "articles" / "added" / "a.md").read_bytes() == b"1"


def test_no_draft_is_left(files: ArticleFiles, tmp_path: Path) -> None:
    """What was handed in lies among the articles alone."""
    accepted(files, ("a.md", b"1"), ("b.md", b"2"))
    assert {path.name for path in (tmp_path / "articles" / "added").iterdir()} == {"a.md", "b.md"}
    assert list((tmp_path / "data" / "uploads").iterdir()) == []


def test_nothing_is_written_through_a_link(files: ArticleFiles, tmp_path: Path) -> None:
    """A folder that somebody replaced by a link leads nowhere."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "articles" / "added").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DataUnwritable):
        accepted(files, ("a.md", b"1"))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_decision_is_taken_once(files: ArticleFiles) -> None:
    """Whoever comes second, or makes a key up, is told."""
    key = files.begin()
    files.stage(key, "a.md", b"1")
    files.discard(key)
    for again in (files.accept, files.discard):
        with pytest.raises(ChangeGone):
            again(key)
    for made_up in ("../../etc", "k" * 12, ""):
        with pytest.raises(ChangeGone):
            files.accept(made_up)
        with pytest.raises(ChangeGone):
            files.restore(made_up)


def test_uploads_that_nobody_decides_about_go(files: ArticleFiles, clock: Clock, tmp_path: Path) -> None:
    """A day later they are swept; younger ones stay."""
    old = files.begin()
    os.utime(tmp_path / "data" / "uploads" / old, (clock.now - WAITS_S - 1,) * 2)
    young = files.begin()
    os.utime(tmp_path / "data" / "uploads" / young, (clock.now,) * 2)
    files.begin()
    assert not (tmp_path / "data" / "uploads" / old).exists()
    assert (tmp_path / "data" / "uploads" / young).exists()


def test_what_is_removed_comes_back_as_it_was(files: ArticleFiles, clock: Clock, tmp_path: Path) -> None:
    """Several files go and come back together, into their folders; beside what stands there meanwhile."""
    folder = tmp_path / "articles" / "2024" / "春"
    folder.mkdir(parents=True)
    (folder / "a.md").write_bytes(b"one")
    (tmp_path / "articles" / "b.txt").write_bytes(b"two")
    key = files.remove(["2024/春/a.md", "b.txt#2"], ["A", "B"])
    assert not (folder / "a.md").exists()
    assert not (tmp_path / "articles" / "b.txt").exists()
    (tmp_path / "articles" / "b.txt").write_bytes(b"new")
    clock.now += 5
    (one,) = files.removed()
    assert (one.key, one.titles, set(one.origins)) == (key, ("A", "B"), {"2024/春/a.md", "b.txt"})
    assert set(files.restore(key)) == {"2024/春/a.md", "b 2.txt"}
    assert (folder / "a.md").read_bytes() == b"one"
    assert (tmp_path / "articles" / "b.txt").read_bytes() == b"new"
    assert files.removed() == ()


def test_what_a_full_disk_keeps_out_can_be_brought_in_later(files: ArticleFiles, tmp_path: Path) -> None:
    """Neither the first file of two nor an empty one is left, and what waited still waits."""
    key = files.begin()
    for name, data in (("a.md", b"one"), ("b.md", b"x" * 10_000)):
        files.stage(key, name, data)
    with full_disk(), pytest.raises(DataUnwritable):
        files.accept(key)
    assert not any(path.is_file() for path in (tmp_path / "articles").rglob("*"))
    origins = files.accept(key)
    removal = files.remove(origins, ["One", "Two"])
    with full_disk(), pytest.raises(DataUnwritable):
        files.restore(removal)
    assert [each.key for each in files.removed()] == [removal]
    assert files.restore(removal) == origins == ("added/a.md", "added/b.md")


def test_what_is_not_there_cannot_be_removed(files: ArticleFiles, tmp_path: Path) -> None:
    """An article of the sample has no file here; neither has one that was moved."""
    for _ in range(2):
        with pytest.raises(ArticleFileMissing):
            files.remove(["sample.md"], ["Sample"])
        (tmp_path / "articles").mkdir(exist_ok=True)
    assert files.removed() == ()


def test_a_damaged_note_is_passed_over(files: ArticleFiles, tmp_path: Path) -> None:
    """One bad folder keeps nothing else from coming back."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.md").write_bytes(b"1")
    key = files.remove(["a.md"], ["A"])
    bad = tmp_path / "data" / "removed" / ("b" * 12)
    bad.mkdir()
    (bad / "removed.json").write_text('{"at": "soon"')
    assert [each.key for each in files.removed()] == [key]


def test_the_file_of_an_article() -> None:
    """A file holds several articles, counted behind it."""
    assert file_of("a/notes.txt#3") == "a/notes.txt"
    assert file_of("a/notes#3.txt") == "a/notes#3.txt"
