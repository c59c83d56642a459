"""Plain words in three languages as a table of cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.plain_words import Intent, parse

CASES = [
    ("who is Ada Lovelace?", "who", "Ada Lovelace"),
    ("Who's Ada Lovelace", "who", "Ada Lovelace"),
    ("who was “Ada Lovelace”?", "who", "Ada Lovelace"),
    ("詹天佑是谁", "who", "詹天佑"),
    ("詹天佑是誰？", "who", "詹天佑"),
    ("请问詹天佑是什么人呢？", "who", "詹天佑"),
    ("誰是詹天佑", "who", "詹天佑"),
    ("summarize wind power", "summary", "wind power"),
    ("Please summarise “Wind farms, part 1”.", "summary", "Wind farms, part 1"),
    ("tl;dr wind power", "summary", "wind power"),
    ("总结一下太阳能", "summary", "太阳能"),
    ("總結一下 太陽能", "summary", "太陽能"),
    ("请帮我总结《风电场》的内容", "summary", "风电场"),
    ("太陽能的摘要", "summary", "太陽能"),
    ("help", "help", ""),
    ("怎么用？", "help", ""),
    ("你會做什麼", "help", ""),
    ("privacy", "privacy", ""),
    ("隱私權政策", "privacy", ""),
    ("hi", "greeting", ""),
    ("Hello there!", "greeting", ""),
    ("你好", "greeting", ""),
    ("您好啊！", "greeting", ""),
    ("嗨，您好嗎", "greeting", ""),
    ("", "greeting", ""),
    ("  \n ", "greeting", ""),
    ("/search wind power", "search", "wind power"),
    ("/who 詹天佑", "who", "詹天佑"),
    ("/summary 太陽能", "summary", "太陽能"),
    ("/help", "help", ""),
    ("/who", "help", ""),
    ("/reindex", "search", "/reindex"),
    ("who invented the turbine?", "search", "who invented the turbine?"),
    ("谁发明了风车", "search", "谁发明了风车"),
    ("你好望角在哪里", "search", "你好望角在哪里"),
    ("helpful inventions", "search", "helpful inventions"),
    ("Who was the first captain?", "search", "Who was the first captain?"),
    ("wind power", "search", "wind power"),
]


@pytest.mark.parametrize(("text", "kind", "argument"), CASES)
def test_what_plain_words_mean(text, kind, argument) -> None:
    """A few patterns in each language are known, and everything else is a search."""
    assert parse(text) == Intent(kind=kind, argument=argument)


@given(st.text(max_size=400))
def test_any_text_means_something(text) -> None:
    """Whatever is typed, a search, a name or a subject is never empty."""
    intent = parse(text)
    assert bool(intent.argument) == (intent.kind in ("search", "who", "summary"))


def test_a_very_long_text_is_a_search_of_its_head() -> None:
    """A text beyond what a message may hold is cut, not refused."""
    assert parse("是谁" * 100_000) == Intent(kind="search", argument="是谁" * 3000)
