"""Characters that may stand in an article, and paragraphs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import plain_text
from corpus.reading.plain_text import MARKS_PER_BASE, join_lines, normalise, one_line, paragraphs


def test_every_kind_of_line_end_becomes_one() -> None:
    """Files come from Windows, old Macs and word processors."""
    assert normalise("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_what_cannot_be_seen_goes() -> None:
    """NULs, bidirectional controls, zero-width characters and half surrogates mislead readers and terminals."""
    assert normalise("ha\0r\u202ebo\u2066u\u200br\ufeff\x1b\ud800") == "harbour"


def test_spaces_become_plain() -> None:
    """No-break, ideographic and tab."""
    assert normalise("a\u00a0b\u3000c\td") == "a b c    d"


def test_marks_on_one_base_are_capped_before_normalising(monkeypatch) -> None:
    """Normalising is quadratic in the marks on a base, so it never meets more than a few of them."""
    seen = []

    class Watched:
        category = staticmethod(unicodedata.category)

        @staticmethod
        def normalize(form: str, text: str) -> str:
            seen.append(text)
            return unicodedata.normalize(form, text)

    monkeypatch.setattr(plain_text, "unicodedata", Watched)
    bomb = "a" + "\u0300\u0316" * 100_000 + "b"
    assert len(normalise(bomb)) <= 2 + MARKS_PER_BASE
    assert seen
    assert all(len(text) <= 2 + MARKS_PER_BASE for text in seen)


def test_accents_of_real_languages_stay() -> None:
    """Vietnamese stacks two marks on a letter."""
    assert normalise("Vie\u0323\u0302t") == "Việt"


@given(st.text())
def test_normalising_twice_is_once(text: str) -> None:
    """What is in order stays as it is."""
    once = normalise(text)
    assert normalise(once) == once


def test_blank_lines_part_paragraphs() -> None:
    """However many there are, and whatever spaces stand in them."""
    assert paragraphs("one\n\n two  words \n \n\nthree\n") == ["one", "two words", "three"]


@pytest.mark.parametrize("rule", ["===", "----------", "* * *", "————", "＝＝＝＝", "  ~~~~  "])
def test_rules_part_paragraphs_and_go(rule: str) -> None:
    """A line drawn above, under or between lines is no text; two dashes, and a mark beside a word, are."""
    assert paragraphs(f"{rule}\nThe tide\n{rule}\nIt rose.\n{rule}\n") == ["The tide", "It rose."]
    assert paragraphs(f"--\n{rule.strip()} x") == ["--", f"{rule.strip()} x"]


def test_long_lines_are_paragraphs_without_blank_lines() -> None:
    """Many files have one line for a paragraph."""
    lines = ["海风吹过小镇，" * 20 + "。", "潮水退去以后，" * 15 + "。", "完。"]
    assert paragraphs("\n".join(lines)) == lines


def test_hard_wrapped_latin_lines_are_joined_with_a_space() -> None:
    """Letters and old web pages break lines at a column; a short line ends the paragraph."""
    text = (
        "The harbour master kept a notebook in which he wrote the\n"
        "name of every boat that came in during the winter, even\n"
        "the small ones that nobody else remembered by the next\n"
        "spring.\n"
        "He never showed it to anyone."
    )
    wrapped = paragraphs(text)
    assert wrapped == [" ".join(text.split("\n")[:4]), "He never showed it to anyone."]


def test_hard_wrapped_han_lines_are_joined_without_a_space() -> None:
    """Han characters need no space between them."""
    sentence = (
        "港口的老人每天早上都会把船名写在一本旧本子上连冬天也不例外谁也不知道他为什么要这样做直到他离开小镇的那一天。"
    )
    lines = [sentence[at : at + 16] for at in range(0, len(sentence), 16)]
    assert paragraphs("\n".join(lines)) == [sentence]


def test_lists_and_verse_are_not_joined() -> None:
    """Short lines, and lines that begin with a mark, stand for themselves."""
    verse = "The tide is out\nthe boats lie still\nand nobody sings"
    assert paragraphs(verse) == verse.split("\n")
    items = "\n".join(f"- a point about the harbour that fills its line up to {at}" for at in range(10, 16))
    assert paragraphs(items) == items.split("\n")


def test_joining_puts_a_space_where_words_need_one() -> None:
    """Between Han and Latin there is one, between Han and Han none."""
    assert join_lines(["海边的", "小镇", "by the", "sea"]) == "海边的小镇 by the sea"


def test_a_value_stands_on_one_line_within_its_limit() -> None:
    """Titles and names are shown where a line break would break the page."""
    assert one_line(" The\n harbour\u202e ", 80) == "The harbour"
    assert one_line("x" * 100, 10) == "x" * 10
    assert one_line(" \u200b\n", 10) is None
