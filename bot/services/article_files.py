"""The operator's folder of articles as its admins change it from Discord: files come in, go out and come back.

What must not live here: who may change it, and what a file says. Everything here waits for the disk: call it in a
thread. Names of files are hostile until :func:`safe_name` has made them, and nothing is written through a link.
"""

import json
import os
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from bot.errors import AliasUnusable, ArticleFileMissing, ChangeGone, DataUnwritable
from bot.services.article_source import Source, source_of
from bot.whole_file import write_whole
from corpus import Aliases, read_aliases
from corpus.reading.aliases import with_alias
from corpus.reading.encoding import decode
from corpus.reading.folder import MAX_ALIASES_BYTES
from corpus.reading.reasons import Refused
from corpus.reading.safe_file import ALIASES_NAME, FoundFile, open_folder, read_bytes, walk

ADDED = "added"  # the folder for what comes from Discord, in the folder of articles
MOST_BYTES = 64 * 2**20  # of a file that is moved; reading has stricter limits
WAITS_S = 24 * 3600.0  # how long uploads wait for their admin
_STEM_BYTES = 120
_UNUSUAL = re.compile(r"[^\w .,\-()（）《》“”‘’、，：！？]+")
_PART = re.compile(r"#\d+\Z")
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)")  # no names of files on Windows
_KEY = re.compile(r"[A-Za-z0-9_-]{12}")
_NOTE = "removed.json"
_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
Fate = Literal["added", "removed", "listed", "unlisted"]
# What became of a form that is to be listed, or is not: first where that was so before.
_FATES: dict[bool, tuple[Fate, Fate]] = {True: ("listed", "added"), False: ("unlisted", "removed")}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedFiles:
    """Files that were taken out together: when (seconds since 1970), the titles they held, and where they stood."""

    key: str
    at: float
    titles: tuple[str, ...]
    origins: tuple[str, ...]


