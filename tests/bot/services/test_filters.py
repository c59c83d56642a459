"""Filters from what people type."""

from bot.services.filters import trimmed, without
from corpus import Filters


def test_a_filter_is_dropped() -> None:
    """One by its name, all by none; what the question itself demands is no filter."""
    both = Filters(source="a", after="2024")
    assert without(both, "source") == Filters(after="2024")
    assert without(both, "words") == both
    assert without(both, "") == Filters()


def test_blank_options_restrict_nothing() -> None:
    """An option of white space counts as none."""
    assert trimmed(Filters(source=" ", author="", language=None, after="\t")) == Filters()


def test_words_are_trimmed_and_capped() -> None:
    """A filter of any length is taken as its first hundred characters."""
    assert trimmed(Filters(source=" Harbour ", author="x" * 6000)) == Filters(source="Harbour", author="x" * 100)
