"""What a search was restricted to, in the words of its reader."""

import pytest

from bot.messages import words_in
from bot.messages.search import filters_text
from corpus import Filters


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en-US", "excluding source Pond · author A or B · language Traditional Chinese or Japanese or pt-br"),
        ("zh-CN", "排除来源 Pond · 作者 A 或 B · 语言 繁体中文 或 日文 或 pt-br"),
        ("zh-TW", "排除來源 Pond · 作者 A 或 B · 語言 繁體中文 或 日文 或 pt-br"),
    ],
)
def test_filters_are_said_in_words(language, line) -> None:
    """Languages have their names, and neither signs nor tabs are shown."""
    filters = Filters(source="-Pond", author="A\tB", language="zh-Hant\tja\tpt-br")
    assert filters_text(filters, words_in(language)) == line


def test_one_date_is_said_once() -> None:
    """What is neither before a date nor after it is from that date."""
    words = words_in("en-US")
    assert filters_text(Filters(after="2024-05", before="2024-05"), words) == "from 2024-05"
    assert filters_text(Filters(after="2024", before="2025"), words) == "since 2024 · up to 2025"
