"""A reindex that outlives the token of its command."""

from dataclasses import replace

import discord

from bot.errors import ReindexFailed
from bot.messages import words_in
from bot.services.compare import Comparison
from bot.services.reindex_protocol import ReindexReport
from bot.views.reindex_message import ReindexMessage
from corpus import BuildReport, Progress
from tests.bot.render.checks import texts

REPORT = ReindexReport(
    report=BuildReport(
        build="b", engine="rank-bm25", articles=1, passages=1, added=(), changed=(), removed=(), took_s=900.0
    ),
    rejected=(),
    sample=False,
    dropped_sample=False,
)


class Channel(discord.abc.Messageable):
    """A channel that keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def _get_channel(self):
        return self

    async def send(self, *, view) -> "Message":
        self.sent.append(texts(view))
        return Message(self.sent)


class Message:
    """An ordinary message, whose edits stand beside what was sent."""

    def __init__(self, sent: list[str]) -> None:
        self.sent = sent

    async def edit(self, *, view) -> None:
        self.sent.append(texts(view))


class Interaction:
    """A deferred interaction that keeps what its response becomes."""

    def __init__(self) -> None:
        self.channel = Channel()
        self.edits: list[str] = []

    async def edit_original_response(self, *, view, attachments=()) -> None:
        self.edits.append(texts(view))


class Unsteady(Interaction):
    """An interaction that loses every edit but its first and its last."""

    async def edit_original_response(self, *, view, attachments=()) -> None:
        if self.edits and "read again" not in texts(view):
            raise discord.RateLimited(60.0)
        await super().edit_original_response(view=view)


class Response:
    """What a refused request came back with, as far as discord.py reads it."""

    status, reason = 403, "Forbidden"


class MuteChannel(Channel):
    """A channel that takes nothing from the bot."""

    async def send(self, *, view) -> None:
        raise discord.Forbidden(Response(), "Missing Access")


class Mute(Interaction):
    """An interaction in a channel that the bot may not write to."""

    def __init__(self) -> None:
        super().__init__()
        self.channel, self.user = MuteChannel(), Channel()


async def followed(seconds: list, kind: type[Interaction] = Interaction) -> Interaction:
    """Follow a reindex whose steps come after so many seconds each, the last being the report, or end in an error."""
    now = [0.0]
    interaction = kind()

    async def steps():
        for number, wait in enumerate(seconds):
            if isinstance(wait, Exception):
                raise wait
            now[0] += wait
            last = number == len(seconds) - 1
            yield REPORT if last else Progress(stage="analysing", done=number, total=len(seconds))

    await ReindexMessage(interaction, words_in("en-US"), clock=lambda: now[0]).follow(steps())
    return interaction


async def test_own_articles_are_not_compared_with_the_sample() -> None:
    """What the sample answered before is nothing that was lost."""
    for dropped in (False, True):

        async def steps(dropped=dropped):
            yield replace(REPORT, dropped_sample=dropped)
            yield Comparison(before="a", after="b", asked=7, changes=(), hidden=0)

        interaction = Interaction()
        await ReindexMessage(interaction, words_in("en-US")).follow(steps())
        assert (words_in("en-US")("compare-heading") in interaction.edits[-1]) is not dropped


async def test_progress_is_shown_at_most_every_second_and_a_half() -> None:
    """Twenty steps in two seconds are three edits and the report."""
    interaction = await followed([0.1] * 20)
    assert len(interaction.edits) == 1 + 2 + 1
    assert "read again" in interaction.edits[-1]
    assert interaction.channel.sent == []


async def test_progress_says_how_long_it_still_takes() -> None:
    """Not in the first seconds, and then in round figures."""
    interaction = await followed([2.0] * 100)
    assert "to go" not in "".join(interaction.edits[:3])
    assert "About 3 min to go" in interaction.edits[20]
    assert "About 10 s to go" in interaction.edits[-2]


async def test_after_fourteen_minutes_an_ordinary_message_goes_on() -> None:
    """A response that can no longer be edited says so once; progress and report stand in the channel."""
    interaction = await followed([10.0, 835.0, 2.0, 2.0])
    elsewhere = words_in("en-US")("reindex-elsewhere")
    assert interaction.edits.count(elsewhere) == 1
    assert interaction.edits[-1] == elsewhere
    assert len(interaction.channel.sent) == 3
    assert words_in("en-US")("reindex-analysing") in interaction.channel.sent[0]
    assert "read again" in interaction.channel.sent[-1]


async def test_after_fourteen_minutes_a_failure_is_told_too() -> None:
    """Whoever waits for so long learns of the end, whatever it is."""
    interaction = await followed([10.0, 835.0, ReindexFailed("no space")])
    assert "no space" in interaction.channel.sent[-1]


async def test_a_channel_that_the_bot_may_not_write_to() -> None:
    """Then the report goes to whoever asked for it, in direct messages."""
    interaction = await followed([10.0, 835.0, 2.0], Mute)
    assert interaction.channel.sent == []
    assert "read again" in interaction.user.sent[-1]


async def test_progress_that_cannot_be_shown_costs_no_report() -> None:
    """Discord may refuse an edit in between; what came of the reindex is shown all the same."""
    interaction = await followed([2.0, 2.0, 2.0], Unsteady)
    assert len(interaction.edits) == 2
    assert "read again" in interaction.edits[-1]
