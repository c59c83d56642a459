"""Pinyin that some converters set behind characters. What must not live here: repairs of damaged bytes."""

import functools
import re
import unicodedata

from corpus.analysis.readings import all_readings
from corpus.reading.cleaning.gbk import character_of, trail_byte

LETTERS = "a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"
_GLOSS = rf"[(（][{LETTERS}]{{1,7}}[)）]"
_GLOSSED = re.compile(rf"([\u3400-\u9fff\U00020000-\U000323af])([@-~€]?)((?:{_GLOSS})+)")
_ONE_GLOSS = re.compile(_GLOSS)


def without_pinyin_glosses(text: str) -> tuple[str, list[str]]:
    """Delete pinyin in parentheses that is a reading of the character before it.

    數(shù)學 becomes 數學, and 者M(jìn)oulin 者Moulin: M is the second half of a character that reads so. Never
    touches parentheses that hold anything else, such as 概率(p), since p is no reading of 率.
    """
    cuts: list[str] = []

    def without(match: re.Match[str]) -> str:
        character = match[1]
        if match[2]:
            character = character_of(trail_byte(match[1]), match[2].encode("cp936", "replace")[0]) or ""

        def kept(gloss: re.Match[str]) -> str:
            if gloss[0][1:-1] not in readings(character) or (match[2] and gloss[0].isascii()):
                return gloss[0]
            cuts.append(gloss[0])
            return ""

        return match[1] + match[2] + _ONE_GLOSS.sub(kept, match[3])

    return _GLOSSED.sub(without, text), cuts


@functools.lru_cache(maxsize=8_192)
def readings(character: str) -> frozenset[str]:
    """Return the readings of a Han character, with tone marks, in NFC; none of anything else."""
    return frozenset(unicodedata.normalize("NFC", reading) for reading in all_readings(character))
