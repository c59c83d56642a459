"""The value that everything else is made of."""

import dataclasses
import hashlib

import pytest

from corpus.article import ARTICLE_ID, Article, article_id, content_hash

ARTICLE = Article(
    id="harbour",
    title="The harbour",
    text="Boats come in.",
    language="en",
    author=None,
    source=None,
    published=None,
    url=None,
    origins=("a.txt", "b.txt"),
)


def test_the_origin_is_the_first_of_the_origins() -> None:
    """An article that stands in several files is shown with the first."""
    assert ARTICLE.origin == "a.txt"


def test_an_article_cannot_be_changed() -> None:
    """Values are frozen, so that an answer never changes under its reader."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        ARTICLE.title = "Other"  # type: ignore[misc]  # that it fails is what is shown


def test_the_id_is_the_hash_of_path_and_title() -> None:
    """Anybody can compute an id: 16 hex digits of SHA-256 over path, hash sign and folded title."""
    assert article_id("dir/海.txt", "海边") == hashlib.sha256("dir/海.txt#海边".encode()).hexdigest()[:16]
    assert ARTICLE_ID.fullmatch(article_id("a.txt", "1"))


def test_the_id_does_not_depend_on_how_a_file_system_spells_accents() -> None:
    """MacOS hands out decomposed names, Linux what was typed."""
    assert article_id("cafe\u0301.txt", "x") == article_id("caf\u00e9.txt", "x")


@pytest.mark.parametrize(
    "change",
    [
        {"title": "The harbor"},
        {"text": "Boats come in!"},
        {"language": "fr"},
        {"author": "Ada"},
        {"source": "Ada"},
        {"published": "2020"},
        {"url": "https://example.org/"},
        {"origins": ("a.txt",)},
    ],
)
def test_the_content_hash_changes_with_anything_shown(change: dict[str, object]) -> None:
    """A reindex reuses an article only when nothing of it changed."""
    assert content_hash(dataclasses.replace(ARTICLE, **change)) != content_hash(ARTICLE)


def test_the_content_hash_leaves_the_id_out_and_tells_fields_apart() -> None:
    """Renaming an id changes no content; moving a word from one field to the next does."""
    assert content_hash(dataclasses.replace(ARTICLE, id="quay")) == content_hash(ARTICLE)
    author = dataclasses.replace(ARTICLE, author="x", source=None)
    assert content_hash(author) != content_hash(dataclasses.replace(ARTICLE, author=None, source="x"))
