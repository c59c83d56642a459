"""Walking a folder and reading its files without trusting either."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import FolderUnreadable
from corpus.reading import safe_file
from corpus.reading.reasons import Reason, Refused
from corpus.reading.safe_file import FoundFile, open_folder, read_bytes, shown_name, walk
from corpus.results import Rejected
from tests.corpus.reading.conftest import Write

OPEN_FILES = Path("/dev/fd")


def origins(folder: Path) -> list[str]:
    return [found.origin for found in walk(folder) if isinstance(found, FoundFile)]


def rejected(folder: Path) -> list[tuple[str, str]]:
    return [(found.origin, found.reason) for found in walk(folder) if isinstance(found, Rejected)]


def refusal(folder: Path, name: str, limit_bytes: int = 1_000) -> Reason:
    folder_fd = open_folder(folder)
    try:
        with pytest.raises(Refused) as refused:
            read_bytes(folder_fd, name, limit_bytes)
    finally:
        os.close(folder_fd)
    return refused.value.reason


def test_files_come_in_the_order_of_their_whole_paths(folder: Path, write: Write) -> None:
    """A folder sorts as its name and a slash, as the path would."""
    names = ["b.txt", "a/z.txt", "a-b.txt", "a/b/c.txt", "a.txt", "海.txt"]
    for name in names:
        write(name, "x")
    assert origins(folder) == sorted(names)


def test_hidden_files_and_leftovers_are_no_files_of_the_folder(folder: Path, write: Write) -> None:
    """What editors, file managers and version control leave is passed over without a word."""
    for name in (
        ".hidden.txt",
        ".git/a.txt",
        "a.txt~",
        "#a.txt#",
        "~$a.docx",
        "a.txt.bak",
        "Thumbs.db",
        "__MACOSX/a.txt",
    ):
        write(name, "x")
    assert list(walk(folder)) == []


def test_what_speaks_about_the_folder_is_no_article_of_it(folder: Path, write: Write) -> None:
    """A README or a licence counts below the top, where it may be an article."""
    for name in ("README.md", "LICENSE", "NOTICE", "aliases.toml", "notice.txt", "sub/readme.md", "sub/aliases.toml"):
        write(name, "x")
    assert origins(folder) == ["notice.txt", "sub/aliases.toml", "sub/readme.md"]


def test_links_are_named_and_never_followed(folder: Path, write: Write, tmp_path: Path) -> None:
    """Not to a file outside, not to a folder, not in a circle."""
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "out.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    write("a.txt", "x")
    assert origins(folder) == ["a.txt"]
    assert rejected(folder) == [(name, Reason.LINK) for name in ("loop", "out.txt", "self.txt")]
    assert refusal(folder, "out.txt") is Reason.UNREADABLE


def test_pipes_and_sockets_neither_hang_nor_count(folder: Path) -> None:
    """They are named when listed, and refused should one take a file's place."""
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(folder)  # a socket's path is short
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
        assert rejected(folder) == [(name, Reason.NOT_REGULAR) for name in ("pipe.txt", "socket.txt")]
    assert refusal(folder, "pipe.txt") is Reason.NOT_REGULAR


def test_a_file_over_the_limit_is_refused_whatever_it_takes_on_disk(folder: Path, write: Write) -> None:
    """A sparse file claims gigabytes and holds nothing."""
    write("full.txt", b"x" * 1_001)
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(1 << 40)
    assert refusal(folder, "full.txt") is Reason.TOO_LARGE
    assert refusal(folder, "sparse.txt") is Reason.TOO_LARGE


def test_a_file_that_is_written_to_meanwhile_is_refused(folder: Path, write: Write, monkeypatch) -> None:
    """Half of the old and half of the new is nobody's article."""
    path = write("a.txt", "before")
    fstat = os.fstat

    def look_and_write(file_fd: int) -> os.stat_result:
        status = fstat(file_fd)
        path.write_text("after it")
        return status

    monkeypatch.setattr(safe_file.os, "fstat", look_and_write)
    assert refusal(folder, "a.txt") is Reason.CHANGED_WHILE_READING


def test_a_file_that_is_gone_is_refused(folder: Path) -> None:
    """Files vanish between the listing and the read."""
    assert refusal(folder, "gone.txt") is Reason.UNREADABLE


def test_depth_and_number_of_folders_are_bounded(folder: Path, write: Write, monkeypatch) -> None:
    """A tower or a flood of folders is named once and left out."""
    deep = "/".join("d" * 17)
    write(f"{deep}/a.txt", "x")
    assert rejected(folder) == [(deep + "/", Reason.TOO_DEEP)]
    monkeypatch.setattr(safe_file, "MAX_FOLDERS", 2)
    for name in ("a/1.txt", "b/1.txt", "c/1.txt", "c2/1.txt"):
        write(name, "x")
    assert origins(folder) == ["a/1.txt", "b/1.txt"]
    assert rejected(folder) == [("c/", Reason.TOO_MANY_FOLDERS)]


def test_a_folder_that_may_not_be_entered_is_named(folder: Path, write: Write, monkeypatch) -> None:
    """The others are read."""
    closed, opened = write("closed/a.txt", "x").parent, write("open/a.txt", "x").parent
    for path, mode in ((folder, 0o755), (closed, 0), (opened, 0o755)):
        path.chmod(mode)
    monkeypatch.chdir(folder)  # "." asks for no right to the folders above
    us = os.geteuid()
    try:
        if us == 0:
            os.seteuid(65534)  # root may enter every folder
        assert origins(Path()) == ["open/a.txt"]
        assert rejected(Path()) == [("closed/", Reason.UNREADABLE)]
    finally:
        os.seteuid(us)
        closed.chmod(0o700)


@pytest.mark.parametrize("name", ["missing", "file.txt", "nul\0"])
def test_a_folder_that_is_none_is_unreadable(tmp_path: Path, name: str) -> None:
    """Missing, a file, or no path at all: the error names the folder."""
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(FolderUnreadable) as unreadable:
        list(walk(tmp_path / name))
    assert unreadable.value.folder == tmp_path / name


def test_the_folder_itself_may_be_a_link(folder: Path, write: Write, tmp_path: Path) -> None:
    """Where the articles lie is the operator's own choice."""
    write("a.txt", "x")
    (tmp_path / "link").symlink_to(folder)
    assert origins(tmp_path / "link") == ["a.txt"]


def test_no_descriptor_stays_open(folder: Path, write: Write) -> None:
    """Also when the reader stops half way."""
    for name in ("a/b/1.txt", "a/b/2.txt", "c/1.txt"):
        write(name, "x")
    before = len(list(OPEN_FILES.iterdir()))
    list(walk(folder))
    files = walk(folder)
    next(files)
    files.close()
    assert len(list(OPEN_FILES.iterdir())) == before


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain 海.txt", "plain 海.txt"),
        ("line\nbreak.txt", "line\\nbreak.txt"),
        ("turn\u202eed.txt", "turn\\u202eed.txt"),
        (os.fsdecode(b"bad\xff.txt"), "bad\\xff.txt"),
        ("cafe\u0301.txt", "caf\u00e9.txt"),
    ],
)
def test_names_are_shown_as_text_that_is_valid_anywhere(name: str, shown: str) -> None:
    """Control characters and foreign bytes are spelled out."""
    assert shown_name(name) == shown


@given(st.binary(min_size=1, max_size=60))
def test_any_bytes_make_a_name_that_can_be_stored(raw: bytes) -> None:
    """No surrogate is left, and nothing that moves a cursor."""
    shown = shown_name(os.fsdecode(raw))
    assert shown.encode().decode() == shown
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
