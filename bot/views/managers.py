"""The one way in for those who manage: their commands, buttons and forms. What must not live here: what they do."""

import discord

from bot.messages import Words, words_in
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.requests import Asker
from bot.views.delivery import defer_press


class Managers:
    """Lets none but managers pass; both methods raise as :meth:`bot.services.gate.Gate.admit_manager`.

    Parameters
    ----------
    gate, languages
        Who may, and in which language.
    """

    def __init__(self, gate: Gate, languages: Languages) -> None:
        self.gate = gate
        self._languages = languages

    async def admit(self, interaction: discord.Interaction, asker: Asker, *, in_place: bool = False) -> Words:
        """Promise an answer for the asker alone, or a change of the pressed message, and return in which words."""
        await defer_press(interaction, in_place=in_place)
        return await self.words(asker)

    async def words(self, asker: Asker) -> Words:
        """Return the words for a form, which Discord opens only as the first response."""
        await self.gate.admit_manager(asker)
        return words_in(await self._languages.of(asker))
