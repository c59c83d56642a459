"""Facts and dated statements of a card. All names and sentences are made up."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import read_folder
from corpus.index.store import Store
from corpus.results import EVIDENCE_CHARS, Profile
from corpus.who.lookup import who
from corpus.who.statements import EVENTS_SHOWN, FACTS_PER_KIND

from .conftest import TOWN, Stored

SAMPLE = Path(__file__).parents[3] / "seeds"
WORKS = (
    "Velmora宣布停产。Velmora成立于1990年，由教授薛定山创办，总部在海州。Velmora联合创始人卢若兰说好。\n\n"
    "2004年，Velmora推出了一种水泵。Velmora在2011年完成两亿元融资。\n\n卢若兰毕业于海州大学，2004年加入Velmora，2011年离开。"
)
PIECES = [
    "教授秦望",
    "Velmora宣布",
    "成立于1990年",
    "在2004年5月",
    "2004年13月",
    "1999年9月31日",
    "的导师",
    "薛定山教授",
    "，",
    "。",
    "\n",
    "融资两亿元",
    "推出",
    "in 2011 ",
    "潮" * 70,
]


def card(store: Store, query: str) -> Profile:
    found = who(store, query)
    assert isinstance(found, Profile)
    return found


def test_a_company_has_facts_by_kind(stored: Stored) -> None:
    """How it was founded comes before what it got and made, and a sentence that founds before one with a founder."""
    facts = card(stored(one=WORKS), "Velmora").facts
    kinds = [fact.kind for fact in facts]
    assert kinds == sorted(kinds, key=["definition", "founding", "money", "product"].index)
    assert {"founding", "money", "product"} <= set(kinds)
    assert facts[kinds.index("founding")].text.startswith("Velmora成立于1990年，由教授薛定山创办")
    assert max(map(kinds.count, kinds)) <= FACTS_PER_KIND


def test_dated_sentences_are_a_timeline(stored: Stored) -> None:
    """Each date has its own clauses, the earliest first."""
    events = card(stored(one=WORKS), "卢若兰").events
    assert [(event.date, event.text) for event in events] == [("2004", "2004年加入Velmora"), ("2011", "2011年离开")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("教授秦望在2004年5月来到海州。教授秦望于2003年12月31日离开海岛。", ["2003-12-31", "2004-05"]),
        ("In March 2011 Professor Osric Vane left. Professor Osric Vane came back in 2014.", ["2011", "2014"]),
        ("教授秦望在2004年来到海州。", []),
        ("教授秦望在2004年来到海州。教授秦望后来也说2004年很冷。", []),
        ("教授秦望买了2011台水泵。教授秦望有1200元。", []),
        ("教授秦望在2004年13月来到海州。教授秦望在2005年离开。", []),
    ],
)
def test_dates_that_make_a_timeline(stored: Stored, text: str, dates: list[str]) -> None:
    """Years, months and days of either language, two at least; no numbers, and no dates that do not exist."""
    name = "Osric Vane" if text.isascii() else "秦望"
    assert [event.date for event in card(stored(one=text), name).events] == dates


def test_what_is_dated_of_others_is_left_out(stored: Stored) -> None:
    """A sentence that names somebody late says nothing of them with its first date."""
    text = "2004年海州的水位很高，教授秦望来了。2005年水位很低。教授秦望在2006年走了。"
    assert "2005" not in {event.date for event in card(stored(one=text), "秦望").events}


def test_a_bond_stands_where_no_office_is_stated(stored: Stored) -> None:
    """Somebody who is only said to be another's has that for a line, in whole clauses; an office stands alone."""
    tea = "去年薛海洋找上老同学薛定山教授一起喝茶"
    store = stored(
        one=f"{tea}，后来又过了很多年，海州的水位还是一样高，谁也没有说什么。薛海洋表示同意。海州大学校长薛定山说好。"
    )
    assert [role.text for role in card(store, "薛海洋").roles] == [f"{tea}，后来又过了很多年"]
    assert [role.text for role in card(store, "薛定山").roles] == ["海州大学校长"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_nothing_is_invented(stored: Stored, text: str) -> None:
    """Every statement of every card is its article's own text at its place, within the limits, whatever is written."""
    store = stored(one=f"教授秦望来了。{text}", two=WORKS, **TOWN)
    for (name,) in store.connection().execute("SELECT name FROM name_owner").fetchall():
        found = who(store, name)
        assert isinstance(found, Profile), name
        for said in (*found.evidence, *found.facts, *found.events):
            assert 0 < len(said.text) <= EVIDENCE_CHARS
            assert said.article.text[said.start : said.end] == said.text
        assert all(role.text in role.article.text for role in found.roles)
        assert len(found.events) <= EVENTS_SHOWN


def test_nothing_is_invented_over_the_sample(stored: Stored) -> None:
    """Every statement on the card of every name of the sample is a span of its article."""
    store = stored(*read_folder(SAMPLE).articles)
    names = [name for (name,) in store.connection().execute("SELECT name FROM name_owner")]
    assert len(names) > 50
    for name in names:
        found = card(store, name)
        for said in (*found.evidence, *found.facts, *found.events):
            assert said.article.text[said.start : said.end] == said.text
        assert all(role.text in role.article.text for role in found.roles)


def test_an_event_that_ends_in_its_date_begins_where_the_sentence_does(stored: Stored) -> None:
    """The last clause, "in 1971", does not say what happened then."""
    text = "Ingrid Solberg was born in Bergen, Norway, in 1971. In 1999, Ingrid Solberg joined Brindle Labs."
    events = card(stored(one=text), "Ingrid Solberg").events
    assert [event.text for event in events] == [
        "Ingrid Solberg was born in Bergen, Norway, in 1971.",
        "In 1999, Ingrid Solberg joined Brindle Labs.",
    ]
