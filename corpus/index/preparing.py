"""Articles worked out in order, ahead of the one that is being written and in other processes where that pays.

What must not live here: what is worked out (:mod:`corpus.index.writer`).
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from corpus.article import Article
from corpus.index.processes import bind_to_parent
from corpus.index.writer import PreparedArticle, prepare

MOST_PROCESSES = 2  # each has some 110 MB
# So much text waits to be worked out; as long as there is less, this process does it alone.
_AHEAD_CHARS = 250_000
_NICENESS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An article to be worked out, with its content hash and its position in the store."""

    article: Article
    content_hash: str
    position: int


Waiting = deque[tuple[Job, Future[PreparedArticle] | None]]


def prepared(jobs: Iterable[Job], known: Sequence[str], processes: int) -> Iterator[tuple[Job, PreparedArticle]]:
    """Yield each job with what its article comes to, in the order given; a bounded amount of text is worked on.

    Parameters
    ----------
    jobs
        Are taken one at a time, from this thread.
    known
        The maintainer's forms, folded.
    processes
        How many others may help; one shares the work with this one, two are left it. Where none can be started or
        one is ended, this one goes on alone.
    """
    waiting: Waiting = deque()
    pool: ProcessPoolExecutor | None = None
    # With two others this process has enough to do with writing, and need not load the dictionaries.
    shares = processes == 1
    ahead = 0
    try:
        for job in jobs:
            waiting.append((job, _submitted(pool, job)))
            ahead += len(job.article.text)
            if ahead > _AHEAD_CHARS and processes > 0:
                pool, processes = _started(min(processes, MOST_PROCESSES), known), 0
                waiting = deque((each, _submitted(pool, each)) for each, _ in waiting)
            while waiting and ahead > (_AHEAD_CHARS if processes or pool else 0):
                ahead -= len(waiting[0][0].article.text)
                yield _next(waiting, known, shares=shares)
        while waiting:
            yield _next(waiting, known, shares=shares)
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _started(processes: int, known: Sequence[str]) -> ProcessPoolExecutor | None:
    try:
        # Little is handed over at the start: what a pipe cannot hold would be waited on for ever, where the process has
        # ended before it read it.
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes, spawn, initializer=_begin, initargs=(known,))
    except (OSError, ImportError, NotImplementedError):  # a machine without semaphores
        return None


def _submitted(pool: ProcessPoolExecutor | None, job: Job) -> "Future[PreparedArticle] | None":
    try:
        return None if pool is None else pool.submit(_prepare, job.article)
    except (OSError, BrokenProcessPool):
        return None


def _next(waiting: Waiting, known: Sequence[str], *, shares: bool) -> tuple[Job, PreparedArticle]:
    """Return the first job with what its article comes to."""
    if shares:
        _help(waiting, known)
    job, future = waiting.popleft()
    try:
        return job, prepare(job.article, known) if future is None else future.result()
    except BrokenProcessPool:
        return job, prepare(job.article, known)


def _help(waiting: Waiting, known: Sequence[str]) -> None:
    """Work out the last jobs, which nobody has begun, until the first is done."""
    while waiting[0][1] is not None and not waiting[0][1].done():
        free = (n for n in reversed(range(1, len(waiting))) if (future := waiting[n][1]) and future.cancel())
        if (place := next(free, None)) is None:
            return
        job, done = waiting[place][0], Future[PreparedArticle]()
        done.set_result(prepare(job.article, known))
        waiting[place] = job, done


_known: Sequence[str] = ()  # of a process that helps


def _begin(known: Sequence[str]) -> None:
    """Become a process that helps, at low priority, with what all its jobs share."""
    global _known  # noqa: PLW0603  what every job of this process shares comes once
    _known = known
    os.nice(_NICENESS)
    bind_to_parent()


def _prepare(article: Article) -> PreparedArticle:
    return prepare(article, _known)
