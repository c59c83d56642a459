"""The spool: whole records or none, on disk, private."""

import resource
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.spool import Spool

RECORDS = [("queries", {"id": 1, "text": "灯塔\n\u2028"}), ("events", {"id": 2, "text": None})]


def test_records_come_back_in_order(tmp_path: Path) -> None:
    """Two appends read as one list, whatever line ends the texts hold."""
    spool = Spool(tmp_path / "spool.jsonl")
    spool.append(RECORDS)
    spool.append(RECORDS[:1])
    assert spool.read() == ([*RECORDS, RECORDS[0]], (tmp_path / "spool.jsonl").stat().st_size)
    assert (tmp_path / "spool.jsonl").stat().st_mode & 0o777 == 0o600


def test_an_append_that_the_disk_cuts_short_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """On a full disk, retries must not fill what is left with halves."""
    path = tmp_path / "spool.jsonl"
    spool = Spool(path)
    spool.append(RECORDS)
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, hard))
    try:
        with pytest.raises(OSError):
            spool.append([("queries", {"text": "x" * 1000})])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before


@given(content=st.binary(max_size=200))
def test_any_bytes_are_records_or_left_out(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """A damaged spool never keeps the bot from starting, and what is appended after the damage is whole."""
    path = tmp_path_factory.mktemp("spool") / "spool.jsonl"
    path.write_bytes(content)
    spool = Spool(path)
    spool.append(RECORDS)
    assert spool.read()[0][-2:] == RECORDS


def test_what_is_appended_while_records_are_handled_stays(tmp_path: Path) -> None:
    """A row that arrives between the reading and the clearing of a spool is not lost with what was read."""
    spool = Spool(tmp_path / "spool.jsonl")
    spool.append(RECORDS)
    _, read_bytes = spool.read()
    spool.append(RECORDS[:1])
    spool.keep([], read_bytes)
    assert spool.read()[0] == RECORDS[:1]
    spool.keep(RECORDS[1:], spool.read()[1])
    assert spool.read()[0] == RECORDS[1:]
    assert (tmp_path / "spool.jsonl").stat().st_mode & 0o777 == 0o600
    spool.keep([], spool.read()[1])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("column", ["[1]", '{"a": 1}', str(2**70)])
def test_a_column_that_no_database_takes_holds_up_nothing(tmp_path: Path, column: str) -> None:
    """A damaged line is left out, or its number dropped, so that the rows behind it are replayed."""
    path = tmp_path / "spool.jsonl"
    path.write_text(f'["queries", {{"id": 5, "hits": {column}}}]\n')
    spool = Spool(path)
    spool.append(RECORDS)
    records, _ = spool.read()
    assert records[-2:] == RECORDS
    assert [columns["hits"] for _, columns in records[:-2]] in ([], [None])
