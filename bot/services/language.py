"""In which language an answer is given: one pure rule, and the service that gathers what it needs.

What must not live here: wording. English function words and Chinese particles stand here because they are the rule.
"""

import re
from functools import lru_cache

import opencc

from bot.services.ports import StateStore
from bot.services.requests import LANGUAGES, Asker, Language
from bot.services.server_settings import SettingsOfServers
from bot.services.user_keys import UserKeys

QUESTION_CHARS = 200
_HAN = re.compile(r"[㐀-䶿一-鿿\uf900-\ufaff𠀀-𱍊]")  # escaped: an editor turns U+F900 into U+8C48, its equal
_KANA_OR_HANGUL = re.compile(r"[぀-ヿㇰ-ㇿｦ-ﾟ가-힯ᄀ-ᇿ]")
_LATIN_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
# Without "a": it is a grade, a round of funding or the beginning of A100 as often.
_ENGLISH_FUNCTION_WORD = re.compile(
    r"(?:who(?:'s|m|se)?|what(?:'s)?|which|when|where|why|how|is|are|was|were|do|does|did|the|of|about|in|on|for|from|by"
    r"|with|and|tell|me|show|find|please|can|could|has|have)"
)
_CHINESE_PARTICLES = frozenset("的了是谁誰什么麼吗嗎呢哪怎为為何在有和与與请請把吧")


def locale_language(locale: str | None) -> Language | None:
    """Return the catalogue of a Discord locale: Chinese has two, every other locale reads English."""
    if locale is None:
        return None
    return next((language for language in LANGUAGES if language == locale), "en-US")


def is_chinese(text: str) -> bool:
    """Tell whether a question is put in Chinese: Han, no kana or hangul, and no English grammar around a name."""
    if not _HAN.search(text) or _KANA_OR_HANGUL.search(text):
        return False
    english = any(map(_ENGLISH_FUNCTION_WORD.fullmatch, _LATIN_WORD.findall(text.lower())))
    return not english or bool(_CHINESE_PARTICLES.intersection(text))


def script_language(text: str) -> Language | None:
    """Return the script that a text shows, or None where its characters are the same in both.

    A character counts for a script when the other one writes another for it and its own national character set lacks
    it: 台, 后 and 里 are written in both, although Simplified has them for others too.
    """
    han = [character for character in text if _HAN.match(character)]
    traditional = sum(_is_only(character, "t2s", foreign="gb2312") for character in han)
    simplified = sum(_is_only(character, "s2t", foreign="big5") for character in han)
    if traditional == simplified:
        return None
    return "zh-TW" if traditional > simplified else "zh-CN"


def reads(language: Language, text: str) -> bool:
    """Tell whether a text is in a script that readers of a language read: letters, and of Chinese only their own."""
    return not _HAN.search(text) or (language != "en-US" and script_language(text) in (None, language))


def _is_only(character: str, conversion: str, *, foreign: str) -> bool:
    """Tell whether a conversion changes a character that a character set lacks."""
    if _converter(conversion).convert(character) == character:
        return False
    try:
        character.encode(foreign)
    except UnicodeEncodeError:
        return True
    return False


def answer_language(
    question: str,
    *,
    name_only: bool = False,
    locale: str | None = None,
    last: Language | None = None,
    server: Language | None = None,
) -> Language:
    """Return the language of an answer.

    Parameters
    ----------
    question
        As asked; its first 200 characters decide. Empty where nothing was asked (help, a press on a button).
    name_only
        The question is nothing but a name or a title, whose script says nothing about its reader.
    locale
        The interaction's locale, None for messages.
    last
        The language of the person's last locale, if remembered.
    server
        The language that the server is set to, None in a direct message.
    """
    text = question[:QUESTION_CHARS]
    here = locale_language(locale)
    if name_only or not is_chinese(text):
        return here or last or server or "en-US"
    known = (script_language(text), server, here, last)  # a Chinese question is never answered in English
    return next((each for each in known if each is not None and each != "en-US"), "zh-CN")


@lru_cache(maxsize=2)
def _converter(name: str) -> opencc.OpenCC:
    """Return a converter; loading one takes up to 80 ms."""
    return opencc.OpenCC(name)


class Languages:
    """Finds the language for an asker, and remembers the locale of whoever shows one.

    Parameters
    ----------
    state
        Holds last locales.
    keys
        Turns a user into the key that stands in the state; without a key nothing is remembered.
    settings
        Says which language an admin set for a server.
    """

    def __init__(self, state: StateStore, keys: UserKeys, settings: SettingsOfServers) -> None:
        self._state = state
        self._keys = keys
        self._settings = settings
        script_language("国")  # whose converters the event loop would stand still for at the first question

    async def of(self, asker: Asker, question: str = "", *, name_only: bool = False) -> Language:
        """Return the language of an answer to this asker."""
        key = self._keys.key(asker.user_id)
        last = await self._state.last_language(key) if key else None
        here = locale_language(asker.locale)
        if key and here and here != last:
            self._state.remember_language(key, here)
        server = (await self._settings.of(asker.server_id)).language or locale_language(asker.server_locale)
        return answer_language(question, name_only=name_only, locale=asker.locale, last=last, server=server)
