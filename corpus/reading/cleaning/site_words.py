"""The words sites are made of, and how much of a clause they fill. What must not live here: whole phrases.

Sites put the same few words together in ever new ways (view + my + bookmarks), so a clause is judged by the share of
its letters that such words fill: the words alone generalise to sites that nobody looked at, as lists of
phrases do not.
"""

import functools
import re
from dataclasses import dataclass

from corpus.reading.words import LISTS

_OF_SITES = frozenset(LISTS["site"] + LISTS["site_en"])
_LATIN = frozenset((*LISTS["site_en"], *LISTS["beside_en"], "app", "qq", "vip"))
_HAN = frozenset(LISTS["site"] + LISTS["beside"])
_WORD = re.compile("|".join(sorted(map(re.escape, _HAN), key=len, reverse=True)) + "|[a-z][a-z'-]*|[^\\W\\d_]")


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The share of a clause's letters in words of sites, that in words only sites need, and these words."""

    share: float
    strong_share: float
    strong: frozenset[str]


@functools.lru_cache(maxsize=4_096)
def site_words(folded: str) -> SiteWords:
    """Return what of a folded clause or line is words of sites."""
    words = _WORD.findall(folded)
    letters = max(1, sum(map(len, words)))
    filled = [word for word in words if word in (_LATIN if word.isascii() and len(word) > 1 else _HAN)]
    strong = [word for word in words if word in _OF_SITES]
    return SiteWords(sum(map(len, filled)) / letters, sum(map(len, strong)) / letters, frozenset(strong))
