"""/who."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.wording import said
from bot.render.answers import answer_layout
from bot.render.completions import name_choices
from bot.services.answers import Answers
from bot.services.requests import Question, WayIn
from bot.views.asking import asker_of
from bot.views.delivery import defer, show
from bot.views.failures import Failures

NAME_CHARS = 100


class WhoCog(commands.Cog):
    """Says who or what somebody or something is."""

    def __init__(self, answers: Answers, failures: Failures) -> None:
        self._answers = answers
        self._failures = failures

    @app_commands.command(name="who", description=said("command-who"))
    @app_commands.describe(name=said("command-who-name"), private=said("command-private"))
    async def who(
        self,
        interaction: discord.Interaction,
        *,
        name: app_commands.Range[str, 1, NAME_CHARS],
        private: bool | None = None,
    ) -> None:
        """Answer with a card, with choices, or with the nearest names."""
        asker = asker_of(interaction)
        private = await self._answers.is_private(asker, chosen=private)
        await defer(interaction, private=private)
        question = Question(kind="who", text=name, private=private)
        answer = await self._answers.ask(asker, question)
        await show(interaction, answer_layout(answer))

    @who.autocomplete("name")
    async def complete_name(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Complete names that the articles hold."""
        names = self._answers.completions.names(asker_of(interaction, WayIn.AUTOCOMPLETE), current)
        return name_choices(await self._failures.completions(names))
