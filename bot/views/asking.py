"""Who asks: the one place that reads it from Discord's objects."""

import discord

from bot.services.requests import Asker, WayIn


def asker_of(interaction: discord.Interaction, way_in: WayIn = WayIn.COMMAND) -> Asker:
    """Return who is behind an interaction."""
    in_server = interaction.guild_id is not None
    return Asker(
        event_id=interaction.id,
        user_id=interaction.user.id,
        server_id=interaction.guild_id,
        channel_id=interaction.channel_id,
        locale=str(interaction.locale),
        server_locale=str(interaction.guild_locale) if interaction.guild_locale else None,
        manages_server=in_server and interaction.permissions.manage_guild,
        way_in=way_in,
    )


def asker_of_message(message: discord.Message) -> Asker:
    """Return who is behind a message, which brings no locale and is never taken for a manager's."""
    return Asker(
        event_id=message.id,
        user_id=message.author.id,
        server_id=message.guild.id if message.guild else None,
        channel_id=message.channel.id,
        locale=None,
        server_locale=str(message.guild.preferred_locale) if message.guild else None,
        manages_server=False,
        way_in=WayIn.MENTION if message.guild else WayIn.DIRECT_MESSAGE,
    )
