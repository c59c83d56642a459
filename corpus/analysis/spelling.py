"""What a speller compares: Latin words as written, and the sounds of Chinese characters. Everything is in folded form.

What must not live here: the words of an index, and which of them was meant (:mod:`corpus.search.speller`).
"""

import functools
import re

LATIN_WORD = re.compile(r"(?<![^\W_\u3400-\u9fff])[a-z\u00df-\u00f6\u00f8-\u024f]{4,32}(?![^\W_\u3400-\u9fff])")
HAN_RUN = re.compile("[\u3400-\u9fff]+")


@functools.lru_cache(maxsize=8192)
def sound_of(character: str) -> str:
    """Return the most usual reading of a character without its tone; one that has none is its own sound."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  its dictionaries take .2 s and 40 MB: not at the start

    sound: str = lazy_pinyin(character)[0]
    return sound


def load_readings() -> None:
    """Load the dictionaries of readings, during which no other thread of the process gets on for .2 s."""
    sound_of("音")
