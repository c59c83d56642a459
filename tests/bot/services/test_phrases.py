"""What the patterns of plain words cost."""

from datetime import date

import pytest

from bot.services.plain_words import Intent, parse

TODAY = date(2031, 5, 14)


@pytest.mark.parametrize("word", ["哈", "嘿", "ha", "he", "bye "])
def test_a_long_laugh_or_farewell_costs_no_more_than_a_short_one(word) -> None:
    """Every way to take one apart would be tried before a word after it makes it a search: 30 characters took 18 s."""
    text = f"{word * 60}笑死"
    assert parse(text, TODAY) == Intent(kind="search", argument=text)
