"""The message that follows a reindex, for as long as Discord lets it be edited, and what its buttons do."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Sequence

import discord
from discord.ui import LayoutView

from bot.errors import BotError
from bot.messages import Words
from bot.messages.errors import error_words
from bot.render.articles import alias_lines
from bot.render.components import layout, text
from bot.render.custom_ids import CompareBuilds
from bot.render.notices import notice_layout
from bot.render.reindex import comparison_layout, progress_layout, report_layout, went_back_layout
from bot.services.article_changes import AliasChange
from bot.services.compare import Comparison
from bot.services.comparing import Comparing
from bot.services.reindex_protocol import ReindexReport
from bot.services.reindexing import Reindexing
from bot.services.requests import Asker
from bot.services.time_left import TimeLeft
from bot.views.delivery import LOST, show
from bot.views.managers import Managers
from corpus import CorpusError, Progress

EDIT_EVERY_S = 1.5
TOKEN_S = 14 * 60.0  # an interaction's token lives for 15 minutes


class Reindexes:
    """Reads the articles again, and tells what that changed.

    Parameters
    ----------
    reindexing, comparing
        What makes the articles live, and what says how answers changed with it.
    """

    def __init__(self, reindexing: Reindexing, comparing: Comparing) -> None:
        self._reindexing = reindexing
        self._comparing = comparing

    async def follow(
        self, interaction: discord.Interaction, words: Words, told: Sequence[str] = (), *, wait: bool = False
    ) -> None:
        """Show it all in a deferred response; raises as :meth:`bot.services.reindexing.Reindexing.run`.

        ``told`` are lines that the report begins with.
        """
        message = ReindexMessage(interaction, words, told)
        await message.follow(self._comparing.following(self._reindexing.run(wait=wait)))

    async def follow_aliases(self, interaction: discord.Interaction, words: Words, change: AliasChange) -> None:
        """Say what became of a list of aliases, and where it changed, make it known to the index."""
        told = alias_lines(change, words)
        if change.any:
            await self.follow(interaction, words, told, wait=True)
        else:
            await show(interaction, layout(text(*told)))


class ReindexMessage:
    """Shows the steps of a reindex in the response of its command.

    Parameters
    ----------
    interaction
        Deferred already.
    words
        The reader's catalogue.
    told
        Lines that the report begins with: why the articles are read.
    clock
        Monotonic seconds.
    """

    def __init__(
        self,
        interaction: discord.Interaction,
        words: Words,
        told: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._interaction = interaction
        self._words = words
        self._told = told
        self._clock = clock
        self._ends = clock() + TOKEN_S
        self._next_edit = clock()
        self._left = TimeLeft(clock)
        self._message: discord.Message | None = None

    async def follow(self, steps: AsyncIterator[Progress | ReindexReport | Comparison]) -> None:
        """Show progress at most every 1.5 s, the report, and what it changed; raises what the steps raise.

        What goes wrong when the response can no longer be edited is shown where the report would be.
        """
        await self._put(progress_layout(None, self._words))
        report: ReindexReport | None = None
        try:
            async for step in steps:
                if isinstance(step, ReindexReport):
                    report = step
                    await self._put(report_layout(report, self._words, told=self._told))
                elif isinstance(step, Comparison) and report is not None and not report.dropped_sample:
                    await self._put(report_layout(report, self._words, step, told=self._told))
                elif isinstance(step, Progress):
                    await self._put_progress(step)
        except (BotError, CorpusError) as error:
            if self._clock() < self._ends:
                raise
            await self._put(notice_layout(error_words(error, self._words)))

    async def _put_progress(self, progress: Progress) -> None:
        left_s = self._left.after(progress)
        if self._clock() >= self._next_edit:
            with contextlib.suppress(*LOST):  # an edit may be lost
                await self._put(progress_layout(progress, self._words, left_s))
            self._next_edit = self._clock() + EDIT_EVERY_S

    async def _put(self, layout: LayoutView) -> None:
        """Show a layout in the response while that can be edited, then in an ordinary message that takes its place."""
        if self._clock() < self._ends:
            await show(self._interaction, layout)
        elif self._message is not None:
            message = self._message
            await asyncio.shield(message.edit(view=layout))
        else:
            with contextlib.suppress(*LOST):
                await show(self._interaction, notice_layout(self._words("reindex-elsewhere")))
            self._message = await self._send(layout)

    async def _send(self, layout: LayoutView) -> discord.Message:
        """Send to the channel or, where the bot may not write there, to whoever reindexes."""
        channel = self._interaction.channel
        if isinstance(channel, discord.abc.Messageable):
            with contextlib.suppress(discord.Forbidden):
                return await asyncio.shield(channel.send(view=layout))
        return await asyncio.shield(self._interaction.user.send(view=layout))


class ComparePresses:
    """Shows what changed, and goes back; raises what the services raise.

    Parameters
    ----------
    managers
        Who may.
    comparing
        Compares builds and lets an earlier one serve.
    """

    def __init__(self, managers: Managers, comparing: Comparing) -> None:
        self._managers = managers
        self._comparing = comparing

    async def handle(self, interaction: discord.Interaction, asker: Asker, press: CompareBuilds) -> None:
        """Answer one press: in the list's own message where its page is turned, else in one for the presser alone."""
        words = await self._managers.admit(interaction, asker, in_place=press.act == "turn")
        if press.act == "back":
            await self._comparing.go_back(press.before)
            await show(interaction, went_back_layout(press, words))
        else:
            found = await self._comparing.between(press.before, press.after)
            await show(interaction, comparison_layout(found, press.page, words))
