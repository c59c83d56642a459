"""Tests of values as JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.json_output import json_text, plain
from corpus import Article, ArticleRef, Filters, Hit, SearchResults, Snippet

ARTICLE = Article(
    id="pond",
    title="The pond",
    text="Frogs sing.",
    language="en",
    author=None,
    source="Weekly",
    published="2024",
    url=None,
    origins=("pond.md", "copy.md"),
)


def test_an_article_is_its_id_title_and_origin() -> None:
    """What an answer holds of an article is enough to find it, and not its whole text."""
    assert plain(ARTICLE) == {"id": "pond", "title": "The pond", "origin": "pond.md"}


def test_other_values_are_their_fields() -> None:
    """A search's hits, snippets and filters keep the library's own names."""
    found = Hit(article=ARTICLE, snippets=(Snippet(text="Frogs", highlights=((0, 5),), spans=((0, 5),)),), score=1.5)
    value = plain(SearchResults(question="frogs", hits=(found,), total=1, filters=Filters(after="2024")))
    assert value == {
        "question": "frogs",
        "hits": [
            {
                "article": {"id": "pond", "title": "The pond", "origin": "pond.md"},
                "snippets": [{"text": "Frogs", "highlights": [[0, 5]], "spans": [[0, 5]]}],
                "score": 1.5,
            }
        ],
        "total": 1,
        "at_least": False,
        "suggestion": None,
        "searched": None,
        "profile": None,
        "filters": {"source": None, "author": None, "language": None, "after": "2024", "before": None},
        "weak": False,
        "found": [],
        "missing": [],
        "unread": [],
        "unquoted": False,
        "without": [],
        "titles": [],
    }


def test_what_has_no_form_is_refused() -> None:
    """A value that nobody thought of is a bug that shows, not a string by accident."""
    with pytest.raises(TypeError, match="bytes has no JSON form"):
        plain([b"raw"])


@given(st.text(st.characters(codec="utf-8")))
def test_text_survives_and_steers_no_terminal(text: str) -> None:
    """Escaping changes how the JSON is written, not what it says."""
    printed = json_text(plain(ArticleRef(id="a", title=text)))
    assert json.loads(printed)["title"] == text
    assert not {"\x1b", "\x9b", "\u202e", "\u2028"} & set(printed)


def test_chinese_stays_readable() -> None:
    """People look at this output as well."""
    assert "池塘" in json_text({"title": "池塘"})
