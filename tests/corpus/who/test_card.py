"""What a card shows, all of it in the articles' own words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.index.store import Store
from corpus.results import EVIDENCE_CHARS, ROLE_CHARS, Profile
from corpus.who.card import hint
from corpus.who.lookup import who
from tests.corpus.conftest import make_article

from .conftest import Stored

CLAUSES = st.lists(
    st.sampled_from(["教授秦望说,", "秦望", "水位很高", "。", "，", "\n", "曾任海州市长", "潮" * 90, "He left. ", "?"]),
    max_size=30,
).map("".join)


def card(store: Store, query: str) -> Profile:
    found = who(store, query)
    assert isinstance(found, Profile)
    return found


def test_the_town_card(town: Store) -> None:
    """Roles with organisations, quotations that define, the people nearby, and the articles."""
    found = card(town, "顾清河")
    assert [role.text for role in found.roles] == ["潮汐科技创始人", "曾任海州港务局副局长"]
    assert found.aliases == ("顧清河",)
    assert found.evidence[0].text == "顾清河毕业于海州大学,曾任海州港务局副局长。"
    assert "秦朗" in found.related
    assert [article.id for article in found.articles] == ["gangkou", "chaoshui"]


def test_quotations_are_spans(town: Store) -> None:
    """Every quotation is its article's text at its place, with the name in it."""
    for query in ("顾清河", "柏林娜·奥杜亚", "Colin Strand", "Tidewater Labs"):
        for quote in card(town, query).evidence:
            assert quote.text == quote.article.text[quote.start : quote.end]


def test_a_defining_sentence_comes_first(stored: Stored) -> None:
    """What says who somebody is stands before what only names them, wherever it is in the article."""
    text = "昨天有人在海边看见秦望教授。\n\n大家都问秦望教授去不去?\n\n秦望是海州大学的历史学家。"
    assert card(stored(one=text), "秦望").evidence[0].text == "秦望是海州大学的历史学家。"


def test_conflicting_roles_are_both_shown(stored: Stored) -> None:
    """Two articles that disagree each have their line, and a bare title gives way to a full one."""
    store = stored(one="海州大学教授秦望说好。", two="潮汐科技顾问秦望说不好。", three="教授秦望没有说话。")
    assert {(role.text, role.article.id) for role in card(store, "秦望").roles} == {
        ("海州大学教授", "one"),
        ("潮汐科技顾问", "two"),
    }


def test_no_role_is_stated(stored: Stored) -> None:
    """Somebody of whom the articles state no office has none."""
    assert card(stored(one="昨天,秦望山表示同意。秦望山说他很高兴。"), "秦望山").roles == ()


def test_a_long_sentence_is_cut_between_clauses(stored: Stored) -> None:
    """A quotation from an endless sentence holds the name, within 200 characters."""
    text = "潮水" * 40 + ",海边有很多船," * 12 + "教授秦望说船太多," + "风" * 150 + "," + "浪" * 150 + "。"
    quote = card(stored(one=text), "秦望").evidence[0]
    assert "教授秦望说船太多" in quote.text
    assert len(quote.text) <= EVIDENCE_CHARS


def test_a_quotation_keeps_no_half_of_a_pair_of_marks(stored: Stored) -> None:
    """What is said in several sentences is opened in one and closed in another; a pair within one stays."""
    long = f"水位太高{',潮水还在涨' * 16}"
    store = stored(one=f"他说:“{long}。教授秦望已经离开海岛了。”大家都不信。\n\n教授秦望说:“闸门今天晚上要关。”")
    texts = {quote.text for quote in card(store, "秦望").evidence}
    assert texts == {"教授秦望已经离开海岛了。", "教授秦望说:“闸门今天晚上要关。”"}


@settings(max_examples=25)
@given(text=CLAUSES)
def test_limits_hold_for_any_article(stored: Stored, text: str) -> None:
    """Roles of at most 40 and quotations of at most 200 characters, each found where it says."""
    found = card(stored(one=f"教授秦望来了。{text}"), "秦望")
    assert found.evidence
    assert all(len(role.text) <= ROLE_CHARS and role.text in role.article.text for role in found.roles)
    for quote in found.evidence:
        assert len(quote.text) <= EVIDENCE_CHARS
        assert quote.article.text[quote.start : quote.end] == quote.text
        assert "秦望" in quote.text


@pytest.mark.parametrize(("title", "shown"), [("海州市长", "《海州市长》"), ("The Mayor", "“The Mayor”")])
def test_a_title_of_an_article_looks_like_one(stored: Stored, title: str, shown: str) -> None:
    """Where no role is stated, what tells a name from others cannot be taken for a role."""
    store = stored(make_article("one", title=title, text="昨天,秦望山表示同意。秦望山说他很高兴。"))
    (owner,) = store.connection().execute("SELECT id FROM name_owner WHERE name = '秦望山'").fetchone()
    assert hint(store, owner) == shown


def test_a_name_alone_is_no_bond(stored: Stored) -> None:
    """What is shown of somebody without an office says what ties them to another, or is not shown."""
    text = (
        "贝娜·卡迪克（Brenna Caddick），在那座离海边很远的旧灯塔里住了二十年而没有下过一次山之后，和好友罗晓松见了面。"
    )
    card = who(stored(one=f"{text}贝娜·卡迪克先生走了。罗晓松先生也走了。"), "贝娜·卡迪克")
    assert isinstance(card, Profile)
    assert [fact.kind for fact in card.facts] == ["relation"]
    assert card.roles == ()
