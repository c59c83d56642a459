"""Questions in, answers out, for every way in: admission, the library, the state behind buttons and the log.

What must not live here: wording, rendering, Discord.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from bot.errors import AnswerExpired, AskerFault, BlankQuestion, NotAdmitted
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.library_host import LibraryHost
from bot.services.ports import AnswerKind, AnswerState, EventKind, EventRow, QueryLog, QueryRow, StateStore, UserKeys
from bot.services.requests import Asker, Language
from corpus import (
    Article,
    ArticleRef,
    AskerError,
    Candidate,
    Choices,
    Filters,
    NoMatch,
    Profile,
    SearchResults,
    Summary,
)
from corpus.analysis.folding import fold_key
from corpus.article import ARTICLE_ID
from corpus.library import Library

AnswerValue = SearchResults | Profile | Choices | NoMatch | Summary
Length = Literal["short", "medium", "long"]

HITS = 20
COMPLETIONS = 25
COMPLETED_CHARS = 100
ARTICLE_PREFIX = "article:"
LENGTH_CHARS: dict[Length, int] = {"short": 300, "medium": 600, "long": 1200}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer and what stands behind its buttons."""

    state: AnswerState
    value: AnswerValue


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedArticle:
    """An article opened from an answer, in the language of whoever opened it."""

    state: AnswerState
    article: Article


def _state_key() -> str:
    """Return a key of 12 characters that nobody guesses."""
    return secrets.token_urlsafe(9)


class Answers:
    """Answers questions.

    Parameters
    ----------
    gate
        Admits askers.
    host
        Runs questions on the library that serves at the moment.
    state
        Keeps what stands behind buttons.
    log
        Takes a row for every question and press; never awaited.
    keys
        Turns a user id into what is stored of it.
    languages
        Chooses the language of an answer.
    clock
        Seconds since the epoch.
    new_key
        Makes the key of an answer's state.
    """

    def __init__(  # noqa: PLR0913  one keyword for a service
        self,
        *,
        gate: Gate,
        host: LibraryHost,
        state: StateStore,
        log: QueryLog,
        keys: UserKeys,
        languages: Languages,
        clock: Callable[[], float] = time.time,
        new_key: Callable[[], str] = _state_key,
    ) -> None:
        self._gate = gate
        self._host = host
        self._state = state
        self._log = log
        self._keys = keys
        self._languages = languages
        self._clock = clock
        self._new_key = new_key

    async def search(
        self,
        asker: Asker,
        question: str,
        filters: Filters | None = None,
        *,
        private: bool = False,
        language: Language | None = None,
    ) -> Answer:
        """Search the articles; ``language`` is that of an answer which led here, else the rule decides.

        Raises
        ------
        NotAdmitted, BlankQuestion
            And whatever the library raises.
        """
        draft = self._draft(asker, "search", question, private=private, filters=filters)
        return await self._ask(asker, draft, language=language)

    async def who(
        self,
        asker: Asker,
        name: str,
        *,
        said: str | None = None,
        private: bool = False,
        language: Language | None = None,
    ) -> Answer:
        """Say who somebody is; ``said`` are the words around the name, if any. Else as ``search``."""
        draft = self._draft(asker, "who", name, private=private)
        return await self._ask(asker, draft, said=said, name_only=said is None, language=language)

    async def summary(
        self, asker: Asker, about: str, *, length: Length = "medium", said: str | None = None, private: bool = False
    ) -> Answer:
        """Summarise an article, chosen by completion or by its exact title, or what the articles say of a topic.

        Raises
        ------
        UnknownArticle
            The article was removed since its title was completed; and what ``search`` raises.
        """
        draft = self._draft(asker, "summary", about, private=private, max_chars=LENGTH_CHARS[length])
        return await self._ask(asker, draft, said=said, name_only=about.startswith(ARTICLE_PREFIX))

    async def again(self, asker: Asker, key: str, event: EventKind = "paged") -> Answer:
        """Answer a kept question again, for a press on one of its buttons.

        Raises
        ------
        AnswerExpired
            Nothing stands behind the key any more.
        """
        state = await self.kept(asker, key)
        _, value = await self._host.call(partial(_answer, state=state))
        self._record_event(asker, state, event)
        return Answer(state=state, value=value)

    async def article(self, asker: Asker, key: str, article_id: str, event: EventKind = "opened") -> OpenedArticle:
        """Open an article from an answer. Raises AnswerExpired and UnknownArticle."""
        state = await self.kept(asker, key)
        article = await self._host.call(lambda library: library.article(article_id))
        self._record_event(asker, state, event, article_id)
        return OpenedArticle(state=state, article=article)

    async def kept(self, asker: Asker, key: str) -> AnswerState:
        """Return the state behind a key, in the language of whoever presses.

        Raises
        ------
        NotAdmitted, AnswerExpired
            The presser is not served, or nothing stands behind the key any more.
        """
        await self._gate.admit(asker)
        state = await self._state.answer(key)
        if state is None:
            raise AnswerExpired
        if asker.locale is None or self._is_own(asker, state):
            return state
        return replace(state, language=await self._languages.of(asker))

    async def owns(self, asker: Asker, key: str) -> bool:
        """Tell whether somebody asked the question behind a key, as far as the state knows."""
        state = await self._state.answer(key)
        return state is not None and self._is_own(asker, state)

    async def titles(self, asker: Asker, text: str) -> list[ArticleRef]:
        """Return articles whose title completes the text, at most 25; never logged."""
        await self._gate.admit(asker)
        part = text[:COMPLETED_CHARS]
        return await self._host.call(lambda library: library.complete_titles(part, COMPLETIONS))

    async def names(self, asker: Asker, text: str) -> list[Candidate]:
        """Return names that complete the text, at most 25; never logged."""
        await self._gate.admit(asker)
        part = text[:COMPLETED_CHARS]
        return await self._host.call(lambda library: library.complete_names(part, COMPLETIONS))

    async def _ask(
        self,
        asker: Asker,
        draft: AnswerState,
        *,
        said: str | None = None,
        name_only: bool = False,
        language: Language | None = None,
    ) -> Answer:
        """Answer a new question, and log it whatever comes of it."""
        started = self._clock()
        try:
            await self._gate.admit(asker)
            if not any(character.isalnum() for character in draft.question):
                raise BlankQuestion  # noqa: TRY301  refusals are logged like everything else here
            chosen = language or await self._languages.of(asker, said or draft.question, name_only=name_only)
            build, (state, value) = await self._host.call(partial(_first_answer, draft=replace(draft, language=chosen)))
            await self._state.put_answer(state)
        except Exception as error:
            self._record(asker, draft, started=started, error=error)
            raise
        self._record(asker, state, started=started, value=value, build=build)
        return Answer(state=state, value=value)

    def _is_own(self, asker: Asker, state: AnswerState) -> bool:
        """Tell whether a state is this asker's; nobody's where no user keys are kept."""
        return state.asker_key is not None and state.asker_key == self._keys.key(asker.user_id)

    def _draft(
        self,
        asker: Asker,
        kind: AnswerKind,
        question: str,
        *,
        private: bool,
        filters: Filters | None = None,
        max_chars: int | None = None,
    ) -> AnswerState:
        """Return the state of a question before its language and subject are known."""
        return AnswerState(
            key=self._new_key(),
            query_id=asker.event_id,
            kind=kind,
            question=question,
            filters=filters or Filters(),
            subject=None,
            max_chars=max_chars,
            language="en-US",
            private=private,
            asker_key=self._keys.key(asker.user_id),
            created_at_ms=int(self._clock() * 1000),
        )

    def _record(
        self,
        asker: Asker,
        state: AnswerState,
        *,
        started: float,
        value: AnswerValue | None = None,
        build: str | None = None,
        error: Exception | None = None,
    ) -> None:
        """Log a question. The words of somebody who is not served are not kept."""
        self._log.record(
            QueryRow(
                id=asker.event_id,
                asked_at_ms=state.created_at_ms,
                kind=state.kind,
                way_in=asker.way_in.value,
                server_id=asker.server_id,
                channel_id=asker.channel_id,
                user_key=state.asker_key,
                locale=asker.locale,
                language=None if value is None else state.language,
                text="" if isinstance(error, NotAdmitted) else state.question,
                filters=state.filters,
                private=state.private,
                outcome=_outcome(value, error),
                hits=_scored(value),
                latency_ms=(self._clock() - started) * 1000,
                build=build,
                error=None if error is None else type(error).__name__,
            )
        )

    def _record_event(self, asker: Asker, state: AnswerState, kind: EventKind, article_id: str | None = None) -> None:
        """Log a press."""
        self._log.record_event(
            EventRow(
                id=asker.event_id,
                query_id=state.query_id,
                at_ms=int(self._clock() * 1000),
                kind=kind,
                user_key=self._keys.key(asker.user_id),
                article_id=article_id,
            )
        )


