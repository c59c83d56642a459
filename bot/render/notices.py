"""Messages that are only words: notices, help, greeting."""

from discord.ui import LayoutView

from bot.messages import Words
from bot.render.components import layout, text
from bot.render.escaping import escaped, marked
from bot.services.completions import Examples

NOTICE_CHARS = 1500
EXAMPLE_CHARS = 80


def notice_layout(sentence: str) -> LayoutView:
    """Return plain words, which may hold anything, as a message."""
    return layout(text(marked(sentence, (), NOTICE_CHARS, lines=True) or "…"))


def greeting_layout(words: Words, examples: Examples) -> LayoutView:
    """Return the three lines that teach whoever says hello."""
    return layout(text(words("greeting", **_shown(examples, words))))


def help_layout(words: Words, examples: Examples) -> LayoutView:
    """Return what the bot can do, with examples that the articles answer."""
    return layout(text(f"### {words('help-heading')}", words("help", **_shown(examples, words))))


def _shown(examples: Examples, words: Words) -> dict[str, str]:
    """Return the examples, each with one of the catalogue's where the articles have none."""
    return {
        name: escaped(getattr(examples, name) or words(f"example-{name}"), EXAMPLE_CHARS)
        for name in ("question", "name", "title")
    }
