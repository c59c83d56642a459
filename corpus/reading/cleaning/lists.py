"""Lists and notices, which may use words that sites are made of. What must not live here: these words."""

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence

from corpus.reading.cleaning.furniture import (
    FILLED,
    MOSTLY,
    folded_line,
    heads_list,
    is_insert,
    is_partly_site,
    is_site_line,
    is_site_wording,
    names_event,
)
from corpus.reading.cleaning.prose import ends_sentence, is_prose
from corpus.reading.cleaning.site_words import site_words
from corpus.reading.plain_text import display_columns, is_list_item
from corpus.reading.words import LISTS

_MARKER = re.compile(r"^\W*(?:\d+\W*)?")
_NUMBERED = re.compile(r"\d{1,3}[.)、）](?!\d)")
_LABEL_COLUMNS = 12
_CONTACT = frozenset(LISTS["contact"])
_LABEL = r"[^\s\d:：。，,][^\s:：。，,]{0,11} ?[:：]"
_FIELD = re.compile(rf"(?:[^\s:：。，,]{{1,12}} ){{0,2}}{_LABEL}")
_NEXT_FIELD = re.compile(rf"\s(?={_LABEL})")


def with_items_plain(paragraphs: Sequence[str], headings: Collection[str]) -> list[str]:
    """Return paragraphs with words that no site has for the items of an author's lists, and for notices.

    Items below each other are one list, each a paragraph or a line of one, and so are all with numbers. A site's is
    filled with its words, all of it where it is numbered or stands below an author's heading; an item alone is a list
    below a heading or a colon only.
    Labels with values below each other are a notice where one says what happens where, or who is there.
    """
    plain = list(paragraphs)
    numbers = itertools.count()
    for places in (*_runs(paragraphs, _is_bulleted), *_numbered(paragraphs)):
        items = [item for at in places for item in paragraphs[at].split("\n")]
        above = paragraphs[places[0] - 1] if places[0] else ""
        marked = above in headings or items[0][0].isdecimal()
        alone = len(items) == 1 and not (above in headings or above.endswith((":", "：")))
        if not alone and _filled_share(items) < (1 if marked else MOSTLY):
            for at in places:
                plain[at] = "\n".join(_plain(item, next(numbers)) for item in paragraphs[at].split("\n"))
    for places in _runs(paragraphs, _is_field):
        if any(names_event(field) for at in places for field in _NEXT_FIELD.split(paragraphs[at])):
            for at in places:
                plain[at] = plain[at] if is_prose(plain[at]) else f"- Item {next(numbers):04}: value"
    return plain


def _runs(paragraphs: Sequence[str], belongs: Callable[[str], bool]) -> Iterator[list[int]]:
    """Yield the places of paragraphs of one kind that stand below each other."""
    for found, places in itertools.groupby(range(len(paragraphs)), lambda at: belongs(paragraphs[at])):
        if found:
            yield list(places)


def _numbered(paragraphs: Sequence[str]) -> list[list[int]]:
    """Return the places of the items with numbers as one list, if any: text may stand between them."""
    places = [at for at, line in enumerate(paragraphs) if _NUMBERED.match(line)]
    return [places] if places else []


def _is_bulleted(paragraph: str) -> bool:
    return is_list_item(paragraph) and not paragraph[0].isdecimal()


def _is_field(paragraph: str) -> bool:
    """Whether a paragraph begins with a label, which has no word of sites but those for whom to turn to."""
    label = _FIELD.match(paragraph)
    if label is None or heads_list(paragraph) or is_insert(paragraph):
        return False
    return site_words(folded_line(label[0])).strong <= _CONTACT


def _filled_share(items: Sequence[str]) -> float:
    """Return the share of a list's characters in items filled with words of sites."""
    return sum(len(item) for item in items if _is_filled(item)) / sum(map(len, items))


def _is_filled(item: str) -> bool:
    return is_site_wording(item, FILLED) or site_words(folded_line(item)).share > FILLED


def _plain(item: str, number: int) -> str:
    """Return an item of such a list, with other words for one like a site's line, but for a short label in bullets."""
    wording = _MARKER.sub("", item, count=1)
    marker = item[: len(item) - len(wording)]
    label = display_columns(wording) <= _LABEL_COLUMNS and not marker[:1].isdecimal()
    if (label and _is_filled(item)) or not (is_site_line(item) or is_partly_site(item)):
        return item
    return f"{marker}Item {number:04}{'.' * ends_sentence(item)}"
