"""The article store of one build, as it is read: articles, analysed passages, document frequencies.

Anybody may add tables at build time and read them through :meth:`Store.connection`. What must not live here: how it is
written (:mod:`corpus.index.writer`), and how passages are ranked.
"""

import functools
import json
import sqlite3
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, overload

from corpus.analysis.folding import fold_key
from corpus.article import ARTICLE_ID, Article
from corpus.errors import Damage, DamagedIndex, UnknownArticle
from corpus.index import frequencies
from corpus.index.analysed import AnalysedPassage, as_stored
from corpus.index.manifest import STORE_FILE, Manifest, read_manifest
from corpus.results import ArticleRef, Filters

_ARTICLES = "SELECT position, id, title, text, language, author, source, published, url, origins FROM articles"
_PASSAGES = (
    "SELECT id, article, title_units, cjk, start, end, sentences, words, units"
    " FROM passages WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
)
_UNITS = (
    "SELECT p.article, iif(p.ordinal = 0, a.title_units, ''), p.units"
    " FROM passages p JOIN articles a ON a.position = p.article"
)
_MOST_KNOWN = 4096  # document frequencies that are kept: one question asks for most of its terms three times
# The titles are looked through in their index, and only what is shown is read.
_TITLED = (
    "SELECT id, title FROM articles JOIN (SELECT position AS place, instr(title_key, :key) > 1 AS inside FROM articles"
    " WHERE instr(title_key, :key) > 0 ORDER BY inside, place LIMIT :n) ON position = place ORDER BY inside, place"
)


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as ranking needs it: the position of its article, the article's title, and the analysed form.

    ``cjk`` says whether it is mostly in CJK characters.
    """

    id: int
    article: int
    title_units: str
    analysed: AnalysedPassage
    cjk: bool


class Store:
    """The store of the build in a folder, opened read-only; usable from any thread until closed.

    Small files are checked whole at once; a large one is with ``read_through``, or tells of damage when it is met.

    Raises
    ------
    DamagedIndex
        A file is missing or not as it was written.
    NewerIndex
        A newer version wrote the build.
    """

    def __init__(self, folder: Path, *, read_through: bool = False) -> None:
        self.folder = folder
        self.manifest: Manifest = read_manifest(folder, read_through=read_through)
        self._uri = f"{(folder / STORE_FILE).resolve().as_uri()}?mode=ro&immutable=1"
        self._opening = threading.Lock()
        self._connections: dict[int, sqlite3.Connection] = {}
        self._closed = False
        self._known: dict[tuple[str, str], int] = {}
        self._matching: tuple[Filters, AbstractSet[int]] = Filters(), set()
        try:
            self._first = self._open()
            self._first.execute(f"{_ARTICLES} LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            if hasattr(self, "_first"):
                self._first.close()
            raise DamagedIndex(folder.name, Damage.UNREADABLE, STORE_FILE, str(error)) from error
        self._connections[threading.get_ident()] = self._first

    @property
    def articles(self) -> "Articles":
        """Every article, in the order of the build, read on demand."""
        return Articles(self)

    @functools.cached_property
    def positions(self) -> "array[int]":
        """The positions of all articles, ascending; there is room between them."""
        rows = self.connection().execute("SELECT position FROM articles INDEXED BY sqlite_autoindex_articles_1")
        return array("q", sorted(position for (position,) in rows))

    @property
    def passages_total(self) -> int:
        """The number of passages: N of every idf."""
        return self.manifest.passages

    def article(self, article_id: str) -> Article:
        """Return the article of an id; raises UnknownArticle."""
        row = self._row(f"{_ARTICLES} WHERE id = ?", article_id) if ARTICLE_ID.fullmatch(article_id) else None
        if row is None:
            raise UnknownArticle(article_id)
        return _article(row)

    def article_at(self, position: int) -> Article:
        """Return the article of a position; raises IndexError."""
        row = self._row(f"{_ARTICLES} WHERE position = ?", position)
        if row is None:
            raise IndexError(position)
        return _article(row)

    def articles_at(self, positions: Sequence[int]) -> dict[int, Article]:
        """Return the articles of some positions, by position."""
        query = f"{_ARTICLES} WHERE position IN (SELECT value FROM json_each(?))"  # noqa: S608  our own words
        return {row[0]: _article(row) for row in self.connection().execute(query, (json.dumps([*positions]),))}

    def hash_of(self, article_id: str) -> str | None:
        """Return the content hash of the article of an id, None where there is none."""
        row = self._row("SELECT hash FROM articles WHERE id = ?", article_id)
        return row[0] if row else None

    def refs(self, leave_out: Callable[[str], bool]) -> list[ArticleRef]:
        """Return id and title of the articles whose id is not to be left out, in the order of the build."""
        rows = self.connection().execute("SELECT position, id FROM articles INDEXED BY articles_by_content")
        found = map(self.article_at, sorted(position for position, article_id in rows if not leave_out(article_id)))
        return [ArticleRef(id=article.id, title=article.title) for article in found]

    def articles_titled(self, key: str, limit: int) -> list[ArticleRef]:
        """Return articles whose folded title begins with a key, then those that hold it, in the order of the build."""
        rows = self.connection().execute(_TITLED, {"key": key, "n": limit})
        return [ArticleRef(id=article_id, title=title) for article_id, title in rows]

    def article_titled(self, key: str) -> ArticleRef | None:
        """Return the first article of a folded title, None where there is none."""
        row = self._row("SELECT id, title FROM articles WHERE title_key = ? ORDER BY position LIMIT 1", key)
        return ArticleRef(id=row[0], title=row[1]) if row else None

    def values_of(self, field: Literal["source", "author"]) -> list[str]:
        """Return what stands in a field of the articles, the most frequent first."""
        column = {"source": "source", "author": "author"}[field]
        query = f"SELECT {column} FROM articles WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1"  # noqa: S608  # one of two columns
        return [value for (value,) in self.connection().execute(query)]

    def document_frequency(self, field: str, terms: Sequence[str]) -> dict[str, int]:
        """Return in how many passages each term stands in a field ("W", "U" or "B"); absent terms are left out."""
        known = self._known
        new = [term for term in terms if (field, term) not in known]
        if len(known) + len(new) > _MOST_KNOWN:
            known, new = {}, [*terms]
            self._known = known
        if new:
            found = frequencies.document_frequency(self.connection(), field, new)
            known.update(((field, term), found.get(term, 0)) for term in new)
        return {term: n for term in terms if (n := known[field, term])}

    def units_beginning(self, letters: str, limit: int) -> list[str]:
        """Return units of four characters or more that begin so, those of most passages first."""
        return frequencies.units_beginning(self.connection(), letters, limit)

    def is_english(self, stem: str) -> bool:
        """Whether the dictionary explains Chinese words by one of this stem."""
        return stem in self.english_words([stem])

    def english_words(self, stems: Sequence[str]) -> dict[str, int]:
        """Return in how many meanings of the dictionary stems stand; those that it lacks are left out."""
        query = "SELECT stem, n FROM english_words WHERE stem IN (SELECT value FROM json_each(?))"
        return dict(self.connection().execute(query, (json.dumps(stems),)))

    def english_spellings(self, stems: Iterable[str]) -> set[str]:
        """Return the words of the dictionary that have some stems."""
        query = "SELECT words FROM english_words WHERE stem IN (SELECT value FROM json_each(?))"
        rows = self.connection().execute(query, (json.dumps([*stems]),))
        return {word for (words,) in rows for word in words.split()}

    def latin_words(self, words: Iterable[str]) -> dict[str, int]:
        """Return how often each of some Latin words stands; absent ones are left out."""
        query = "SELECT word, n FROM latin_words WHERE word IN (SELECT value FROM json_each(?))"
        return dict(self.connection().execute(query, (json.dumps([*words]),)))

    def similar_words(self, word: str, slips: int) -> list[tuple[str, int]]:
        """Return Latin words, with how often they stand, that begin with the same letter and are about as long.

        They begin or end as the word does: those at most so many slips away, but for some with a slip at either end.
        """
        intact = (len(word) - 1) // (slips + 1)
        found: dict[str, int] = {}
        for column, part in (("word", word[:intact]), ("backwards", word[::-1][:intact])):
            rows = self.connection().execute(
                f"SELECT word, n FROM latin_words WHERE {column} >= :part AND {column} < :part || char(1114111)"  # noqa: S608  # one of two columns
                " AND abs(length(word) - :length) <= :slips AND substr(word, 1, 1) = :first LIMIT 2000",
                {"part": part, "length": len(word), "slips": slips, "first": word[0]},
            )
            found.update(rows)
        return [*found.items()]

    def characters_sounding(self, sound: str) -> list[str]:
        """Return the Chinese characters of the articles that are read so."""
        rows = self.connection().execute("SELECT character FROM sounds WHERE sound = ?", (sound,))
        return [character for (character,) in rows]

    def translations(self, words: Iterable[str]) -> dict[str, list[str]]:
        """Return lines of units of the articles that may say what words of the other language do, by word."""
        query = "SELECT word, forms FROM translations WHERE word IN (SELECT value FROM json_each(?))"
        rows = self.connection().execute(query, (json.dumps([*words]),))
        return {word: forms.split("\n") for word, forms in rows}

    def passages(self, ids: Sequence[int]) -> list[StoredPassage]:
        """Return the passages of these ids, in order of id."""
        rows = self.connection().execute(_PASSAGES, (json.dumps([*ids]),))
        return [
            StoredPassage(number, article, title, as_stored(*row), cjk > 0)
            for number, article, title, cjk, *row in rows
        ]

    def passage_words(self) -> Iterator[tuple[int, int, str]]:
        """Yield (id, article position, words) of every passage; the title's words stand before an article's first."""
        yield from self.connection().execute(
            "SELECT p.id, p.article, iif(p.ordinal = 0, a.title_words || char(10), '') || p.words"
            " FROM passages p JOIN articles a ON a.position = p.article ORDER BY p.id"
        )

    def texts(self, articles: Iterable[int] | None = None) -> Iterator[tuple[int, str]]:
        """Yield the article and the text of every passage, or of those of some articles, in order of id.

        The text is of units, in which :func:`corpus.analysis.terms.needle` of a line stands where that line does; a
        title's units stand before those of its article's first passage.
        """
        these = "" if articles is None else "WHERE p.article IN (SELECT value FROM json_each(?))"
        rows = self.connection().execute(
            f"{_UNITS} {these} ORDER BY p.id", () if articles is None else (json.dumps([*articles]),)
        )
        for article, title, units in rows:
            yield article, f" {title} \n {units.replace(chr(10), ' ')} \n"

    def matching_articles(self, filters: Filters) -> AbstractSet[int] | None:
        """Return the positions of the articles that pass the filters; None if the filters restrict nothing."""
        conditions, values = _conditions(filters)
        if not conditions:
            return None
        matching = self._matching  # a question asks for the same up to four times
        if matching[0] != filters:
            query = " AND ".join(("SELECT position FROM articles WHERE 1", *conditions))
            rows = self.connection().execute(query, values)
            self._matching = matching = filters, {position for (position,) in rows}
        return matching[1]

    def connection(self) -> sqlite3.Connection:
        """Return the calling thread's read-only connection; it lives as long as thread and store both do."""
        thread = threading.get_ident()
        connection = self._connections.get(thread)
        if connection is None:
            with self._opening:
                self._forget_ended_threads()
                connection = self._connections[thread] = self._open()
        return connection

    def close(self) -> None:
        """Close the connections of all threads; a second call does nothing."""
        with self._opening:
            self._closed = True
            for connection in {*self._connections.values(), self._first}:
                connection.close()
            self._connections.clear()

    def _open(self) -> sqlite3.Connection:
        if self._closed:
            raise sqlite3.ProgrammingError("the store is closed")
        try:
            return sqlite3.connect(self._uri, uri=True, check_same_thread=False)
        except sqlite3.OperationalError:
            if not hasattr(self, "_first"):
                raise
            # The build's folder has been removed under us; SQLite lets threads share the connection that still stands.
            return self._first

    def _forget_ended_threads(self) -> None:
        alive = {thread.ident for thread in threading.enumerate()}
        for thread in [thread for thread in self._connections if thread not in alive]:
            connection = self._connections.pop(thread)
            if connection is not self._first:
                connection.close()

    def _row(self, query: str, value: str | int) -> tuple[str, ...] | None:
        row: tuple[str, ...] | None = self.connection().execute(query, (value,)).fetchone()
        return row


