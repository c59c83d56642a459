"""Judgements are read as documented, and a line that is not is named."""

from pathlib import Path

import pytest

from benchmarks.quality_judgements import JudgementsInvalid, read_judgements

ROOT = Path(__file__).parent.parent.parent


def test_the_judgements_over_the_sample_are_read_whole() -> None:
    """Every file of the project's own judgements comes in, its ids those of the sample's articles."""
    judged = read_judgements(ROOT / "benchmarks" / "judgements", ROOT / "seeds")
    counts = (len(judged.articles), len(judged.names), len(judged.facts), len(judged.messages))
    assert counts == (24, 234, 24, 100)
    asked = (ROOT / "benchmarks" / "judgements" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(judged.questions) == len(asked) >= 300
    ids = {article.id for article in judged.articles}
    assert {passage for question in judged.questions for passage in question.passages} == ids
    assert {facts.article for facts in judged.facts} == ids


def test_passages_are_articles_of_their_own_in_their_script(folder: Path) -> None:
    """A set brings its passages along, and a passage that names no language shows it by its characters."""
    articles = read_judgements(folder, None).articles
    assert [(article.id, article.language) for article in articles] == [
        ("mill", "en"),
        ("tower", "zh-Hans"),
        ("bridge", "zh-Hant"),
    ]


def test_a_question_counts_in_the_groups_it_names(folder: Path) -> None:
    """What a question leaves out puts it into no group, and its half is the one it says."""
    questions = read_judgements(folder, None).questions
    assert [question.groups for question in questions[:3]] == [("all", "en", "full"), ("all",), ("all",)]
    assert questions[3].groups == ("all", "zh-Hant", "crossing")
    assert [question.half for question in questions[:3]] == ["tuning half", "tuning half", "half kept aside"]


def test_the_facts_of_an_article_are_joined(folder: Path) -> None:
    """The lines of one article come to one list of ranks."""
    (facts,) = read_judgements(folder, None).facts
    assert [rank for rank, _ in facts.ranked] == [1, 3]


def test_what_a_set_lacks_is_empty(folder: Path) -> None:
    """Questions alone are a set."""
    assert read_judgements(folder, None).names == ()


@pytest.mark.parametrize(
    "line", ['{"id": "q1", "text": "no passages"}', "not JSON", "[1]", '{"text": 1, "passages": 2}']
)
def test_a_line_that_is_not_as_documented_is_named(folder: Path, line: str) -> None:
    """Whoever brings a set learns which line to mend."""
    with (folder / "questions.jsonl").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    with pytest.raises(JudgementsInvalid, match=r"questions\.jsonl, line 7: "):
        read_judgements(folder, None)


def test_a_set_that_says_nothing_of_halves_is_undivided(folder: Path) -> None:
    """A public set counts as a whole."""
    (folder / "questions.jsonl").write_text('{"id": "q", "text": "?", "passages": ["mill"], "answers": []}\n', "utf-8")
    (question,) = read_judgements(folder, None).questions
    assert question.half == "undivided set"


def test_a_set_names_only_articles_that_it_has(folder: Path) -> None:
    """A misspelt id would only look like a bad figure."""
    with (folder / "questions.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "q9", "text": "?", "passages": ["mil"], "answers": []}\n')
    with pytest.raises(JudgementsInvalid, match="no article 'mil'"):
        read_judgements(folder, None)
