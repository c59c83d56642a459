"""A folder of files to articles. What must not live here: how one file is opened or understood."""

import dataclasses
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from corpus.article import Article
from corpus.errors import FolderUnreadable
from corpus.reading.aliases import Aliases, parse_aliases
from corpus.reading.document import SUFFIXES, Document, read_documents
from corpus.reading.encoding import decode
from corpus.reading.plain_text import normalise
from corpus.reading.reasons import Reason, Refused
from corpus.reading.safe_file import ALIASES_NAME, FoundFile, open_folder, read_bytes, walk
from corpus.results import Rejected

MAX_ALIASES_BYTES = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Articles and rejected files in the order of their paths; ``aliases`` is None without an ``aliases.toml``."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    aliases: Aliases | None


def read_folder(path: Path) -> Reading:
    """Read every file of a folder; files with the same text become one article with several origins.

    Raises
    ------
    FolderUnreadable
        The folder is missing, is no folder, or may not be opened. An empty one is an empty reading.
    """
    articles: dict[str, Article] = {}
    rejected: list[Rejected] = []
    for item in iter_folder(path):
        if isinstance(item, Article):
            articles[item.origin] = item
        elif item.reason == Reason.DUPLICATE_TEXT and item.detail in articles:
            first = articles[item.detail]
            articles[item.detail] = dataclasses.replace(first, origins=(*first.origins, item.origin))
        else:
            rejected.append(item)
    return Reading(articles=tuple(articles.values()), rejected=tuple(rejected), aliases=read_aliases(path))


def iter_folder(path: Path) -> Iterator[Article | Rejected]:
    """Yield the articles and the rejected files of a folder one by one, in the order of their NFC POSIX paths.

    Memory does not grow with the articles, but for an id and a hash each. What has gone out cannot get another
    origin: a file with the text of an earlier one, and no id of its own, comes as a ``duplicate_text`` rejection.

    Raises
    ------
    FolderUnreadable
        As :func:`read_folder`, at the first step.
    """
    seen = _Seen()
    for found in walk(path):
        if isinstance(found, Rejected):
            yield found
            continue
        try:
            documents = _read(found)
        except Refused as refused:
            yield Rejected(origin=found.origin, reason=refused.reason, detail=refused.detail)
            continue
        for document in documents:
            yield document if isinstance(document, Rejected) else seen.add(document)


def read_aliases(path: Path) -> Aliases | None:
    """Return the folder's ``aliases.toml``, None where there is none.

    Raises
    ------
    FolderUnreadable
        As :func:`read_folder`.
    """
    folder_fd = open_folder(path)
    try:
        if ALIASES_NAME not in os.listdir(folder_fd):  # noqa: PTH208  pathlib lists no descriptors
            return None
        text, _ = decode(read_bytes(folder_fd, ALIASES_NAME, MAX_ALIASES_BYTES))
    except Refused as refused:
        return Aliases(groups=(), problems=((0, refused.reason.value),))
    except OSError as error:
        raise FolderUnreadable(path, error.strerror or str(error)) from error
    finally:
        os.close(folder_fd)
    return parse_aliases(normalise(text))


def _read(found: FoundFile) -> tuple[Document | Rejected, ...]:
    suffix = PurePosixPath(found.origin).suffix.lower()
    if suffix not in SUFFIXES:
        raise Refused(Reason.UNSUPPORTED, suffix or None)
    return read_documents(read_bytes(found.folder_fd, found.name, SUFFIXES[suffix]), found.origin, suffix)


class _Seen:
    """The ids and texts that have gone out, each with its origin."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._texts: dict[bytes, str] = {}

    def add(self, document: Document) -> Article | Rejected:
        """Remember an article and return it; rejected where it stands for an earlier one."""
        article = document.article
        if earlier := self._ids.get(article.id):
            return Rejected(origin=article.origin, reason=Reason.DUPLICATE_ID, detail=earlier)
        digest = hashlib.sha256(article.text.encode()).digest()[:16]
        if not document.names_id and (earlier := self._texts.get(digest)):
            return Rejected(origin=article.origin, reason=Reason.DUPLICATE_TEXT, detail=earlier)
        self._ids[article.id] = article.origin
        self._texts.setdefault(digest, article.origin)
        return article
