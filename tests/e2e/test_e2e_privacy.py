"""/privacy: what is kept of somebody is theirs to have, to erase and to stop, from anywhere."""

import json

import pytest

from tests.bot.storage.stored import holding
from tests.seen import WORDS, opener, pressed


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
