"""Lists of the author's, whose items may use words that sites are made of. What must not live here: these words."""

import itertools
import re
from collections.abc import Collection, Sequence

from corpus.reading.cleaning.furniture import FILLED, MOSTLY, folded_line, is_partly_site, is_site_line, is_site_wording
from corpus.reading.cleaning.prose import columns, ends_sentence
from corpus.reading.cleaning.site_words import site_words
from corpus.reading.plain_text import is_list_item

_MARKER = re.compile(r"^\W*(?:\d+\W*)?")
_LABEL_COLUMNS = 12


def with_items_plain(paragraphs: Sequence[str], headings: Collection[str]) -> list[str]:
    """Return paragraphs with words that no site has for the items of an author's lists.

    Items below each other are one list, each a paragraph or a line of one. A site's is filled with its words, all of it
    where it is numbered or stands below an author's heading; an item alone is a list below a heading or a colon only.
    """
    plain = list(paragraphs)
    numbers = itertools.count()
    for listed, group in itertools.groupby(range(len(plain)), lambda at: is_list_item(paragraphs[at])):
        places = list(group)
        items = [item for at in places for item in paragraphs[at].split("\n")]
        if not listed:
            continue
        above = paragraphs[places[0] - 1] if places[0] else ""
        marked = above in headings or items[0][0].isdecimal()
        alone = len(items) == 1 and not (above in headings or above.endswith((":", "：")))
        if not alone and _filled_share(items) < (1 if marked else MOSTLY):
            for at in places:
                plain[at] = "\n".join(_plain(item, next(numbers)) for item in paragraphs[at].split("\n"))
    return plain


def _filled_share(items: Sequence[str]) -> float:
    """Return the share of a list's characters in items filled with words of sites."""
    return sum(len(item) for item in items if _is_filled(item)) / sum(map(len, items))


def _is_filled(item: str) -> bool:
    return is_site_wording(item, FILLED) or site_words(folded_line(item)).share > FILLED


def _plain(item: str, number: int) -> str:
    """Return an item of such a list, with other words for one like a site's line, but for a short label in bullets."""
    wording = _MARKER.sub("", item, count=1)
    marker = item[: len(item) - len(wording)]
    label = columns(wording) <= _LABEL_COLUMNS and not marker[:1].isdecimal()
    if (label and _is_filled(item)) or not (is_site_line(item) or is_partly_site(item)):
        return item
    return f"{marker}Item {number:04}{'.' * ends_sentence(item)}"
