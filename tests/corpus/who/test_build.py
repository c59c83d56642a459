"""The tables that a build writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from corpus.reading import Aliases
from corpus.who import build
from corpus.who.build import NameWriter

TABLES = ("name_form", "name_owner", "name_lookup", "name_place", "name_role", "name_fact")


def write(names: NameWriter, *texts: str) -> None:
    for position, text in enumerate(texts):
        names.add(position, text)
    names.finish()


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Return a database within a transaction."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("BEGIN")
        yield connection


def test_names_stand_in_the_callers_transaction(connection: sqlite3.Connection) -> None:
    """Nothing is committed here: the caller may still take everything back."""
    write(NameWriter(connection, None), "教授秦望加入了海州大学。")
    assert all(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES)  # noqa: S608  # our own names
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_articles_without_a_name(connection: sqlite3.Connection) -> None:
    """Empty tables are no error."""
    write(NameWriter(connection, None), "好")
    assert connection.execute("SELECT count(*) FROM name_owner").fetchone() == (0,)


def test_a_text_is_read_once(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build found in a text serves the next one, and the tables come out the same."""
    texts = "教授秦望(Wang Qin)加入了海州大学。", "秦望的绰号是“闸门”。", "好"
    write(NameWriter(connection, None), *texts)
    monkeypatch.setattr(build, "extract", None)
    with closing(sqlite3.connect(":memory:")) as later:
        write(NameWriter(later, None, connection), *texts)
        for table in TABLES:
            rows = f"SELECT * FROM {table}"  # noqa: S608  # our own names
            assert later.execute(rows).fetchall() == connection.execute(rows).fetchall()


def test_other_aliases_are_looked_for_again(connection: sqlite3.Connection) -> None:
    """A form that the maintainer has added since counts in texts that have not changed."""
    write(NameWriter(connection, None), "大家都叫他泵哥。")
    aliases = Aliases(groups=(("秦望", "泵哥"),))
    with closing(sqlite3.connect(":memory:")) as later:
        write(NameWriter(later, aliases, connection), "大家都叫他泵哥。")
        assert later.execute("SELECT name FROM name_owner").fetchall() == [("秦望",)]
