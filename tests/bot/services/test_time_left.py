"""What is said of the time that a reindex still takes."""

import random
from itertools import pairwise

from bot.services.time_left import TimeLeft
from corpus import Progress


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def told(seconds_each: list[float], total: int, *, stage: str = "analysing") -> list[int | None]:
    """Return what is told after each article."""
    clock = Clock()
    left = TimeLeft(clock)
    said = [left.after(Progress(stage=stage, done=0, total=total))]
    for done, took_s in enumerate(seconds_each, 1):
        clock.now_s += took_s
        said.append(left.after(Progress(stage=stage, done=done, total=total)))
    return said


def test_nothing_is_said_in_the_first_seconds_or_of_too_little() -> None:
    """Before two seconds, and twelve articles or a fiftieth of the work, there is no estimate, nor without a total."""
    said = told([0.1] * 100, 1_000)
    assert said[:20] == [None] * 20
    assert said[22] is not None
    assert told([10.0] * 11, 1_000) == [None] * 12
    assert told([10.0] * 12, 1_000)[-1] is not None
    assert told([10.0], 40)[-1] is not None
    clock = Clock()
    left = TimeLeft(clock)
    for done in range(50):
        clock.now_s += 1
        assert left.after(Progress(stage="reading", done=done, total=None)) is None


def test_an_even_pace_is_told_as_it_is() -> None:
    """A second for each article: what is left is rounded up, to tens of seconds or to minutes, and goes down."""
    said = told([1.0] * 300, 300)
    assert said[60] == 240
    assert said[150] == 180
    assert (said[275], said[299]) == (30, 10)
    shown = [left_s for left_s in said if left_s is not None]
    assert shown == sorted(shown, reverse=True)


def test_what_passes_at_once_promises_nothing_for_long() -> None:
    """Half of the articles have not changed and pass at once; within half a minute the rest is told about right."""
    said = told([0.0] * 1_000 + [1.0] * 1_000, 2_000)
    assert said[1_040] is not None
    assert 900 <= said[1_040] <= 1_500


def test_an_uneven_pace_does_not_flicker() -> None:
    """Articles of very different lengths change what is shown seldom, and hardly ever to more."""
    chooser = random.Random(3)  # noqa: S311  the same each time
    said = told([chooser.expovariate(1.0) for _ in range(600)], 600)
    changes = [(a, b) for a, b in pairwise(said) if a is not None and b is not None and a != b]
    assert len(changes) < 40
    assert sum(b > a for a, b in changes) <= 2


def test_each_stage_begins_anew() -> None:
    """What one stage took says nothing of the next."""
    clock = Clock()
    left = TimeLeft(clock)
    for done in range(20):
        clock.now_s += 1
        last = left.after(Progress(stage="analysing", done=done, total=40))
    assert last is not None
    assert left.after(Progress(stage="writing", done=0, total=1)) is None
