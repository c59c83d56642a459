"""Lists of other articles and resources below a text. What must not live here: single lines of a site.

A section goes from its heading, or from its first item, to its last item.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.reading.cleaning.cues import HEADING, KEYWORDS, TURN
from corpus.reading.cleaning.furniture import EDGES, ENOUGH, cue_share
from corpus.reading.cleaning.prose import first_prose, is_prose, is_short
from corpus.reading.dates import DAY


def sections_below(paragraphs: Sequence[str]) -> set[int]:
    """Return the lists of other articles and resources below the text, from their heading to their last item.

    Items are short lines and lines of label and date that repeat; prose goes only where it stands between such items
    (teasers). Never touches anything above the first prose, nor prose with no item behind it.
    """
    first = first_prose(paragraphs)
    items = _items(paragraphs)
    cut: set[int] = set()
    at = first + 1
    while at < len(paragraphs):
        if _opens_section(paragraphs[at], at in items):
            end = _section_end(paragraphs, at, items)
            start = at
            while at in items and start - 1 > first and is_short(paragraphs[start - 1]):
                start -= 1  # the first item's title stands above its date
            cut.update(range(start, end))
            at = end
        at += 1
    return cut


def _opens_section(line: str, is_item: bool) -> bool:  # noqa: FBT001  a fact of the line
    bare = line.strip(EDGES + ":：").lower()
    if (
        is_item
        or HEADING.fullmatch(bare)
        or TURN.fullmatch(line.strip(" -•·|[]【】").lower())
        or KEYWORDS.fullmatch(line.lower())
    ):
        return True
    return bool(re.search(r"系统(为您|自动)|(为您|為您|猜你)(推荐|推薦|匹配|喜欢)", line)) and cue_share(line)[0] >= 0.3


def _items(paragraphs: Sequence[str]) -> set[int]:
    """Return the lines of label and date of which the label comes at least three times, as below each of many titles."""
    labels: dict[int, str] = {}
    for at, line in enumerate(paragraphs):
        if len(line) <= 60 and (day := DAY.search(line)):
            label = (line[: day.start()] + line[day.end() :]).strip(EDGES)
            if len(label) <= 20 and not re.search(r"[，。！？,!?]", label):
                labels[at] = label.lower()
    counts = Counter(labels.values())
    return {at for at, label in labels.items() if counts[label] > 2}


def _section_end(paragraphs: Sequence[str], start: int, items: set[int]) -> int:
    """Return the place behind a section's last item; prose belongs to it only between items."""
    end = start + 1
    gap = 0
    allowed = 8 if sum(item >= start for item in items) > 1 else 2
    teaser = 0
    for at in range(start + 1, len(paragraphs)):
        line = paragraphs[at]
        strong = at in items or _is_strong_item(line) or cue_share(line)[0] >= ENOUGH
        if strong or (gap == 0 and is_short(line)):
            teaser = max(teaser, gap)
            end, gap = at + 1, 0
        else:
            gap += is_prose(line) or not is_short(line) or allowed > 2
            if gap > allowed:
                return end
    return len(paragraphs) if gap <= teaser or (gap and _alternates(paragraphs[start + 1 :])) else end


def _is_strong_item(line: str) -> bool:
    link = re.match(r"[^\s:：]{0,12}\s?[:：]?\s?https?://\S+$", line)
    bullet = re.match(r"[•●○▪◆■►▶·]\s*\S|\[?\d{1,2}\]?[.、]\s?\S", line)
    return bool(link or TURN.fullmatch(line.lower()) or (bullet and len(line) <= 80 and is_short(line)))


def _alternates(below: Sequence[str]) -> bool:
    """Whether titles and teasers of one paragraph each take turns to the end, at least twice."""
    kinds = [is_short(line) for line in below]
    return (
        len(kinds) > 3
        and kinds[0]
        and all(a or b for a, b in pairwise(kinds))
        and kinds.count(True) * 5 >= len(kinds) * 2
    )
