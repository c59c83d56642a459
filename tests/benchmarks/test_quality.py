"""The tables over a tiny invented set, by hand-computed figures."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import quality
from benchmarks.quality_judgements import Judgements, Name, read_judgements
from benchmarks.quality_measures import Answer, Card

ADA = Name(
    forms=("Ada Lindqvist", "Lindqvist", "林艾达"),
    kind="person",
    roles=("keeper of the lamp", "poet"),
    articles=frozenset({"mill", "tower"}),
    half="tuning half",
)


class Told:
    """A system that answers as it is told."""

    def __init__(self, answers: dict[str, Answer] | None = None, cards: dict[str, Card] | None = None) -> None:
        self.answers, self.cards = answers or {}, cards or {}

    def search(self, question: str) -> Answer:
        return self.answers.get(question, Answer(articles=(), snippets=()))

    def found(self) -> Sequence[Card]:
        return list(self.cards.values())

    def card(self, form: str) -> Card | None:
        return self.cards.get(form)

    def summary(self, article_id: str, max_chars: int) -> str:
        return "The mill ground rye." if max_chars >= 400 else ""

    def route(self, message: str) -> tuple[str, str]:
        return "search", message


ANSWERS = {
    "what did the mill grind": Answer(articles=("mill",), snippets=("The mill at Orvik ground rye.",)),
    "石桥 石灰": Answer(articles=("tower", "bridge"), snippets=("灯塔", "工匠用石灰填縫。")),
}


def row_of(rows: Sequence[quality.Row], table: str, half: str, group: str) -> quality.Row:
    (row,) = [row for row in rows if (row.table, row.half, row.group) == (table, half, group)]
    return row


def test_questions_are_averaged_by_half_and_group(folder: Path) -> None:
    """Two tuning questions, found first and second, and one kept aside that the system misses."""
    rows = list(quality.tables(read_judgements(folder, None), Told(ANSWERS), Told()))
    everything = row_of(rows, "questions", "tuning half", "all")
    assert everything.count == 2
    assert everything.footnote == {
        "R@1": 0.5,
        "R@5": 1.0,
        "MRR": 0.75,
        "answer in snippet 1": 0.5,
        "in snippets 1-3": 1.0,
    }
    assert set(everything.peer.values()) == {0.0}
    assert row_of(rows, "questions", "tuning half", "en").footnote["R@1"] == 1
    assert row_of(rows, "questions", "half kept aside", "all").footnote["R@5"] == 0


def test_crossing_a_script_is_told_from_crossing_a_language(folder: Path) -> None:
    """A Traditional question for a Simplified text crosses scripts, a Chinese one for an English text languages."""
    cases = {case.label: case.groups for case in quality.question_cases(read_judgements(folder, None), Told(), Told())}
    assert cases["燈塔"] == ("all", "zh-Hant", "crossing", "between scripts")
    assert cases["磨坊"] == ("all", "zh-Hans", "crossing", "between languages")


def test_facts_are_averaged_over_articles_in_each_length(folder: Path) -> None:
    """The fact of rank 1 is stated from 400 characters on, that of rank 3 never: 1 of 1.5."""
    rows = list(quality.tables(read_judgements(folder, None), Told(), Told()))
    assert list(row_of(rows, "facts", "tuning half", "en").footnote.values()) == pytest.approx([0, 2 / 3, 2 / 3])


def test_messages_are_averaged_by_kind_and_language(folder: Path) -> None:
    """A system that searches for everything is right about searches alone."""
    rows = list(quality.tables(read_judgements(folder, None), Told(), Told()))
    assert row_of(rows, "messages", "tuning half", "zh-Hans").footnote == {"kind": 1, "kind and argument": 1}
    assert row_of(rows, "messages", "half kept aside", "who").footnote == {"kind": 0, "kind and argument": 0}


def test_names_are_looked_up_by_every_form_and_the_card_is_read(folder: Path) -> None:
    """Of three forms one leads to the right card and one to another; the card holds half of roles and articles."""
    held = read_judgements(folder, None)
    judged = Judgements(articles=held.articles, questions=(), names=(ADA,), facts=(), messages=())
    right = Card(
        kind="person",
        forms=("Ada Lindqvist",),
        roles=("engineer",),
        quotations=("the keeper of the lamp",),
        articles=frozenset({"mill"}),
    )
    cards = {"Ada Lindqvist": right, "Lindqvist": Card(kind="person", forms=("Bo Ek",))}
    (row,) = [row for row in quality.tables(judged, Told(cards=cards), Told()) if row.half == "tuning half"]
    assert row.count == 1
    assert {key: row.footnote[key] for key in ("recall", "look-up", "wrong card", "articles on the card")} == {
        "recall": 1,
        "look-up": pytest.approx(1 / 3),
        "wrong card": pytest.approx(1 / 3),
        "articles on the card": 0.5,
    }
    assert (row.footnote["role in the roles"], row.footnote["role on the card"]) == (0, 0.5)
    assert "look-up as written" not in row.footnote


def test_misses_are_those_of_the_half_to_tune_on(folder: Path) -> None:
    """What is kept aside is never shown case by case."""
    lines = list(quality.misses(read_judgements(folder, None), Told(ANSWERS), Told()))
    assert [line for line in lines if line.startswith("questions: 石桥")] == [
        "questions: 石桥 石灰: R@1 0, MRR 0.5, answer in snippet 1 0"
    ]
    assert not [line for line in lines if "Ada Lindqvist" in line]


def test_a_table_names_both_systems_and_leaves_out_what_was_not_judged() -> None:
    """Each cell is Footnote's figure and the peer's, in percent; a dash stands where nothing was judged."""
    rows = [
        quality.Row(
            table="names", half="tuning half", group="person", count=3, footnote={"F1": 0.875, "x": 1}, peer={"F1": 0.5}
        ),
        quality.Row(
            table="names", half="tuning half", group="organisation", count=2, footnote={"F1": 0}, peer={"F1": 1}
        ),
    ]
    assert list(quality.table_lines(rows)) == [
        "names, tuning half: Footnote / jieba's tags nr and nt, %",
        "",
        "| | n | F1 | x |",
        "| --- | ---: | ---: | ---: |",
        "| person | 3 | 87.5 / 50.0 | 100.0 / - |",
        "| organisation | 2 | 0.0 / 100.0 | - / - |",
        "",
    ]


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> int:
    monkeypatch.setattr("sys.argv", ["quality", *map(str, arguments)])
    return quality.main()


def test_a_set_of_ones_own_is_measured_by_the_real_library(folder: Path, monkeypatch, capsys) -> None:
    """With --public every passage is an article, and two runs print the same."""
    printed = []
    for _ in range(2):
        assert run(monkeypatch, "--public", folder, "--json") == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    rows = {(row["table"], row["half"], row["group"]): row for row in json.loads(printed[0])}
    assert rows["questions", "tuning half", "all"]["footnote"]["R@1"] == 1
    assert rows["questions", "tuning half", "all"]["footnote"]["in snippets 1-3"] == 1
    assert rows["messages", "half kept aside", "who"]["footnote"]["kind and argument"] == 1


def test_a_set_that_cannot_be_read_ends_with_one_line(folder: Path, monkeypatch, capsys) -> None:
    """Whoever brings a faulty set is told where."""
    (folder / "questions.jsonl").write_text("{}\n", encoding="utf-8")
    assert run(monkeypatch, "--public", folder) == 1
    assert capsys.readouterr().err.startswith("quality: ")
    (folder / "passages.jsonl").unlink()
    assert run(monkeypatch, "--public", folder) == 1
    assert "passages.jsonl" in capsys.readouterr().err
