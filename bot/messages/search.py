"""What a search was restricted to, in words, for Discord and the terminal alike. Nothing here is markup."""

from dataclasses import asdict

from bot.messages import Words
from corpus import Filters


def filters_text(filters: Filters, words: Words) -> str:
    """Return filters as one line: "source 远川 · after 2023-03"."""
    values = ((name, value.split("\n")) for name, value in asdict(filters).items() if value)
    return " · ".join(f"{words(f'filter-{name}')} {line}" for name, lines in values for line in lines)


def without_text(name: str, count: int, words: Words) -> str:
    """Return how many articles there are without what emptied a result, named as in ``SearchResults.without``."""
    return words("search-without", filter=words(f"filter-{name or 'all'}"), count=count)
