"""Tests of search, who, summary, articles and reindex in the terminal, over a real index."""

import json
import re
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

ARTICLES = Path("data", "articles")
INDEX = Path("data", "index")
indexed = pytest.mark.usefixtures("indexed")


def test_a_first_search_builds_the_index_and_says_so(footnote) -> None:
    """Nothing has to be prepared: the answer is on standard output, the remark on standard error, once."""
    first = footnote("search", "who counts frogs")
    again = footnote("search", "who", "counts", "frogs")
    assert (first.code, again.code) == (0, 0)
    assert first.answer == again.answer
    assert "The frog pond" in first.answer[0]
    assert "counts frogs" in first.out
    assert (len(first.errors), again.errors) == (1, [])


@indexed
def test_a_search_in_the_other_script_finds(footnote) -> None:
    """The terminal asks as Discord does: 磨坊主 in Traditional finds the Simplified article."""
    run = footnote("search", "誰在河邊修了水磨")
    assert run.code == 0
    assert "磨坊的历史" in run.answer[0]


@indexed
def test_a_search_as_json(footnote) -> None:
    """The library's value is printed whole, each article as id, title and origin."""
    value = json.loads(footnote("search", "frogs", "--json").out)
    assert value["question"] == "frogs"
    assert value["hits"][0]["article"] == {"id": "pond", "title": "The frog pond", "origin": "pond.md"}
    (start, end) = value["hits"][0]["snippets"][0]["highlights"][0]
    assert value["hits"][0]["snippets"][0]["text"][start:end] == "frogs"


@indexed
def test_filters_restrict(footnote) -> None:
    """The options are those of Discord: a date as people write it."""
    assert footnote("search", "frogs", "--after", "2024年5月").code == 0
    assert footnote("search", "frogs", "--after", "2025").code == 1
    unused = footnote("search", "frogs", "--after", "soon", "--language", "klingon", "--source", "…")
    assert unused.code == 0
    assert unused.errors == ["Could not be used: source:…, language:klingon, after:soon"]
    assert footnote("summary", "frogs after:2023-02-30").errors == ["Could not be used: after:2023-02-30"]


@indexed
def test_a_search_leaves_out_what_a_hyphen_stands_before(footnote) -> None:
    """One hyphen excludes, with or without quotation marks around the question; two are an option, or wrong usage."""
    assert footnote("search", "frogs", "-zebras").code == 0
    assert footnote("search", "frogs", "-frogs").code == 1
    listed = footnote("search", "-frogs", "--language", "english")
    assert (listed.code, "The frog pond" in listed.out) == (1, False)
    wrong = footnote("search", "frogs", "--limits", "3")
    assert wrong.code == 2
    assert "--limits" in "".join(wrong.errors)


@indexed
def test_an_empty_search_says_why(footnote) -> None:
    """What was restricted, what left everything out and which words stand nowhere is said on standard error."""
    run = footnote("search", 'frogs zebras "counts frogs" source:Nowhere')
    assert (run.code, run.answer) == (1, [])
    said = "\n".join(run.errors)
    assert "Only source Nowhere" in said
    assert "In no article: zebras" in said
    assert "In the articles: " in said
    assert "Without source Nowhere: one article" in said
    found = footnote("search", "Who counts frogs after:2023-02-30 (OR")
    assert found.code == 0


@indexed
def test_a_search_without_an_answer_says_so(footnote) -> None:
    """The closest passages follow the sentence."""
    run = footnote("search", "How many zebras grazed near quiet Norwegian castles beside frogs?")
    assert run.code == 0
    assert any("do not say" in line for line in run.errors)
    assert "The frog pond" in run.out


@indexed
def test_an_asterisk_lists_the_articles(footnote) -> None:
    """It asks for all of them, as in Discord."""
    run = footnote("search", "*")
    assert (run.code, run.errors) == (0, [])
    assert "The frog pond" in run.out


@pytest.mark.parametrize("question", ["", "  ", "😀😀", "？", "- + | (", '""', "OR", '-"" +"" source:""'])
def test_a_question_without_words_is_refused(footnote, question: str) -> None:
    """There is nothing to search for: said in one line, with the code of wrong usage."""
    run = footnote("search", question)
    assert (run.code, run.answer, len(run.errors)) == (2, [], 1)


@indexed
@pytest.mark.parametrize("command", ["search", "who", "summary"])
def test_nothing_found_has_a_code_of_its_own(footnote, command: str) -> None:
    """A script can tell an empty answer from an error, in JSON too."""
    assert footnote(command, "zzyzx").code == 1
    assert json.loads(footnote(command, "zzyzx", "--json").out)


