"""The library of one build: every answer that the articles can give. What must not live here: how any is worked out."""

import functools
import sqlite3
import string
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from corpus.analysis.folding import fold, fold_key
from corpus.analysis.readings import load_readings
from corpus.analysis.terms import analysis_version, tag_words
from corpus.article import Article
from corpus.errors import Damage, DamagedIndex, NewerIndex, NoIndex
from corpus.index.engines import open_engine
from corpus.index.folder import builds, current_build, serving_order
from corpus.index.manifest import FORMAT, STORE_FILE, read_manifest
from corpus.index.store import Store
from corpus.results import ArticleRef, Candidate, Choices, Filters, NoMatch, Profile, SearchResults, Several, Summary
from corpus.search.clauses import QUESTION_CHARS, loosened, read_clauses, usable
from corpus.search.coverage import words_found
from corpus.search.forms import asked_names
from corpus.search.leads import less_strict, nearest_titles, with_near_value
from corpus.search.question import Question, read_question
from corpus.search.search import Found, find_candidates, find_hits
from corpus.search.speller import corrected, may_be_name
from corpus.summary import digest, summarize
from corpus.summary.topic import article_named, without_article
from corpus.who.lookup import complete, forms_of, named, who
from corpus.who.query import asks_office

TOPIC_HITS = 10
_ANY_QUESTION = "第一个问题 first"
_NO_WORD = "桌晴"  # which the tagger has to guess at
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR}


