"""`footnote export`: the query log as CSV or JSON Lines."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

import click

from bot.cli.exit_codes import ExitCode
from bot.cli.session import read_settings
from bot.errors import DataUnwritable
from bot.storage.database import Value
from bot.storage.log_copy import reviewable_copy, rows_of

# What a spreadsheet takes for the beginning of a formula, in both widths.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@click.command("export")
@click.option("--presses", is_flag=True)
@click.option("--lines", is_flag=True)
@click.argument("file", type=click.Path(readable=False, path_type=Path), required=False)
def command(file: Path | None, *, presses: bool, lines: bool) -> int:
    """Write the log into a file, or to standard output."""
    settings = read_settings()
    with reviewable_copy(settings.log_path, private=settings.private_in_reviews) as copy:
        rows = rows_of(copy, "events" if presses else "queries")
        write_rows = write_lines if lines or (file is not None and file.suffix == ".jsonl") else write_csv
        if file is None:
            write_rows(rows, sys.stdout)
        else:
            # Spreadsheets take CSV for Chinese only with the mark of UTF-8 at its beginning.
            encoding = "utf-8-sig" if write_rows is write_csv else "utf-8"
            with DataUnwritable.of(file), file.open("w", encoding=encoding, newline="") as target:
                write_rows(rows, target)
    return ExitCode.DONE


def write_csv(rows: Iterable[Sequence[Value]], target: TextIO) -> None:
    """Write rows, the names of the columns first, as CSV; no text of theirs is a formula."""
    csv.writer(target).writerows([_guarded(value) for value in row] for row in rows)


def write_lines(rows: Iterable[Sequence[Value]], target: TextIO) -> None:
    """Write each row after that of the names as a JSON object on a line of its own."""
    names, *values = rows
    target.writelines(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n" for row in values)


def _guarded(value: Value) -> Value:
    """Return a value that a spreadsheet shows as it stands."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
