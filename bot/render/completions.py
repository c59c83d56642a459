"""Completions while somebody types: at most 25, each name at most 100 characters."""

from collections.abc import Iterable
from itertools import islice

from discord.app_commands import Choice

from bot.render.escaping import label
from bot.services.requests import ARTICLE_PREFIX
from corpus import ArticleRef, Candidate

CHOICES = 25
CHOICE_CHARS = 100


def title_choices(refs: Iterable[ArticleRef]) -> list[Choice[str]]:
    """Return titles whose values carry the articles' ids."""
    return _choices((ref.title, f"{ARTICLE_PREFIX}{ref.id}") for ref in refs)


def name_choices(candidates: Iterable[Candidate]) -> list[Choice[str]]:
    """Return names, with the line that tells each from the others; a name too long to be a value is left out."""
    return _choices((" · ".join(filter(None, (each.name, each.hint))), each.name) for each in candidates)


def text_choices(texts: Iterable[str]) -> list[Choice[str]]:
    """Return texts that complete themselves; one too long to be a value is left out."""
    return _choices((text, text) for text in texts)


def _choices(shown: Iterable[tuple[str, str]]) -> list[Choice[str]]:
    fit = ((name, value) for name, value in shown if 0 < len(value) <= CHOICE_CHARS)
    return [Choice(name=label(name, CHOICE_CHARS), value=value) for name, value in islice(fit, CHOICES)]
