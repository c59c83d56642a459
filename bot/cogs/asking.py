"""The members' questions: /search, /who, /summary, and the commands of a message's menu."""

from dataclasses import replace
from functools import partial

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from bot.cogs.wording import choice, said, slash
from bot.messages.search import LANGUAGE_NAMES
from bot.render.answers import answer_layout
from bot.render.completions import name_choices, text_choices, title_choices
from bot.services.answers import Answers
from bot.services.filters import FILTER_CHARS
from bot.services.plain_words import parse
from bot.services.requests import Question, WayIn
from bot.services.resolving import LENGTH_CHARS
from bot.views.asking import asker_of
from bot.views.delivery import defer, show
from bot.views.failures import Failures
from corpus import Filters
from corpus.search.clauses import QUESTION_CHARS

NAME_CHARS = 100
ABOUT_CHARS = 200


class AskingCog(commands.Cog):
    """Answers questions; whoever uses a message's menu gets an answer for themselves, with a button that shows it."""

    def __init__(self, answers: Answers, failures: Failures) -> None:
        self._answers = answers
        self._offered = answers.completions
        self._failures = failures

    @slash
    @app_commands.choices(language=[choice(LANGUAGE_NAMES[tag], tag) for tag in ("en", "zh", "zh-Hans", "zh-Hant")])
    async def search(
        self,
        interaction: discord.Interaction,
        *,
        query: Range[str, 1, QUESTION_CHARS],
        source: Range[str, 1, FILTER_CHARS] | None = None,
        author: Range[str, 1, FILTER_CHARS] | None = None,
        language: str | None = None,
        after: Range[str, 1, 20] | None = None,
        before: Range[str, 1, 20] | None = None,
        private: bool | None = None,
    ) -> None:
        """Answer with the articles that answer best."""
        filters = Filters(source=source, author=author, language=language, after=after, before=before)
        await self._ask(interaction, Question(kind="search", text=query, filters=filters), private=private)

    @slash
    async def who(
        self, interaction: discord.Interaction, *, name: Range[str, 1, NAME_CHARS], private: bool | None = None
    ) -> None:
        """Answer with a card, with choices, or with the nearest names."""
        await self._ask(interaction, Question(kind="who", text=name), private=private)

    @slash
    @app_commands.choices(length=[choice(f"choice-{length}", length) for length in LENGTH_CHARS])
    async def summary(
        self,
        interaction: discord.Interaction,
        *,
        about: Range[str, 1, ABOUT_CHARS],
        length: str = "medium",
        private: bool | None = None,
    ) -> None:
        """Answer with sentences of the article, or of the articles about the topic."""
        await self._ask(interaction, Question(kind="summary", text=about, length=length), private=private)

    def menu(self) -> tuple[app_commands.ContextMenu, ...]:
        """Return the commands of a message's menu."""
        return (
            app_commands.ContextMenu(name=said("menu-search"), callback=self.search_message),
            app_commands.ContextMenu(name=said("menu-who"), callback=self.who_message),
        )

    async def search_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Search for what a message says."""
        question = Question(kind="search", text=message.content, said=message.content)
        await self._ask(interaction, question, private=True, way_in=WayIn.MESSAGE_COMMAND)

    async def who_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Say who it is that a message names or asks for."""
        text = parse(message.content, message.created_at.date()).argument or message.content
        question = Question(kind="who", text=text, said=text)
        await self._ask(interaction, question, private=True, way_in=WayIn.MESSAGE_COMMAND)

    async def _ask(
        self,
        interaction: discord.Interaction,
        question: Question,
        *,
        private: bool | None,
        way_in: WayIn = WayIn.COMMAND,
    ) -> None:
        asker = asker_of(interaction, way_in)
        private = await self._answers.is_private(asker, chosen=private)
        await defer(interaction, private=private)
        answer = await self._answers.ask(asker, replace(question, private=private))
        await show(interaction, answer_layout(answer))

    @search.autocomplete("query")
    async def complete_query(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Complete names and titles."""
        return text_choices(await self._failures.completions(interaction, current, self._offered.questions))

    @search.autocomplete("source")
    async def complete_source(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Complete where articles are from."""
        fetch = partial(self._offered.values, "source")
        return text_choices(await self._failures.completions(interaction, current, fetch))

    @search.autocomplete("author")
    async def complete_author(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Complete who wrote."""
        fetch = partial(self._offered.values, "author")
        return text_choices(await self._failures.completions(interaction, current, fetch))

    @who.autocomplete("name")
    async def complete_name(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Complete names that the articles hold."""
        return name_choices(await self._failures.completions(interaction, current, self._offered.names))

    @summary.autocomplete("about")
    async def complete_about(self, interaction: discord.Interaction, current: str) -> list[Choice[str]]:
        """Complete titles."""
        return title_choices(await self._failures.completions(interaction, current, self._offered.titles))
