"""What a store remembers of what it was asked."""

from pathlib import Path

import pytest

from corpus import Article, build_index
from corpus.index import frequencies
from corpus.index import store as stores
from corpus.index.store import Store


@pytest.mark.parametrize("most", [2, 5, 4096])
def test_what_is_remembered_is_what_is_stored(
    articles: tuple[Article, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Document frequencies are the same however often, in whatever field and among how many others they are asked."""
    monkeypatch.setattr(stores, "_MOST_KNOWN", most)
    build = build_index(articles, tmp_path).build
    asked = [("W", ["灯塔", "没有", "pear"]), ("U", ["灯", "塔", "pear"]), ("B", ["灯塔", "塔灯"]), ("W", [])]
    store = Store(tmp_path / build)
    for field, terms in asked * 3:
        fresh = Store(tmp_path / build)
        assert store.document_frequency(field, terms) == frequencies.document_frequency(
            fresh.connection(), field, terms
        )
        assert len(store._known) <= max(most, len(terms))
        fresh.close()
    assert store.document_frequency("W", ["灯塔", "没有"]) == {"灯塔": 1}
    store.close()


def test_articles_at_some_positions(articles: tuple[Article, ...], tmp_path: Path) -> None:
    """Articles are read by position; where there is none, none is given."""
    store = Store(tmp_path / build_index(articles, tmp_path).build)
    places = [*store.positions]
    assert [*store.articles_at([*places[1:3], places[-1] + 1]).values()] == [*articles[1:3]]
    store.close()
