"""An article cut into pages at paragraph and sentence ends. What must not live here: markup."""

import re
from bisect import bisect_right

from corpus.results import Span

PAGE_CHARS = 1800
_BREAKS = (re.compile(r"\n\s*\n"), re.compile(r"[。！？!?…]+[」』”’\"')）]*|\.\s|\n"), re.compile(r"[，,、；;：:\s]"))


def page_spans(text: str, page_chars: int = PAGE_CHARS) -> tuple[Span, ...]:
    """Return the pages of a text in order, which together cover it; each has at most ``page_chars`` code points.

    A page ends after the last paragraph that fits, else the last sentence, else the last clause, else where it must. A
    break in the first half of a page is passed over for a finer one, so that no page is nearly empty.
    """
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = _page_end(text, start, page_chars)
        spans.append((start, end))
        start = end
    return tuple(spans) or ((0, 0),)


def page_of(spans: tuple[Span, ...], place: int) -> int:
    """Return the number of the page, from 0, that holds a place in the text."""
    return max(0, min(len(spans) - 1, bisect_right([start for start, _ in spans], place) - 1))


def _page_end(text: str, start: int, page_chars: int) -> int:
    """Return where the page that begins at ``start`` ends."""
    limit = start + page_chars
    if limit >= len(text):
        return len(text)
    for pattern in _BREAKS:
        ends = [match.end() for match in pattern.finditer(text, start + page_chars // 2, limit)]
        if ends:
            return ends[-1]
    return limit
