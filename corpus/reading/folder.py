"""A folder of files to articles. What must not live here: how one file is opened or understood."""

import dataclasses
import hashlib
import itertools
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.article import Article
from corpus.reading.aliases import Aliases, parse_aliases
from corpus.reading.cache import ReadingCache
from corpus.reading.document import SUFFIXES
from corpus.reading.duplicates import joined
from corpus.reading.encoding import decode
from corpus.reading.payload import Fingerprinted
from corpus.reading.payload import decode as decode_payload
from corpus.reading.plain_text import normalise
from corpus.reading.reasons import Reason, Refused
from corpus.reading.safe_file import ALIASES_NAME, FoundFile, open_folder, read_bytes, walk
from corpus.reading.sandbox import Sandbox
from corpus.results import Progress, Rejected

MAX_ALIASES_BYTES = 2**20
# How far files are read ahead of the one that is next, so that both workers are busy.
_AHEAD_FILES = 16
_AHEAD_BYTES = 2**24
# What a machine under load may do to any file; asked again the next time.
_FAULTS = {Reason.TIMED_OUT, Reason.TOO_MUCH_MEMORY, Reason.CRASHED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Articles and rejected files in the order of their paths; ``aliases`` is None without an ``aliases.toml``."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    aliases: Aliases | None


def read_folder(
    path: Path, cache: Path | None = None, *, progress: Callable[[Progress], None] | None = None
) -> Reading:
    """Read every file of a folder; what repeats another text becomes one article with several origins.

    Joined are copies, the same text in the other script, and near copies; :func:`corpus.reading.duplicates.joined`
    says how near, and which one is kept.

    Parameters
    ----------
    path
        The folder.
    cache
        A file of this reader's own, for this folder alone, made where it is missing: what it holds of files that have
        not changed is not worked out again. One that cannot be used does no harm.
    progress
        What is called with how many files are read, of how many.

    Raises
    ------
    FolderUnreadable
        The folder is missing, is no folder, or may not be opened. An empty one is an empty reading.
    ReaderUnavailable
        No process can be started to read files in.
    """
    copies: list[Fingerprinted] = []
    rejected: list[Rejected] = []
    for item in iter_documents(path, cache, progress):
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            # What was cut is not kept: on pages it is longer than the articles.
            copies.append(dataclasses.replace(item, document=dataclasses.replace(item.document, cuts=())))
    articles: dict[str, Article] = {}
    rejected += [
        Rejected(origin=article.origin, reason=Reason.DUPLICATE_ID, detail=earlier.origin)
        for article in joined(copies)
        if (earlier := articles.setdefault(article.id, article)) is not article
    ]
    rejected.sort(key=lambda each: each.origin)
    return Reading(articles=tuple(articles.values()), rejected=tuple(rejected), aliases=read_aliases(path))


def iter_folder(path: Path, cache: Path | None = None) -> Iterator[Article | Rejected]:
    """Yield the articles and the rejected files of a folder one by one, in the order of their NFC POSIX paths.

    Memory does not grow with the articles, but for an id and a hash each. What has gone out cannot get another
    origin: a file with the text of an earlier one, in either script, comes as a ``duplicate_text`` rejection, and one
    that is only near an earlier one comes as an article.

    Parameters
    ----------
    path, cache
        As for :func:`read_folder`. What has vanished is dropped from the cache when the last file has been read.

    Raises
    ------
    FolderUnreadable, ReaderUnavailable
        As :func:`read_folder`, at the first step or whenever a process must be replaced.
    """
    ids: dict[str, str] = {}
    texts: dict[bytes, str] = {}
    with closing(iter_documents(path, cache)) as items:
        for item in items:
            if isinstance(item, Rejected):
                yield item
                continue
            article = item.document.article
            if earlier := texts.get(item.fingerprint.digest):
                yield Rejected(origin=article.origin, reason=Reason.DUPLICATE_TEXT, detail=earlier)
            elif earlier := ids.get(article.id):
                yield Rejected(origin=article.origin, reason=Reason.DUPLICATE_ID, detail=earlier)
            else:
                ids[article.id] = texts[item.fingerprint.digest] = article.origin
                yield article


def iter_documents(
    path: Path, cache: Path | None = None, progress: Callable[[Progress], None] | None = None
) -> Generator[Fingerprinted | Rejected, None, None]:
    """Yield what every file gives, copies and all, with what was cut from it; otherwise as :func:`iter_folder`.

    Close the generator to end its processes before its end.
    """
    waiting: deque[_Waiting] = deque()
    files = sum(1 for _ in walk(path)) if progress else None
    done = itertools.count(1)
    with closing(ReadingCache(cache)) as kept, Sandbox() as sandbox:
        for found in itertools.chain(walk(path), (None,)):  # the end, where all that waits is waited for
            if found is not None:
                waiting.append(_begun(found, kept, sandbox))
            while waiting and (found is None or waiting[0].ready() or _far_ahead(waiting)):
                yield from waiting.popleft().parts(kept)
                if progress:
                    progress(Progress(stage="reading", done=next(done), total=files))
        kept.drop_vanished()


def read_aliases(path: Path) -> Aliases | None:
    """Return the folder's ``aliases.toml``, None where there is none.

    Raises
    ------
    FolderUnreadable
        As :func:`read_folder`.
    """
    folder_fd = open_folder(path)
    try:
        text, _ = decode(read_bytes(folder_fd, ALIASES_NAME, MAX_ALIASES_BYTES))
    except Refused as refused:
        missing = isinstance(refused.__cause__, FileNotFoundError)
        return None if missing else Aliases(groups=(), problems=((0, refused.reason.value),))
    finally:
        os.close(folder_fd)
    return parse_aliases(normalise(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """A file that is being understood, or what is known of it."""

    origin: str
    outcome: "Future[bytes] | tuple[Fingerprinted | Rejected, ...]"
    digest: bytes = b""
    size_bytes: int = 0

    def ready(self) -> bool:
        """Whether nothing is to be waited for."""
        return isinstance(self.outcome, tuple) or self.outcome.done()

    def parts(self, kept: ReadingCache) -> tuple[Fingerprinted | Rejected, ...]:
        """Wait for what the file gives, and keep it where it was worked out anew."""
        if isinstance(self.outcome, tuple):
            return self.outcome
        try:
            payload = self.outcome.result()
        except Refused as refused:
            return (refused.of(self.origin),)
        parts = _believed(payload, self.origin)
        if parts is None:
            return (Refused(Reason.CRASHED, "no payload").of(self.origin),)
        if not any(isinstance(part, Rejected) and part.reason in _FAULTS for part in parts):
            kept.put(self.origin, self.digest, payload)
        return parts


def _begun(found: FoundFile | Rejected, kept: ReadingCache, sandbox: Sandbox) -> _Waiting:
    """Read a file, and have it understood unless it was before."""
    if isinstance(found, Rejected):
        return _Waiting(origin=found.origin, outcome=(found,))
    origin, suffix = found.origin, PurePosixPath(found.origin).suffix.lower().rstrip()
    if suffix not in SUFFIXES:
        return _Waiting(origin=origin, outcome=(Refused(Reason.UNSUPPORTED, suffix or None).of(origin),))
    try:
        data = read_bytes(found.folder_fd, found.name, SUFFIXES[suffix])
    except Refused as refused:
        return _Waiting(origin=origin, outcome=(refused.of(origin),))
    digest = hashlib.sha256(data).digest()
    payload = kept.get(origin, digest)
    if payload is not None and (parts := _believed(payload, origin)) is not None:
        return _Waiting(origin=origin, outcome=parts)
    return _Waiting(origin=origin, outcome=sandbox.submit(data, origin, suffix), digest=digest, size_bytes=len(data))


def _believed(payload: bytes, origin: str) -> tuple[Fingerprinted | Rejected, ...] | None:
    """Return what a payload says, None where it is none."""
    try:
        return decode_payload(payload, origin)
    except ValueError:
        return None


def _far_ahead(waiting: deque[_Waiting]) -> bool:
    return len(waiting) > _AHEAD_FILES or sum(each.size_bytes for each in waiting) > _AHEAD_BYTES
