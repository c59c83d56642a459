"""How Chinese characters are read."""

import subprocess
import sys

import pytest

from corpus.analysis.readings import all_readings, sound_of, syllables, wade_giles


@pytest.mark.parametrize(
    ("name", "read"), [("长生", ["chang", "sheng"]), ("重阳", ["chong", "yang"]), ("望潮", ["wang", "chao"])]
)
def test_a_name_is_read_as_names_are(name: str, read: list[str]) -> None:
    """Where a character has a reading that names take, it is that one."""
    assert syllables(name) == read


def test_a_character_has_one_sound_and_all_its_readings() -> None:
    """The most usual one without tone; every one with its tone; none of what is no character."""
    assert sound_of("潮") == "chao"
    assert {"cháng", "zhǎng"} <= {*all_readings("长")}
    assert sound_of("x") == "x"
    assert all_readings("x") == []


def test_taiwan_writes_names_in_wade_giles() -> None:
    """In letters alone, without apostrophes."""
    assert wade_giles("秦") == "chin"


def test_no_dictionary_of_phrases_is_loaded() -> None:
    """It would take 45 MB of the bot and of each process of a build."""
    code = "import sys, corpus.analysis.readings as r; r.load_readings(); print('pypinyin.phrases_dict' in sys.modules)"
    told = subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "False"
