"""What buttons carry comes back as it went."""

from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.render.custom_ids import (
    CUSTOM_ID_CHARS,
    TEMPLATE,
    Act,
    AskInstead,
    JudgeAnswer,
    LoosenSearch,
    ManageArticles,
    ReadArticle,
    ShareAnswer,
    TurnResults,
    custom_id,
    parse,
)

KEY = st.text("abcXYZ019_-", min_size=12, max_size=12)
SPAN = st.tuples(st.integers(0, 99_999_999), st.integers(0, 9_999)).map(lambda span: (span[0], sum(span)))
PRESSES = st.one_of(
    st.builds(TurnResults, key=KEY, page=st.integers(0, 999)),
    st.builds(
        ReadArticle,
        key=KEY,
        article_id=st.text("abcXYZ019_-", min_size=1, max_size=32),
        places=st.lists(SPAN, min_size=1, max_size=10).map(tuple),
        page=st.none() | st.integers(0, 9999),
        turn=st.booleans(),
    ),
    st.builds(
        AskInstead,
        key=KEY,
        kind=st.sampled_from(["search", "who"]),
        text=st.text(max_size=120),
        pick=st.booleans(),
    ),
    st.builds(JudgeAnswer, key=KEY, helpful=st.booleans()),
    st.builds(ShareAnswer, key=KEY),
    st.builds(LoosenSearch, key=KEY, name=st.sampled_from(["source", "before", "words", ""])),
    st.builds(ManageArticles, act=st.sampled_from(get_args(Act)), subject=st.text("abcXYZ019_-", max_size=32)),
)


def carried(press, came):
    """Return what of a press must come back: of the places to mark as many as fit."""
    return replace(press, places=press.places[: len(came.places)]) if isinstance(press, ReadArticle) else press


@given(PRESSES)
def test_a_press_survives_its_id(press) -> None:
    """A button either carries exactly what it was made for, within Discord's limit, or is left out."""
    identifier = custom_id(press)
    if identifier is None:
        assert isinstance(press, AskInstead)
        return
    assert len(identifier) <= CUSTOM_ID_CHARS
    assert parse(identifier) == carried(press, parse(identifier))
    assert TEMPLATE.fullmatch(identifier)


@given(st.text(max_size=100))
def test_any_other_id_is_no_press(text) -> None:
    """Ids of other versions, and nonsense, are told apart."""
    assert parse(text) is None
    assert parse("fn0:page:" + "k" * 12 + ":1") is None


def test_a_name_too_long_for_an_id_has_no_button() -> None:
    """A button never asks about half a name."""
    assert custom_id(AskInstead(key="k" * 12, kind="who", text="n" * 90, pick=False)) is None


def test_places_to_mark_that_do_not_fit_are_left_out() -> None:
    """A long article quoted in nine places is opened all the same, and most of them are marked."""
    spans = tuple((place, place + 120) for place in range(100_000, 1_000_000, 100_000))
    press = ReadArticle(key="k" * 12, article_id="a" * 16, places=spans)
    came = parse(custom_id(press))
    assert came.places == spans[: len(came.places)]
    assert len(came.places) >= 6
