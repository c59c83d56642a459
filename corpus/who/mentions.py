"""The values that the who-is rules pass on: the words of a text, and the places that may be names.

What must not live here: any rule about words (:mod:`corpus.who.candidates`, :mod:`corpus.who.organisations`).
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from corpus.results import Kind

NAME_CHARS = 3  # of a Chinese name, mostly
STRONG = 3.0  # what must speak for a kind within one article


class Token(NamedTuple):
    """A word with jieba's flag and its place in the text that the rules read."""

    word: str
    flag: str
    start: int
    end: int


class Words:
    """The words of a text in reading order, with jieba's flags; columns, since all but a few are only passed over."""

    __slots__ = ("flags", "starts", "titles", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.flags: list[str] = []
        self.starts: list[int] = []
        self.titles: set[int] = set()  # where titles end

    def __len__(self) -> int:
        return len(self.words)

    def append(self, tagged: Sequence[tuple[str, str]], start: int) -> None:
        """Add the words of a stretch of text that begins at ``start``."""
        if tagged:
            words, flags = zip(*tagged, strict=True)
            self.words += words
            self.flags += flags
            self.starts += accumulate(map(len, words[:-1]), initial=start)

    def token(self, at: int) -> Token:
        """Return a word by its number; past the last one an empty word that stands at the end."""
        if at >= len(self.words):
            end = self.starts[-1] + len(self.words[-1]) if self.words else 0
            return Token("", "x", end, end)
        return Token(self.words[at], self.flags[at], self.starts[at], self.starts[at] + len(self.words[at]))

    def first_from(self, place: int) -> int:
        """Return the number of the first word that starts at a place or after it."""
        return bisect_left(self.starts, place)

    def between(self, start: int, end: int) -> list[Token]:
        """Return the words that start within a stretch of text."""
        return [self.token(at) for at in range(self.first_from(start), self.first_from(end))]


Weights = dict[Kind, float]


@dataclass(slots=True)
class Candidate:
    """A place that may be a name; ``base`` is what the word alone says for a person, the kinds what is around it."""

    start: int
    end: int
    form: str
    base: float = 0.0
    person: float = 0.0
    organisation: float = 0.0
    product: float = 0.0
    common: bool = False  # made of ordinary words


def total(held: Collection[Candidate]) -> Weights:
    """Return what the places of one form say together; a word that is no name to jieba counts so if it never is."""
    likely = sum(max(place.base, 0.0) for place in held) or min((place.base for place in held), default=0.0)
    return {
        "person": sum(place.person for place in held) + likely,
        "organisation": sum(place.organisation for place in held),
        "product": sum(place.product for place in held),
    }


def is_sure(said: Weights, kind: Kind) -> bool:
    """Whether an article says enough for a kind, and no less than for any other."""
    return said[kind] >= max(STRONG, *said.values())


def without_overlaps(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep the longer of two that share characters, the former of equals; in reading order.

    What speaks for the same place found twice is added up.
    """
    kept: list[Candidate] = []
    end = 0
    for candidate in sorted(found, key=lambda c: (c.start, -c.end)):
        if candidate.start >= end:
            kept.append(candidate)
            end = candidate.end
        elif (candidate.start, candidate.end) == (kept[-1].start, kept[-1].end):
            if candidate is not kept[-1]:
                kept[-1].organisation += candidate.organisation
        elif candidate.end - candidate.start > kept[-1].end - kept[-1].start:
            kept[-1] = candidate
            end = candidate.end
    return kept
