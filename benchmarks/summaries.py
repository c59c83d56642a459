"""Summaries of the judged articles beside those of sumy's methods at the same length, in one run.

    python -m benchmarks.summaries [--examples N | --books]

The tables tell what share of the ranked facts is stated, in percent; ``--examples`` prints summaries of N articles, of
the half to tune on first, and ``--books`` time and memory over made-up books. sumy is handed our sentences and words,
so that only the choice differs.
What must not live here: what a fact is (:mod:`benchmarks.quality_measures`).
"""

import argparse
import itertools
import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

import corpus
from benchmarks.made_up_text import made_up_articles
from benchmarks.measuring import frequent_words
from benchmarks.quality import BUDGETS_CHARS, HALVES, ROOT
from benchmarks.quality_judgements import Facts, Judgements, JudgementsInvalid, read_judgements
from benchmarks.quality_measures import fact_coverage
from corpus.segmentation import sentence_spans
from corpus.summary.sentences import content_terms

EXAMPLE_CHARS = 200
BOOK_CHARS = (100_000, 300_000, 1_000_000)
BOOK_ROUNDS = 5
Method = Callable[[corpus.Article, int], list[str]]


class _Cutter:
    """Words for sumy, whose own cutters need data that is downloaded."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Return the content words of a sentence."""
        return tuple(content_terms(sentence).elements())


def methods(library: corpus.Library) -> dict[str, Method]:
    """Return ours and the peers by name."""

    def footnote(article: corpus.Article, max_chars: int) -> list[str]:
        return [sentence.text for sentence in library.summarize(article.id, max_chars=max_chars).sentences]

    def lead(article: corpus.Article, max_chars: int) -> list[str]:
        return [article.text[:max_chars]]

    return {
        "Footnote": footnote,
        "Lead": lead,
        "TextRank": _by_sumy(TextRankSummarizer()),
        "LexRank": _by_sumy(LexRankSummarizer()),
        "LSA": _by_sumy(LsaSummarizer()),
    }


def _by_sumy(summarizer: Any) -> Method:
    """Return a method that takes sentences as sumy ranks them, each that still fits, shown in reading order."""

    def method(article: corpus.Article, max_chars: int) -> list[str]:
        document = _document(article.text)
        order = {str(sentence): place for place, sentence in enumerate(document.sentences)}
        ranked: list[str] = []
        for count in range(1, len(order) + 1):  # sumy gives its best in reading order: the new one is the next best
            ranked += [text for text in map(str, summarizer(document, count)) if text not in ranked]
        chosen: list[str] = []
        for text in ranked:
            if len(text) <= max_chars - sum(map(len, chosen)):
                chosen.append(text)
        return sorted(chosen, key=order.__getitem__)

    return method


def _document(text: str) -> Any:
    cutter = _Cutter()
    paragraphs = filter(str.strip, text.split("\n\n"))
    return ObjectDocumentModel(
        [
            Paragraph([Sentence(paragraph[start:end], cutter) for start, end in sentence_spans(paragraph)])
            for paragraph in paragraphs
        ]
    )


def table_lines(judged: Judgements, named: dict[str, Method]) -> Iterator[str]:
    """Yield a table for each half: a row for each language and length, a column for each method."""
    articles = {article.id: article for article in judged.articles}
    for half in HALVES:
        of_half = [facts for facts in judged.facts if facts.half == half]
        if not of_half:
            continue
        yield from (f"Facts stated, {half}, %", "", f"| | n | characters | {' | '.join(named)} |")
        yield f"| --- | ---: | ---: |{' ---: |' * len(named)}"
        for group in ("all", "zh-Hans", "zh-Hant", "en"):
            held = [facts for facts in of_half if group in ("all", articles[facts.article].language)]
            for budget in BUDGETS_CHARS if held else ():
                cells = (f"{100 * _mean(held, articles, method, budget):.1f}" for method in named.values())
                yield f"| {group} | {len(held)} | {budget} | {' | '.join(cells)} |"
        yield ""


def _mean(held: Sequence[Facts], articles: dict[str, corpus.Article], method: Method, budget: int) -> float:
    stated = (fact_coverage("".join(method(articles[facts.article], budget)), facts.ranked) for facts in held)
    return sum(stated) / len(held)


def example_lines(judged: Judgements, named: dict[str, Method], count: int) -> Iterator[str]:
    """Yield the summaries of the first articles of the half to tune on, by every method, with the facts each states."""
    articles = {article.id: article for article in judged.articles}
    for facts in sorted(judged.facts, key=lambda facts: HALVES.index(facts.half))[:count]:
        article = articles[facts.article]
        yield from (f"## {article.title}", "", f"`{article.id}`, {len(article.text)} characters", "")
        for name, method in named.items():
            said = method(article, EXAMPLE_CHARS)
            yield f"**{name}**, {100 * fact_coverage(''.join(said), facts.ranked):.0f}% of the facts:"
            yield from ("", *(f"> {' '.join(text.split())}{_cut(text)}  " for text in said), "")


def _cut(text: str) -> str:
    return "" if text[-1] in "。！？；.!?;”」』）)" else " …"


def book_lines(work: Path) -> Iterator[str]:
    """Yield the median time and the peak of memory of a summary, over books of rising length, index at hand."""
    texts = (article.text for article in made_up_articles(frequent_words(work), 7))
    whole = next(book for book in itertools.accumulate(texts, "{}\n\n{}".format) if len(book) >= BOOK_CHARS[-1])
    yield from ("| characters of the book | summary, s | peak memory, MB |", "| ---: | ---: | ---: |")
    for chars in BOOK_CHARS:
        book = corpus.Article(
            id=f"book{chars}",
            title=whole[:8],
            text=whole[:chars],
            language="zh-Hans",
            author=None,
            source=None,
            published=None,
            url=None,
            origins=(f"{chars}.txt",),
        )
        corpus.build_index([book], work / f"index{chars}")
        with corpus.Library.open(work / f"index{chars}") as library:
            times = [_timed(library, book.id) for _ in range(BOOK_ROUNDS)]
            tracemalloc.start()
            library.summarize(book.id)
            peak = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
        yield f"| {len(book.text):,} | {statistics.median(times):.2f} | {peak:.0f} |"


def _timed(library: corpus.Library, article_id: str) -> float:
    started = time.perf_counter()
    library.summarize(article_id)
    return time.perf_counter() - started


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=int, metavar="N", help="print the summaries of N articles instead")
    parser.add_argument("--books", action="store_true", help="print time and memory over books instead")
    options = parser.parse_args()
    if options.books:
        with tempfile.TemporaryDirectory() as folder:
            print("\n".join(book_lines(Path(folder))))
        return 0
    try:
        judged = read_judgements(ROOT / "benchmarks" / "judgements", ROOT / "seeds")
        with tempfile.TemporaryDirectory() as folder:
            corpus.build_index(judged.articles, Path(folder) / "index")
            with corpus.Library.open(Path(folder) / "index") as library:
                named = methods(library)
                lines = (
                    example_lines(judged, named, options.examples) if options.examples else table_lines(judged, named)
                )
                print("\n".join(lines))
    except (JudgementsInvalid, corpus.CorpusError, OSError) as error:
        print(f"summaries: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
