"""The article store of one build, as it is written: from analysed articles, or row by row from the build before.

What must not live here: how it is read.
"""

import hashlib
import json
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Final

from corpus.analysis.folding import fold, fold_key
from corpus.analysis.spelling import HAN_RUN, LATIN_WORD, sound_of
from corpus.analysis.terms import bigrams_of, units_of
from corpus.article import Article
from corpus.errors import DuplicateArticle
from corpus.index.analysed import AnalysedArticle
from corpus.index.manifest import Averages

_SCHEMA: Final = """
CREATE TABLE articles (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, origins TEXT NOT NULL, title TEXT NOT NULL,
    language TEXT NOT NULL, author TEXT, source TEXT, published TEXT, url TEXT, hash TEXT NOT NULL,
    title_key TEXT NOT NULL, source_key TEXT, author_key TEXT, title_words TEXT NOT NULL, title_units TEXT NOT NULL,
    text TEXT NOT NULL);
CREATE INDEX articles_by_hash ON articles (hash);
CREATE INDEX articles_by_title ON articles (title_key);
CREATE INDEX articles_by_filters ON articles (source, author, published, language, source_key, author_key);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, sentences TEXT NOT NULL, words TEXT NOT NULL, units TEXT NOT NULL);
CREATE INDEX passages_by_article ON passages (article);
CREATE TABLE frequencies (field TEXT, term TEXT, n INTEGER NOT NULL, PRIMARY KEY (field, term)) WITHOUT ROWID;
CREATE TABLE latin_words (word TEXT PRIMARY KEY, backwards TEXT NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX latin_words_backwards ON latin_words (backwards);
CREATE TABLE sounds (sound TEXT, character TEXT, PRIMARY KEY (sound, character)) WITHOUT ROWID;
CREATE TABLE sums (name TEXT PRIMARY KEY, total INTEGER NOT NULL) WITHOUT ROWID;
"""
# The text is last: SQLite reads through all that stands before what it is asked for. What all articles are searched
# by, titles and filters, stands in indexes of its own, which have a hundredth of the pages.
_SAME: Final = (
    "title, language, author, source, published, url, hash, title_key, source_key, author_key, title_words,"
    " title_units, text"
)
_INSERT_ARTICLE: Final = f"INSERT INTO articles VALUES ({', '.join('?' * 16)})"  # noqa: S608  # question marks alone
_COPY_ARTICLE: Final = f"INSERT INTO articles SELECT ?, ?, ?, {_SAME} FROM before.articles WHERE position = ?"  # noqa: S608  # columns
_COPY_PASSAGES: Final = (
    "INSERT INTO passages SELECT ? + ordinal, ?, ordinal, start, end, sentences, words, units"
    " FROM before.passages WHERE article = ? ORDER BY ordinal"
)
_ADD_TERM: Final = "INSERT INTO frequencies VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"
_ADD_WORD: Final = "INSERT INTO latin_words VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"
_COUNTED: Final = 400_000  # terms whose counts are kept in memory, some 60 MB


