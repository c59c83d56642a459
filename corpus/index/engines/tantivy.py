"""The engine for many passages: a tantivy index on disk over the words of each passage and the places of its units.

The words of a title count towards its article's first passage. What must not live here: the ranking that is shown.
"""

import json
import math
import os
import re
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import tantivy
from tantivy import Occur, Query

from corpus.analysis.terms import CJK_RUNS, is_cjk
from corpus.errors import Damage, DamagedIndex, IndexNotWritable
from corpus.index.engines.protocol import TermQuery
from corpus.index.manifest import ENGINE_FOLDER, STORE_FILE
from corpus.index.processes import apart
from corpus.index.statistics import positive_idf
from corpus.index.store import Store
from corpus.results import Filters

LOOKED_INSIDE = 2  # words of a question that are looked for inside longer words
LOOKED_AHEAD = 2, 16  # times as many passages as are wanted are looked at before all articles are
# What stands in more of the passages than both is dropped where rarer words remain: it costs time and decides little.
COMMON, COMMON_PASSAGES = 0.2, 2_000
# As many passages as fit in it, 25,000, make one segment. A question looks into each, and touches pages of each: more
# are committed in sixteen pieces, of which tantivy merges eight at a time, so that two stay.
WRITING_BYTES, _UNMERGED, _PIECES = 128 * 2**20, 25_000, 16
_MOST_HERE = 12_000  # passages that are written in a process that has its dictionaries in memory, too
_LEVEL = 20  # passages beyond the last one wanted that may score as it does: of these the first ids are taken
_PHRASE_TOKENS = 32  # of a longer phrase; to open the places of each takes .3 ms, however few articles are asked
_GAP = "|"  # stands in no unit: what is parted by punctuation is no phrase
_TERMS = "terms"
_OS_ERROR = re.compile(r"\(os error (\d+)\)")
_TEXTS = (
    "SELECT p.id, p.article, p.ordinal, p.words, p.units, a.title_words, a.title_units"
    " FROM passages p JOIN articles a ON a.position = p.article"
)
_OF_THESE = "FROM passages p WHERE p.article IN (SELECT value FROM json_each(?))"
MOST_DELETED, FEW_PASSAGES = 0.002, 5_000
"""The share of passages beyond so many, which take 2 s, that may go before all files are written anew."""
Row = tuple[int, int, int, str, str, str, str]


def write_tantivy(build: Path, before: Store | None = None, processes: int = 0) -> None:
    """Write the engine's files of a build whose store stands; raises IndexNotWritable.

    Where ``before`` is a build for the same engine by the same rules its files are taken over, and only what has
    changed since is written, as long as that is little. Much is written by another process, if there may be one.
    """
    folder = build / ENGINE_FOLDER
    with closing(sqlite3.connect(build / STORE_FILE)) as connection:
        (passages,) = connection.execute("SELECT count(*) FROM passages").fetchone()
        try:
            whole = before is not None and _renew(connection, folder, before)
            whole = whole or (passages > _MOST_HERE and processes > 0 and apart(write_tantivy, build))
            whole = whole or _write(connection, folder)
        except ValueError as error:  # all that tantivy raises; with terms and a schema of ours only the disk can fail
            code = _OS_ERROR.search(str(error))
            raise IndexNotWritable(build.parent, os.strerror(int(code[1])) if code else str(error)) from error
    if not whole:
        raise IndexNotWritable(build.parent, "segments could not be merged")


def _write(connection: sqlite3.Connection, folder: Path) -> bool:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    index = _with_terms(tantivy.Index(_schema(), path=str(folder)))
    return _change(index, connection, [], connection.execute(f"{_TEXTS} ORDER BY p.id"))


def _renew(connection: sqlite3.Connection, folder: Path, before: Store) -> bool:
    """Take the files of the build before over and write what has changed; tell whether that serves.

    BM25 goes on counting what is deleted until its segment is merged: of much that is deleted nothing is taken over.
    """
    query = "SELECT position, hash FROM articles"
    old, new = ({*store.execute(query)} for store in (before.connection(), connection))
    gone, come = (json.dumps([position for position, _ in one]) for one in (old - new, new - old))
    (leaving,) = before.connection().execute(f"SELECT count(*) {_OF_THESE}", (gone,)).fetchone()
    bearable = MOST_DELETED * max(0, before.passages_total - FEW_PASSAGES)
    if leaving + _deleted(before.folder / ENGINE_FOLDER) > bearable:
        return False
    shutil.copytree(
        before.folder / ENGINE_FOLDER, folder, copy_function=shutil.copyfile
    )  # no links: one may be damaged
    try:
        index = _with_terms(tantivy.Index.open(str(folder)))
        rows = connection.execute(f"{_TEXTS} WHERE p.id IN (SELECT p.id {_OF_THESE}) ORDER BY p.id", (come,))
        whole = _change(index, connection, json.loads(gone), rows)
    except ValueError:
        whole = False
    return whole


