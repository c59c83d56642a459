"""What an admin learns from the log: figures, and lists of questions that call for something to be done.

What must not live here: SQL, wording, Discord.
"""

import asyncio
import hashlib
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Literal, get_args

from bot.services.kept import Kept
from bot.services.library_host import LibraryHost
from bot.services.ports import AskedDay, AskedQuestion, Figures, LogReader, StateStore
from corpus import ArticleRef, CorpusError
from corpus.analysis.folding import fold_key

ListName = Literal["top", "nothing", "unhelpful", "unknown", "unfound"]
LISTS: tuple[ListName, ...] = get_args(ListName)
DAYS = 7
READ = 2000  # distinct questions that a list is made of, the most frequent ones
KEPT = 200
SENTENCES = 3
TEXT_CHARS = 200
_ARTICLES = 200_000
_EPOCH = date(1970, 1, 1)
_DAY_MS = 24 * 3600 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """Something that was asked, judged, or never found: exactly one of ``query_id`` and ``article_id`` is set.

    ``sentences`` are the last ones said about it; ``key`` names the row while it is marked as handled.
    """

    key: str
    text: str
    times: int
    query_id: int | None = None
    article_id: str | None = None
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A stretch of days; ``hidden`` counts, for each list, what reviewers may only count.

    A list holds at most 200 rows, those of most use; ``unfound`` counts the articles never found, the others too.
    """

    days: int
    figures: Figures
    lists: dict[ListName, tuple[ReviewRow, ...]]
    hidden: dict[ListName, int]
    unfound: int = 0

    def count(self, name: ListName) -> int:
        """Return how many rows a list has."""
        return self.unfound if name == "unfound" else len(self.lists[name])

    def without(self, key: str) -> "Review":
        """Return the review without the row of a key."""
        lists = {name: tuple(row for row in rows if row.key != key) for name, rows in self.lists.items()}
        return replace(self, lists=lists, unfound=self.unfound - len(self.lists["unfound"]) + len(lists["unfound"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewing:
    """Makes reviews.

    Attributes
    ----------
    log
        Reads what was asked.
    state
        Remembers which rows were handled; one comes back when it is asked again.
    host
        Knows the articles.
    clock
        Seconds since the epoch.
    kept
        The last review, which an erasure drops.
    """

    log: LogReader
    state: StateStore
    host: LibraryHost
    clock: Callable[[], float] = time.time
    kept: Kept[Review] = field(default_factory=Kept)

    async def review(self, days: int, *, anew: bool = True) -> Review:
        """Look back over some days, or return the last review of them: it takes a second over 100,000 questions.

        Raises
        ------
        DataUnreadable, DataUnwritable
            The log or the state cannot be read.
        """
        return await self.kept.of(days, partial(self._review, days), anew=anew)

    async def _review(self, days: int) -> Review:
        since_ms = (int(self.clock() * 1000) // _DAY_MS - days + 1) * _DAY_MS  # whole days, and what there is of today
        figures, top, nothing, unhelpful, named, handled = await asyncio.gather(
            self.log.figures(since_ms),
            self.log.asked(since_ms, READ),
            self.log.asked(since_ms, READ, outcome="nothing"),
            self.log.judged_unhelpful(since_ms, READ),
            self.log.found(since_ms),
            self.state.handled(),
        )
        found: dict[ListName, Sequence[AskedQuestion]] = {
            "top": top,
            "nothing": [one for one in nothing if one.kind != "who"],
            "unhelpful": unhelpful,
            "unknown": [one for one in nothing if one.kind == "who"],
        }
        # Folding thousands of questions takes tenths of a second, which the event loop does not have.
        lists: dict[ListName, tuple[ReviewRow, ...]] = {
            name: await asyncio.to_thread(_rows, name, [one for one in asked if one.shown], handled)
            for name, asked in found.items()
        }
        lists["unfound"], unfound = await self._unfound(named, handled)
        hidden: dict[ListName, int] = {
            name: sum(one.times for one in asked if not one.shown) for name, asked in found.items()
        }
        dense = tuple(_every_day(figures.days, since_ms // _DAY_MS, days))
        return Review(days=days, figures=replace(figures, days=dense), lists=lists, hidden=hidden, unfound=unfound)

    async def question(self, query_id: int) -> AskedQuestion | None:
        """Return a question of a review to be asked again, None where it is gone or may not be read."""
        question = await self.log.question(query_id)
        return question if question is not None and question.shown else None

    async def handle(self, key: str) -> None:
        """Mark a row as handled, until it is asked again."""
        await self.state.put_handled(key, int(self.clock() * 1000))
        self.kept.change(lambda review: review.without(key))

    async def _unfound(self, named: Container[str], handled: Mapping[str, int]) -> tuple[tuple[ReviewRow, ...], int]:
        """Return the first articles that no answer named, and how many there are; none where there is no library."""
        try:
            return await self.host.call(
                lambda library: _unfound_rows(library.complete_titles("", _ARTICLES), named, handled)
            )
        except CorpusError:
            return (), 0


def _every_day(known: Iterable[AskedDay], first: int, days: int) -> Iterator[AskedDay]:
    """Yield each day from the one with that number since 1970, those without a question too."""
    seen = {day.date: day for day in known}
    for number in range(first, first + days):
        day = (_EPOCH + timedelta(number)).isoformat()
        yield seen.get(day, AskedDay(date=day, questions=0, answered=0))


def _rows(name: ListName, asked: Iterable[AskedQuestion], handled: Mapping[str, int]) -> tuple[ReviewRow, ...]:
    """Return one row for questions that fold to the same, the most frequent first, without those handled since."""
    groups: dict[str, list[AskedQuestion]] = {}
    for one in asked:
        groups.setdefault(_key(name, f"{one.kind == 'who'}{fold_key(one.text[:TEXT_CHARS])}"), []).append(one)
    rows = [
        ReviewRow(
            key=key,
            text=group[0].text[:TEXT_CHARS],
            times=sum(one.times for one in group),
            query_id=max(one.id for one in group),
            sentences=tuple(sentence for one in group for sentence in one.sentences)[:SENTENCES],
        )
        for key, group in groups.items()
        if name == "top" or handled.get(key, -1) < max(one.last_ms for one in group)
    ]
    return tuple(sorted(rows, key=lambda row: row.times, reverse=True)[:KEPT])


def _unfound_rows(
    refs: Iterable[ArticleRef], named: Container[str], handled: Mapping[str, int]
) -> tuple[tuple[ReviewRow, ...], int]:
    keyed = ((ref, _key("unfound", ref.id)) for ref in refs if ref.id not in named)
    left = [(ref, key) for ref, key in keyed if key not in handled]
    rows = (ReviewRow(key=key, text=ref.title, times=0, article_id=ref.id) for ref, key in left[:KEPT])
    return tuple(rows), len(left)


def _key(name: ListName, text: str) -> str:
    """Return 16 digits that stand for a row without a word of it, since the state outlives the log's retention."""
    return hashlib.sha256(f"{name}\0{text}".encode()).hexdigest()[:16]
