"""Errors into words, for Discord and the command line alike. What must not live here: markup; callers escape."""

import re

from bot.errors import BotError, OperatorFault, ReindexFailed, SettingsInvalid
from bot.messages.words import Argument, Words
from corpus.errors import CorpusError, DamagedIndex, MaintainerError, NewerIndex, NoIndex, OperatorError

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def error_words(error: BaseException, words: Words, *, detail: bool = True, reference: str = "") -> str:
    """Return what went wrong, in the reader's language, as plain text without markup.

    Parameters
    ----------
    error
        Anything: an error of :mod:`bot.errors` or :mod:`corpus.errors`, else a bug.
    words
        The reader's catalogue.
    detail
        Name paths and causes, for whoever keeps the articles or hosts the bot; a member is told only what to do.
    reference
        Stands in the log beside the traceback of a bug.
    """
    if not isinstance(error, BotError | CorpusError):
        return words("error-bug", reference=reference or "-")
    if not detail and isinstance(error, OperatorFault | OperatorError | MaintainerError):
        return words("member-no-articles" if isinstance(error, NoIndex) else "member-unavailable")
    return words(message_id(type(error)), **_arguments(error, words))


def damage_words(damage: DamagedIndex | NewerIndex, words: Words) -> str:
    """Return why a build does not serve, without what to do, which is another matter in Discord."""
    return words(message_id(type(damage)).removeprefix("error-"), **_arguments(damage, words))


def message_id(kind: type[BaseException]) -> str:
    """Return the message of an error class: ``NotAdmitted`` has ``error-not-admitted``."""
    return f"error-{_CAPITAL.sub('-', kind.__name__).lower()}"


def _arguments(error: BaseException, words: Words) -> dict[str, Argument]:
    """Return an error's data as the message takes it: tuples one to a line, numbers as written."""
    arguments: dict[str, Argument] = {
        name: "\n".join(map(str, value)) if isinstance(value, tuple) else str(value)
        for name, value in vars(error).items()
    }
    if isinstance(error, SettingsInvalid):
        arguments["problems"] = "\n".join(words(message, **told) for message, told in error.problems)
    if isinstance(error, DamagedIndex):
        arguments["reason"] = words(f"damage-{error.cause}", part=error.part, reason=error.detail, detail=error.detail)
    if isinstance(error, ReindexFailed) and error.__cause__ is not None:
        arguments["reason"] = error_words(error.__cause__, words)
    return arguments
