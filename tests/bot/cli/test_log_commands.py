"""The log on the desk: exported, looked through on a page, and erased from."""

import asyncio
import csv
import io
import json
import re
import signal
import sqlite3
import time
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import replace
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
import yaml

from bot.cli.exit_codes import ExitCode
from bot.cli.review import GUIDE
from bot.services.ports import EventRow, QueryRow
from bot.services.user_keys import UserKeys
from bot.storage.data_lock import data_lock
from bot.storage.log_copy import reviewable_copy
from bot.storage.query_log import SqliteQueryLog
from bot.storage.user_secret import user_secret
from corpus import Filters
from tests.bot.fakes import FakeState
from tests.patience import GUARD_S

DESCRIBED = yaml.safe_load(GUIDE.read_text("utf-8"))["databases"]["footnote"]
ROW = QueryRow(
    id=1,
    asked_at_ms=time.time_ns() // 1_000_000,
    kind="search",
    way_in="command",
    server_id=7,
    channel_id=8,
    user_key="ab",
    locale="en-US",
    language="en-US",
    text="frogs",
    filters=Filters(),
    private=False,
    outcome="nothing",
    hits=(),
    latency_ms=5.0,
    build="b1",
    error=None,
)


async def write(path: Path, *rows: QueryRow | EventRow) -> None:
    """Write rows into a log."""
    log = SqliteQueryLog(path, retention_days=3650)
    try:
        await log.open()
        for row in rows:
            log.record(row)
    finally:
        await log.close()  # its thread would keep pytest from ending


def stored(path: Path) -> bytes:
    """Return what a log's files hold: a backup that still reads it keeps the newest rows beside it."""
    return b"".join(side.read_bytes() for side in path.parent.glob(f"{path.name}*"))


@pytest.fixture
def log_path(home: Path) -> Path:
    """Write a log: two public questions, one of which looks like a formula, a private one, one by direct message."""
    path = home / "data" / "footnote.sqlite"
    queries = (
        ROW,
        replace(ROW, id=2, text='=HYPERLINK("x")&池塘', hits=(("pond", 1.5),), outcome="answered"),
        replace(ROW, id=3, text="secret frogs", private=True, filters=Filters(source="hush")),
        replace(ROW, id=4, text="whispered frogs", server_id=None),
    )
    judged = EventRow(
        id=11, query_id=1, at_ms=ROW.asked_at_ms, kind="not_helpful", user_key="cd", sentence="sentence 1"
    )
    asyncio.run(write(path, *queries, judged, replace(judged, id=13, query_id=3, sentence="sentence 3")))
    return path


