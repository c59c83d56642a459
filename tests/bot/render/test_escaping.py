"""Hostile text made safe to show."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.escaping import escaped, label, marked, safe_link

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("\\*_~`|<>[](){}#@-+/:. \n\t\u202e\u200b\u0301\u0336\u3164\U000e0041好a1"),
        st.characters(),
    ),
    max_size=300,
)
LIVE = [
    "[free](https://bad.example)",
    "[free]\n(https://bad.example)",
    "https://bad.example/x",
    "discord.gg/abcdef",
    "https://discord.gg/abcdef",
    "<@123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "</name:123456789012345678>",
    "<t:1700000000:R>",
    "<a:wave:123456789012345678>",
    "<id:customize>",
    "@everyone",
    "**bold** __under__ ~~gone~~ ||hidden|| `code` ```\nblock\n```",
    "# heading\n> quote\n- item\n-# small",
]
ACTIVE = re.compile(
    r"(?<!\\)(?:\\\\)*(?:<[@#/:tai]|https?://|discord\.gg/|@everyone|\]\(|\*|_|~|`|\||\[)|^ *[-+#>]",
    re.MULTILINE,
)


@pytest.mark.parametrize("text", LIVE)
def test_nothing_in_a_text_stays_live(text) -> None:
    """Links, invites, mentions, timestamps, emoji and markdown of an article are shown as they are written."""
    assert not ACTIVE.search(escaped(text, 400))
    assert not ACTIVE.search(marked(text, (), 400, lines=True))


@pytest.mark.parametrize("text", LIVE)
def test_a_reader_still_sees_the_words(text) -> None:
    """Escaping takes nothing away that shows."""
    assert re.sub(r"\\(.)", r"\1", escaped(text, 400)) == " ".join(text.split())


@given(HOSTILE, st.integers(2, 120))
def test_escaped_text_fits_and_holds_no_control(text, limit) -> None:
    """Whatever a text holds, what is shown keeps to its room and shows no control or stacked mark."""
    shown = escaped(text, limit)
    assert len(shown) <= limit
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")]
    assert not ACTIVE.search(shown)


@given(HOSTILE, st.lists(st.tuples(st.integers(-5, 320), st.integers(-5, 320)), max_size=6), st.integers(12, 400))
def test_marked_text_fits_and_its_bold_is_closed(text, highlights, limit) -> None:
    """Any highlights leave an even number of bold marks, in the room that there is."""
    shown = marked(text, highlights, limit, lines=True)
    assert len(shown) <= limit
    bare = re.sub(r"\\[\s\S]", "x", shown)
    assert bare.count("**") % 2 == 0
    assert "****" not in bare


def test_highlights_are_bold_and_spaces_stay_outside() -> None:
    """The words that answer stand out."""
    assert marked("a big wind farm", [(2, 11)], 100) == "a **big wind** farm"
    assert marked("abc", [(0, 1), (1, 2)], 100) == "**ab**c"


def test_what_is_cut_ends_with_an_ellipsis_and_no_half_escape() -> None:
    """A cut is visible, and never leaves a backslash that would eat the next character."""
    assert marked("abcdefghij", [], 6) == "abcde…"
    assert marked("a_b_c_d_e_f", [], 6) == "a\\_b…"
    assert escaped("x" * 50, 10) == "xxxxxxxxx…"


def test_stacked_marks_are_capped() -> None:
    """Zalgo cannot climb over the lines above."""
    assert escaped("a" + "\u0336" * 40 + "b", 100) == "a" + "\u0336" * 3 + "b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("风停了。\n\n船出海。", "风停了。船出海。"),
        ("他说：“风停了。”\n\n船出海。", "他说：“风停了。”船出海。"),
        ("It stopped.\n\nShips left.", "It stopped. Ships left."),
        ("“It stopped.”\n\nShips left.", "“It stopped.” Ships left."),
        ("风停了。 船出海。", "风停了。 船出海。"),
    ],
)
def test_a_line_break_leaves_a_space_where_the_script_sets_one(text, shown) -> None:
    """Chinese sentences follow each other without one; a space that the author wrote stays."""
    assert marked(text, (), 200) == shown


@given(HOSTILE, st.integers(1, 100))
def test_labels_are_one_line_that_is_never_empty(text, limit) -> None:
    """Discord refuses empty labels, and shows no markup in them."""
    shown = label(text, limit)
    assert 1 <= len(shown) <= limit
    assert "\n" not in shown


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://harbour.example/a?b=c", "https://harbour.example/a?b=c"),
        ("http://harbour.example:8080/", "http://harbour.example:8080/"),
        ("https://harbour.example/風 力", "https://harbour.example/%E9%A2%A8%20%E5%8A%9B"),
        ("javascript:alert(1)", None),
        ("discord://x", None),
        ("https://user:pass@harbour.example/", None),
        ("https://harbоur.example/", None),
        ("https://", None),
        ("https://[::1", None),
        ("https://harbour.example:99999/", None),
        ("https://harbour.example/" + "x" * 600, None),
        (None, None),
    ],
)
def test_only_plain_web_addresses_become_links(url, link) -> None:
    """A button leads to http(s) and a plain host, or is not there."""
    assert safe_link(url) == link
