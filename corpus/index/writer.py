"""The article store of one build, as it is written: articles come into it and go from it until it is finished.

A new one is empty or a copy of the build before; what is committed on the way survives the end of the process. What
must not live here: how it is read, which articles belong in it.
"""

import hashlib
import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path
from typing import Final

from corpus.analysis.bilingual import english_words
from corpus.analysis.folding import Folded, fold, fold_key
from corpus.analysis.readings import sound_of
from corpus.analysis.spelling import HAN_RUN, LATIN_WORD
from corpus.analysis.terms import analysis_version, bigrams_of, mostly_cjk, units_of
from corpus.article import Article
from corpus.errors import DuplicateArticle
from corpus.index import frequencies
from corpus.index.analysed import NUMBERS, AnalysedArticle, AnalysedPassage, analyse, as_stored
from corpus.index.counting import TermCounts
from corpus.index.manifest import FORMAT, PASSAGE_BITS, STORE_FILE, Averages
from corpus.index.places import Places
from corpus.index.translations import translations
from corpus.who.build import SCHEMA as NAMES_SCHEMA
from corpus.who.build import NameRows, NameWriter, names_of, standing

_SCHEMA: Final = """
CREATE TABLE articles (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, origins TEXT NOT NULL, title TEXT NOT NULL,
    language TEXT NOT NULL, author TEXT, source TEXT, published TEXT, url TEXT, hash TEXT NOT NULL,
    title_key TEXT NOT NULL, source_key TEXT, author_key TEXT, title_words TEXT NOT NULL, title_units TEXT NOT NULL,
    text TEXT NOT NULL);
CREATE INDEX articles_by_title ON articles (title_key);
CREATE INDEX articles_by_content ON articles (hash, id);
CREATE INDEX articles_by_filters ON articles (source, author, published, language, source_key, author_key);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, title_units TEXT NOT NULL,
    cjk INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, sentences BLOB NOT NULL, words TEXT NOT NULL,
    units TEXT NOT NULL);
CREATE INDEX passages_by_article ON passages (article);
CREATE TABLE latin_words (word TEXT PRIMARY KEY, backwards TEXT NOT NULL, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX latin_words_backwards ON latin_words (backwards);
CREATE TABLE sounds (sound TEXT, character TEXT, PRIMARY KEY (sound, character)) WITHOUT ROWID;
CREATE TABLE translations (word TEXT PRIMARY KEY, forms TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE english_words (stem TEXT PRIMARY KEY, n INTEGER NOT NULL, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sums (name TEXT PRIMARY KEY, total INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE uncounted (article INTEGER PRIMARY KEY);
CREATE TABLE made_by (rules TEXT NOT NULL, known TEXT NOT NULL);
"""
# The text is last: SQLite reads through all that stands before what it is asked for. What all articles are searched
# or compared by, titles, filters and content, stands in indexes of its own, which have a hundredth of the pages.
_INSERT_ARTICLE: Final = f"INSERT INTO articles VALUES ({', '.join('?' * 16)})"  # noqa: S608  question marks alone
_INSERT_PASSAGE: Final = f"INSERT INTO passages VALUES ({', '.join('?' * 10)})"  # noqa: S608  question marks alone
_ADD_WORD: Final = "INSERT INTO latin_words VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"
_SAME_WORDS: Final = (  # that of the same id, or among the first of a title, which thousands may have
    "SELECT position FROM (SELECT * FROM articles WHERE id = :id UNION ALL"
    " SELECT * FROM (SELECT * FROM articles WHERE title_key = :key LIMIT 8)) WHERE title = :title AND text = :text"
)
_COUNTED: Final = 200_000  # terms whose counts are kept in memory, some 25 MB
_COMMIT_PASSAGES: Final = 300  # what a process that is ended loses of its work


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedArticle:
    """What is written of an article: all that is slow to work out about it."""

    analysed: AnalysedArticle
    latin_words: Mapping[str, int]
    names: NameRows


def prepare(article: Article, known: Sequence[str]) -> PreparedArticle:
    """Work out what is to be written of an article; ``known`` are the maintainer's forms, folded."""
    folded = fold(article.text)
    return PreparedArticle(
        analysed=analyse(article, folded),
        latin_words=latin_words(article.title, folded),
        names=names_of(article.text, folded, known),
    )


