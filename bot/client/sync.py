"""Commands are sent to Discord when they changed, not at every start: creations are limited to 200 a day."""

import hashlib
import json
import logging
from typing import Any

import discord
from discord import app_commands

from bot.services.ports import StateStore

_log = logging.getLogger(__name__)
COMMANDS_HASH = "commands_hash"


async def command_payload(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    """Return the commands as Discord is sent them, in the order of their names."""
    translator = tree.translator
    commands = sorted(tree.get_commands(), key=lambda command: command.name)
    if translator is None:
        return [dict(command.to_dict(tree)) for command in commands]
    return [dict(await command.get_translated_payload(tree, translator)) for command in commands]


async def sync_when_changed(tree: app_commands.CommandTree[Any], application_id: int, state: StateStore) -> bool:
    """Send the commands if they differ from those this application was last sent; tell whether they were sent.

    A Discord that fails leaves the hash as it was, so that the next start tries again.
    """
    text = json.dumps([application_id, await command_payload(tree)], sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()
    if await state.value(COMMANDS_HASH) == digest:
        return False
    try:
        await tree.sync()
    except (discord.DiscordServerError, discord.RateLimited) as error:
        _log.error("the commands could not be sent to Discord (%s); the next start tries again", type(error).__name__)
        return False
    await state.put_value(COMMANDS_HASH, digest)
    return True
