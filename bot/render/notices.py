"""Messages that are only words: notices, help, privacy, greeting."""

from discord.ui import LayoutView

from bot.messages import Words
from bot.render.components import layout, text
from bot.render.escaping import escaped, marked
from bot.services.privacy_terms import PrivacyTerms

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


def privacy_layout(terms: PrivacyTerms, words: Words) -> LayoutView:
    """Return what is kept of a question, how long, by whom, and how to have it deleted."""
    operator = escaped(terms.operator, 200) if terms.operator else words("privacy-operator-unknown")
    lines = (
        f"### {words('privacy-heading')}",
        words("privacy-kept"),
        words(f"privacy-users-{terms.log_users}"),
        words("privacy-how-long", days=terms.retention_days),
        words("privacy-direct"),
        words("privacy-never"),
        words("privacy-operator", operator=operator),
        words("privacy-delete-unknown" if terms.log_users == "none" else "privacy-delete"),
    )
    return layout(text("\n".join(lines)))
