"""What is asked by those who mean no good, and that each way in is measured with it."""

from pathlib import Path

import corpus
from benchmarks.hostile import LENGTH, ask, texts
from tests.benchmarks.test_quality_systems import article

TEXT = "守塔人在海边点灯，灯塔下的石阶通到码头。手艺人补网。"


def test_texts_are_long_and_the_same_in_every_run() -> None:
    """Every text but those of operators, of which few count, is longer than what counts of a question."""
    characters = "".join(map(chr, range(0x4E00, 0x4E00 + LENGTH)))
    made = texts("灯塔" * LENGTH, characters)
    assert made == texts("灯塔" * LENGTH, characters)
    assert len({*made.values()}) == len(made)
    assert all(len(text) >= 200 or {*text} & {*'+-"*:'} for text in made.values())


def test_every_way_in_answers(tmp_path: Path) -> None:
    """Each is asked twice, and none fails."""
    corpus.build_index([article("tower", TEXT, "zh-Hans")], tmp_path)
    for text in ('"灯塔" -海边 ((', "\ud800\x00" * LENGTH):
        took = ask(tmp_path, text)
        assert {"search", "who", "digest", "complete titles", "complete names"} < took.keys()
        assert all(first >= 0 and again >= 0 for first, again in took.values())
