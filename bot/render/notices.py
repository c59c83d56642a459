"""Messages that are only words: notices, help, greeting."""

from discord.ui import LayoutView

from bot.messages import Words
from bot.render.components import layout, text
from bot.render.escaping import marked

NOTICE_CHARS = 1500


def notice_layout(sentence: str) -> LayoutView:
    """Return plain words, which may hold anything, as a message."""
    return layout(text(marked(sentence, (), NOTICE_CHARS, lines=True) or "…"))


def greeting_layout(words: Words) -> LayoutView:
    """Return the three lines that teach whoever says hello."""
    return layout(text(words("greeting")))


def help_layout(words: Words) -> LayoutView:
    """Return what the bot can do, with examples."""
    return layout(text(f"### {words('help-heading')}\n{words('help')}"))
