"""Completions while somebody types: at most 25, each name at most 100 characters."""

from collections.abc import Sequence

from discord.app_commands import Choice

from bot.render.escaping import label
from bot.services.requests import ARTICLE_PREFIX
from corpus import ArticleRef, Candidate

CHOICES = 25
CHOICE_CHARS = 100


def title_choices(refs: Sequence[ArticleRef]) -> list[Choice[str]]:
    """Return titles whose values carry the articles' ids."""
    return [Choice(name=label(ref.title, CHOICE_CHARS), value=f"{ARTICLE_PREFIX}{ref.id}") for ref in refs[:CHOICES]]


def name_choices(candidates: Sequence[Candidate]) -> list[Choice[str]]:
    """Return names, with the line that tells each from the others; a name too long to be a value is left out."""
    return [
        Choice(name=label(" · ".join(filter(None, (each.name, each.hint))), CHOICE_CHARS), value=each.name)
        for each in candidates
        if 0 < len(each.name) <= CHOICE_CHARS
    ][:CHOICES]


def text_choices(texts: Sequence[str]) -> list[Choice[str]]:
    """Return texts that complete themselves; one too long to be a value is left out."""
    fit = [text for text in texts if 0 < len(text) <= CHOICE_CHARS]
    return [Choice(name=label(text, CHOICE_CHARS), value=text) for text in fit[:CHOICES]]
