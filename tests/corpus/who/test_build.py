"""The tables that a build writes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from corpus import Aliases
from corpus.analysis.folding import fold
from corpus.who.build import SCHEMA, NameWriter, known_forms, names_of

TABLES = ("name_form", "name_owner", "name_lookup", "name_place", "name_role", "name_fact", "name_office")
ONE = "教授秦望(Wang Qin)加入了海州大学。海州大学成立于1990年。"
OTHER = "秦望的绰号是“闸门”，他比较了维莫拉、布林德和海州大学。"


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Return a database within a transaction."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(f"BEGIN; {SCHEMA}")
        yield connection


def write(names: NameWriter, *texts: str, aliases: Aliases | None = None) -> None:
    for position, text in enumerate(texts, 1):
        names.add(position, names_of(text, fold(text), known_forms(aliases)))
    names.finish(aliases)


def dump(connection: sqlite3.Connection) -> list[str]:
    return sorted(connection.iterdump())


def test_names_stand_in_the_callers_transaction(connection: sqlite3.Connection) -> None:
    """Nothing is committed here: the caller may still take everything back."""
    write(NameWriter(connection), ONE)
    assert all(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES)  # noqa: S608  our own names
    connection.execute("ROLLBACK")
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_articles_without_a_name(connection: sqlite3.Connection) -> None:
    """Empty tables are no error."""
    write(NameWriter(connection), "好")
    assert connection.execute("SELECT count(*) FROM name_owner").fetchone() == (0,)


@pytest.mark.parametrize("text", ["李\0明创办了海州大学。", "A0\x000公司的创始人是秦望。"])
def test_a_name_with_a_nul_is_none(connection: sqlite3.Connection, text: str) -> None:
    """A text that a caller made may hold what SQLite's JSON takes for its end."""
    write(NameWriter(connection), text)
    forms = connection.execute("SELECT form FROM name_form").fetchall()
    assert forms
    assert not any("\0" in form for (form,) in forms)


def test_what_an_article_named_can_be_taken_back(connection: sqlite3.Connection) -> None:
    """Nothing of an article stays, of two that name the same only the other's part."""
    names = NameWriter(connection)
    write(names, ONE)
    alone = dump(connection)
    names.add(2, names_of(OTHER, fold(OTHER), ()))
    names.finish(None)
    assert dump(connection) != alone
    names.remove(2)
    names.finish(None)
    assert dump(connection) == alone
    names.remove(1)
    names.finish(None)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert not any(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)  # noqa: S608  our own names


def test_what_has_not_changed_is_not_written_again(connection: sqlite3.Connection) -> None:
    """Joining the same names again changes no row of an owner or a look-up."""
    names = NameWriter(connection)
    write(names, ONE, OTHER)
    before = connection.total_changes
    names.finish(None)
    (derived,) = connection.execute("SELECT count(*) FROM name_base").fetchone()
    (noted,) = connection.execute("SELECT count(*) FROM name_owner").fetchone()  # each number, for the time of it
    assert connection.total_changes - before == 4 * derived + noted


def test_forms_of_the_maintainer_are_noted_where_they_stand(connection: sqlite3.Connection) -> None:
    """A form that the maintainer has joined counts as written, and the article says which it was read with."""
    aliases = Aliases(groups=(("秦望", "泵哥"),))
    names = NameWriter(connection)
    write(names, "大家都叫他泵哥。", "好", aliases=aliases)
    assert connection.execute("SELECT name FROM name_owner").fetchall() == [("秦望",)]
    assert [names.known(article) for article in (1, 2)] == ["泵哥", ""]
