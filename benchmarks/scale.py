"""The same questions at growing sizes: footnote beside rank-bm25, bm25s, SQLite FTS5 and bare tantivy, in one run.

    python -m benchmarks.scale [--sizes 2000 10000] [--questions 200] [--rounds 1] [--peers NAME ...]
                               [--results FILE] [--folder FOLDER]

Sizes are in passages. At 100,000 rank-bm25 takes gigabytes and half an hour; at 1,000,000 all takes hours, and --peers
has to leave out what keeps its index in memory. The text is that of :mod:`benchmarks.made_up_text`. Every figure is a
median over rounds, of a fresh process for each system and phase, one after another. The peers get the passages that
footnote makes of the articles and keep nothing else: no article store, no people, no spelling. Times are of the
processor, but for those said to be by the clock, which tells of a machine's other work, too. "Above empty" is resident
memory after all questions less that of the same process before it has opened its index, with its segmenter loaded
(footnote: with an empty index open and asked). What was measured is kept in a file of results, from which
:mod:`benchmarks.scale_chart` draws. What must not live here: how the systems work (:mod:`benchmarks.scale_systems`),
quality, and answers during a build (:mod:`benchmarks.serving`).
"""

import argparse
import itertools
import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.measuring import Figures, frequent_words, in_a_child, peak_mb, resident_mb
from benchmarks.scale_systems import SYSTEMS, Search, build_empty, lines_of

FIGURES = {
    "build_per_s": "passages built a second of processor time",
    "build_per_clock_s": "passages built a second by the clock",
    "build_mb": "memory of the build, peak, MB",
    "disk_mb": "size on disk, MB",
    "first_answer_s": "start to first answer by the clock, s",
    "above_empty_mb": "memory above empty, MB",
    "engine_p50_ms": "engine p50, ms",
    "engine_p95_ms": "engine p95, ms",
    "engine_p99_ms": "engine p99, ms",
    "p50_ms": "whole search p50, ms",
    "p95_ms": "whole search p95, ms",
    "p99_ms": "whole search p99, ms",
}
ASKED_OF = 2_000  # articles that questions are drawn from, out of however many


def make(work: Path, passages: int, questions: int) -> Figures:
    """Write articles of so many passages, the passages, and questions; memory does not grow with them."""
    from benchmarks.made_up_text import MadeUp, made_up_articles, questions_of  # noqa: PLC0415  each phase pays for its own
    from corpus.segmentation import passage_spans  # noqa: PLC0415

    chooser = random.Random(5)  # noqa: S311  the same articles for the same size
    asked_of: list[MadeUp] = []
    count = 0
    with (work / "articles.jsonl").open("w") as articles, (work / "passages.jsonl").open("w") as texts:
        for number, article in enumerate(made_up_articles(frequent_words(work), 7)):
            articles.write(json.dumps([article.title, article.text], ensure_ascii=False) + "\n")
            for passage in passage_spans(article.text):
                texts.write(json.dumps(article.text[passage.start : passage.end], ensure_ascii=False) + "\n")
                count += 1
            place = number if number < ASKED_OF else chooser.randrange(number)
            asked_of[place : place + 1] = [article] if place < ASKED_OF else asked_of[place : place + 1]
            if count >= passages:
                break
    (work / "questions.json").write_text(json.dumps(questions_of(asked_of, questions, 3)))
    (work / "made.json").write_text(json.dumps({"passages": count}))
    return {"passages": count}


def measure_build(name: str, work: Path) -> Figures:
    """Measure one build from nothing, its child processes with it; what keeps nothing is built when it is opened."""
    build, _, place = SYSTEMS[name]
    before = time.perf_counter(), _processor_s()
    figures = _built(build(work), work / place, before) if place else {}
    if name == "footnote":
        build_empty(work)
    return figures


def _built(passages: int, place: Path | None, before: tuple[float, float]) -> Figures:
    clock_s, took_s = time.perf_counter() - before[0], _processor_s() - before[1]
    files = [place, *place.rglob("*")] if place else []
    return {
        "build_per_s": passages / took_s,
        "build_per_clock_s": passages / clock_s,
        "build_mb": peak_mb(),
        "disk_mb": sum(path.stat().st_size for path in files if path.is_file()) / 1e6,
    }


