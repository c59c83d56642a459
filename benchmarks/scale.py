"""The same questions at growing sizes: footnote beside rank-bm25, bm25s, SQLite FTS5 and bare tantivy, in one run.

    python -m benchmarks.scale [--sizes 2000 10000 100000] [--questions 200] [--rounds 1] [--peers NAME ...]

Sizes are in passages; 1,000,000 takes hours and is measured when asked for. The text is that of
:mod:`benchmarks.made_up_text`. Every figure is a median over rounds, of a fresh process for each system and phase. The
peers get the passages that footnote makes of the articles and keep nothing else: no article store, no people, no
spelling. Times are of the processor, but for that to the first answer: the clock tells more of a machine's other work.
"Above empty" is resident memory after all questions less that of the same process before it has opened its index, with
its segmenter loaded (footnote: with an empty index open and asked). What must not live here: quality.
"""

import argparse
import itertools
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measuring import Figures, in_a_child, made_up_article, peak_mb, start_jieba

FIGURES = {
    "build_per_s": "passages built a second of processor time",
    "build_mb": "memory of the build, peak, MB",
    "disk_mb": "size on disk, MB",
    "first_answer_s": "start to first answer, s",
    "above_empty_mb": "memory above empty, MB",
    "engine_p50_ms": "engine p50, ms",
    "engine_p99_ms": "engine p99, ms",
    "p50_ms": "whole search p50, ms",
    "p95_ms": "whole search p95, ms",
    "p99_ms": "whole search p99, ms",
}
Search = Callable[[str], Sequence[Any]]


def make(work: Path, passages: int, questions: int) -> Figures:
    """Write articles of so many passages, the passages, and questions."""
    from benchmarks.made_up_text import made_up_articles, questions_of  # noqa: PLC0415  each phase pays for its own
    from corpus.segmentation import passage_spans  # noqa: PLC0415

    jieba = start_jieba(work)
    words = [word for n, word in sorted(((n, word) for word, n in jieba.dt.FREQ.items() if n), reverse=True)]
    made, count = [], 0
    with (work / "articles.jsonl").open("w") as articles, (work / "passages.jsonl").open("w") as texts:
        for article in made_up_articles(words, 7):
            articles.write(json.dumps([article.title, article.text], ensure_ascii=False) + "\n")
            for passage in passage_spans(article.text):
                texts.write(json.dumps(article.text[passage.start : passage.end], ensure_ascii=False) + "\n")
                count += 1
            made.append(article)
            if count >= passages:
                break
    (work / "questions.json").write_text(json.dumps(questions_of(made, questions, 3)))
    return {"passages": count}


def build_footnote(work: Path) -> int:
    """Build an index from nothing."""
    import corpus  # noqa: PLC0415  a process of another system must not pay for it

    articles = (made_up_article(n, title, text) for n, (title, text) in enumerate(_lines(work / "articles.jsonl")))
    corpus.build_index([], work / "empty")
    return corpus.build_index(articles, work / "index").passages


def open_footnote(work: Path) -> tuple[Search, Search, float]:
    """Open the index; the engine alone is asked for what a search asks it for."""
    import corpus  # noqa: PLC0415
    from corpus.search.question import read_question  # noqa: PLC0415

    with corpus.Library.open(work / "empty") as empty:
        empty.search("空空如也是什么？")
    before_mb = _resident_mb()
    library = corpus.Library.open(work / "index")
    store, engine = library._store, library._engine  # noqa: SLF001  what is measured apart has no face of its own

    def ask_engine(question: str) -> Sequence[Any]:
        asked = read_question(question, store.document_frequency)
        return engine.candidates(asked.query, corpus.Filters(), 50)

    return (lambda question: library.search(question).hits), ask_engine, before_mb


def build_rank_bm25(work: Path) -> int:
    """Cut and count every passage; nothing is kept, so that each start does it again."""
    return len(_rank_bm25(work)[1])


