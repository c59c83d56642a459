"""What an admin learns: questions that fold to the same are one row, and handled rows stay away until asked again."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from bot.services.ports import AskedDay, AskedQuestion
from bot.services.review import KEPT, Reviewing
from corpus import Filters, NoIndex
from tests.bot.fakes import FakeHost, FakeLibrary, FakeLogReader, FakeState

NOW_S = 10 * 86_400.0 + 3600


def asked(number: int, text: str, **changes: object) -> AskedQuestion:
    """Return a question."""
    given = {"kind": "search", "filters": Filters(), "times": 1, "last_ms": number, "shown": True}
    return AskedQuestion(id=number, text=text, **{**given, **changes})


def reviewing(log: FakeLogReader, library: FakeLibrary | None = None) -> Reviewing:
    """Return the service over a log, on the eleventh day of 1970."""
    return Reviewing(log=log, state=FakeState(), host=FakeHost(library), clock=lambda: NOW_S)


async def test_questions_that_fold_to_the_same_are_one_row() -> None:
    """Script, case and spaces make no other question; its number is added up and its latest asking leads on."""
    log = FakeLogReader(
        [asked(1, "云栖小镇", times=2), asked(9, "雲棲小鎮"), asked(5, "Ferry  prices"), asked(6, "ferry prices?")]
    )
    top = (await reviewing(log).review(7)).lists["top"]
    assert [(row.text, row.times, row.query_id) for row in top] == [("云栖小镇", 3, 9), ("Ferry  prices", 2, 6)]


async def test_names_and_questions_without_a_result_are_told_apart() -> None:
    """A name that nobody knows needs an alias, a question without a result an article."""
    log = FakeLogReader()
    log.nothing = [asked(1, "浮桥"), asked(2, "Nobody Known", kind="who")]
    lists = (await reviewing(log).review(7)).lists
    assert [row.text for row in lists["nothing"]] == ["浮桥"]
    assert [row.text for row in lists["unknown"]] == ["Nobody Known"]


async def test_what_may_not_be_read_is_only_counted() -> None:
    """Neither the words of private questions nor what was said of their answers come out, not even by number."""
    log = FakeLogReader([asked(1, "公开"), asked(2, "秘密", shown=False, times=4)])
    log.unhelpful = [asked(3, "秘密的", shown=False, sentences=("嘘",))]
    service = reviewing(log)
    review = await service.review(7)
    assert "秘密" not in str(review)
    assert "嘘" not in str(review)
    assert (review.hidden["top"], review.hidden["unhelpful"]) == (4, 1)
    assert await service.question(2) is None
    assert (await service.question(1)).text == "公开"


async def test_a_handled_row_comes_back_when_it_is_asked_again() -> None:
    """The state remembers it without a word of it."""
    log = FakeLogReader()
    log.nothing = [asked(1, "浮桥"), asked(2, "码头")]
    service = reviewing(log)
    row = (await service.review(7)).lists["nothing"][0]
    await service.handle(row.key)
    assert row.text not in str(service.state.handled_at_ms)
    assert [each.text for each in (await service.review(7)).lists["nothing"]] == ["码头"]
    log.nothing = [asked(3, "浮桥", last_ms=int(NOW_S * 1000) + 1)]
    assert [each.text for each in (await service.review(7)).lists["nothing"]] == ["浮桥"]


async def test_turning_pages_works_nothing_out_again() -> None:
    """What a review showed stays while somebody goes through it, without what was handled, until an erasure."""
    log = FakeLogReader()
    log.nothing = [asked(1, "浮桥"), asked(2, "码头")]
    service = reviewing(log, FakeLibrary(2))
    first = await service.review(7)
    log.nothing = [asked(3, "灯塔")]
    assert await service.review(7, anew=False) is first
    await service.handle(first.lists["nothing"][1].key)
    await service.handle(first.lists["unfound"][0].key)
    left = await service.review(7, anew=False)
    assert [row.text for row in left.lists["nothing"]] == [first.lists["nothing"][0].text]
    assert left.count("unfound") == first.count("unfound") - 1
    assert [row.text for row in (await service.review(8, anew=False)).lists["nothing"]] == ["灯塔"]
    log.nothing = []
    await service.kept.erase(["somebody"])
    assert (await service.review(8, anew=False)).lists["nothing"] == ()


async def test_articles_that_no_answer_named() -> None:
    """They are told until they are handled; without a library there are none."""
    log = FakeLogReader()
    log.named = frozenset({"a1", "a3"})
    service = reviewing(log, FakeLibrary(4))
    unfound = (await service.review(7)).lists["unfound"]
    assert [row.article_id for row in unfound] == ["a2", "a4"]
    await service.handle(unfound[0].key)
    assert [row.article_id for row in (await service.review(7)).lists["unfound"]] == ["a4"]

    async def no_library(_: object) -> None:
        raise NoIndex("index")

    service.host.call = no_library
    assert (await service.review(7)).lists["unfound"] == ()


async def test_many_articles_are_counted_and_few_are_listed() -> None:
    """Of a large library that nobody asks about, the list is short and its number is true, without handled ones."""
    service = reviewing(FakeLogReader(), FakeLibrary(3 * KEPT))
    review = await service.review(7)
    assert (len(review.lists["unfound"]), review.count("unfound")) == (KEPT, 3 * KEPT)
    assert review.count("nothing") == 0
    await service.handle(review.lists["unfound"][0].key)
    assert (await service.review(7)).count("unfound") == 3 * KEPT - 1


async def test_the_event_loop_goes_on_over_a_large_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done for each article or question is done in a thread, where it holds nobody up."""
    threads = set()

    def seen(name: str, text: str) -> str:
        threads.add(threading.current_thread())
        return f"{name} {text}"

    class ThreadedHost(FakeHost):
        async def call(self, question: Callable[[Any], Any]) -> Any:
            return await asyncio.to_thread(question, self.library)

    monkeypatch.setattr("bot.services.review._key", seen)
    log = FakeLogReader([asked(1, "浮桥")])
    service = Reviewing(log=log, state=FakeState(), host=ThreadedHost(FakeLibrary(3)), clock=lambda: NOW_S)
    assert (await service.review(7)).count("unfound") == 3
    assert threads
    assert threading.main_thread() not in threads


async def test_every_day_has_its_place() -> None:
    """Days without a question are there, up to today."""
    log = FakeLogReader()
    log.days = (AskedDay(date="1970-01-10", questions=3, answered=2),)
    figures = (await reviewing(log).review(3)).figures
    assert [(day.date, day.questions) for day in figures.days] == [
        ("1970-01-09", 0),
        ("1970-01-10", 3),
        ("1970-01-11", 0),
    ]
