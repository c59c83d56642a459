"""What a search was restricted to, in words, for Discord and the terminal alike. Nothing here is markup."""

from collections.abc import Callable
from dataclasses import asdict

from bot.messages import Words
from corpus import Filters, SearchResults

LANGUAGE_NAMES = {
    "zh": "choice-chinese",
    "zh-Hans": "choice-simplified",
    "zh-Hant": "choice-traditional",
    "en": "choice-english",
    "ja": "choice-japanese",
    "ko": "choice-korean",
}


def searched_lines(results: SearchResults, words: Words, shown: Callable[[str], str] = str) -> list[str]:
    """Return the filters that were applied, which words stand in no article, and what was searched instead.

    Without hits also which words do stand. ``shown`` makes what somebody typed fit for its place.
    """
    lines = [words("search-unquoted")] if results.unquoted else []
    if results.filters != Filters():
        lines.append(words("search-filters", filters=shown(filters_text(results.filters, words))))
    found = () if results.hits else results.found  # in hits they are marked
    lists = (("search-unread", results.unread), ("search-found-words", found), ("search-missing", results.missing))
    lines += [words(name, words=shown(words("list-comma").join(listed))) for name, listed in lists if listed]
    if results.searched:
        lines.append(words("search-instead", question=shown(results.searched)))
    return lines


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
        values = [words(LANGUAGE_NAMES[tag]) if tag in LANGUAGE_NAMES else tag for tag in values]
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
