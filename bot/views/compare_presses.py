"""What the buttons below a reindex's report do. All of it is for managers."""

import discord

from bot.render.comparison import comparison_layout, went_back_layout
from bot.render.custom_ids import CompareBuilds
from bot.services.comparing import Comparing
from bot.services.requests import Asker
from bot.views.delivery import show
from bot.views.managers import Managers


class ComparePresses:
    """Shows what changed, and goes back; raises what the services raise.

    Parameters
    ----------
    managers
        Who may.
    comparing
        Compares builds and lets an earlier one serve.
    """

    def __init__(self, managers: Managers, comparing: Comparing) -> None:
        self._managers = managers
        self._comparing = comparing

    async def handle(self, interaction: discord.Interaction, asker: Asker, press: CompareBuilds) -> None:
        """Answer one press: in the list's own message where its page is turned, else in one for the presser alone."""
        words = await self._managers.admit(interaction, asker, in_place=press.act == "turn")
        if press.act == "back":
            await self._comparing.go_back(press.before)
            await show(interaction, went_back_layout(press, words))
        else:
            found = await self._comparing.between(press.before, press.after)
            await show(interaction, comparison_layout(found, press.page, words))
