"""Questions in, answers out, for every way in: admission, the library, the state behind buttons and the log.

What must not live here: wording, rendering, Discord.
"""

import re
import secrets
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from bot.errors import AnswerExpired, AskerFault, BlankQuestion, DataFault, NewerData, NotAdmitted, PrivateAnswer
from bot.services.completions import Completions
from bot.services.filters import trimmed
from bot.services.follow_ups import FollowUps
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.library_host import LibraryHost
from bot.services.plain_words import MASKED_LINK
from bot.services.ports import AnswerState, EventKind, EventRow, QueryLog, QueryRow, StateStore
from bot.services.reading_pages import page_spans
from bot.services.requests import Asker, Language, Question, WayIn
from bot.services.resolving import LENGTH_CHARS, Answer, AnswerValue, resolve
from bot.services.server_settings import SettingsOfServers
from bot.services.user_keys import UserKeys
from corpus import Article, AskerError, Choices, Filters, Profile, SearchResults, Several, Summary
from corpus.library import Library
from corpus.results import Span
from corpus.search.clauses import asks_nothing

RECENT = 200
# What Discord writes for a person, a role, a channel, an emoji, a time or a command: no word of any article, no value
# of an operator either.
_DISCORD = re.compile(
    r"(?:\b[a-z]+:)?<(?:@[!&]?|#|id:|t:|a?:\w{1,32}:|/[^<>\n]{1,100}:)[\w:-]{1,30}>|@(?:everyone|here)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedArticle:
    """An article with its pages, to be read in the language of whoever opened it."""

    article: Article
    pages: tuple[Span, ...]
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers questions.

    Attributes
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
        Turns a user id into what is stored of it, and knows whose questions are not logged.
    languages
        Chooses the language of an answer.
    completions
        Learns which articles come first.
    settings
        Says whether answers in a server are private unless their askers choose otherwise.
    follow_ups
        Learns whom each answer is about.
    clock
        Seconds since the epoch.
    recent_ms
        How long the last answers took.
    """

    gate: Gate
    host: LibraryHost
    state: StateStore
    log: QueryLog
    keys: UserKeys
    languages: Languages
    completions: Completions
    settings: SettingsOfServers
    follow_ups: FollowUps = field(default_factory=FollowUps)
    clock: Callable[[], float] = time.time
    recent_ms: deque[float] = field(default_factory=lambda: deque(maxlen=RECENT))

    async def is_private(self, asker: Asker, *, chosen: bool | None) -> bool:
        """Tell whether an answer is for its asker alone: as they chose, else as their server is set.

        So it is where that cannot be read; the question then meets the same and is logged with it.
        """
        if chosen is not None:
            return chosen
        try:
            return (await self.settings.of(asker.server_id)).private
        except (DataFault, NewerData):
            return True

    async def ask(self, asker: Asker, question: Question) -> Answer:
        """Answer a new question, and log it whatever comes of it.

        Raises
        ------
        NotAdmitted, BlankQuestion
            The asker is not served, or there is nothing to search for in the question.
        UnknownArticle
            The article was removed since its title was completed.
        TooBusy, CorpusError
            As :meth:`bot.services.library_host.LibraryHost.call`.
        """
        started = self.clock()
        question = replace(question, text=MASKED_LINK.sub(r"\1", _DISCORD.sub(" ", question.text)))
        try:
            await self.gate.admit(asker)
            if asks_nothing(question.text):
                raise BlankQuestion  # noqa: TRY301  refusals are logged like everything else here
            question = replace(question, filters=trimmed(question.filters))
            language = question.language or await self.languages.of(
                asker, question.said or question.text, name_only=question.is_name
            )
            draft = self._draft(asker, question, language, started)
            said, in_text = question.said or "", asker.way_in is WayIn.MESSAGE_COMMAND
            answer = await self.host.call(
                partial(resolve, state=draft, or_search=question.or_search, said=said, in_text=in_text)
            )
            self.state.put_answer(_asked_again(draft, answer))
            self.follow_ups.remember(asker, answer.about)
        except BaseException as error:  # also one that the end of the bot cuts short
            self._record(asker, question, started, error=error)
            raise
        self._record(asker, question, started, answer=answer)
        return answer

    async def again(self, asker: Asker, key: str, page: int = 0) -> Answer:
        """Answer a kept question again, for whoever turns to a page of it; raises as ``kept``."""
        state = await self.kept(asker, key)
        answer = await self.host.call(partial(resolve, state=state, page=page))
        self._record_press(asker, state, "paged")
        return answer

    async def judge(self, asker: Asker, key: str, *, helpful: bool, sentence: str | None = None) -> AnswerState:
        """Log whether an answer helped, and what was wrong with it where somebody says so; raises as ``kept``.

        Returns its state, in the language of whoever judges.
        """
        state = await self.kept(asker, key)
        self._record_press(asker, state, "helpful" if helpful else "not_helpful", sentence=sentence)
        return state

    async def share(self, asker: Asker, key: str) -> Answer:
        """Answer a private question again for everybody, under a key of its own; raises as ``kept``."""
        state = await self.kept(asker, key)
        public = replace(state, key=_new_key(), private=False, created_at_ms=int(self.clock() * 1000))
        answer = await self.host.call(partial(resolve, state=public))
        self.state.put_answer(_asked_again(public, answer))
        self._record_press(asker, state, "shared")
        return answer

    async def suggested(self, asker: Asker, key: str) -> AnswerState:
        """Return the state behind an answer whose suggestion is taken; raises as ``kept``."""
        state = await self.kept(asker, key)
        self._record_press(asker, state, "suggestion")
        return state

    async def article(self, asker: Asker, key: str, article_id: str, event: EventKind = "opened") -> OpenedArticle:
        """Open an article from an answer; raises as ``kept``, and UnknownArticle."""
        state = await self.kept(asker, key)
        article, pages = await self.host.call(partial(_article, article_id=article_id))
        self._record_press(asker, state, event, article_id)
        return OpenedArticle(article=article, pages=pages, language=state.language)

    async def kept(self, asker: Asker, key: str) -> AnswerState:
        """Return the state behind a key, in the language of whoever presses.

        Raises
        ------
        NotAdmitted, AnswerExpired, PrivateAnswer
            The presser is not served, nothing stands behind the key any more, or only somebody else may see it.
        """
        await self.gate.admit(asker)
        state = await self.state.answer(key)
        if state is None:
            raise AnswerExpired
        if state.asker_key in (None, *self.keys.forms(asker.user_id)):
            return state  # where no user keys are kept, most who press are those who asked
        if state.private:
            raise PrivateAnswer
        return replace(state, language=await self.languages.of(asker))

    async def owns(self, asker: Asker, key: str) -> bool:
        """Tell whether somebody asked the question behind a key; nobody did where no user keys are kept."""
        state = await self.state.answer(key)
        return state is not None and state.asker_key in self.keys.forms(asker.user_id)

    def _draft(self, asker: Asker, question: Question, language: Language, started: float) -> AnswerState:
        """Return the state of a question before its subject is known, under a key that nobody guesses."""
        budget = LENGTH_CHARS.get(question.length, LENGTH_CHARS["medium"])
        return AnswerState(
            key=_new_key(),
            query_id=asker.event_id,
            kind=question.kind,
            question=question.text,
            filters=question.filters,
            subject=None,
            max_chars=budget if question.kind == "summary" else None,
            language=language,
            private=question.private,
            asker_key=self.keys.key(asker.user_id),
            created_at_ms=int(started * 1000),
        )

    def _record(
        self,
        asker: Asker,
        question: Question,
        started: float,
        *,
        answer: Answer | None = None,
        error: BaseException | None = None,
    ) -> None:
        """Log a question, unless its asker opted out. The words of somebody who is not served are not kept."""
        if not self.keys.keeps(asker.user_id):
            return
        if isinstance(error, NotAdmitted):
            question = replace(question, text="", filters=Filters())
        latency_ms = (self.clock() - started) * 1000
        if answer:
            self.recent_ms.append(latency_ms)
            self.completions.popular.update(article_id for article_id, _ in _scored(answer.value)[:1])
        self.log.record(
            QueryRow(
                id=asker.event_id,
                asked_at_ms=int(started * 1000),
                kind=answer.state.kind if answer else question.kind,
                way_in=asker.way_in.value,
                server_id=asker.server_id,
                channel_id=asker.channel_id,
                user_key=self.keys.key(asker.user_id),
                locale=asker.locale,
                language=answer.state.language if answer else None,
                text=answer.state.question if answer else question.text,
                filters=question.filters,
                private=question.private,
                outcome=_outcome(answer.value if answer else None, error),
                hits=_scored(answer.value) if answer else (),
                latency_ms=latency_ms,
                build=answer.build if answer else None,
                error=type(error).__name__ if error else None,
            )
        )

    def _record_press(
        self,
        asker: Asker,
        state: AnswerState,
        kind: EventKind,
        article_id: str | None = None,
        sentence: str | None = None,
    ) -> None:
        """Log a press on an answer, unless the presser opted out."""
        if not self.keys.keeps(asker.user_id):
            return
        self.log.record(
            EventRow(
                id=asker.event_id,
                query_id=state.query_id,
                at_ms=int(self.clock() * 1000),
                kind=kind,
                user_key=self.keys.key(asker.user_id),
                article_id=article_id,
                sentence=sentence,
            )
        )


def _new_key() -> str:
    """Return 12 characters that nobody guesses."""
    return secrets.token_urlsafe(9)


def _asked_again(asked: AnswerState, answer: Answer) -> AnswerState:
    """Return what brings an answer back with what it tells: of an article's author, or of a card that there is not."""
    if answer.origin:
        return replace(answer.state, question=asked.question)
    return replace(answer.state, kind="who") if answer.unknown else answer.state


def _article(library: Library, *, article_id: str) -> tuple[Article, tuple[Span, ...]]:
    """Read an article and find its pages, which takes 100 ms in a long one; runs in the library's pool."""
    article = library.article(article_id)
    return article, page_spans(article.text)


def _outcome(value: AnswerValue | None, error: BaseException | None) -> str:
    """Return the log's word for what came of a question."""
    if error is not None:
        return "refused" if isinstance(error, AskerFault | AskerError) else "error"
    match value:
        case Choices():
            return "choices"
        case Profile() | Several() | Summary(sentences=[_, *_]) | SearchResults(profile=Profile() | Choices()):
            return "answered"
        case SearchResults(hits=[_, *_], weak=False):
            return "answered"
    return "nothing"


def _scored(value: AnswerValue) -> tuple[tuple[str, float], ...]:
    """Return the articles of an answer with their scores; 0 where nothing was scored."""
    match value:
        case SearchResults(hits=hits):
            return tuple((hit.article.id, hit.score) for hit in hits)
        case Profile(articles=articles) | Summary(articles=articles):
            return tuple((article.id, 0.0) for article in articles)
    return ()
