"""Names that lost half a character. What must not live here: text shifted around pinyin."""

import re

from corpus.reading.cleaning.gbk import trail_byte

_HAN = "\u4e00-\u9fff"
_BROKEN = re.compile(rf"(?<![a-zA-Z])([{_HAN}]{{2}})([a-z])(?=[{_HAN}]|[^\w\s]|$)")


def with_lost_bytes_repaired(text: str) -> tuple[str, list[str]]:
    """Complete a name of which only the second byte of the last character is left, as a letter.

    The text itself must hold the whole name elsewhere, of one such spelling. Never touches a letter that means itself
    (T恤, B超, 卡拉ok), since no name with its byte stands in the text.
    """
    names: dict[tuple[str, int], set[str]] = {}
    if any(_BROKEN.finditer(text)):
        wanted = {(match[1], ord(match[2])) for match in _BROKEN.finditer(text)}
        starts = {start for start, _ in wanted}
        for at in range(len(text) - 2):
            start, last = text[at : at + 2], text[at + 2]
            if start in starts and (start, trail_byte(last)) in wanted and "\u4e00" <= last <= "\u9fff":
                names.setdefault((start, trail_byte(last)), set()).add(last)
    cuts: list[str] = []

    def completed(match: re.Match[str]) -> str:
        found = names.get((match[1], ord(match[2])), set())
        if len(found) != 1:
            return match[0]
        name = match[1] + next(iter(found))
        cuts.append(f"{match[0]} → {name}")
        return name

    return _BROKEN.sub(completed, text), cuts
