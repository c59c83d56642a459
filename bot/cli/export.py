"""`footnote export`: the query log as CSV or JSON Lines."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

import click

from bot.cli.exit_codes import ExitCode
from bot.cli.session import read_settings
from bot.errors import DataUnwritable
from bot.storage.log_copy import reviewable_copy, rows_of

Value = str | int | float | None
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


def write_csv(rows: Iterable[Mapping[str, Value]], target: TextIO) -> None:
    """Write rows as CSV with a line of names; no text of theirs is a formula."""
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(target, list(row))
            writer.writeheader()
        writer.writerow({name: _guarded(value) for name, value in row.items()})


def write_lines(rows: Iterable[Mapping[str, Value]], target: TextIO) -> None:
    """Write each row as a JSON object on a line of its own."""
    target.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _guarded(value: Value) -> Value:
    """Return a value that a spreadsheet shows as it stands."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
