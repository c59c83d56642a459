"""What is worked out from the dictionary is kept in the user's cache, whole and for the same sources."""

import zlib
from pathlib import Path

import pytest

from corpus.analysis import dictionary


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a user's cache that is empty, for what is not worked out yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(dictionary, "_packed", {})
    return tmp_path / "footnote" / "dictionary"


def asked(monkeypatch: pytest.MonkeyPatch, *rows: tuple[str, ...]) -> list[str]:
    """Return what a process gets that would work these rows out."""
    monkeypatch.setattr(dictionary, "_packed", {})
    return dictionary.worked_out("lamps", lambda: rows)


def test_it_is_worked_out_once(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """The next process takes it from a file that nobody else may enter."""
    assert asked(monkeypatch, ("灯", "lamp"), ("塔", "tower")) == ["灯\tlamp", "塔\ttower"]
    assert asked(monkeypatch) == ["灯\tlamp", "塔\ttower"]
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", [b"", b"lamp", zlib.compress("灯".encode())[:-1]])
def test_a_damaged_file_is_made_anew(monkeypatch: pytest.MonkeyPatch, folder: Path, damage: bytes) -> None:
    """Whatever its bytes are, the rows are right, and the next process has them."""
    asked(monkeypatch, ("灯", "lamp"))
    next(folder.iterdir()).write_bytes(damage)
    assert asked(monkeypatch, ("灯", "lantern")) == asked(monkeypatch) == ["灯\tlantern"]


def test_other_sources_make_another_file(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """What other sources made is not taken, and few files of them are kept."""
    for made_by in "abcd":
        monkeypatch.setattr(dictionary, "_MADE_BY", made_by)
        assert asked(monkeypatch, ("灯", made_by)) == [f"灯\t{made_by}"]
    assert len([*folder.iterdir()]) == 3


def test_a_folder_that_others_may_write_is_not_used(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Where somebody else could have put rows, they are worked out each time."""
    asked(monkeypatch, ("灯", "lamp"))
    folder.chmod(0o777)
    assert asked(monkeypatch, ("灯", "lantern")) == ["灯\tlantern"]
    assert [zlib.decompress(path.read_bytes()).decode() for path in folder.iterdir()] == ["灯\tlamp"]


def test_what_cannot_be_kept_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Where a file cannot be written whole, the rows are right, and no part of it stays."""
    asked(monkeypatch, ("灯", "lamp"))
    kept = next(folder.iterdir())
    kept.unlink()
    kept.mkdir()
    assert asked(monkeypatch, ("灯", "lantern")) == ["灯\tlantern"]
    assert [*folder.iterdir()] == [kept]
