"""Plain words in direct messages and mentions, to the same services as the commands."""

import contextlib
import re

import discord
from discord.ui import LayoutView

from bot.messages import words_in
from bot.render.answers import answer_layout
from bot.render.notices import greeting_layout, help_layout, privacy_layout
from bot.services.answers import Answer, Answers
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.plain_words import Intent, parse
from bot.services.privacy_terms import PrivacyTerms
from bot.services.requests import Asker
from bot.views.asking import asker_of_message
from bot.views.delivery import reply
from bot.views.failures import Failures

_MENTION = re.compile(r"<@!?(\d{1,20})>")
_ANSWERED = (discord.MessageType.default, discord.MessageType.reply)


class DmRouter:
    """Answers direct messages, and messages of a server that mention the bot by name.

    Parameters
    ----------
    answers, gate, languages, privacy
        What the answers are made of.
    failures
        Answers where that fails.
    """

    def __init__(
        self, answers: Answers, gate: Gate, languages: Languages, privacy: PrivacyTerms, failures: Failures
    ) -> None:
        self._answers = answers
        self._gate = gate
        self._languages = languages
        self._privacy = privacy
        self._failures = failures

    async def handle(self, message: discord.Message, own_id: int) -> None:
        """Answer a message that is meant for the bot, whose id is ``own_id``; never raises."""
        words = _addressed(message, own_id)
        if words is None:
            return
        asker = asker_of_message(message)
        try:
            await self._answer(message, asker, words)
        except Exception as error:  # noqa: BLE001  the edge: discord.py would only log it
            await self._failures.answer_message(message, error, asker, words)

    async def _answer(self, message: discord.Message, asker: Asker, words: str) -> None:
        """Show that an answer is coming, and send it."""
        intent = parse(words)
        if intent.kind in ("greeting", "help", "privacy"):
            if intent.kind != "privacy":  # a right of former members too
                await self._gate.admit(asker)
            await reply(message, await self._page(intent, asker, words))
            return
        with contextlib.suppress(discord.HTTPException):
            await message.channel.typing()
        answer = await self._ask(intent, asker, words)
        await reply(message, answer_layout(answer.state, answer.value, words_in(answer.state.language)))

    async def _ask(self, intent: Intent, asker: Asker, words: str) -> Answer:
        """Ask what was meant."""
        if intent.kind == "who":
            return await self._answers.who(asker, intent.argument, said=words)
        if intent.kind == "summary":
            return await self._answers.summary(asker, intent.argument, said=words)
        return await self._answers.search(asker, intent.argument)

    async def _page(self, intent: Intent, asker: Asker, words: str) -> LayoutView:
        """Return the page that needs no library."""
        said = words_in(await self._languages.of(asker, words))
        if intent.kind == "privacy":
            return privacy_layout(self._privacy, said)
        return help_layout(said) if intent.kind == "help" else greeting_layout(said)


def _addressed(message: discord.Message, own_id: int) -> str | None:
    """Return the words that are meant for the bot, or None: in a server, only a mention written in the text counts."""
    if message.author.bot or message.webhook_id is not None or message.type not in _ANSWERED:
        return None
    mentioned = str(own_id) in _MENTION.findall(message.content)
    if message.guild is not None and not mentioned:
        return None
    return _MENTION.sub(lambda match: "" if match[1] == str(own_id) else match[0], message.content).strip()
