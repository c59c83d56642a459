"""What scraping adds to a text and can be proved to be no part of it. What must not live here: guesses.

Each rule takes the text and returns it without its kind of noise; on clean text it changes nothing, and twice is once.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass

_GLOSS = r"[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,7}[)）]"
_GLOSSED = re.compile(rf"([\u3400-\u9fff\U00020000-\U000323af])((?:{_GLOSS})+)")
_ONE_GLOSS = re.compile(_GLOSS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a rule took out of a text: the rule's name, and the text that went."""

    rule: str
    text: str


def clean(text: str) -> str:
    """Return a normalised text without the noise that the rules of this module prove."""
    return without_pinyin_glosses(text)


def without_pinyin_glosses(text: str) -> str:
    """Delete pinyin in parentheses that is a reading of the character before it.

    數(shù)學 becomes 數學; 概率(p) stays, since p is no reading of 率.
    """
    return _GLOSSED.sub(_without_readings, text)


def _without_readings(match: re.Match[str]) -> str:
    return match[1] + _ONE_GLOSS.sub(lambda gloss: "" if gloss[0][1:-1] in _readings(match[1]) else gloss[0], match[2])


@functools.lru_cache(maxsize=8_192)
def _readings(character: str) -> frozenset[str]:
    """Return the readings of a Han character, with tone marks, in NFC."""
    import pypinyin  # noqa: PLC0415  its dictionaries take .2 s and 40 MB, and few texts have glosses

    found = pypinyin.pinyin(character, style=pypinyin.Style.TONE, heteronym=True, errors="ignore")
    return frozenset(unicodedata.normalize("NFC", reading) for readings in found for reading in readings)
