"""Pinyin set behind characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.cleaning import clean_text


@pytest.mark.parametrize(
    ("noisy", "cleaned"),
    [
        ("這是一個(gè)數(shù)字", "這是一個數字"),
        ("數學(xué)、行（xíng）、行（háng）", "數學、行、行"),
        ("我們(men)的(de)船", "我們的船"),
        ("數(shù)(shǔ)字", "數字"),
    ],
)
def test_a_gloss_that_reads_the_character_before_it_goes(noisy: str, cleaned: str) -> None:
    """Any of a character's readings counts, in both kinds of parentheses."""
    assert clean_text(noisy)[0] == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "概率(p)很小",
        "數(xué)字",
        "函数(sin)和变量(x)",
        "版本(beta)",
        "鲁(Lu)先生",
        "f(shù)",
        "港口（在北边）",
        "We sail (shù).",
    ],
)
def test_what_is_no_reading_stays(text: str) -> None:
    """Variables, names, remarks and readings of other characters are the author's own."""
    assert clean_text(text)[0] == text


@given(st.sampled_from(["zh-Hans", "zh-Hant", "en"]), st.integers(0, 40), st.integers(0, 40))
def test_clean_text_is_not_changed(language: str, start: int, length: int) -> None:
    """Sentences without noise come back as they went in."""
    text = {
        "zh-Hans": "海边的小镇（人口两千）有一份报纸，编辑(editor)姓林，概率(p)与统计(s)是他的爱好。",
        "zh-Hant": "海邊的小鎮（人口兩千）有一份報紙，編輯(editor)姓林，概率(p)與統計(s)是他的愛好。",
        "en": "The paper (two thousand readers) had an editor (Lin) who liked odds (p) and counts (n).",
    }[language]
    assert clean_text(text[start : start + length])[0] == text[start : start + length]


PIECES = st.sampled_from(
    ["數", "学", "行", "(shù)", "(xué)", "(xíng)", "（háng）", "(p)", "(", ")", "shù", "字", " ", "\n"]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_cleaning_twice_is_once(text: str) -> None:
    """What one pass leaves, a second one leaves too."""
    once = clean_text(text)[0]
    assert clean_text(once) == (once, ())


@given(st.lists(st.sampled_from(["數(shù)", "学(xué)", "行(háng)", "船", "。", "a "]), max_size=20))
def test_wording_survives_generated_noise(pieces: list[str]) -> None:
    """Glosses set behind our own characters go, and nothing else with them."""
    assert clean_text("".join(pieces))[0] == "".join(piece.split("(", 1)[0] for piece in pieces)
