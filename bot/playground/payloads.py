"""The JSON that Discord sends, made of the world's values. Pure: nothing here waits or keeps anything."""

from copy import copy
from typing import Any
from urllib.parse import quote

from discord.utils import snowflake_time

from bot.playground.board import Attachment, Json, Message
from bot.playground.world import EVERYONE, Channel, Server, User, World

ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024
_JOINED_AT = "2025-01-01T00:00:00.000000+00:00"


def _all(keys: str, value: Any) -> Json:
    """Return what Discord always sends and nobody here has: many keys, one value."""
    return {key: copy(value) for key in keys.split()}


def user_payload(user: User) -> Json:
    """Return a user object."""
    name = {"id": str(user.id), "username": user.name.lower().replace(" ", "."), "global_name": user.name}
    return {**name, "discriminator": "0", "avatar": None, "bot": user.bot, "public_flags": 0}


def member_payload(server: Server, user: User, *, permissions: bool = False) -> Json:
    """Return a member object; ``permissions`` adds the computed rights, as interactions carry them."""
    member = {
        "user": user_payload(user),
        "roles": [],
        "joined_at": _JOINED_AT,
        "flags": 0,
        **_all("nick avatar premium_since", None),
        **_all("deaf mute pending", False),  # noqa: FBT003  the value of all three
    }
    rights = server.permissions(user.id) if permissions else None
    return member if rights is None else member | {"permissions": str(rights.value)}


def channel_payload(world: World, channel: Channel) -> Json:
    """Return a text channel or a direct message channel."""
    shared = {"id": str(channel.id), "last_message_id": None, "flags": 0}
    if channel.server_id is None:
        recipient = world.user(channel.recipient_id or 0)
        return {**shared, "type": 1, "recipients": [user_payload(recipient)] if recipient else []}
    return {
        **shared,
        "guild_id": str(channel.server_id),
        "name": channel.name,
        "permission_overwrites": [],
        "nsfw": False,
        "permissions": str(EVERYONE.value),
        **_all("type position rate_limit_per_user", 0),
        **_all("parent_id topic", None),
    }


def server_payload(world: World, server: Server) -> Json:
    """Return a guild as GUILD_CREATE brings it: with its channels, and of its members the bot alone."""
    return {
        "id": str(server.id),
        "name": server.name,
        "owner_id": str(server.owner_id),
        "preferred_locale": server.locale,
        "afk_timeout": 300,
        "roles": [_everyone_role(server)],
        "channels": [channel_payload(world, channel) for channel in server.channels],
        "members": [member_payload(server, world.bot)],
        "member_count": len(server.members),
        **_all("large unavailable", False),  # noqa: FBT003  the value of both
        **_all("icon splash afk_channel_id", None),
        **_all("verification_level default_message_notifications explicit_content_filter mfa_level nsfw_level", 0),
        **_all("premium_tier system_channel_flags", 0),
        **_all("features emojis stickers threads voice_states presences stage_instances guild_scheduled_events", []),
    }


def _everyone_role(server: Server) -> Json:
    """Return the role that every member of a server has."""
    return {
        "id": str(server.id),
        "name": "@everyone",
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "permissions": str(EVERYONE.value),
        **_all("color position flags", 0),
        **_all("hoist managed mentionable", False),  # noqa: FBT003  the value of all three
    }


def application_payload(world: World) -> Json:
    """Return the application as its own bot reads it."""
    return {
        "id": str(world.application_id),
        "name": world.bot.name,
        "rpc_origins": [],
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user_payload(world.owner),
        "verify_key": "0" * 64,
        "flags": 0,
        **_all("description summary", ""),
        **_all("icon team", None),
    }


def attachment_payload(url: str, channel_id: int, file: Attachment) -> Json:
    """Return an attachment object; ``url`` is where the loopback Discord listens."""
    address = f"{url}/attachments/{channel_id}/{file.id}/{quote(file.filename, safe='')}"
    return {
        "id": str(file.id),
        "filename": file.filename,
        "size": len(file.data),
        "content_type": file.content_type,
        "url": address,
        "proxy_url": address,
    }


def message_payload(world: World, url: str, message: Message) -> Json:
    """Return a message object, whole; the gateway blanks the content where the bot may not read it."""
    channel = world.channel(message.channel_id)
    payload: Json = {
        "id": str(message.id),
        "type": 0 if message.reference_id is None else 19,
        "channel_id": str(message.channel_id),
        "author": user_payload(message.author),
        "content": message.content,
        "timestamp": snowflake_time(message.id).isoformat(),
        "edited_timestamp": message.edited_at.isoformat() if message.edited_at else None,
        "mentions": [user_payload(user) for user in message.mentions],
        "attachments": [attachment_payload(url, message.channel_id, file) for file in message.attachments],
        "embeds": [],
        "components": list(message.components),
        "flags": int(message.flags),
        "mention_roles": [],
        **_all("tts mention_everyone pinned", False),  # noqa: FBT003  the value of all three
    }
    if message.reference_id is not None:
        payload["message_reference"] = {"message_id": str(message.reference_id), "channel_id": payload["channel_id"]}
    if message.interaction is not None:
        payload["interaction_metadata"] = message.interaction
    server = world.server(channel.server_id) if channel else None
    if server is not None:
        payload["guild_id"] = str(server.id)
        if not message.author.bot:
            payload["member"] = {k: v for k, v in member_payload(server, message.author).items() if k != "user"}
    return payload
