"""Footnote and its plain peers answer the same questions in the same shape."""

from collections.abc import Iterator

import pytest

import corpus
from benchmarks.quality_systems import Footnote, Plain

TEXTS = {
    "mill": "磨坊主人是工程师王小明。王小明说，水轮每天转动。清华大学的学生来参观。",
    "tower": "Clara Lindqvist kept the lamp. Lindqvist, an engineer of Orrin Labs, wrote letters every night.",
}


def article(name: str, text: str, language: str) -> corpus.Article:
    return corpus.Article(
        id=name,
        title=name,
        text=text,
        language=language,
        author=None,
        source=None,
        published=None,
        url=None,
        origins=(f"{name}.md",),
    )


@pytest.fixture(scope="module")
def articles() -> list[corpus.Article]:
    return [article(name, text, "en" if name == "tower" else "zh-Hans") for name, text in TEXTS.items()]


@pytest.fixture(scope="module")
def footnote(articles, tmp_path_factory) -> Iterator[Footnote]:
    folder = tmp_path_factory.mktemp("index")
    corpus.build_index(articles, folder)
    with corpus.Library.open(folder) as library:
        yield Footnote(library)


@pytest.fixture(scope="module")
def plain(articles) -> Plain:
    return Plain(articles)


def test_footnote_answers_through_the_public_library(footnote: Footnote) -> None:
    """A search shows articles and snippets of their wording."""
    answer = footnote.search("who kept the lamp")
    assert answer.articles[0] == "tower"
    assert answer.snippets[0] in TEXTS["tower"]


def test_footnote_lists_and_finds_its_names(footnote: Footnote) -> None:
    """Each name that was found leads to a card of its kind with all its forms."""
    found = {form: card.kind for card in footnote.found() for form in card.forms}
    assert found["王小明"] == found["Clara Lindqvist"] == "person"
    card = footnote.card("王小明")
    assert card is not None
    assert (card.kind, card.forms[0], card.articles) == ("person", "王小明", {"mill"})
    assert footnote.card("nobody at all") is None


def test_a_summary_is_read_up_to_its_budget(footnote: Footnote) -> None:
    """No system gains by showing more than was asked for."""
    assert 0 < len(footnote.summary("tower", 40)) <= 40


def test_footnote_routes_messages(footnote: Footnote) -> None:
    """Plain words come to a kind and an argument."""
    assert footnote.route("who is Ada?") == ("who", "Ada")


def test_the_peer_ranks_by_words_and_shows_the_window_that_holds_most() -> None:
    """The best article comes first, with the 200 characters that share most words with the question."""
    long = article("long", "白" * 200 + "水轮转动" + "黑" * 300, "zh-Hans")
    others = [article(name, "灯塔", "zh-Hans") for name in ("other", "third")]
    answer = Plain([*others, long]).search("水轮转动")
    assert answer.articles == ("long", "other", "third")
    assert answer.snippets[0] == "水轮转动" + "黑" * 196


def test_the_peer_takes_names_from_tags(plain: Plain) -> None:
    """A tagged word is a name, found again only letter by letter."""
    assert {(card.kind, card.forms[0]) for card in plain.found()} >= {
        ("person", "王小明"),
        ("organisation", "清华大学"),
    }
    card = plain.card("王小明")
    assert card is not None
    assert card.articles == {"mill"}
    assert plain.card("王小") is None


def test_the_peer_sums_up_by_the_beginning_and_searches_everything(plain: Plain) -> None:
    """Lead is the first characters; a greeting is searched for."""
    assert plain.summary("mill", 5) == "磨坊主人是"
    assert plain.route("hello") == ("search", "hello")
