"""What the buttons below a reindex's report do. All of it is for managers."""

import discord

from bot.messages import words_in
from bot.render.comparison import comparison_layout, went_back_layout
from bot.render.custom_ids import CompareBuilds
from bot.services.comparing import Comparing
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.requests import Asker
from bot.views.delivery import defer, defer_update, show


class ComparePresses:
    """Shows what changed, and goes back; raises what the services raise.

    Parameters
    ----------
    gate, languages
        Who may, and in which language.
    comparing
        Compares builds and lets an earlier one serve.
    """

    def __init__(self, gate: Gate, languages: Languages, comparing: Comparing) -> None:
        self._gate = gate
        self._languages = languages
        self._comparing = comparing

    async def handle(self, interaction: discord.Interaction, asker: Asker, press: CompareBuilds) -> None:
        """Answer one press: in the list's own message where its page is turned, else in one for the presser alone."""
        await (defer_update(interaction) if press.act == "turn" else defer(interaction, private=True))
        await self._gate.admit_manager(asker)
        words = words_in(await self._languages.of(asker))
        if press.act == "back":
            await self._comparing.go_back(press.before)
            await show(interaction, went_back_layout(press, words))
        else:
            found = await self._comparing.between(press.before, press.after)
            await show(interaction, comparison_layout(found, press.page, words))
