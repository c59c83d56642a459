"""How answers leave: shielded, and repeated where discord.py would not. What must not live here: what they say.

A send that is cancelled during a global rate limit leaves the client's lock shut, so every send here is shielded.
"""

import asyncio
import contextlib
import io
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import aiohttp
import discord
from discord.ui import LayoutView, Modal

T = TypeVar("T")

ALREADY_ANSWERED = 40060
NO_HISTORY = 160002  # to refer to a message, one must be allowed to read the channel's past
ATTEMPTS = 3
RETRY_S = 0.5
LOST = (discord.DiscordException, aiohttp.ClientError, OSError)  # what a send raises that does not arrive


async def defer(interaction: discord.Interaction, *, private: bool) -> None:
    """Say that an answer is coming, as a new message; ``private`` shows it to the asker alone."""
    await _first_response(lambda: interaction.response.defer(ephemeral=private, thinking=True))


async def defer_press(interaction: discord.Interaction, *, in_place: bool) -> None:
    """Say that the message of a button is going to change, or that a message for the presser alone is coming."""
    await (_first_response(interaction.response.defer) if in_place else defer(interaction, private=True))


async def show(
    interaction: discord.Interaction, layout: LayoutView, *, attachment: tuple[str, bytes] | None = None
) -> None:
    """Put a layout in the place of the deferred response, or of the message whose button was pressed.

    ``attachment`` is the name and the content of a file that the layout shows; files of the message before go.
    """
    # Read anew by each attempt.
    await _repeated(
        lambda: interaction.edit_original_response(
            view=layout,
            attachments=[] if attachment is None else [discord.File(io.BytesIO(attachment[1]), attachment[0])],
        )
    )


async def show_alone(interaction: discord.Interaction, layout: LayoutView) -> None:
    """Show a layout to whoever acted alone, whether or not a first response was sent."""
    if not interaction.response.is_done():
        try:
            await asyncio.shield(interaction.response.send_message(view=layout, ephemeral=True))
        except discord.HTTPException as error:
            if error.code != ALREADY_ANSWERED:
                raise
        else:
            return
    await asyncio.shield(interaction.followup.send(view=layout, ephemeral=True))


async def show_everybody(interaction: discord.Interaction, layout: LayoutView) -> None:
    """Send a layout to the channel as a further response, once: what may have arrived is not repeated."""
    await asyncio.shield(interaction.followup.send(view=layout))


async def open_form(interaction: discord.Interaction, form: Modal) -> None:
    """Open a form as the first response."""
    await _first_response(lambda: interaction.response.send_modal(form))


async def show_typing(message: discord.Message) -> None:
    """Show that a reply is coming; it comes whether or not that can be shown."""
    with contextlib.suppress(*LOST):
        await asyncio.shield(message.channel.typing())


async def reply(message: discord.Message, layout: LayoutView) -> None:
    """Reply to a message, without a ping, even where it was deleted meanwhile, or where the bot may not refer to it.

    The nonce lets Discord recognise a reply that is sent again because its first answer was lost.
    """
    send = partial(message.channel.send, view=layout, nonce=message.id)
    try:
        await _repeated(partial(send, reference=message.to_reference(fail_if_not_exists=False)))
    except discord.HTTPException as error:
        if error.code != NO_HISTORY:
            raise
        await _repeated(send)


async def _first_response(respond: Callable[[], Awaitable[object]]) -> None:
    """Send a first response; one that was applied though its answer was lost is sent again: 40060 says it arrived."""
    try:
        await _repeated(respond)
    except discord.HTTPException as error:
        if error.code != ALREADY_ANSWERED:
            raise


async def _repeated(send: Callable[[], Awaitable[T]]) -> T:
    """Send what may safely arrive twice, again after a connection reset, which discord.py repeats on no Linux."""
    for attempt in range(1, ATTEMPTS):
        try:
            return await asyncio.shield(send())
        except (aiohttp.ClientConnectionError, ConnectionError):
            await asyncio.sleep(RETRY_S * attempt)
    return await asyncio.shield(send())
