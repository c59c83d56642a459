"""What the worst that anybody may type costs, in processor time: each way in, the first time and once more.

    python -m benchmarks.hostile [--passages 10000] [--folder FOLDER] [--all]

Each text is asked in a process of its own that has opened the index and answered plain questions, over articles of
:mod:`benchmarks.made_up_text`. Without --all the ten dearest are printed. What must not live here: what may be typed
into Discord but reaches no library.
"""

import argparse
import dataclasses
import itertools
import json
import random
import string
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring import Figures, in_a_child, made_up_article

PLAIN = ("历史和文化是什么？", "who founded the company", '"国家" -城市 OR 学校 source:周刊')
PRINTED = 10
LENGTH = 2_400
NAME = 64  # characters that may be a name: of more nothing is looked up


def texts(titles: str, frequent: str) -> dict[str, str]:
    """Return what is asked by what it is, given all titles and the most frequent characters of the articles."""
    chance = random.Random(5)  # noqa: S311  the same texts in every run are the point

    def characters(first: int, last: int, count: int = LENGTH) -> str:
        return "".join(map(chr, chance.sample(range(first, last), count)))

    def words(length: int) -> str:
        return " ".join("".join(chance.choices(string.ascii_lowercase, k=length)) for _ in range(LENGTH // length))

    starts = (0x370, 0x400, 0x5D0, 0x620, 0x900, 0xE00, 0x3040, 0x30A0, 0xAC00)
    return {
        "rare characters": characters(0x4E00, 0x9FA5),
        "rare characters one by one": " ".join(characters(0x4E00, 0x9FA5)),
        "characters of the second plane": characters(0x20000, 0x2A6D6),
        "frequent characters": frequent,
        "frequent characters in another order": "".join(chance.sample(frequent, len(frequent))),
        "frequent characters one by one": " ".join(frequent),
        "one character": frequent[0] * LENGTH,
        "one character one by one": f"{frequent[0]} " * LENGTH,
        "titles": titles[:LENGTH],
        "words that ask": "什么时候多少哪里谁是" * 250,
        "scripts": "".join(characters(at, at + 0x50, 60) for at in starts),
        "marks on a letter": "a" + "\u0301" * LENGTH,
        "marks on every letter": "".join(one + "\u0323\u0301\u035b" * 5 for one in string.ascii_lowercase * 6),
        "families of emoji": "👩‍👩‍👧‍👦" * 300,
        "a long word": "a" * LENGTH,
        **{f"words of {length} letters": words(length) for length in (4, 8, 20, 32)},
        "letters one by one": " ".join(string.ascii_lowercase * 80),
        "digits": "1234567890" * 240,
        "numbers": " ".join(map(str, range(1900, 2400))),
        "points between digits": "1." * LENGTH,
        "spaces": " " * LENGTH,
        "controls and halves of pairs": "\x00\u202e\u200b\ud800历史\ufeff" * 300,
        "letters and characters": "".join(f"a{one}" for one in frequent),
        "frequent pairs reversed": "".join(frequent[at + 1] + frequent[at] for at in range(0, 200, 2)),
        "frequent characters twice": "".join(one * 2 for one in frequent),
        "characters from the hundredth on": frequent[100:],
        "a year, and frequent characters": f"哪一年{frequent}",
        "a source, and frequent characters": f"周刊 {frequent}",
        "titles, one in six characters another": "".join(
            chance.choice(frequent[:20]) if chance.random() < 1 / 6 else one for one in titles[:LENGTH]
        ),
        "titles without one in six characters": "".join(one for one in titles[:LENGTH] if chance.random() > 1 / 6),
        "everything": "*",
        **_operators(frequent),
    }


def _operators(frequent: str) -> dict[str, str]:
    common = [*frequent[:48]]
    pairs = [*itertools.pairwise(common)]
    return {
        "exclusions of frequent characters": " ".join(f"-{one}" for one in common) + " 历史",
        "demands of frequent characters": " ".join(f"+{one}" for one in common),
        "choices of frequent characters": " OR ".join(common),
        "a choice and its negation": " ".join(f"{one} OR {two} NOT {one}" for one, two in pairs),
        "phrases of frequent characters": "".join(f'"{one}{two}" ' for one, two in pairs),
        "phrases of four frequent characters": "".join(f'"{frequent[at : at + 4]}" ' for at in range(0, 40, 4)),
        "exclusions and all the rest": " ".join(f'-"{frequent[at : at + 4]}"' for at in range(0, 36, 4)) + frequent,
        "a filter of many and frequent characters": f"source:周刊 {frequent}",
        "a phrase of one character": f'"{frequent[0] * 150}" {frequent[1]}',
        "demands, and filters without them": "+".join(
            ["source:报 after:2001 lang:en ", *(f"{one} " for one in common)]
        ),
        "operators alone": '+ - OR NOT | "" () source: -" after: ' * 60,
        "quotation marks": '"' * LENGTH,
        "marks that open and close": "“「『" * 300 + "』」”" * 300,
        "parentheses": "(" * (LENGTH // 2) + ")" * (LENGTH // 2),
        "bars": "的|" * LENGTH,
        "filters": "source:a author:b lang:zh after:2001 before:2030 " * 50,
        "filters that contradict": "历史 after:2030 before:1990 lang:en -lang:en -source:周刊 after:2023-02-30",
        "filters with long values": " ".join(f'source:"{frequent[at : at + 30]}"' for at in range(0, 300, 30)),
    }


def ask(folder: Path, text: str) -> dict[str, tuple[float, float]]:
    """Return what a text costs by each way in, in ms of the processor: the first time, and once more."""
    import corpus  # noqa: PLC0415  each process pays for its own

    with corpus.Library.open(folder) as library:
        ways: dict[str, Callable[[str], object]] = {
            "search": library.search,
            "who": lambda typed: library.who(typed[:NAME]),
            "digest": library.digest,
            "titled": library.titled,
            "complete titles": library.complete_titles,
            "complete names": lambda typed: library.complete_names(typed[:NAME]),
            "complete sources": lambda typed: library.complete_values("source", typed),
        }
        library.load()
        for plain in PLAIN:
            for way in ways.values():
                way(plain)
        return {name: (_took_ms(way, text), _took_ms(way, text)) for name, way in ways.items()}


def _took_ms(way: Callable[[str], object], text: str) -> float:
    asked_s = time.process_time()
    way(text)
    return 1e3 * (time.process_time() - asked_s)


def build(work: Path) -> Figures:
    """Index the articles, and write the texts that are asked."""
    import corpus  # noqa: PLC0415  as above

    lines = (work / "articles.jsonl").read_text().splitlines()
    articles = (made_up_article(n, *json.loads(line)) for n, line in enumerate(lines))
    dated = (dataclasses.replace(one, source="周刊", published="2023-05") for one in articles)
    report = corpus.build_index(dated, work / "index")
    with corpus.Library.open(work / "index") as library:
        sample = "".join(article.text for article in library.articles[:300])
        frequent = sorted({one for one in sample if one.isalpha()}, key=lambda one: (-sample.count(one), one))
        titles = "".join(article.title for article in library.articles[:300])
    (work / "texts.json").write_text(json.dumps(texts(titles, "".join(frequent[:LENGTH]))))
    return {"passages": report.passages}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--folder", help="where text and index stay for the next run; else they are removed")
    parser.add_argument("--all", action="store_true", help="print every text by every way in")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        work, *asked = options.child
        text = json.loads((Path(work) / "texts.json").read_text())[asked[0]] if asked else ""
        print(json.dumps(ask(Path(work) / "index", text) if asked else build(Path(work))))
        return
    with tempfile.TemporaryDirectory() as passing:
        work = options.folder or passing
        Path(work).mkdir(parents=True, exist_ok=True)
        if not (Path(work) / "texts.json").exists():
            in_a_child("scale", "make", work, options.passages, 1)
            in_a_child("hostile", work)
        asked = json.loads((Path(work) / "texts.json").read_text())
        each = ((text, in_a_child("hostile", work, text)) for text in asked)
        costs = [(first, again, way, text) for text, ways in each for way, (first, again) in ways.items()]
    costs.sort(reverse=True)
    print("| typed | into | first, ms | again, ms |\n| --- | --- | ---: | ---: |")
    for first, again, way, text in costs if options.all else costs[:PRINTED]:
        print(f"| {text} | {way} | {first:.0f} | {again:.0f} |")


if __name__ == "__main__":
    main()
