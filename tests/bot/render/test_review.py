"""Reviews as messages: within Discord's limits whatever was asked, each row with what can be done about it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages import words_in
from bot.render.custom_ids import ReviewLog, parse
from bot.render.review import PAGE_ROWS, list_layout, review_chart, review_layout
from bot.services.ports import AskedDay, Figures
from bot.services.requests import LANGUAGES
from bot.services.review import LISTS, Review, ReviewRow
from tests.bot.render.checks import buttons, check_message, components, texts

FIGURES = Figures(
    questions=1234, refused=3, answered=1100, people=77, median_ms=8.4, p95_ms=44.0, helpful=5, not_helpful=2, days=()
)
ROWS = tuple(
    ReviewRow(
        key=f"{number:016x}", text="@everyone [x](y)" * 40, times=number, query_id=2**63 - 1, sentences=("*" * 400,) * 3
    )
    for number in range(12)
)
# Rows are told apart by their subjects.
ROWS = tuple(replace(row, query_id=2**63 - 1 - number) for number, row in enumerate(ROWS))
DAYS = (
    AskedDay(date="2026-01-30", questions=4, answered=4),
    AskedDay(date="2026-01-31", questions=0, answered=0),
    AskedDay(date="2026-02-01", questions=9, answered=7),
)
FIGURES = replace(FIGURES, days=DAYS)
REVIEW = Review(days=90, figures=FIGURES, lists=dict.fromkeys(LISTS, ROWS), hidden=dict.fromkeys(LISTS, 7))


def review_of(days: int) -> Review:
    """Return a review of so many days up to the end of 2026, with a question on each."""
    asked = [date(2026, 12, 31) - timedelta(days=days - 1 - place) for place in range(days)]
    figures = replace(FIGURES, days=tuple(AskedDay(date=str(day), questions=1, answered=1) for day in asked))
    return replace(REVIEW, days=days, figures=figures)


def pictures(layout) -> list[dict]:
    """Return the galleries of a message."""
    return [each for each in components(layout.to_components()) if each["type"] == 12]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_the_limits(language) -> None:
    """Figures and each page of each list, in every language."""
    words = words_in(language)
    check_message(review_layout(REVIEW, words, drawn=True))
    for name in LISTS:
        for page in (0, 1, 2, 99):
            check_message(list_layout(REVIEW, name, page, words))
        check_message(list_layout(replace(REVIEW, lists=dict.fromkeys(LISTS, ())), name, 0, words))


def test_no_questions_need_no_chart() -> None:
    """An empty log is one sentence."""
    nothing = replace(
        FIGURES, questions=0, refused=0, answered=0, people=0, median_ms=None, p95_ms=None, days=(replace(DAYS[1]),)
    )
    empty = Review(days=7, figures=nothing, lists=dict.fromkeys(LISTS, ()), hidden={"top": 0})
    layout = review_layout(empty, words_in("en-US"), drawn=False)
    assert review_chart(empty, words_in("en-US")) is None
    assert "Nobody has asked anything." in texts(layout)
    assert buttons(layout) == []
    assert pictures(layout) == []


@pytest.mark.parametrize(
    ("language", "day", "busiest"),
    [("en-US", "Jan 30", "Feb 1: 9"), ("zh-CN", "1月30日", "2月1日：9"), ("zh-TW", "1月30日", "2月1日：9")],
)
def test_the_chart_speaks_the_admins_language(language, day, busiest) -> None:
    """Its dates, and what is said of it to those who cannot see it; without a picture nothing is said of one."""
    words = words_in(language)
    chart = review_chart(REVIEW, words)
    assert chart.bars[0] == (day, 4, 0)
    assert chart.bars[2][1:] == (7, 2)
    ((described,),) = (each["items"] for each in pictures(review_layout(REVIEW, words, drawn=True)))
    assert day in described["description"]
    assert busiest in described["description"]
    assert pictures(review_layout(REVIEW, words, drawn=False)) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("en-US", "- **1,234** questions\n"), ("zh-CN", "- 共提了 **1,234** 个"), ("zh-TW", "- 共提了 **1,234** 個")],
)
def test_a_log_that_names_nobody_counts_nobody(language, said) -> None:
    """Where the operator keeps nothing of those who ask, nothing is said of how many they are."""
    review = replace(REVIEW, figures=replace(FIGURES, people=0))
    assert said in texts(review_layout(review, words_in(language), drawn=False))
    assert "0 people" not in texts(review_layout(review, words_in("en-US"), drawn=False))


def test_each_row_leads_on() -> None:
    """A question is asked again or handled; the most frequent ones are only asked."""
    words = words_in("en-US")
    layout = list_layout(REVIEW, "nothing", 1, words)
    presses = [parse(each["custom_id"]) for each in components(layout.to_components()) if each.get("custom_id")]
    row = ROWS[PAGE_ROWS]
    assert presses[:2] == [
        ReviewLog(act="run", days=90, list="nothing", page=1, subject=str(row.query_id)),
        ReviewLog(act="done", days=90, list="nothing", page=1, subject=row.key),
    ]
    assert presses[-3:] == [
        ReviewLog(days=90),
        ReviewLog(days=90, list="nothing", page=0),
        ReviewLog(days=90, list="nothing", page=2),
    ]
    assert words("review-button-done") not in buttons(list_layout(REVIEW, "top", 0, words))
