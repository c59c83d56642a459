"""Words of English and of Chinese that may say the same: CC-CEDICT's, and a short list of our own that it lacks.

What must not live here: which of them an index holds (:mod:`corpus.index.translations`), and what a match is worth.
"""

import functools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from corpus.analysis.dictionary import entries, worked_out
from corpus.analysis.folding import fold
from corpus.analysis.terms import units_line

# English words, a bar, Chinese words: any of the first may say any of the second.
_OWN = Path(__file__).with_name("glossary.txt")
SENSES = 3  # the first ones of a word: those after them are rare or remote
MOST_WORDS = 3  # of a meaning: more explain it
_ENTRY = re.compile(r"\S+ ([\u3400-\u9fff]+) \[([^\]]*)\] /(.*)/\s*")
_REMARK = re.compile(r"\([^()]*\)|\[[^\]]*\]")
# What is said of a word, not what it means.
_NO_MEANING = re.compile(
    "(?:archaic |japanese |old )?variant|see |abbr|also written|used in|surname |erhua|classifier|particle|interj"
    "|prefix|suffix"
)
_LEADING = frozenset({"to", "be", "a", "an", "the"})
_NAME = re.compile("[\u3400-\u9fff]{2,3}")  # longer ones with a reading of their own are seldom called by it
_NAMED = re.compile("(?:[A-Z][\\w'-]* ){2,3}(?=[a-z0-9])")
_MARKS = re.compile("[\u0300-\u036f]+")
_TONE = re.compile("[0-9:]| (?=[a-z])")  # of a reading, and what is between the syllables of one word: Zhou1 En1 lai2
Pair = tuple[str, str]


def pairs() -> tuple[Pair, ...]:
    """Return lines of one to three English units and of Chinese ones that say the same, the closest in meaning first.

    It takes 1.3 s of CPU and 40 MB.
    """
    by_sense: tuple[list[Pair], ...] = tuple([] for _ in range(SENSES))
    unit = functools.cache(units_line)
    for sense, english, word in _dictionary(entries()):
        by_sense[sense].append((" ".join(map(unit, english)), word))
    words = [*{word for pairs in by_sense for _, word in pairs}]
    folded = dict(zip(words, fold(" ".join(words)).text.split(" "), strict=True))
    return tuple(dict.fromkeys(chain(_own(), ((line, folded[word]) for pairs in by_sense for line, word in pairs))))


@functools.cache
def english_words() -> tuple[tuple[str, int, str], ...]:
    """Return the English units of the pairs in order, how many pairs each stands in, and the words that it stands for.

    The words are the dictionary's, between spaces.
    """
    rows = (line.split("\t") for line in worked_out("words", _english_words))
    return tuple((unit, int(n), words) for unit, n, words in rows)


def _english_words() -> Iterator[tuple[str, str, str]]:
    lines = worked_out("pairs", pairs)
    times = Counter(unit for line in lines for unit in {*line.partition("\t")[0].split()})
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted({word for _, english, _ in _dictionary(entries()) for word in english}):
        spelt[units_line(word)].append(word)
    yield from ((unit, str(n), " ".join(spelt[unit])) for unit, n in sorted(times.items()))


def _own() -> Iterator[Pair]:
    for line in _OWN.read_text(encoding="utf-8").splitlines():
        english, chinese = ([units_line(fold(word).text) for word in part.split()] for part in line.split("|"))
        yield from ((ours, theirs) for ours in english for theirs in chinese)


def _dictionary(lines: Iterable[str]) -> Iterator[tuple[int, list[str], str]]:
    """Yield English words and a Chinese one of the dictionary's lines, and in which sense, from 0, they say the same.

    The Chinese word is not folded yet: a hundred thousand take longer one by one.
    """
    for entry in map(_ENTRY.fullmatch, lines):
        if entry is None:
            continue
        word, reading, senses = entry.groups()
        if reading[:1].isupper() and _NAME.fullmatch(word):
            name = _TONE.sub("", reading).lower().split()
            if "".join(name).isalpha():
                yield SENSES - 1, name, word
        sense = 0
        for meanings in _REMARK.sub("", senses).split("/"):
            found = _meanings(meanings)
            yield from ((sense, meaning, word) for meaning in found)
            sense += bool(found)
            if sense == SENSES:
                break


def _meanings(text: str) -> list[list[str]]:
    """Return the words of what a sense says in few of them: "to take over; to annex" says two things.

    What follows a name after a comma tells what it is, "Bern, capital of Switzerland", or after two or three words with
    capitals: "Later Qin of the Sixteen Kingdoms". Marks on letters are left out, as in "Ryūkyū".
    """
    found: list[list[str]] = []
    for part in text.split(";"):
        meaning = part.strip()
        if not meaning.isascii():
            meaning = _MARKS.sub("", unicodedata.normalize("NFKD", meaning))
        if meaning[:1].isupper():
            meaning = meaning.partition(",")[0].rstrip()
            named = _NAMED.match(meaning) if meaning.count(" ") >= MOST_WORDS else None
            meaning = named[0] if named else meaning
        words = meaning.lower().replace("-", " ").split()
        if len(words) > MOST_WORDS and words[-MOST_WORDS - 1] not in _LEADING:
            continue  # most of them, at no other cost
        while words and words[0] in _LEADING:
            del words[0]
        plain = 0 < len(words) <= MOST_WORDS and "".join(words).isalpha() and meaning.isascii()
        if plain and not _NO_MEANING.match(meaning.lower()):
            found.append(words)
    return found
