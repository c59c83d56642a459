"""Tables of articles, a row or line each: CSV and JSON Lines. What must not live here: what cleaning cuts from text."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.reading.draft import BadLine, Draft
from corpus.reading.encoding import decode
from corpus.reading.front_matter import checked, field_named
from corpus.reading.plain_text import normalise
from corpus.reading.reasons import Reason, Refused
from corpus.reading.words import LISTS

MAX_ARTICLES = 20_000
MAX_BAD_LINES = 100
_DELIMITERS = ",\t;|"
_Records = Iterable[tuple[int, Mapping[str, str] | str]]


def read_csv(data: bytes) -> Iterator[Draft | BadLine]:
    """Yield an article for each row below the names of the columns.

    Commas, tabs, semicolons or bars part the cells, whichever part the first row best. A row without text is reported,
    as is one with a cell of more than 131,072 characters, the limit of :mod:`csv`.

    Raises
    ------
    Refused
        As :func:`corpus.reading.encoding.decode`; ``empty``, or ``no_columns`` where the first row names no text.
    """
    text = decode(data)[0].lstrip("\ufeff")
    if not text.strip():
        raise Refused(Reason.EMPTY)
    first = text.split("\n", 1)[0].rstrip("\r")
    try:
        headers = [(next(csv.reader([first], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS]
        names, delimiter = max(headers, key=lambda header: sum(map(bool, map(_field, header[0]))))
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        next(rows)
    except csv.Error as error:
        raise Refused(Reason.NO_COLUMNS) from error
    fields = list(map(_field, names))
    if "text" not in fields:
        raise Refused(Reason.NO_COLUMNS, ", ".join(names)[:200])
    return _drafts(_csv_records(rows, fields))


def read_json_lines(data: bytes) -> Iterator[Draft | BadLine]:
    """Yield an article for each line; one that is no JSON object with text is reported.

    Raises
    ------
    Refused
        As :func:`corpus.reading.encoding.decode`.
    """
    return _drafts(_json_records(decode(data)[0].lstrip("\ufeff")))


def _field(name: str) -> str | None:
    return "text" if name.strip().lower() in LISTS["text"] else field_named(name)


def _csv_records(rows: Any, fields: list[str | None]) -> _Records:
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, str(error)
        else:
            if any(map(str.strip, row)):
                yield line, {field: cell for field, cell in zip(fields, row, strict=False) if field}


def _json_records(text: str) -> _Records:
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        try:
            record = json.loads(content)
        except (ValueError, RecursionError):
            yield line, "no JSON"
        else:
            pairs = record.items() if isinstance(record, dict) else ()
            yield line, {field: _string(value, field) for name, value in pairs if (field := _field(name))}


def _string(value: Any, field: str) -> str:
    """Return a value as text: the paragraphs of a text, several authors, the name of a thing that has one."""
    if isinstance(value, list):
        return ("\n\n" if field == "text" else ", ").join(filter(None, (_string(part, field) for part in value)))
    if isinstance(value, dict):
        return str(value.get("name") or "")
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _drafts(records: _Records) -> Iterator[Draft | BadLine]:
    articles = bad = line = 0
    for line, record in records:
        values = {} if isinstance(record, str) else dict(record)
        text = normalise(values.pop("text", ""))
        if not any(map(str.isalnum, text)):
            bad += 1
            if bad <= MAX_BAD_LINES:
                yield BadLine(line=line, why=record if isinstance(record, str) else "no text")
        elif articles == MAX_ARTICLES:
            yield BadLine(line=line, why=f"only {MAX_ARTICLES} articles are read of a file")
            return
        else:
            articles += 1
            yield Draft(said=checked(values), text=text, lines=True)
    if bad > MAX_BAD_LINES:
        yield BadLine(line=line, why=f"{bad - MAX_BAD_LINES} more such lines up to here")
