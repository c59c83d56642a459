"""Teasers: what a site repeats of an article above it. What must not live here: teasers of other articles."""

import re
from collections.abc import Sequence

_EARLY = 30
_MIN_CHARS = 10
_MARKS = re.compile(r"[\s。．.，,、；;：:！!？?…“”\"'‘’「」—\-]+")
_KEY_CHARS = 400


def repeated_teasers(paragraphs: Sequence[str]) -> set[int]:
    """Return early paragraphs that are prefixes of later ones, marks aside.

    Never loses wording, since all of it stands further below; never touches the first line, which may be the title.
    """
    keys = [_MARKS.sub("", paragraph[:_KEY_CHARS]).lower() for paragraph in paragraphs]
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        places.setdefault(key[:_MIN_CHARS], []).append(at)
    cut: set[int] = set()
    for at in range(1, min(_EARLY, len(keys))):
        key = keys[at]
        if len(key) < _MIN_CHARS or len(paragraphs[at]) > _KEY_CHARS:
            continue
        later = places[key[:_MIN_CHARS]][:_EARLY]
        if any(other > at + 1 and keys[other].startswith(key) for other in later):
            cut.add(at)
    return cut
