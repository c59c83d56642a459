"""Filters of a search from what a person typed into the options."""

from dataclasses import replace

from bot.errors import InvalidDate
from corpus import Filters
from corpus.search.clauses import read_date, read_language

FILTER_CHARS = 100


def understood(typed: Filters) -> Filters:
    """Return filters that were typed as the corpus takes them; blank ones restrict nothing.

    Raises
    ------
    InvalidDate
        ``after`` or ``before`` names no year, month or day that there is.
    """
    return Filters(
        source=_words(typed.source),
        author=_words(typed.author),
        language=read_language(typed.language or "") or _words(typed.language),
        after=_date(typed.after),
        before=_date(typed.before),
    )


def without(filters: Filters, name: str) -> Filters:
    """Return filters without one of them, or, as ``corpus.SearchResults.without`` names it, without any."""
    if not name:
        return Filters()
    return filters if name == "words" else replace(filters, **{name: None})


def _words(text: str | None) -> str | None:
    """Return a filter's words on one line, or None for blank ones."""
    return " ".join((text or "").split())[:FILTER_CHARS].strip() or None


def _date(text: str | None) -> str | None:
    words = _words(text)
    date = read_date(words) if words else None
    if words and date is None:
        raise InvalidDate(words)
    return date
