"""The safe base: every exception of a command, a completion, a button or a message ends here.

It is logged, with a reference where it is a bug, and put into words in the reader's language. Neither messages of
exceptions nor arguments are logged, since they may hold what somebody asked or an interaction's token.
"""

import logging
import secrets
import traceback
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import aiohttp
import discord
from discord import app_commands
from discord.ui import LayoutView

from bot.errors import AskerFault, BotError, DiscordUnreachable, StaleCommand
from bot.messages import words_in
from bot.messages.errors import error_words
from bot.render.notices import notice_layout
from bot.services.language import Languages, answer_language
from bot.services.requests import Asker, Language, WayIn
from bot.views.asking import asker_of
from bot.views.delivery import show, show_alone
from corpus import AskerError, CorpusError

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Failures:
    """Answers whoever was let down.

    Parameters
    ----------
    languages
        Chooses the language of the sentence.
    """

    def __init__(self, languages: Languages) -> None:
        self._languages = languages

    async def answer(
        self,
        interaction: discord.Interaction,
        error: BaseException,
        asker: Asker,
        *,
        question: str = "",
        detail: bool = False,
        language: Language | None = None,
    ) -> None:
        """Answer a failed command or button; a command's sentence takes the place of its deferred response.

        ``language`` is that of the answer whose button was pressed, else the language rule decides.
        """
        deferred = interaction.response.is_done() and interaction.type is discord.InteractionType.application_command
        send = partial(show if deferred else show_alone, interaction)
        await self.tell(send, error, asker, question, detail=detail, language=language)

    async def completions(
        self, interaction: discord.Interaction, typed: str, fetch: Callable[[Asker, str], Awaitable[list[T]]]
    ) -> list[T]:
        """Return what is fetched for whoever types, or nothing where that fails."""
        try:
            return await fetch(asker_of(interaction, WayIn.AUTOCOMPLETE), typed)
        except Exception as error:  # noqa: BLE001  the edge: discord.py would swallow it with its message
            record(error)
            return []

    async def tell(
        self,
        send: Callable[[LayoutView], Awaitable[None]],
        error: BaseException,
        asker: Asker,
        question: str,
        *,
        detail: bool = False,
        language: Language | None = None,
    ) -> None:
        """Send the sentence for an error, unless nobody can be reached any more; never raises."""
        known = known_error(error)
        if isinstance(known, discord.NotFound | discord.Forbidden):
            _log.warning("an answer found no way: %s", _brief(known))
            return
        reference = record(known)
        words = words_in(language or await self._language(asker, question))
        try:
            await send(notice_layout(error_words(known, words, detail=detail, reference=reference)))
        except Exception as lost:  # noqa: BLE001  the edge: asyncio would log the task's name, and with it a question
            _log.warning("could not tell somebody what went wrong: %s", _brief(lost))

    async def _language(self, asker: Asker, question: str) -> Language:
        """Return the language, by what the asker brings alone where the state itself has failed."""
        try:
            return await self._languages.of(asker, question)
        except Exception as error:  # noqa: BLE001  the edge: the first error must still be answered
            record(error)
            return answer_language(question, locale=asker.locale)


def known_error(error: BaseException) -> BaseException:
    """Return the error that discord.py wrapped, as one of our own where it has a name there."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(
        error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch | app_commands.TransformerError
    ):
        return StaleCommand()
    if isinstance(
        error, discord.DiscordServerError | discord.RateLimited | aiohttp.ClientError | ConnectionError | TimeoutError
    ):
        return DiscordUnreachable(type(error).__name__)
    if isinstance(error, discord.HTTPException) and error.status == 429:
        return DiscordUnreachable("HTTP 429")  # of a whole address, which discord.py does not wait for
    return error


def record(error: BaseException) -> str:
    """Log an error and return its reference: nothing of askers' faults, a line of known ones, the traceback of bugs."""
    reference = secrets.token_hex(4)
    if isinstance(error, AskerFault | AskerError):
        return reference
    if isinstance(error, BotError | CorpusError):
        _log.error("%s: %s", type(error).__name__, error)
        return reference
    _log.error("bug %s: %s\n%s", reference, _brief(error), _frames(error))
    return reference


def _brief(error: BaseException) -> str:
    """Return an error's class, with the codes of Discord's."""
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__} {error.status} (code {error.code})"
    return type(error).__name__


def _frames(error: BaseException) -> str:
    """Return where an error and its causes were raised, without their messages."""
    lines: list[str] = []
    link: BaseException | None = error
    while link is not None and len(lines) < 100:
        lines += [f"{_brief(link)}, raised at:\n", *traceback.format_tb(link.__traceback__)]
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "".join(lines).rstrip()
