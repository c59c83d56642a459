"""The benchmark of sizes: its text grows as text does, and every system finds what it was asked for."""

import itertools
from pathlib import Path

import pytest

from benchmarks import scale
from benchmarks.made_up_text import made_up_articles, questions_of

WORDS = sorted({f"{one}{other}" for one in "山水风云灯塔潮汐钟表" for other in "石火林田船桥"})


def test_text_is_the_same_for_a_seed_and_its_words_go_on() -> None:
    """Twice as many articles hold more words that no other has; questions are made of an article's own subjects."""
    made = list(itertools.islice(made_up_articles(WORDS, 5), 40))
    assert made == list(itertools.islice(made_up_articles(WORDS, 5), 40))
    assert made[0] != next(made_up_articles(WORDS, 6))
    subjects = [{subject for one in made[:n] for subject in one.subjects} for n in (10, 20, 40)]
    assert len(subjects[0]) < len(subjects[1]) < len(subjects[2])
    assert all(len(word) > 1 for word in subjects[2])
    assert all(any(subject in question for subject in subjects[2]) for question in questions_of(made, 9, 1))


@pytest.mark.parametrize("name", scale.SYSTEMS)
def test_every_system_finds_what_it_was_asked_for(tmp_path: Path, name: str) -> None:
    """A system that is built and opened finds something for each question and has a figure for every line."""
    assert scale.make(tmp_path, 12, 3)["passages"] >= 12
    built = scale.measure_build(name, tmp_path)
    searched = scale.measure_search(name, tmp_path)
    assert {*built, *searched} == {*scale.FIGURES}
    search, engine, _ = scale.SYSTEMS[name][1](tmp_path)
    questions = scale.json.loads((tmp_path / "questions.json").read_text())
    assert all(len(search(question)) and len(engine(question)) for question in questions)


def test_ratios_are_to_the_first_system() -> None:
    """A line holds the medians, each peer's with its multiple of footnote's."""
    runs = {
        "footnote": [dict.fromkeys(scale.FIGURES, 2.0)],
        "peer": [dict.fromkeys(scale.FIGURES, n) for n in (3.0, 5.0)],
    }
    table = list(scale.rows(12_345, runs))
    assert table[0] == "| 12,345 passages | footnote | peer |"
    assert table[2] == "| passages built a second of processor time | 2 | 4 (2) |"
