"""/reindex."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.wording import said
from bot.messages import words_in
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.views.asking import asker_of
from bot.views.delivery import defer
from bot.views.reindex_message import Reindexes


class ReindexCog(commands.Cog):
    """Reads the articles again, for those who may manage."""

    def __init__(self, gate: Gate, languages: Languages, reindexes: Reindexes) -> None:
        self._gate = gate
        self._languages = languages
        self._reindexes = reindexes

    @app_commands.command(name="reindex", description=said("command-reindex"))
    @app_commands.default_permissions(manage_guild=True)
    async def reindex(self, interaction: discord.Interaction) -> None:
        """Answer with progress, then with what changed."""
        asker = asker_of(interaction)
        await defer(interaction, private=True)
        await self._gate.admit_manager(asker)
        await self._reindexes.follow(interaction, words_in(await self._languages.of(asker)))
