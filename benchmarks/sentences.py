"""How well texts are cut into sentences, by judged boundaries, beside sentencex and a plain pattern.

    python -m benchmarks.sentences [--misses]

What must not live here: how the index cuts them.
"""

import argparse
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.segmentation import sentence_spans

JUDGED = Path(__file__).parent / "judgements" / "sentences.txt"
_PLAIN = re.compile(r".+?(?:[。！？!?…]+[”’」』）)\"']*|\.(?=\s|$)|$)", re.DOTALL)
Splitter = Callable[[str, str], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A paragraph and its sentences: ``kind`` is the heading that it stands under, ``language`` zh or en."""

    kind: str
    language: str
    text: str
    sentences: tuple[str, ...]


def read_judged(path: Path = JUDGED) -> Iterator[Judged]:
    """Yield the judged paragraphs: a sentence a line, blank lines between paragraphs, headings after a hash."""
    kind = ""
    for block in re.split(r"\n{2,}", path.read_text(encoding="utf-8").strip()):
        lines = block.split("\n")
        if lines[0].startswith("# "):
            kind = lines.pop(0)[2:]
        language = kind[:2]
        joint = " " if language == "en" else ""
        yield Judged(kind=kind, language=language, text=joint.join(lines), sentences=tuple(lines))


def boundaries(sentences: list[str] | tuple[str, ...]) -> set[int]:
    """Return where sentences end within their text, in characters other than white space, the text's own end aside."""
    lengths = (len("".join(sentence.split())) for sentence in sentences if sentence.strip())
    return set(itertools.accumulate(lengths)) - {sum(len("".join(sentence.split())) for sentence in sentences)}


def figures(split: Splitter, judged: list[Judged]) -> tuple[float, float, list[str]]:
    """Return precision and recall of the boundaries that a splitter finds, and the texts that it cuts otherwise."""
    right = found = wanted = 0
    misses: list[str] = []
    for one in judged:
        sentences = split(one.text, one.language)
        ours, theirs = boundaries(sentences), boundaries(one.sentences)
        right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
        if ours != theirs:
            misses.append(" | ".join(sentences))
    return right / max(1, found), right / max(1, wanted), misses


def own(text: str, language: str) -> list[str]:  # noqa: ARG001  the same for every language
    """Cut as the index does."""
    return [text[start:end] for start, end in sentence_spans(text)]


def by_sentencex(text: str, language: str) -> list[str]:
    """Cut by Wikimedia's sentencex."""
    import sentencex  # noqa: PLC0415  a dependency of the development alone

    return list(sentencex.segment(language, text))


def by_pattern(text: str, language: str) -> list[str]:  # noqa: ARG001  as above
    """Cut by one plain pattern."""
    return _PLAIN.findall(text)


def main() -> None:
    """Print a table of F1, precision and recall for each kind of text."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--misses", action="store_true", help="print what footnote cuts otherwise than judged")
    options = parser.parse_args()
    judged = list(read_judged())
    print("| texts | boundaries | footnote | sentencex | plain pattern |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for kind in ("all", *dict.fromkeys(one.kind for one in judged)):
        chosen = [one for one in judged if kind in {"all", one.kind}]
        cells = []
        for split in (own, by_sentencex, by_pattern):
            precision, recall, _ = figures(split, chosen)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            cells.append(f"{100 * f1:.1f} ({100 * precision:.0f}/{100 * recall:.0f})")
        print(f"| {kind} | {sum(len(boundaries(one.sentences)) for one in chosen)} | {' | '.join(cells)} |")
    if options.misses:
        print("\n".join(figures(own, judged)[2]))


if __name__ == "__main__":
    main()
