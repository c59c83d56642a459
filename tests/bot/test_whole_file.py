"""A file is replaced in one step and private to its owner, or stays as it was."""

from pathlib import Path

import pytest

from bot.whole_file import write_whole


def test_a_file_is_replaced_and_private(tmp_path: Path) -> None:
    """Whoever could read the one before reads nothing of the new one; a draft that was left is no hindrance."""
    path = tmp_path / "key"
    path.write_bytes(b"old")
    path.chmod(0o644)
    (tmp_path / ".key.new").write_bytes(b"half")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [*tmp_path.iterdir()] == [path]


def test_what_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    """The place of the draft is taken by a folder."""
    path = tmp_path / "key"
    path.write_bytes(b"old")
    (tmp_path / ".key.new").mkdir()
    with pytest.raises(OSError, match=r"key\.new"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
