"""What names are looked up by: folded keys, readings, parts, consonants and near spellings. Pure text in and out."""

import codecs
import functools
import re
from collections.abc import Iterator

from corpus.analysis.folding import fold_key
from corpus.analysis.readings import syllables, wade_giles
from corpus.who.lexicon import ORGANISATION_SUFFIX, WHOLE_SUFFIX
from corpus.who.words import COMPOUND_SURNAMES, LISTS, PLACES, SURNAMES, TRANSLITERATION

KEY_CHARS = 64  # longer is no name; bounds every comparison of spellings
_YEAR = re.compile(r"^(?:in)?\d{4}年?(?:\d{1,2}月)?|(?:in|since)\d{4}$|(?:now|today)$")
_SEAT = re.compile(f"^(?:{'|'.join(PLACES)})市?(?=.{{3,}}公司$)")  # of a company, before its own name
_TO_GBK = codecs.getencoder("gbk")  # loaded here: no answer waits for it
PART_SEPARATORS = re.compile("[ ·•・‧∙⋅]+|(?<=[\u3400-\u9fff])\\.(?=[\u3400-\u9fff])")
_SURNAME_READINGS = dict(entry.split("=") for entry in LISTS["surname_readings"])
_SURNAMES_ABROAD = {entry[0]: entry[2:].split("/") for entry in LISTS["surnames_abroad"]}
# What the sounds of a foreign name come to: one letter for all that Chinese takes for each other. Syllables of pinyin
# begin with the former; in Latin, letters that close a syllable are passed over, as Chinese often does.
_INITIAL = {"b": "p", "d": "t", "g": "k", "j": "k", "q": "k", "z": "s", "c": "s", "r": "l", "h": "", "w": "", "y": ""}
_LATIN_SOUNDS = [entry.rpartition("=")[::2] for entry in LISTS["latin_sounds"]]
_LATIN_LETTERS = str.maketrans("bdgjcvr", "ptkkkfl", "aeiouywh")
_CLOSES = frozenset("尔爾")


@functools.lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """Return the folded letters and digits of a name, of a long one the first: equal keys are the same name."""
    return fold_key(text[: 4 * KEY_CHARS])


def damaged_key(key: str) -> str:
    """Return a Chinese name as it stands where only the second byte of its last character in GBK is left, a letter."""
    encoded, _ = _TO_GBK(key[-1:], "ignore")
    letter = chr(encoded[1]) if len(encoded) == 2 else ""
    return key[:-1] + letter if is_han(key) and "a" <= letter <= "z" else ""


def bare_office(words: str) -> str:
    """Return the key of whose an office is without what says that it is a company's, unless nothing else is said."""
    return WHOLE_SUFFIX.sub("", words) or words


def deed_key(key: str) -> str:
    """Return the key of what somebody is called or did, without when, and however it is said that it is done."""
    return _YEAR.sub("", key).replace("了", "")


def bare_organisation(form: str) -> str:
    """Return the key of an organisation's name without its seat and its sort: 北京某某科技公司, Acme Inc."""
    return ORGANISATION_SUFFIX.sub("", name_key(WHOLE_SUFFIX.sub("", _SEAT.sub("", form))))


def is_han(key: str) -> bool:
    """Whether a key is written in Chinese characters alone."""
    return bool(key) and min(key) >= "\u3400" and max(key) <= "\u9fff"


def surname_length(key: str) -> int:
    """Return how many characters of a Chinese name are its surname; 0 where it bears none."""
    if not is_han(key) or not 2 <= len(key) <= 4:
        return 0
    if key[:2] in COMPOUND_SURNAMES and len(key) > 2:
        return 2
    return 1 if key[0] in SURNAMES and len(key) <= 3 else 0


def readings(key: str) -> tuple[str, ...]:
    """Return the pinyin of a Chinese name without tones, surname first and surname last; then other romanisations.

    These are Wade-Giles, which Taiwan writes, and what the surname is written as in Hong Kong and abroad.
    """
    if not is_han(key):
        return ()
    cut = surname_length(key)
    surname = _SURNAME_READINGS.get(key[:cut]) or "".join(syllables(key[:cut]))
    given = "".join(syllables(key[cut:]))
    pairs = [(surname, given)]
    if cut:
        pairs.append((wade_giles(key[:cut]), wade_giles(key[cut:])))
        pairs += [(abroad, given) for abroad in _SURNAMES_ABROAD.get(key[:cut], [])]
    return tuple(dict.fromkeys(reading for one, other in pairs for reading in (one + other, other + one)))


def name_parts(form: str) -> tuple[str, ...]:
    """Return the keys of a personal name's surname and given name, where they can be told apart."""
    parts = [name_key(part) for part in PART_SEPARATORS.split(form)]
    if len(parts) > 1:
        return tuple(dict.fromkeys(part for part in (parts[-1], parts[0]) if len(part) > 1))
    cut = surname_length(parts[0])
    if not cut:
        return ()
    return tuple(part for part in (parts[0][:cut], parts[0][cut:]) if part and (len(part) > 1 or part in SURNAMES))


def near_keys(key: str) -> Iterator[str]:
    """Yield the key and the key short of any one character: two within one edit of each other share one of these."""
    if (is_han(key) and len(key) >= 3) or 5 <= len(key) <= KEY_CHARS:
        yield key
        yield from dict.fromkeys(key[:i] + key[i + 1 :] for i in range(len(key)))


def sounds(key: str) -> tuple[str, ...]:
    """Return the consonant skeletons of a foreign name, shared by a name and its transliterations.

    A leading "a" stands for any vowel. There is none for a Chinese name, and several where a sound is written in two
    ways (Hinton and Simon both begin with 辛 or 西).
    """
    if is_han(key):
        if not TRANSLITERATION.issuperset(key):
            return ()
        said = syllables("".join(character for character in key if character not in _CLOSES))
        spelt = ["".join(_syllable(syllable, x) for syllable in said) for x in ("s", "")]
        vowel = bool(said) and said[0][0] in "aeoy"
    elif key.isascii() and key.isalpha():
        plain = key
        for pattern, sound in _LATIN_SOUNDS:
            plain = re.sub(pattern, sound, plain)
        spelt = [form.translate(_LATIN_LETTERS) for form in (plain, plain.replace("v", ""))]
        vowel = key[0] in "aeiouy"
    else:
        return ()
    return tuple(dict.fromkeys("a" * vowel + re.sub(r"(.)\1+", r"\1", form) for form in spelt))


def _syllable(pinyin: str, x: str) -> str:
    initial = "s" if pinyin[:2] in {"zh", "ch", "sh"} else x if pinyin[0] == "x" else _INITIAL.get(pinyin[0], pinyin[0])
    return ("" if initial in set("aeo") else initial) + (
        "n" if pinyin.endswith(("n", "ng")) and len(pinyin) > 1 else ""
    )
