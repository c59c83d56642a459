"""What a slip in a question costs: how often the right article comes first, as asked and with one character wrong.

    python -m benchmarks.slips [--public FOLDER] [--every N] [--rounds N] [--seed N] [--misses]

Of each judged question that a kind of slip can happen to, as many as there are rounds are made, always the same for a
seed. The judgements are those that :mod:`benchmarks.quality` reads. What must not live here: how a slip is mended.
"""

import argparse
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus
from benchmarks.measuring import ROOT
from benchmarks.quality_judgements import Judgements, read_judgements
from benchmarks.quality_measures import Half
from corpus.analysis.folding import fold
from corpus.analysis.readings import sound_of

FREQUENT = 1_500  # Chinese characters of the articles, of which a wrong one is one
HAN = re.compile("[\u3400-\u9fff]+")
WORD = re.compile("[A-Za-z]{4,}")
NAME = re.compile("(?<=[a-z,] )[A-Z][a-z]{3,}")
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
Others = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slip: the runs in which one may happen, and what then stands there instead of what."""

    name: str
    runs: re.Pattern[str]
    slip: Callable[[str, str, random.Random], str]  # of a character and the one after it, instead of both


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as asked and with a slip, and whether the right article comes first."""

    kind: str
    half: Half
    text: str
    slipped: str
    right: bool
    still_right: bool


def kinds(articles: Sequence[corpus.Article]) -> list[Kind]:
    """Return the kinds, wrong characters being those of the articles."""
    counted = Counter(character for article in articles for run in HAN.findall(article.text) for character in run)
    frequent = [character for character, _ in counted.most_common(FREQUENT)]
    sounding: defaultdict[str, list[str]] = defaultdict(list)
    looking: defaultdict[str, list[str]] = defaultdict(list)
    for character in frequent:
        sounding[sound_of(fold(character).text)].append(character)
    for group in (ROOT / "benchmarks" / "lookalikes.txt").read_text(encoding="utf-8").split():
        for character in group:
            looking[character] += [other for other in group if other != character]
    keys = {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in KEYBOARD for at, key in enumerate(row)}
    by_letters: dict[str, Callable[[str, str, random.Random], str]] = {
        "a letter beside it": _instead(lambda one: keys.get(one, "")),
        "a letter left out": _left_out,
        "a letter twice": _twice,
        "two letters swapped": _swapped,
    }
    return [
        Kind("another of the same sound", HAN, _instead(lambda one: sounding[sound_of(fold(one).text)])),
        Kind("one that looks alike", HAN, _instead(lambda one: looking[fold(one).text])),
        Kind("any frequent one", HAN, _instead(lambda _: frequent)),
        Kind("left out", HAN, _left_out),
        Kind("twice", HAN, _twice),
        Kind("swapped with the next", HAN, _swapped),
        *(Kind(name, WORD, slip) for name, slip in by_letters.items()),
        Kind("any of these in a name", NAME, lambda *given: given[2].choice([*by_letters.values()])(*given)),
    ]


def _instead(others: Callable[[str], Sequence[str] | None]) -> Callable[[str, str, random.Random], str]:
    def slip(one: str, after: str, chance: random.Random) -> str:
        may_be = [other for other in others(one) or () if fold(other).text != fold(one).text]
        return (chance.choice(may_be) if may_be else one) + after

    return slip


def _left_out(_: str, after: str, __: random.Random) -> str:
    return after


def _twice(one: str, after: str, _: random.Random) -> str:
    return one + one + after


def _swapped(one: str, after: str, _: random.Random) -> str:
    return after + one


def slipped(kind: Kind, text: str, chance: random.Random) -> str:
    """Return a text with one slip, anywhere where it may happen; the text itself where that is nowhere."""
    places = [(place, run.end()) for run in kind.runs.finditer(text) for place in range(*run.span())]
    chance.shuffle(places)
    for place, end in places:
        rest = min(place + 2, end)
        made = text[:place] + kind.slip(text[place], text[place + 1 : rest], chance) + text[rest:]
        if made != text:
            return made
    return text


def ask(library: corpus.Library, judged: Judgements, every: int, rounds: int, seed: int) -> Iterator[Asked]:
    """Ask each question as it is, and with slips of every kind."""
    found = kinds(judged.articles)
    for question in judged.questions[::every]:

        def is_right(text: str, passages: frozenset[str] = question.passages) -> bool:
            hits = library.search(text, limit=1, shown=range(0)).hits
            return bool(hits) and hits[0].article.id in passages

        right = is_right(question.text)
        for kind in found:
            for number in range(rounds):
                chance = random.Random(f"{seed} {kind.name} {question.text} {number}")  # noqa: S311  the same for a seed
                text = slipped(kind, question.text, chance)
                if text != question.text:
                    yield Asked(kind.name, question.half, question.text, text, right, is_right(text))


def table_lines(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield a table for each half: how many slips of each kind, R@1 as asked and with them, and what they cost."""
    for half in dict.fromkeys(one.half for one in asked):
        yield from (f"{half}: R@1, %", "", "| one character | n | as asked | with the slip | cost |")
        yield "| --- | ---: | ---: | ---: | ---: |"
        for kind in dict.fromkeys(one.kind for one in asked):
            held = [one for one in asked if (one.half, one.kind) == (half, kind)]
            if held:
                before = 100 * sum(one.right for one in held) / len(held)
                after = 100 * sum(one.still_right for one in held) / len(held)
                yield f"| {kind} | {len(held)} | {before:.1f} | {after:.1f} | {before - after:.1f} |"
        yield ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--public", type=Path, metavar="FOLDER", help="a set of your own, with passages.jsonl")
    parser.add_argument("--every", type=int, default=1, help="ask every so many questions")
    parser.add_argument("--rounds", type=int, default=2, help="slips of a kind in a question")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--misses", action="store_true", help="print what a slip lost, but of the half kept aside")
    options = parser.parse_args()
    own = (ROOT / "benchmarks" / "judgements", ROOT / "seeds")
    judged = read_judgements(*(own if options.public is None else (options.public, None)))
    with tempfile.TemporaryDirectory() as folder:
        corpus.build_index(judged.articles, Path(folder))
        with corpus.Library.open(Path(folder)) as library:
            asked = list(ask(library, judged, options.every, options.rounds, options.seed))
    if options.misses:
        lost = (one for one in asked if one.right and not one.still_right and one.half != "half kept aside")
        print("\n".join(f"{one.kind}: {one.text}: {one.slipped}" for one in lost))
    else:
        print("\n".join(table_lines(asked)))


if __name__ == "__main__":
    main()
