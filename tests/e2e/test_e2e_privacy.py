"""/privacy: what is kept of somebody is theirs to have, to erase and to stop, from anywhere."""

import json
import sqlite3
from contextlib import closing

import pytest

from bot.messages import words_in
from bot.services.requests import LANGUAGES
from tests.bot.storage.stored import holding
from tests.seen import WORDS, button, opener, plain, pressed


async def test_an_erasure_leaves_no_byte(footnote):
    """Confirmed once, everything that somebody asked is in no file any more, and others lose nothing."""
    data = footnote.settings.data_dir
    for _ in range(3):
        await footnote.member.slash("search", {"query": "石桥的秘密"}, footnote.library)
    await footnote.member.dm("谁是欧阳镜湖")
    await footnote.admin.slash("search", {"query": "渡轮的电池"}, footnote.library)
    await footnote.logged()
    assert holding(data, "石桥的秘密", "欧阳镜湖")
    page = await footnote.member.slash("privacy", {}, footnote.library)
    confirm = await pressed(footnote.member, page, "privacy-button-erase")
    assert WORDS("erase-heading") in confirm.text
    assert holding(data, "石桥的秘密")
    erased = await pressed(footnote.member, confirm, "privacy-button-erase-now")
    assert WORDS("erased-heading") in erased.text
    assert holding(data, "石桥的秘密", "欧阳镜湖") == set()
    assert holding(data, "渡轮的电池")


async def test_an_erased_answer_s_buttons_say_so(footnote):
    """Nothing stands behind them any more."""
    answer = await footnote.member.slash("search", {"query": "石桥"}, footnote.library)
    confirm = await pressed(
        footnote.member, await footnote.member.slash("privacy", {}, footnote.library), "privacy-button-erase"
    )
    await pressed(footnote.member, confirm, "privacy-button-erase-now")
    assert WORDS("error-answer-expired") in (await footnote.member.press(answer, opener(answer))).text


@pytest.mark.parametrize("where", ["server", "direct"])
async def test_own_data_comes_as_a_file(footnote, where):
    """It holds one's own questions with everything that is kept of them, and nobody else's."""
    await footnote.member.slash("search", {"query": "石桥的秘密", "private": True}, footnote.library)
    await footnote.admin.slash("search", {"query": "渡轮的电池"}, footnote.library)
    if where == "server":
        page = await footnote.member.slash("privacy", {}, footnote.library)
    else:
        page = await footnote.member.dm("do you keep my questions?")
    shown = await pressed(footnote.member, page, "privacy-button-data")
    (file,) = shown.attachments
    found = json.loads(file.data)
    assert [row["text"] for row in found["queries"]] == ["石桥的秘密"]
    assert [row["question"] for row in found["answers"]] == ["石桥的秘密"]
    assert found["languages"] == [{"language": "en-US"}]
    assert found["opted_out"] is False


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_what_cannot_be_written_is_said(footnote, locale):
    """Nobody is told that they are erased or opted out; their data still come, and admins see why in the status."""
    words, settings = words_in(locale), footnote.settings
    member, admin = footnote.as_(footnote.member, locale), footnote.as_(footnote.admin, locale)
    settings.log_path.with_suffix(".spool.jsonl").mkdir()
    with (
        closing(sqlite3.connect(settings.log_path, isolation_level=None)) as log,
        closing(sqlite3.connect(settings.state_path, isolation_level=None)) as state,
    ):
        log.execute("BEGIN IMMEDIATE")
        state.execute("BEGIN IMMEDIATE")
        await member.slash("search", {"query": "石桥的秘密"}, footnote.library)
        page = await member.slash("privacy", {}, footnote.library)
        out = await member.press(page, button(page, words("privacy-button-out")))
        assert plain(out) == words("privacy-failed", act="out", reason="database is locked")
        page = await member.slash("privacy", {}, footnote.library)
        found = await member.press(page, button(page, words("privacy-button-data")))
        (file,) = found.attachments
        data = json.loads(file.data)
        assert [row["text"] for row in data["queries"]] == ["石桥的秘密"]
        assert [row["question"] for row in data["answers"]] == ["石桥的秘密"]
        status = plain(await admin.slash("footnote status", {}, footnote.library))
        for store in ("log", "state"):
            assert words("status-trouble", store=store, reason="database is locked").strip("*") in status
        confirm = await member.press(page, button(page, words("privacy-button-erase")))
        erased = await member.press(confirm, button(confirm, words("privacy-button-erase-now")))
        assert plain(erased) == words("privacy-failed", act="erase-now", reason="database is locked")
    settings.log_path.with_suffix(".spool.jsonl").rmdir()


async def test_whoever_opts_out_is_not_logged_until_they_come_back(footnote):
    """No row of question or press, also after a restart; buttons go on working."""
    before = await footnote.member.slash("search", {"query": "石桥", "private": True}, footnote.library)
    page = await footnote.member.slash("privacy", {}, footnote.library)
    confirm = await pressed(footnote.member, page, "privacy-button-out")
    assert WORDS("privacy-out") in confirm.text
    await footnote.restart()
    assert "石桥" in (await footnote.member.press(before, opener(before))).text
    answer = await footnote.member.slash("search", {"query": "石桥"}, footnote.library)
    assert "石桥" in (await footnote.member.press(answer, opener(answer))).text
    assert [row["private"] for row in await footnote.rows()] == [1]
    assert await footnote.rows("events") == []
    page = await footnote.member.slash("privacy", {}, footnote.library)
    await pressed(footnote.member, page, "privacy-button-in")
    await footnote.member.slash("search", {"query": "石桥"}, footnote.library)
    assert [row["private"] for row in await footnote.rows()] == [1, 0]


async def test_a_stranger_has_the_same_rights(footnote):
    """Whoever left the community may still erase, from another server."""
    await footnote.stranger.slash("search", {"query": "bridge"}, footnote.lobby)
    page = await footnote.stranger.slash("privacy", {}, footnote.lobby)
    confirm = await pressed(footnote.stranger, page, "privacy-button-erase")
    erased = await pressed(footnote.stranger, confirm, "privacy-button-erase-now")
    assert WORDS("erased-heading") in erased.text
    assert await footnote.rows() == []