@indexed
@pytest.mark.parametrize("command", ["search", "who", "summary"])
def test_a_huge_question_is_answered(footnote, command: str) -> None:
    """6,000 characters end in an answer or in none, not in an error."""
    run = footnote(command, "frogs水磨" * 1000, "--json")
    assert run.code in (0, 1)
    assert json.loads(run.out)


@indexed
def test_who_prints_a_card(footnote) -> None:
    """Somebody whom an article names has a card that quotes it."""
    run = footnote("who", "陈大川是谁")
    assert run.code == 0
    assert "陈大川" in run.answer[0]
    value = json.loads(footnote("who", "陳大川", "--json").out)
    assert value["answer"] == "profile"
    assert "陈大川" in (value["name"], *value["aliases"])


@indexed
def test_who_shows_the_articles_that_may_say_it(footnote) -> None:
    """Whom no card knows the articles may yet tell of: what stands in them, or a question; as in Discord."""
    for asked in ("frog pond", "which pond has frogs"):
        run = footnote("who", asked)
        assert run.code == 0
        assert "The frog pond" in run.out
        value = json.loads(footnote("who", asked, "--json").out)
        assert (value["answer"], value["hits"][0]["article"]["id"]) == ("search", "pond")


@indexed
def test_who_answers_each_of_several(footnote) -> None:
    """Two names in one question have an answer each, on the terminal and as JSON."""
    run = footnote("who", "陈大川和白尾鹞是谁")
    assert run.code == 0
    assert "陈大川" in run.answer[0]
    value = json.loads(footnote("who", "陈大川和白尾鹞", "--json").out)
    assert (value["answer"], [each["answer"] for each in value["answers"]]) == ("several", ["profile", "no_match"])


@indexed
def test_a_search_for_somebody_begins_with_a_short_card(footnote) -> None:
    """The name stands above the hits, with no more than one quotation."""
    run = footnote("search", "陈大川是谁")
    first = next(number for number, line in enumerate(run.answer) if line.startswith(" 1 "))
    card = run.answer[:first]
    assert "陈大川" in card[0]
    assert sum("“" in line for line in card) <= 1


@indexed
def test_a_summary_by_id_title_or_topic(footnote) -> None:
    """An id and a title are that article; other words are a topic."""
    by_id = footnote("summary", "pond", "--json").out
    assert json.loads(by_id)["subject"] == "The frog pond"
    assert footnote("summary", "the FROG pond", "--json").out == by_id
    topic = json.loads(footnote("summary", "水磨 磨面", "--json").out)
    assert topic["sentences"]
    assert topic["subject"] == "水磨 磨面"


@indexed
def test_articles_are_listed(footnote) -> None:
    """For another program: a line an article, five cells; the same as JSON."""
    rows = [line.split("\t") for line in footnote("articles").answer]
    assert ["pond", "The frog pond", "2024-05", "en", "pond.md"] in rows
    entries = json.loads(footnote("articles", "--json").out)
    assert [[entry["id"], entry["title"]] for entry in entries] == [row[:2] for row in rows]
    assert set(entries[0]) == {"id", "title", "origin", "published", "language"}


def test_a_reindex_reports_what_changed(footnote) -> None:
    """Added, changed, removed and refused files are named."""
    assert footnote("reindex").code == 0
    (ARTICLES / "pond.md").write_text("---\nid: pond\ntitle: The toad pond\n---\nToads sit there now.\n")
    (ARTICLES / "mill.txt").unlink()
    (ARTICLES / "hill.txt").write_text("The hill\n\nGoats climb it.\n")
    (ARTICLES / "photo.txt").write_bytes(bytes(range(256)) * 4)
    run = footnote("reindex")
    assert run.code == 0
    for indented in ("  The hill", "  The toad pond", "  磨坊的历史", "  photo.txt: not text"):
        assert indented in run.answer
    assert footnote("search", "goats").code == 0


def test_a_reindex_as_json(footnote) -> None:
    """The report is a value like any other."""
    (ARTICLES / "photo.txt").write_bytes(bytes(range(256)) * 4)
    value = json.loads(footnote("reindex", "--json").out)
    assert {ref["id"] for ref in value["report"]["added"]} >= {"pond"}
    assert [refused["origin"] for refused in value["rejected"]] == ["photo.txt"]
    assert value["sample"] is False


def test_an_empty_folder_means_the_sample(footnote) -> None:
    """While there are no articles of one's own, the sample answers, and the report says so."""
    for path in ARTICLES.iterdir():
        path.unlink()
    assert json.loads(footnote("reindex", "--json").out)["sample"] is True
    assert len(footnote("articles").answer) >= 8


