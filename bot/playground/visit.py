"""One open page: what it asks for over its WebSocket, and what it is told. It acts as the people of the world."""

import asyncio
import contextlib
import itertools
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from bot.playground.actor import Actor, Modal, NoResponse
from bot.playground.board import Attachment, Happening, Json, Message
from bot.playground.exchange import Outcome
from bot.playground.interactions import InvalidInput
from bot.playground.loopback import LoopbackDiscord
from bot.playground.payloads import message_payload
from bot.playground.world import Channel, User

LOCALES = frozenset({"en-US", "zh-CN", "zh-TW"})
SHOWN = 100  # messages, on coming into a channel
INDEX_S = 60  # an index of many articles takes longer, and the bot says so
OPENED_S = 2  # how soon the bot answers from an index that has just been built
_CHAT_INPUT, _MESSAGE = 1, 3
_SUBCOMMAND, _GROUP = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """What a page says to those who come first.

    ``folder`` is where articles belong, ``index`` where the bot keeps its index; None where the page need not know.
    """

    folder: Path | None = None
    index: Path | None = None

    def is_ready(self) -> bool:
        """Whether there is something to answer from, and for so long that the bot has opened it."""
        current = self.index and self.index / "current"
        return current is None or (current.exists() and time.time() - current.stat().st_mtime > OPENED_S)

    @property
    def sample(self) -> bool:
        """Whether there are no articles but the sample, which the suggested questions are about."""
        return self.folder is None or not self.folder.is_dir() or not any(self.folder.iterdir())


class _Gone(Exception):
    """A message is not there any more, or not for this reader."""


