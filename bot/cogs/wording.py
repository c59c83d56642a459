"""Names, descriptions and choices of commands out of the catalogues: Discord shows them in the reader's language."""

import inspect
from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.messages import words_in
from bot.services.language import locale_language


def said(message_id: str) -> locale_str:
    """Return a message of the catalogues as something that Discord's commands can show."""
    return locale_str(words_in("en-US")(message_id), message_id=message_id)


def slash(callback: Callable[..., Any]) -> app_commands.Command[Any, ..., None]:
    """Return a method of a cog as the slash command of its name, which the catalogues describe with its options.

    An option's message is ``command-<command>-<option>``, or ``command-<option>`` for one that several commands have.
    """
    name, (_, _, *options) = callback.__name__, inspect.signature(callback).parameters
    own = {option: f"command-{name}-{option}" for option in options}
    has = words_in("en-US").has
    texts = {option: said(text if has(text) else f"command-{option}") for option, text in own.items()}
    described = app_commands.describe(**texts)(callback)
    return app_commands.command(name=name, description=said(f"command-{name}"))(described)


def choice(message_id: str, value: str) -> app_commands.Choice[str]:
    """Return a choice whose name stands in the catalogues."""
    return app_commands.Choice(name=said(message_id), value=value)


class CatalogueTranslator(app_commands.Translator):
    """Translates names, descriptions and choices; Chinese has two catalogues, other locales keep the English ones."""

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """Return the translation, or None where there is none: of a name that of the message ``name-`` and itself."""
        language = locale_language(locale.value)
        message_id = string.extras.get("message_id")
        if message_id is None and context.location.name.endswith("_name"):
            message_id = f"name-{string.message}"
        if language in (None, "en-US") or not isinstance(message_id, str) or not words_in(language).has(message_id):
            return None
        return words_in(language)(message_id)
