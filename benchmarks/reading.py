"""Speed and memory of reading a folder, beside trafilatura alone over the same pages in the same run.

    python -m benchmarks.reading [--files 200] [--rounds 3] [--seed 7] [--flat 100000]

Pages and texts are made up: words drawn by their frequency in jieba's dictionary, in paragraphs, the pages with the
furniture of a site around them. Every figure is a median over rounds; systems take turns, each in a fresh process.
``--flat`` measures instead the memory of streaming so many short texts, beside that of a tenth of them. What must not
live here: whether the right text is found, which takes judgements.
"""

import argparse
import hashlib
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Figures, in_a_child, peak_mb

VOCABULARY = 20_000
PARAGRAPHS, SENTENCES, WORDS = (4, 12), (2, 6), (5, 20)
FILES_IN_FOLDER = 500


def make(work: Path, files: int, seed: int) -> Figures:
    """Write as many pages as texts and return their characters, without those of the furniture."""
    import jieba  # noqa: PLC0415  # a process that measures must not pay for it

    jieba.setLogLevel("CRITICAL")
    jieba.dt.tmp_dir = str(work)
    jieba.initialize()
    chooser = random.Random(seed)  # noqa: S311  # the same text for the same seed is the point
    ranked = sorted(((n, word) for word, n in jieba.dt.FREQ.items() if n and 1 < len(word) < 5), reverse=True)
    weights, words = zip(*ranked[:VOCABULARY], strict=True)

    def drawn(count: int) -> str:
        return "".join(chooser.choices(words, weights, k=count))

    chars = {"pages": 0, "texts": 0}
    for number in range(files):
        kind = "pages" if number % 2 else "texts"
        blocks = [
            "".join(drawn(chooser.randint(*WORDS)) + "。" for _ in range(chooser.randint(*SENTENCES)))
            for _ in range(chooser.randint(*PARAGRAPHS))
        ]
        chars[kind] += sum(map(len, blocks))
        content = page(drawn(4), blocks) if kind == "pages" else "\n\n".join([drawn(4), *blocks])
        _write(work / "articles" / kind, number, ".html" if kind == "pages" else ".txt", content)
    return {**chars, "both": sum(chars.values())}


def page(title: str, blocks: list[str]) -> str:
    """Return a page with an article among what a site puts around it."""
    menu = "".join(f'<li><a href="/{number}">栏目{number}</a></li>' for number in range(12))
    paragraphs = "".join(f"<p>{block}</p>" for block in blocks)
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>{title}</title></head><body><nav><ul>{menu}'
        f"</ul></nav><main><article><h1>{title}</h1>{paragraphs}</article><aside><ul>{menu}</ul></aside></main>"
        "<footer>版权所有</footer></body></html>"
    )


def make_short(work: Path, files: int, _: int) -> Figures:
    """Write short texts, each another one."""
    for number in range(files):
        mark = hashlib.sha256(str(number).encode()).hexdigest()
        text = f"第 {number} 天的潮水\n\n灯塔看守人在簿子里记下 {mark}，潮水退去以后，渔船都留在港里。\n"
        _write(work / "articles", number, ".txt", text)
    return {"both": float(files)}


def _write(folder: Path, number: int, suffix: str, content: str) -> None:
    path = folder / str(number // FILES_IN_FOLDER) / f"{number}{suffix}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def trafilatura_alone(work: Path) -> None:
    """Extract the main text of every page, in one process."""
    import trafilatura  # noqa: PLC0415  # the other systems must not pay for it

    for path in sorted((work / "articles" / "pages").rglob("*.html")):
        trafilatura.extract(path.read_bytes())


def hashed(work: Path) -> None:
    """Open and hash every file: what any reading does that trusts no times."""
    for path in sorted((work / "articles").rglob("*.*")):
        hashlib.sha256(path.read_bytes()).digest()


def footnote(folder: str, *, cache: bool = False) -> Callable[[Path], None]:
    """Return what streams a folder."""

    def stream(work: Path) -> None:
        import corpus  # noqa: PLC0415  # the other systems must not pay for it

        for _ in corpus.iter_folder(work / folder, work / "cache.sqlite" if cache else None):
            pass

    return stream


SYSTEMS: dict[str, tuple[str, str, Callable[[Path], None]]] = {
    "trafilatura": ("HTML, trafilatura alone", "pages", trafilatura_alone),
    "pages": ("HTML", "pages", footnote("articles/pages")),
    "texts": ("plain text", "texts", footnote("articles/texts")),
    "both": ("both", "both", footnote("articles")),
    "first": ("both, with an empty cache", "both", footnote("articles", cache=True)),
    "again": ("both, again, nothing changed", "both", footnote("articles", cache=True)),
    "hashed": ("both, opened and hashed alone", "both", hashed),
}


def measure(system: str, work: Path) -> Figures:
    """Do one measurement in this process; imports are made before the clock starts."""
    import trafilatura  # noqa: F401, PLC0415

    import corpus  # noqa: F401, PLC0415

    started_s = time.perf_counter()
    SYSTEMS[system][2](work)
    took_s = time.perf_counter() - started_s
    peak = peak_mb()
    return {"took_s": took_s, "memory_mb": peak}


def _run_child(name: str, folder: str, *arguments: str) -> Figures:
    if name in {"make", "short"}:
        return (make if name == "make" else make_short)(Path(folder), *map(int, arguments))
    return measure(name, Path(folder))


def speed(files: int, rounds: int, seed: int) -> None:
    """Print characters of articles a second, and each system as a multiple of trafilatura."""
    measured: dict[str, list[float]] = {system: [] for system in SYSTEMS}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            chars = in_a_child("reading", "make", Path(folder), files, seed)
            for system, (_, kind, _) in SYSTEMS.items():
                measured[system].append(chars[kind] / in_a_child("reading", system, Path(folder))["took_s"])
    peer = statistics.median(measured["trafilatura"])
    print(f"| {files} files, {chars['both'] / 1e6:.2f} million characters | characters a second | ratio |")
    print("| --- | ---: | ---: |")
    for system, (name, _, _) in SYSTEMS.items():
        median = statistics.median(measured[system])
        print(f"| {name} | {median:,.0f} | {median / peer:.2f} |")


def flat(files: int, seed: int) -> None:
    """Print the memory of streaming many short texts, with and without a cache that knows them."""
    print("| short texts | files a second | memory, MB | again, files a second | memory, MB |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    for count in (files // 10, files):
        with tempfile.TemporaryDirectory() as folder:
            in_a_child("reading", "short", Path(folder), count, seed)
            first, again = (in_a_child("reading", system, Path(folder)) for system in ("first", "again"))
        print(
            f"| {count} | {count / first['took_s']:.0f} | {first['memory_mb']:.0f} |"
            f" {count / again['took_s']:.0f} | {again['memory_mb']:.0f} |"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--flat", type=int, metavar="FILES")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(_run_child(*options.child)))
    elif options.flat:
        flat(options.flat, options.seed)
    else:
        speed(options.files, options.rounds, options.seed)


if __name__ == "__main__":
    main()
