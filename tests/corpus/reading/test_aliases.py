"""The file of nicknames."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.aliases import Aliases, parse_aliases


def test_groups_begin_with_the_main_name() -> None:
    """Comments, several lines and repeats of a name are fine."""
    text = """
        # ours
        [aliases]  # the only table
        "林海" = ["海叔", "Lin Hai", "海叔"]
        "Ada Reef" = [
            "Reef",
            "阿达", # old
        ]
    """
    assert parse_aliases(text) == Aliases(groups=(("林海", "海叔", "Lin Hai"), ("Ada Reef", "Reef", "阿达")))


@pytest.mark.parametrize(
    ("bad", "word"),
    [
        ('"林海" = ["海叔"', "array"),
        ('"林海" = "海叔"', "list of names"),
        ('"林海" = [1]', "list of names"),
        ('"林海" = [""]', "no name"),
        ('"林海" = ["!?"]', "no name"),
        ('"林海" = ["' + "x" * 65 + '"]', "no name"),
        ("林海 = [", ""),
        ("just words", ""),
        ('"ada reef" = ["Ada"]', "second time"),
        ("[[", ""),
        ('x = ["' + "[" * 2_000, ""),
        ("x = " + "[" * 20_000, ""),
    ],
)
def test_a_bad_line_is_named_by_number_and_the_rest_is_used(bad: str, word: str) -> None:
    """TOML stops at its first error; a community's file does not have to."""
    aliases = parse_aliases(f'[aliases]\n"Ada Reef" = ["Reef"]\n{bad}\n"Mo Sand" = ["Mo"]\n')
    assert aliases.groups == (("Ada Reef", "Reef"), ("Mo Sand", "Mo"))
    [(line, message)] = aliases.problems
    assert line == 3
    assert word in message
    assert message


def test_only_the_table_of_aliases_is_read() -> None:
    """Whatever stands outside is named, not guessed at."""
    aliases = parse_aliases('a = ["b"]\n[other]\nc = ["d"]\n[aliases]\ne = ["f"]\n')
    assert aliases.groups == (("e", "f"),)
    assert [line for line, _ in aliases.problems] == [1, 2, 3]


@given(st.text(alphabet="[]=\"ab\\\n #,'{}.海", max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Every problem has a line of the file."""
    for line, message in parse_aliases("[aliases]\n" + text).problems:
        assert 1 <= line <= text.count("\n") + 2
        assert message
