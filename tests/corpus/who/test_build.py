"""The tables that a build writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from corpus import Article
from corpus.who.build import write_names
from tests.corpus.conftest import make_article

TABLES = ("name_form", "name_owner", "name_lookup", "name_place", "name_role")


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Return a database within a transaction."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        yield connection


def test_names_stand_in_the_callers_transaction(connection: sqlite3.Connection) -> None:
    """Nothing is committed here: the caller may still take everything back."""
    write_names(connection, [make_article("one", text="教授秦望说好。")], None)
    assert all(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES)  # noqa: S608  # our own names
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_articles_are_read_once_and_not_kept(connection: sqlite3.Connection) -> None:
    """A stream is enough, and each article is gone before the next one is read."""
    alive: list[str] = []

    def stream() -> Iterator[Article]:
        for number in range(3):
            alive.append(f"a{number}")
            yield make_article(f"a{number}", text="教授秦望说好。")

    write_names(connection, stream(), None)
    assert alive == ["a0", "a1", "a2"]
    assert connection.execute("SELECT name, mentions FROM name_owner").fetchall() == [("秦望", 3)]


def test_articles_without_a_name(connection: sqlite3.Connection) -> None:
    """Empty tables are no error."""
    write_names(connection, [make_article("one", text="好")], None)
    assert connection.execute("SELECT count(*) FROM name_owner").fetchone() == (0,)
