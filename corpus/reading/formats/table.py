"""Tables of articles: rows of CSV, lines and lists of JSON. What must not live here: what cleaning cuts from text."""

import csv
import html
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corpus.reading.draft import BadLine, Draft
from corpus.reading.encoding import decode
from corpus.reading.front_matter import as_text, by_field, checked
from corpus.reading.plain_text import normalise
from corpus.reading.reasons import Reason, Refused

MAX_ARTICLES = 20_000
MAX_BAD_LINES = 100
_DELIMITERS = ",\t;|"
_NAMES_CHARS = 2**16
_WRAPPINGS = 6  # how deep in the answer of an API its list may be
_LONGEST_CELL = 2**31 - 1  # files are bounded already
_Records = Iterable[tuple[int, Mapping[str, str] | str]]


def read_csv(data: bytes) -> Iterator[Draft | BadLine]:
    """Yield an article for each row below the names of the columns.

    Commas, tabs, semicolons or bars part the cells, whichever part the first row best. A row without text is reported.

    Raises
    ------
    Refused
        As :func:`corpus.reading.encoding.decode`; ``empty``, or ``no_columns`` where the first row names no text.
    """
    text = decode(data)[0].lstrip("\ufeff")
    if not text.strip():
        raise Refused(Reason.EMPTY)
    says_delimiter = text[:4].lower() == "sep="  # as spreadsheets write above the names
    first = [*text[:_NAMES_CHARS].splitlines(), ""][says_delimiter]
    csv.field_size_limit(_LONGEST_CELL)  # of the whole process: one for all files
    headers = [(next(csv.reader([first], delimiter=delimiter), []), delimiter) for delimiter in _DELIMITERS]
    names, delimiter = max(headers, key=lambda header: len(by_field(dict.fromkeys(header[0]))))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for _ in range(1 + says_delimiter):
        next(rows, None)
    if "text" not in by_field(dict.fromkeys(names)):
        raise Refused(Reason.NO_COLUMNS, ", ".join(names)[:200])
    return _drafts(_csv_records(rows, names))


def read_json(data: bytes) -> Iterator[Draft | BadLine]:
    """Yield an article for each line, or each item of the one list; one that is no JSON object with text is reported.

    An exported chat is an article, its channel the title.

    Raises
    ------
    Refused
        As :func:`corpus.reading.encoding.decode`.
    """
    return _drafts(_json_records(decode(data)[0].lstrip("\ufeff")))


def _csv_records(rows: Any, names: list[str]) -> _Records:
    line = rows.line_num + 1
    for row in rows:
        if any(map(str.strip, row)):
            yield line, by_field(dict(zip(names, row, strict=False)))
        line = rows.line_num + 1


def _json_records(text: str) -> _Records:
    records: Iterable[tuple[int, Any]]
    whole = _json(text)
    if whole is None:
        records = ((line, _json(content)) for line, content in enumerate(text.split("\n"), 1) if content.strip())
    else:
        records = enumerate(_items(whole) or (whole if isinstance(whole, list) else [whole]), 1)
    for line, record in records:
        values = by_field(record) if isinstance(record, dict) else {}
        said = {field: as_text(value) or "" for field, value in values.items() if field != "text"}
        said |= {"title": html.unescape(said.get("title", "")), "text": _text(values.get("text"))}
        yield line, "no JSON" if record is None else said


def _items(held: Any, depth: int = _WRAPPINGS) -> list[Any]:
    """Return the records of an article itself, or of the first articles within the answer of an API."""
    if _is_article(held):
        return [held]
    if not depth or not isinstance(held, dict | list):
        return []
    if isinstance(held, dict):
        return next(filter(None, (_items(each, depth - 1) for each in held.values())), [])
    if any(map(_is_article, held)):
        return held
    return [item for each in held for item in _items(each, depth - 1)]


def _is_article(held: Any) -> bool:
    return isinstance(held, dict) and "text" in by_field(held)


def _json(text: str) -> Any:
    """Return what a text of JSON says, None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _text(value: Any) -> str:
    """Return a value as text: its paragraphs, or who said what in a chat or a thread."""
    if isinstance(value, list):
        # Telegram parts a message where it is bold or a link.
        in_runs = any(isinstance(each, str) for each in value) and any(isinstance(each, dict) for each in value)
        return ("" if in_runs else "\n\n").join(filter(None, map(_text, value)))
    if not isinstance(value, dict) or "rendered" in value:
        return as_text(value) or ""
    if not _is_article(value):
        return _text(_items(value))
    values = by_field(value)
    said, author = _text(values["text"]), as_text(values.get("author") or value.get("role") or value.get("from"))
    return f"{author}: {said.removeprefix('<p>')}" if said and author else said


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
            if values.get("id", "").isdecimal():  # a row's number, which rows of other files have too
                del values["id"]
            yield Draft(said=checked(values), text=text, lines=True, line=line)
    if bad > MAX_BAD_LINES:
        yield BadLine(line=line, why=f"{bad - MAX_BAD_LINES} more such lines up to here")
