"""Reviews read figures and questions beside the writer, and words of private questions only where they may."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import DataUnreadable
from bot.services.ports import AskedDay, EventRow, QueryRow
from bot.storage.backups import open_read_only
from bot.storage.log_reader import SqliteLogReader
from bot.storage.query_log import DAY_MS

MakeQuery = Callable[..., QueryRow]


def public(row: QueryRow, **changes: object) -> QueryRow:
    """Return a question that was asked before everybody, with changes."""
    return replace(row, **{"private": False, **changes})


@pytest.fixture
async def reader(log_path: Path, open_log: Callable, query: MakeQuery) -> SqliteLogReader:
    """Read a log of two days, in which somebody asked in public, privately and by direct message."""
    log = await open_log()
    for number in range(1, 6):
        log.record(public(query(number, text="灯塔", asked_at_ms=DAY_MS + number), latency_ms=float(number)))
    log.record(public(query(6, text="lost ferry", asked_at_ms=2 * DAY_MS), outcome="nothing", hits=(), user_key="b"))
    log.record(replace(query(7, text="秘密", asked_at_ms=2 * DAY_MS + 1), outcome="nothing", hits=(("c3", 1.0),)))
    log.record(public(query(8, text="私信", asked_at_ms=2 * DAY_MS + 2), server_id=None))
    log.record(public(query(9, text="", asked_at_ms=2 * DAY_MS + 3), outcome="refused", hits=()))
    log.record(public(query(10, text="早", asked_at_ms=5)))
    for number, (of, sentence) in enumerate(((1, "太旧"), (2, None), (7, "不是我问的"))):
        kind, at_ms = "not_helpful", 2 * DAY_MS + number
        log.record(EventRow(id=20 + number, query_id=of, at_ms=at_ms, kind=kind, user_key="b", sentence=sentence))
    log.record(EventRow(id=30, query_id=3, at_ms=2 * DAY_MS, kind="helpful", user_key="b"))
    await log.flush()
    return SqliteLogReader(log_path, private=False)


async def test_figures_add_up(reader: SqliteLogReader) -> None:
    """Questions, people, answers, latencies without refusals, judgements, days; what is older is left out."""
    figures = await reader.figures(DAY_MS)
    assert (figures.questions, figures.refused, figures.answered, figures.people) == (9, 1, 6, 2)
    assert figures.median_ms == 5.0
    assert figures.p95_ms == 12.5
    assert (figures.helpful, figures.not_helpful) == (1, 3)
    assert figures.days == (
        AskedDay(date="1970-01-02", questions=5, answered=5),
        AskedDay(date="1970-01-03", questions=3, answered=1),
    )


async def test_questions_come_most_frequent_first(reader: SqliteLogReader, log_path: Path) -> None:
    """Private ones and direct messages are there to be counted, and may be read where the operator says so."""
    asked = await reader.asked(DAY_MS, 10)
    assert [(one.text, one.times, one.id, one.shown) for one in asked] == [
        ("灯塔", 5, 5, True),
        ("私信", 1, 8, False),
        ("秘密", 1, 7, False),
        ("lost ferry", 1, 6, True),
    ]
    assert asked[0].filters.source == "灯塔报"
    assert [one.text for one in await reader.asked(DAY_MS, 10, outcome="nothing")] == ["秘密", "lost ferry"]
    assert [one.id for one in await reader.asked(DAY_MS, 1)] == [5]
    assert all(one.shown for one in await SqliteLogReader(log_path, private=True).asked(DAY_MS, 10))


async def test_what_did_not_help_comes_with_what_was_said(reader: SqliteLogReader) -> None:
    """Each question once, the last judged first; a judgement without a sentence counts."""
    judged = await reader.judged_unhelpful(DAY_MS, 10)
    assert [(one.id, one.times, one.sentences, one.shown) for one in judged] == [
        (7, 1, ("不是我问的",), False),
        (2, 1, (), True),
        (1, 1, ("太旧",), True),
    ]


async def test_found_articles_and_single_questions(reader: SqliteLogReader) -> None:
    """The articles of every answer count, whoever asked; a question is read by its id."""
    assert await reader.found(DAY_MS) == {"a1", "b2", "c3"}
    question = await reader.question(6)
    assert question is not None
    assert (question.text, question.kind) == ("lost ferry", "search")
    assert await reader.question(999) is None


async def test_percentiles_are_of_all_latencies(log_path: Path, open_log: Callable, query: MakeQuery) -> None:
    """To a tenth of a millisecond, however many answers took as long; a refusal and the unmeasured count nothing."""
    log = await open_log()
    took = [2.04, 2.04, *[1.0] * 8, *[30.0] * 9, 400.0]
    for number, latency_ms in enumerate(took, 1):
        log.record(replace(query(number), latency_ms=latency_ms))
    log.record(replace(query(50), latency_ms=None))
    log.record(replace(query(51), latency_ms=9000.0, outcome="refused"))
    await log.flush()
    figures = await SqliteLogReader(log_path, private=False).figures(0)
    assert (figures.median_ms, figures.p95_ms) == (30.0, 400.0)


async def test_a_stretch_of_time_is_all_that_is_read(reader: SqliteLogReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the log, no statement of a review looks at all of it; what groups by another column is seen to."""
    asked: list[str] = []

    def traced(path: Path) -> sqlite3.Connection:
        log = open_read_only(path)
        log.set_trace_callback(asked.append)
        return log

    monkeypatch.setattr("bot.storage.log_reader.open_read_only", traced)
    await reader.figures(DAY_MS)
    await reader.asked(DAY_MS, 10)
    await reader.judged_unhelpful(DAY_MS, 10)
    await reader.found(DAY_MS)
    await reader.popular(DAY_MS, 10)
    assert len(asked) >= 8
    with closing(open_read_only(reader._path)) as log:
        for statement in asked:
            assert not whole_tables(log, statement), statement
        assert whole_tables(log, "SELECT count(*) FROM queries WHERE outcome = 'nothing'")


def whole_tables(log: sqlite3.Connection, statement: str) -> list[str]:
    """Return the steps of a statement that read a table, or an index of it, from end to end."""
    steps = [str(step[-1]) for step in log.execute(f"EXPLAIN QUERY PLAN {statement}")]
    return [step for step in steps if re.match(r"SCAN (queries|events|q|e)\b", step)]


async def test_an_empty_or_missing_log(log_path: Path, open_log: Callable) -> None:
    """Nothing asked is nothing, and a log that is not there is told."""
    with pytest.raises(DataUnreadable):
        await SqliteLogReader(log_path, private=False).figures(0)
    await open_log()
    figures = await SqliteLogReader(log_path, private=False).figures(0)
    assert (figures.questions, figures.median_ms, figures.days) == (0, None, ())
