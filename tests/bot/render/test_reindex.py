"""What became of the answers, as messages within Discord's limits."""

import re
from dataclasses import replace

import pytest

from bot.messages import words_in
from bot.render.custom_ids import CompareBuilds, parse
from bot.render.reindex import PAGE_CHANGES, comparison_layout, progress_layout, report_layout, went_back_layout
from bot.services.compare import KINDS, Change, Comparison, FirstAnswer
from bot.services.reindex_protocol import ReindexReport
from bot.services.requests import LANGUAGES
from corpus import ArticleRef, BuildReport, Progress, Rejected
from tests.bot.render.checks import buttons, check_message, components, texts

HOSTILE = "*_[]<@1>" * 100
ANSWER = FirstAnswer(id="a1", about=HOSTILE[:200], text=HOSTILE[:200])
CHANGES = tuple(
    Change(
        kind=KINDS[number % 4],
        question=HOSTILE[:200],
        times=10**6,
        before=None if number % 4 == 1 else ANSWER,
        after=None if number % 4 == 0 else ANSWER,
    )
    for number in range(20)
)
BEFORE, AFTER = "20260101T080000000000Z-0a1b2c", "20260102T080000000000Z-3d4e5f"
FOUND = Comparison(before=BEFORE, after=AFTER, asked=500, changes=CHANGES, hidden=77)
REFS = tuple(ArticleRef(id=f"a{number}", title=HOSTILE) for number in range(30))
REPORT = ReindexReport(
    report=BuildReport(
        build=AFTER, engine="e", articles=10**6, passages=10**6, added=REFS, changed=REFS, removed=REFS, took_s=9999.9
    ),
    rejected=(Rejected(origin=HOSTILE, reason="garbled"),) * 30,
    sample=True,
    dropped_sample=True,
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_the_limits(language) -> None:
    """The report with its section, each page of the changes, and the way back."""
    words = words_in(language)
    check_message(report_layout(REPORT, words, FOUND))
    for page in (0, 2, 3, 99):
        check_message(comparison_layout(FOUND, page, words))
    check_message(comparison_layout(replace(FOUND, asked=0, changes=(), hidden=0), 0, words))
    check_message(went_back_layout(CompareBuilds(act="back", before=BEFORE, after=AFTER), words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_progress_shows_what_is_known(language) -> None:
    """No nought before anything is counted, no bar without a total, and the time left where there is one."""
    words = words_in(language)
    steps = [Progress(stage="reading", done=done, total=total) for done, total in ((0, None), (7, None), (7, 14))]
    shown = [texts(progress_layout(step, words)) for step in steps]
    assert [re.findall(r"\d+", each) for each in shown] == [[], ["7"], ["7", "14"]]
    assert ["▰" in each for each in shown] == [False, False, True]
    assert "40" in texts(progress_layout(steps[-1], words, 40))


def test_a_report_leads_to_the_changes_and_back() -> None:
    """Where nothing changed, only the way back is left."""
    words = words_in("en-US")
    layout = report_layout(REPORT, words, FOUND)
    presses = [parse(each["custom_id"]) for each in components(layout.to_components()) if each.get("custom_id")]
    assert presses == [
        CompareBuilds(before=BEFORE, after=AFTER),
        CompareBuilds(act="back", before=BEFORE, after=AFTER),
    ]
    same = report_layout(REPORT, words, replace(FOUND, changes=(), hidden=0))
    assert words("compare-same") in texts(same)
    assert buttons(same) == [words("compare-button-back")]
    assert buttons(report_layout(REPORT, words)) == []


def test_changes_stand_side_by_side() -> None:
    """Each says what came first before and what does now, or that nothing does."""
    words = words_in("en-US")
    plain = FirstAnswer(id="a1", about="Old mill", text="It ground barley.")
    changes = (
        Change(kind="lost", question="barley", times=3, before=plain, after=None),
        Change(kind="gained", question="ferry", times=1, before=None, after=replace(plain, about="Ferry")),
    )
    shown = texts(comparison_layout(replace(FOUND, changes=changes), 0, words))
    assert "**barley** × 3 · lost\n> Before: **Old mill** It ground barley.\n> Now: nothing found" in shown
    assert "**ferry** · answered now\n> Before: nothing found\n> Now: **Ferry** It ground barley." in shown


def test_going_back_can_be_undone() -> None:
    """The button of the notice lets the newer build serve again."""
    layout = went_back_layout(CompareBuilds(act="back", before=BEFORE, after=AFTER), words_in("en-US"))
    (press,) = [parse(each["custom_id"]) for each in components(layout.to_components()) if each.get("custom_id")]
    assert press == CompareBuilds(act="back", before=AFTER, after=BEFORE)
    assert len(CHANGES) > PAGE_CHANGES


def test_a_report_names_what_changed_and_what_was_refused() -> None:
    """Of long lists the first are named, and a reason without words of its own is shown by its letters."""
    build = replace(
        REPORT.report, added=tuple(ArticleRef(id=f"n{i}", title=f"New *{i}*") for i in range(11)), changed=()
    )
    rejected = (Rejected(origin="photo.txt", reason="not_text"), Rejected(origin="x", reason="of_the_future"))
    shown = texts(report_layout(replace(REPORT, report=build, rejected=rejected, sample=False), words_in("en-US")))
    for part in ("taken the place of the sample", "Added: 11", "New \\*0\\*", "and 3 more", "Removed: 30"):
        assert part in shown
    assert "photo.txt: not text" in shown
    assert "of-the-future" in shown
    assert "Changed" not in shown
