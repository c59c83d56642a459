"""The real client on a loopback Discord: every way in, every button, every refusal."""

import asyncio
from dataclasses import replace

import pytest

from bot.errors import ReindexFailed, ReindexRunning
from bot.messages import words_in
from bot.playground.actor import Actor
from bot.services.reindex_protocol import ReindexReport
from corpus import ArticleRef, BuildReport, Progress, Rejected


def button(message, label: str) -> str:
    """Return the custom id of a button by its label."""
    return next(piece["custom_id"] for piece in message.walk() if piece.get("label") == label and "custom_id" in piece)


def labels(message) -> list[str]:
    return [piece["label"] for piece in message.walk() if piece.get("type") == 2]


async def test_search_pages_and_reads(stage) -> None:
    """A result is paged in place, and read by the asker alone at the quoted place."""
    async with stage.running():
        lin = stage.actor("member")
        found = await lin.slash("search", {"query": "wind power"}, stage.general)
        assert "Found in 7 articles" in found.text
        assert not found.ephemeral
        second = await lin.press(found, button(found, "Next"))
        assert second.id == found.id
        assert "Page 2 of 2" in second.text
        opened = await lin.press(second, button(second, "Read"))
        assert opened.ephemeral
        assert "**The first turbine turned in March.**" in opened.text
    assert [event.kind for event in stage.log.events] == ["paged", "opened"]


async def test_somebody_else_pages_a_copy(stage) -> None:
    """Nobody turns the page of another person's answer under their eyes."""
    async with stage.running():
        found = await stage.actor("member").slash("search", {"query": "wind power"}, stage.general)
        copy = await stage.actor("admin", "zh-TW").press(found, button(found, "Next"))
        assert copy.ephemeral
        assert copy.id != found.id
        assert "第 2 頁" in copy.text
        assert "Page 1 of 2" in stage.actor("member").latest(found).text


async def test_buttons_survive_a_restart(stage) -> None:
    """A new client answers the buttons of the old one's messages, and says so when their state is gone."""
    lin = stage.actor("member")
    async with stage.running():
        found = await lin.slash("search", {"query": "wind power", "private": True}, stage.general)
        assert found.ephemeral
    async with stage.running() as client:
        second = await lin.press(found, button(found, "Next"))
        assert "Page 2 of 2" in second.text
        assert not client._connection._view_store._views
        stage.state.answers.clear()
        gone = await lin.press(second, button(second, "Read"))
        assert gone.text == words_in("en-US")("error-answer-expired")
        assert "Page 2 of 2" in lin.latest(found).text


async def test_views_do_not_pile_up(stage) -> None:
    """discord.py keeps nothing of the layouts that were sent."""
    async with stage.running() as client:
        lin = stage.actor("member")
        found = await lin.slash("search", {"query": "wind power"}, stage.general)
        await lin.press(found, button(found, "Next"))
        await lin.dm("wind power")
        store = client._connection._view_store
        assert not store._views
        assert not store._synced_message_views


async def test_who_and_its_choices(stage) -> None:
    """A card leads to related people, and a choice takes the place of the question."""
    async with stage.running():
        lin = stage.actor("member")
        card = await lin.slash("who", {"name": "Quill"}, stage.general)
        assert "editor of Harbour Weekly" in card.text
        choices = await lin.press(card, button(card, "Tom Oak"))
        assert choices.ephemeral
        picked = await lin.press(choices, button(choices, "Mira Quill"))
        assert picked.id == choices.id
        assert "editor of Harbour Weekly" in picked.text
        nobody = await lin.slash("who", {"name": "Zed"}, stage.general)
        assert labels(nobody) == ["Mira Quill", "Search the articles", "Helpful", "Not helpful"]
        searched = await lin.press(nobody, button(nobody, "Search the articles"))
        assert "Found in 7 articles" in searched.text
    assert [row.way_in for row in stage.log.rows] == ["command", "button", "button", "command", "button"]


