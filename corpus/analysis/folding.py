"""The folded form of a text, in which script, case, width and accents make no difference, and the way back.

What must not live here: where a word begins or ends (:mod:`corpus.analysis.terms`).
"""

import functools
import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from opencc import OpenCC

# Normalising is quadratic in the marks on one base character; no orthography stacks more than a few.
MARKS_PER_BASE = 8
_SHORT_CHARS = 32  # up to here numpy takes longer than it saves
# OpenCC leaves these to the phrase around them; here each has one form, or one after the characters that ask for it.
_MERGED = str.maketrans("藉瞭祇甦", "借了只苏")
_IN_CONTEXT = re.compile("画(?<=[计规企策筹]画)|覆(?<=[回答]覆)")
_CONTEXT_FORMS = {"画": "划", "覆": "复"}
# Latin letters that Unicode does not take apart into a plain one and a mark.
_WHOLE_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)
_SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")


class Folded(NamedTuple):
    """A folded text; ``starts`` and ``ends`` place its characters in the shown text, None where none has moved.

    Examples
    --------
    >>> folded = fold("Ⅳ、開源")
    >>> folded.text, folded.origin(0, 2), folded.origin(3, 5)
    ('iv、开源', (0, 1), (2, 4))
    """

    text: str
    starts: "array[int] | None" = None
    ends: "array[int] | None" = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the shown text that ``text[start:end]``, which must not be empty, was made of."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text: NFKC, lower case, Simplified, letters without their accents, character by character.

    Control and format characters are left out.

    Line breaks and tabs become spaces, combining marks past the eighth on a base are dropped, and time is linear in
    the length of any input.
    """
    if len(text) < _SHORT_CHARS and (text.isascii() or (min(text) >= "\u3400" and max(text) <= "\u9fff")):
        folded = text.translate(_TABLE)  # no mark is among them; what stands for nothing makes it shorter
        if len(folded) == len(text):
            return Folded(_settle(folded))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    plain = _PLAIN.take(codes, mode="clip")
    if plain.all():
        return Folded(_settle(plain.tobytes().decode("utf-32-le")))
    odd = {text[place] for place in np.flatnonzero(plain == 0)}
    if any(_is_mark(character) for character in odd):
        return _fold_clusters(text)
    odd = {character for character in odd if len(_TABLE[ord(character)]) != 1}
    if not odd:
        return Folded(_settle(text.translate(_TABLE)))
    starts, last = array("I"), 0
    for match in re.finditer(f"[{re.escape(''.join(odd))}]", text):
        starts.extend(range(last, match.start()))
        starts.extend([match.start()] * len(_TABLE[ord(match[0])]))
        last = match.end()
    starts.extend(range(last, len(text)))
    return Folded(_settle(text.translate(_TABLE)), starts, array("I", [start + 1 for start in starts]))


def fold_key(text: str) -> str:
    """Return the folded letters and digits of a name or title and nothing else: equal keys are the same name."""
    folded = fold(text).text
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


def _fold_clusters(text: str) -> Folded:
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    for start, end, cluster in _clusters(text):
        piece = _TABLE[ord(cluster)] if len(cluster) == 1 else _fold_clusters_apart([cluster])[0]
        pieces.append(piece)
        starts.extend([start] * len(piece))
        ends.extend([end] * len(piece))
    return Folded(_settle("".join(pieces)), starts, ends)


def _settle(folded: str) -> str:
    """Give the characters that depend on the one before them their form; the length stays."""
    if "画" not in folded and "覆" not in folded:
        return folded
    return _IN_CONTEXT.sub(lambda match: _CONTEXT_FORMS[match[0]], folded)


class _FoldTable(dict[int, str]):
    """Folded forms of single characters, worked out in blocks when first met; ``str.translate`` reads it."""

    def __missing__(self, code: int) -> str:
        block = range(code - code % _BLOCK, code - code % _BLOCK + _BLOCK)
        characters = ["" if _is_mark(chr(code)) else chr(code) for code in block]
        self.update(zip(block, _fold_clusters_apart(characters), strict=True))
        for one in block:
            if len(self[one]) == 1 and one < len(_PLAIN) - 1:
                _PLAIN[one] = ord(self[one])
        return self[code]


_BLOCK = 32  # 200 characters of as many blocks take 14 ms
_TABLE = _FoldTable()
# What a character of a block that was met folds to, 0 where that is not one character: most texts hold no others, and
# numpy looks them up five times as fast as str.translate does. The last place stands for all that lie beyond.
_PLAIN = np.zeros(0x323B0, dtype=np.uint32)


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, capped text) of each base character with its marks; what folds to nothing is passed over."""
    start, end, cluster = 0, 0, ""
    for position, character in enumerate(text):
        if _is_mark(character) and cluster:
            if len(cluster) <= MARKS_PER_BASE:
                cluster += character
            end = position + 1
        elif _TABLE[ord(character)]:
            if cluster:
                yield start, end, cluster
            start, end, cluster = position, position + 1, character
    if cluster:
        yield start, end, cluster


@functools.lru_cache(maxsize=4096)
def _is_mark(character: str) -> bool:
    """Whether a character may merge into the one before it: marks, trailing jamo, half-width voicing signs."""
    if character < "\u0300" or "\u3400" <= character <= "\u9fff":
        return False
    return (
        (unicodedata.category(character).startswith("M") and not _is_variation_selector(character))
        or "\u1160" <= character <= "\u11ff"
        or character in "\uff9e\uff9f"
    )


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _fold_clusters_apart(clusters: Sequence[str]) -> list[str]:
    """Fold bases with their marks, each character for itself: OpenCC must not see it beside its neighbours."""
    normal = (_unaccented(unicodedata.normalize("NFKC", cluster).lower()) for cluster in clusters)
    apart = "\n".join("\t".join(map(_without_controls, characters)) for characters in normal)
    simplified: str = _converter().convert(apart)
    return simplified.translate(_MERGED).replace("\t", "").split("\n")


def _unaccented(cluster: str) -> str:
    """Return a Latin, Greek or Cyrillic letter without its marks, which few type, and any other character as it is."""
    if cluster.isascii():
        return cluster
    bare = unicodedata.normalize("NFKD", cluster.translate(_WHOLE_LETTERS))
    return "".join(one for one in bare if not _is_mark(one)) if "a" <= bare[:1] < "\u0530" else cluster


def _without_controls(character: str) -> str:
    """Return a character, a space where it stands for one, or nothing."""
    if character in _SPACES:
        return " "
    category = unicodedata.category(character)
    if category in {"Cc", "Cf"} or _is_variation_selector(character):
        return ""
    if category == "Cs":  # half of a pair: neither OpenCC nor SQLite takes it
        return " "
    return character


@functools.cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
