"""Teasers: what a site repeats of an article above it. What must not live here: teasers of other articles."""

import re
from collections.abc import Sequence

from corpus.reading.cleaning.furniture import MOSTLY, cue_share
from corpus.reading.cleaning.prose import is_prose

_EARLY, _LATER = 30, 1_000
_MIN_CHARS = 4
_KEY_CHARS = 400
_MARKS = re.compile(r"[\W_]+")


def repeated_teasers(paragraphs: Sequence[str]) -> set[int]:
    """Return the paragraphs above the text that are prefixes of later ones, marks aside.

    Never loses wording, since all of it stands further below; never touches
    the first line, which may be the title, nor anything below the first paragraph that stands once.
    """
    keys = [_key(paragraph) for paragraph in paragraphs[:_LATER]]
    cut: set[int] = set()
    for at in range(1, min(_EARLY, len(keys))):
        short = len(keys[at]) >= _MIN_CHARS and len(paragraphs[at]) <= _KEY_CHARS
        if short and _stands_below(keys[at], keys[at + 1 :]):
            cut.add(at)
        elif is_prose(paragraphs[at]) and cue_share(paragraphs[at])[0] < MOSTLY:
            break
    return cut


def _key(paragraph: str) -> str:
    return _MARKS.sub("", paragraph[:_KEY_CHARS]).lower()


def _stands_below(key: str, later: Sequence[str]) -> bool:
    """Whether a later line, but for an equal one right below, begins as this one."""
    return any(other.startswith(key) for at, other in enumerate(later) if at or other != key)