async def test_summary_by_title_and_topic(stage) -> None:
    """A completed title is that article; other words are a topic."""
    async with stage.running():
        lin = stage.actor("member")
        [title] = await lin.autocomplete("summary", "about", "part 3", stage.general)
        assert title == {"name": "Wind farms, part 3", "value": "article:a3"} | {
            name: title[name] for name in title if name not in ("name", "value")
        }
        one = await lin.slash("summary", {"about": title["value"], "length": "short"}, stage.general)
        assert "Wind farms, part 3" in one.text
        several = await lin.slash("summary", {"about": "harbours"}, stage.general)
        assert "From 2 articles" in several.text
        [name] = await lin.autocomplete("who", "name", "Mir", stage.general)
        assert name["value"] == "Mira Quill"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("wind power", "Found in 7 articles"),
        ("风力发电", "在 7 篇文章中找到"),
        ("風力發電", "在 7 篇文章中找到"),
        ("Mira Quill是谁？", "人物"),
        ("who is Mira Quill?", "Person"),
        ("總結一下 harbours", "取自 2 篇文章"),
        ("你好", "根据这个社区的文章"),
        ("help", "What I can do"),
        ("隱私", "你的提問會留下什麼紀錄"),
        ("?!", "nothing to search for"),
        ("x" * 2000, "first 200 characters"),
    ],
)
async def test_plain_words_in_a_direct_message(stage, said, shown) -> None:
    """Direct messages are answered in the language of the question."""
    async with stage.running():
        assert shown in (await stage.actor("member").dm(said)).text


async def test_a_mention_is_answered_and_chatter_is_not(stage) -> None:
    """Only what names the bot is for it; its buttons work there too."""
    async with stage.running():
        lin = stage.actor("member")
        lin.say("wind power", stage.general)
        found = await lin.mention("wind power", stage.general)
        assert "Found in 7 articles" in found.text
        assert "Page 2 of 2" in (await lin.press(found, button(found, "Next"))).text
        assert "I answer from" in (await lin.mention("", stage.general)).text
    assert [row.way_in for row in stage.log.rows] == ["mention"]


async def test_other_bots_are_not_answered(stage) -> None:
    """Two bots never talk to each other."""
    async with stage.running():
        lin = stage.actor("member")
        robot = Actor(stage.discord, replace(lin.user, bot=True))
        robot.say("wind power", stage.general, mention=True)
        robot.say("wind power", robot.direct)
        await lin.mention("wind power", stage.general)
    assert len(stage.log.rows) == 1


async def test_a_stranger_is_refused_on_every_way_in(stage) -> None:
    """The administrator of another server gets one polite sentence, whatever they try."""
    async with stage.running():
        found = await stage.actor("member").slash("search", {"query": "wind"}, stage.general)
        sam = stage.actor("stranger")
        refusal = words_in("en-US")("error-not-admitted")
        for command, options in (
            ("search", {"query": "wind"}),
            ("who", {"name": "Quill"}),
            ("summary", {"about": "wind"}),
            ("help", {}),
            ("reindex", {}),
        ):
            assert (await sam.slash(command, options, stage.lobby)).text == refusal
            assert (await sam.slash(command, options)).text == refusal
        assert (await sam.dm("wind")).text == refusal
        assert (await sam.dm("hello")).text == refusal
        assert (await sam.mention("wind", stage.lobby)).text == refusal
        assert await sam.autocomplete("who", "name", "M", stage.lobby) == ()
        assert await sam.autocomplete("summary", "about", "W") == ()
        assert (await sam.press(found, button(found, "Read"))).text != refusal  # he would have to be there to press


async def test_reindex_shows_progress_and_a_report(stage) -> None:
    """Whoever may manage sees what changed and what was refused."""
    build = BuildReport(
        build="b2",
        engine="rank-bm25",
        articles=12,
        passages=30,
        added=tuple(ArticleRef(id=f"n{i}", title=f"New *{i}*") for i in range(11)),
        changed=(),
        removed=(ArticleRef(id="o", title="Old"),),
        took_s=2.34,
    )
    rejected = (Rejected(origin="photo.txt", reason="not_text"), Rejected(origin="x", reason="of_the_future"))
    report = ReindexReport(report=build, rejected=rejected, sample=False, dropped_sample=True)
    stage.reindexing.steps = [Progress(stage="reading", done=3, total=12), report]
    async with stage.running():
        ada = stage.actor("admin")
        shown = await ada.until(
            await ada.slash("reindex", {}, stage.general), lambda message: "read again" in message.text
        )
        assert shown.ephemeral
        for part in ("12 articles in 30 passages, 2.3 s", "taken the place of the sample", "Added: 11", "New \\*0\\*"):
            assert part in shown.text
        for part in ("and 3 more", "Removed: 1", "photo.txt: not text", "of\\_the\\_future"):
            assert part in shown.text
        olive = stage.actor("owner", "zh-CN")
        assert (
            "文章已重新读取"
            in (await olive.until(await olive.slash("reindex"), lambda message: "已重新" in message.text)).text
        )
        lin = stage.actor("member")
        assert (await lin.slash("reindex", {}, stage.general)).text == words_in("en-US")("error-not-manager")