class Articles(Sequence[Article]):
    """The articles of a store, in the order of the build; each is read when asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __len__(self) -> int:
        return self._store.manifest.articles

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Article, ...]: ...
    def __getitem__(self, index: int | slice) -> Article | tuple[Article, ...]:
        if isinstance(index, slice):
            return tuple(map(self._store.article_at, self._store.positions[index]))
        return self._store.article_at(self._store.positions[index])

    def __iter__(self) -> Iterator[Article]:
        yield from map(_article, self._store.connection().execute(f"{_ARTICLES} ORDER BY position"))


def _article(row: tuple[str, ...]) -> Article:
    _, article_id, title, text, language, author, source, published, url, origins = row
    return Article(
        id=article_id,
        title=title,
        text=text,
        language=language,
        author=author,
        source=source,
        published=published,
        url=url,
        origins=tuple(json.loads(origins)),
    )


def _conditions(filters: Filters) -> tuple[list[str], dict[str, str]]:
    found: list[tuple[str, str | None, Callable[[str], str]]] = [
        ("instr(source_key, :key) > 0", filters.source, fold_key),
        ("instr(author_key, :key) > 0", filters.author, fold_key),
        ("instr(lower(language) || '-', :key) = 1", filters.language, lambda tag: f"{tag.lower()}-"),
        # Dates may name a year, a month or a day: they are compared as far as both go.
        ("substr(published, 1, length(:key)) >= substr(:key, 1, length(published))", filters.after, str),
        ("substr(published, 1, length(:key)) <= substr(:key, 1, length(published))", filters.before, str),
    ]
    conditions: list[str] = []
    values: dict[str, str] = {}
    for condition, lines, key_of in found:
        for line in (lines or "").split("\n"):
            either = []
            for key in filter(None, map(key_of, filter(None, line.removeprefix("-").split("\t")))):
                name = f"key{len(values)}"
                values[name] = key.encode("utf-8", "replace").decode()  # SQLite takes no lone surrogate
                either.append(condition.replace(":key", f":{name}"))
            if either:
                named = " OR ".join(either)
                conditions.append(f"NOT coalesce({named}, 0)" if line.startswith("-") else f"({named})")
    return conditions, values
