"""Days as people name them, on a Tuesday of 2026."""

from datetime import date

import pytest

from bot.services.plain_words import Intent, parse

TODAY = date(2026, 11, 24)
CASES = [
    ("articles since 1931", "after:1931"),
    ("1931年以後的文章", "after:1931年"),
    ("1931年之前的文章有哪些", "before:1931年"),
    ("2020年以前有文章吗", "before:2020年"),
    ("2024年5月22号发布的文章", "after:2024年5月22号 before:2024年5月22号"),
    ("posts from October 2023", "after:2023-10 before:2023-10"),
    ("articles published after Dec. 2023", "after:2023-12"),
    ("2022年到2023年的文章", "after:2022年 before:2023年"),
    ("articles between 2022 and 2023-06", "after:2022 before:2023-06"),
    ("articles from last month", "after:2026-10 before:2026-10"),
    ("上个月发布了哪些文章", "after:2026-10 before:2026-10"),
    ("去年的文章", "after:2025 before:2025"),
    ("前年有什麼文章嗎", "after:2024 before:2024"),
    ("what was published this year?", "after:2026 before:2026"),
    ("last week's articles", "after:2026-11-16 before:2026-11-22"),
    ("本周文章", "after:2026-11-23 before:2026-11-24"),
    ("昨天的文章有哪些", "after:2026-11-23 before:2026-11-23"),
    ("最近三个月的文章", "after:2026-08-26 before:2026-11-24"),
    ("近兩年有哪些文章", "after:2024-11-24 before:2026-11-24"),
    ("anything from the past 10 days", "after:2026-11-14 before:2026-11-24"),
    ("any articles about windmills from last year?", "windmills after:2025 before:2025"),
    ("articles about windmills before 2023", "windmills before:2023"),
    ("2023年有什么关于风车的文章吗", "风车 after:2023年 before:2023年"),
    ("关于风车的去年的文章", "风车 after:2025 before:2025"),
    ("最近有什么关于风车的文章", "风车"),
    ("any recent posts about windmills?", "windmills"),
    ("这个月有什么新文章", "*"),
    ("articles from Foo 2023", 'source:"Foo 2023"'),
    ("1974年发生了什么", "1974年发生了什么"),
]


@pytest.mark.parametrize(("text", "argument"), CASES)
def test_articles_of_some_days(text, argument) -> None:
    """Days become filters, of which a topic may stand before; other questions that name a day stay what they are."""
    intent = parse(text, TODAY)
    assert (intent.kind, intent.argument) == ("search", argument)


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("总结1931年的文章", "after:1931年 before:1931年"),
        ("summarise articles from last month", "after:2026-10 before:2026-10"),
        ("總結1931年以前的文章", "before:1931年"),
    ],
)
def test_summaries_of_some_days(text, argument) -> None:
    """What is to be summed up may be chosen by days."""
    assert parse(text, TODAY) == Intent(kind="summary", argument=argument)


def test_months_of_another_year_and_days_of_another_month() -> None:
    """Counting back goes on over the ends of years and months."""
    assert parse("上个月的文章", date(2027, 1, 3)).argument == "after:2026-12 before:2026-12"
    assert parse("articles from yesterday", date(2027, 1, 1)).argument == "after:2026-12-31 before:2026-12-31"
    assert parse("last week's posts", date(2027, 1, 3)).argument == "after:2026-12-21 before:2026-12-27"
