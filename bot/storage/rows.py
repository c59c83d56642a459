"""The values of :mod:`bot.services.ports` as flat columns and back. What must not live here: SQL and files."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from bot.services.ports import AnswerState, EventRow, QueryRow
from bot.storage.database import Value
from corpus import Filters

Columns = Mapping[str, Value]
_FILTER_NAMES = tuple(field.name for field in fields(Filters))
FILTER_COLUMNS = tuple(f"filter_{name}" for name in _FILTER_NAMES)
_INTEGERS = range(-(2**63), 2**63)


def column_names(kind: type[QueryRow | AnswerState | EventRow]) -> tuple[str, ...]:
    """Return the columns of a value's table, in the order of its fields."""
    names: list[str] = []
    for field in fields(kind):
        names += FILTER_COLUMNS if field.name == "filters" else [field.name]
    return tuple(names)


def columns_of(value: QueryRow | AnswerState | EventRow) -> dict[str, Value]:
    """Return a value as columns that SQLite takes, whatever text or number arrived from outside."""
    # Not asdict, which copies every hit: this runs on the event loop, once a question.
    columns: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
    filters = columns.pop("filters", None)
    if filters is not None:
        columns.update(zip(FILTER_COLUMNS, (getattr(filters, name) for name in _FILTER_NAMES), strict=True))
    if "hits" in columns:
        columns["hits"] = json.dumps(columns["hits"])
    return {name: storable(column) for name, column in columns.items()}


def answer_of(columns: Columns) -> AnswerState:
    """Return the state that :func:`columns_of` made these columns of."""
    given: dict[str, Any] = {name: column for name, column in columns.items() if name not in FILTER_COLUMNS}
    filters = filters_of([columns[name] for name in FILTER_COLUMNS])
    return AnswerState(**given | {"filters": filters, "private": bool(columns["private"])})


def filters_of(values: Sequence[Any]) -> Filters:
    """Return the filters whose columns these are, in the order of FILTER_COLUMNS."""
    return Filters(**dict(zip(_FILTER_NAMES, values, strict=True)))


def storable(column: Any) -> Value:
    """Replace what SQLite refuses: half a surrogate pair (a client may send one), an integer over 64 bits.

    Raises
    ------
    TypeError
        For a value that no column holds.
    """
    if isinstance(column, str):
        return column.encode("utf-8", "replace").decode()
    if isinstance(column, int):
        return column if column in _INTEGERS else None
    if column is None or isinstance(column, float):
        return column
    raise TypeError(type(column).__name__)
