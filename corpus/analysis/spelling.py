"""What a speller compares: Latin words as written, and runs of Chinese characters. Everything is in folded form.

What must not live here: the words of an index, and which of them was meant (:mod:`corpus.search.speller`).
"""

import re
from string import ascii_lowercase

from rapidfuzz.distance import Prefix

_LETTERS = "[a-z\u00df-\u00f6\u00f8-\u024f]"
_BEFORE, _AFTER = r"(?<![^\W_\u3400-\u9fff])", r"(?![^\W_\u3400-\u9fff])"
LATIN_WORD = re.compile(f"{_BEFORE}{_LETTERS}{{4,32}}{_AFTER}")
TYPED_WORD = re.compile(f"{_BEFORE}{_LETTERS}{{3,32}}{_AFTER}")  # of one with a letter missing, too
HAN_RUN = re.compile("[\u3400-\u9fff]+")
_BESIDE = frozenset(row[at : at + 2] for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for at in range(len(row) - 1))
_ELSEWHERE = (("our", "or"), ("tre", "ter"), ("is", "iz"), ("ys", "yz"), ("ll", "l"), ("ogue", "og"), ("ence", "ense"))
# Characters of which one is no slip for another: who asks for the south building does not mean the north one.
_CONTRASTS = (
    "一二三四五六七八九十百千万亿两几双单首末初再",
    "东南西北中上下左右前后内外里远近",
    "男女父母爸妈兄弟哥姐妹夫妻爷奶叔姨公婆儿孙",
    "大小高低长短多少轻重快慢早晚新旧老古今冷热年月周日时分秒",
    "买卖进出来去开关收发借还升降增减加涨跌输赢胜败生死教学问答拆建存取租售聘辞",
)
LONG_ENOUGH = 5  # letters from which they are one word
_SHORT = 4  # letters up to which the first one is right, and fewer than which one is missing


def is_likely_slip(word: str, meant: str) -> bool:
    """Whether a word is one slip of the common kinds away from what is meant.

    They are a letter left out or twice, two swapped, and one for another beside it on the keyboard.
    """
    start = Prefix.similarity(word, meant)
    rest, right = word[start:], meant[start:]
    if len(rest) == len(right):
        beside = rest[:1] + right[:1] in _BESIDE or right[:1] + rest[:1] in _BESIDE
        return (beside and rest[1:] == right[1:]) or (rest[1::-1] + rest[2:] == right)
    return rest == right[1:] or (rest[1:] == right and word[start - 1 : start] == rest[0])


def contrasts(one: str, other: str) -> bool:
    """Whether two characters say different things of one kind, so that neither stands for the other."""
    return any(one in kind and other in kind for kind in _CONTRASTS)


def spelt_elsewhere(word: str) -> set[str]:
    """Return a word of five letters and more as it may be spelt in British or American English: harbor, harbour."""
    if len(word) < LONG_ENOUGH:
        return set()
    pairs = [pair for pair in _ELSEWHERE for pair in (pair, pair[::-1])]
    return {word.replace(ours, theirs) for ours, theirs in pairs if ours in word[1:]}


def inflected(word: str) -> set[str]:
    """Return an English word with its regular endings."""
    if word.endswith("e"):
        return {word, f"{word}s", f"{word}d", f"{word[:-1]}ing"}
    plural = "es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s"
    return {word, f"{word}{plural}", f"{word}ed", f"{word}ing"}


def slips(word: str) -> set[str]:
    """Return what is one slip away from a Latin word: a letter less, more or another, or two swapped.

    In a word of four letters the first one stays, or is swapped or missing; one of three lacks a letter.
    """
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    more = {before + letter + rest for before, rest in halves for letter in ascii_lowercase}
    if len(word) < _SHORT:
        return more
    free = [(before, rest) for before, rest in halves if rest and (before or len(word) > _SHORT)]
    less = {before + rest[1:] for before, rest in free}
    swapped = {before + rest[1] + rest[0] + rest[2:] for before, rest in halves if len(rest) > 1}
    others = {before + letter + rest[1:] for before, rest in free for letter in ascii_lowercase}
    return (less | swapped | more | others) - {word}
