"""The patterns around names: what spares a look at a place spares none at which one of them would match."""

from collections.abc import Iterable
from re import _constants as sre
from re import _parser  # no other way to see what a pattern begins with
from typing import Any

import pytest

from corpus.who import lexicon

WHITE_SPACE = {" ", "\n"}  # of folded text


def beginnings(pieces: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """Return every character that a parsed pattern can begin with, and whether it matches nothing at all, too."""
    found: set[str] = set()
    for kind, value in pieces:
        if kind in {sre.ASSERT, sre.ASSERT_NOT, sre.AT}:
            continue
        if kind in {sre.MAX_REPEAT, sre.MIN_REPEAT}:
            least, _, inner = value
            begins, empty = beginnings(inner)
            empty = empty or least == 0
        elif kind is sre.SUBPATTERN:
            begins, empty = beginnings(value[-1])
        elif kind is sre.BRANCH:
            each = [beginnings(branch) for branch in value[1]]
            begins, empty = set().union(*(some for some, _ in each)), any(nothing for _, nothing in each)
        elif kind is sre.IN:
            begins, empty = set().union(*(beginnings([one])[0] for one in value)), False
        elif kind is sre.CATEGORY:
            assert value is sre.CATEGORY_SPACE
            begins, empty = WHITE_SPACE, False
        else:
            assert kind is sre.LITERAL, f"a name is followed by {kind}, which may be anything"
            begins, empty = {chr(value)}, False
        found |= begins
        if not empty:
            return found, False
    return found, True


@pytest.mark.parametrize("name", ["SUBJECT_VERB", "HONORIFIC_AFTER", "APPOSITION_AFTER", "PERSON_AFTER", "STATED_EN"])
def test_every_cue_behind_a_name_is_looked_for(name: str) -> None:
    """Whatever one of the patterns begins with is a head of a cue: without it, the pattern is never asked."""
    pattern = getattr(lexicon, name)
    begins, empty = beginnings(_parser.parse(pattern.pattern, pattern.flags))
    assert not empty
    assert begins <= lexicon.CUE_HEADS
