"""Which language a text is in."""

import pytest

from corpus.reading.language import detect_language


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_the_three_languages_are_told_apart(sentences: dict[str, str], language: str) -> None:
    """By characters that only one script has, and by English function words."""
    assert detect_language(sentences[language]) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("上海人口", "zh-Hans"),
        ("我們用 Transformer、PyTorch 和 CUDA 寫了一個小程式", "zh-Hant"),
        ("皇后住在山里，我們還沒見過。", "zh-Hant"),
        ("港の新聞は日曜日に出ます。", "ja"),
        ("항구의 신문은 일요일에 나옵니다.", "ko"),
        ("Le journal du port paraissait chaque dimanche matin.", "und"),
        ("Газета выходит по воскресеньям.", "und"),
        ("The boats of the town are listed in 海边日报 and in the log of the harbour.", "en"),
        ("Tide tables", "en"),
        ("Harbour news, Sunday edition", "en"),
        ("Boats leave port early.", "en"),
        ("Fish prices rose, nets tore, engines failed, yet every boat came home.", "en"),
        ("Fischer und Boote", "und"),
        ("La barca del puerto", "und"),
        ("Große Fähren", "und"),
        ("Kapal nelayan itu berangkat dari pelabuhan setiap pagi untuk mencari ikan di laut lepas.", "und"),
        ("De boten van de haven vertrekken elke ochtend om zes uur en komen niet voor de avond terug.", "und"),
        ("1234 !?", "und"),
        ("", "und"),
    ],
)
def test_short_and_mixed_texts(text: str, language: str) -> None:
    """Neutral Han is Simplified, English names do not make a Chinese text English, other languages are not guessed."""
    assert detect_language(text) == language
