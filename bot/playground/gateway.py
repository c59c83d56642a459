"""The gateway of the loopback Discord: hello, identify, heartbeat, dispatch, resume. No REST, no rules of messages."""

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web
from discord import Intents
from discord.gateway import DiscordWebSocket as Op  # its numbers of the opcodes

from bot.playground.board import Json
from bot.playground.payloads import server_payload, user_payload
from bot.playground.world import World

HEARTBEAT_INTERVAL_MS = 41_250
# discord.py notes when a heartbeat was sent after sending it: an answer sooner than any network's looks a beat late.
ACKNOWLEDGE_AFTER_S = 0.02
REPLAYED_EVENTS = 1000
PRIVILEGED = Intents(members=True, presences=True, message_content=True).value


class Session:
    """What the gateway knows of one identified client; outlives its socket, so that it can be resumed."""

    def __init__(self, intents: int) -> None:
        self.id = secrets.token_hex(16)
        self.intents = intents
        self.socket: web.WebSocketResponse | None = None
        self._sequence = 0
        self._sent: deque[tuple[int, str]] = deque(maxlen=REPLAYED_EVENTS)
        self._sending = asyncio.Lock()

    async def dispatch(self, event: str, data: Any) -> None:
        """Give an event its number and send it; without a socket it waits for a resume."""
        async with self._sending:
            self._sequence += 1
            text = json.dumps({"op": Op.DISPATCH, "t": event, "s": self._sequence, "d": data})
            self._sent.append((self._sequence, text))
            await self._send(text)

    async def resume(self, socket: web.WebSocketResponse, sequence: int) -> None:
        """Go on over another socket, after sending again what followed ``sequence``."""
        async with self._sending:
            self.socket = socket
            for number, text in self._sent:
                if number > sequence:
                    await self._send(text)
        await self.dispatch("RESUMED", {})

    async def _send(self, text: str) -> None:
        if self.socket is None:
            return
        try:
            await self.socket.send_str(text)
        except (ConnectionError, RuntimeError):
            self.socket = None  # it is kept for the resume


class Gateway:
    """Accepts clients and sends them events.

    Parameters
    ----------
    world
        Who and what there is.
    accepts
        Tells whether a token is good; others are closed with 4004.
    address
        Returns the gateway's own address, for resumes.
    """

    def __init__(self, world: World, *, accepts: Callable[[str], bool], address: Callable[[], str]) -> None:
        self.identifies = 0
        self.resumes = 0
        self._world = world
        self._accepts = accepts
        self._address = address
        self._sessions: dict[str, Session] = {}
        self._changed = asyncio.Condition()

    @property
    def live(self) -> bool:
        """Whether a client is connected and identified."""
        return any(session.socket is not None for session in self._sessions.values())

    async def until(self, wanted: Callable[["Gateway"], bool]) -> None:
        """Wait for a connection to be made, resumed or lost so that ``wanted`` holds."""
        async with self._changed:
            await self._changed.wait_for(lambda: wanted(self))

    async def dispatch(self, event: str, data: Any) -> None:
        """Send an event to every session."""
        for session in list(self._sessions.values()):
            await session.dispatch(event, data)

    async def message(self, payload: Json, *, direct: bool, reads_content: bool) -> None:
        """Send MESSAGE_CREATE as intents allow: without the content unless it is meant for the bot."""
        intent = (Intents(dm_messages=True) if direct else Intents(guild_messages=True)).value
        blank = {"content": "", "embeds": [], "components": [], "attachments": []}
        for session in list(self._sessions.values()):
            if session.intents & intent:
                await session.dispatch("MESSAGE_CREATE", payload if reads_content else payload | blank)

    async def close(self, code: int = 1001) -> None:
        """Close every socket with a code; the sessions stay, to be resumed."""
        for session in list(self._sessions.values()):
            socket, session.socket = session.socket, None
            if socket is not None:
                await socket.close(code=code)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Serve one client until it goes."""
        socket = web.WebSocketResponse(max_msg_size=64 * 1024)
        await socket.prepare(request)
        await socket.send_json({"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL_MS}})
        session: Session | None = None
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    await socket.close(code=4002)
                    break
                session = await self._receive(socket, session, frame.data)
        finally:
            await self._leave(socket, session)
        return socket

    async def _receive(self, socket: web.WebSocketResponse, session: Session | None, text: str) -> Session | None:
        try:
            frame = json.loads(text)
            op, data = int(frame["op"]), frame.get("d")
        except ValueError:
            await socket.close(code=4002)
            return session
        if op == Op.HEARTBEAT:
            await asyncio.sleep(ACKNOWLEDGE_AFTER_S)
            await socket.send_json({"op": Op.HEARTBEAT_ACK})
        elif op == Op.IDENTIFY:
            return await self._identify(socket, data)
        elif op == Op.RESUME:
            return await self._resume(socket, data)
        elif session is None:
            await socket.close(code=4003)
        return session

    async def _identify(self, socket: web.WebSocketResponse, data: Json) -> Session | None:
        if not self._accepts(data["token"]):
            await socket.close(code=4004)
            return None
        if data["intents"] & PRIVILEGED:
            await socket.close(code=4014)
            return None
        # A client that identifies again never resumes what it lost.
        self._sessions = {key: old for key, old in self._sessions.items() if old.socket is not None}
        session = Session(data["intents"])
        session.socket = socket
        self._sessions[session.id] = session
        await session.dispatch("READY", self._ready(session))
        for server in self._world.servers:
            await session.dispatch("GUILD_CREATE", server_payload(self._world, server))
        await self._note(identifies=1)
        return session

    def _ready(self, session: Session) -> Json:
        return {
            "v": 10,
            "user": user_payload(self._world.bot),
            "guilds": [{"id": str(server.id), "unavailable": True} for server in self._world.servers],
            "session_id": session.id,
            "resume_gateway_url": self._address(),
            "application": {"id": str(self._world.application_id), "flags": 0},
        }

    async def _resume(self, socket: web.WebSocketResponse, data: Json) -> Session | None:
        session = self._sessions.get(data["session_id"])
        if session is None or not self._accepts(data["token"]):
            await socket.send_json({"op": Op.INVALIDATE_SESSION, "d": False})
            return None
        await session.resume(socket, data["seq"] or 0)
        await self._note(resumes=1)
        return session

    async def _leave(self, socket: web.WebSocketResponse, session: Session | None) -> None:
        if session is not None and session.socket is socket:
            session.socket = None
            if socket.close_code in {1000, 1001}:
                self._sessions.pop(session.id, None)
        await self._note()

    async def _note(self, *, identifies: int = 0, resumes: int = 0) -> None:
        async with self._changed:
            self.identifies += identifies
            self.resumes += resumes
            self._changed.notify_all()