def open_rank_bm25(work: Path) -> tuple[Search, Search, float]:
    """Build again."""
    jieba = start_jieba(work)
    before_mb = _resident_mb()
    index, texts = _rank_bm25(work)

    def search(question: str) -> Sequence[Any]:
        found: Sequence[Any] = index.get_top_n(jieba.lcut(question), texts, 10)
        return found

    return search, search, before_mb


def _rank_bm25(work: Path) -> tuple[Any, list[str]]:
    from rank_bm25 import BM25Okapi  # noqa: PLC0415

    jieba = start_jieba(work)
    texts = [*_lines(work / "passages.jsonl")]
    return BM25Okapi([jieba.lcut(text) for text in texts]), texts


def build_bm25s(work: Path) -> int:
    """Write scores of every term in every passage."""
    import bm25s  # noqa: PLC0415

    cut = _cut()
    index, tokens = bm25s.BM25(), [cut(text) for text in _lines(work / "passages.jsonl")]
    index.index(tokens, show_progress=False)
    index.save(work / "bm25s")
    return len(tokens)


def open_bm25s(work: Path) -> tuple[Search, Search, float]:
    """Map what was written."""
    import bm25s  # noqa: PLC0415

    cut = _cut()
    before_mb = _resident_mb()
    index = bm25s.BM25.load(work / "bm25s", mmap=True)

    def search(question: str) -> Sequence[Any]:
        found: Sequence[Any] = index.retrieve([cut(question)], k=10, show_progress=False)[0][0]
        return found

    return search, search, before_mb


def build_fts5(work: Path) -> int:
    """Write words between spaces, for SQLite's own tokenizer."""
    import sqlite3  # noqa: PLC0415

    cut = _cut()
    database = sqlite3.connect(work / "fts5.sqlite")
    database.execute("CREATE VIRTUAL TABLE passages USING fts5(words)")
    rows = ((" ".join(cut(text)),) for text in _lines(work / "passages.jsonl"))
    database.executemany("INSERT INTO passages VALUES (?)", rows)
    database.commit()
    (count,) = database.execute("SELECT count(*) FROM passages").fetchone()
    database.close()
    return int(count)


def open_fts5(work: Path) -> tuple[Search, Search, float]:
    """Ask for any of the words, by bm25."""
    import sqlite3  # noqa: PLC0415

    cut = _cut()
    before_mb = _resident_mb()
    database = sqlite3.connect(work / "fts5.sqlite")
    query = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT 10"

    def search(question: str) -> Sequence[Any]:
        either = " OR ".join(f'"{word}"' for word in cut(question) if word.strip('？?" '))
        return database.execute(query, (either,)).fetchall()

    return search, search, before_mb


def build_tantivy(work: Path) -> int:
    """Write words with frequencies and characters with places, as footnote's engine does, and nothing else."""
    import tantivy  # noqa: PLC0415

    cut = _cut()
    (work / "tantivy").mkdir()
    index = _bare_tantivy(tantivy, work)
    writer = index.writer(heap_size=64 * 2**20, num_threads=1)
    count = 0
    for text in _lines(work / "passages.jsonl"):
        document = tantivy.Document()
        document.add_text("w", " ".join(cut(text)))
        document.add_text("u", " ".join(text))
        writer.add_document(document)
        count += 1
    writer.commit()
    writer.wait_merging_threads()
    return count


def open_tantivy(work: Path) -> tuple[Search, Search, float]:
    """Ask for any of the words."""
    import tantivy  # noqa: PLC0415

    cut = _cut()
    before_mb = _resident_mb()
    index = _bare_tantivy(tantivy, work)
    searcher, schema = index.searcher(), index.schema

    def search(question: str) -> Sequence[Any]:
        terms = (tantivy.Query.term_query(schema, "w", word, index_option="freq") for word in cut(question))
        either = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        found: Sequence[Any] = searcher.search(either, 10, count=False).hits
        return found

    return search, search, before_mb


