"""What reviews and replays ask of the log, over a read-only connection of their own beside the writer.

What must not live here: what a row of a review means, and any way to write.
"""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import DataUnreadable
from bot.services.ports import AskedDay, AskedQuestion, Figures
from bot.storage.backups import open_read_only
from bot.storage.database import FAULTS, Row
from bot.storage.rows import FILTER_COLUMNS, filters_of

_T = TypeVar("_T")

_EPOCH = date(1970, 1, 1)

# Asked in a server, and not for the asker's eyes alone.
PUBLIC = "(server_id IS NOT NULL AND private = 0)"
_QUESTION = ", ".join(("kind", "text", *FILTER_COLUMNS))
_DAYS = """
SELECT asked_at_ms / 86400000 AS day, count(*), sum(outcome = 'refused'), sum(outcome IN ('answered', 'choices'))
FROM queries WHERE asked_at_ms >= ? GROUP BY day
"""
_PEOPLE = "SELECT count(DISTINCT user_key) FROM queries WHERE asked_at_ms >= ?"
_LATENCIES = """
SELECT round(latency_ms, 1) AS ms, count(*) FROM queries
WHERE asked_at_ms >= ? AND outcome != 'refused' AND latency_ms IS NOT NULL GROUP BY ms ORDER BY ms
"""
_JUDGED = """
SELECT coalesce(sum(kind = 'helpful'), 0), coalesce(sum(kind = 'not_helpful'), 0) FROM events WHERE at_ms >= ?
"""
_HITS = "SELECT hits FROM queries WHERE asked_at_ms >= ? AND hits != '[]'"
_POPULAR = """
SELECT json_extract(hits, '$[0][0]') AS article, count(*) AS n FROM queries
WHERE asked_at_ms >= ? AND hits != '[]' GROUP BY article ORDER BY n DESC, article LIMIT ?
"""


class SqliteLogReader:
    """A :class:`bot.services.ports.LogReader` over the log's file.

    Parameters
    ----------
    path
        The log; each call opens and closes it in a thread.
    private
        Whether reviewers may read what was asked in direct messages or privately.
    """

    def __init__(self, path: Path, *, private: bool) -> None:
        self._path = path
        self._shown = "1" if private else PUBLIC

    async def figures(self, since_ms: int) -> Figures:
        """Add up what was asked since a moment."""

        def read(log: sqlite3.Connection) -> Figures:
            days = log.execute(_DAYS, (since_ms,)).fetchall()
            ((people,),) = log.execute(_PEOPLE, (since_ms,))
            latencies = log.execute(_LATENCIES, (since_ms,)).fetchall()
            ((helpful, not_helpful),) = log.execute(_JUDGED, (since_ms,))
            return Figures(
                questions=sum(n for _, n, _, _ in days),
                refused=sum(refused for _, _, refused, _ in days),
                answered=sum(answered for _, _, _, answered in days),
                people=people,
                median_ms=_percentile(latencies, 50),
                p95_ms=_percentile(latencies, 95),
                helpful=helpful,
                not_helpful=not_helpful,
                days=tuple(
                    AskedDay(date=str(_EPOCH + timedelta(day)), questions=n - refused, answered=answered)
                    for day, n, refused, answered in days
                ),
            )

        return await self._read(read)

    async def asked(self, since_ms: int, limit: int, *, outcome: str | None = None) -> list[AskedQuestion]:
        """Return the questions that were asked most since a moment, the most frequent first."""
        select = (
            f"SELECT max(id), count(*), max(asked_at_ms), {self._shown} AS shown, NULL, {_QUESTION} FROM queries"  # noqa: S608 -- our own constants
            " WHERE asked_at_ms >= ? AND outcome NOT IN ('refused', 'error') AND outcome = coalesce(?, outcome)"
            f" GROUP BY text, kind, shown, {', '.join(FILTER_COLUMNS)} ORDER BY 2 DESC, 1 DESC LIMIT ?"
        )
        return await self._questions(select, (since_ms, outcome, limit))

    async def judged_unhelpful(self, since_ms: int, limit: int) -> list[AskedQuestion]:
        """Return the questions whose answers did not help, the latest first; ``times`` counts the judgements."""
        select = (
            f"SELECT q.id, count(*), max(e.at_ms), {self._shown}, json_group_array(e.sentence), q.{_QUESTION}"  # noqa: S608 -- our own constants
            " FROM events e JOIN queries q ON q.id = e.query_id WHERE e.at_ms >= ? AND e.kind = 'not_helpful'"
            " GROUP BY q.id ORDER BY 3 DESC LIMIT ?"
        )
        return await self._questions(select, (since_ms, limit))

    async def found(self, since_ms: int) -> frozenset[str]:
        """Return the ids of the articles that answers named since a moment."""

        def read(log: sqlite3.Connection) -> frozenset[str]:
            found: set[str] = set()
            for (hits,) in log.execute(_HITS, (since_ms,)):
                found.update(hits.split('"')[1::2])  # ids hold no quotation mark; json_each takes thrice as long
            return frozenset(found)

        return await self._read(read)

    async def popular(self, since_ms: int, limit: int) -> dict[str, int]:
        """Return the articles that came first most often since a moment, each with how often."""
        return await self._read(lambda log: dict(log.execute(_POPULAR, (since_ms, limit)).fetchall()))

    async def question(self, query_id: int) -> AskedQuestion | None:
        """Return one question, None where it is gone."""
        select = f"SELECT id, 1, asked_at_ms, {self._shown}, NULL, {_QUESTION} FROM queries WHERE id = ?"  # noqa: S608 -- our own constants
        return next(iter(await self._questions(select, (query_id,))), None)

    async def _questions(self, select: str, values: Row) -> list[AskedQuestion]:
        return await self._read(lambda log: [_question(row) for row in log.execute(select, values)])

    async def _read(self, read: Callable[[sqlite3.Connection], _T]) -> _T:
        def opened() -> _T:
            with closing(open_read_only(self._path)) as log:
                return read(log)

        with DataUnreadable.of(self._path, FAULTS):
            return await asyncio.to_thread(opened)


def _percentile(latencies: Sequence[tuple[float, int]], percent: int) -> float | None:
    """Return the first of ascending latencies that exceeds a share of them, each given with how often it stands."""
    left = sum(times for _, times in latencies) * percent // 100
    for ms, times in latencies:
        left -= times
        if left < 0:
            return ms
    return None


def _question(row: tuple[Any, ...]) -> AskedQuestion:
    query_id, times, last_ms, shown, sentences, kind, text, *filters = row
    return AskedQuestion(
        id=query_id,
        kind=kind,
        text=text,
        filters=filters_of(filters),
        times=times,
        last_ms=last_ms,
        shown=bool(shown),
        sentences=tuple(filter(None, json.loads(sentences or "[]"))),
    )
