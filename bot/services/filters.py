"""Filters of a search from what a person typed into the options."""

import re

from bot.errors import InvalidDate
from corpus import Filters

FILTER_CHARS = 100
_DATE = re.compile(r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日]?")


def filters_from(
    *,
    source: str | None = None,
    author: str | None = None,
    language: str | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Filters:
    """Return the filters; blank options restrict nothing.

    Raises
    ------
    InvalidDate
        ``after`` or ``before`` names no year, month or day.
    """
    return Filters(
        source=_words(source),
        author=_words(author),
        language=_words(language),
        after=_date(after),
        before=_date(before),
    )


def _words(text: str | None) -> str | None:
    """Return a filter's words, or None for blank ones."""
    return ((text or "").strip()[:FILTER_CHARS]).strip() or None


def _date(text: str | None) -> str | None:
    """Return ``YYYY[-MM[-DD]]``; 2024/5, 2024.05.01 and 2024年5月 are understood too."""
    words = _words(text)
    if words is None:
        return None
    match = _DATE.fullmatch(words)
    if not match or not 1 <= int(match[2] or 1) <= 12 or not 1 <= int(match[3] or 1) <= 31:
        raise InvalidDate(words)
    return "-".join(part.zfill(2) for part in match.groups() if part)
