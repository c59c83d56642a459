"""Why a file was not read. Codes only: the words for them are made where they are shown."""

from enum import StrEnum


class Reason(StrEnum):
    """The codes that stand in ``Rejected.reason``."""

    UNSUPPORTED = "unsupported"
    """The suffix is none that can be read; ``detail`` is the suffix."""
    LINK = "link"
    """A symbolic link; links are never followed."""
    NOT_REGULAR = "not_regular"
    """A pipe, a socket or a device."""
    TOO_LARGE = "too_large"
    """Longer than the limit for its kind; ``detail`` is the limit in bytes."""
    TOO_DEEP = "too_deep"
    """A folder under too many others; ``detail`` is the limit."""
    TOO_MANY_FOLDERS = "too_many_folders"
    """Folders from here on were left out; ``detail`` is the limit."""
    UNREADABLE = "unreadable"
    """The system refuses to open or read it; ``detail`` is its message."""
    CHANGED_WHILE_READING = "changed_while_reading"
    """Written to during the read: what was read may be half of it."""
    NOT_TEXT = "not_text"
    """Binary data under a text suffix."""
    UNDECODABLE = "undecodable"
    """No encoding fits, or two fit equally well."""
    EMPTY = "empty"
    """Nothing is left to show."""
    DUPLICATE_ID = "duplicate_id"
    """An earlier file has the same id; ``detail`` is its origin."""
    DUPLICATE_TEXT = "duplicate_text"
    """An earlier file has the same text; ``detail`` is its origin. ``read_folder`` joins the two instead."""
    BAD_ALIAS = "bad_alias"
    """A line of ``aliases.toml`` that cannot be used; ``detail`` says why. Never a file."""


class Refused(Exception):
    """A file cannot become an article. Never leaves :mod:`corpus.reading`, which turns it into a ``Rejected``."""

    def __init__(self, reason: Reason, detail: str | None = None) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
