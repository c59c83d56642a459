"""The slips that are made in questions, and what is counted of them."""

import random
from pathlib import Path

import pytest

import corpus
from benchmarks.quality_judgements import read_judgements
from benchmarks.slips import Asked, ask, kinds, slipped, table_lines
from tests.benchmarks.test_quality_systems import article

TEXT = "守塔人在海边点灯，灯塔下的石阶通到码头；手艺人补网。The keeper of Orvik Light paints boats."


@pytest.mark.parametrize(
    ("name", "asked", "made"),
    [
        ("another of the same sound", "手", {"守"}),
        ("one that looks alike", "人", {"入", "八"}),
        ("left out", "灯塔", {"灯", "塔"}),
        ("twice", "灯塔", {"灯灯塔", "灯塔塔"}),
        ("swapped with the next", "灯塔 下", {"塔灯 下"}),
        ("two letters swapped", "灯 tide", {"灯 itde", "灯 tdie", "灯 tied"}),
        ("a letter left out", "a tide", {"a ide", "a tde", "a tie", "a tid"}),
        ("any of these in a name", "who is who", {"who is who"}),
    ],
)
def test_one_character_is_wrong(name: str, asked: str, made: set[str]) -> None:
    """A slip stays within a run of Chinese or a Latin word of four letters; where none can happen nothing does."""
    (kind,) = [kind for kind in kinds([article("tower", TEXT, "zh-Hans")]) if kind.name == name]
    made_of = (random.Random(seed) for seed in range(50))  # noqa: S311  the same slips in every run
    assert {slipped(kind, asked, chance) for chance in made_of} == made


def test_every_kind_is_asked_the_same_for_a_seed(folder: Path, tmp_path: Path) -> None:
    """Each question is asked as it is and with a slip of each kind that can happen to it."""
    judged = read_judgements(folder, None)
    corpus.build_index(judged.articles, tmp_path / "index")
    with corpus.Library.open(tmp_path / "index") as library:
        first, again, other = (list(ask(library, judged, 1, 1, seed)) for seed in (7, 7, 8))
    assert first == again != other
    assert {one.text for one in first} == {question.text for question in judged.questions}
    assert all(one.slipped != one.text for one in first)
    assert {one.kind for one in first if one.text.isascii()} == {
        "a letter beside it",
        "a letter left out",
        "a letter twice",
        "two letters swapped",
    }


def test_what_slips_cost() -> None:
    """The cost is the difference between the shares of right answers, of the slips of a kind in a half."""
    rows = [(True, True), (True, False), (False, False), (False, True), (True, False)]
    asked = [Asked("twice", "tuning half", "a", "aa", *row) for row in rows]
    assert [*table_lines(asked)][-2:] == ["| twice | 5 | 60.0 | 40.0 | 20.0 |", ""]
