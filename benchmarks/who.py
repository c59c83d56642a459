"""Speed and memory of looking names up, beside a plain rapidfuzz scan of all forms in the same run.

    python -m benchmarks.who [--names 100000] [--questions 300] [--rounds 3] [--seed 7]

The names are made up: syllables of Latin names, and Chinese surnames with two characters behind them. Articles of fifty
people each state a role of everybody. Every figure is a median over rounds; each system has a fresh process.
What must not live here: quality.
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

from benchmarks.measuring import Figures, in_a_child, made_up_article, peak_mb

PER_ARTICLE = 50
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭鲁马方任袁柳鲍史唐"
GIVEN = "清远云山海波若兰文博子轩明哲晓峰雨桐思源建国志强丽华秀英永康家豪浩然欣怡梓涵俊杰嘉懿煜城烨霖烨磊晟睿天佑"
_SYLLABLES = "ba dor fen gal hin jor kel lun mar nov os per quil ros sel tam ur vel wyn yor zan bri cle dra"
FIGURES = {
    "open_s": "start to first answer, s",
    "p50_ms": "look-up p50, ms",
    "p99_ms": "look-up p99, ms",
    "complete_ms": "completion p99, ms",
    "memory_mb": "peak memory, MB",
}


def made_up(names: int, questions: int, seed: int) -> dict[str, list[str]]:
    """Return names that differ, texts that state a role of each, and questions of every kind, also misspelt ones."""
    chooser = random.Random(seed)  # noqa: S311  the same names for the same seed are the point
    drawn: dict[str, None] = {}
    while len(drawn) < names:
        parts = ["".join(chooser.choices(_SYLLABLES.split(), k=chooser.randint(2, 3))).capitalize() for _ in range(2)]
        han = chooser.choice(SURNAMES) + "".join(chooser.choices(GIVEN, k=2))
        drawn[han if chooser.random() < 0.2 else " ".join(parts)] = None
    people = list(drawn)
    said = [f"工程师{name}表示同意。" if not name.isascii() else f"Professor {name} said so." for name in people]
    texts = ["\n".join(said[at : at + PER_ARTICLE]) for at in range(0, names, PER_ARTICLE)]
    return {"names": people, "texts": texts, "questions": [_asked(chooser, people) for _ in range(questions)]}


def _asked(chooser: random.Random, people: Sequence[str]) -> str:
    name = chooser.choice(people)
    at = chooser.randrange(len(name))
    misspelt = name[:at] + name[at + 1 :]
    plain = (name, f"{name}是谁", f"who is {name}?", name.split()[-1])
    return chooser.choice((*plain, misspelt, f"{name[0]}某某", "nobody at all"))


def build(work: Path) -> Figures:
    """Index the texts."""
    import corpus  # noqa: PLC0415  the peer's process must not pay for it

    articles = [made_up_article(n, f"{n}", text) for n, text in enumerate(_made(work)["texts"])]
    corpus.build_index(articles, work / "index", engine="tantivy")
    return {}


def footnote(work: Path) -> Figures:
    """Measure ``Library.who`` and the completion of the first letters of names."""
    made = _made(work)
    started_s = time.perf_counter()
    import corpus  # noqa: PLC0415  importing counts

    with corpus.Library.open(work / "index") as library:
        library.who(made["names"][0])
        opened_s = time.perf_counter() - started_s
        looked_up = _took_ms(library.who, made["questions"])
        begun = [name[:length] for name in made["names"][:100] for length in (1, 2, 4)]
        completed = _took_ms(lambda text: library.complete_names(text, 25), begun)
        owners = library._store.connection().execute("SELECT count(*) FROM name_owner").fetchone()[0]  # noqa: SLF001  counted
    return _figures(opened_s, looked_up) | {"complete_ms": statistics.quantiles(completed, n=100)[98], "owners": owners}


def scan(work: Path) -> Figures:
    """Measure ``rapidfuzz.process.extract`` over every name, and a scan for what begins with some letters."""
    made = _made(work)
    started_s = time.perf_counter()
    from rapidfuzz import process  # noqa: PLC0415  importing counts

    names = made["names"]
    process.extract(names[0], names, limit=10)
    opened_s = time.perf_counter() - started_s
    looked_up = _took_ms(lambda asked: process.extract(asked, names, limit=10), made["questions"])
    begun = [name[:length] for name in names[:100] for length in (1, 2, 4)]
    completed = _took_ms(lambda text: [name for name in names if name.startswith(text)][:25], begun)
    return _figures(opened_s, looked_up) | {"complete_ms": statistics.quantiles(completed, n=100)[98]}


def _took_ms(answer: Callable[[str], Any], questions: Sequence[str]) -> list[float]:
    took = []
    for question in questions:
        asked_s = time.perf_counter()
        answer(question)
        took.append(1e3 * (time.perf_counter() - asked_s))
    return took


def _figures(opened_s: float, took_ms: Sequence[float]) -> Figures:
    cuts = statistics.quantiles(took_ms, n=100)
    peak = peak_mb()
    return {"open_s": opened_s, "p50_ms": cuts[49], "p99_ms": cuts[98], "memory_mb": peak}


def _made(work: Path) -> dict[str, list[str]]:
    made: dict[str, list[str]] = json.loads((work / "made.json").read_text(encoding="utf-8"))
    return made


CHILDREN: dict[str, Callable[[Path], Figures]] = {"build": build, "footnote": footnote, "scan": scan}


def rows(names: int, measured: dict[str, list[Figures]]) -> Iterator[str]:
    """Yield a table of medians, one line for a figure."""
    yield f"| {names} names | footnote | rapidfuzz scan | ratio |"
    yield "| --- | ---: | ---: | ---: |"
    for key, name in FIGURES.items():
        ours, theirs = (statistics.median(run[key] for run in measured[system]) for system in ("footnote", "scan"))
        yield f"| {name} | {ours:.3g} | {theirs:.3g} | {ours / theirs:.2f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(CHILDREN[options.child[0]](Path(options.child[1]))))
        return
    measured: dict[str, list[Figures]] = {"footnote": [], "scan": []}
    with tempfile.TemporaryDirectory() as folder:
        made = made_up(options.names, options.questions, options.seed)
        (Path(folder) / "made.json").write_text(json.dumps(made), encoding="utf-8")
        in_a_child("who", "build", Path(folder))
        for _ in range(options.rounds):
            for system, runs in measured.items():
                runs.append(in_a_child("who", system, Path(folder)))
    print("\n".join(rows(options.names, measured)))
    print(f"\n{measured['footnote'][0]['owners']:.0f} people, organisations and products in the index")


if __name__ == "__main__":
    main()