class ArticleFiles:
    """Moves files; every method may raise DataUnwritable.

    Parameters
    ----------
    articles_dir
        The folder of articles; made where it is missing.
    data_dir
        Holds uploads that wait, and files that were removed.
    clock
        Seconds since 1970.
    """

    def __init__(self, articles_dir: Path, data_dir: Path, clock: Callable[[], float] = time.time) -> None:
        self._articles = articles_dir
        self._data = data_dir
        self._uploads = data_dir / "uploads"
        self._removed = data_dir / "removed"
        self._clock = clock

    def source(self) -> Source:
        """Return what the index was built from."""
        return source_of(self._articles, self._data)

    def begin(self) -> str:
        """Return the key of an upload that begins; uploads that nobody decided about within a day go."""
        with _writing(self._uploads):
            for old in self._uploads.glob("*"):
                if self._clock() - old.stat().st_mtime > WAITS_S:
                    shutil.rmtree(old, ignore_errors=True)
            key = secrets.token_urlsafe(9)
            (self._uploads / key / ADDED).mkdir(parents=True)
        return key

    def stage(self, key: str, filename: str, data: bytes) -> str:
        """Keep an uploaded file until its admin decides, and return its origin."""
        with _writing(self._uploads):
            return _put(self._uploads / key, f"{ADDED}/{safe_name(filename)}", data)

    def staged(self, key: str) -> Path:
        """Return the folder of an upload, laid out as the files will lie among the articles; raises ChangeGone."""
        folder = self._uploads / key
        if not _KEY.fullmatch(key) or not folder.is_dir():
            raise ChangeGone
        return folder

    def drop(self, key: str, origins: Iterable[str]) -> None:
        """Forget staged files that cannot be used."""
        for origin in origins:
            (self.staged(key) / origin).unlink(missing_ok=True)

    def accept(self, key: str) -> tuple[str, ...]:
        """Put the files of an upload among the articles and return their origins; raises ChangeGone the second time."""
        taken = _claimed(self.staged(key))
        return self._bring_in(taken, ((f"{ADDED}/{file.name}", file) for file in sorted((taken / ADDED).iterdir())))

    def discard(self, key: str) -> None:
        """Forget an upload; raises ChangeGone the second time."""
        shutil.rmtree(_claimed(self.staged(key)), ignore_errors=True)

    def remove(self, origins: Sequence[str], titles: Sequence[str]) -> str:
        """Take the files of articles out of the folder, to be put back one day, and return the key of that.

        Raises
        ------
        ArticleFileMissing
            None of the files is there.
        """
        wanted = {file_of(origin) for origin in origins}
        found = [(each.origin, data) for each, data in self._read(wanted)]
        if not found:
            raise ArticleFileMissing
        taken = tuple(origin for origin, _ in found)
        removed = RemovedFiles(key=secrets.token_urlsafe(9), at=self._clock(), titles=tuple(titles), origins=taken)
        with _writing(self._removed):
            folder = self._removed / removed.key
            folder.mkdir(parents=True)
            for number, (_, data) in enumerate(found):
                write_whole(folder / str(number), data)
            write_whole(folder / _NOTE, json.dumps(asdict(removed)).encode())
        with _writing(self._articles):
            for each in self._find(wanted):
                os.unlink(each.name, dir_fd=each.folder_fd)
        return removed.key

    def holds(self, origin: str) -> bool:
        """Tell whether the folder, and not the sample, holds the file of an origin."""
        return (self._articles / file_of(origin)).is_file()

    def removed(self) -> tuple[RemovedFiles, ...]:
        """Return what was taken out and not put back, the latest first."""
        notes = (self._note(folder) for folder in self._removed.glob("*"))
        return tuple(sorted((note for note in notes if note), key=lambda note: note.at, reverse=True))

    def restore(self, key: str) -> tuple[str, ...]:
        """Put removed files back where they stood and return their origins; raises ChangeGone the second time."""
        folder = self._removed / key
        note = self._note(folder) if _KEY.fullmatch(key) else None
        if note is None:
            raise ChangeGone
        taken = _claimed(folder)
        return self._bring_in(taken, ((origin, taken / str(number)) for number, origin in enumerate(note.origins)))

    def aliases(self) -> Aliases:
        """Return the groups of ``aliases.toml``, and its lines that cannot be used."""
        found = read_aliases(self._articles) if self._articles.is_dir() else None
        return found or Aliases(groups=())

    def set_aliases(self, name: str, forms: Sequence[tuple[str, bool]]) -> dict[Fate, list[str]]:
        """Put forms of a name into ``aliases.toml``, or take out those with False; the file is replaced in one step.

        Raises
        ------
        AliasUnusable
            One of them is no name, or the file is none that can be read.
        """
        fates: dict[Fate, list[str]] = {}
        form = ""
        with _writing(self._articles):
            folder_fd = open_folder(self._articles)
            try:
                before = b""
                if ALIASES_NAME in os.listdir(folder_fd):  # noqa: PTH208  pathlib lists no descriptors
                    before = read_bytes(folder_fd, ALIASES_NAME, MAX_ALIASES_BYTES)
                text = decode(before)[0].replace("\r\n", "\n") if before else ""
                for form, listed in forms:
                    changed = with_alias(text, name, form, listed=listed)
                    fates.setdefault(_FATES[listed][changed != text], []).append(form)
                    text = changed
                if {"added", "removed"} & fates.keys():
                    write_whole(Path(ALIASES_NAME), text.encode(), folder_fd)
            except (ValueError, Refused) as error:
                raise AliasUnusable(name=name, form=form) from error
            finally:
                os.close(folder_fd)
        return fates

    def _bring_in(self, taken: Path, files: Iterable[tuple[str, Path]]) -> tuple[str, ...]:
        """Put files among the articles, each by the origin it is meant to have, and forget where they were.

        Where one cannot be put there, none is, and the same may be tried again.
        """
        origins: list[str] = []
        try:
            with _writing(self._articles):
                for origin, file in files:
                    origins.append(_put(self._articles, origin, file.read_bytes()))
        except BaseException:
            for origin in origins:
                (self._articles / origin).unlink(missing_ok=True)
            taken.rename(taken.with_suffix(""))
            raise
        shutil.rmtree(taken, ignore_errors=True)
        return tuple(origins)

    def _find(self, origins: set[str]) -> Iterator[FoundFile]:
        found = walk(self._articles) if self._articles.is_dir() else ()
        yield from (each for each in found if isinstance(each, FoundFile) and each.origin in origins)

    def _read(self, origins: set[str]) -> Iterator[tuple[FoundFile, bytes]]:
        """Yield the files of some origins with what they hold; one that cannot be read stays where it is."""
        for each in self._find(origins):
            try:
                yield each, read_bytes(each.folder_fd, each.name, MOST_BYTES)
            except Refused as refused:
                raise DataUnwritable(self._articles / each.origin, refused.reason.value) from refused

    def _note(self, folder: Path) -> RemovedFiles | None:
        with suppress(OSError, ValueError, TypeError, AttributeError, KeyError):
            kept = json.loads((folder / _NOTE).read_bytes())
            return RemovedFiles(
                key=folder.name, at=float(kept["at"]), titles=tuple(kept["titles"]), origins=tuple(kept["origins"])
            )
        return None


