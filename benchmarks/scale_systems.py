"""The systems that are measured at growing sizes: how each builds its index in a folder, opens it, and is asked.

What must not live here: what is measured (:mod:`benchmarks.scale`).
"""

import gc
import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measuring import made_up_article, resident_mb, start_jieba

Search = Callable[[str], Sequence[Any]]


def build_footnote(work: Path) -> int:
    """Build an index from nothing."""
    import corpus  # noqa: PLC0415  a process of another system must not pay for it

    articles = (made_up_article(n, title, text) for n, (title, text) in enumerate(lines_of(work / "articles.jsonl")))
    return corpus.build_index(articles, work / "index", processes=(os.cpu_count() or 1) - 1).passages


def build_empty(work: Path) -> None:
    """Build what memory is measured above."""
    import corpus  # noqa: PLC0415

    corpus.build_index([], work / "empty")


def open_footnote(work: Path) -> tuple[Search, Search, float]:
    """Open the index as the bot does; the engine alone is asked for what a search asks it for."""
    import corpus  # noqa: PLC0415
    from corpus.search.question import read_question  # noqa: PLC0415

    with corpus.Library.open(work / "empty") as empty:
        empty.load()
    before_mb = resident_mb()
    library = corpus.Library.open(work / "index")
    library.load()
    gc.freeze()  # or its rounds, which the bot has none of, stand in the times of questions
    store, engine = library._store, library._engine  # noqa: SLF001  what is measured apart has no face of its own

    def ask_engine(question: str) -> Sequence[Any]:
        asked = read_question(question, store.document_frequency)
        return engine.candidates(asked.query, corpus.Filters(), 50)

    return (lambda question: library.search(question).hits), ask_engine, before_mb


def open_rank_bm25(work: Path) -> tuple[Search, Search, float]:
    """Cut and count every passage; nothing is kept, so that each start does it again."""
    jieba = start_jieba(work)
    before_mb = resident_mb()
    index, texts = _rank_bm25(work)

    def search(question: str) -> Sequence[Any]:
        found: Sequence[Any] = index.get_top_n(jieba.lcut(question), texts, 10)
        return found

    return search, search, before_mb


def _nothing(_work: Path) -> int:
    return 0


def _rank_bm25(work: Path) -> tuple[Any, list[str]]:
    from rank_bm25 import BM25Okapi  # noqa: PLC0415

    jieba = start_jieba(work)
    texts = [*lines_of(work / "passages.jsonl")]
    return BM25Okapi([jieba.lcut(text) for text in texts]), texts


def build_bm25s(work: Path) -> int:
    """Write scores of every term in every passage."""
    import bm25s  # noqa: PLC0415

    cut = _cut()
    index, tokens = bm25s.BM25(), [cut(text) for text in lines_of(work / "passages.jsonl")]
    index.index(tokens, show_progress=False)
    index.save(work / "bm25s")
    return len(tokens)


def open_bm25s(work: Path) -> tuple[Search, Search, float]:
    """Map what was written."""
    import bm25s  # noqa: PLC0415

    cut = _cut()
    before_mb = resident_mb()
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
    rows = ((" ".join(cut(text)),) for text in lines_of(work / "passages.jsonl"))
    database.executemany("INSERT INTO passages VALUES (?)", rows)
    database.commit()
    (count,) = database.execute("SELECT count(*) FROM passages").fetchone()
    database.close()
    return int(count)


def open_fts5(work: Path) -> tuple[Search, Search, float]:
    """Ask for any of the words, by bm25."""
    import sqlite3  # noqa: PLC0415

    cut = _cut()
    before_mb = resident_mb()
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
    for text in lines_of(work / "passages.jsonl"):
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
    before_mb = resident_mb()
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


def lines_of(path: Path) -> Iterator[Any]:
    """Yield what a file of JSON Lines holds."""
    with path.open() as lines:
        yield from map(json.loads, lines)


def _cut() -> Callable[[str], list[str]]:
    import rjieba  # noqa: PLC0415  the fast one: what is measured is the engine

    rjieba.cut("")
    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


SYSTEMS: dict[str, tuple[Callable[[Path], int], Callable[[Path], tuple[Search, Search, float]], str]] = {
    "footnote": (build_footnote, open_footnote, "index"),
    "rank-bm25": (_nothing, open_rank_bm25, ""),
    "bm25s": (build_bm25s, open_bm25s, "bm25s"),
    "FTS5": (build_fts5, open_fts5, "fts5.sqlite"),
    "tantivy": (build_tantivy, open_tantivy, "tantivy"),
}
