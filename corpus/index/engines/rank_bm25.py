"""The engine for up to some thousands of passages: rank_bm25 in memory over the words of each passage.

The words of a title count towards its article's first passage. What must not live here: the ranking that is shown.
"""

import threading
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from corpus.analysis.terms import is_cjk, needle
from corpus.index.engines.protocol import TermQuery
from corpus.index.statistics import positive_idf
from corpus.index.store import Store
from corpus.results import Filters

K1, B = 1.2, 0.75  # those of tantivy, which cannot be changed: both engines find the same
LOOKED_INSIDE = 2  # words of a question that are looked for inside longer words: each reads the text of all passages
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


class PostingsOkapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 is not annotated
    """BM25Okapi with an idf above 0, its counts held as postings instead of a dictionary for each passage.

    The formula is that of :meth:`rank_bm25.BM25Okapi.get_scores`; postings take a tenth of the memory, and a question
    reads those of its own terms alone. Lengths from 40 on are rounded as tantivy rounds them.
    """

    def _initialize(self, corpus: Iterable[Sequence[str]]) -> dict[str, int]:
        self.term_ids: dict[str, int] = {}
        terms, passages, counts, lengths = array("i"), array("i"), array("i"), array("i")
        for passage, words in enumerate(corpus):
            lengths.append(len(words))
            for word, count in Counter(words).items():
                terms.append(self.term_ids.setdefault(word, len(self.term_ids)))
                passages.append(passage)
                counts.append(count)
        order = np.argsort(np.frombuffer(terms, dtype=np.int32), kind="stable") if terms else np.empty(0, np.int64)
        self.posting_passages = np.array(passages, dtype=np.int32)[order]
        self.posting_counts = np.array(counts, dtype=np.int32)[order]
        self.corpus_size = len(lengths)
        self.avgdl = sum(lengths) / len(lengths) if lengths else 0.0
        self.doc_len = _rounded(np.array(lengths, dtype=np.int32))
        holding = np.bincount(np.array(terms, dtype=np.int32), minlength=len(self.term_ids))
        self.posting_ends = np.cumsum(holding)
        return {term: int(n) for term, n in zip(self.term_ids, holding, strict=True)}

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {term: positive_idf(self.corpus_size, holding) for term, holding in nd.items()}

    def postings(self, term: str) -> tuple[Integers, Integers]:
        """Return the passages that hold a term and how often each does; both empty for an unknown term."""
        number = self.term_ids.get(term)
        if number is None:
            return self.posting_passages[:0], self.posting_counts[:0]
        place = slice(self.posting_ends[number - 1] if number else 0, self.posting_ends[number])
        return self.posting_passages[place], self.posting_counts[place]

    def get_scores(self, query: Sequence[str]) -> Floats:
        """Return the score of every passage, as the class above computes it."""
        scores = np.zeros(self.corpus_size)
        for term in query:
            passages, counts = self.postings(term)
            norm = 1 - self.b + self.b * self.doc_len[passages] / self.avgdl if len(passages) else 1.0
            scores[passages] += self.idf.get(term, 0.0) * counts * (self.k1 + 1) / (counts + self.k1 * norm)
        return scores


class _Texts(NamedTuple):
    """The units of all passages in one text, a title's before those of its article's first, and where each ends."""

    text: str
    ends: list[int]

    @classmethod
    def of(cls, store: Store) -> "_Texts":
        texts, ends, end = [], [], 0
        for _, text in store.texts():
            texts.append(text)
            end += len(texts[-1])
            ends.append(end)
        return cls("".join(texts), ends)

    def holding(self, lines: Sequence[str]) -> list[int]:
        """Return the passages that hold one of some lines of units; no run of Latin is cut short."""
        found = set()
        for wanted in map(needle, lines):
            place = self.text.find(wanted)
            while place >= 0:
                passage = bisect_right(self.ends, place)
                found.add(passage)
                place = self.text.find(wanted, self.ends[passage])
        return sorted(found)