class Visit:
    """Who a page acts as, and in which channel."""

    def __init__(self, discord: LoopbackDiscord, socket: web.WebSocketResponse, welcome: Welcome) -> None:
        self._discord = discord
        self._socket = socket
        self._welcome = welcome
        self._actor = Actor(discord, discord.world.users[0])
        self._channel = discord.world.home.channels[0]
        self._modals: dict[int, Modal] = {}
        self._numbers = itertools.count()
        self._offering = False
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Answer the page until it goes."""
        bot, folder = self._discord.world.bot, self._welcome.folder
        await self._send(
            "hello",
            bot={"id": str(bot.id), "name": bot.name},
            users=self._users(),
            folder=folder and str(folder.absolute()),
        )
        telling = asyncio.create_task(self._tell())
        self._start(self._offer_when_live())
        try:
            async for frame in self._socket:
                if frame.type is WSMsgType.TEXT:
                    self._start(self._act(frame.data))
        finally:
            telling.cancel()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(telling, *self._tasks, return_exceptions=True)

    def _start(self, doing: Any) -> None:
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _act(self, text: str) -> None:
        actions: dict[str, Callable[[Json], Awaitable[None]]] = {
            "enter": self._enter,
            "command": self._command,
            "complete": self._complete,
            "use": self._use,
            "submit": self._submit,
            "say": self._say,
            "menu": self._menu,
        }
        try:
            request = json.loads(text)
            await actions[request["do"]](request)
        except _Gone:
            await self._send("notice", code="gone")
        except NoResponse:
            await self._send("notice", code="no-response")
        except InvalidInput as error:
            await self._send("notice", code="refused", detail=str(error))
        except (ValueError, KeyError, TypeError, LookupError, AttributeError) as error:
            await self._send("notice", code="refused", detail=type(error).__name__)

    async def _enter(self, request: Json) -> None:
        world = self._discord.world
        user, channel = world.user(int(request["user"])), world.channel(int(request["channel"]))
        known = user is not None and channel in world.channels_of(user.id)
        if user is None or channel is None or not known or request["locale"] not in LOCALES:
            raise KeyError(request["channel"])
        self._actor, self._channel = Actor(self._discord, user, request["locale"]), channel
        messages = [self._shown(message) for message in self._actor.reads(channel)[-SHOWN:]]
        where = {"user": str(user.id), "channel": str(channel.id)}
        await self._send("entered", commands=self._commands(), messages=messages, sample=self._welcome.sample, **where)

    async def _command(self, request: Json) -> None:
        await self._open(await self._actor.command(request["name"], request["options"], self._channel), None)

    async def _complete(self, request: Json) -> None:
        option, typed = request["option"], request["typed"]
        values = {**request["others"], option: typed}
        choices = await self._actor.complete(request["name"], option, values, self._channel)
        await self._send("choices", option=option, typed=typed, choices=choices)

    async def _use(self, request: Json) -> None:
        message = self._seen(request)
        await self._open(await self._actor.use(message, request["custom_id"]), message)

    async def _open(self, outcome: Outcome, message: Message | None) -> None:
        """Show the modal that something led to, if it is one; messages show themselves."""
        if outcome.modal is not None:
            key = next(self._numbers)
            self._modals[key] = Modal(data=outcome.modal, channel=self._channel, message=message)
            await self._send("modal", key=key, data=outcome.modal)

    async def _submit(self, request: Json) -> None:
        values = {
            name: [self._file(int(one["file"])) for one in value] if isinstance(value, list) else value
            for name, value in request["values"].items()
        }
        await self._actor.submit(self._modals.pop(request["key"]), values)

    async def _say(self, request: Json) -> None:
        bot, text = self._discord.world.bot, request["text"][:2000]
        if text.strip():
            self._actor.say(text.replace(f"@{bot.name}", f"<@{bot.id}>"), self._channel)

    async def _menu(self, request: Json) -> None:
        """Use a command of a message's menu."""
        await self._actor.message_command(request["name"], self._seen(request))

    def _seen(self, request: Json) -> Message:
        message = self._discord.board.get(int(request["message"]))
        if message is None or message not in self._actor.reads(self._channel):
            raise _Gone
        return message

    def _file(self, number: int) -> Attachment:
        file = self._discord.board.attachment(number)
        if file is None:
            raise InvalidInput("the file is gone")
        return file

    async def _tell(self) -> None:
        with self._discord.board.listening() as happenings:
            while True:
                await self._pass_on(await happenings.get())

    async def _offer_when_live(self) -> None:
        """Offer the commands once they can be answered: the bot registers them before it is connected, or has an index.

        An index that does not come in time is the bot's to talk about.
        """
        await self._discord.gateway.until(lambda gateway: gateway.live)
        for _ in range(INDEX_S):
            if self._welcome.is_ready():
                break
            await asyncio.sleep(1)
        self._offering = True
        await self._send("commands", commands=self._commands())

    async def _pass_on(self, happening: Happening) -> None:
        if happening.kind == "commands":
            await self._send("commands", commands=self._commands())
        if happening.channel_id != self._channel.id or not happening.seen_by(self._actor.user.id):
            return
        message = self._shown(happening.message) if happening.message else None
        await self._send("happening", kind=happening.kind, message=message)

    async def _send(self, what: str, **fields: Any) -> None:
        with contextlib.suppress(ConnectionError, RuntimeError):  # the page has gone
            await self._socket.send_json({"is": what, **fields})

    def _users(self) -> list[Json]:
        world = self._discord.world
        servers = {server.id: {"server": server.name} for server in world.servers}

        def channel(one: Channel) -> Json:
            return {"id": str(one.id), "name": one.name} | servers.get(one.server_id or 0, {})

        def user(one: User) -> Json:
            channels = [channel(each) for each in world.channels_of(one.id)]
            return {"id": str(one.id), "name": one.name, "role": one.role, "channels": channels}

        return [user(each) for each in world.users]

    def _commands(self) -> list[Json]:
        """Return what Discord's app offers this user here, subcommands as commands of their own."""
        if not (self._discord.gateway.live and self._offering):
            return []
        server = self._discord.world.server(self._channel.server_id)
        context = 1 if server is None else 0
        rights = server.permissions(self._actor.user.id) if server else None
        return [
            shown
            for command in self._discord.commands
            if command["type"] in (_CHAT_INPUT, _MESSAGE) and context in (command.get("contexts") or [context])
            if rights is None or not (int(command.get("default_member_permissions") or 0) & ~rights.value)
            for shown in _flat(command, ())
        ]

    def _shown(self, message: Message) -> Json:
        return message_payload(self._discord.world, self._discord.url, message)


def _flat(command: Json, path: tuple[Json, ...]) -> Iterator[Json]:
    options = command.get("options") or []
    nested = [option for option in options if option["type"] in {_SUBCOMMAND, _GROUP}]
    steps = (*path, command)
    for option in nested:
        yield from _flat(option, steps)
    if not nested:
        names = {locale: _joined(steps, locale) for locale in LOCALES}
        yield {**command, "name": _joined(steps, None), "name_localizations": names}


def _joined(steps: tuple[Json, ...], locale: str | None) -> str:
    """Return the name of a subcommand with those above it, as an app of this locale shows it."""
    return " ".join((step.get("name_localizations") or {}).get(locale) or step["name"] for step in steps)
