"""The commands of a message's menu: search for what it says, and who that is."""

import discord
from discord import app_commands

from bot.cogs.wording import said
from bot.render.answers import answer_layout
from bot.services.answers import Answers
from bot.services.plain_words import parse
from bot.services.requests import AnswerKind, Question, WayIn
from bot.views.asking import asker_of
from bot.views.delivery import defer, show


class MessageMenu:
    """Answers whoever uses the menu alone: a button shows the answer to everybody.

    Parameters
    ----------
    answers
        Answers questions.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def commands(self) -> tuple[app_commands.ContextMenu, ...]:
        """Return both commands."""
        return (
            app_commands.ContextMenu(name=said("menu-search"), callback=self.search),
            app_commands.ContextMenu(name=said("menu-who"), callback=self.who),
        )

    async def search(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Search for what a message says."""
        await self._ask(interaction, "search", message.content)

    async def who(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Say who it is that a message names or asks for."""
        await self._ask(interaction, "who", parse(message.content).argument or message.content)

    async def _ask(self, interaction: discord.Interaction, kind: AnswerKind, text: str) -> None:
        await defer(interaction, private=True)
        question = Question(kind=kind, text=text, said=text, private=True)
        answer = await self._answers.ask(asker_of(interaction, WayIn.MESSAGE_COMMAND), question)
        await show(interaction, answer_layout(answer))
