"""/help and /privacy."""

import discord
from discord.ext import commands

from bot.cogs.wording import slash
from bot.messages import words_in
from bot.render.notices import help_layout
from bot.render.privacy import privacy_layout
from bot.services.completions import Completions
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.privacy import Privacy
from bot.views.asking import asker_of
from bot.views.delivery import defer, show


class AboutCog(commands.Cog):
    """Says what the bot does and what it keeps, to the asker alone."""

    def __init__(self, gate: Gate, languages: Languages, privacy: Privacy, completions: Completions) -> None:
        self._gate = gate
        self._completions = completions
        self._languages = languages
        self._privacy = privacy

    @slash
    async def help(self, interaction: discord.Interaction) -> None:
        """Answer with what can be asked."""
        asker = asker_of(interaction)
        await defer(interaction, private=True)
        await self._gate.admit(asker)
        language = await self._languages.of(asker)
        await show(interaction, help_layout(words_in(language), await self._completions.examples(language)))

    @slash
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Answer with what is kept of questions: to anybody, since a former member has a right to it too."""
        asker = asker_of(interaction)
        await defer(interaction, private=True)
        words, keeps = words_in(await self._languages.of(asker)), self._privacy.people.keeps(asker.user_id)
        await show(interaction, privacy_layout(self._privacy.settings, words, keeps=keeps))
