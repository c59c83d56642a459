"""Files of word lists."""

from pathlib import Path

from corpus.word_lists import word_lists


def test_each_list_has_the_words_below_its_name(tmp_path: Path) -> None:
    """Over as many lines as they take; comments and blank lines are no words."""
    file = tmp_path / "words.txt"
    file.write_text("# Trees.\n\n[trees]\noak 松树\nash\n\n# None yet.\n[birds]\n", encoding="utf-8")
    assert word_lists(file) == {"trees": ("oak", "松树", "ash"), "birds": ()}
