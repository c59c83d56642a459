"""What a store remembers of what it was asked."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Article, build_index
from corpus.index import store as stores
from corpus.index.analysed import NUMBERS
from corpus.index.manifest import MANIFEST_FILE, STORE_FILE, manifest_json, mark_files
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
        assert store.document_frequency(field, terms) == fresh._document_frequency(field, terms)
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


def test_a_build_of_the_format_before_is_read(articles: tuple[Article, ...], tmp_path: Path) -> None:
    """Passages that stand without title and script, their sentences as JSON, are the same until the next build."""
    folder = tmp_path / build_index(articles, tmp_path).build
    store = Store(folder)
    ids = [number for (number,) in store.connection().execute("SELECT id FROM passages")]
    passages, manifest = store.passages(ids), store.manifest
    store.close()
    with sqlite3.connect(folder / STORE_FILE) as connection:
        for passage in passages:
            numbers = passage.analysed.sentences.tolist()
            sentences = [numbers[n : n + 2] + numbers[n + 3 : n + NUMBERS] for n in range(0, len(numbers), NUMBERS)]
            connection.execute("UPDATE passages SET sentences = ? WHERE id = ?", (json.dumps(sentences), passage.id))
        connection.execute("ALTER TABLE passages DROP COLUMN title_units")
        connection.execute("ALTER TABLE passages DROP COLUMN cjk")
    connection.close()
    before = replace(manifest, format=4, files=mark_files(folder))
    (folder / MANIFEST_FILE).write_text(manifest_json(before))
    older = Store(folder)
    assert older.passages(ids) == passages
    older.close()
