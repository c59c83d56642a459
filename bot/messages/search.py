"""What a search was restricted to, in words, for Discord and the terminal alike. Nothing here is markup."""

from dataclasses import asdict

from bot.messages import Words
from corpus import Filters, SearchResults


def filters_text(filters: Filters, words: Words) -> str:
    """Return filters as one line: "source 远川 · after 2023-03"."""
    values = ((name, value.replace("\t", " | ").split("\n")) for name, value in asdict(filters).items() if value)
    return " · ".join(f"{words(f'filter-{name}')} {line}" for name, lines in values for line in lines)


def without_texts(results: SearchResults, words: Words) -> dict[str, str]:
    """Return how many articles there are without each thing that emptied a result, by ``SearchResults.without``."""
    shown: dict[str, str] = {}
    for name, count in results.without:
        one = Filters(**{name: value}) if (value := getattr(results.filters, name or "-", None)) else Filters()
        what = filters_text(one, words) or words(f"filter-{name or 'all'}")
        shown[name] = words("search-without", filter=what, count=count)
    return shown
