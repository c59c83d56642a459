"""Where the program's words go: answers to standard output, everything else a line to standard error.

Article text is untrusted: nothing reaches the terminal from here that it might act on. What must not live here: the
words themselves.
"""

import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.cli.exit_codes import ExitCode
from bot.cli.json_output import json_text, plain
from bot.services.requests import Language

_ACTED_ON = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_TRADITIONAL = ("zh_tw", "zh_hk", "zh_mo", "zh_hant")


def terminal_language(environ: Mapping[str, str]) -> Language:
    """Return the language that LC_ALL, LC_MESSAGES or LANG asks for, the first that is set; else English."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "").lower().replace("-", "_")
    if locale.startswith(_TRADITIONAL):
        return "zh-TW"
    return "zh-CN" if locale.startswith("zh") else "en-US"


def printable(text: str) -> str:
    """Return a text without the characters that a terminal acts on; line ends stay, other white space is a space."""
    return "".join(
        " " if character == "\t" else character
        for character in text.replace("\r\n", "\n")
        if character in "\t\n" or unicodedata.category(character) not in _ACTED_ON
    )


def one_line(text: str) -> str:
    """Return a text as a single printable line."""
    return " ".join(printable(text).split())


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(f"{one_line(text)}\n")
    sys.stderr.flush()


def write(text: str) -> None:
    """Write an answer to standard output; ends the program quietly where nobody reads it any more."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        give_up_output()
        raise SystemExit(ExitCode.BROKEN_PIPE) from None


def write_lines(lines: Iterable[str]) -> None:
    """Write an answer of several lines to standard output."""
    write("".join(f"{line}\n" for line in lines))


def write_json(value: object) -> None:
    """Write an answer as JSON to standard output."""
    write_lines([json_text(plain(value))])


def give_up_output() -> None:
    """Let what is still buffered go nowhere: it would be tried again at exit, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show(*parts: RenderableType) -> None:
    """Write what rich can lay out; on a terminal with colours, each line wrapped under its own indentation."""
    folds = sys.stdout.isatty()
    console = Console(file=sys.stdout, highlight=False, soft_wrap=not folds)
    with console.capture() as captured:
        for part in parts:
            for line in part.split("\n", allow_blank=True) if folds and isinstance(part, Text) else [part]:
                console.print(_hanging(line) if isinstance(line, Text) and folds else line)
    write(captured.get())


def _hanging(line: Text) -> Padding:
    indentation = len(line.plain) - len(line.plain.lstrip())
    return Padding(line[indentation:], (0, 0, 0, indentation))


def progress_console() -> Console | None:
    """Return where progress is drawn: standard error where it is a terminal, else nowhere."""
    return Console(stderr=True) if sys.stderr.isatty() else None
