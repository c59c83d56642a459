"""A command's help in the reader's language, from the catalogues: Click has its own words in English alone.

What must not live here: what is said.
"""

from collections.abc import Sequence
from pathlib import Path

import click

from bot.messages import Words
from corpus.word_lists import sections

_SHAPES = Path(__file__).with_name("json_shapes.txt")


def explain(command: click.Command, context: click.Context, words: Words) -> None:
    """Give a command its help, and its options and arguments theirs, under headings of the same language."""

    class Page(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002  Click's own
            super().write_usage(prog, args, f"{words('help-usage')} ")

        def write_heading(self, heading: str) -> None:
            super().write_heading(words(f"help-{heading.lower()}"))

        def write_text(self, text: str) -> None:
            """Write lines as they stand, since they are broken where their language breaks them."""
            self.write("".join(f"{' ' * self.current_indent}{line}".rstrip() + "\n" for line in text.splitlines()))

    class Context(click.Context):
        formatter_class = Page

    command.context_class = Context
    told = f"help-{command.name}"
    command.help = words(told)
    command.short_help = command.help.partition("\n")[0]
    more = [words(f"{told}-more")] if words.has(f"{told}-more") else []
    shape = sections(_SHAPES).get(command.name or "")
    # Click takes the indentation off that every line but the first has.
    command.epilog = "\n" + "\n\n".join([*more, *([f"JSON:\n{shape.strip()}"] if shape else [])])
    command.options_metavar = words("help-mark-options")
    if isinstance(command, click.Group):
        command.subcommand_metavar = words("help-mark-commands")
    if help_option := command.get_help_option(context):
        help_option.help = words("help-option-help")
    _name(command.params, words)


def _name(params: Sequence[click.Parameter], words: Words) -> None:
    for param in params:
        name = param.name.replace("_", "-")
        if isinstance(param, click.Option):
            param.help = words(f"help-option-{name}", default=str(param.default))
            param.metavar = "N" if isinstance(param.type, click.IntRange) else None
        else:
            shown = words(f"help-argument-{name}")
            param.metavar = (shown if param.required else f"[{shown}]") + ("..." if param.nargs < 0 else "")
