"""What buttons carry comes back as it went."""

from hypothesis import given
from hypothesis import strategies as st

from bot.render.custom_ids import CUSTOM_ID_CHARS, TEMPLATE, AskInstead, ReadArticle, TurnResults, custom_id, parse

KEY = st.text("abcXYZ019_-", min_size=12, max_size=12)
PLACE = st.integers(0, 99_999_999)
PRESSES = st.one_of(
    st.builds(TurnResults, key=KEY, page=st.integers(0, 999)),
    st.builds(
        ReadArticle,
        key=KEY,
        article_id=st.text("abcXYZ019_-", min_size=1, max_size=32),
        mark=st.tuples(PLACE, PLACE),
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
)


@given(PRESSES)
def test_a_press_survives_its_id(press) -> None:
    """A button either carries exactly what it was made for, within Discord's limit, or is left out."""
    identifier = custom_id(press)
    if identifier is None:
        assert isinstance(press, AskInstead)
        return
    assert len(identifier) <= CUSTOM_ID_CHARS
    assert parse(identifier) == press
    assert TEMPLATE.fullmatch(identifier)


@given(st.text(max_size=100))
def test_any_other_id_is_no_press(text) -> None:
    """Ids of other versions, and nonsense, are told apart."""
    assert parse(text) is None
    assert parse("fn0:page:" + "k" * 12 + ":1") is None


def test_a_name_too_long_for_an_id_has_no_button() -> None:
    """A button never asks about half a name."""
    assert custom_id(AskInstead(key="k" * 12, kind="who", text="n" * 90, pick=False)) is None
