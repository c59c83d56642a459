"""Why a file was not read. Codes only: the words for them are made where they are shown."""

from enum import StrEnum

from corpus.results import Rejected


class Reason(StrEnum):
    """The codes that stand in ``Rejected.reason``; beside each why, and behind a colon what ``detail`` is."""

    UNSUPPORTED = "unsupported"  # the suffix is none that can be read: the suffix
    LINK = "link"  # a symbolic link; links are never followed
    NOT_REGULAR = "not_regular"  # a pipe, a socket or a device
    TOO_LARGE = "too_large"  # longer than the limit for its kind: the limit in bytes
    TOO_DEEP = "too_deep"  # a folder under too many others: the limit
    TOO_MANY_FOLDERS = "too_many_folders"  # folders from here on were left out: the limit
    UNREADABLE = "unreadable"  # the system refuses to open or read it: its message
    CHANGED_WHILE_READING = "changed_while_reading"  # written to during the read: what was read may be half of it
    NOT_TEXT = "not_text"  # binary data under a text suffix
    UNDECODABLE = "undecodable"  # no encoding fits, or two fit equally well
    DAMAGED = "damaged"  # a PDF, DOCX or EPUB whose parts cannot be read
    ENCRYPTED = "encrypted"  # a PDF, DOCX or EPUB that a password or a seller's key protects
    SCANNED = "scanned"  # a PDF of pictures of pages, without text
    GARBLED = "garbled"  # a PDF whose letters do not say which characters they are
    NO_COLUMNS = "no_columns"  # a table whose first row names no column of text: what it names
    BAD_LINE = "bad_line"  # a line of a table that gives no article while others do: why
    EMPTY = "empty"  # nothing is left to show
    DUPLICATE_ID = "duplicate_id"  # an earlier file has the same id: its origin
    DUPLICATE_TEXT = "duplicate_text"  # an earlier file has the same text, which read_folder joins: its origin
    TIMED_OUT = "timed_out"  # understanding it took too long: the limit in seconds, if it was by the clock
    TOO_MUCH_MEMORY = "too_much_memory"  # understanding it took more memory than a file may take
    CRASHED = "crashed"  # understanding it ended in a fault: which, for whoever mends it
    BAD_ALIAS = "bad_alias"  # a line of aliases.toml that cannot be used: why. Never a file


class Refused(Exception):
    """A file cannot become an article. Never leaves :mod:`corpus.reading`, which turns it into a ``Rejected``."""

    def __init__(self, reason: Reason, detail: str | None = None) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def of(self, origin: str) -> Rejected:
        """Return the file of an origin as rejected."""
        return Rejected(origin=origin, reason=self.reason, detail=self.detail)
