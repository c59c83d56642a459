"""/search."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.wording import choice, said
from bot.render.answers import answer_layout
from bot.render.completions import text_choices
from bot.services.answers import Answers
from bot.services.requests import Question, WayIn
from bot.views.asking import asker_of
from bot.views.delivery import defer, show
from bot.views.failures import Failures
from corpus import Filters

QUERY_CHARS = 200
FILTER_CHARS = 100


class SearchCog(commands.Cog):
    """Searches the articles."""

    def __init__(self, answers: Answers, failures: Failures) -> None:
        self._answers = answers
        self._failures = failures

    @app_commands.command(name="search", description=said("command-search"))
    @app_commands.describe(
        query=said("command-search-query"),
        source=said("command-search-source"),
        author=said("command-search-author"),
        language=said("command-search-language"),
        after=said("command-search-after"),
        before=said("command-search-before"),
        private=said("command-private"),
    )
    @app_commands.choices(
        language=[
            choice("choice-english", "en"),
            choice("choice-chinese", "zh"),
            choice("choice-simplified", "zh-Hans"),
            choice("choice-traditional", "zh-Hant"),
        ]
    )
    async def search(
        self,
        interaction: discord.Interaction,
        *,
        query: app_commands.Range[str, 1, QUERY_CHARS],
        source: app_commands.Range[str, 1, FILTER_CHARS] | None = None,
        author: app_commands.Range[str, 1, FILTER_CHARS] | None = None,
        language: str | None = None,
        after: app_commands.Range[str, 1, 20] | None = None,
        before: app_commands.Range[str, 1, 20] | None = None,
        private: bool | None = None,
    ) -> None:
        """Answer with the articles that answer best."""
        asker = asker_of(interaction)
        private = await self._answers.is_private(asker, chosen=private)
        await defer(interaction, private=private)
        filters = Filters(source=source, author=author, language=language, after=after, before=before)
        question = Question(kind="search", text=query, filters=filters, private=private)
        answer = await self._answers.ask(asker, question)
        await show(interaction, answer_layout(answer))

    @search.autocomplete("query")
    async def complete_query(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Complete names and titles."""
        found = self._answers.completions.questions(asker_of(interaction, WayIn.AUTOCOMPLETE), current)
        return text_choices(await self._failures.completions(found))

    @search.autocomplete("source")
    async def complete_source(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Complete where articles are from."""
        found = self._answers.completions.values(asker_of(interaction, WayIn.AUTOCOMPLETE), "source", current)
        return text_choices(await self._failures.completions(found))

    @search.autocomplete("author")
    async def complete_author(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Complete who wrote."""
        found = self._answers.completions.values(asker_of(interaction, WayIn.AUTOCOMPLETE), "author", current)
        return text_choices(await self._failures.completions(found))
