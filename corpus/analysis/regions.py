"""Chinese words that say the same: of two regions, as 软体 and 软件, by OpenCC's lists, and by CC-CEDICT, as 人大.

What must not live here: characters that only look otherwise (:mod:`corpus.analysis.folding`).
"""

import re
from collections.abc import Iterable, Iterator

from opencc import OpenCC

from corpus.analysis.dictionary import entries
from corpus.analysis.folding import fold

MOST_CHARS = 5  # of such a word
Written = tuple[str, str]  # in Traditional and in Simplified characters
_ENTRY = re.compile(r"([\u3400-\u9fff]+) ([\u3400-\u9fff]+) \[[^\]]*\] (.*)")
_CJK = re.compile("[\u3400-\u9fff]+")
_SAME = re.compile(
    r"(?:variant of|also (?:written|called|known as)|same as|/see|abbr\. (?:for|to|of)|equivalent of)"
    r" (?:[\u3400-\u9fff]+\|)?([\u3400-\u9fff]{2,8})(?=[\[/,;)])"
)


def same_words() -> list[tuple[str, str]]:
    """Return words of CC-CEDICT that say the same as another one, each pair once and folded.

    They are called otherwise elsewhere, or the dictionary calls them variants or abbreviations. It takes 1 s of CPU and
    70 MB.
    """
    entry = filter(None, map(_ENTRY.match, entries()))
    pairs = [*regional_pairs((each[1], each[2]) for each in entry), *explained_pairs(entries())]
    found = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    return sorted(pair for pair in found if all(map(_CJK.fullmatch, pair)))


def explained_pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that are explained by another one, and that, both folded."""
    entry = filter(None, map(_ENTRY.match, lines))
    pairs = [(each[2], other) for each in entry if len(each[2]) > 1 for other in _SAME.findall(each[3])]
    words, others = (fold(" ".join(row)).text.split(" ") for row in zip(*pairs, strict=True))
    yield from zip(words, others, strict=True)


def regional_pairs(words: Iterable[Written]) -> Iterator[tuple[str, str]]:
    """Yield each of some words that is called otherwise elsewhere, and how, both folded.

    A word is left out where its parts, each for itself, come to the same.
    """
    fitting = [*dict.fromkeys(pair for pair in words if 1 < len(pair[1]) <= MOST_CHARS)]
    for config, written in zip(("tw2sp", "s2twp"), zip(*fitting, strict=True), strict=True):
        converter = OpenCC(config)
        folded = fold(" ".join(written)).text.split(" ")
        rows = zip(written, folded, _said(converter, written), strict=True)
        otherwise = [row for row in rows if row[1] != row[2]]
        parts = [*{word[first:last] for word, *_ in otherwise for first, last in _spans(len(word))}]
        alone = dict(zip(parts, _said(converter, parts), strict=bool(parts)))
        for word, ours, theirs in otherwise:
            if all(alone[word[:at]] + alone[word[at:]] != theirs for at in range(1, len(word))):
                yield ours, theirs


def _said(converter: OpenCC, words: Iterable[str]) -> list[str]:
    return fold(converter.convert(" ".join(words))).text.split(" ")


def _spans(length: int) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a word begin and end that it begins or ends with."""
    yield from ((0, last) for last in range(1, length))
    yield from ((first, length) for first in range(1, length))