def _first_answer(library: Library, *, draft: AnswerState) -> tuple[str, tuple[AnswerState, AnswerValue]]:
    """Resolve what a summary is about, then answer; runs in the library's pool."""
    state = _with_subject(library, draft) if draft.kind == "summary" else draft
    build, value = _answer(library, state=state)
    return build, (state, value)


def _answer(library: Library, *, state: AnswerState) -> tuple[str, AnswerValue]:
    """Answer a question; runs in the library's pool."""
    if state.kind == "search":
        return library.build, library.search(state.question, limit=HITS, filters=state.filters)
    if state.kind == "who":
        return library.build, library.who(state.question)
    budget = state.max_chars or LENGTH_CHARS["medium"]
    if state.subject is not None:
        return library.build, library.summarize(state.subject, max_chars=budget)
    return library.build, library.digest(state.question, max_chars=budget)


def _with_subject(library: Library, draft: AnswerState) -> AnswerState:
    """Return the state with the article that is meant, by a completion's value or its exact title, if any is."""
    chosen = draft.question.removeprefix(ARTICLE_PREFIX)
    if chosen != draft.question and ARTICLE_ID.fullmatch(chosen):
        return replace(draft, subject=chosen, question=library.article(chosen).title)
    wanted = fold_key(draft.question[:200])
    refs = library.complete_titles(draft.question[:200], 5)
    return replace(draft, subject=next((ref.id for ref in refs if fold_key(ref.title) == wanted), None))


def _outcome(value: AnswerValue | None, error: Exception | None) -> str:
    """Return the log's word for what came of a question."""
    if error is not None:
        return "refused" if isinstance(error, AskerFault | AskerError) else "error"
    match value:
        case Choices():
            return "choices"
        case Profile() | SearchResults(hits=[_, *_]) | Summary(sentences=[_, *_]):
            return "answered"
        case SearchResults(profile=Profile()):
            return "answered"
    return "nothing"


def _scored(value: AnswerValue | None) -> tuple[tuple[str, float], ...]:
    """Return the articles of an answer with their scores; 0 where nothing was scored."""
    match value:
        case SearchResults(hits=hits):
            return tuple((hit.article.id, hit.score) for hit in hits)
        case Profile(articles=articles) | Summary(articles=articles):
            return tuple((article.id, 0.0) for article in articles)
    return ()


def length_named(name: str) -> Length:
    """Return the length that an option names; whatever Discord delivers besides is medium."""
    return next((length for length in LENGTH_CHARS if length == name), "medium")
