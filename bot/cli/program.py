"""The program `footnote`: its commands by name, and the edge where an error becomes a line and an exit code.

What must not live here: what a command does.
"""

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from bot.cli.exit_codes import ExitCode, exit_code
from bot.cli.help_page import explain
from bot.cli.terminal import give_up_output, say, terminal_language
from bot.cli.usage import usage_words
from bot.errors import BotError, SettingsInvalid, cause_of
from bot.messages import words_in
from bot.messages.errors import error_words
from corpus import CorpusError

# What writing to standard output, a file on a full disk, ends in; elsewhere it is an error of ours.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# Modules are imported when their command is asked for: a search must not wait for the Discord client to load.
COMMANDS = (
    *("play", "invite", "run", "doctor", "search", "who", "summary", "articles", "read", "reindex", "compare"),
    *("review", "export", "erase", "start"),
)


class Program(click.Group):
    """The group of all commands, in the order in which a newcomer needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command, with its help."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"bot.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  a module of ours without one is a bug
        explain(command, ctx, words_in(terminal_language(os.environ)))
        return command


@click.group(
    "footnote",
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    no_args_is_help=True,
)
@click.version_option(package_name="footnote-discord", prog_name="footnote", message="%(prog)s %(version)s")
def program() -> None:
    """Answer one of the commands."""


def outcome(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; an error that we know is told in a line on standard error.

    ``arguments`` come without the program's name; those of the process where None.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    typed = sys.argv[1:] if arguments is None else arguments
    # A terminal of another encoding types bytes that are no text.
    texts = [argument.encode("utf-8", "replace").decode() for argument in typed]
    words = words_in(terminal_language(os.environ))
    explain(program, click.Context(program, **program.context_settings), words)
    try:
        code = program.main(args=texts, prog_name="footnote", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return ExitCode.USAGE
    except click.ClickException as error:
        path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "footnote"
        say(f"{path}: {usage_words(error, words)} ({path} --help)")
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except (BotError, CorpusError) as error:
        text = error_words(error, words)
        for line in text.splitlines() if isinstance(error, SettingsInvalid) else [text]:
            say(f"footnote: {line}")
        return exit_code(error)
    except OSError as error:
        if error.errno not in _FULL:
            raise
        give_up_output()
        say(f"footnote: {words('cli-output-full', reason=cause_of(error))}")
        return ExitCode.UNWRITABLE
    return code if isinstance(code, int) else ExitCode.DONE
