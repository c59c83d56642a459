"""What people do with an answer: judge it, show it to everybody, press its buttons when they should not."""

from dataclasses import replace

import pytest

from bot.errors import AnswerExpired, PrivateAnswer
from bot.messages import words_in
from bot.messages.errors import error_words
from bot.render.forms import SENTENCE
from corpus.errors import UnknownArticle
from tests.seen import WORDS, button, labels, plain


@pytest.mark.parametrize("way", ["search", "who", "summary", "nothing", "dm"])
async def test_every_answer_is_judged(footnote, way):
    """Under each kind of answer stands whether it helped; what was wrong is asked, and may be left out."""
    member = footnote.member
    options = {"search": {"query": "ferry"}, "who": {"name": "周若兰"}, "summary": {"about": "Heron"}}
    if way == "dm":
        answer = await member.dm("when was the observatory founded")
    elif way == "nothing":
        answer = await member.slash("search", {"query": "qqqq zzzz"}, footnote.library)
    else:
        answer = await member.slash(way, options[way], footnote.library)
    helpful, not_helpful = (next(each for each in labels(answer) if each in words) for words in judging())
    thanks = await member.press(answer, button(answer, helpful))
    assert plain(thanks) in {words_in(language)("judged") for language in ("en-US", "zh-CN")}
    assert thanks.ephemeral or way == "dm"
    for sentence in ("It names\nthe wrong year.", "   "):
        form = await member.open_modal(answer, button(answer, not_helpful))
        await member.submit(form, {SENTENCE: sentence})
    assert await footnote.presses() == [
        ("helpful", None),
        ("not_helpful", "It names the wrong year."),
        ("not_helpful", None),
    ]


def judging():
    """Return the labels of both judgements, in the languages that answers may come in."""
    return [{words_in(each)(name) for each in ("en-US", "zh-CN")} for name in ("button-helpful", "button-not-helpful")]


async def test_a_form_opened_before_a_restart_is_taken(footnote):
    """Whoever writes while the bot restarts loses nothing."""
    answer = await footnote.member.slash("search", {"query": "ferry"}, footnote.library)
    form = await footnote.member.open_modal(answer, button(answer, "Not helpful"))
    await footnote.restart()
    assert plain(await footnote.member.submit(form, {SENTENCE: "Too short."})) == WORDS("judged")
    assert ("not_helpful", "Too short.") in await footnote.presses()


async def test_a_private_answer_is_shown_to_everybody_by_its_asker(footnote):
    """The answer then stands in the channel with who shows it; its buttons serve anybody, also after a restart."""
    options = {"query": "ferry batteries", "private": True}
    answer = await footnote.member.slash("search", options, footnote.library)
    assert "Show to everybody" in labels(answer)
    shown = await footnote.member.press(answer, button(answer, "Show to everybody"))
    told = WORDS("shared")
    await footnote.member.until(answer, lambda message: plain(message) == told)
    assert shown in footnote.admin.reads(footnote.library)
    assert not shown.ephemeral
    assert "Why the ferry runs on batteries" in plain(shown)
    assert f"<@{footnote.member.user.id}>" in shown.text
    assert "Show to everybody" not in labels(shown)
    await footnote.restart()
    opened = await footnote.admin.press(shown, button(shown, "Read"))
    assert "### Why the ferry runs on batteries" in plain(opened)
    assert [kind for kind, _ in await footnote.presses()] == ["shared", "opened"]


async def test_buttons_of_somebody_elses_private_answer(footnote):
    """A press that is made up for another person's private answer opens nothing and shares nothing."""
    options = {"query": "ferry batteries", "private": True}
    answer = await footnote.member.slash("search", options, footnote.library)
    forged = replace(answer, id=footnote.discord.snowflakes(), flags=type(answer.flags)(answer.flags & ~64))
    footnote.discord.board.post(forged)
    refused = error_words(PrivateAnswer(), WORDS)
    for custom_id in (each["custom_id"] for each in answer.controls if each.get("custom_id")):
        shown = await footnote.admin.press(forged, custom_id)
        assert plain(shown) == refused
        assert shown.ephemeral


async def test_a_removed_article_is_told_in_the_language_of_the_answer(footnote):
    """Under a Chinese answer, a Read button whose article is gone answers in Chinese whatever Discord's language."""
    answer = await footnote.member.slash("search", {"query": "石桥修了几年"}, footnote.library)
    read = button(answer, words_in("zh-CN")("button-read"))
    (footnote.settings.articles_dir / "bridge.md").unlink()
    await footnote.reindexed()
    told = await footnote.member.press(answer, read)
    assert plain(told) == error_words(UnknownArticle("x"), words_in("zh-CN"))


async def test_buttons_of_an_old_version(footnote):
    """What another version wrote on a button is answered with a sentence."""
    answer = await footnote.member.slash("search", {"query": "ferry"}, footnote.library)
    old = replace(answer, id=footnote.discord.snowflakes(), components=renamed(answer.components))
    footnote.discord.board.post(old)
    shown = await footnote.member.press(old, "fn1:page:kkkkkkkkkkkk:1")
    assert plain(shown) == error_words(AnswerExpired(), WORDS)


def renamed(components):
    """Return a message's components with a button of an older version in front."""
    old = {"type": 2, "style": 2, "label": "Next", "custom_id": "fn1:page:kkkkkkkkkkkk:1"}
    return ({"type": 1, "components": [old]}, *components)


async def test_two_people_press_at_once(footnote):
    """Each gets an answer of their own, and both judgements count."""
    answer = await footnote.member.slash("search", {"query": "ferry"}, footnote.library)
    helpful = button(answer, "Helpful")
    for actor in (footnote.member, footnote.admin):
        assert plain(await actor.press(answer, helpful)) == WORDS("judged")
    assert [kind for kind, _ in await footnote.presses()] == ["helpful", "helpful"]


async def test_a_form_of_an_old_version(footnote):
    """A form that another version opened is answered with a sentence."""
    answer = await footnote.member.slash("search", {"query": "ferry"}, footnote.library)
    form = await footnote.member.open_modal(answer, button(answer, "Not helpful"))
    old = replace(form, data={**form.data, "custom_id": "fn1:judge:kkkkkkkkkkkk:0"})
    assert plain(await footnote.member.submit(old, {SENTENCE: "x"})) == error_words(AnswerExpired(), WORDS)
