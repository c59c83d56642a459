"""Lists of other articles and resources below a text. What must not live here: single lines of a site.

A section goes from its heading, or from its first item, to its last item.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from corpus.reading.cleaning.cues import HEADING, KEYWORDS, RESOURCES, TURN
from corpus.reading.cleaning.furniture import EDGES, MOSTLY, cue_share, folded_line, own_prose
from corpus.reading.cleaning.prose import is_prose, is_short
from corpus.reading.dates import DAY
from corpus.reading.plain_text import is_list_item

_SOME = 0.3
_WHEN = re.compile(
    r"\d+ ?(?:秒|分钟|分鐘|小时|小時|天|周|週|个?月|個月|年)前|\d+ ?次?(?:阅读|閱讀|浏览|瀏覽|评论|評論)"
    r"|\d+ (?:min(?:ute)?|hour|day|week|month|year)s? ago"
)
_DATED = re.compile(r"(?:\(\d\d-\d\d\)|\d\d-\d\d|\d{4}[-/.]\d\d[-/.]\d\d)$")
_MAX_TEASER = 8
_SOME_ITEMS = 2
_BULLET = re.compile(r"[•●○▪◆■►▶·]\s*\S")


def sections_below(paragraphs: Sequence[str]) -> set[int]:
    """Return the lists of other articles and resources below the text, from their heading to their last item.

    Items are short lines and lines of label and date that repeat; prose goes only where it stands between such items
    (teasers). Never touches anything above the first prose, nor prose with no item behind it.
    """
    first, last = own_prose(paragraphs)
    items = _items(paragraphs)
    cut: set[int] = set()
    at = first + 1
    while at < len(paragraphs):
        if at in items or _opens_section(paragraphs[at]):
            end = _section_end(paragraphs, at, items, last)
            start = at
            while at in items and start - 1 > first and is_short(paragraphs[start - 1]):
                start -= 1  # the first item's title stands above its date
            cut.update(range(start, end))
            at = end
        at += 1
    return cut


def _opens_section(line: str) -> bool:
    folded = folded_line(line)
    if HEADING.fullmatch(folded.strip(EDGES + ":")) or TURN.fullmatch(folded.strip(" -•·|[]【】")):
        return True
    return bool(KEYWORDS.fullmatch(folded) or (RESOURCES.search(folded) and cue_share(line)[0] >= _SOME))


def _items(paragraphs: Sequence[str]) -> set[int]:
    """Return the lines of label and date of which the label comes at least three times, as below many titles."""
    labels: dict[int, str] = {}
    for at, line in enumerate(paragraphs):
        if len(line) <= 60 and (day := DAY.search(line) or _WHEN.search(line)):
            label = (line[: day.start()] + line[day.end() :]).strip(EDGES)
            if len(label) <= 20 and not re.search(r"[，。！？,!?]", label):
                labels[at] = label.lower()
    counts = Counter(labels.values())
    return {at for at, label in labels.items() if counts[label] > 2}


def _section_end(paragraphs: Sequence[str], start: int, items: set[int], last: int) -> int:
    """Return the place behind a section's last item; prose belongs to it only between items.

    Above the last prose bullets or dates have to show the items: a list of the author's may follow a box.
    """
    if _alternates(paragraphs, start):
        return len(paragraphs)
    end = start + 1
    bullets = sum(_BULLET.match(line) is not None for line in paragraphs[start + 1 :])
    if start < last and bullets < _SOME_ITEMS and not any(item >= start for item in items):
        return end + bool(bullets and _BULLET.match(paragraphs[end]))
    gap = 0
    allowed = _MAX_TEASER if sum(item >= start for item in items) > 1 else 2
    teaser = 0
    for at in range(start + 1, len(paragraphs)):
        line = paragraphs[at]
        strong = at in items or _is_strong_item(line)
        if strong or (gap == 0 and (is_short(line) or cue_share(line)[0] >= MOSTLY)):
            teaser = max(teaser, gap)
            end, gap = at + 1, 0
        else:
            gap += is_prose(line) or not is_short(line) or allowed > 2
            if gap > allowed:
                return end
    return len(paragraphs) if gap <= teaser else end


def _is_strong_item(line: str) -> bool:
    link = re.match(r"[^\s:：]{0,12}\s?[:：]?\s?https?://\S+$", line)
    bullet = re.match(r"[•●○▪◆■►▶·]\s*\S|\[?\d{1,2}\]?(?:[.、]\s?| )\S", line) or _DATED.search(line)
    return bool(link or TURN.fullmatch(folded_line(line)) or (bullet and len(line) <= 80 and is_short(line)))


def _alternates(paragraphs: Sequence[str], start: int) -> bool:
    """Whether titles and teasers of one paragraph each take turns to the end, at least twice, below a longer text."""
    below = [line for line in paragraphs[start + 1 :] if cue_share(line)[0] < MOSTLY]
    kinds = [is_short(line) for line in below]
    if len(kinds) < 4 or not kinds[0] or is_list_item(below[0]) or not all(a or b for a, b in pairwise(kinds)):
        return False
    prose = kinds.count(False)
    return prose * 5 <= len(kinds) * 3 and sum(map(is_prose, paragraphs[:start])) > prose
