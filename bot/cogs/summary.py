"""/summary."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.wording import choice, said
from bot.render.answers import answer_layout
from bot.render.completions import title_choices
from bot.services.answers import Answers
from bot.services.requests import Question, WayIn
from bot.views.asking import asker_of
from bot.views.delivery import defer, show
from bot.views.failures import Failures

ABOUT_CHARS = 200


class SummaryCog(commands.Cog):
    """Summarises an article or a topic."""

    def __init__(self, answers: Answers, failures: Failures) -> None:
        self._answers = answers
        self._failures = failures

    @app_commands.command(name="summary", description=said("command-summary"))
    @app_commands.describe(
        about=said("command-summary-about"),
        length=said("command-summary-length"),
        private=said("command-private"),
    )
    @app_commands.choices(
        length=[choice("choice-short", "short"), choice("choice-medium", "medium"), choice("choice-long", "long")]
    )
    async def summary(
        self,
        interaction: discord.Interaction,
        *,
        about: app_commands.Range[str, 1, ABOUT_CHARS],
        length: str = "medium",
        private: bool | None = None,
    ) -> None:
        """Answer with sentences of the article, or of the articles about the topic."""
        asker = asker_of(interaction)
        private = await self._answers.is_private(asker, chosen=private)
        await defer(interaction, private=private)
        question = Question(kind="summary", text=about, length=length, private=private)
        answer = await self._answers.ask(asker, question)
        await show(interaction, answer_layout(answer))

    @summary.autocomplete("about")
    async def complete_about(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Complete titles."""
        titles = self._answers.completions.titles(asker_of(interaction, WayIn.AUTOCOMPLETE), current)
        return title_choices(await self._failures.completions(titles))
