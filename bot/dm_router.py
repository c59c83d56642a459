"""Plain words in direct messages and mentions, to the same services as the commands."""

import re
from functools import partial
from typing import get_args

import discord
from discord.ui import LayoutView

from bot.messages import words_in
from bot.render.answers import answer_layout
from bot.render.notices import greeting_layout, help_layout, notice_layout
from bot.render.privacy import privacy_layout
from bot.services.answers import Answers
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.plain_words import Talk, parse
from bot.services.privacy import Privacy
from bot.services.requests import AnswerKind, Asker, Question
from bot.views.asking import asker_of_message
from bot.views.delivery import reply, show_typing
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
        self, answers: Answers, gate: Gate, languages: Languages, privacy: Privacy, failures: Failures
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
            await self._failures.tell(partial(reply, message), error, asker, words)

    async def _answer(self, message: discord.Message, asker: Asker, words: str) -> None:
        """Answer what was meant, and show meanwhile that an answer is coming."""
        today = message.created_at.date()
        intent = parse(words, today)
        if intent.kind in (*get_args(AnswerKind), "following"):
            full = self._answers.follow_ups.in_full(asker, words)
            words, intent = full, intent if full == words else parse(full, today)
        match intent.kind:
            case "search" | "who" | "summary" as kind:
                await show_typing(message)
                question = Question(kind=kind, text=intent.argument, said=words, or_search=intent.or_search)
                answer = await self._answers.ask(asker, question)
                layout = answer_layout(answer)
            case kind:
                layout = await self._page(kind, asker, words)
        await reply(message, layout)

    async def _page(self, kind: Talk, asker: Asker, words: str) -> LayoutView:
        """Return a page that needs no answer; what is kept, everybody may know."""
        if kind != "privacy":
            await self._gate.admit(asker)
        said = words_in(await self._languages.of(asker, words))
        if kind == "privacy":
            return privacy_layout(self._privacy.settings, said, keeps=self._privacy.people.keeps(asker.user_id))
        if kind not in ("help", "greeting"):
            return notice_layout(said(f"talk-{kind}"))
        examples = await self._answers.completions.examples(said.language)
        return help_layout(said, examples) if kind == "help" else greeting_layout(said, examples)


def _addressed(message: discord.Message, own_id: int) -> str | None:
    """Return the words that are meant for the bot, or None: in a server, only a mention written in the text counts."""
    if message.author.bot or message.webhook_id is not None or message.type not in _ANSWERED:
        return None
    mentioned = str(own_id) in _MENTION.findall(message.content)
    if message.guild is not None and not mentioned:
        return None
    return _MENTION.sub(lambda match: "" if match[1] == str(own_id) else match[0], message.content).strip()
