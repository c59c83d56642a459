"""The JSON that Discord sends, made of the world's values. Pure: nothing here waits or keeps anything."""

from urllib.parse import quote

from bot.playground.board import Attachment, Json, Message
from bot.playground.snowflake import snowflake_time
from bot.playground.world import EVERYONE, Channel, Server, User, World

ATTACHMENT_LIMIT_BYTES = 10 * 1024 * 1024
_JOINED_AT = "2025-01-01T00:00:00.000000+00:00"


def user_payload(user: User) -> Json:
    """Return a user object."""
    return {
        "id": str(user.id),
        "username": user.name.lower().replace(" ", "."),
        "global_name": user.name,
        "discriminator": "0",
        "avatar": None,
        "bot": user.bot,
        "public_flags": 0,
    }


def member_payload(server: Server, user: User, *, permissions: bool = False) -> Json:
    """Return a member object; ``permissions`` adds the computed rights, as interactions carry them."""
    member: Json = {
        "user": user_payload(user),
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": _JOINED_AT,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }
    if permissions:
        member["permissions"] = str(int(server.permissions(user.id) or 0))
    return member


def channel_payload(world: World, channel: Channel) -> Json:
    """Return a text channel or a direct message channel."""
    if channel.server_id is None:
        recipient = world.user(channel.recipient_id or 0)
        recipients = [user_payload(recipient)] if recipient else []
        return {"id": str(channel.id), "type": 1, "recipients": recipients, "last_message_id": None, "flags": 0}
    return {
        "id": str(channel.id),
        "type": 0,
        "guild_id": str(channel.server_id),
        "name": channel.name,
        "position": 0,
        "permission_overwrites": [],
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "flags": 0,
        "permissions": str(int(EVERYONE)),
    }


def server_payload(world: World, server: Server) -> Json:
    """Return a guild as GUILD_CREATE brings it: with its channels, and of its members the bot alone."""
    return {
        "id": str(server.id),
        "name": server.name,
        "icon": None,
        "splash": None,
        "owner_id": str(server.owner_id),
        "preferred_locale": server.locale,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "system_channel_flags": 0,
        "features": [],
        "emojis": [],
        "stickers": [],
        "roles": [everyone_role(server)],
        "channels": [channel_payload(world, channel) for channel in server.channels],
        "members": [member_payload(server, world.bot)],
        "threads": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "member_count": len(server.members),
        "large": False,
        "unavailable": False,
    }


def everyone_role(server: Server) -> Json:
    """Return the role that every member of a server has."""
    return {
        "id": str(server.id),
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": str(int(EVERYONE)),
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


def application_payload(world: World) -> Json:
    """Return the application as its own bot reads it."""
    return {
        "id": str(world.application_id),
        "name": world.bot.name,
        "description": "",
        "icon": None,
        "summary": "",
        "rpc_origins": [],
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user_payload(world.owner),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 0,
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
        "tts": False,
        "mention_everyone": False,
        "mentions": [user_payload(user) for user in message.mentions],
        "mention_roles": [],
        "attachments": [attachment_payload(url, message.channel_id, file) for file in message.attachments],
        "embeds": list(message.embeds),
        "components": list(message.components),
        "pinned": False,
        "flags": int(message.flags),
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
