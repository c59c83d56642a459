"""What kind of answer a question asks for."""

import pytest

from corpus.analysis.answers import answer_pattern
from corpus.analysis.folding import fold
from corpus.analysis.terms import units_line


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("灯塔建于哪一年？", "建于1887年", "它很高"),
        ("燈塔是什麼時候建的", "十九世紀末", "它很高"),
        ("When was it built?", "In March it opened", "It is tall"),
        ("門票多少錢", "票价五十元", "票很贵"),
        ("How many lamps are there?", "three lamps", "lamps"),
        ("守塔人住在哪里", "住在海边的村里", "他姓何"),
        ("Where is it?", "在半岛上", "它很高"),
    ],
)
def test_an_answer_of_the_kind_asked_for(question: str, answer: str, other: str) -> None:
    """Dates for when, numbers for how many, places for where."""
    pattern = answer_pattern(fold(question).text)
    assert pattern is not None
    assert pattern.search(units_line(fold(answer).text))
    assert not pattern.search(units_line(fold(other).text))


@pytest.mark.parametrize("question", ["谁设计了灯塔", "灯塔", "Why is it tall?", "whenever", ""])
def test_no_kind_is_known(question: str) -> None:
    """Other questions ask for nothing that can be told by its looks."""
    assert answer_pattern(question) is None
