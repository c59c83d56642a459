"""Lists, whose items may have words that sites are made of."""

import pytest

from corpus.reading.cleaning import clean_lines

PROSE = "The garden behind the school was dug by the pupils. They grow beans there, and sell them on Fridays."
MORE = "In autumn the beds are covered with leaves. The older pupils build a fence against the hares of the wood."


def left(*paragraphs: str, headings: frozenset[str] = frozenset()) -> tuple[str, ...]:
    return clean_lines(paragraphs, headings, titled=True).paragraphs


@pytest.mark.parametrize(
    "item",
    [
        "Add a share button",
        "View from the tower",
        "Contact points are cleaned",
        "Search in comments",
        "The newsletter is sent on Monday",
        "Privacy: who can view your posts",
        "修复登录页面",
        "评论可以按日期排序",
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_an_item_among_others_is_the_author_s(item: str, together: bool) -> None:
    """Whether its words are those of sites or not, as lines of one paragraph or as paragraphs."""
    items = [f"- {line}" for line in ("Beans are kept dry", item, "New gloves for all")]
    listed = ["\n".join(items)] if together else items
    assert left(PROSE, *listed, MORE) == (PROSE, *listed, MORE)
    assert left(PROSE, MORE, *listed) == (PROSE, MORE, *listed)
    assert left(*listed, PROSE, MORE) == (*listed, PROSE, MORE)


def test_steps_are_the_author_s() -> None:
    """Where one of them says more than the names of buttons."""
    steps = ("1. Open the app", "2. Click Share", "3. Choose a friend")
    assert left(PROSE, *steps) == (PROSE, *steps)
    assert left(PROSE, "1. Home", "2. Log in", "3. About us") == (PROSE,)


@pytest.mark.parametrize(
    "items", [("- Home", "- Contact us", "- Log in"), ("• Share this article", "• Print this page")]
)
def test_a_list_filled_with_words_of_sites_is_a_site_s(items: tuple[str, ...]) -> None:
    """As paragraphs or as lines of one, above the text and below it."""
    assert left(*items, PROSE, MORE, *items) == (PROSE, MORE)
    assert left("\n".join(items), PROSE, MORE, "\n".join(items)) == (PROSE, MORE)


def test_an_item_alone_is_a_list_below_a_heading_or_a_colon() -> None:
    """Elsewhere it is a line like any other."""
    item = "- Actually print the version"
    assert left(PROSE, "Fixed", item, headings=frozenset({"Fixed"})) == (PROSE, "Fixed", item)
    assert left(PROSE, "Fixed:", item) == (PROSE, "Fixed:", item)
    assert left(PROSE, item) == (PROSE,)


def test_a_list_below_an_author_s_headings_is_never_nothing() -> None:
    """A changelog may have no sentence, and every word of it one of sites."""
    changes = ("Added", "- New page", "Fixed", "- Search")
    assert left(*changes, headings=frozenset({"Added", "Fixed"})) == changes
    assert left("- New page", "- Search") == ()
