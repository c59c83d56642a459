"""Folding: what it makes the same, and that every place leads back to the shown text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.folding import MARKS_PER_BASE, fold, fold_key

# Weighted towards what is hard: marks, format characters, expansions, both scripts, half of a surrogate pair.
HARD = st.sampled_from(
    [*"aÉß①㍿ﷺ…ｶﾞ\u0301\u0327\u200d\ufe0f\u00ad\n\t 開开計畫瞭著🙂각\u1100\u1161\u11a8", "\ud800", "\U000e0100"]
)
texts = st.text(alphabet=st.one_of(HARD, st.characters())).map(str) | st.lists(HARD).map("".join)


@pytest.mark.parametrize(
    ("shown", "folded"),
    [
        ("開源軟體", "开源软体"),
        ("ＧＰＴ－４", "gpt-4"),
        ("e\u0301tude Étude", "etude etude"),
        ("Łódź, Tromsø, Nguyễn Phở, Straße, Œuvre", "lodz, tromso, nguyen pho, strasse, oeuvre"),
        ("Ё Ά ガ", "е α ガ"),
        ("ｶﾞ", "ガ"),
        ("soft\u00adhyphen\u200b", "softhyphen"),
        ("葛\U000e0100城", "葛城"),
        ("two\nlines\tand", "two lines and"),
        ("Ⅳ…", "iv..."),
        ("計畫與規畫", "计划与规划"),
        ("書畫", "书画"),
        ("瞭解藉此", "了解借此"),
        ("a\ud800b", "a b"),
        ("", ""),
    ],
)
def test_what_is_the_same(shown: str, folded: str) -> None:
    """Width, case, script, accents, composition and invisible characters make no difference."""
    assert fold(shown).text == folded


def test_simplified_and_traditional_fold_to_the_same() -> None:
    """A sentence in either script folds to one text of the same length."""
    assert fold("這裡的圖書館還沒有開門").text == fold("这里的图书馆还没有开门").text


@given(texts)
def test_origins_cover_the_shown_text_in_order(text: str) -> None:
    """Each folded character comes from a stretch that is not empty; the stretches ascend and folding them gives it."""
    folded = fold(text)
    last = (0, 0)
    for position in range(len(folded.text)):
        start, end = folded.origin(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert (start, end) == last or start >= last[1]
        last = start, end
    if folded.text:
        assert folded.origin(0, len(folded.text))[1] == last[1]


@given(texts)
def test_what_was_left_out_folds_to_nothing(text: str) -> None:
    """The shown text outside all origins is invisible: nothing that can be searched for is lost."""
    folded = fold(text)
    covered: set[int] = set()
    for position in range(len(folded.text)):
        covered.update(range(*folded.origin(position, position + 1)))
    rest = "".join(character for position, character in enumerate(text) if position not in covered)
    assert not fold_key(rest) or unicodedata.combining(rest[0]) or unicodedata.category(rest[0])[0] in "MC"


@given(texts)
def test_a_clean_fold_has_nothing_to_strip(text: str) -> None:
    """No control, format or surrogate character is left, and nothing that lower case would change."""
    folded = fold(text).text
    assert not [character for character in folded if unicodedata.category(character) in {"Cc", "Cf", "Cs"}]
    assert folded.lower() == folded


def test_marks_are_capped_before_they_are_normalised() -> None:
    """A hundred thousand marks on one letter cost no more than eight."""
    folded = fold("z" + "\u0301" * 100_000 + "y")
    assert len(folded.text) <= MARKS_PER_BASE + 2
    assert folded.origin(len(folded.text) - 1, len(folded.text)) == (100_001, 100_002)


def test_keys_hold_letters_and_digits_alone() -> None:
    """Spaces, dots and brackets between the parts of a name make no difference."""
    assert fold_key("《梁·望舒》 (Ⅱ)") == fold_key("梁望舒ii") == "梁望舒ii"
