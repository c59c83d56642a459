"""The article store of one build, as it is written. What must not live here: how it is read."""

import hashlib
import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from corpus.analysis.folding import fold, fold_key
from corpus.analysis.spelling import HAN_RUN, LATIN_WORD, sound_of
from corpus.analysis.terms import bigrams_of, units_of
from corpus.article import Article
from corpus.errors import DuplicateArticle
from corpus.index.analysed import AnalysedArticle, AnalysedPassage
from corpus.index.manifest import Averages

_SCHEMA: Final = """
CREATE TABLE articles (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL,
    language TEXT NOT NULL, author TEXT, source TEXT, published TEXT, url TEXT, origins TEXT NOT NULL,
    hash TEXT NOT NULL, title_key TEXT NOT NULL, source_key TEXT, author_key TEXT,
    title_words TEXT NOT NULL, title_units TEXT NOT NULL);
CREATE INDEX articles_by_hash ON articles (hash);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, sentences TEXT NOT NULL, words TEXT NOT NULL, units TEXT NOT NULL);
CREATE INDEX passages_by_article ON passages (article);
CREATE TABLE frequencies (field TEXT, term TEXT, n INTEGER NOT NULL, PRIMARY KEY (field, term)) WITHOUT ROWID;
CREATE TABLE latin_words (word TEXT PRIMARY KEY, backwards TEXT NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX latin_words_backwards ON latin_words (backwards);
CREATE TABLE sounds (sound TEXT, character TEXT, PRIMARY KEY (sound, character)) WITHOUT ROWID;
"""
_INSERT_ARTICLE: Final = f"INSERT INTO articles VALUES ({', '.join('?' * 16)})"  # noqa: S608  # question marks alone


@dataclass(slots=True)
class _Sums:
    """Running sums of lengths in terms."""

    sentences: int = 0
    lengths: Counter[str] = field(default_factory=Counter)


class StoreWriter:
    """Writes articles to a new store, one at a time, and its statistics at the end. Only the terms stay in memory."""

    def __init__(self, path: Path) -> None:
        # The file is synced whole before anybody sees it, and thrown away when the build fails: no journal is needed.
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {_SCHEMA}")
        self.articles = 0
        self.passages = 0
        self._sums = _Sums()
        self._frequencies: dict[str, Counter[str]] = {"W": Counter(), "U": Counter(), "B": Counter()}
        self._latin_words: Counter[str] = Counter()
        self._input = hashlib.sha256()

    @property
    def fingerprint(self) -> str:
        """What the articles so far come to: the same for the same ids and contents in the same order."""
        return self._input.hexdigest()[:32]

    def add(self, article: Article, content_hash: str, analysed: AnalysedArticle) -> None:
        """Write an article with its passages; raises DuplicateArticle when the id stands already."""
        origins = json.dumps(article.origins, ensure_ascii=False)
        values = (
            *(self.articles, article.id, article.title, article.text, article.language),
            *(article.author, article.source, article.published, article.url, origins),
            *(content_hash, fold_key(article.title), _key(article.source), _key(article.author)),
            *(analysed.title_words, analysed.title_units),
        )
        try:
            self.connection.execute(_INSERT_ARTICLE, values)
        except sqlite3.IntegrityError as error:
            raise DuplicateArticle(article.id, self._origins_of(article.id) + article.origins) from error
        self._count(self._sums.lengths, "title", analysed.title_words, analysed.title_units)
        self._latin_words.update(LATIN_WORD.findall(fold(f"{article.title}\n{article.text}").text))
        for ordinal, passage in enumerate(analysed.passages):
            self._add_passage(ordinal, passage)
        self._input.update(f"{article.id} {content_hash}\n".encode())
        self.articles += 1

    def finish(self) -> None:
        """Write the document frequencies and what a speller needs, and commit; nothing can be added afterwards."""
        for name, counts in self._frequencies.items():
            rows = ((name, term, n) for term, n in sorted(counts.items()))
            self.connection.executemany("INSERT INTO frequencies VALUES (?, ?, ?)", rows)
        words = ((word, word[::-1], n) for word, n in sorted(self._latin_words.items()))
        self.connection.executemany("INSERT INTO latin_words VALUES (?, ?, ?)", words)
        sounds = ((sound_of(unit), unit) for unit in sorted(self._frequencies["U"]) if HAN_RUN.fullmatch(unit))
        self.connection.executemany("INSERT INTO sounds VALUES (?, ?)", sounds)
        self.connection.execute("COMMIT")

    def averages(self) -> Averages:
        """Return the mean lengths of what was written."""
        numbers = {"passage": self.passages, "sentence": self._sums.sentences, "title": self.articles}
        means = {name: total / numbers[name.partition("_")[0]] for name, total in self._sums.lengths.items()}
        return Averages(**means)

    def close(self) -> None:
        """Close the file, whether or not it is finished."""
        self.connection.close()

    def _add_passage(self, ordinal: int, passage: AnalysedPassage) -> None:
        self.connection.execute(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self.passages, self.articles, ordinal, passage.start, passage.end),
                *(json.dumps(passage.sentences, separators=(",", ":")), passage.words, passage.units),
            ),
        )
        self.passages += 1
        units, bigrams = self._count(self._sums.lengths, "passage", passage.words, passage.units)
        self._sums.sentences += len(passage.sentences)
        self._sums.lengths["sentence_u"] += len(units)
        self._sums.lengths["sentence_b"] += len(bigrams)
        for name, terms in (("W", passage.words.split()), ("U", units), ("B", bigrams)):
            self._frequencies[name].update(set(terms))

    @staticmethod
    def _count(lengths: Counter[str], part: str, words: str, units_lines: str) -> tuple[list[str], list[str]]:
        units, bigrams = units_of(units_lines), bigrams_of(units_lines)
        lengths[f"{part}_w"] += len(words.split())
        lengths[f"{part}_u"] += len(units)
        lengths[f"{part}_b"] += len(bigrams)
        return units, bigrams

    def _origins_of(self, article_id: str) -> tuple[str, ...]:
        row = self.connection.execute("SELECT origins FROM articles WHERE id = ?", (article_id,)).fetchone()
        return tuple(json.loads(row[0]))


def _key(text: str | None) -> str | None:
    return None if text is None else fold_key(text)
