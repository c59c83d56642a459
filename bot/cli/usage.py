"""What somebody called wrongly, in the reader's language; Click itself says it in English alone."""

from difflib import get_close_matches

import click
from click.exceptions import NoSuchCommand

from bot.messages import Words


def usage_words(error: click.ClickException, words: Words) -> str:
    """Return a sentence for a usage error."""
    near = None
    match error:
        case NoSuchCommand():
            said = words("cli-usage-command", name=error.command_name)
            if error.ctx and isinstance(error.ctx.command, click.Group):  # whose commands are not loaded yet
                near = get_close_matches(error.command_name, error.ctx.command.list_commands(error.ctx))
        case click.NoSuchOption():
            said, near = words("cli-usage-option", name=error.option_name), error.possibilities
        case click.MissingParameter(param=click.Parameter() as param):
            said = words("cli-usage-missing", name=_name(param))
        case click.BadParameter(param=click.Parameter(type=click.IntRange(min=least, max=most)) as param):
            said = words("cli-usage-number", name=_name(param), least=str(least), most=str(most))
        case click.BadOptionUsage():
            said = words("cli-usage-value", name=error.option_name)
        case click.UsageError(message=message) if message.endswith(")"):  # "Got unexpected extra arguments (...)"
            said = words("cli-usage-extra", words=message.partition("(")[2].removesuffix(")"))
        case _:
            return error.format_message()
    return f"{said} {words('cli-usage-near', names=', '.join(near))}" if near else said


def _name(param: click.Parameter) -> str:
    """Return the option, or what an argument is called in the usage line."""
    return param.opts[0] if isinstance(param, click.Option) else str(param.metavar).strip("[].")
