"""Files of word lists."""

from pathlib import Path

import pytest

from corpus.word_lists import patterns, word_lists


def test_each_list_has_the_words_below_its_name(tmp_path: Path) -> None:
    """Over as many lines as they take; comments and blank lines are no words."""
    file = tmp_path / "words.txt"
    file.write_text("# Trees.\n\n[trees]\noak 松树\nash\n\n# None yet.\n[birds]\n", encoding="utf-8")
    assert word_lists(file) == {"trees": ("oak", "松树", "ash"), "birds": ()}


def test_a_pattern_may_stand_in_those_below_it(tmp_path: Path) -> None:
    """Each line is an alternative; a section in capitals is one of any of its lines where it is named."""
    file = tmp_path / "cues.txt"
    file.write_text(
        "[TREE]\noak|松树\nash\n\n# Where it grows.\n[place]\n(?<!old )<TREE>s?\n[a-z]{2}\n", encoding="utf-8"
    )
    assert patterns(file) == {"TREE": ("oak|松树", "ash"), "place": ("(?<!old )(?:oak|松树|ash)s?", "[a-z]{2}")}
    file.write_text("[place]\n<TREE>\n[TREE]\noak\n", encoding="utf-8")
    with pytest.raises(KeyError):
        patterns(file)
