"""Somebody who waits for what the bot says: what a test does as people do it."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.actor import Actor, Modal, NoResponse, patiently, shown
from bot.playground.board import Attachment, Happening, Json, Message
from bot.playground.exchange import Outcome
from bot.playground.world import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that somebody gives to a modal."""

    filename: str
    data: bytes


class Person(Actor):
    """An actor whose every deed returns the message that comes of it."""

    @property
    def direct(self) -> Channel:
        """The direct messages with the bot."""
        return self._discord.world.direct_channel(self.user.id)

    async def slash(
        self, command: str, options: Mapping[str, Any] | None = None, channel: Channel | None = None
    ) -> Message:
        """Send a slash command (``search``, ``footnote add``) and return its answer; without a channel, in the DM.

        What is edited later stands in :meth:`latest` and :meth:`until`.
        """
        return shown(await self.command(command, options or {}, channel or self.direct))

    async def autocomplete(self, command: str, option: str, typed: str, channel: Channel) -> tuple[Json, ...]:
        """Type into an option and return the suggestions."""
        return await self.complete(command, option, {option: typed}, channel)

    async def press(self, message: Message, custom_id: str) -> Message:
        """Press a button and return what it shows: an answer of its own, or the message as changed."""
        return shown(await self.use(message, custom_id))

    async def open_modal(self, message: Message, custom_id: str) -> Modal:
        """Press a button that opens a modal and return it."""
        outcome = await self.use(message, custom_id)
        if outcome.modal is None:
            raise NoResponse(f"{custom_id} opened no modal")
        return Modal(data=outcome.modal, channel=self._channel(message), message=message)

    async def dm(self, text: str) -> Message:
        """Write to the bot in direct messages and return its reply."""
        return await self._converse(text, self.direct)

    async def mention(self, text: str, channel: Channel) -> Message:
        """Mention the bot in a channel and return its reply."""
        return await self._converse(f"<@{self._discord.world.bot.id}> {text}", channel)

    async def until(self, message: Message, wanted: Callable[[Message], bool]) -> Message:
        """Wait until a message is edited so that ``wanted`` holds, and return that version."""
        with self._discord.board.listening() as happenings:
            if wanted(now := self.latest(message)):
                return now

            def fits(happening: Happening) -> bool:
                new = happening.message
                return happening.kind == "update" and new is not None and new.id == message.id and wanted(new)

            return shown(Outcome(message=(await patiently(first(happenings, fits))).message))

    async def submit(self, modal: Modal, values: Mapping[str, Any]) -> Message:
        """Send a modal with values by custom id (of a file upload: Uploads) and return the answer."""
        given = {
            name: [self._give(one) for one in value] if isinstance(value, list) else value
            for name, value in values.items()
        }
        return await super().submit(modal, given)

    def _give(self, upload: Upload) -> Attachment:
        """Put a file where the bot can fetch it."""
        file = Attachment(id=self._discord.snowflakes(), filename=upload.filename, data=upload.data)
        self._discord.board.keep(file)
        return file

    async def _converse(self, text: str, channel: Channel) -> Message:
        with self._discord.board.listening() as happenings:
            asked = self.say(text, channel)

            def replies(happening: Happening) -> bool:
                new = happening.message
                ours = happening.kind == "create" and happening.channel_id == channel.id
                return ours and new is not None and new.author.bot and new.reference_id in {None, asked.id}

            return shown(Outcome(message=(await patiently(first(happenings, replies))).message))


async def first(queue: asyncio.Queue[Happening], wanted: Callable[[Happening], bool]) -> Happening:
    """Return the first happening that is wanted; waits for it."""
    while True:
        happening = await queue.get()
        if wanted(happening):
            return happening
