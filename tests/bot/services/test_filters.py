"""Filters from what people type."""

import pytest

from bot.errors import InvalidDate
from bot.services.filters import understood, without
from corpus import Filters


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024", "2024"),
        (" 2024-5 ", "2024-05"),
        ("2024/05/1", "2024-05-01"),
        ("2024.05", "2024-05"),
        ("2024年5月1日", "2024-05-01"),
        ("2024年", "2024"),
    ],
)
def test_dates_are_understood_as_people_write_them(typed, date) -> None:
    """Years, months and days come out as ISO dates."""
    assert understood(Filters(after=typed)).after == date


@pytest.mark.parametrize("typed", ["soon", "24-05-01", "2024-13", "2024-05-32", "2023-02-29", "0000", "2024-05-01-01"])
def test_what_is_no_date_is_refused(typed) -> None:
    """A filter that cannot be meant is not dropped silently."""
    with pytest.raises(InvalidDate) as caught:
        understood(Filters(before=typed))
    assert caught.value.text == typed


def test_languages_are_understood_by_name() -> None:
    """A language is named in any script; what is none is searched for as it stands."""
    assert understood(Filters(language="繁體")).language == "zh-Hant"
    assert understood(Filters(language="Klingonese")).language == "Klingonese"


def test_a_filter_is_dropped() -> None:
    """One by its name, all by none; what the question itself demands is no filter."""
    both = Filters(source="a", after="2024")
    assert without(both, "source") == Filters(after="2024")
    assert without(both, "words") == both
    assert without(both, "") == Filters()


def test_blank_options_restrict_nothing() -> None:
    """An option of white space counts as none."""
    assert understood(Filters(source=" ", author="", language=None, after="\t")) == Filters()


def test_words_are_trimmed_and_capped() -> None:
    """A filter of any length is taken as its first hundred characters."""
    assert understood(Filters(source=" Harbour ", author="x" * 6000)) == Filters(source="Harbour", author="x" * 100)
