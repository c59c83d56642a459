"""Walking a folder and reading its files without trusting either. What must not live here: what the bytes mean.

Nothing is followed, nothing hangs, and everything is bounded: entries are opened relative to their open folder with
``O_NOFOLLOW`` and ``O_NONBLOCK``, checked again once open, and read no further than the size that they claim.
"""

import itertools
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import FolderUnreadable
from corpus.reading.reasons import Reason, Refused
from corpus.results import Rejected

MAX_DEPTH = 16
MAX_FOLDERS = 10_000
ALIASES_NAME = "aliases.toml"

_OPEN_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_OPEN_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NONBLOCK | os.O_CLOEXEC
# Hidden files, and what editors, file managers and downloads leave behind.
_LEFTOVER = re.compile(
    r"\..*|~\$.*|#.*#|.*~|.*\.(?:bak|orig|tmp|swp|part|crdownload)|Thumbs\.db|desktop\.ini|__MACOSX",
    re.IGNORECASE | re.DOTALL,
)
# At the top these speak about the folder and are no articles of it.
_ABOUT_FOLDER = re.compile(
    r"(?:readme|licen[cs]e)(?:\.(?:md|markdown|txt))?|copying|notice|aliases\.toml", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A regular file, as far as its folder says; ``folder_fd`` is open until the walk goes on."""

    origin: str
    name: str
    folder_fd: int


def walk(folder: Path) -> Iterator[FoundFile | Rejected]:
    r"""Yield every file in the order of its origin, and what cannot be entered or is no file as rejected.

    An origin is the NFC POSIX path relative to the folder, with bytes that are no UTF-8 and control characters
    written as ``\xNN`` or ``\uNNNN``, so that it can be shown and stored anywhere.

    Raises
    ------
    FolderUnreadable
        The folder is missing, is no folder, or may not be opened.
    """
    yield from _entries(open_folder(folder), "", 0, itertools.count(1))


def open_folder(folder: Path) -> int:
    """Return a descriptor of the folder, which alone may be reached by a link.

    Raises
    ------
    FolderUnreadable
        As :func:`walk`.
    """
    try:
        return os.open(folder, _OPEN_FOLDER)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise FolderUnreadable(folder, getattr(error, "strerror", None) or str(error)) from error


def read_bytes(folder_fd: int, name: str, limit_bytes: int) -> bytes:
    """Return the whole content of a regular file.

    Raises
    ------
    Refused
        It is a link, not regular, longer than the limit, unreadable, or was written to meanwhile.
    """
    try:
        file_fd = os.open(name, _OPEN_FILE, dir_fd=folder_fd)
    except OSError as error:
        raise Refused(Reason.UNREADABLE, error.strerror) from error
    try:
        before = os.fstat(file_fd)
        if not stat.S_ISREG(before.st_mode):
            raise Refused(Reason.NOT_REGULAR)
        if before.st_size > limit_bytes:
            raise Refused(Reason.TOO_LARGE, str(limit_bytes))
        with open(file_fd, "rb", closefd=False) as file:
            data = file.read(before.st_size + 1)
        after = os.fstat(file_fd)
    except OSError as error:
        raise Refused(Reason.UNREADABLE, error.strerror) from error
    finally:
        os.close(file_fd)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise Refused(Reason.CHANGED_WHILE_READING)
    return data


def shown_name(name: str) -> str:
    """Return a file's name as text that is valid anywhere."""
    text = unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "backslashreplace"))
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    if unicodedata.category(character) not in {"Cc", "Cf", "Zl", "Zp"}:
        return character
    return character.encode("unicode_escape").decode()


def _entries(folder_fd: int, prefix: str, depth: int, numbers: Iterator[int]) -> Iterator[FoundFile | Rejected]:
    """Yield what stands in an open folder and below it, and close the folder; ``numbers`` counts all folders."""
    try:
        with os.scandir(folder_fd) as scan:
            # A folder sorts as "name/", which makes the order that of whole paths.
            entries = sorted(
                (shown_name(entry.name) + "/" * entry.is_dir(follow_symlinks=False), entry.name, entry)
                for entry in scan
                if not _LEFTOVER.fullmatch(entry.name) and (depth or not _ABOUT_FOLDER.fullmatch(entry.name))
            )
        for shown, name, entry in entries:
            origin = prefix + shown
            if entry.is_symlink():
                yield Rejected(origin=origin, reason=Reason.LINK)
            elif entry.is_dir(follow_symlinks=False):
                yield from _folder(name, folder_fd, origin, depth + 1, numbers)
            elif entry.is_file(follow_symlinks=False):
                yield FoundFile(origin=origin, name=name, folder_fd=folder_fd)
            else:
                yield Rejected(origin=origin, reason=Reason.NOT_REGULAR)
    except OSError as error:
        yield Rejected(origin=prefix or ".", reason=Reason.UNREADABLE, detail=error.strerror)
    finally:
        os.close(folder_fd)


def _folder(
    name: str, parent_fd: int, origin: str, depth: int, numbers: Iterator[int]
) -> Iterator[FoundFile | Rejected]:
    number = next(numbers)
    if depth > MAX_DEPTH:
        yield Rejected(origin=origin, reason=Reason.TOO_DEEP, detail=str(MAX_DEPTH))
    elif number == MAX_FOLDERS + 1:
        yield Rejected(origin=origin, reason=Reason.TOO_MANY_FOLDERS, detail=str(MAX_FOLDERS))
    elif number <= MAX_FOLDERS:
        try:
            folder_fd = os.open(name, _OPEN_FOLDER | os.O_NOFOLLOW, dir_fd=parent_fd)
        except OSError as error:
            yield Rejected(origin=origin, reason=Reason.UNREADABLE, detail=error.strerror)
        else:
            yield from _entries(folder_fd, origin, depth, numbers)
