"""Whom and what a summary is about."""

from collections.abc import Callable

from corpus.index.store import Store
from corpus.summary import summarize
from tests.corpus.conftest import make_article

StoreOf = Callable[..., Store]
TEXT = (
    "海州港务局局长秦望（Qin Wang）宣布，灯塔将改用潮汐发电。秦望说，潮汐发电每年能省下两百万元。\n\n"
    "潮汐发电的水轮由三名工程师设计，水轮的叶片是铜做的。秦望曾任海州造船厂厂长。"
)


def test_names_and_terms_to_go_on_from(store_of: StoreOf) -> None:
    """People that the article names, and nouns that it repeats as they are written; never one inside the other."""
    summary = summarize(store_of(make_article("one", text=TEXT)), "one", 120)
    assert "秦望" in [name.name for name in summary.names]
    assert any("潮汐" in term or "水轮" in term for term in summary.terms)
    assert all(term in TEXT for term in summary.terms)
    assert not any("秦望" in term for term in summary.terms)


def test_nothing_said_is_about_nobody(store_of: StoreOf) -> None:
    """An empty summary has neither names nor terms."""
    summary = summarize(store_of(make_article("one", text=TEXT)), "one", 0)
    assert (summary.names, summary.terms) == ((), ())


def test_traditional_terms_are_shown_as_written(store_of: StoreOf) -> None:
    """A term is the article's own wording, not its folded form."""
    text = "燈塔的發電機在冬天換了新的。\n\n發電機由三名工程師設計,發電機很安靜。"
    assert "發電機" in summarize(store_of(make_article("one", text=text)), "one", 60).terms


def test_english_terms_are_nouns(store_of: StoreOf) -> None:
    """Verbs, adverbs and words of the calendar are none, though each stands in the text four times."""
    text = (
        "The pump said over again that it was called new in March. " * 4 + "Said the keeper: over the pump, in March."
    )
    assert summarize(store_of(make_article("one", text=text)), "one", 120).terms == ("pump",)


def test_a_capital_at_a_beginning_makes_no_name(store_of: StoreOf) -> None:
    """A word that is never written small is a term where it has its capital behind another word, too."""
    text = "After the flood no pump of Saltcombe runs.\n\nAdded a second pump. It didn’t run for a year.\n\n"
    assert set(summarize(store_of(make_article("one", text=text * 2)), "one", 400).terms) == {"Saltcombe", "pump"}


def test_words_that_are_about_nothing_are_no_terms(store_of: StoreOf) -> None:
    """They stand in every article."""
    text = "公司的水轮有问题。公司很大。水轮的问题在公司内部。"
    assert summarize(store_of(make_article("one", text=text)), "one", 120).terms == ("水轮",)
