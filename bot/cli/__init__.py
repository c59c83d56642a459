"""The command line, `footnote`: one module for a command. What must not live here: a rule that the bot needs too."""

from bot.cli.program import main

__all__ = ["main"]
