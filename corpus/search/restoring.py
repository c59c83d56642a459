"""A slip in a Chinese word, by what articles have in its place: another character, one missing or twice, two swapped.

What must not live here: which texts are looked through, and what the index alone tells (:mod:`corpus.search.speller`).
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from corpus.analysis.spelling import HAN_RUN, contrasts
from corpus.analysis.stopwords import FUNCTION_CHARACTERS, NO_SLIPS
from corpus.analysis.terms import bigrams_of, dictionary_words
from corpus.index.store import Store

MOST_PLACES = 12
CONTEXT = 3  # characters on either side that are compared
LONGEST_WORD, REAL_WORD = 5, 3  # characters of a word that is looked up, and that convinces by itself
ENOUGH = 4  # characters around a place that are as asked, with those of the word that is made there
CLEAR = 0.75  # of what stands in a place is the same
_ANY = "[\u3400-\u9fff]"
_Repair = tuple[tuple[int, int], int, int, str]  # how sure, by its kind and what is around; start, end, what is meant


class _Fill(NamedTuple):
    """What the texts have in a place: how much around it is as asked, on both sides or one, and how often so.

    ``word`` counts the characters of the longest word of the index that it makes with what is around it.
    """

    is_word: bool
    around: int
    both: bool
    word: int
    times: int
    text: str


def restored(store: Store, folded: str, texts: Callable[[], str]) -> tuple[int, int, str] | None:
    """Return where a question has a slip, and what is meant, None where nothing is known better.

    Looked at are the places across which no two characters of the index stand; a question with more than twelve of them
    is in other words than the articles. ``texts`` returns folded ones that it may be about, where there is a place.
    """
    runs = [(match.start(), match[0], places_apart(store, match[0])) for match in HAN_RUN.finditer(folded)]
    if not 0 < sum(sum(apart[1:-1]) for _, _, apart in runs) <= MOST_PLACES:
        return None
    text = texts()
    repairs = [
        (sure, at + start, at + end, meant)
        for at, run, apart in runs
        for alone in [characters_alone(run)]
        for place in range(1 + folded[at - 1 : at].isdigit(), len(run))  # 2003年 is a year
        if apart[place]
        for sure, start, end, meant in _repairs(store, run, place, (apart, alone), text)
    ]
    return max(repairs)[1:] if repairs else None


def places_apart(store: Store, run: str) -> list[bool]:
    """Return for each place in a run, its ends among them, whether no bigram of the index stands across it."""
    pairs = bigrams_of(run)
    known = store.document_frequency("B", pairs)
    return [True, *(pair not in known for pair in pairs), True]


def _repairs(store: Store, run: str, place: int, places: tuple[list[bool], list[bool]], text: str) -> Iterator[_Repair]:
    """Yield what the characters before and after a place may stand for; ``places`` are what is apart, and alone."""
    first, second = run[place - 1], run[place]
    apart, alone = places
    if first == second:
        # Between others that it stands beside in no article it is part of a name that is in none, not a slip.
        others = {place - 1: run[: place - 1][-1:], place + 1: run[place + 1 : place + 2]}
        apart_from = [apart[at] for at, other in others.items() if other and other not in FUNCTION_CHARACTERS]
        if (alone[place - 1] or alone[place]) and not all(apart_from):
            yield (2, 0), place - 1, place, ""
        return
    loose = apart[place - 1] and apart[place + 1] and (alone[place - 1] or alone[place])
    if swap := _swapped(store, run, place, text, loose=loose):
        yield (2, swap), place - 1, place + 1, second + first
    spans = [(at, at + 1) for at in (place - 1, place) if alone[at] and apart[at] and apart[at + 1]]
    if alone[place - 1] and alone[place]:
        spans.append((place, place))
    for start, end in spans:
        if NO_SLIPS.isdisjoint(run[start:end]):
            fills = _fills(store, run, start, end, text)
            if fills and _is_sure(fills, missing=start == end):
                best = max(fills)
                if start < end and contrasts(best.text, run[start:end]):
                    continue  # the articles say the other
                yield (end - start, best.around + best.word), start, end, best.text


def _swapped(store: Store, run: str, place: int, text: str, *, loose: bool) -> int:
    """Return how sure it is that the characters before and after a place are swapped, 0 where they are not.

    The texts have them so between others, or they are no word, neither stands beside its other neighbour, and the index
    has all as meant.
    """
    before, pair, after = run[: place - 1], run[place] + run[place - 1], run[place + 1 :]
    around = [f"{before[len(before) - left :]}{pair}{after[: 2 - left]}" for left in range(min(2, len(before)) + 1)]
    if any(len(line) > CONTEXT and line in text for line in around):
        return LONGEST_WORD + 1
    if not loose:
        return 0
    pairs = {*bigrams_of(before[-1:] + pair + after[:1])}
    known = "的" not in pair and pairs <= store.document_frequency("B", [*pairs]).keys()  # 的 stands beside nearly all
    return max(_longest_words(store, before, [pair], after)[pair], int(known))


def characters_alone(run: str) -> list[bool]:
    """Return for each character of a run whether it is a word of its own: what stands in a longer one is no slip."""
    return [len(word) == 1 for word in dictionary_words(run) for _ in word]


def _is_sure(fills: Collection[_Fill], *, missing: bool) -> bool:
    """Whether one of the fills of a place is meant rather than the others, and the place is more than a chance."""
    best = max(fills)
    level = [fill.times for fill in fills if (fill.around, fill.both, fill.word) == (best.around, best.both, best.word)]
    if best.times < CLEAR * sum(level):
        return False
    if missing:
        return best.is_word
    if best.both:
        return best.around + best.word >= ENOUGH
    return best.around + best.word > ENOUGH and best.times >= CLEAR * sum(fill.times for fill in fills)


def _fills(store: Store, run: str, start: int, end: int, text: str) -> list[_Fill]:
    """Return what the texts have in the place of a part of a run.

    At least two characters around are as asked; where nothing is replaced, one on either side.
    """
    before, after = run[:start][-CONTEXT:], run[end : end + CONTEXT]
    beside = [(before[-1:], after[:1]), ("", after[:2]), (before[-2:], "")][: 3 if start < end else 1]
    beside = [pair for pair in beside if len("".join(pair)) > 1]
    found: dict[int, re.Match[str]] = {}
    for left, right in beside:
        found |= {match.start(1): match for match in re.finditer(f"{left}({_ANY}){right}", text)}
    met: dict[str, Counter[tuple[int, bool]]] = {}
    for match in found.values():
        first, last = match.span(1)
        alike_before = Postfix.similarity(before, text[max(0, first - CONTEXT) : first])
        alike_after = Prefix.similarity(after, text[last : last + CONTEXT])
        if match[1] != run[start:end]:
            met.setdefault(match[1], Counter())[alike_before + alike_after, bool(alike_before and alike_after)] += 1
    words = _longest_words(store, run[:start], [*met], run[end:])
    return [
        _Fill(words[fill] >= REAL_WORD, around, both, words[fill], counts[around, both], fill)
        for fill, counts in met.items()
        for around, both in [max(counts)]
    ]


def _longest_words(store: Store, before: str, fills: Collection[str], after: str) -> dict[str, int]:
    """Return how long a word of the index each fill makes with what is around it, 0 where it makes none."""
    made = {
        fill: [
            before[len(before) - left :] + fill + after[:right]
            for left in range(min(len(before), LONGEST_WORD) + 1)
            for right in range(min(len(after), LONGEST_WORD) + 1)
            if 1 < left + len(fill) + right <= LONGEST_WORD
        ]
        for fill in fills
    }
    known = store.document_frequency("W", [word for words in made.values() for word in words])
    return {fill: max((len(word) for word in words if word in known), default=0) for fill, words in made.items()}
