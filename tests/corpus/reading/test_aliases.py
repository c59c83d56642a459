"""The file of nicknames."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.analysis.folding import fold_key
from corpus.reading.aliases import Aliases, parse_aliases, with_alias
from corpus.reading.plain_text import normalise


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


FILE = """\
# Our names

[other]
"elsewhere" = ["nowhere"]

[aliases]
# the port
"Gu Qinghe" = ["Old Gu", # as the crew says
  # inside
  "The Beaver",
] # since 2020
this line is broken
"秦望" = ["望叔"]  # both

[more]
x = 1
"""


@pytest.mark.parametrize(
    ("name", "form", "listed", "before", "after"),
    [
        ("秦望", "阿望", True, '"秦望" = ["望叔"]  # both', '"秦望" = ["望叔", "阿望"]  # both'),
        ("望叔", "Wang", True, '"秦望" = ["望叔"]  # both', '"秦望" = ["望叔", "Wang"]  # both'),
        ("秦望", "望叔", False, '"秦望" = ["望叔"]  # both\n', ""),
        ("秦望", "无人", False, "", ""),
        ("薛定山", '老"山\\', True, "# both\n", '# both\n"薛定山" = ["老\\"山\\\\"]\n'),
        ("elsewhere", "Here", True, "# both\n", '# both\n"elsewhere" = ["Here"]\n'),
        (
            "old gu",
            "G. Q.",
            True,
            '"Gu Qinghe" = ["Old Gu", # as the crew says\n  # inside\n  "The Beaver",\n] # since 2020',
            '  # inside\n"Gu Qinghe" = ["Old Gu", "The Beaver", "G. Q."] # since 2020',
        ),
    ],
)
def test_one_list_changes_and_all_other_lines_stay(name: str, form: str, listed: bool, before: str, after: str) -> None:
    """Comments, broken lines and other tables are as they were; the list may be named by any of its forms."""
    assert with_alias(FILE, name, form, listed=listed) == FILE.replace(before, after, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "x = 1", "[aliases]", '[aliases]\n"b" = ["c"]'])
def test_a_file_without_the_list_gets_one(text: str) -> None:
    """Also an empty one, one without the table, one that ends without a line break."""
    once = with_alias(text, "顾清河", "老顾", listed=True)
    twice = with_alias(once, "顾清河", "Old Gu", listed=True)
    assert ("顾清河", "老顾", "Old Gu") in parse_aliases(twice).groups
    assert twice.count("[aliases]") == 1
    assert text.strip() in twice


@pytest.mark.parametrize(("name", "form"), [("", "x"), ("x", " "), ("x", "。"), ("a" * 65, "x"), ("x", "y" * 6000)])
def test_what_is_no_name_is_not_listed(name: str, form: str) -> None:
    """Nothing, marks alone, and what is too long."""
    with pytest.raises(ValueError, match="is no name"):
        with_alias(FILE, name, form, listed=True)


@example("a = [", "b", "c")
@given(st.text(max_size=200) | st.just(FILE), st.text(max_size=20), st.text('"\\]#[= ab望\n', max_size=20))
def test_a_listed_form_is_read_back(text: str, name: str, form: str) -> None:
    """Whatever the file and the names hold, what was listed is in a group of the name, unless it is the name itself."""
    try:
        changed = with_alias(text, name, form, listed=True)
    except ValueError:
        return
    groups = [set(map(fold_key, group)) for group in parse_aliases(normalise(changed)).groups]
    assert any({fold_key(name), fold_key(form)} <= group for group in groups) or fold_key(name) == fold_key(form)
