"""What the patterns of plain words cost."""

from datetime import date

import pytest

from bot.services.plain_words import Intent, parse

TODAY = date(2031, 5, 14)


@pytest.mark.parametrize("laugh", ["哈", "嘿", "ha", "he"])
def test_a_long_laugh_costs_no_more_than_a_short_one(laugh) -> None:
    """Every way to take one apart would be tried before a word after it makes it a search: 30 characters took 18 s."""
    text = f"{laugh * 120}笑死"
    assert parse(text, TODAY) == Intent(kind="search", argument=text)