def _bare_tantivy(tantivy: Any, work: Path) -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("w", tokenizer_name="terms", index_option="freq")
    builder.add_text_field("u", tokenizer_name="terms", index_option="position")
    index = tantivy.Index(builder.build(), path=str(work / "tantivy"))
    index.register_tokenizer("terms", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


SYSTEMS: dict[str, tuple[Callable[[Path], int], Callable[[Path], tuple[Search, Search, float]], str]] = {
    "footnote": (build_footnote, open_footnote, "index"),
    "rank-bm25": (build_rank_bm25, open_rank_bm25, ""),
    "bm25s": (build_bm25s, open_bm25s, "bm25s"),
    "FTS5": (build_fts5, open_fts5, "fts5.sqlite"),
    "tantivy": (build_tantivy, open_tantivy, "tantivy"),
}


def measure_build(name: str, work: Path) -> Figures:
    """Measure one build from nothing."""
    started_s = time.process_time()
    build, _, place = SYSTEMS[name]
    passages = build(work)
    took_s = time.process_time() - started_s
    files = [work / place, *(work / place).rglob("*")] if place else []
    size = sum(path.stat().st_size for path in files if path.is_file())
    peak = peak_mb()
    return {"build_per_s": passages / took_s, "disk_mb": size / 1e6, "build_mb": peak}


def measure_search(name: str, work: Path) -> Figures:
    """Measure a fresh process from its first import to its last answer."""
    questions = json.loads((work / "questions.json").read_text())
    started_s = time.perf_counter()
    search, engine, before_mb = SYSTEMS[name][1](work)
    search(questions[0])
    first_s = time.perf_counter() - started_s
    took = [_took_ms(search, question) for question in questions]
    alone = [_took_ms(engine, question) for question in questions] if engine is not search else took
    whole, part = (statistics.quantiles(each, n=100) for each in (took, alone))
    return {
        "first_answer_s": first_s,
        "above_empty_mb": _resident_mb() - before_mb,
        "engine_p50_ms": part[49],
        "engine_p99_ms": part[98],
        "p50_ms": whole[49],
        "p95_ms": whole[94],
        "p99_ms": whole[98],
    }


def _took_ms(search: Search, question: str) -> float:
    asked_s = time.process_time()
    search(question)
    return 1e3 * (time.process_time() - asked_s)


def _resident_mb() -> float:
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _lines(path: Path) -> Iterator[Any]:
    with path.open() as lines:
        yield from map(json.loads, lines)


def _cut() -> Callable[[str], list[str]]:
    import rjieba  # noqa: PLC0415  the fast one: what is measured is the engine

    rjieba.cut("")
    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


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


def measured_at(size: int, questions: int, rounds: int, systems: Iterable[str]) -> tuple[int, dict[str, list[Figures]]]:
    """Return the exact number of passages, and the figures of each round by system."""
    measured: dict[str, list[Figures]] = {name: [] for name in systems}
    with tempfile.TemporaryDirectory() as folder:
        passages = int(in_a_child("scale", "make", folder, size, questions)["passages"])
        for turn, name in itertools.product(range(rounds), measured):
            work = Path(folder) / str(turn) / name
            work.mkdir(parents=True)
            for shared in ("articles.jsonl", "passages.jsonl", "questions.json"):
                (work / shared).symlink_to(Path(folder) / shared)
            phases = [in_a_child("scale", phase, work, name) for phase in ("build", "search")]
            measured[name].append({**phases[0], **phases[1]})
            print(f"{name}: {measured[name][-1]}", file=sys.stderr, flush=True)
    return passages, measured


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2_000, 10_000, 100_000])
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--peers", nargs="*", choices=[*SYSTEMS][1:], default=[*SYSTEMS][1:])
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_run_child(*options.child)))
        return
    for size in options.sizes:
        measured = measured_at(size, options.questions, options.rounds, ["footnote", *options.peers])
        print("\n".join(rows(*measured)), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
