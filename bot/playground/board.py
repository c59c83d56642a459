"""The messages of the loopback Discord and who is told of them. What must not live here: sockets, Discord's JSON."""

import asyncio
import mimetypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import IntFlag
from typing import Any, Literal

from bot.playground.world import User

Json = dict[str, Any]


class Flag(IntFlag):
    """Message flags, as Discord numbers them."""

    NONE = 0
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    COMPONENTS_V2 = 1 << 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a message or of a modal."""

    id: int
    filename: str
    data: bytes

    @property
    def content_type(self) -> str:
        """What its name says that it is."""
        return mimetypes.guess_type(self.filename)[0] or "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One version of a message. ``visible_to`` is the one user who sees an ephemeral message, else None."""

    id: int
    channel_id: int
    author: User
    content: str = ""
    components: tuple[Json, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    flags: Flag = Flag.NONE
    mentions: tuple[User, ...] = ()
    reference_id: int | None = None
    edited_at: datetime | None = None
    visible_to: int | None = None
    interaction: Json | None = None

    @property
    def loading(self) -> bool:
        """Whether the bot is still thinking."""
        return Flag.LOADING in self.flags

    @property
    def ephemeral(self) -> bool:
        """Whether one person alone sees it."""
        return Flag.EPHEMERAL in self.flags

    @property
    def text(self) -> str:
        """Everything that can be read in it, a line for each piece, labels of buttons apart."""
        pieces = [self.content, *(piece["content"] for piece in self.walk() if piece["type"] == 10)]
        return "\n".join(piece for piece in pieces if piece)

    @property
    def controls(self) -> tuple[Json, ...]:
        """The buttons, in reading order, as the bot sent them."""
        return tuple(piece for piece in self.walk() if piece["type"] == 2)

    def walk(self) -> Iterator[Json]:
        """Yield every component, outer before inner, in reading order."""
        yield from walk_components(self.components)


def walk_components(components: Iterable[Json]) -> Iterator[Json]:
    """Yield components with all that are inside them, outer before inner, accessories after their section's text."""
    for component in components:
        yield component
        yield from walk_components(component.get("components", []))
        yield from walk_components([component[key] for key in ("accessory", "component") if key in component])


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that people in a channel are shown. ``message`` is None for typing.

    ``commands`` means that the bot registered commands, and is for every channel.
    """

    kind: Literal["create", "update", "typing", "commands"]
    channel_id: int | None = None
    message: Message | None = None

    def seen_by(self, user_id: int) -> bool:
        """Tell whether somebody in the channel is shown it."""
        return self.message is None or self.message.visible_to in {None, user_id}


class Board:
    """Keeps the current version of every message and tells listeners what happens, in order."""

    def __init__(self) -> None:
        self._messages: dict[int, Message] = {}
        self._uploads: dict[int, Attachment] = {}
        self._listeners: list[asyncio.Queue[Happening]] = []

    def get(self, message_id: int) -> Message | None:
        """Return the current version of a message, or None when it is not there."""
        return self._messages.get(message_id)

    def history(self, channel_id: int, viewer_id: int) -> tuple[Message, ...]:
        """Return what somebody sees in a channel, oldest first."""
        here = (message for message in self._messages.values() if message.channel_id == channel_id)
        return tuple(message for message in here if message.visible_to in {None, viewer_id})

    def post(self, message: Message) -> Message:
        """Add a message."""
        self._messages[message.id] = message
        self._tell(Happening(kind="create", channel_id=message.channel_id, message=message))
        return message

    def edit(self, message_id: int, **changes: Any) -> Message:
        """Replace fields of a message. Raises KeyError where there is none.

        What fills a deferred answer ends its loading, and does not count as an edit.
        """
        before = self._messages[message_id]
        flags = changes.pop("flags", before.flags) & ~Flag.LOADING
        edited_at = None if before.loading else datetime.now(UTC)
        after = replace(before, flags=flags, edited_at=edited_at, **changes)
        self._messages[message_id] = after
        self._tell(Happening(kind="update", channel_id=after.channel_id, message=after))
        return after

    def type_in(self, channel_id: int) -> None:
        """Tell a channel that the bot is typing."""
        self._tell(Happening(kind="typing", channel_id=channel_id))

    def offer_commands(self) -> None:
        """Tell everybody that there are other commands now."""
        self._tell(Happening(kind="commands"))

    @contextmanager
    def listening(self) -> Iterator[asyncio.Queue[Happening]]:
        """Yield a queue of everything that happens from now on."""
        queue: asyncio.Queue[Happening] = asyncio.Queue()
        self._listeners.append(queue)
        try:
            yield queue
        finally:
            self._listeners.remove(queue)

    def keep(self, file: Attachment) -> None:
        """Keep a file that belongs to no message: what somebody gives to a modal."""
        self._uploads[file.id] = file

    def attachment(self, attachment_id: int) -> Attachment | None:
        """Return a file of any message or modal, or None."""
        files = (file for message in self._messages.values() for file in message.attachments)
        sent = next((file for file in files if file.id == attachment_id), None)
        return sent or self._uploads.get(attachment_id)

    def _tell(self, happening: Happening) -> None:
        for queue in self._listeners:
            queue.put_nowait(happening)
