"""Teasers: what a site repeats of an article above it. What must not live here: teasers of other articles."""

import re
from collections.abc import Sequence

from corpus.reading.cleaning.furniture import MOSTLY, cue_share
from corpus.reading.cleaning.prose import is_prose

_EARLY = 30
_MIN_CHARS = 4
_KEY_CHARS = 400
_JOINED = 12
_MARKS = re.compile(r"[\W_]+")
_LABEL = re.compile(
    r"[【\[]?(?:导读|導讀|摘要|提要|核心提示|导语|導語|简介|簡介|summary|abstract)[】\]]?\s*[:：]?\s*", re.IGNORECASE
)


def repeated_teasers(paragraphs: Sequence[str]) -> set[int]:
    """Return the paragraphs above the text that are prefixes of later ones, or of several later ones joined.

    Marks and a label such as 摘要 aside. Never loses wording, since all of it stands further below; never touches
    the first line, which may be the title, nor anything below the first paragraph that stands once.
    """
    keys = [_key(paragraph) for paragraph in paragraphs]
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        places.setdefault(key[:_MIN_CHARS], []).append(at)
    cut: set[int] = set()
    for at in range(1, min(_EARLY, len(keys))):
        key = _key(_LABEL.sub("", paragraphs[at], count=1))
        if len(key) >= _MIN_CHARS and len(paragraphs[at]) <= _KEY_CHARS and _stands_below(key, at, keys, places):
            cut.add(at)
        elif is_prose(paragraphs[at]) and cue_share(paragraphs[at])[0] < MOSTLY:
            break
    return cut


def _key(paragraph: str) -> str:
    return _MARKS.sub("", paragraph[:_KEY_CHARS]).lower()


def _stands_below(key: str, at: int, keys: Sequence[str], places: dict[str, list[int]]) -> bool:
    later = [other for other in places.get(key[:_MIN_CHARS], ())[:_EARLY] if other > at]
    return any(
        (other > at + 1 and keys[other].startswith(key)) or "".join(keys[other : other + _JOINED]).startswith(key)
        for other in later
        if keys[other] != key or other > at + 1
    )
