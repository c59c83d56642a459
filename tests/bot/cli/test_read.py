"""Tests of `footnote read`: what comes out of a folder, and what is cut."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

import corpus
from bot.services.requests import LANGUAGES
from corpus.reading.cleaning import LINE_RULES, TEXT_RULES

PAGE = """首页 | 登录 | 注册

潮水与灯塔

2024-05-06 12:30 318阅读

守塔人每天傍晚点亮灯塔，渔船看见灯光就知道港口在哪里。冬天风大的时候，他(tā)会在塔上守一整夜。

第二天早上，孩子们来给他送热汤，也听他讲从前那些船的故事。

版权归原作者所有，未经允许不得转载。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a scraped page and a file that cannot be read."""
    path = tmp_path / "scraped"
    path.mkdir()
    (path / "page.txt").write_text(PAGE, encoding="utf-8")
    (path / "song.mp3").write_bytes(b"ID3")
    return path


def test_articles_cuts_and_refusals_are_told(footnote, folder: Path) -> None:
    """For each file its articles and what was cut, then what is refused, and the total; no index is made."""
    run = footnote("read", str(folder))
    assert run.code == 0
    assert run.answer == [
        "page.txt",
        "  潮水与灯塔",
        "  page.txt · 2024-05-06 · zh-Hans · 76 characters",
        "  - pinyin behind characters: 1",
        "  - lines of the site around the article: 2",
        "  - credits: author, source, date, counts: 1",
        "Files not read: 1",
        "  song.mp3: this kind of file is not supported",
        "One article",
    ]
    assert not Path("data", "index").exists()


def test_diff_shows_what_was_cut(footnote, folder: Path) -> None:
    """The wording of every cut stands below its rule."""
    run = footnote("read", str(folder), "--diff")
    assert [line.strip() for line in run.answer if line.startswith("      ")] == [
        "(tā)",
        "首页 | 登录 | 注册",
        "版权归原作者所有，未经允许不得转载。",
        "2024-05-06 12:30 318阅读",
    ]


def test_the_same_as_json(footnote, folder: Path) -> None:
    """Counts by rule, or each cut with its text."""
    value = json.loads(footnote("read", str(folder), "--json").out)
    (article,) = value["articles"]
    assert (article["title"], article["published"], article["chars"]) == ("潮水与灯塔", "2024-05-06", 76)
    assert article["cuts"] == {"pinyin_gloss": 1, "outside": 2, "credits": 1}
    assert value["rejected"] == [{"origin": "song.mp3", "reason": "unsupported", "detail": ".mp3"}]
    (article,) = json.loads(footnote("read", str(folder), "--json", "--diff").out)["articles"]
    assert article["cuts"][0] == {"rule": "pinyin_gloss", "text": "(tā)"}


def test_the_terminal_s_language_is_spoken(footnote, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is one of the words that people read."""
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    assert "  - 漢字後的拼音: 1" in footnote("read", str(folder)).answer


def test_a_missing_folder_and_an_empty_one_have_codes(footnote, tmp_path: Path) -> None:
    """A folder that is not there is a fault; one without articles is nothing found, and is said to be."""
    missing = footnote("read", str(tmp_path / "nowhere"))
    assert (missing.code, len(missing.errors)) == (78, 1)
    (tmp_path / "empty").mkdir()
    empty = footnote("read", str(tmp_path / "empty"))
    assert (empty.code, empty.errors) == (1, [f"No article came out of {tmp_path / 'empty'}."])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_words(language) -> None:
    """A report never shows a code, nor fails over a rule that it does not know."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(corpus.__file__).parent.rglob("*.py"))
    named = {name for name, _ in (*TEXT_RULES, *LINE_RULES)} | {*re.findall(r'(?:rule=|_cut\()"(\w+)"', code)}
    catalogue = files("bot.messages").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    assert {*re.findall(r"^rule-([a-z-]+) =", catalogue, re.MULTILINE)} == {name.replace("_", "-") for name in named}