def file_of(origin: str) -> str:
    """Return the file of an article's origin: ``notes.txt`` for its third article, ``notes.txt#3``."""
    return _PART.sub("", origin)


def safe_name(name: str) -> str:
    """Return a file's name without folders, without anything that hides or misleads, and not too long for a disk."""
    base = re.split(r"[/\\]", unicodedata.normalize("NFC", name[-1000:]))[-1]
    stem, _, suffix = base.rpartition(".")
    stem, suffix = (stem, suffix) if re.fullmatch(r"[A-Za-z0-9]{1,10}", suffix) and stem else (base, "")
    plain = " ".join(_UNUSUAL.sub(" ", stem).split()).strip(" .-_,")
    plain = f"article {plain}" if _DEVICE.match(plain) else plain
    short = plain.encode()[:_STEM_BYTES].decode("utf-8", "ignore").rstrip() or "article"
    return f"{short}.{suffix.lower()}" if suffix else short


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Make a folder and say of a disk that refuses that it does."""
    with DataUnwritable.of(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        yield


def _claimed(folder: Path) -> Path:
    """Return a folder under another name, which only the first who asks gets."""
    with DataUnwritable.of(folder):
        try:
            return folder.rename(folder.with_name(f"{folder.name}.taken"))
        except FileNotFoundError:
            raise ChangeGone from None


def _put(root: Path, origin: str, data: bytes) -> str:
    """Write a file below a folder in one step, beside one of the same name, and return its origin."""
    *parts, name = [part for part in origin.split("/") if part not in ("", ".", "..")]
    folder_fd = open_folder(root)
    try:
        for part in parts:
            with suppress(FileExistsError):
                os.mkdir(part, 0o700, dir_fd=folder_fd)
            inner_fd = os.open(part, _FOLDER, dir_fd=folder_fd)
            os.close(folder_fd)
            folder_fd = inner_fd
        name = _reserved(folder_fd, name)
        try:
            write_whole(Path(name), data, folder_fd)
        except BaseException:
            os.unlink(name, dir_fd=folder_fd)
            raise
    finally:
        os.close(folder_fd)
    return "/".join((*parts, name))


def _reserved(folder_fd: int, name: str) -> str:
    """Return the first free name like this one, taken by an empty file so that nobody else takes it."""
    stem, dot, suffix = name.rpartition(".")
    stem, dot, suffix = (stem, dot, suffix) if stem else (name, "", "")
    number = 1
    while True:
        with suppress(FileExistsError):
            os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600, dir_fd=folder_fd))
            return name
        number += 1
        name = f"{stem} {number}{dot}{suffix}"
