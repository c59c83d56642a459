"""One catalogue of messages a language (Project Fluent)."""

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from bot.services.requests import Language

Argument = str | int | float


class Words:
    """Says things in one language: ``words("search-found", total=3)``.

    Parameters
    ----------
    language
        Which of the three catalogues.

    Notes
    -----
    Fluent's isolation marks are off: they are invisible characters, which rendering strips elsewhere as hostile.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        catalogue = files(__package__).joinpath(f"{language}.ftl").read_text(encoding="utf-8")
        self._bundle.add_resource(FluentResource(catalogue))

    def __call__(self, message_id: str, /, **arguments: Argument) -> str:
        """Return a message.

        Raises
        ------
        LookupError
            The catalogue has no such message, or it wants an argument that is not given.
        """
        pattern = self._bundle.get_message(message_id).value if self.has(message_id) else None
        if pattern is None:
            raise LookupError(f"{self.language} has no message {message_id}")
        text, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise LookupError(f"{self.language} {message_id}: {errors[0]}")
        return str(text)

    def has(self, message_id: str) -> bool:
        """Tell whether the catalogue holds a message."""
        return bool(self._bundle.has_message(message_id))


@lru_cache(maxsize=3)
def words_in(language: Language) -> Words:
    """Return the words of a language, read once."""
    return Words(language)