def _change(index: tantivy.Index, connection: sqlite3.Connection, gone: Sequence[int], rows: Iterable[Row]) -> bool:
    """Delete articles, add passages, and tell whether the index then holds those of the store."""
    (total,) = connection.execute("SELECT count(*) FROM passages").fetchone()
    piece = math.ceil(total / _PIECES) if total > _UNMERGED else total
    writer = index.writer(heap_size=WRITING_BYTES, num_threads=1)
    if gone:
        writer.delete_documents_by_query(Query.term_set_query(index.schema, "article", [*gone]))
    for n, (passage, article, ordinal, words, units, title_words, title_units) in enumerate(rows, start=1):
        document = tantivy.Document()
        document.add_unsigned("passage", passage)
        document.add_unsigned("article", article)
        document.add_text("w", words if ordinal else f"{title_words}\n{words}")
        document.add_text("u", _tokens(units) if ordinal else f"{_tokens(title_units)} {_GAP} {_tokens(units)}")
        writer.add_document(document)
        if n % piece == 0:
            writer.commit()
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return bool(index.searcher().num_docs == total)


def _deleted(folder: Path) -> int:
    """Return how many passages stand in an index that count for nothing but its statistics."""
    segments = json.loads((folder / "meta.json").read_bytes())["segments"]
    return sum(int((segment["deletes"] or {"num_deleted_docs": 0})["num_deleted_docs"]) for segment in segments)


