"""What stands below the end of an article, by the density of cues. What must not live here: the cues."""

import re
from collections.abc import Sequence

from corpus.reading.cleaning.cues import TURN
from corpus.reading.cleaning.furniture import cue_share, folded_line, is_site_line, own_prose
from corpus.reading.cleaning.prose import ends_sentence, is_prose, is_short

_CUE, _PARTLY, _SHORT, _SENTENCE = 2.0, 1.0, 0.2, -6.0
_SOME = 0.3
_BULLET = re.compile(r"[-*•●○▪◆■►▶·]|\d+[.、)]")


def below_the_end(paragraphs: Sequence[str]) -> set[int]:
    """Return the lines from the first cue on behind which cues prevail, with the short lines right above it.

    A line of cues counts 2, one partly so 1, a short one .2, a sentence -6; the end is where the sum to the last
    line is greatest. Never touches a sentence that fewer than three lines of cues for each stand around, nor a list
    above the first cue, nor anything where no cue stands below the last sentence.
    """
    first, _ = own_prose(paragraphs)
    best = total = 0.0
    start = len(paragraphs)
    for at in range(len(paragraphs) - 1, first, -1):
        weight = _weight(paragraphs[at])
        total += weight
        if weight >= _PARTLY and total >= best:
            best, start = total, at
    while start < len(paragraphs) and start - 1 > first and _is_loose(paragraphs[start - 1]):
        start -= 1
    return set(range(start, len(paragraphs)))


def _weight(line: str) -> float:
    if is_site_line(line) or TURN.fullmatch(folded_line(line)):
        return _CUE
    if cue_share(line)[0] >= _SOME:
        return _PARTLY
    return _SENTENCE if ends_sentence(line) or is_prose(line) else _SHORT


def _is_loose(line: str) -> bool:
    return is_short(line) and not _BULLET.match(line)