def latin_words(title: str, folded: Folded) -> dict[str, int]:
    """Return how often each Latin word stands in a title and a text."""
    return Counter(LATIN_WORD.findall(fold(title).text) + LATIN_WORD.findall(folded.text))


def rules() -> str:
    """Return what a store depends on beside its articles: one that was begun by other rules is no beginning."""
    return f"format {FORMAT}, {analysis_version()}"


class StoreWriter:
    """Writes articles to a store, one at a time, and its statistics at the end; memory is bounded.

    Parameters
    ----------
    folder
        Of the build. A store that a build which was ended has left there is gone on with, if it was begun by the same
        rules.
    before
        The store to begin with a copy of, where there is none.
    """

    def __init__(self, folder: Path, before: Path | None = None) -> None:
        path = folder / STORE_FILE
        if not path.exists() and before is not None:
            copy = path.with_suffix(".copy")
            shutil.copyfile(before, copy)
            copy.rename(path)
        self.connection = _opened(path)
        self._sums: Counter[str] = Counter(dict(self.connection.execute("SELECT name, total FROM sums")))
        self._counts = TermCounts()
        self._latin_words: Counter[str] = Counter()
        self._written = 0
        self._taken = False
        self._known: str | None = None
        self.names = NameWriter(self.connection)
        for (position,) in self.connection.execute("SELECT article FROM uncounted").fetchall():
            self._recount(1, position)
        # The positions of articles that stand here and that none of those given has claimed so far.
        self.unclaimed = {position for (position,) in self.connection.execute("SELECT position FROM articles")}
        self._places = Places(self.unclaimed)

    def renamed(self, known: Sequence[str]) -> "Callable[[int], bool]":
        """Note the maintainer's forms of this build; return what tells whether an article holds others than it did.

        They are noted for all articles at once: what a process that is ended leaves is asked again.
        """
        lines = "\n".join(known)
        (noted,) = self.connection.execute("SELECT known FROM made_by").fetchone()
        if noted == lines:
            return lambda _: False
        self.connection.execute("UPDATE made_by SET known = ?", ("?" + lines,))
        self._known = lines
        query = "SELECT text FROM articles WHERE position = ?"

        def differs(position: int) -> bool:
            (text,) = self.connection.execute(query, (position,)).fetchone()
            return standing(fold(text).text, known) != self.names.known(position)

        return differs

    def keep(self, article: Article, content_hash: str, renamed: "Callable[[int], bool]") -> bool:
        """Leave the next article where it stands, with this content and the same forms, if it does."""
        digest, position = self._standing(article)
        if digest != content_hash or renamed(position) or not self._places.keep(position):
            return False
        self.unclaimed.remove(position)
        return True

    def take_over(self, article: Article, content_hash: str, renamed: "Callable[[int], bool]") -> bool:
        """Let the next article have what was worked out for one that has its title and text and has moved or gone."""
        if not self.unclaimed:
            return False
        asked = {"id": article.id, "key": fold_key(article.title), "title": article.title, "text": article.text}
        rows = self.connection.execute(_SAME_WORDS, asked).fetchall()
        old = next((position for (position,) in rows if position in self.unclaimed), 0)
        if not old or renamed(old):
            return False
        query = "DELETE FROM articles WHERE position = ? RETURNING id, title_words, title_units"
        known, words, units = self.connection.execute(query, (old,)).fetchone()
        self.unclaimed.remove(old)
        position = old if known == article.id and self._places.keep(old) else self.place(article)
        if position != old:
            places = {"old": old, "new": position, "up": position - old << PASSAGE_BITS}
            self.connection.execute("UPDATE passages SET id = id + :up, article = :new WHERE article = :old", places)
            self.connection.execute("UPDATE uncounted SET article = :new WHERE article = :old", places)
            self.names.move(old, position)
        self._insert(position, article, content_hash, words, units)
        return True

    def place(self, article: Article) -> int:
        """Return the position of an article that is to be added next; one of its id is removed."""
        _, position = self._standing(article)
        if position:
            self.unclaimed.remove(position)
            self.remove(position)
        return position if position and self._places.keep(position) else self._places.next()

    def add(self, position: int, article: Article, content_hash: str, prepared: PreparedArticle) -> None:
        """Write an article with its passages; raises DuplicateArticle when the id stands already."""
        analysed = prepared.analysed
        self._insert(position, article, content_hash, analysed.title_words, analysed.title_units)
        first = position << PASSAGE_BITS
        title = analysed.title_units
        rows = (
            (*(first + n, position, n, title, mostly_cjk(p.units)), *(p.start, p.end, p.sentences, p.words, p.units))
            for n, p in enumerate(analysed.passages)
        )
        self.connection.executemany(_INSERT_PASSAGE, rows)
        self.names.add(position, prepared.names)
        self.connection.execute("INSERT INTO uncounted VALUES (?)", (position,))
        self._count_article(1, analysed.title_words, analysed.title_units, prepared.latin_words)
        for passage in analysed.passages:
            self._count_passage(1, passage)
        if len(self._counts) > _COUNTED:
            self._flush()
        self._written += len(analysed.passages)
        if self._written >= _COMMIT_PASSAGES:
            self._commit()

    def holds(self, article_id: str) -> bool:
        """Whether an article of this id stands in the store."""
        return self.connection.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone() is not None

    def _standing(self, article: Article) -> tuple[str, int]:
        """Return content hash and position of the unclaimed article of the same id, ("", 0) where there is none."""
        row = self.connection.execute("SELECT hash, position FROM articles WHERE id = ?", (article.id,)).fetchone()
        return row if row and row[1] in self.unclaimed else ("", 0)

    def _insert(self, position: int, article: Article, content_hash: str, words: str, units: str) -> None:
        values = (
            *(position, article.id, _origins(article), article.title, article.language, article.author),
            *(article.source, article.published, article.url, content_hash, fold_key(article.title)),
            *(_key(article.source), _key(article.author), words, units, article.text),
        )
        try:
            self.connection.execute(_INSERT_ARTICLE, values)
        except sqlite3.IntegrityError as error:
            raise DuplicateArticle(article.id, self._origins_of(article.id) + article.origins) from error

    def remove(self, position: int) -> None:
        """Take an article out."""
        self._recount(-1, position)
        self._taken = True
        for statement in (
            "DELETE FROM passages WHERE article = ?",
            "DELETE FROM articles WHERE position = ?",
            "DELETE FROM uncounted WHERE article = ?",
        ):
            self.connection.execute(statement, (position,))
        self.names.remove(position)

    def finish(self) -> "Totals":
        """Write the frequencies, and what a speller and other languages need, and commit; nothing can be added then."""
        self._flush()
        self.connection.execute("DELETE FROM latin_words WHERE n <= 0")
        characters = {unit for unit in frequencies.units(self.connection) if HAN_RUN.fullmatch(unit)}
        known = {character for (character,) in self.connection.execute("SELECT character FROM sounds")}
        gone = ((sound_of(character), character) for character in sorted(known - characters))
        self.connection.executemany("DELETE FROM sounds WHERE sound = ? AND character = ?", gone)
        new = ((sound_of(character), character) for character in sorted(characters - known))
        self.connection.executemany("INSERT INTO sounds VALUES (?, ?)", new)
        self.connection.execute("DELETE FROM translations")
        self.connection.executemany("INSERT INTO translations VALUES (?, ?)", translations(self.connection))
        if not self.connection.execute("SELECT 1 FROM english_words").fetchone():
            self.connection.executemany("INSERT INTO english_words VALUES (?, ?, ?)", english_words())
        if self._known is not None:
            self.connection.execute("UPDATE made_by SET known = ?", (self._known,))
        self._commit()
        (articles,) = self.connection.execute("SELECT count(*) FROM articles").fetchone()
        (passages,) = self.connection.execute("SELECT count(*) FROM passages").fetchone()
        numbers = {"passage": passages, "sentence": self._sums["sentences"], "title": articles}
        averages = {n: self._sums[n] / (numbers[n.partition("_")[0]] or 1) for n in Averages.__slots__}
        return Totals(
            articles=articles, passages=passages, averages=Averages(**averages), fingerprint=self._fingerprint()
        )

    def close(self) -> None:
        """Close the file, whether or not it is finished."""
        self.connection.close()

    def _commit(self) -> None:
        """Let what is written survive the end of the process: its counts, too, where something was taken out."""
        if self._taken:
            self._flush()
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN")
        self._written = 0

    def _fingerprint(self) -> str:
        """Return what the articles come to: the same for the same ids and contents in the same order."""
        digest = hashlib.sha256()
        # By SQLite, over an index: a list took 66 MB of 276,155 articles, and their texts take seconds to read through.
        query = "SELECT id, hash FROM articles INDEXED BY articles_by_content ORDER BY +position"
        for article, content_hash in self.connection.execute(query):
            digest.update(f"{article} {content_hash}\n".encode())
        return digest.hexdigest()[:32]

    def _recount(self, sign: int, position: int) -> None:
        """Count what stands in an article of the store, or take it back."""
        query = "SELECT title_words, title_units, title, text FROM articles WHERE position = ?"
        words, units, title, text = self.connection.execute(query, (position,)).fetchone()
        self._count_article(sign, words, units, latin_words(title, fold(text)))
        query = "SELECT start, end, sentences, words, units FROM passages WHERE article = ?"
        for passage in starmap(as_stored, self.connection.execute(query, (position,)).fetchall()):
            self._count_passage(sign, passage)

    def _count_article(self, sign: int, title_words: str, title_units: str, latin: Mapping[str, int]) -> None:
        for word, n in latin.items():
            self._latin_words[word] += sign * n
        lengths = len(title_words.split()), len(units_of(title_units)), len(bigrams_of(title_units))
        self._sum("title", sign, *lengths)

    def _count_passage(self, sign: int, passage: AnalysedPassage) -> None:
        words, units, bigrams = (sum(passage.sentences[place::NUMBERS]) for place in range(2, NUMBERS))
        self._sum("passage", sign, words, units, bigrams)
        sentences = len(passage.sentences) // NUMBERS
        self._sums.update(sentences=sign * sentences, sentence_u=sign * units, sentence_b=sign * bigrams)
        self._counts.count(sign, passage.words, passage.units)

    def _sum(self, part: str, sign: int, words: int, units: int, bigrams: int) -> None:
        self._sums[f"{part}_w"] += sign * words
        self._sums[f"{part}_u"] += sign * units
        self._sums[f"{part}_b"] += sign * bigrams

    def _flush(self) -> None:
        """Add what was counted so far to the tables."""
        frequencies.add(self.connection, *self._counts.take())
        words = ((word, word[::-1], n) for word, n in sorted(self._latin_words.items()) if n)
        self.connection.executemany(_ADD_WORD, words)
        self._latin_words.clear()
        sums = ((name, self._sums[name]) for name in ("sentences", *Averages.__slots__))
        self.connection.executemany("INSERT OR REPLACE INTO sums VALUES (?, ?)", sums)
        self.connection.execute("DELETE FROM uncounted")
        self._taken = False

    def _origins_of(self, article_id: str) -> tuple[str, ...]:
        row = self.connection.execute("SELECT origins FROM articles WHERE id = ?", (article_id,)).fetchone()
        return tuple(json.loads(row[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What a finished store comes to."""

    articles: int
    passages: int
    averages: Averages
    fingerprint: str


def _opened(path: Path) -> sqlite3.Connection:
    """Open a store within a transaction: as it stands, or empty where other rules began it or it is damaged."""
    for _ in range(2):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            # The file is synced whole before anybody sees it, and a process that ends leaves what it has written.
            connection.execute("PRAGMA page_size = 8192")  # a passage in two pages, not three, is read in a third less
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -8000")
            if _begun(connection):
                connection.execute("BEGIN")
                return connection
            tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if not tables[0]:
                connection.executescript(f"BEGIN; {_SCHEMA} {frequencies.SCHEMA} {NAMES_SCHEMA}")
                connection.execute("INSERT INTO made_by VALUES (?, '')", (rules(),))
                return connection
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                connection.close()
                raise
        connection.close()
        path.unlink()
    raise AssertionError("an empty file is a new store")


def _begun(connection: sqlite3.Connection) -> bool:
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'made_by'").fetchone():
        return False
    (begun,) = connection.execute("SELECT rules FROM made_by").fetchone()
    return bool(begun == rules())


def _origins(article: Article) -> str:
    return json.dumps(article.origins, ensure_ascii=False)


def _key(text: str | None) -> str | None:
    return None if text is None else fold_key(text)
