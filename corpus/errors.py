"""What can go wrong in the corpus, by whose fault it is. Errors carry data; words are made elsewhere.

CorpusError
├── AskerError              the person who asked can do something about it
│   └── UnknownArticle
├── MaintainerError         whoever keeps the articles can do something about it
│   ├── FolderUnreadable
│   ├── InvalidArticle
│   └── DuplicateArticle
└── OperatorError           whoever hosts the bot can do something about it
    ├── NoIndex
    ├── DamagedIndex
    ├── NewerIndex
    ├── BuildInProgress
    ├── IndexNotWritable
    └── ReaderUnavailable
"""

from enum import StrEnum
from pathlib import Path


class CorpusError(Exception):
    """The base of every error that the corpus raises on purpose."""


class AskerError(CorpusError):
    """The person who asked can do something about it."""


class MaintainerError(CorpusError):
    """Whoever keeps the articles can do something about it."""


class OperatorError(CorpusError):
    """Whoever hosts the bot can do something about it."""


class UnknownArticle(AskerError):
    """No article of this id is in the index."""

    def __init__(self, article_id: str) -> None:
        super().__init__(f"no article {article_id!r} in this index")
        self.article_id = article_id


class FolderUnreadable(MaintainerError):
    """The folder of articles is missing, is not a folder, or may not be opened."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"the folder {folder} cannot be read: {reason}")
        self.folder = folder
        self.reason = reason


class InvalidArticle(MaintainerError):
    """An article breaks the rules of :class:`corpus.Article`."""

    def __init__(self, article_id: str, reason: str) -> None:
        super().__init__(f"the article {article_id!r} cannot be indexed: {reason}")
        self.article_id = article_id
        self.reason = reason


class DuplicateArticle(MaintainerError):
    """Two articles have the same id."""

    def __init__(self, article_id: str, origins: tuple[str, ...]) -> None:
        super().__init__(f"the id {article_id!r} stands in more than one article: {', '.join(origins)}")
        self.article_id = article_id
        self.origins = origins


class NoIndex(OperatorError):
    """The index folder holds no build yet."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"there is no index in {folder} yet")
        self.folder = folder


class Damage(StrEnum):
    """What is wrong with a build."""

    NO_FOLDER = "no-folder"  # its folder is missing
    CHANGED = "changed"  # a part of it is not as it was written
    UNREADABLE = "unreadable"  # the system does not read a part of it
    OLD_FORMAT = "old-format"  # it is of a format that is no longer read: its number
    ENGINE = "engine"  # it is made for an engine that is not known here: its name


class DamagedIndex(OperatorError):
    """A build cannot be opened: a file is missing, truncated or not what the manifest says.

    ``part`` is the file or folder of the build that is meant, ``detail`` what is known besides; each may be "".
    """

    def __init__(self, build: str, cause: Damage, part: str = "", detail: str = "") -> None:
        told = ": ".join(text for text in (cause.replace("-", " "), part, detail) if text)
        super().__init__(f"the index build {build} is damaged ({told})")
        self.build = build
        self.cause = cause
        self.part = part
        self.detail = detail


class NewerIndex(OperatorError):
    """A build was written in a newer format than this version reads."""

    def __init__(self, build: str, format_number: int) -> None:
        super().__init__(f"the index build {build} has format {format_number}, which a newer version wrote")
        self.build = build
        self.format_number = format_number


class BuildInProgress(OperatorError):
    """Another build holds the lock of this index folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another build is already running in {folder}")
        self.folder = folder


class IndexNotWritable(OperatorError):
    """The index folder cannot be written: no right, or no space left."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"the index folder {folder} cannot be written: {reason}")
        self.folder = folder
        self.reason = reason


class ReaderUnavailable(OperatorError):
    """No process can be started to read files in."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no process can be started to read files in: {reason}")
        self.reason = reason
