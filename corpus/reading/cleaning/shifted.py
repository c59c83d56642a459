"""Text shifted by half a character around pinyin. What must not live here: pinyin that shifted nothing.

A converter took the second byte of one character and the first of the next for a character of its own, wrote that
one's reading behind it, and so parted the next character from its first byte: 談論高科技 became 談?wù)摳呖萍.
The reading names the ghost, the ghost the lost byte, and with it the run decodes again.
"""

import re
from collections.abc import Iterator

from corpus.reading.cleaning.gbk import character_of, gbk_bytes, is_everyday, trail_byte
from corpus.reading.cleaning.glosses import LETTERS, readings
from corpus.reading.encoding import strictly

_WIDE = r"[^\x00-\x7f€]"
_GHOST = re.compile(
    rf"(?P<before>[\u4e00-\u9fff])\?(?P<reading>[{LETTERS}]{{1,6}})\)(?P<run>{_WIDE}*)(?P<end>[@-~€?]?)"
)
_REJOINED = re.compile(rf"\?(?P<run>!?{_WIDE}+)\?(?P<reading>[{LETTERS}]{{1,6}})\)")


def with_shifted_text_repaired(text: str) -> tuple[str, list[str]]:
    """Re-decode the runs that stand shifted behind a ghost character, or before one.

    A character of which half is lost stays a question mark. Never touches a run where the reading fits no ghost, or
    more than one that gives an everyday character.
    """
    cuts: list[str] = []
    for pattern, repair in ((_GHOST, _repaired), (_REJOINED, _rejoined)):

        def replaced(match: re.Match[str]) -> str:
            repaired = repair(match)  # noqa: B023  called within this round of the loop
            if repaired is None:
                return match[0]
            cuts.append(f"{match[0]} → {repaired}")
            return repaired

        text = pattern.sub(replaced, text)
    return text, cuts


def _repaired(match: re.Match[str]) -> str | None:
    """Return a run with the byte that its ghost names; a run that ends in a lost half leaves its question mark."""
    run = gbk_bytes(match["run"] + match["end"].strip("?"))
    if run is None or not (match["end"] or run):
        return None
    lost_end = match["end"] in {"?", ""}
    texts = set()
    for lead in _leads(trail_byte(match["before"]), match["reading"]):
        data = bytes((lead, *run))
        text = strictly(data[:-1] if lost_end else data, "gbk")
        if text is not None and all(map(is_everyday, text[:1])) and sum(map(is_everyday, text)) * 5 >= len(text) * 4:
            texts.add(text)
    if len(texts) != 1 or (match["end"] == "" and match["run"]):
        return None
    return match["before"] + texts.pop() + match["end"] * lost_end


def _leads(trail: int, reading: str) -> Iterator[int]:
    """Yield the first bytes that make a ghost of this reading behind the second byte of a character."""
    for lead in range(0x81, 0xFF):
        ghost = character_of(trail, lead)
        if ghost and reading in readings(ghost):
            yield lead


def _rejoined(match: re.Match[str]) -> str | None:
    """Return a run that lost its first byte in some other way, and ends with the half of a character that is read."""
    run = gbk_bytes(match["run"].replace("!", "！"))  # made half-width after the harm was done
    text = strictly(run[1:-1], "gbk") if run else None
    if run is None or text is None or sum(map(is_everyday, text)) * 5 < len(text) * 4:
        return None
    trails = (*range(0x40, 0x7F), *range(0x80, 0xFF))
    ends = {
        found for trail in trails if (found := character_of(run[-1], trail)) and match["reading"] in readings(found)
    }
    everyday = [character for character in ends if is_everyday(character)]
    return f"?{text}{everyday[0]}" if len(everyday) == 1 else None
