"""The catalogues of what is said, and the words for errors. What must not live here: markup and layout."""

from bot.messages.words import Words, words_in

__all__ = ["Words", "words_in"]
