"""Which language a text is in, as a BCP 47 tag. What must not live here: what a file says of its own language."""

import functools
import re
from collections import Counter

from opencc import OpenCC

from corpus.analysis.folding import fold

_SAMPLE_CHARS = 20_000
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH = re.compile(
    "the|of|and|to|in|a|is|that|for|it|was|on|with|as|by|at|from|are|this|be|an|not|have|has|but|or|he|she|they"
)


def detect_language(text: str) -> str:
    """Return ``zh-Hans``, ``zh-Hant``, ``ja``, ``ko`` or ``en`` by the characters and words, ``und`` for the rest.

    Han characters that both scripts share are ``zh-Hans``. A Han character weighs as much as three Latin letters, since
    Chinese articles on technology are full of English names. Only the first 20,000 characters are asked.
    """
    sample = text[:_SAMPLE_CHARS]
    han, kana, hangul = (_HAN.findall(sample), len(_KANA.findall(sample)), len(_HANGUL.findall(sample)))
    words = _LATIN_WORD.findall(sample.lower())
    east_asian = len(han) + kana + hangul
    if east_asian and east_asian * 3 >= sum(map(len, words)):
        if hangul * 3 > east_asian:
            return "ko"
        # Japanese prose is half kana; a Chinese text quotes a few at most.
        return "ja" if kana * 5 > east_asian else _chinese(han)
    letters = len(_LETTER.findall(sample)) - len(han) - kana - hangul
    if not words or sum(map(len, words)) * 2 < letters:
        return "und"
    # A tenth of function words: English prose has a third, other Latin languages a few by chance.
    return "en" if sum(bool(_ENGLISH.fullmatch(word)) for word in words) * 10 >= len(words) else "und"


def _chinese(han: list[str]) -> str:
    counts = Counter(han)
    traditional = sum(times for character, times in counts.items() if _only_traditional(character))
    simplified = sum(times for character, times in counts.items() if _only_simplified(character))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@functools.lru_cache(maxsize=16_384)
def _only_traditional(character: str) -> bool:
    return fold(character).text != character


@functools.lru_cache(maxsize=16_384)
def _only_simplified(character: str) -> bool:
    return bool(_to_traditional().convert(character) != character)


@functools.cache
def _to_traditional() -> OpenCC:
    return OpenCC("s2t")
