"""The pages of /privacy: within Discord's limits, and true to what is set."""

from dataclasses import replace

import pytest

from bot.messages import words_in
from bot.render.privacy import erase_layout, erased_layout, own_data_layout, privacy_layout
from bot.services.requests import LANGUAGES
from bot.settings import Settings
from tests.bot.render.checks import buttons, check_message, texts

SETTINGS = Settings(operator="the librarians")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_keeps_the_limits(language) -> None:
    """Whatever the operator set, and whoever reads."""
    words = words_in(language)
    for log_users in ("hash", "plain", "none"):
        review_private = "words" if log_users == "plain" else "counts"
        settings = replace(SETTINGS, log_users=log_users, operator="*" * 9000, review_private=review_private)
        for keeps in (True, False):
            check_message(privacy_layout(settings, words, keeps=keeps))
            check_message(erased_layout(settings, words, keeps=keeps))
    check_message(privacy_layout(replace(SETTINGS, operator=None, log_retention_days=1), words, keeps=True))
    check_message(erase_layout(SETTINGS, words))
    check_message(own_data_layout(words))


def test_the_page_says_what_reviews_show() -> None:
    """The operator's setting changes the sentence about direct messages."""
    words = words_in("en-US")
    assert words("privacy-direct") in texts(privacy_layout(SETTINGS, words, keeps=True))
    shown = texts(privacy_layout(replace(SETTINGS, review_private="words"), words, keeps=True))
    assert words("privacy-direct-words") in shown
    assert words("privacy-direct") not in shown


def test_who_opted_out_is_told_and_may_come_back() -> None:
    """The switch is the other way round, and the page says so."""
    words = words_in("en-US")
    assert words("privacy-button-out") in buttons(privacy_layout(SETTINGS, words, keeps=True))
    out = privacy_layout(SETTINGS, words, keeps=False)
    assert words("privacy-button-in") in buttons(out)
    assert words("privacy-out") in texts(out)
