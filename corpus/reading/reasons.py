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
    DAMAGED = "damaged"
    """A PDF, DOCX or EPUB whose parts cannot be read."""
    ENCRYPTED = "encrypted"
    """A PDF, DOCX or EPUB that a password or a seller's key protects."""
    SCANNED = "scanned"
    """A PDF of pictures of pages, without text."""
    GARBLED = "garbled"
    """A PDF whose letters do not say which characters they are."""
    NO_COLUMNS = "no_columns"
    """A table whose first row names no column of text; ``detail`` is what it names."""
    BAD_LINE = "bad_line"
    """A line of a table that gives no article while others do; ``detail`` says why."""
    EMPTY = "empty"
    """Nothing is left to show."""
    DUPLICATE_ID = "duplicate_id"
    """An earlier file has the same id; ``detail`` is its origin."""
    DUPLICATE_TEXT = "duplicate_text"
    """An earlier file has the same text; ``detail`` is its origin. ``read_folder`` joins the two instead."""
    TIMED_OUT = "timed_out"
    """Understanding it took longer than a file may take; ``detail`` is the limit in seconds, if it was by the clock."""
    TOO_MUCH_MEMORY = "too_much_memory"
    """Understanding it took more memory than a file may take."""
    CRASHED = "crashed"
    """Understanding it ended in a fault; ``detail`` says which, for whoever mends it."""
    BAD_ALIAS = "bad_alias"
    """A line of ``aliases.toml`` that cannot be used; ``detail`` says why. Never a file."""


class Refused(Exception):
    """A file cannot become an article. Never leaves :mod:`corpus.reading`, which turns it into a ``Rejected``."""

    def __init__(self, reason: Reason, detail: str | None = None) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