def _processor_s() -> float:
    used = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def measure_search(name: str, work: Path) -> Figures:
    """Measure a fresh process from its first import to its last answer."""
    questions = json.loads((work / "questions.json").read_text())
    passages = sum(1 for _ in lines_of(work / "passages.jsonl"))
    _, opened, place = SYSTEMS[name]
    started_s, worked_s = time.perf_counter(), _processor_s()
    search, engine, before_mb = opened(work)
    built = {} if place else _built(passages, None, (started_s, worked_s))
    search(questions[0])
    first_s = time.perf_counter() - started_s
    took = [_took_ms(search, question) for question in questions]
    alone = [_took_ms(engine, question) for question in questions] if engine is not search else took
    whole, part = (statistics.quantiles(each, n=100) for each in (took, alone))
    return {
        **built,
        "first_answer_s": first_s,
        "above_empty_mb": resident_mb() - before_mb,
        "engine_p50_ms": part[49],
        "engine_p95_ms": part[94],
        "engine_p99_ms": part[98],
        "p50_ms": whole[49],
        "p95_ms": whole[94],
        "p99_ms": whole[98],
    }


def _took_ms(search: Search, question: str) -> float:
    asked_s = time.process_time()
    search(question)
    return 1e3 * (time.process_time() - asked_s)


def _run_child(phase: str, folder: str, *arguments: str) -> Figures:
    work = Path(folder)
    if phase == "make":
        return make(work, *map(int, arguments))
    return (measure_build if phase == "build" else measure_search)(arguments[0], work)


def rows(passages: int, measured: dict[str, list[Figures]]) -> Iterator[str]:
    """Yield a table of medians, in brackets each peer's as a multiple of footnote's."""
    yield f"| {passages:,} passages | {' | '.join(measured)} |"
    yield f"| --- |{' ---: |' * len(measured)}"
    for key, title in FIGURES.items():
        medians = [statistics.median(run[key] for run in runs) for runs in measured.values()]
        cells = (f"{m:.3g} ({m / medians[0]:.2g})" if n and medians[0] else f"{m:.3g}" for n, m in enumerate(medians))
        yield f"| {title} | {' | '.join(cells)} |"


def measured_at(folder: Path, size: int, questions: int, rounds: int, systems: Iterable[str]) -> dict[str, Any]:
    """Return the exact number of passages, when it was measured, and the figures of each round by system.

    Text and indexes of a size stay in the folder; text that stands there already is not made again.
    """
    texts = folder / str(size)
    texts.mkdir(exist_ok=True)
    if not (texts / "made.json").exists():
        in_a_child("scale", "make", texts, size, questions)
    passages = json.loads((texts / "made.json").read_text())["passages"]
    measured: dict[str, list[Figures]] = {name: [] for name in systems}
    for turn, name in itertools.product(range(rounds), measured):
        with tempfile.TemporaryDirectory(dir=texts) as work:
            for shared in ("articles.jsonl", "passages.jsonl", "questions.json"):
                (Path(work) / shared).symlink_to(texts / shared)
            measured[name].append(
                {key: n for phase in ("build", "search") for key, n in in_a_child("scale", phase, work, name).items()}
            )
        print(f"{turn + 1} {name}: {measured[name][-1]}", file=sys.stderr, flush=True)
    return {"passages": passages, "at": datetime.now(UTC).isoformat(timespec="minutes"), "measured": measured}


def keep(results: Path, size: int, found: dict[str, Any]) -> None:
    """Put what was found at a size into the file of results, in the place of an earlier run's of the same systems."""
    known = json.loads(results.read_text()) if results.exists() else {}
    before = known.get(str(size), {}).get("measured", {})
    known[str(size)] = {**found, "measured": {**before, **found["measured"]}}
    results.write_text(json.dumps(dict(sorted(known.items(), key=lambda item: int(item[0]))), indent=1) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2_000, 10_000])
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--peers", nargs="*", choices=[*SYSTEMS][1:], default=[*SYSTEMS][1:])
    parser.add_argument("--results", type=Path, help="a file of JSON that the figures are put into")
    parser.add_argument("--folder", type=Path, help="where the text stays for the next run; else it is removed")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    return parser


def _folder(kept: Path | None) -> AbstractContextManager[str]:
    if kept is None:
        return tempfile.TemporaryDirectory()
    kept.mkdir(parents=True, exist_ok=True)
    return nullcontext(str(kept.resolve()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    if options.child:
        print(json.dumps(_run_child(*options.child)))
        return
    systems = ["footnote", *options.peers]
    with _folder(options.folder) as folder:
        for size in options.sizes:
            found = measured_at(Path(folder), size, options.questions, options.rounds, systems)
            print("\n".join(rows(found["passages"], found["measured"])), end="\n\n", flush=True)
            if options.results:
                keep(options.results, size, found)


if __name__ == "__main__":
    main()
