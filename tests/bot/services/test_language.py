"""The language rule as a table of cases, and the service around it."""

import pytest

from bot.services.language import Languages, answer_language, is_chinese, script_language
from bot.services.server_settings import SettingsOfServers
from tests.bot.fakes import FakeKeys, FakeState, asker

CASES = [
    # question, name_only, locale, last, server -> language
    ("谁发明了电话", False, "en-US", None, None, "zh-CN"),
    ("誰發明了電話", False, "en-US", None, None, "zh-TW"),
    ("誰發明了電話", False, "zh-CN", "zh-CN", "zh-CN", "zh-TW"),
    ("天文台在哪", False, "en-US", None, None, "zh-CN"),
    ("天文台在哪", False, "zh-TW", None, None, "zh-TW"),
    ("天文台在哪", False, None, "zh-TW", None, "zh-TW"),
    ("天文台在哪", False, "zh-CN", "zh-CN", "zh-TW", "zh-TW"),
    ("天文台在哪", False, "en-US", "en-US", "en-US", "zh-CN"),
    ("who invented the telephone", False, "zh-TW", None, None, "zh-TW"),
    ("who invented the telephone", False, None, "zh-CN", None, "zh-CN"),
    ("who invented the telephone", False, None, None, "zh-TW", "zh-TW"),
    ("who invented the telephone", False, None, None, None, "en-US"),
    ("who invented the telephone", False, "fr", "zh-CN", "zh-CN", "en-US"),
    ("Who is 詹天佑?", False, "en-US", None, None, "en-US"),
    ("Turing 是谁", False, "en-US", None, None, "zh-CN"),
    ("要用多少张A4纸", False, "en-US", None, None, "zh-CN"),
    ("甲乙公司A轮融资额", False, "en-US", None, None, "zh-CN"),
    ("电话はだれが発明した", False, "ja", None, None, "en-US"),
    ("詹天佑", True, "en-US", "zh-CN", "zh-CN", "en-US"),
    ("詹天佑", True, None, None, None, "en-US"),
    ("陳儀", True, "zh-CN", None, None, "zh-CN"),
    ("", False, "zh-TW", "zh-CN", None, "zh-TW"),
    ("", False, None, None, None, "en-US"),
]


@pytest.mark.parametrize(("question", "name_only", "locale", "last", "server", "expected"), CASES)
def test_language_of_an_answer(question, name_only, locale, last, server, expected) -> None:
    """A Chinese question is answered in its script, everything else by who asks where."""
    assert answer_language(question, name_only=name_only, locale=locale, last=last, server=server) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("发现", "zh-CN"), ("發現", "zh-TW"), ("山水", None), ("皇后發現", "zh-TW"), ("", None), ("abc", None)],
)
def test_script_of_a_text(text, expected) -> None:
    """Characters that one script alone writes decide, and neutral ones do not."""
    assert script_language(text) == expected


@pytest.mark.parametrize(("text", "chinese"), [("\uf9e4", True), ("ꦮꦺꦴꦁ", False), ("\uf8ff", False), ("\ud83d", False)])
def test_no_other_character_is_han(text: str, *, chinese: bool) -> None:
    """Compatibility ideographs are Han; Javanese, private characters and half of a surrogate pair are not."""
    assert is_chinese(text) is chinese


def test_korean_with_a_han_gloss_is_not_chinese() -> None:
    """Other scripts that hold Han are not taken for Chinese."""
    assert not is_chinese("한국(韓國)의 수도는 어디")


async def test_a_locale_is_remembered_for_messages_that_bring_none() -> None:
    """Somebody who once used a command in Chinese is answered in Chinese when an English word comes by message."""
    state = FakeState()
    languages = Languages(state, FakeKeys(), SettingsOfServers(state))
    assert await languages.of(asker(locale="zh-TW"), "battery") == "zh-TW"
    assert await languages.of(asker(locale=None), "battery") == "zh-TW"


async def test_the_servers_language_comes_before_the_default() -> None:
    """A message without a locale by somebody new takes the language that the server is set to."""
    for server, language in (("zh-TW", "zh-TW"), ("ja", "en-US"), (None, "en-US")):
        new = asker(locale=None, server_locale=server)
        assert await Languages(FakeState(), FakeKeys(), SettingsOfServers(FakeState())).of(new, "battery") == language


async def test_nobody_is_remembered_without_a_key() -> None:
    """Where the operator keeps no user keys, nothing about a person enters the state."""
    state = FakeState()
    await Languages(state, FakeKeys(keep=False), SettingsOfServers(state)).of(asker(locale="zh-TW"), "battery")
    assert state.languages == {}
