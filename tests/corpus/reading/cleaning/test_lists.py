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


def test_numbered_items_are_one_list_with_text_between_them() -> None:
    """The points of minutes are named in a word, which may be one of sites."""
    minutes = ("1. Welcome", "The beds were shown to all.", "2. Website", "Otto will write it.", "3. Newsletter")
    assert left(PROSE, *minutes, MORE) == (PROSE, *minutes, MORE)


NOTICE = (
    "时间：6 月 6 日 14:00",
    "活动地点：学校后院",
    "负责人：陈小禾",
    "联系电话：000-123456",
    "报名邮箱：a@example.org",
)
EVENING = ("Date: 6 May 2024", "Where: behind the school", "Contact: Nell Ford", "Register: by e-mail")


@pytest.mark.parametrize("notice", [NOTICE, EVENING, (" ".join(NOTICE[:3]),), ("一、地点：后院", "二、时间：周六")])
def test_a_notice_stays_with_whom_to_turn_to(notice: tuple[str, ...]) -> None:
    """Above the text and below it, on lines or on one."""
    assert left("菜园开放日", "欢迎大家来看看。", *notice) == ("菜园开放日", "欢迎大家来看看。", *notice)
    assert left("菜园开放日", *notice, PROSE, "登录 | 注册") == ("菜园开放日", *notice, PROSE)


@pytest.mark.parametrize(
    "below",
    [
        ("电话：000-123456", "邮箱：a@example.org"),
        ("Location: Alder", "Posts: 120", "Joined: May 2009"),
        ("主办：市人民政府办公室", "访问量：812"),
    ],
)
def test_labels_of_a_site_are_no_notice(below: tuple[str, ...]) -> None:
    """Where none of them says what happens where, or who is there; nor is a site's label among those that do."""
    assert left(PROSE, MORE, *below, "登录 | 注册") == (PROSE, MORE)
    assert left(PROSE, MORE, NOTICE[1], "访问量：812", "登录 | 注册") == (PROSE, MORE, NOTICE[1])