def test_export_as_csv(footnote, log_path: Path, home: Path) -> None:
    """Each question is a row under the names of the columns; no cell is a formula, and private words are left out."""
    run = footnote("export")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert run.code == 0
    assert [row["text"] for row in rows] == ["frogs", '\'=HYPERLINK("x")&池塘', "", ""]
    assert list(rows[0]) == list(DESCRIBED["tables"]["queries"]["columns"])
    assert {row["filter_source"] for row in rows} == {""}
    assert footnote("export", "out.csv").out == ""
    assert (home / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert sorted(path.name for path in log_path.parent.iterdir() if path.name.startswith("review")) == []


def test_export_as_json_lines(footnote, log_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Presses come without what was said of private answers; where the operator says so, every word is there."""
    rows = [json.loads(line) for line in footnote("export", "--presses", "--lines").answer]
    assert [(row["kind"], row["sentence"]) for row in rows] == [("not_helpful", "sentence 1"), ("not_helpful", None)]
    monkeypatch.setenv("REVIEW_PRIVATE", "words")
    footnote("export", "all.jsonl")
    texts = [json.loads(line)["text"] for line in (home / "all.jsonl").read_text("utf-8").splitlines()]
    assert texts == ["frogs", '=HYPERLINK("x")&池塘', "secret frogs", "whispered frogs"]


@pytest.mark.parametrize("file", [".", "nowhere/out.csv"])
def test_an_export_that_cannot_be_written_is_one_line(footnote, log_path: Path, home: Path, file: str) -> None:
    """A folder in the place of a file, or one that is not there, is named with what the system says of it."""
    run = footnote("export", file)
    assert run.code == ExitCode.UNWRITABLE
    assert len(run.errors) == 1
    assert file in run.errors[0]


def test_no_byte_of_a_private_question_is_in_the_copy(log_path: Path) -> None:
    """What is taken out is not merely hidden: nobody who copies the copy finds it."""
    with reviewable_copy(log_path, private=False) as copy:
        content = copy.read_bytes()
        assert b"frogs" in content
        assert copy.stat().st_mode & 0o077 == 0
        for secret in (b"secret frogs", b"whispered", b"hush", b"sentence 3"):
            assert secret not in content
    assert not copy.parent.exists()


def test_without_a_log_there_is_nothing_to_export(footnote, home: Path) -> None:
    """One sentence says that nobody has asked, and an erasure makes no log to find nothing in."""
    run = footnote("export")
    assert (run.code, run.errors) == (ExitCode.NOTHING_FOUND, ["footnote: There is no log yet: nobody has asked"])
    before = set(home.rglob("*"))
    assert footnote("erase", "5").code == ExitCode.DONE
    assert set(home.rglob("*")) == before


def test_a_damaged_log_is_called_so(footnote, log_path: Path) -> None:
    """With the code of damage, and what happens next; no copy of it is left."""
    spoilt = bytearray(log_path.read_bytes())
    spoilt[100:9000] = bytes(range(1, 90)) * 100
    for side in ("-wal", "-shm"):
        log_path.with_name(log_path.name + side).unlink(missing_ok=True)
    log_path.write_bytes(spoilt)
    run = footnote("export")
    assert run.code == ExitCode.DAMAGED
    assert "the next start sets it aside" in run.errors[0]
    assert not list(log_path.parent.glob("review-*"))


def test_an_export_of_nothing_names_its_columns(footnote, home: Path) -> None:
    """In a spreadsheet the names are there before the first press."""
    asyncio.run(write(home / "data" / "footnote.sqlite", ROW))
    assert footnote("export", "--presses").answer == [",".join(DESCRIBED["tables"]["events"]["columns"])]
    assert footnote("export", "--presses", "--lines").answer == []


def test_every_column_is_described_and_every_query_runs(log_path: Path) -> None:
    """The guide tells of each column that there is, and of no other."""
    with closing(sqlite3.connect(log_path)) as log:
        for table, guide in DESCRIBED["tables"].items():
            described = log.execute(f"SELECT * FROM {table}").description  # noqa: S608 -- a name of our own
            assert [column[0] for column in described] == list(guide["columns"])
        found = {name: log.execute(query["sql"]).fetchall() for name, query in DESCRIBED["queries"].items()}
    assert found["no_result"][0][0] in {"frogs", "secret frogs", "whispered frogs"}
    assert found["articles_found"] == [("pond", 1, 0)]
    assert {name for name, rows in found.items() if not rows} == {"unknown_names", "errors"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_datasette_serves_a_copy_that_is_gone_at_the_end(child, log_path: Path, number: signal.Signals) -> None:
    """Only the holder of the printed address gets in; the words of private questions are in nothing it shows."""
    served = child("review", "--no-browser")
    address = served.stdout.readline().strip()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/-/auth-token\?token=\w+", address)
    root = address.split("/-/")[0]
    assert any("Uvicorn running" in line for line in served.stderr)
    anybody = urllib.request.build_opener()
    with pytest.raises(urllib.error.HTTPError, match="403"):
        anybody.open(f"{root}/footnote/queries.json")
    holder = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    holder.open(address).close()
    with holder.open(f"{root}/footnote/queries.json?_shape=array") as answer:
        assert [row["text"] for row in json.load(answer)] == ["frogs", '=HYPERLINK("x")&池塘', "", ""]
    with holder.open(f"{root}/footnote/no_result.json?_shape=array") as answer:
        assert [row["text"] for row in json.load(answer)] == ["frogs"]
    assert list(log_path.parent.glob("review-*"))
    served.send_signal(number)
    served.wait(GUARD_S)
    assert list(log_path.parent.glob("review-*")) == []


def test_erase_for_somebody_who_left(footnote, home: Path, log_path: Path) -> None:
    """Everything of that user goes, whatever LOG_USERS was when it was written; a running bot is not disturbed."""
    hashed, plain = UserKeys("hash", user_secret(home / "data"), FakeState()).forms(412345678901234567)
    mine = (
        replace(ROW, id=20, user_key=hashed, text="mine in a hash"),
        replace(ROW, id=21, user_key=plain, text="mine"),
    )
    asyncio.run(write(log_path, *mine))
    assert b"mine" in stored(log_path)
    with data_lock(home / "data"):
        assert footnote("erase", plain).code == ExitCode.TRY_LATER
    run = footnote("erase", plain)
    assert run.code == 0
    assert "Nothing of this user" in run.out
    assert b"mine" not in stored(log_path)
    assert b"frogs" in stored(log_path)
