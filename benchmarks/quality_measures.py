"""The measures of answers, each a pure function of what was shown and what was judged, from 0 to 1.

Texts are compared without regard to script, case, width, spaces and punctuation. What must not live here: where
answers come from.
"""

import functools
import math
import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from opencc import OpenCC

SNIPPET_CHARS = 200
Figures = dict[str, float]
Half = Literal["undivided set", "tuning half", "half kept aside"]
_to_simplified = functools.cache(OpenCC("t2s").convert)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a search shows: ids of articles, best first, and snippets in the order in which a reader meets them."""

    articles: tuple[str, ...]
    snippets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is shown of somebody: all forms of the name, the roles, the quotations and ids of the articles."""

    kind: str
    forms: tuple[str, ...]
    roles: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    articles: frozenset[str] = field(default_factory=frozenset)


def folded(text: str) -> str:
    """Return the letters and digits of a text in one script, case and width."""
    normal = unicodedata.normalize("NFKC", text).lower()
    return "".join(map(_to_simplified, filter(str.isalnum, normal)))


def is_simplified(text: str) -> bool:
    """Whether a Chinese text holds no character that only Traditional writing has."""
    return all(_to_simplified(character) == character for character in text)


def carries(shown: str, clauses: Iterable[str]) -> bool:
    """Whether one of the clauses can be read, whole, in what is shown."""
    text = folded(shown)
    return any(key in text for key in map(folded, clauses) if key)


def stands_in(form: str, text: str) -> bool:
    """Whether a text holds a form of a name as it is spelt, and not as a part of a Latin word."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(form)}(?![A-Za-z0-9])", text) is not None


def question_figures(answer: Answer, passages: frozenset[str], answers: Sequence[str]) -> Figures:
    """Return what an answer is worth: is the right article first, among five, how high among ten, is its clause shown.

    Of a snippet the first 200 characters count.
    """
    rank = next((place for place, article in enumerate(answer.articles[:10], 1) if article in passages), None)
    read = [carries(snippet[:SNIPPET_CHARS], answers) for snippet in answer.snippets[:3]]
    return {
        "R@1": float(rank == 1),
        "R@5": float(rank is not None and rank <= 5),
        "MRR": 1 / rank if rank else 0.0,
        "answer in snippet 1": float(any(read[:1])),
        "in snippets 1-3": float(any(read)),
    }


def fact_coverage(shown: str, ranked: Iterable[tuple[int, Sequence[str]]]) -> float:
    """Return the share of ranked facts that are stated, a fact weighing 1 / log2(rank + 1)."""
    weighed = [(1 / math.log2(rank + 1), carries(shown, clauses)) for rank, clauses in ranked]
    return sum(weight for weight, stated in weighed if stated) / sum(weight for weight, _ in weighed)


def message_figures(routed: tuple[str, str], kind: str, argument: str) -> Figures:
    """Return whether a message was understood; final punctuation and case do not count in the argument."""
    same = _bare(routed[1]) == _bare(argument)
    return {"kind": float(routed[0] == kind), "kind and argument": float(routed[0] == kind and same)}


def _bare(argument: str) -> str:
    return argument.strip().rstrip("?？!！。.…~～").strip().casefold()


def owners_of(names: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Return who bears each folded form, from pairs of a main name and its forms."""
    return {folded(form): main for main, forms in names for form in forms}


def found_half(card: Card, owners: Mapping[str, str], half_of: Mapping[str, Half]) -> Half:
    """Return the half that a name which was found counts for, given the half of each judged name.

    One that bears a judged form goes with it; any other goes by a checksum of its main form, so that each half has its
    share of what was found wrongly, always the same.
    """
    held = next((owners[key] for key in map(folded, card.forms) if key in owners), None)
    if held is not None:
        return half_of[held]
    halves = sorted(set(half_of.values()))
    return halves[zlib.crc32(folded(card.forms[0]).encode()) % len(halves)]


def extraction_figures(found: Sequence[Card], owners: Mapping[str, str], judged: Sequence[str]) -> Figures:
    """Return precision, recall and F1 of names, all of one kind; ``judged`` are main names, ``owners`` theirs alone.

    A name is found where a card bears one of its forms; a card that bears no form of any is found wrongly.
    """
    named = [{owners[key] for key in map(folded, card.forms) if key in owners} for card in found]
    right = sum(bool(names) for names in named)
    reached = len(set().union(*named) & set(judged))
    precision = right / len(found) if found else 0.0
    recall = reached / len(judged) if judged else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "F1": f1}


def is_card_of(card: Card | None, main: str, kind: str, owners: Mapping[str, str]) -> bool:
    """Whether a card is of this name: of its kind, bearing a form of it and of no other judged name."""
    if card is None or card.kind != kind:
        return False
    return {owners[key] for key in map(folded, card.forms) if key in owners} == {main}


def states_role(shown: Iterable[str], role: str) -> bool:
    """Whether a shown text holds a judged role, or is half of it or more."""
    wanted = folded(role)
    keys = [folded(text) for text in shown]
    return any(wanted in key or (key in wanted and 2 * len(key) >= len(wanted)) for key in keys)
