"""The benchmark of sizes: its text grows as text does, and every system finds what it was asked for."""

import itertools
import json
from pathlib import Path

import pytest

from benchmarks import scale
from benchmarks.made_up_text import made_up_articles, questions_of
from benchmarks.scale_chart import PANELS, picture

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
    questions = json.loads((tmp_path / "questions.json").read_text())
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


def test_results_are_kept_and_drawn(tmp_path: Path) -> None:
    """A run's figures stand beside those of other sizes and systems before it, and each is a point of a line."""
    results = tmp_path / "results.json"
    for size, names, figure in ((200, ["footnote", "FTS5"], 4.0), (20, ["footnote"], 2.0), (200, ["footnote"], 8.0)):
        measured = {name: [dict.fromkeys(scale.FIGURES, figure)] for name in names}
        scale.keep(results, size, {"passages": size + 1, "at": "2026-11-22T19:00+00:00", "measured": measured})
    kept = json.loads(results.read_text())
    assert [*kept] == ["20", "200"]
    assert {name: runs[0]["p50_ms"] for name, runs in kept["200"]["measured"].items()} == {"footnote": 8.0, "FTS5": 4.0}
    panels = picture(kept).axes
    assert len(panels) == len(PANELS)
    lines = {line.get_label(): [*zip(*line.get_data(), strict=True)] for line in panels[0].get_lines()}
    assert lines["footnote"] == [(21, 2.0), (201, 8.0)]
    assert lines["FTS5"] == [(201, 4.0)]
