"""What a build holds, so that two of them can be compared."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from corpus import Library
from corpus.index.manifest import PASSAGE_BITS


def contents(folder: Path) -> dict[str, list[tuple]]:
    """Return what a store holds, with ranks for positions and forms for their numbers: the same for equal answers."""
    with Library.open(folder) as library:
        connection = library._store.connection()
        rank = {position: n for n, position in enumerate(library._store.positions)}
        forms = {0: "", **dict(connection.execute("SELECT id, form FROM name_form"))}
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        told = {}
        for table in tables:
            rows = connection.execute(f"SELECT * FROM {table}")  # noqa: S608  our own names
            if table == "short_terms":
                told[table] = [*chain.from_iterable(map(_counts, sorted(rows)))]
                continue
            if table == "english_words":  # 38,000, all of the dictionary
                told[table] = rows.fetchall()
                continue
            columns = [column for column, *_ in rows.description]
            if table == "name_form":
                columns[0] = "-"
            told[table] = sorted(
                (
                    tuple(_plain(column, value, table, rank, forms) for column, value in zip(columns, row, strict=True))
                    for row in rows
                ),
                key=repr,
            )
        return told


def _counts(block: tuple[int, bytes, bytes]) -> Iterator[tuple[int, int]]:
    _, numbers, counts = block
    return zip(memoryview(numbers).cast("q"), memoryview(counts).cast("I"), strict=True)


def _plain(column: str, value: object, table: str, rank: dict, forms: dict) -> object:
    if column == "-":
        return ""
    if column in {"article", "position"}:
        return rank[value]
    if table == "passages" and column == "id":
        return rank[value >> PASSAGE_BITS], value & 2**PASSAGE_BITS - 1
    if isinstance(value, float):
        return round(value, 9)  # what is added and taken away again leaves the last digits changed
    return forms[value] if column in {"form", "whose"} and isinstance(value, int) else value