@pytest.mark.parametrize(
    ("error", "part"), [(ReindexRunning(), "read again already"), (ReindexFailed("no space"), "no space")]
)
async def test_a_reindex_that_fails_says_why(stage, error, part) -> None:
    """A manager is told the cause, in place of the progress."""
    stage.reindexing.steps = [error]
    async with stage.running():
        ada = stage.actor("admin")
        shown = await ada.slash("reindex", {}, stage.general)
        assert part in (await ada.until(shown, lambda message: part in message.text)).text


async def test_a_bug_answers_with_a_reference_that_stands_in_the_log(stage, caplog) -> None:
    """Nobody waits in vain, and neither question nor token reaches the log."""
    stage.host.library.failure = ZeroDivisionError("about turnips")
    async with stage.running():
        shown = (await stage.actor("member", "zh-CN").slash("search", {"query": "turnips"}, stage.general)).text
        told = (await stage.actor("member").dm("turnips")).text
    references = [record.args[0] for record in caplog.records if record.msg.startswith("bug")]
    assert len(references) == 2
    assert references[0] in shown
    assert references[1] in told
    assert "turnips" not in caplog.text
    assert "ZeroDivisionError" in caplog.text


async def test_a_wrong_date_is_explained_in_the_language_of_the_question(stage) -> None:
    """Errors follow the language rule like answers."""
    async with stage.running():
        shown = await stage.actor("member").slash("search", {"query": "風力發電廠", "after": "soon"}, stage.general)
        assert shown.text == words_in("zh-TW")("error-invalid-date", text="soon")


async def test_commands_are_sent_once(stage) -> None:
    """A second start with the same commands sends none; changed ones are sent."""
    async with stage.running():
        assert {command["name"] for command in stage.discord.commands} == {
            "search",
            "who",
            "summary",
            "help",
            "privacy",
            "footnote",
            "Search for this",
            "Who is this?",
            "reindex",
        }
    stage.discord._rest.commands = ()
    async with stage.running():
        assert stage.discord.commands == ()
    stage.state.values["commands_hash"] = "of another version"
    async with stage.running():
        assert len(stage.discord.commands) == 9


async def test_help_and_privacy_are_shown_to_the_asker_alone(stage) -> None:
    """What the operator set stands in the privacy page."""
    async with stage.running():
        lin = stage.actor("member", "zh-TW")
        assert (await lin.slash("help", {}, stage.general)).ephemeral
        page = await lin.slash("privacy", {}, stage.general)
        assert page.ephemeral
        assert "180 天" in page.text
        assert "the librarians" in page.text


async def test_an_article_in_every_language_of_discord(stage) -> None:
    """Whoever runs Discord in another language reads English."""
    stage.host.library.articles = [replace(stage.host.library.articles[0], title="**x**")]
    async with stage.running():
        assert (
            "Found in one article"
            in (await stage.actor("member", "fr").slash("search", {"query": "wind"}, stage.general)).text
        )


async def test_the_first_question_of_a_first_start_is_answered(stage) -> None:
    """The home server is known as soon as Discord has named the bot's servers, before the client calls itself ready."""
    with stage.discord.route():
        client = stage.client()
        serving = asyncio.create_task(client.start("a token"))
        await stage.discord.gateway.until(lambda gateway: gateway.identifies)
        lin = stage.actor("member")
        found = await lin.slash("search", {"query": "wind power"}, stage.general)
        assert "Found in 7 articles" in found.text
        await client.close()
        await serving