def test_a_build_under_way_is_waited_for_by_the_user(footnote) -> None:
    """Two builds at once are refused: try later."""
    assert footnote("reindex").code == 0
    with FileLock(INDEX / "build.lock"):
        run = footnote("reindex")
        lines = footnote("reindex", "--json-lines")
    assert (run.code, run.answer, len(run.errors)) == (75, [], 1)
    assert lines.code == 75
    assert json.loads(lines.answer[-1])["error"]["type"] == "BuildInProgress"


def test_a_damaged_index_is_said_and_a_reindex_mends_it(footnote) -> None:
    """Where no earlier build is left, one line tells the command that helps, and it does help."""
    assert footnote("reindex").code == 0
    build = INDEX / (INDEX / "current").read_text().strip()
    for path in build.iterdir():
        path.write_bytes(b"not what was written")
    run = footnote("search", "frogs")
    assert (run.code, run.answer, len(run.errors)) == (74, [], 1)
    assert "footnote reindex" in run.errors[0]
    assert footnote("reindex").code == 0
    assert footnote("search", "frogs").code == 0


def test_the_previous_build_answers_for_a_damaged_one(footnote) -> None:
    """Somebody who asks gets an answer, and the remark that the index is damaged."""
    assert footnote("reindex").code == 0
    (ARTICLES / "hill.txt").write_text("The hill\n\nGoats climb it.\n")
    assert footnote("reindex").code == 0
    build = INDEX / (INDEX / "current").read_text().strip()
    for path in build.iterdir():
        path.write_bytes(b"not what was written")
    run = footnote("search", "frogs")
    assert (run.code, len(run.errors)) == (0, 1)
    assert "is damaged (manifest.json is not as it was written)" in run.errors[0]
    assert "The frog pond" in run.answer[0]


@pytest.mark.parametrize(
    ("locale", "newer", "damaged"), [("C", "a newer Footnote", "damage"), ("zh_CN", "较新版本的 Footnote", "损坏")]
)
def test_an_index_of_a_newer_version_is_not_called_damaged(
    footnote, monkeypatch: pytest.MonkeyPatch, locale: str, newer: str, damaged: str
) -> None:
    """Beside one that answers, and alone, it is named as what it is, with what helps; a reindex does, too."""
    monkeypatch.setenv("LC_ALL", locale)
    for before in (0, 1):
        shutil.rmtree(INDEX, ignore_errors=True)
        for _ in range(before + 1):
            footnote("reindex")
        manifest = INDEX / (INDEX / "current").read_text().strip() / "manifest.json"
        manifest.write_text(re.sub(r'"format": \d+', '"format": 99', manifest.read_text()))
        runs = [footnote("search", "frogs"), footnote("doctor", "--offline")]
        assert [run.code for run in runs] == [0 if before else 78, 78]
        for told in (runs[0].errors[0], next(line for line in runs[1].answer if newer in line)):
            assert newer in told
            assert "99" in told
            assert "footnote reindex" in told
            assert damaged not in told
    footnote("reindex")
    assert footnote("search", "frogs").errors == []


def test_a_folder_of_articles_that_is_gone_is_said_in_one_line(footnote, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once articles of one's own were indexed, a folder that is missing is an error, and is told once."""
    monkeypatch.setenv("ARTICLES_DIR", str(ARTICLES))
    assert footnote("reindex").code == 0
    ARTICLES.rename(ARTICLES.with_name("elsewhere"))
    run = footnote("reindex")
    assert (run.code, run.answer, len(run.errors)) == (78, [], 1)
    assert str(ARTICLES) in run.errors[0]


def test_an_index_that_cannot_be_written_is_said(footnote) -> None:
    """A file where the index folder belongs is named, and nothing is half-written."""
    INDEX.write_text("in the way")
    run = footnote("reindex")
    assert (run.code, run.answer, len(run.errors)) == (73, [], 1)
    assert str(INDEX) in run.errors[0]
    assert footnote("search", "frogs").code == 73
    assert INDEX.read_text() == "in the way"


@indexed
def test_bytes_that_are_no_text_are_no_crash(footnote) -> None:
    """A terminal of another encoding types such: they are a question like any other."""
    for command in ("search", "who", "summary"):
        assert footnote(command, "frogs\udcff").code in (0, 1)
    assert footnote("search", "frogs", "--author", "Mira\udcff").code == 1


def test_a_hostile_title_steers_no_terminal(footnote) -> None:
    """Escape sequences and bidi overrides of an article reach neither output."""
    (ARTICLES / "evil.txt").write_text("Goats\x1b]0;owned\x07 \u202egnp\n\nGoats climb\x1b[2J hills.\n")
    for arguments in (["articles"], ["search", "goats"], ["search", "goats", "--json"], ["reindex"]):
        run = footnote(*arguments)
        assert not {"\x1b", "\x07", "\u202e"} & set(run.out + "".join(run.errors))
