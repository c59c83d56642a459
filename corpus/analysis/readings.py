"""How Chinese characters are read: pinyin, one character at a time.

The only door to pypinyin, which is told to leave its dictionary of phrases out: that takes 45 MB of each process and
.15 s when it loads, and of 60,456 names of persons in jieba's dictionary it reads .3% otherwise, mostly for 长. What
must not live here: what names or misspellings are looked up by.
"""

import functools
import os
from types import ModuleType

_IN_GIVEN_NAMES = {"长": "chang", "重": "chong", "佛": "fo"}  # not as each is read most often alone


@functools.cache
def _pypinyin() -> ModuleType:
    os.environ["PYPINYIN_NO_PHRASES"] = "true"
    import pypinyin  # noqa: PLC0415  it reads the setting, and takes .05 s and 13 MB: not at the start

    return pypinyin


def load_readings() -> None:
    """Load the dictionary of readings, during which no other thread of the process gets on."""
    sound_of("音")


@functools.lru_cache(maxsize=8192)
def sound_of(character: str) -> str:
    """Return the most usual reading of a character without its tone; one that has none is its own sound."""
    sound: str = _pypinyin().lazy_pinyin(character)[0]
    return sound


def syllables(name: str) -> list[str]:
    """Return the readings of a name's characters without tones."""
    return [_IN_GIVEN_NAMES.get(character) or sound_of(character) for character in name]


def wade_giles(name: str) -> str:
    """Return a name in Wade-Giles, letters alone."""
    return "".join(map(_wade_giles, name))


@functools.lru_cache(maxsize=8192)
def _wade_giles(character: str) -> str:
    module = _pypinyin()
    written: str = module.lazy_pinyin(character, style=module.Style.WADEGILES)[0]
    return written.replace("'", "").replace("v", "u")


def all_readings(character: str) -> list[str]:
    """Return every reading of a Han character, with tone marks; none of anything else."""
    module = _pypinyin()
    found = module.pinyin(character, style=module.Style.TONE, heteronym=True, errors="ignore")
    return [reading for readings in found for reading in readings]
