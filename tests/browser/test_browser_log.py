"""The log on the page: somebody erases what is theirs, and an admin looks back at a week."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.messages import words_in
from bot.services.ports import EventRow, QueryRow
from bot.storage.query_log import DAY_MS
from tests.bot.cli.test_log_commands import ROW
from tests.bot.storage.stored import holding
from tests.browser.acting import answered, be, command, go, last, speak
from tests.browser.test_browser_pictures import picture
from tests.patience import until
from tests.person import Person
from tests.seen import button

pytestmark = pytest.mark.browser
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
ASKED = (
    ("石桥修了几年", "search", "answered"),
    ("Why does the ferry run on batteries?", "search", "answered"),
    ("谁建了灯塔", "search", "nothing"),
    ("tram timetable", "search", "nothing"),
    ("Ida Marsh", "who", "nothing"),
)


async def test_somebody_erases_what_is_theirs(page, whole):
    """Two presses after /privacy, nothing that was asked stands in any file, and the page says so."""
    secret = "the harbour master's umbrella"
    await command(page, "search", query=secret)
    await expect(last(page)).to_be_visible()
    data_dir = whole.installation.settings.data_dir
    await until(lambda: holding(data_dir, secret) != set())
    await command(page, "privacy")
    shown = await answered(page, "What is kept of your questions")
    await shown.get_by_role("button", name="Erase my data").click()
    confirm = await answered(page, "Nobody can undo this")
    await confirm.get_by_role("button", name="Erase it now").click()
    await answered(page, "Your data is erased")
    assert not holding(data_dir, secret)


def week_of_questions() -> Iterator[QueryRow | EventRow]:
    """Yield a week of made-up questions, some of them judged."""
    now_ms, number = time.time_ns() // 1_000_000, 0
    for day in range(7):
        for place, (text, kind, outcome) in enumerate(ASKED):
            for _ in range((day * 3 + place * 5) % 7 + (6 if outcome == "answered" else 0)):
                number += 1
                asked = {"text": text, "kind": kind, "outcome": outcome, "private": number % 11 == 0}
                about = {"user_key": f"{number % 9}", "latency_ms": 6.0 + number % 40}
                yield replace(ROW, id=number, asked_at_ms=now_ms - day * DAY_MS, **asked, **about)
    for place, said in enumerate(("It names the wrong year", None)):
        event = {"id": 10**6 + place, "query_id": 1 + place, "at_ms": now_ms, "user_key": "1"}
        yield EventRow(kind="not_helpful", sentence=said, **event)


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
async def test_an_admin_looks_back_at_a_week(own, open_page, tmp_path, locale, monkeypatch):
    """Figures with their chart, a list that leads on, and what a reindex changed, as the page shows them."""
    monkeypatch.setattr("bot.services.charting.LIMIT_S", 55.0)  # a busy machine draws slowly
    words = words_in(locale)
    installation = own.installation
    for row in week_of_questions():
        installation.app.answers.log.record(row)
    await installation.logged()
    page = await open_page(own, locale=locale, width=860, color_scheme="light")
    await speak(page, locale)
    await be(page, "Ada Novak")
    await go(page, "#library")
    admin = Person(installation.discord, installation.world.named("admin"), locale)
    await admin.slash("footnote review", {}, installation.library)
    chart = last(page).locator("img")
    await expect(chart).to_be_visible()
    assert await chart.evaluate("image => image.complete && image.naturalWidth") == 1200
    listed = await admin.slash("footnote review", {}, installation.library)
    nothing = next(each for each in listed.controls if ":show:7:nothing:" in each["custom_id"])
    await admin.press(listed, nothing["custom_id"])
    await expect(last(page)).to_contain_text("tram timetable")
    tram = installation.settings.articles_dir / "tram.md"
    tram.write_text("# The tram timetable\n\nThe tram runs every ten minutes.\n")
    report = await admin.slash("reindex", {}, installation.library)
    report = await admin.until(report, lambda message: words("compare-heading") in message.text)
    await admin.press(report, button(report, words("compare-button-show")))
    await expect(page.get_by_role("article")).to_have_count(4)
    kept = PICTURES if "FOOTNOTE_PICTURES" in os.environ else tmp_path
    await picture(page, kept / f"review-{locale.lower()}.jpg")
