"""The message that follows a reindex: progress, then the report, for as long as Discord lets it be edited."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable

import discord

from bot.messages import Words
from bot.render.notices import notice_layout
from bot.render.reindex import progress_layout, report_layout
from bot.services.reindex_protocol import ReindexReport
from bot.views.delivery import LOST, show
from corpus import Progress

EDIT_EVERY_S = 1.5
TOKEN_S = 14 * 60.0  # an interaction's token lives for 15 minutes


class ReindexMessage:
    """Shows the steps of a reindex in the response of its command.

    Parameters
    ----------
    interaction
        Deferred already.
    words
        The reader's catalogue.
    clock
        Monotonic seconds.
    """

    def __init__(
        self, interaction: discord.Interaction, words: Words, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._interaction = interaction
        self._words = words
        self._clock = clock
        self._ends = clock() + TOKEN_S
        self._next_edit = clock()
        self._elsewhere = False

    async def follow(self, steps: AsyncIterator[Progress | ReindexReport]) -> None:
        """Show progress at most every 1.5 s and the report at the end; raises what the steps raise."""
        await show(self._interaction, progress_layout(None, self._words))
        async for step in steps:
            if isinstance(step, ReindexReport):
                await self._finish(step)
            elif self._clock() >= self._next_edit:
                await self._update(step)

    async def _update(self, progress: Progress) -> None:
        """Show how far it is, or once that the report comes as a message of its own; an edit may be lost."""
        with contextlib.suppress(*LOST):
            if self._clock() < self._ends:
                await show(self._interaction, progress_layout(progress, self._words))
            elif not self._elsewhere:
                self._elsewhere = True
                await show(self._interaction, notice_layout(self._words("reindex-elsewhere")))
        self._next_edit = self._clock() + EDIT_EVERY_S

    async def _finish(self, report: ReindexReport) -> None:
        """Show the report, in the channel where the response can no longer be edited."""
        layout = report_layout(report, self._words)
        channel = self._interaction.channel
        if self._clock() < self._ends or not isinstance(channel, discord.abc.Messageable):
            await show(self._interaction, layout)
        else:
            await asyncio.shield(channel.send(view=layout))
