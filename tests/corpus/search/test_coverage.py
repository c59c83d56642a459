"""How much of a question a passage holds, by hand, and what counts as a match."""

from array import array

import pytest

from corpus.analysis.terms import mostly_cjk
from corpus.index.analysed import AnalysedPassage
from corpus.index.store import StoredPassage
from corpus.search.counts import Lines, Text
from corpus.search.coverage import TRANSLATED, Coverage, matching


def passage(units: str, title: str = "") -> StoredPassage:
    body = AnalysedPassage(start=0, end=9, sentences=array("I", [0, 9, 1, 1, 1]), words=units, units=units)
    return StoredPassage(0, 0, title, body, mostly_cjk(units))


def share(coverage: Coverage, one: StoredPassage) -> float:
    return coverage.shares(Lines.of([one]))[0]


NO_FORMS: dict[bool, dict[str, list[str]]] = {True: {}, False: {}}


def test_shares_are_of_the_idf_of_words_and_bigrams() -> None:
    """Title and passage count together, a Chinese word also inside a run, a Latin one only whole; each field halves."""
    coverage = Coverage({"灯塔": 3.0, "soil": 1.0}, {"灯塔": 1.0, "塔上": 7.0, "soil": 2.0}, NO_FORMS)
    assert share(coverage, passage("老灯塔上")) == pytest.approx((3 / 4 + 8 / 10) / 2)
    assert share(coverage, passage("海", "soil")) == pytest.approx((1 / 4 + 2 / 10) / 2)
    assert share(coverage, passage("老灯塔上\nsoil")) == pytest.approx(1.0)
    assert share(Coverage({"灯": 2.0}, {}, NO_FORMS), passage("灯")) == 1.0
    assert share(coverage, passage("topsoil")) == 0.0
    assert share(Coverage({}, {}, NO_FORMS), passage("海")) == 0.0


def test_of_what_stands_for_one_another_the_best_counts() -> None:
    """A group asks for one of its lines: the share is of the one of which most is held, beside what else is asked."""
    words = {"灯塔": 3.0, "soil": 1.0, "海": 2.0}
    coverage = Coverage(words, {}, NO_FORMS, [["灯塔", "soil"], ["鸟"]])
    assert share(coverage, passage("海\nsoil")) == 1.0
    assert share(coverage, passage("灯塔")) == pytest.approx(3 / 5)
    assert share(coverage, passage("海")) == pytest.approx(2 / 5)


def test_another_form_stands_for_its_word() -> None:
    """A word is held where a form of it that counts in such a text stands, its bigrams are not; twice counts once."""
    coverage = Coverage({"电脑": 4.0}, {"电脑": 4.0}, {True: {"电脑": ["计算机", "算机"]}, False: {}})
    assert share(coverage, passage("计算机 in a long english line")) == 0.0
    assert share(coverage, passage("计算机坏了")) == pytest.approx(4 / 8)
    assert share(coverage, passage("计算机和电脑")) == 1.0


def test_in_the_other_language_words_alone_count() -> None:
    """No bigram is translated, so that none is missing; a translation counts less than what was typed."""
    coverage = Coverage({"灯塔": 4.0, "ferry": 4.0}, {"灯塔": 4.0}, {True: {}, False: {"灯塔": ["lighthous"]}})
    assert share(coverage, passage("the lighthous")) == pytest.approx(TRANSLATED / 2)
    assert share(coverage, passage("the lighthous and the ferry")) == pytest.approx((TRANSLATED + 1) / 2)
    assert share(coverage, passage("灯塔 lighthous")) == pytest.approx((4 / 8 + 1) / 2)


def test_a_translation_of_one_character_is_a_word() -> None:
    """What is part of another word says nothing: 游 of 游戏 is no swimming."""
    coverage = Coverage({"swim": 4.0}, {"swim": 4.0}, {True: {"swim": ["游"]}, False: {}})
    assert share(coverage, passage("孩子 在 游")) == pytest.approx(TRANSLATED)
    assert share(coverage, passage("孩子 在 玩 游戏")) == 0.0


def test_what_says_too_little() -> None:
    """A quarter is enough of a Chinese question, of which the bigrams are harder to hold, but not of an English one."""
    chinese, english = (Coverage({word: 1.0}, {}, NO_FORMS) for word in ("灯塔", "soil"))
    assert chinese.is_weak(0.24)
    assert not chinese.is_weak(0.26)
    assert english.is_weak(0.29)
    assert not english.is_weak(0.31)


def test_what_matches_holds_half_as_much_as_the_best() -> None:
    """The count leaves out articles that hold but a common word of the question."""
    assert matching([0.8, 0.4, 0.39, 0.1]) == 2
    assert matching([]) == 0


def test_a_term_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often ranking and shares ask where terms stand, the texts are read once for each of them."""
    lines = Lines.of([passage("老灯塔上")])
    read: list[str] = []
    find = Text._places
    monkeypatch.setattr(Text, "_places", lambda text, wanted: read.append(wanted) or find(text, wanted))
    coverage = Coverage({"灯塔": 3.0}, {"灯塔": 1.0, "塔上": 7.0}, NO_FORMS)
    assert coverage.shares(lines) == coverage.shares(lines) == [pytest.approx(1.0)]
    assert read == ["灯塔", "塔上"]
