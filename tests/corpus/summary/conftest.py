"""A way to index a few articles and open their store."""

from collections.abc import Callable, Iterator

import pytest

from corpus import Article
from corpus.index.builder import build_index
from corpus.index.store import Store


@pytest.fixture(scope="session")
def store_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Store]]:
    """Return a function that indexes articles and opens the store."""
    opened: list[Store] = []

    def open_store(*articles: Article) -> Store:
        folder = tmp_path_factory.mktemp("index")
        opened.append(Store(folder / build_index(articles, folder, engine="rank-bm25").build))
        return opened[-1]

    yield open_store
    for store in opened:
        store.close()