class Library:
    """An open build. Every method may be called from any thread until the library is closed.

    Any answer raises DamagedIndex where the build's file turns out to be damaged after all.

    Attributes
    ----------
    build, built_at
        The build's name, and when it was made (ISO 8601, UTC).
    engine
        The name of the engine that finds candidates.
    passages
        How many passages the build holds.
    outdated
        Whether rules have changed since the build: answers are sound, a new build is better.
    damage
        Why the build that should serve does not, where this one stands in for it.
    """

    def __init__(self, store: Store, damage: DamagedIndex | NewerIndex | None = None) -> None:
        manifest = store.manifest
        self.build = manifest.build
        self.built_at = manifest.built_at
        self.engine = manifest.engine
        self.passages = manifest.passages
        self.outdated = manifest.analysis != analysis_version() or manifest.format != FORMAT
        self.damage = damage
        self._store = store
        try:
            self._engine = open_engine(store)
        except DamagedIndex:
            store.close()
            raise

    @classmethod
    def open(cls, folder: Path, build: str | None = None) -> Self:
        """Open the build that serves, or the one before where that cannot be read, or the one that is named.

        Raises
        ------
        NoIndex
            The folder holds no build.
        DamagedIndex, NewerIndex
            The build is damaged, or a newer version wrote it, and no other can stand in for it.
        """
        if build is not None:
            return cls(Store(folder / build))
        current = current_build(folder)
        if current is None:
            raise NoIndex(folder)
        damage: DamagedIndex | NewerIndex | None = None
        if not current:
            damage = DamagedIndex("current", Damage.CHANGED, "current")
        elif current not in builds(folder):
            damage = DamagedIndex(current, Damage.NO_FOLDER)
        for name in serving_order(folder):
            try:
                return cls(Store(folder / name), damage)
            except (DamagedIndex, NewerIndex) as error:
                damage = damage or error
        raise damage or NoIndex(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the build's files; answers under way must have ended."""
        self._store.close()

    def load(self) -> None:
        """Load what the first answers of a process would wait for: dictionaries, and what tags unknown words."""
        load_readings()
        tag_words(_NO_WORD)
        self.search(_ANY_QUESTION, limit=1)

    def check(self) -> None:
        """Read every file of the build through, which opening does not do with large ones; raises DamagedIndex."""
        read_manifest(self._store.folder, read_through=True)

    @property
    def articles(self) -> Sequence[Article]:
        """Every article, in the order in which they were indexed, read on demand."""
        return self._store.articles

    def article(self, article_id: str) -> Article:
        """Return the article of an id; raises UnknownArticle."""
        with self._reading():
            return self._store.article(article_id)

    def search(
        self, question: str, limit: int = 10, filters: Filters | None = None, shown: range | None = None
    ) -> SearchResults:
        """Return at most ``limit`` hits, best first; a question of which nothing is left has none.

        Where ``shown`` is given, only hits whose places are in it have snippets, which take half of the time.

        Only the first 200 characters of the question count. Its operators are those of :mod:`corpus.search.clauses`;
        what they restrict and what ``filters`` restrict holds together. Where no article holds what stands in quotation
        marks, it is searched for without them.
        """
        clauses = read_clauses(question)
        filters, unread = usable(filters or Filters(), clauses.filters)
        text = question[:QUESTION_CHARS]
        with self._reading():
            suggestion, asked, found = self._find(text, filters, limit, shown)
            unquoted = False
            if clauses.phrases and not found.hits:
                plain = loosened(text, "phrases")
                mended, words, loose = self._find(plain, filters, limit, shown)
                if unquoted := bool(loose.hits):
                    text, suggestion, asked, found = plain, mended, words, loose
            searched = None if may_be_name(text) else suggestion
            as_typed = read_question(text, self._store.document_frequency) if searched else asked
            stand, missing = words_found(self._store, self._engine, text, as_typed, found.hits)
            nothing = not found.hits
            if nothing or found.weak:
                suggestion = with_near_value(self._store, searched or text) or suggestion
            bare = clauses.bare[:QUESTION_CHARS]
            profile = self._asked_for(bare) if asked.asks_who or asks_office(bare) else named(self._store, question)
            return SearchResults(
                question=question,
                hits=found.hits,
                total=found.total,
                at_least=found.at_least,
                suggestion=suggestion,
                searched=searched,
                profile=profile,
                filters=filters,
                weak=found.weak and profile is None,
                found=stand,
                missing=missing,
                unread=(*clauses.unread, *unread),
                unquoted=unquoted,
                without=less_strict(self._store, self._engine, asked, filters) if nothing else (),
                titles=nearest_titles(self._store, clauses.bare) if nothing else (),
            )

    def who(self, query: str) -> Profile | Choices | NoMatch | Several:
        """Return the card of the person, organisation or product that a query names, if there is one; or of each."""
        with self._reading():
            return who(self._store, query)

    def names_in(self, text: str, limit: int = 5) -> list[str]:
        """Return the names of the articles that a text holds, folded, in its order."""
        folded = fold(text[:QUESTION_CHARS]).text
        with self._reading():
            names = sorted(asked_names(self._store, folded), key=folded.find)
        return [name.strip(string.punctuation) for name in names[:limit]]

    def summarize(self, article_id: str, max_chars: int = 600, in_letters: int = 0) -> Summary:
        """Return the sentences that say most of an article, in reading order; raises UnknownArticle.

        They have up to ``max_chars`` characters, or ``in_letters``, if given, in a language that is written in letters.
        """
        with self._reading():
            return summarize(self._store, article_id, max_chars, in_letters)

    def digest(self, topic: str, max_chars: int = 600, in_letters: int = 0) -> Summary:
        """Return the sentences that say most about a topic, drawn from the articles that a search finds."""
        return self._told(self._about(topic), topic, max_chars, in_letters)

    def sum_up(self, about: str, max_chars: int = 600, in_letters: int = 0) -> Summary:
        """Return the summary of the article that is named, else what the articles say about the topic.

        Where they say nothing, that is the one article whose title holds these words.
        """
        if titled := self.titled(about):
            return self.summarize(titled.id, max_chars, in_letters)
        topic = without_article(about)
        found = self._about(topic)
        if named := self._named(found, about):
            return self.summarize(named.id, max_chars, in_letters)
        told = self._told(found, topic, max_chars, in_letters)
        held = [] if told.sentences else self.complete_titles(about, 2)
        return self.summarize(held[0].id, max_chars, in_letters) if len(held) == 1 else told

    def article_named(self, text: str) -> ArticleRef | None:
        """Return the article that a text names, by its title or by words that no other title and article hold."""
        return self.titled(text) or self._named(self._about(without_article(text)), text)

    def _about(self, topic: str) -> SearchResults:
        return self.search(topic, limit=TOPIC_HITS, shown=range(0))

    def _named(self, found: SearchResults, text: str) -> ArticleRef | None:
        """Return which of the articles that were found a text names."""
        with self._reading():
            named = article_named(self._store, [hit.article for hit in found.hits], loosened(text, ""))
        return ArticleRef(id=named.id, title=named.title) if named else None

    def _told(self, found: SearchResults, topic: str, max_chars: int, in_letters: int) -> Summary:
        """Return what the articles that were found say about a topic."""
        with self._reading():
            told = digest(self._store, found.hits, loosened(topic, ""), max_chars, in_letters)
        return replace(told, subject=topic.strip()[:QUESTION_CHARS], unread=found.unread)

    def complete_titles(self, text: str, limit: int = 25) -> list[ArticleRef]:
        """Return articles whose title begins with a text, then those that hold it, whatever script and case."""
        key = fold_key(text[:QUESTION_CHARS])
        with self._reading():
            return self._store.articles_titled(key, limit)

    def titled(self, title: str) -> ArticleRef | None:
        """Return the article of exactly this title, whatever script, case and punctuation; None where there is none."""
        key = fold_key(title[:QUESTION_CHARS])
        with self._reading():
            return self._store.article_titled(key) if key else None

    def complete_values(self, field: Literal["source", "author"], text: str, limit: int = 25) -> list[str]:
        """Return sources or authors that hold a text, whatever script and case; those of most articles first."""
        key = fold_key(text[:QUESTION_CHARS])
        with self._reading():
            return [value for value in self._store.values_of(field) if key in fold_key(value)][:limit]

    def complete_names(self, text: str, limit: int = 25) -> list[Candidate]:
        """Return names of the articles that a text may be the beginning of."""
        with self._reading():
            return complete(self._store, text, limit)

    def forms_of(self, name: str) -> list[str]:
        """Return how else the articles write the name of one, each nobody else's, most frequent first."""
        with self._reading():
            return forms_of(self._store, name)

    def _find(
        self, question: str, filters: Filters, limit: int, shown: range | None
    ) -> tuple[str | None, Question, Found]:
        """Return a question as mended, None where it has no slip, its terms, and what is found for them."""
        asked = read_question(question, self._store.document_frequency)
        near = functools.cache(functools.partial(find_candidates, self._store, self._engine, asked.query, filters))
        bare = read_clauses(question).bare
        mended = corrected(self._store, question[:QUESTION_CHARS], bare, functools.cache(lambda: near().folded))
        if mended and not may_be_name(question):
            asked = read_question(mended, self._store.document_frequency)
            near = functools.cache(functools.partial(find_candidates, self._store, self._engine, asked.query, filters))
        return mended, asked, find_hits(self._store, self._engine, asked, filters, near, limit, shown)

    def _asked_for(self, question: str) -> Profile | Choices | None:
        """Return the card of what a question is about; of an office or a deed only the people whose it is."""
        match who(self._store, question):
            case Profile(kind="person") as found:
                return found
            case Profile() as found if not asks_office(question):
                return found
            case Choices(near=False) as found if asks_office(question):
                return found
        return None

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF not in _DAMAGE:
                raise
            raise DamagedIndex(self.build, Damage.UNREADABLE, STORE_FILE, str(error)) from error
