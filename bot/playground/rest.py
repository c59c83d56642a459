"""Discord's REST API as a bot uses it, over the board, the exchanges and the world. The page's API is elsewhere."""

import copy
from collections.abc import Sequence
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler
from discord import InteractionResponseType as Callback

from bot.playground.board import Attachment, Board, Flag, Json, Message, walk_components
from bot.playground.body import SentFile, read_body
from bot.playground.errors import Refusal, invalid, json_response, unknown
from bot.playground.exchange import Exchange, Exchanges, Outcome
from bot.playground.interactions import command_name
from bot.playground.payloads import (
    ATTACHMENT_LIMIT_BYTES,
    application_payload,
    attachment_payload,
    channel_payload,
    member_payload,
    message_payload,
    user_payload,
)
from bot.playground.snowflake import SnowflakeClock
from bot.playground.world import Channel, World

_REPLIES = frozenset({Callback.channel_message, Callback.deferred_channel_message})


class Rest:
    """The routes under ``/api/v10``.

    Attributes
    ----------
    commands
        The global commands that the bot registered, as stored.
    url
        Where the loopback Discord listens; set when it does.
    """

    def __init__(self, world: World, board: Board, exchanges: Exchanges, snowflakes: SnowflakeClock) -> None:
        self.commands: tuple[Json, ...] = ()
        self.url = ""
        self._world = world
        self._board = board
        self._exchanges = exchanges
        self._snowflakes = snowflakes

    def routes(self) -> list[web.RouteDef]:
        """Return the routes; the gateway's address is the caller's."""
        callback = "/interactions/{interaction}/{token}/callback"
        webhook, message = "/webhooks/{application}/{token}", "/channels/{channel}/messages/{message}"
        table = [
            ("GET", "/users/@me", _always(user_payload(self._world.bot))),
            ("GET", "/oauth2/applications/@me", _always(application_payload(self._world))),
            ("GET", "/gateway/bot", self._gateway),
            ("GET", "/applications/{application}/commands", self._list_commands),
            ("PUT", "/applications/{application}/commands", self._put_commands),
            ("POST", callback, self._respond),
            ("POST", webhook, self._follow_up),
            ("PATCH", f"{webhook}/messages/{{message}}", self._edit_answer),
            ("POST", "/channels/{channel}/messages", self._send),
            ("PATCH", message, self._edit),
            ("POST", "/channels/{channel}/typing", self._typing),
            ("GET", "/users/@me/guilds", self._servers),
            ("POST", "/users/@me/channels", self._open_direct),
            ("GET", "/guilds/{server}/members/{user}", self._member),
        ]
        return [web.route(method, f"/api/v10{path}", handler) for method, path, handler in table] + [
            web.get("/attachments/{channel}/{attachment}/{name}", self._attachment, allow_head=False)
        ]

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        address = self.url.replace("http", "ws", 1) + "/gateway"
        return json_response({"url": address, "shards": 1, "session_start_limit": limit})

    async def _servers(self, _: web.Request) -> web.Response:
        found = [server for server in self._world.servers if server.permissions(self._world.bot.id) is not None]
        return json_response([{"id": str(server.id), "name": server.name} for server in found])

    async def _list_commands(self, _: web.Request) -> web.Response:
        return json_response(self.commands)

    async def _put_commands(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        known = {(command["type"], command["name"]): command["id"] for command in self.commands}
        fixed = {"application_id": str(self._world.application_id), "version": str(self._snowflakes())}
        stored = []
        for command in body:
            kind = command.get("type", 1)
            own = known.get((kind, command["name"])) or str(self._snowflakes())
            stored.append({"description": "", **command, **fixed, "type": kind, "id": own})
        self.commands = tuple(stored)
        self._board.offer_commands()
        return json_response(self.commands)

    async def _respond(self, request: web.Request) -> web.Response:
        body, files = await read_body(request)
        kind, data = body.get("type"), body.get("data") or {}
        exchange = self._exchanges.respond(request.match_info["interaction"], request.match_info["token"], kind)
        message = self._answer(exchange, data, files)
        if request.query.get("with_response", "0") not in {"1", "true"}:
            return web.Response(status=204)
        return json_response(self._callback_response(exchange, message))

    def _answer(self, exchange: Exchange, data: Json, files: Sequence[SentFile]) -> Message | None:
        interaction, source = exchange.interaction, exchange.interaction.message
        if exchange.callback in _REPLIES:
            message = self._reply(exchange, data, files, loading=exchange.callback is Callback.deferred_channel_message)
            exchange.original_id = message.id
            if not message.loading:
                exchange.show(Outcome(message=message))
            return message
        if exchange.callback is Callback.autocomplete_result:
            exchange.show(Outcome(choices=tuple(data.get("choices") or [])))
        elif exchange.callback is Callback.modal:
            exchange.show(Outcome(modal=data))
        elif source is not None:
            exchange.original_id = source.id
            if exchange.callback is Callback.message_update:
                message = self._apply(self._found(source.id, interaction.channel.id), data, files)
                exchange.show(Outcome(message=message))
                return message
        return None

    def _callback_response(self, exchange: Exchange, message: Message | None) -> Json:
        state: Json = {"id": str(exchange.interaction.id), "type": exchange.interaction.type.value}
        if message is None:
            return {"interaction": state}
        state |= {f"response_message_{key}": getattr(message, key) for key in ("loading", "ephemeral")}
        state["response_message_id"] = str(message.id)
        resource = {"type": exchange.callback and exchange.callback.value, "message": self._payload(message)}
        return {"interaction": state, "resource": resource}

    async def _follow_up(self, request: web.Request) -> web.Response:
        exchange = self._exchange(request)
        body, files = await read_body(request)
        original = self._board.get(exchange.original_id or 0)
        if original is not None and original.loading:
            # Discord fills a deferred answer with the first follow-up, whose own privacy then counts for nothing.
            message = self._apply(original, body, files)
        else:
            message = self._reply(exchange, body, files)
        exchange.show(Outcome(message=message))
        return json_response(self._payload(message))

    async def _edit_answer(self, request: web.Request) -> web.Response:
        exchange, before = self._webhook_message(request)
        message = await self._edited(request, before)
        exchange.show(Outcome(message=message))
        return json_response(self._payload(message))

    async def _send(self, request: web.Request) -> web.Response:
        channel = self._channel(request)
        body, files = await read_body(request)
        reference = (body.get("message_reference") or {}).get("message_id")
        message = self._board.post(self._message(channel, body, files, reference=reference))
        return json_response(self._payload(message))

    async def _edit(self, request: web.Request) -> web.Response:
        before = self._public(request)
        if not before.author.bot:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        return json_response(self._payload(await self._edited(request, before)))

    async def _typing(self, request: web.Request) -> web.Response:
        self._board.type_in(self._channel(request).id)
        return web.Response(status=204)

    async def _open_direct(self, request: web.Request) -> web.Response:
        body, _ = await read_body(request)
        channel = self._world.direct_channel(int(body["recipient_id"]))
        if channel is None:
            raise Refusal(400, 50033, "Invalid Recipient(s)")
        return json_response(channel_payload(self._world, channel))

    async def _member(self, request: web.Request) -> web.Response:
        server = self._world.server(_number(request, "server"))
        if server is None:
            raise unknown("Guild", 10004)
        user = self._world.user(_number(request, "user"))
        if user is None or server.permissions(user.id) is None:
            raise unknown("Member", 10007)
        return json_response(member_payload(server, user))

    async def _attachment(self, request: web.Request) -> web.Response:
        file = self._board.attachment(_number(request, "attachment"))
        if file is None:
            raise web.HTTPNotFound
        headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.data, content_type=file.content_type, headers=headers)

    def _channel(self, request: web.Request) -> Channel:
        channel = self._world.channel(_number(request, "channel"))
        if channel is None:
            raise unknown("Channel", 10003)
        return channel

    def _payload(self, message: Message) -> Json:
        return message_payload(self._world, self.url, message)

    def _public(self, request: web.Request) -> Message:
        """Return the message that a request names; one that is ephemeral is known to its interaction alone."""
        message = self._found(_number(request, "message"), self._channel(request).id)
        if message.ephemeral:
            raise unknown("Message", 10008)
        return message

    def _found(self, message_id: int, channel_id: int) -> Message:
        message = self._board.get(message_id)
        if message is None or message.channel_id != channel_id:
            raise unknown("Message", 10008)
        return message

    def _exchange(self, request: web.Request) -> Exchange:
        return self._exchanges.webhook(request.match_info["application"], request.match_info["token"])

    def _webhook_message(self, request: web.Request) -> tuple[Exchange, Message]:
        exchange, name = self._exchange(request), request.match_info["message"]
        message_id = exchange.original_id or 0 if name == "@original" else _number(request, "message")
        message = self._found(message_id, exchange.interaction.channel.id)
        own = (message.interaction or {}).get("id") == str(exchange.interaction.id)
        if not own and message.id != exchange.original_id:
            raise unknown("Message", 10008)
        return exchange, message

    async def _edited(self, request: web.Request, before: Message) -> Message:
        body, files = await read_body(request)
        return self._apply(before, body, files)

    def _reply(self, exchange: Exchange, data: Json, files: Sequence[SentFile], *, loading: bool = False) -> Message:
        interaction = exchange.interaction
        asked = {
            "id": str(interaction.id),
            "type": interaction.type.value,
            "name": command_name(interaction.data),
            "user": user_payload(interaction.user),
            "authorizing_integration_owners": {},
        }
        private = interaction.user.id if (data.get("flags") or 0) & Flag.EPHEMERAL else None
        flags = Flag.LOADING if loading else Flag.NONE
        message = self._message(interaction.channel, data, files, flags=flags, visible_to=private, interaction=asked)
        return self._board.post(message)

    def _message(
        self, channel: Channel, data: Json, files: Sequence[SentFile], *, flags: Flag = Flag.NONE, **fields: Any
    ) -> Message:
        reference = fields.pop("reference", None)
        stored = self._attachments(data, files)
        return Message(
            id=self._snowflakes(),
            channel_id=channel.id,
            author=self._world.bot,
            content=data.get("content") or "",
            components=self._components(data.get("components") or [], channel.id, stored),
            attachments=stored,
            flags=flags | Flag((data.get("flags") or 0) & (Flag.EPHEMERAL | Flag.COMPONENTS_V2)),
            reference_id=int(reference) if reference else None,
            **fields,
        )

    def _apply(self, before: Message, data: Json, files: Sequence[SentFile]) -> Message:
        changes: Json = {"flags": before.flags | Flag((data.get("flags") or 0) & Flag.COMPONENTS_V2)}
        if "content" in data:
            changes["content"] = data["content"] or ""
        stored = before.attachments
        if "attachments" in data or files:
            kept = {int(item["id"]) for item in data.get("attachments") or []}
            stored = tuple(file for file in stored if file.id in kept) + self._attachments(data, files)
            changes["attachments"] = stored
        if "components" in data:
            changes["components"] = self._components(data["components"] or [], before.channel_id, stored)
        return self._board.edit(before.id, **changes)

    def _attachments(self, data: Json, files: Sequence[SentFile]) -> tuple[Attachment, ...]:
        if any(len(file.data) > ATTACHMENT_LIMIT_BYTES for file in files):
            raise Refusal(413, 40005, "Request entity too large")
        named = {str(item.get("id")): item.get("filename") for item in data.get("attachments") or []}
        return tuple(
            Attachment(id=self._snowflakes(), filename=named.get(str(file.number)) or file.filename, data=file.data)
            for file in files
        )

    def _components(self, components: Sequence[Json], channel_id: int, files: Sequence[Attachment]) -> tuple[Json, ...]:
        """Give the components numbers and ``attachment://`` an address, as Discord does before it stores them."""
        sent = {f"attachment://{file.filename}": file for file in files}
        components = copy.deepcopy(list(components))
        taken = {component.get("id") for component in walk_components(components)}
        free = (number for number in range(1, 1000) if number not in taken)
        for component in walk_components(components):
            component["id"] = component.get("id") or next(free)
            gallery = [item["media"] for item in component.get("items") or []]
            for media in (component.get("file"), component.get("media"), *gallery):
                if media is None:
                    continue
                if file := sent.get(media["url"]):
                    media["url"] = attachment_payload(self.url, channel_id, file)["url"]
                    media["content_type"] = file.content_type
                media |= {"proxy_url": media["url"], "loading_state": 2, "placeholder": ""}
        return tuple(components)


def _always(body: Json) -> Handler:
    async def handler(_: web.Request) -> web.Response:
        return json_response(body)

    return handler


def _number(request: web.Request, name: str) -> int:
    text = request.match_info[name]
    if not (text.isascii() and text.isdecimal()):
        raise invalid()
    return int(text)