class StoreWriter:
    """Writes articles to a new store, one at a time, and its statistics at the end; memory is bounded.

    Parameters
    ----------
    path
        Of the new file.
    before
        Of a store made by the same rules, whose rows :meth:`reuse` copies. Its statistics are taken over, less those
        of the articles that are gone.
    """

    def __init__(self, path: Path, before: Path | None = None) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, uri=True)
        if before is not None:
            self.connection.execute("ATTACH ? AS before", (f"{before.resolve().as_uri()}?mode=ro&immutable=1",))
        # The file is synced whole before anybody sees it, and thrown away when the build fails: no journal is needed.
        self.connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {_SCHEMA}")
        self.articles = 0
        self.passages = 0
        self._before = before
        self._reused: set[int] = set()
        self._sums: Counter[str] = Counter()
        self._counts: dict[str, Counter[str]] = {"W": Counter(), "U": Counter(), "B": Counter()}
        self._latin_words: Counter[str] = Counter()
        self._input = hashlib.sha256()
        if before is not None:
            for table in ("frequencies", "latin_words"):
                self.connection.execute(f"INSERT INTO {table} SELECT * FROM before.{table}")  # noqa: S608  # two names
            self._sums.update(dict(self.connection.execute("SELECT name, total FROM before.sums")))

    @property
    def fingerprint(self) -> str:
        """What the articles so far come to: the same for the same ids and contents in the same order."""
        return self._input.hexdigest()[:32]

    def add(self, article: Article, content_hash: str, analysed: AnalysedArticle) -> None:
        """Write an article with its passages; raises DuplicateArticle when the id stands already."""
        number = self.articles
        values = (
            *(number, article.id, _origins(article), article.title, article.language, article.author),
            *(article.source, article.published, article.url, content_hash, fold_key(article.title)),
            *(_key(article.source), _key(article.author), analysed.title_words, analysed.title_units, article.text),
        )
        self._insert(article, content_hash, _INSERT_ARTICLE, values)
        self._count_article(1, article.title, article.text, analysed.title_words, analysed.title_units)
        for ordinal, passage in enumerate(analysed.passages):
            sentences = json.dumps(passage.sentences, separators=(",", ":"))
            row = (self.passages, number, ordinal, passage.start, passage.end, sentences, passage.words, passage.units)
            self.connection.execute("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            self._count_passage(1, len(passage.sentences), passage.words, passage.units)
            self.passages += 1

    def reuse(self, article: Article, content_hash: str) -> bool:
        """Write an article as it stands in the build before; tell whether one of its content is left there."""
        if self._before is None:
            return False
        rows = self.connection.execute("SELECT position FROM before.articles WHERE hash = ?", (content_hash,))
        position = next((position for (position,) in rows.fetchall() if position not in self._reused), None)
        if position is None:
            return False
        number = self.articles
        self._insert(article, content_hash, _COPY_ARTICLE, (number, article.id, _origins(article), position))
        self.passages += self.connection.execute(_COPY_PASSAGES, (self.passages, number, position)).rowcount
        self._reused.add(position)
        return True

    def finish(self) -> None:
        """Write the document frequencies and what a speller needs, and commit; nothing can be added afterwards."""
        if self._before is not None:
            self._forget_the_others()
        self._flush()
        self.connection.execute("DELETE FROM frequencies WHERE n <= 0")
        self.connection.execute("DELETE FROM latin_words WHERE n <= 0")
        units = self.connection.execute("SELECT term FROM frequencies WHERE field = 'U'").fetchall()
        sounds = ((sound_of(unit), unit) for (unit,) in units if HAN_RUN.fullmatch(unit))
        self.connection.executemany("INSERT INTO sounds VALUES (?, ?)", sounds)
        sums = ((name, self._sums[name]) for name in ("sentences", *Averages.__slots__))
        self.connection.executemany("INSERT INTO sums VALUES (?, ?)", sums)
        self.connection.execute("COMMIT")

    def averages(self) -> Averages:
        """Return the mean lengths of what was written."""
        numbers = {"passage": self.passages, "sentence": self._sums["sentences"], "title": self.articles}
        return Averages(**{n: self._sums[n] / (numbers[n.partition("_")[0]] or 1) for n in Averages.__slots__})

    def close(self) -> None:
        """Close the file, whether or not it is finished."""
        self.connection.close()

    def _insert(
        self, article: Article, content_hash: str, statement: str, values: tuple[str | int | None, ...]
    ) -> None:
        try:
            self.connection.execute(statement, values)
        except sqlite3.IntegrityError as error:
            raise DuplicateArticle(article.id, self._origins_of(article.id) + article.origins) from error
        self._input.update(f"{article.id} {content_hash}\n".encode())
        self.articles += 1

    def _forget_the_others(self) -> None:
        """Take from the statistics what the articles of the build before that were not reused had put there."""
        article = "SELECT title, text, title_words, title_units FROM before.articles WHERE position = ?"
        passages = "SELECT json_array_length(sentences), words, units FROM before.passages WHERE article = ?"
        gone = {position for (position,) in self.connection.execute("SELECT position FROM before.articles")}
        for position in sorted(gone - self._reused):
            self._count_article(-1, *self.connection.execute(article, (position,)).fetchone())
            for sentences, words, units in self.connection.execute(passages, (position,)).fetchall():
                self._count_passage(-1, sentences, words, units)

    def _count_article(self, sign: int, title: str, text: str, title_words: str, title_units: str) -> None:
        for word in LATIN_WORD.findall(fold(f"{title}\n{text}").text):
            self._latin_words[word] += sign
        self._count("title", sign, title_words, title_units)

    def _count_passage(self, sign: int, sentences: int, words: str, units_lines: str) -> None:
        units, bigrams = self._count("passage", sign, words, units_lines)
        self._sums.update(sentences=sign * sentences, sentence_u=sign * len(units), sentence_b=sign * len(bigrams))
        for name, terms in (("W", words.split()), ("U", units), ("B", bigrams)):
            counts = self._counts[name]
            (counts.update if sign > 0 else counts.subtract)(set(terms))
        if sum(map(len, self._counts.values())) > _COUNTED:
            self._flush()

    def _count(self, part: str, sign: int, words: str, units_lines: str) -> tuple[list[str], list[str]]:
        units, bigrams = units_of(units_lines), bigrams_of(units_lines)
        for name, terms in (("w", words.split()), ("u", units), ("b", bigrams)):
            self._sums[f"{part}_{name}"] += sign * len(terms)
        return units, bigrams

    def _flush(self) -> None:
        """Add what was counted so far to the tables."""
        for name, counts in self._counts.items():
            rows = ((name, term, n) for term, n in sorted(counts.items()) if n)
            self.connection.executemany(_ADD_TERM, rows)
            counts.clear()
        words = ((word, word[::-1], n) for word, n in sorted(self._latin_words.items()) if n)
        self.connection.executemany(_ADD_WORD, words)
        self._latin_words.clear()

    def _origins_of(self, article_id: str) -> tuple[str, ...]:
        row = self.connection.execute("SELECT origins FROM articles WHERE id = ?", (article_id,)).fetchone()
        return tuple(json.loads(row[0]))


def _origins(article: Article) -> str:
    return json.dumps(article.origins, ensure_ascii=False)


def _key(text: str | None) -> str | None:
    return None if text is None else fold_key(text)
