"""What a search was restricted to, in words, for Discord and the terminal alike. Nothing here is markup."""

from dataclasses import asdict

from bot.messages import Words
from corpus import Filters, SearchResults

_LANGUAGES = {
    "zh": "choice-chinese",
    "zh-Hans": "choice-simplified",
    "zh-Hant": "choice-traditional",
    "en": "choice-english",
    "ja": "choice-japanese",
    "ko": "choice-korean",
}


def filters_text(filters: Filters, words: Words) -> str:
    """Return filters as one line: "source 远川 · language English · excluding author Jane Doe"."""
    named = asdict(filters)
    if filters.after == filters.before:
        named |= {"after": None, "before": None, "during": filters.after}
    lines = ((name, line) for name, value in named.items() for line in (value or "").split("\n") if line)
    return " · ".join(_filter_text(name, line, words) for name, line in lines)


def _filter_text(name: str, line: str, words: Words) -> str:
    values = line.removeprefix("-").split("\t")
    if name == "language":
        values = [words(_LANGUAGES[tag]) if tag in _LANGUAGES else tag for tag in values]
    text = f"{words(f'filter-{name}')} {words('filter-or').join(values)}"
    return words("filter-not", filter=text) if line.startswith("-") else text


def without_texts(results: SearchResults, words: Words) -> dict[str, str]:
    """Return how many articles there are without each thing that emptied a result, by ``SearchResults.without``."""
    shown: dict[str, str] = {}
    for name, count in results.without:
        one = Filters(**{name: value}) if (value := getattr(results.filters, name or "-", None)) else Filters()
        what = filters_text(one, words) or words(f"filter-{name or 'all'}")
        shown[name] = words("search-without", filter=what, count=count)
    return shown
