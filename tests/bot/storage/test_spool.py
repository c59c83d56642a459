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
