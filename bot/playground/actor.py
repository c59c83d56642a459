"""Somebody who uses the bot through Discord's app: types, chooses, presses, reads. The page acts by it."""

import asyncio
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from discord import InteractionType

from bot.playground.board import Json, Message
from bot.playground.exchange import Outcome
from bot.playground.interactions import (
    command_data,
    component_data,
    interaction_payload,
    message_command_data,
    modal_data,
)
from bot.playground.loopback import LoopbackDiscord
from bot.playground.world import Channel, User

PATIENCE_S = 60.0
_T = TypeVar("_T")


class NoResponse(Exception):
    """The bot did not respond in time; Discord's app says that the application did not respond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modal:
    """An open modal, and what it was opened from."""

    data: Json
    channel: Channel
    message: Message | None


class Actor:
    """One user at one app, with one locale.

    Every method that asks the bot returns when there is something to read: a deferred answer when it is filled.
    Raises InvalidInput where Discord's app would refuse, and NoResponse where nothing came.
    """

    def __init__(self, discord: LoopbackDiscord, user: User, locale: str = "en-US") -> None:
        self.user = user
        self.locale = locale
        self._discord = discord

    async def command(self, command: str, options: Mapping[str, Any], channel: Channel) -> Outcome:
        """Send a slash command and return whatever comes of it."""
        data = command_data(self._discord.commands, command, options)
        return await self._ask(InteractionType.application_command, channel, data)

    async def message_command(self, command: str, target: Message) -> Message:
        """Use a command of a message's menu and return its answer."""
        channel = self._channel(target)
        data = message_command_data(self._discord.commands, command, self._discord.world, self._discord.url, target)
        return shown(await self._ask(InteractionType.application_command, channel, data))

    async def complete(
        self, command: str, option: str, values: Mapping[str, Any], channel: Channel
    ) -> tuple[Json, ...]:
        """Type into one of the options and return the suggestions (name and value), best first."""
        data = command_data(self._discord.commands, command, values, focused=option)
        outcome = await self._ask(InteractionType.autocomplete, channel, data)
        return outcome.choices or ()

    async def use(self, message: Message, custom_id: str) -> Outcome:
        """Press a button and return whatever comes of it."""
        message = self.latest(message)
        data = component_data(message, custom_id)
        return await self._ask(InteractionType.component, self._channel(message), data, message)

    async def submit(self, modal: Modal, values: Mapping[str, Any]) -> Message:
        """Send a modal with values by custom id (of a file upload: Attachments) and return the answer."""
        data = modal_data(modal.data, values, self._discord.url)
        return shown(await self._ask(InteractionType.modal_submit, modal.channel, data, modal.message))

    def say(self, text: str, channel: Channel) -> Message:
        """Write into a channel without waiting for anything and return the message."""
        bot, number = self._discord.world.bot, self._discord.snowflakes()
        mentions = (bot,) if f"<@{bot.id}>" in text else ()
        message = Message(id=number, channel_id=channel.id, author=self.user, content=text, mentions=mentions)
        return self._discord.board.post(message)

    def latest(self, message: Message) -> Message:
        """Return the current version of a message, or the one given where there is none."""
        return self._discord.board.get(message.id) or message

    def reads(self, channel: Channel) -> tuple[Message, ...]:
        """Return what this user sees in a channel, oldest first."""
        return self._discord.board.history(channel.id, self.user.id)

    async def _ask(
        self, kind: InteractionType, channel: Channel, data: Json, message: Message | None = None
    ) -> Outcome:
        exchange = self._discord.exchanges.open(
            type=kind, user=self.user, channel=channel, locale=self.locale, data=data, message=message
        )
        payload = interaction_payload(self._discord.world, self._discord.url, exchange.interaction)
        await self._discord.gateway.dispatch("INTERACTION_CREATE", payload)
        try:
            async with asyncio.timeout(self._discord.exchanges.first_response_s):
                await exchange.acknowledged.wait()
        except TimeoutError:
            raise NoResponse("the application did not respond") from None
        return await patiently(exchange.outcome)

    def _channel(self, message: Message) -> Channel:
        channel = self._discord.world.channel(message.channel_id)
        if channel is None:
            raise LookupError(f"no channel {message.channel_id}")
        return channel


async def patiently(waited: Awaitable[_T]) -> _T:
    """Wait for a minute at most; raises NoResponse."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await waited
    except TimeoutError:
        raise NoResponse(f"nothing to read came within {PATIENCE_S:.0f} s") from None


def shown(outcome: Outcome) -> Message:
    """Return the message that somebody reads; raises NoResponse where there is none."""
    if outcome.message is None:
        raise NoResponse("there is no message to read")
    return outcome.message
