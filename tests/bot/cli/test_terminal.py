"""Tests of where the program's words go, and that no text steers the terminal."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.terminal import one_line, printable, say, terminal_language

WRITE_MUCH = "from bot.cli.terminal import write\nfor _ in range(1000): write('a line of words\\n' * 100)"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en-US"),
        ({"LANG": "C.UTF-8"}, "en-US"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_SG.UTF-8"}, "zh-CN"),
        ({"LANG": "zh_TW.UTF-8"}, "zh-TW"),
        ({"LANG": "zh_HK.UTF-8"}, "zh-TW"),
        ({"LANG": "zh-Hant"}, "zh-TW"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "en-US"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh-TW"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh-CN"),
    ],
)
def test_the_language_is_the_locales(environ: dict[str, str], language: str) -> None:
    """LC_ALL wins over LC_MESSAGES over LANG, an empty one counts as unset, and what we lack is English."""
    assert terminal_language(environ) == language


@given(st.text())
def test_nothing_printable_steers_a_terminal(text: str) -> None:
    """Whatever an article holds, no control, format or surrogate character is left, line ends apart."""
    kinds = {unicodedata.category(character) for character in printable(text).replace("\n", "")}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_words_stay_as_they_are() -> None:
    """Text of any script without such characters is unchanged."""
    text = "楊立昆 (Yann LeCun)\n– « déjà vu » 😀"
    assert printable(text) == text


def test_a_hostile_title_is_one_plain_line() -> None:
    """An escape sequence loses its escape, and a bidi override its power."""
    assert one_line("a\x1b[31mred\u202eback\r\nnext\x9b2J") == "a[31mredback next2J"


def test_what_is_said_is_one_line_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """An error whose cause spans lines still reads as one."""
    say("first\nsecond")
    assert capsys.readouterr() == ("", "first second\n")


def test_a_reader_who_leaves_ends_the_program_quietly() -> None:
    """A pipe closed early is no error to report."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITE_MUCH], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == ""
    assert child.returncode == 141
