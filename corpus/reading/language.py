"""Which language a text is in, as a BCP 47 tag. What must not live here: what a file says of its own language."""

import functools
import re

from opencc import OpenCC

from corpus.reading.words import LISTS

_SAMPLE_CHARS = 20_000
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_LETTER = re.compile(r"[^\W\d_]")
_ENGLISH, _FOREIGN = frozenset(LISTS["english"]), frozenset(LISTS["foreign"])
_SHORT_WORDS = 12


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
    return "en" if _is_english(words) else "und"


def _is_english(words: list[str]) -> bool:
    """Whether function words are English ones.

    English prose has a third of them, other Latin languages a few by chance; a short text may have none, and is English
    while nothing speaks against it.
    """
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if len(words) <= _SHORT_WORDS:
        return english > foreign or (english == foreign == 0 and all(map(str.isascii, words)))
    return english * 10 >= len(words) and english > foreign


def _chinese(han: list[str]) -> str:
    lines = "\n".join(han)  # each for itself: as words, some that both scripts share become others
    traditional, simplified = (sum(map(str.__ne__, lines, converter.convert(lines))) for converter in _converters())
    return "zh-Hant" if traditional > simplified else "zh-Hans"


@functools.cache
def _converters() -> tuple[OpenCC, OpenCC]:
    return OpenCC("t2s"), OpenCC("s2t")
