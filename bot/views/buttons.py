"""What the buttons of answers do, before and after a restart."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Self, cast

import discord
from discord.ui import Button, DynamicItem, Item, LayoutView

from bot.errors import AnswerExpired
from bot.messages import words_in
from bot.render.answers import answer_layout
from bot.render.custom_ids import (
    TEMPLATE,
    AnswerPress,
    AskInstead,
    CompareBuilds,
    JudgeAnswer,
    LoosenSearch,
    ManageArticles,
    Press,
    ReadArticle,
    ReviewLog,
    ShareAnswer,
    TurnResults,
    parse,
)
from bot.render.forms import judgement_form, sentence_of
from bot.render.notices import notice_layout
from bot.render.reader import reader_layout
from bot.services.answers import Answers
from bot.services.filters import without
from bot.services.ports import EventKind
from bot.services.requests import Asker, Language, Question, WayIn
from bot.views.asking import asker_of
from bot.views.delivery import defer_press, open_form, show, show_everybody
from bot.views.failures import Failures
from corpus.search.clauses import EVERYTHING, loosened

MANAGING = (ManageArticles, ReviewLog, CompareBuilds)
Handler = Callable[[discord.Interaction, Asker, Any], Awaitable[None]]


class Presses:
    """Answers presses. Whoever asked sees the message change; anybody else gets a copy that only they see.

    Parameters
    ----------
    answers
        Answers again, and new questions.
    others
        Answer the presses of one kind each, which are not about an answer.
    failures
        Answers where that fails.
    """

    def __init__(self, answers: Answers, others: Mapping[type[Press], Handler], failures: Failures) -> None:
        self._answers = answers
        self._others = others
        self._failures = failures

    async def handle(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Answer a press, or a form that was sent; never raises."""
        sent = interaction.type is discord.InteractionType.modal_submit
        asker = asker_of(interaction, WayIn.MODAL if sent else WayIn.BUTTON)
        press = parse(custom_id)
        try:
            if press is None:
                raise AnswerExpired  # noqa: TRY301  one place answers, and this is its edge
            await self._answer(interaction, asker, press, sent=sent)
        except Exception as error:  # noqa: BLE001  the edge: discord.py would only log it
            language = await self._language(asker, press)
            managing = isinstance(press, MANAGING)
            await self._failures.answer(interaction, error, asker, detail=managing, language=language)

    async def _answer(self, interaction: discord.Interaction, asker: Asker, press: Press, *, sent: bool) -> None:
        """Do what a press asks for; ``sent`` says that a form came with it."""
        match press:
            case JudgeAnswer(helpful=False) if not sent:
                state = await self._answers.kept(asker, press.key)
                await open_form(interaction, judgement_form(press, words_in(state.language)))
            case JudgeAnswer():
                await self._judge(interaction, asker, press)
            case ShareAnswer():
                await self._share(interaction, asker, press)
            case TurnResults():
                await self._turn(interaction, asker, press)
            case ReadArticle():
                await self._read(interaction, asker, press)
            case AskInstead() | LoosenSearch():
                await self._ask(interaction, asker, press)
            case _:
                await self._others[type(press)](interaction, asker, press)

    async def _language(self, asker: Asker, press: Press | None) -> Language | None:
        """Return the language of the answer under which somebody pressed, None where it is not known."""
        if not isinstance(press, AnswerPress):
            return None
        try:
            return (await self._answers.kept(asker, press.key)).language
        except Exception:  # noqa: BLE001  the edge: there is an error to answer already
            return None

    async def _judge(self, interaction: discord.Interaction, asker: Asker, press: JudgeAnswer) -> None:
        """Take a judgement and thank for it."""
        await defer_press(interaction, in_place=False)
        sentence = sentence_of(dict(interaction.data or {}))
        state = await self._answers.judge(asker, press.key, helpful=press.helpful, sentence=sentence)
        await show(interaction, notice_layout(words_in(state.language)("judged")))

    async def _share(self, interaction: discord.Interaction, asker: Asker, press: ShareAnswer) -> None:
        """Show a private answer to the channel, once: its own message then says that this was done."""
        await defer_press(interaction, in_place=True)
        answer = await self._answers.share(asker, press.key)
        await show_everybody(interaction, answer_layout(answer, shared_by=asker.user_id))
        await show(interaction, notice_layout(words_in(answer.state.language)("shared")))

    async def _turn(self, interaction: discord.Interaction, asker: Asker, press: TurnResults) -> None:
        """Show another page of results."""
        await defer_press(interaction, in_place=await self._is_own(interaction, asker, press.key))
        answer = await self._answers.again(asker, press.key, press.page)
        await show(interaction, answer_layout(answer, page=press.page))

    async def _read(self, interaction: discord.Interaction, asker: Asker, press: ReadArticle) -> None:
        """Open an article for the presser alone, or turn its page."""
        await defer_press(interaction, in_place=press.turn)
        event: EventKind = "paged" if press.turn else "opened"
        opened = await self._answers.article(asker, press.key, press.article_id, event)
        await show(interaction, reader_layout(opened, press, words_in(opened.language)))

    async def _ask(self, interaction: discord.Interaction, asker: Asker, press: AskInstead | LoosenSearch) -> None:
        """Ask the question of a button, or the same one without what emptied its result."""
        suggested = isinstance(press, LoosenSearch) or press.pick
        in_place = suggested and await self._is_own(interaction, asker, press.key)
        await defer_press(interaction, in_place=in_place)
        before = await (self._answers.suggested if suggested else self._answers.kept)(asker, press.key)
        question = Question(kind="search", text="", private=before.private or not in_place, language=before.language)
        match press:
            case LoosenSearch(name=name):
                text, filters = loosened(before.question, name) or EVERYTHING, without(before.filters, name)
                question = replace(question, text=text, filters=filters)
            case AskInstead(kind="search", text=text):
                question = replace(question, text=text, filters=before.filters)
            case AskInstead(kind=kind, text=text):
                question = replace(question, kind=kind, text=text)
        await show(interaction, answer_layout(await self._answers.ask(asker, question)))

    async def _is_own(self, interaction: discord.Interaction, asker: Asker, key: str) -> bool:
        """Tell whether the presser asked: what only they can see, what Discord says, or else what the state says."""
        message = interaction.message
        if asker.server_id is None or (message is not None and message.flags.ephemeral):
            return True
        metadata = message.interaction_metadata if message is not None else None
        if metadata is not None:
            return metadata.user.id == asker.user_id
        return await self._answers.owns(asker, key)


def button_item(presses: Presses) -> type[DynamicItem[Button[LayoutView]]]:
    """Return the dynamic item through which discord.py hands every press to ``presses``."""

    # Each button is whatever its id says, so that nothing but the id is read here.
    class AnswerButton(DynamicItem[Button[LayoutView]], template=TEMPLATE):
        @classmethod
        async def from_custom_id(
            cls,
            interaction: discord.Interaction[Any],  # noqa: ARG003  discord.py's signature
            item: Item[Any],
            match: re.Match[str],  # noqa: ARG003
            /,
        ) -> Self:
            return cls(cast("Button[LayoutView]", item))

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            await presses.handle(interaction, self.custom_id)

    return AnswerButton
