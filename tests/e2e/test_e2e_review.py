"""/footnote review: what was asked, what came of it, and what an admin can do about it."""

import json

from bot.render.forms import ALIAS, NAME
from tests.seen import WORDS, button, finished, pressed


def listing(message, name, count):
    """Return the id of the button that opens a list."""
    return button(message, WORDS(f"review-{name}", count=count))


async def test_an_admin_learns_what_was_asked(footnote, monkeypatch):
    """Figures and a chart first; private questions are counted, and their words stand nowhere."""
    monkeypatch.setattr("bot.services.charting.LIMIT_S", 55.0)  # a busy machine draws slowly
    for _ in range(2):
        await footnote.member.slash("search", {"query": "石桥修了几年"}, footnote.library)
    await footnote.member.slash("search", {"query": "qqqqq zzzzz"}, footnote.library)
    await footnote.member.slash("who", {"name": "Xaver Nobody"}, footnote.library)
    await footnote.member.slash("search", {"query": "vvvvv wwwww", "private": True}, footnote.library)
    await footnote.member.dm("xxxxx yyyyy")
    await footnote.logged()
    review = await footnote.admin.slash("footnote review", {"days": 3}, footnote.library)
    assert "**6** questions by one person" in review.text
    assert WORDS("review-hidden", count=2) in review.text
    assert WORDS("review-hidden-how") in review.text
    (chart,) = review.attachments
    assert chart.data.startswith(b"\x89PNG")
    nothing = await footnote.admin.press(review, listing(review, "nothing", 1))
    assert "qqqqq zzzzz" in nothing.text
    assert "vvvvv" not in nothing.text
    assert nothing.attachments == ()
    again = await pressed(footnote.admin, nothing, "review-button-run")
    assert WORDS("search-nothing", question="qqqqq zzzzz") in again.text
    handled = await pressed(footnote.admin, nothing, "review-button-done")
    assert "qqqqq zzzzz" not in handled.text
    figures = await pressed(footnote.admin, handled, "button-back")
    unknown = await footnote.admin.press(figures, listing(figures, "unknown", 1))
    assert "Xaver Nobody" in unknown.text
    assert figures.attachments != ()


async def test_a_review_without_its_picture(footnote, monkeypatch):
    """What cannot be drawn in time leaves the figures and the way to the lists."""
    monkeypatch.setattr("bot.services.charting.LIMIT_S", 0.0)
    await footnote.member.slash("search", {"query": "qqqqq zzzzz"}, footnote.library)
    await footnote.logged()
    review = await footnote.admin.slash("footnote review", {}, footnote.library)
    assert review.attachments == ()
    assert "**One** question by one person" in review.text
    await footnote.member.slash("search", {"query": "wwwww zzzzz"}, footnote.library)
    await footnote.logged()
    listed = (await footnote.admin.press(review, listing(review, "nothing", 1))).text
    assert "qqqqq" in listed
    assert "wwwww" not in listed, "what a review shows stays as it is while somebody goes through it"
    review = await footnote.admin.slash("footnote review", {}, footnote.library)
    assert "wwwww" in (await footnote.admin.press(review, listing(review, "nothing", 2))).text


async def test_what_people_said_of_an_answer_is_there(footnote):
    """A judgement with its sentence stands under its question, and leads to the answer as it is now."""
    answer = await footnote.member.slash("search", {"query": "石桥"}, footnote.library)
    judge = next(
        each["custom_id"]
        for each in answer.controls
        if each["custom_id"].endswith(":0") and ":judge:" in each["custom_id"]
    )
    modal = await footnote.member.open_modal(answer, judge)
    await footnote.member.submit(modal, {"sentence": "Nothing about the toll"})
    await footnote.logged()
    review = await footnote.admin.slash("footnote review", {}, footnote.library)
    unhelpful = await footnote.admin.press(review, listing(review, "unhelpful", 1))
    assert "> Nothing about the toll" in unhelpful.text
    assert "石桥" in (await pressed(footnote.admin, unhelpful, "review-button-run")).text


async def test_members_learn_nothing(footnote):
    """Neither by the command nor by a button that they see over somebody's shoulder."""
    await footnote.member.slash("search", {"query": "qqqqq zzzzz"}, footnote.library)
    await footnote.logged()
    review = await footnote.admin.slash("footnote review", {}, footnote.library)
    refused = await footnote.member.press(review, listing(review, "nothing", 1))
    assert WORDS("error-not-manager") in refused.text
    assert "qqqqq" not in refused.text
    refused = await footnote.member.slash("footnote review", {}, footnote.library)
    assert WORDS("error-not-manager") in refused.text


async def test_an_admin_says_whose_name_was_asked_for(footnote):
    """The name nobody is known by stands in a form already; sent, it leads to its bearer without another command."""
    await footnote.member.slash("who", {"name": "The Night Heron"}, footnote.library)
    await footnote.logged()
    review = await footnote.admin.slash("footnote review", {}, footnote.library)
    unknown = await footnote.admin.press(review, listing(review, "unknown", 1))
    alias = button(unknown, WORDS("review-button-alias"))
    refused = await footnote.member.press(unknown, alias)
    assert WORDS("error-not-manager") in refused.text
    form = await footnote.admin.open_modal(unknown, alias)
    assert "The Night Heron" in json.dumps(form.data)
    shown = await footnote.admin.submit(form, {ALIAS: "The Night Heron", NAME: "高远山"})
    await finished(footnote.admin, shown)
    card = await footnote.member.slash("who", {"name": "the night heron"}, footnote.library)
    assert card.text.startswith("### 高远山")