class RankBm25Engine:
    """Loads the words of a store into memory at the first question, its units at the first that needs them.

    Usable from any thread.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._loading = threading.Lock()
        self._loaded: tuple[PostingsOkapi, Integers, npt.NDArray[np.int64]] | None = None
        self._texts: _Texts | None = None

    def candidates(self, query: TermQuery, filters: Filters, limit: int) -> list[tuple[int, float]]:
        """Return the best passages; see :class:`corpus.index.engines.protocol.Engine`."""
        bm25, articles, numbers = self._load()
        if not bm25.corpus_size:
            return []
        scores = bm25.get_scores(query.should)
        found = np.zeros(bm25.corpus_size, dtype=bool)
        for term in query.should:
            found[bm25.postings(term)[0]] = True
        inside = [term for term in query.should if term not in bm25.term_ids and is_cjk(term)]
        for term in inside[:LOOKED_INSIDE]:
            passages = self._passages_with([term])
            found[passages] = True
            scores[passages] += positive_idf(bm25.corpus_size, len(passages))
        found &= self._allowed(articles, query, filters)[articles]
        ids = np.flatnonzero(found)
        best = ids[np.argsort(-scores[ids], kind="stable")][:limit]
        return [(int(numbers[passage]), float(scores[passage])) for passage in best]

    def passing(self, query: TermQuery, filters: Filters) -> set[int]:
        """Return the positions of articles; see :class:`corpus.index.engines.protocol.Engine`."""
        _, articles, _ = self._load()
        return {*_int64(self._store.positions)[self._allowed(articles, query, filters)].tolist()}

    def _allowed(self, articles: Integers, query: TermQuery, filters: Filters) -> Flags:
        """Return for each article whether filters and all that it must and must not hold let it through."""
        known = _int64(self._store.positions)
        size = len(known)

        def holding(lines: Sequence[str]) -> Flags:
            return _flags(size, articles[self._passages_with(lines)])

        positions = self._store.matching_articles(filters)
        allowed = np.ones(size, dtype=bool) if positions is None else np.isin(known, [*positions])
        for line in query.must + query.phrases:
            allowed &= holding([line])
        for group in query.any_of:
            allowed &= holding(group)
        return allowed & ~holding(query.must_not) if query.must_not else allowed

    def _passages_with(self, lines: Sequence[str]) -> list[int]:
        with self._loading:
            texts = self._texts = self._texts or _Texts.of(self._store)
        return texts.holding(lines)

    def _load(self) -> tuple[PostingsOkapi, Integers, npt.NDArray[np.int64]]:
        """Return the words, and by a passage's place in the order of ids the place of its article, and its id."""
        with self._loading:
            if self._loaded is None:
                articles, numbers = array("q"), array("q")
                bm25 = PostingsOkapi(self._words(articles, numbers), k1=K1, b=B)
                places = np.searchsorted(_int64(self._store.positions), _int64(articles))
                self._loaded = bm25, places.astype(np.int32), _int64(numbers)
            return self._loaded

    def _words(self, articles: "array[int]", numbers: "array[int]") -> Iterator[list[str]]:
        for number, article, words in self._store.passage_words():
            articles.append(article)
            numbers.append(number)
            yield words.split()


def _int64(numbers: "array[int]") -> npt.NDArray[np.int64]:
    return np.array(numbers, dtype=np.int64)


def _flags(size: int, places: Sequence[int] | Integers) -> Flags:
    flags = np.zeros(size, dtype=bool)
    flags[places] = True
    return flags


def _rounded(lengths: Integers) -> Integers:
    """Return lengths as they survive in one byte: rounded down to 4 significant bits above 24 (Lucene's SmallFloat)."""
    numbers = np.arange(256 - 24)
    shifts = np.maximum(numbers // 8 - 1, 0)
    kept = np.concatenate([np.arange(24), 24 + np.where(numbers < 8, numbers, (numbers % 8 | 8) << shifts)])
    return kept[np.searchsorted(kept, lengths, side="right") - 1].astype(np.int32)
