"""What somebody called wrongly, in the reader's language; Click itself says it in English alone."""

import click
from click.exceptions import NoSuchCommand

from bot.messages import Words


def usage_words(error: click.ClickException, words: Words) -> str:
    """Return a sentence for a usage error; of a value that does not fit, Click's own words say why."""
    match error:
        case NoSuchCommand():
            said, near = words("cli-usage-command", name=error.command_name), error.possibilities
        case click.NoSuchOption():
            said, near = words("cli-usage-option", name=error.option_name), error.possibilities
        case click.MissingParameter():
            said, near = words("cli-usage-missing", name=_name(error)), None
        case click.BadParameter():
            reason = error.message.rstrip(".").replace("integer range", "whole number")  # Click's name of the type
            said, near = words("cli-usage-value", name=_name(error), reason=reason), None
        case click.BadOptionUsage():
            said, near = words("cli-usage-value", name=error.option_name, reason=error.message.rstrip(".")), None
        case _:
            return error.format_message()
    return f"{said} {words('cli-usage-near', names=', '.join(near))}" if near else said


def _name(error: click.BadParameter) -> str:
    """Return the option, or what an argument is called in the usage line."""
    param = error.param
    if isinstance(param, click.Option):
        return param.opts[0]
    return (param.metavar or param.human_readable_name).rstrip(".") if param else str(error.param_hint or "")
