"""What a check of `footnote doctor` found. What must not live here: how it was found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.cli.exit_codes import ExitCode, exit_code
from bot.errors import BotError
from bot.messages import Words
from bot.messages.errors import error_words
from bot.settings import Settings
from corpus import CorpusError

Level = Literal["ok", "note", "wrong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is well, worth knowing, or wrong; ``message`` of the catalogues, ``error`` or both say it."""

    level: Level
    message: str = ""
    data: Mapping[str, str | int] = field(default_factory=dict)
    error: BotError | CorpusError | None = None
    code: ExitCode = ExitCode.DONE

    def text(self, words: Words) -> str:
        """Return the finding in words."""
        problem = error_words(self.error, words) if self.error else ""
        return words(self.message, **self.data, problem=problem) if self.message else problem


def well(message: str, **data: str | int) -> Finding:
    """Return that something is as it should be."""
    return Finding(level="ok", message=message, data=data)


def noted(message: str, **data: str | int) -> Finding:
    """Return something to know, which keeps nothing from working."""
    return Finding(level="note", message=message, data=data)


def wrong(code: ExitCode, message: str, **data: str | int) -> Finding:
    """Return something that must be mended."""
    return Finding(level="wrong", message=message, data=data, code=code)


def failed(error: BotError | CorpusError, message: str = "") -> Finding:
    """Return an error of ours as a finding, as the ``problem`` of a message where there is one."""
    return Finding(level="wrong", message=message, error=error, code=exit_code(error))


def outcome_of(check: Callable[[Settings], Finding], settings: Settings) -> Finding:
    """Return what a check finds, an error that it raises among that."""
    try:
        return check(settings)
    except (BotError, CorpusError) as error:
        return failed(error)
