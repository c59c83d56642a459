"""Filters of a search from what a person typed into the options."""

from dataclasses import asdict, replace

from corpus import Filters

FILTER_CHARS = 100


def trimmed(typed: Filters) -> Filters:
    """Return filters that were typed on one line each, at most 100 characters; blank ones restrict nothing."""
    texts = ((name, " ".join((text or "").split())) for name, text in asdict(typed).items())
    return Filters(**{name: text[:FILTER_CHARS].strip() or None for name, text in texts})


def without(filters: Filters, name: str) -> Filters:
    """Return filters without one of them, or, as ``corpus.SearchResults.without`` names it, without any."""
    if not name:
        return Filters()
    return filters if name == "words" else replace(filters, **{name: None})