class TantivyEngine:
    """Reads the files that :func:`write_tantivy` wrote, by mmap; usable from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._build = store.manifest.build
        self._passed_by_none: tuple[TermQuery, Filters] | None = None  # of late: it is asked again with other words
        with self._reading():
            # Every file is mapped now: the folder may be removed while this build still answers.
            index = _with_terms(tantivy.Index.open(str(store.folder / ENGINE_FOLDER)))
            self._schema, self._searcher = index.schema, index.searcher()
            documents = self._searcher.num_docs
        if documents != store.passages_total:
            raise DamagedIndex(self._build, Damage.CHANGED, ENGINE_FOLDER, f"it holds {documents} passages")

    def candidates(self, query: TermQuery, filters: Filters, limit: int) -> list[tuple[int, float]]:
        """Return the best passages; see :class:`corpus.index.engines.protocol.Engine`."""
        with self._reading():
            wanted = self._wanted(query.should)
            demands = replace(query, should=())
            if not wanted or self._passed_by_none == (demands, filters):
                return []
            found = self._best(wanted, demands, filters, limit + _LEVEL)
            passages = self._numbers("passage", [address for _, address in found])
        scored = [(passage, score) for passage, (score, _) in zip(passages, found, strict=True)]
        return sorted(scored, key=lambda one: (-one[1], one[0]))[:limit]

    def passing(self, query: TermQuery, filters: Filters) -> AbstractSet[int]:
        """Return the positions of articles; see :class:`corpus.index.engines.protocol.Engine`."""
        with self._reading():
            return self._passing(query, self._store.matching_articles(filters))

    def _best(
        self, wanted: list[Query], demands: TermQuery, filters: Filters, most: int
    ) -> list[tuple[float, tantivy.DocAddress]]:
        """Return the best passages of articles that pass filters and demands.

        Of what most articles hold it is asked only whether those of the best passages do, of which enough must pass.
        """
        allowed = self._store.matching_articles(filters)
        if demands == TermQuery(should=()):
            return self._search(wanted, allowed, most)
        for size in LOOKED_AHEAD:
            found = self._search(
                wanted,
                allowed,
                size * most,
                without=[line for line in demands.must_not if len(_tokens(line).split()) == 1],
            )
            articles = self._numbers("article", [address for _, address in found])
            few = size == LOOKED_AHEAD[0]
            passing = self._passing_by_text(demands, articles) if few else self._passing(demands, {*articles})
            kept = [one for one, article in zip(found, articles, strict=True) if article in passing]
            if len(kept) >= most or len(found) < size * most:
                return kept[:most]
            if not kept:
                break
        passing = self._passing(demands, allowed)
        if not passing:
            self._passed_by_none = demands, filters
            return []
        return self._search(wanted, passing, most)

    def _wanted(self, terms: Sequence[str]) -> list[Query]:
        """Return a query for each term that counts; a CJK word that nobody cut so is looked for inside longer ones."""
        total = self._searcher.num_docs
        holding = {term: self._searcher.doc_freq("w", term) for term in terms}
        known = [term for term, n in holding.items() if n]
        kept = [term for term in known if holding[term] <= max(COMMON * total, COMMON_PASSAGES)] or known
        queries = [Query.term_query(self._schema, "w", term, index_option="freq") for term in kept]
        for term in [term for term, n in holding.items() if not n and is_cjk(term)][:LOOKED_INSIDE]:
            inside = self._line(term)
            n: int = self._searcher.search(inside, 1).count  # type: ignore[attr-defined]  # the stubs lack it
            queries += [Query.const_score_query(inside, positive_idf(total, n))] if n else []
        return queries

    def _passing(self, demands: TermQuery, articles: AbstractSet[int] | None) -> AbstractSet[int]:
        """Return which of some articles, or of all, hold what they must and nothing else; the rarest is asked first."""
        either = *((line,) for line in demands.must + demands.phrases), *demands.any_of
        for lines in sorted(either, key=self._at_most):
            articles = self._holding(lines, articles)
        if demands.must_not:
            barred = self._holding(demands.must_not, articles)
            articles = ({*self._store.positions} if articles is None else articles) - barred
        return {*self._store.positions} if articles is None else articles

    def _passing_by_text(self, demands: TermQuery, articles: Iterable[int]) -> set[int]:
        """Return which of a few articles pass: to read them costs no more than to ask for two demands."""
        texts: defaultdict[int, str] = defaultdict(str)
        for article, text in self._store.texts({*articles}):
            texts[article] += text
        return {article for article, text in texts.items() if demands.passes(text)}

    def _at_most(self, lines: Sequence[str]) -> int:
        """Return how many passages may hold one of some lines."""
        return sum(min(self._searcher.doc_freq("u", token) for token in _tokens(line).split()) for line in lines)

    def _holding(self, lines: Sequence[str], articles: AbstractSet[int] | None) -> AbstractSet[int]:
        """Return which of some articles, or of all, hold one of some lines."""
        if articles == set():
            return articles
        found = self._search([*map(self._line, lines)], articles, self._searcher.num_docs, order="article")
        return {*dict(found)}

    def _search(
        self,
        either: list[Query],
        articles: AbstractSet[int] | None,
        limit: int,
        *,
        without: Sequence[str] = (),
        order: str | None = None,
    ) -> list[tuple[Any, tantivy.DocAddress]]:
        """Return at most so many passages of some articles, or of all, each behind its score or what orders them."""
        clauses = [(Occur.Must, Query.boolean_query([(Occur.Should, one) for one in either]))]
        clauses += [] if articles is None else [self._restriction(articles)]
        clauses += [(Occur.MustNot, self._line(line)) for line in without]
        return self._searcher.search(Query.boolean_query(clauses), limit, count=False, order_by_field=order).hits

    def _numbers(self, field: str, addresses: list[tantivy.DocAddress]) -> list[int]:
        return cast("list[int]", self._searcher.fast_field_values(field, addresses))

    def _line(self, line: str) -> Query:
        """Return a query for passages in which a line of units stands as it is."""
        tokens = _tokens(line).split()[:_PHRASE_TOKENS]
        if len(tokens) == 1:
            return Query.term_query(self._schema, "u", tokens[0], index_option="position")
        return Query.phrase_query(self._schema, "u", [*tokens])

    def _restriction(self, allowed: AbstractSet[int]) -> tuple[Occur, Query]:
        """Return a clause that lets articles through by the shorter of two lists: of them, or of all others."""
        if len(allowed) > self._store.manifest.articles // 2:
            barred = {*self._store.positions} - allowed
            return Occur.MustNot, Query.term_set_query(self._schema, "article", [*barred])
        query = Query.term_set_query(self._schema, "article", [*allowed])
        return Occur.Must, Query.const_score_query(query, 0.0)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, OSError) as error:  # all that tantivy raises, whatever it is about
            raise DamagedIndex(self._build, Damage.CHANGED, ENGINE_FOLDER, str(error)) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # of no module that could be imported
                raise
            raise DamagedIndex(self._build, Damage.CHANGED, ENGINE_FOLDER, str(error)) from error


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("passage", fast=True)
    builder.add_unsigned_field("article", fast=True, indexed=True)
    builder.add_text_field("w", tokenizer_name=_TERMS, index_option="freq")
    builder.add_text_field("u", tokenizer_name=_TERMS, index_option="position")
    return builder.build()


def _with_terms(index: tantivy.Index) -> tantivy.Index:
    """Let an index take terms as they are: cut by analysis, between white space."""
    index.register_tokenizer(_TERMS, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def _tokens(units: str) -> str:
    """Return a line of units as tokens that are neighbours where they are in the line, and nowhere else."""
    return CJK_RUNS.sub(lambda runs: " ".join(runs[0].replace(" ", _GAP)), " ".join(units.split()))
