"""Speed and memory of building and searching, beside bare rank-bm25 over ``jieba.lcut`` in the same run.

    python -m benchmarks.search [--passages 300 2000] [--questions 200] [--rounds 3] [--seed 7]

Every figure is a median over rounds; systems take turns, each in a fresh process. The passages are made up: words drawn
by their frequency in jieba's dictionary, so that terms are distributed as in real text. What must not live here:
quality, which takes judged questions.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measuring import Figures, in_a_child, made_up_article, peak_mb, start_jieba

VOCABULARY = 20_000
SENTENCES, SENTENCE_WORDS = 12, (8, 28)
FIGURES = {
    "build_per_s": "passages built a second",
    "first_answer_s": "start to first answer, s",
    "p50_ms": "search p50, ms",
    "p99_ms": "search p99, ms",
    "memory_mb": "peak memory while searching, MB",
}


def made_up(work: Path, passages: int, questions: int, seed: int) -> dict[str, list[Any]]:
    """Return passages as (title, text), and questions that each hold three words of one of them."""
    jieba = start_jieba(work)
    chooser = random.Random(seed)  # noqa: S311  # the same text for the same seed is the point
    ranked = sorted(((n, word) for word, n in jieba.dt.FREQ.items() if n and 1 < len(word) < 5), reverse=True)
    ranked = ranked[:VOCABULARY]
    weights, words = zip(*ranked, strict=True)

    def drawn(count: int) -> list[str]:
        return chooser.choices(words, weights, k=count)

    texts = [["".join(drawn(chooser.randint(*SENTENCE_WORDS))) for _ in range(SENTENCES)] for _ in range(passages)]
    titled = [("".join(drawn(3)), "。".join(sentences) + "。") for sentences in texts]
    asked = [chooser.choice(chooser.choice(texts)) for _ in range(questions)]
    return {"passages": titled, "questions": [f"{text[: chooser.randint(6, 18)]}是什么？" for text in asked]}


def measure_footnote(work: Path) -> Figures:
    """Build in one process and search in another, as the bot does."""
    built = in_a_child("search", "build-footnote", work)
    return {**built, **in_a_child("search", "search-footnote", work)}


def measure_naive(work: Path) -> Figures:
    """Keep nothing: cut and count every passage at each start."""
    return in_a_child("search", "naive", work)


def build_footnote(work: Path, made: dict[str, list[Any]]) -> Figures:
    """Measure one build from nothing."""
    import corpus  # noqa: PLC0415  # a process of the other system must not pay for it

    articles = [made_up_article(n, title, text) for n, (title, text) in enumerate(made["passages"])]
    started_s = time.perf_counter()
    report = corpus.build_index(articles, work / "index")
    return {"build_per_s": report.passages / (time.perf_counter() - started_s)}


def search_footnote(work: Path, made: dict[str, list[Any]]) -> Figures:
    """Measure a fresh process from its first import to its last answer."""
    started_s = time.perf_counter()
    import corpus  # noqa: PLC0415  # importing counts

    with corpus.Library.open(work / "index") as library:
        return _search_figures(started_s, lambda question: library.search(question).hits, made["questions"])


def naive(work: Path, made: dict[str, list[Any]]) -> Figures:
    """Measure BM25Okapi over jieba.lcut, start to end."""
    started_s = time.perf_counter()
    jieba = start_jieba(work)
    from rank_bm25 import BM25Okapi  # noqa: PLC0415  # importing counts

    texts = [title + text for title, text in made["passages"]]
    building_s = time.perf_counter()
    index = BM25Okapi([jieba.lcut(text) for text in texts])
    built = {"build_per_s": len(texts) / (time.perf_counter() - building_s)}
    return built | _search_figures(started_s, lambda q: index.get_top_n(jieba.lcut(q), texts, 10), made["questions"])


def _search_figures(started_s: float, search: Callable[[str], Sequence[Any]], questions: list[str]) -> Figures:
    search(questions[0])
    first_answer_s = time.perf_counter() - started_s
    took_ms = []
    for question in questions:
        asked_s = time.perf_counter()
        search(question)
        took_ms.append(1e3 * (time.perf_counter() - asked_s))
    cuts = statistics.quantiles(took_ms, n=100)
    peak = peak_mb()
    return {"first_answer_s": first_answer_s, "p50_ms": cuts[49], "p99_ms": cuts[98], "memory_mb": peak}


CHILDREN: dict[str, Callable[[Path, dict[str, list[Any]]], Figures]] = {
    "build-footnote": build_footnote,
    "search-footnote": search_footnote,
    "naive": naive,
}
SYSTEMS = {"footnote": measure_footnote, "naive": measure_naive}


def _run_child(name: str, folder: str, *arguments: str) -> Figures:
    """Do one measurement in this process; the text is made in one, too, or its memory would count for all others."""
    work = Path(folder)
    if name == "make":
        made = made_up(work, *map(int, arguments))
        (work / "made.json").write_text(json.dumps(made), encoding="utf-8")
        return {}
    return CHILDREN[name](work, json.loads((work / "made.json").read_text(encoding="utf-8")))


def rows(passages: int, measured: dict[str, list[Figures]]) -> Iterator[str]:
    """Yield a table of medians, one line for a figure, with footnote as a multiple of the naive system."""
    yield f"| {passages} passages | footnote | bare rank-bm25 | ratio |"
    yield "| --- | ---: | ---: | ---: |"
    for key, name in FIGURES.items():
        ours, theirs = (statistics.median(run[key] for run in measured[system]) for system in SYSTEMS)
        yield f"| {name} | {ours:.3g} | {theirs:.3g} | {ours / theirs:.2f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, nargs="+", default=[300, 2000])
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_run_child(*options.child)))
        return
    for passages in options.passages:
        measured: dict[str, list[Figures]] = {system: [] for system in SYSTEMS}
        for _ in range(options.rounds):
            with tempfile.TemporaryDirectory() as folder:
                in_a_child("search", "make", Path(folder), passages, options.questions, options.seed)
                for system, measure in SYSTEMS.items():
                    measured[system].append(measure(Path(folder)))
        print("\n".join(rows(passages, measured)), end="\n\n")


if __name__ == "__main__":
    main()
