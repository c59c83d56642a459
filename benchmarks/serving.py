"""The whole bot while it reindexes: how late answers and its event loop are, and what it holds in memory.

    python -m benchmarks.serving [--passages 10000] [--rate 50] [--seconds 20]

The bot of :mod:`bot.wiring`, not connected to Discord, reads a folder of :mod:`benchmarks.made_up_text`, one file an
article. Questions come at a steady rate whether or not earlier ones are answered, through :mod:`bot.services.answers`,
with state and log kept on disk: first for some seconds without a reindex, then, every file changed, throughout one in
its child process and for two seconds after the swap. A question counts from the moment it was due. The loop's lag is by
how much a sleep of 5 ms is late, all the time, beside that of a loop in a process that does nothing else: what both
have is the machine's other work, which is in every figure. On Linux it is also told without the time that the loop's
thread was ready and had no core (schedstat), and how long it worked in one step itself. Memory is resident memory, of
the bot's process and of its children together, where pages that several share count for each; by shares (PSS) they
count once. What must not live here: how fast a search is alone.
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import PIPE
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.measuring import ROOT, Figures, in_a_child, resident_mb

if TYPE_CHECKING:
    from bot.wiring import Application

PROBE_S = 0.005
SAMPLE_S = 0.2
AFTER_S = 2.0
Lag = tuple[float, float, float]  # ms: late, late while there was a core, worked
FIGURES = {
    "seconds": "seconds",
    "asked_per_s": "questions a second",
    "refused": "questions refused or failed",
    "p50_ms": "answer p50, ms",
    "p95_ms": "answer p95, ms",
    "p99_ms": "answer p99, ms",
    "slowest_ms": "slowest answer, ms",
    "lag_ms": "largest loop lag, ms",
    "lag_with_core_ms": "largest loop lag without waiting for a core, ms",
    "step_ms": "longest work of the loop's thread in a step, processor ms",
    "idle_lag_ms": "largest lag of an idle loop beside it, ms",
    "resident_mb": "resident memory, peak, MB",
    "children_mb": "resident memory of the children, peak, MB",
    "children_pss_mb": "the same, shared pages counted once, MB",
}


@dataclass(frozen=True, slots=True)
class Observed:
    """What was seen of a stretch of time; memory in MB."""

    answers_ms: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    lags: list[Lag] = field(default_factory=list)
    memory: list[tuple[float, float, float]] = field(default_factory=list)

    def figures(self, seconds: float) -> Figures:
        """Return the figures of so many seconds."""
        cuts = statistics.quantiles(self.answers_ms, n=100)
        return {
            "seconds": seconds,
            "asked_per_s": (len(self.answers_ms) + len(self.refused)) / seconds,
            "refused": len(self.refused),
            "p50_ms": cuts[49],
            "p95_ms": cuts[94],
            "p99_ms": cuts[98],
            "slowest_ms": max(self.answers_ms),
            "lag_ms": max(late for late, _, _ in self.lags),
            "lag_with_core_ms": max(with_core for _, with_core, _ in self.lags),
            "step_ms": max(worked for _, _, worked in self.lags),
            "resident_mb": max(own for own, _, _ in self.memory),
            "children_mb": max(children for _, children, _ in self.memory),
            "children_pss_mb": max(shares for _, _, shares in self.memory),
        }


async def _watch_loop(lags: list[Lag]) -> None:
    while True:
        due, waited_ms, worked_s = time.perf_counter() + PROBE_S, _waited_ms(), time.thread_time()
        await asyncio.sleep(PROBE_S)
        late_ms = 1e3 * max(0.0, time.perf_counter() - due)
        with_core_ms = max(0.0, late_ms - (_waited_ms() - waited_ms))
        lags.append((late_ms, with_core_ms, 1e3 * (time.thread_time() - worked_s)))


def _waited_ms() -> float:
    """Return for how long this thread has been ready and without a core; 0 where that cannot be told."""
    with suppress(OSError):
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e6
    return 0.0


async def _watch_memory(seen: Observed, besides: int) -> None:
    while True:
        seen.memory.append(await asyncio.to_thread(_memory_mb, besides))
        await asyncio.sleep(SAMPLE_S)


async def _idle() -> list[Lag]:
    """Return the lags of a loop that does nothing until the standard input ends."""
    lags: list[Lag] = []
    watching = asyncio.create_task(_watch_loop(lags))
    await asyncio.to_thread(sys.stdin.read)
    watching.cancel()
    return lags


async def _ask(app: "Application", seen: Observed, questions: Sequence[str], rate: float) -> None:
    """Ask at a rate, until cancelled; every question asked is answered first."""
    from bot.services.requests import Asker, Question, WayIn  # noqa: PLC0415  the bot's, in the bot's process

    async def one(number: int, due: float) -> None:
        asker = Asker(
            event_id=time.time_ns(),
            user_id=number % 50 + 1,
            server_id=1,
            channel_id=1,
            locale="zh-CN",
            server_locale=None,
            manages_server=False,
            way_in=WayIn.COMMAND,
        )
        try:
            await app.answers.ask(asker, Question(kind="search", text=questions[number % len(questions)]))
        except Exception as error:  # noqa: BLE001  whatever it is, it counts
            seen.refused.append(repr(error))
        else:
            seen.answers_ms.append(1e3 * (time.perf_counter() - due))

    started, number = time.perf_counter(), 0
    async with asyncio.TaskGroup() as asked:
        with suppress(asyncio.CancelledError):
            while True:
                due = started + number / rate
                await asyncio.sleep(due - time.perf_counter())
                asked.create_task(one(number, due))
                number += 1


async def _observed(app: "Application", questions: Sequence[str], rate: float, seconds: float | None) -> Figures:
    """Return what is seen in so many seconds, or, with None, throughout a reindex and shortly after it."""
    command = (sys.executable, "-m", "benchmarks.serving", "--idle")
    idle = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, cwd=ROOT)
    seen, started = Observed(), time.perf_counter()
    watching = [asyncio.create_task(work) for work in (_watch_loop(seen.lags), _watch_memory(seen, idle.pid))]
    asking = asyncio.create_task(_ask(app, seen, questions, rate))
    if seconds is None:
        async for _ in app.reindexing.run():
            pass
    await asyncio.sleep(AFTER_S if seconds is None else seconds)
    took_s = time.perf_counter() - started
    asking.cancel()
    await asyncio.wait([asking])
    for task in watching:
        task.cancel()
    await asyncio.wait(watching)
    said, _ = await idle.communicate(b"")  # which ends its input
    lags = (late for late, _, _ in json.loads(said))
    return seen.figures(took_s) | {"idle_lag_ms": max(lags, default=0.0)}  # it may have had no time to begin


async def serve(work: Path, rate: float, seconds: float) -> dict[str, Figures]:
    """Return the figures without a reindex and during one, over the articles and questions of a folder."""
    from bot.settings import Settings  # noqa: PLC0415  as above
    from bot.wiring import application  # noqa: PLC0415

    questions = json.loads((work / "questions.json").read_text())
    settings = Settings(data_dir=work / "data", articles_dir=work / "articles", audience="anyone")
    _write_articles(work, "")
    async with application(settings) as app:
        async for _ in app.reindexing.run(wait=True):
            pass
        await _observed(app, questions, rate, seconds / 4)  # what is loaded once is loaded
        quiet = await _observed(app, questions, rate, seconds)
        await asyncio.to_thread(_write_articles, work, "这一版改了一句。")
        return {"quiet": quiet, "reindexing": await _observed(app, questions, rate, None)}


def _write_articles(work: Path, last: str) -> None:
    (work / "articles").mkdir(exist_ok=True)
    with (work / "articles.jsonl").open() as lines:
        for number, line in enumerate(lines):
            title, text = json.loads(line)
            (work / "articles" / f"{number}.md").write_text(f"# {title}\n\n{text}\n\n{last}\n", encoding="utf-8")


def _memory_mb(besides: int) -> tuple[float, float, float]:
    """Return resident memory of this process, and of its children and theirs but one, whole and by shares."""
    children = [child for child in _children(os.getpid()) if child != besides]
    return resident_mb(), sum(map(resident_mb, children)), sum(map(_share_mb, children))


def _share_mb(process: int) -> float:
    """Return the proportional set size of a process; 0 where it cannot be told."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / 1e6
    return 0.0


def _children(process: int) -> Iterator[int]:
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, listed.read_text().split()):
                yield child
                yield from _children(child)


def rows(measured: dict[str, Figures]) -> Iterator[str]:
    """Yield a table."""
    yield f"| | {' | '.join(measured)} |"
    yield f"| --- |{' ---: |' * len(measured)}"
    for key, title in FIGURES.items():
        yield f"| {title} | {' | '.join(f'{figures[key]:.3g}' for figures in measured.values())} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--rate", type=float, default=50.0, help="questions a second")
    parser.add_argument("--seconds", type=float, default=20.0, help="without a reindex")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--idle", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.idle:
        print(json.dumps(asyncio.run(_idle())))
        return
    if options.child:
        print(json.dumps(asyncio.run(serve(Path(options.child), options.rate, options.seconds))))
        return
    with tempfile.TemporaryDirectory() as folder:
        in_a_child("scale", "make", folder, options.passages, 400)
        print("\n".join(rows(in_a_child("serving", folder, "--rate", options.rate, "--seconds", options.seconds))))


if __name__ == "__main__":
    main()
