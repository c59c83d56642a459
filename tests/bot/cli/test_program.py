"""Tests of the edge of the program: one line and one code for each error, and help that helps."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from bot.cli.program import COMMANDS

COLUMNS = 80  # of a terminal


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(footnote, name: str) -> None:
    """`--help` says what a command does and needs neither settings nor an index."""
    Path(".env").write_text("DISCORD_TOKN=x\n")
    run = footnote(name, "--help")
    assert run.code == 0
    assert run.answer[0].startswith(f"Usage: footnote {name}")
    assert len(run.answer) > 3


def test_the_help_lists_the_commands_with_examples(footnote, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newcomer sees every command with a whole sentence, what to try first, and what the exit codes mean."""
    monkeypatch.setenv("COLUMNS", "80")
    run = footnote("--help")
    assert run.code == 0
    assert all(f"\n  {name} " in run.out for name in COMMANDS if name != "start")
    assert "..." not in run.out.partition("Commands:")[2]
    assert "footnote play" in run.out
    assert "78 a setting" in run.out


def test_the_version_is_told(footnote) -> None:
    """`--version` prints the name and the version of the package."""
    run = footnote("--version")
    assert run.code == 0
    assert run.out.startswith("footnote 0.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["serch", "frogs"], "Did you mean search?"),
        (["erase", "ada"], "USER takes a whole number from 1 to"),
        (["search", "frogs", "--limit"], "--limit lacks its value"),
        (["articles", "--json=1"], "--json"),
        (["search"], "QUESTION"),
        (["search", "frogs", "--limit", "0"], "--limit"),
        (["search", "frogs", "--frog"], "--frog"),
        (["articles", "all"], "all"),
        (["who"], "NAME"),
    ],
)
def test_wrong_usage_is_one_line_that_points_to_the_help(footnote, arguments: list[str], words: str) -> None:
    """What was wrong is named, the help is pointed to, and nothing is answered."""
    run = footnote(*arguments)
    assert (run.code, run.answer) == (2, [])
    assert len(run.errors) == 1
    assert words in run.errors[0]
    assert "--help" in run.errors[0]


WRONG = (
    ["serch"],
    ["who"],
    ["search", "x", "--frog"],
    ["search", "x", "--limit", "0"],
    ["search", "x", "--limit"],
    ["articles", "all"],
)


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_told_in_chinese(footnote, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """What Click says in English, a Chinese terminal says in Chinese, with the help it points to."""
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    (told,) = footnote(*arguments).errors
    assert re.search(r"沒有|缺少|要是|多寫了", told)
    assert "--help" in told


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("locale", ["zh_CN.UTF-8", "zh_TW.UTF-8"])
def test_help_is_told_in_chinese(footnote, monkeypatch: pytest.MonkeyPatch, name: str, locale: str) -> None:
    """Nothing but names, examples and JSON is left of the English, and no line is wider than a terminal."""
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("COLUMNS", "80")
    run = footnote(*([name] if name else []), "--help")
    assert run.answer[0].startswith(f"用法: footnote {name}".strip())
    said = run.out.partition("JSON:")[0]
    assert not re.search(r"Usage|Options|Commands|OPTIONS|ARGS|Show|exit|[a-z]{4,} [a-z]{4,} [a-z]{4,} [a-z]{4,}", said)
    assert max(cell_len(line) for line in said.splitlines()) <= COLUMNS
    assert footnote(*([name] if name else []), "--help").out == run.out


def test_no_command_shows_the_help(footnote) -> None:
    """The bare program is a question about what there is."""
    run = footnote()
    assert run.code == 2
    assert any("search" in line for line in run.errors)


def test_a_misspelt_setting_is_named_with_the_nearest(footnote) -> None:
    """A typo in .env stops the program with the line, the name and what was probably meant."""
    Path(".env").write_text("DISCORD_TOKN=abc\nAUDIENCE=evryone\n")
    Path(".env").chmod(0o600)
    run = footnote("articles")
    assert (run.code, run.answer) == (78, [])
    told = "\n".join(run.errors)
    assert "DISCORD_TOKN" in told
    assert "DISCORD_TOKEN" in told
    assert "AUDIENCE" in told
    assert "abc" not in told


def test_an_interrupt_is_no_traceback(footnote, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with the code that shells know, and says nothing."""

    def interrupted(_words: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.articles.open_library", interrupted)
    run = footnote("articles")
    assert (run.code, run.answer) == (130, [])
    assert not "".join(run.errors)


def test_errors_are_in_the_terminals_language(footnote, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Chinese locale reads its errors in Chinese."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    run = footnote("search", "？！")
    assert run.code == 2
    assert len(run.errors) == 1
    assert any("\u4e00" <= character <= "\u9fff" for character in run.errors[0])
