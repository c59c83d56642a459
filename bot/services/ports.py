"""The Protocols that services own: storage and the Discord side implement them, only the wiring knows which."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.services.requests import AnswerKind, Language
from corpus import Filters

EventKind = Literal["opened", "paged", "helpful", "not_helpful", "shared", "suggestion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRow:
    """One question for the log. ``id`` is the snowflake of its interaction or message.

    ``user_key`` is already hashed (or plain, or None) as the operator set; ``hits`` are (article id, score) pairs;
    ``outcome`` is ``answered``, ``nothing``, ``choices``, ``refused`` or ``error``; ``error`` names the error's class.
    """

    id: int
    asked_at_ms: int
    kind: AnswerKind
    way_in: str
    server_id: int | None
    channel_id: int | None
    user_key: str | None
    locale: str | None
    language: str | None
    text: str
    filters: Filters
    private: bool
    outcome: str
    hits: tuple[tuple[str, float], ...]
    latency_ms: float
    build: str | None
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One press on an answer. ``id`` is the snowflake of its own interaction, ``query_id`` that of the question.

    ``sentence`` is what somebody said of an answer that did not help; ``suggestion`` says that one was taken.
    """

    id: int
    query_id: int
    at_ms: int
    kind: EventKind
    user_key: str | None
    article_id: str | None = None
    sentence: str | None = None


class QueryLog(Protocol):
    """Takes rows without waiting; a writer commits them. Nothing accepted is lost."""

    @property
    def trouble(self) -> str | None:
        """Why the last write failed, None where it did not."""

    def record(self, row: QueryRow | EventRow) -> None:
        """Accept a question or a press; returns at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question, and how often it was asked in just these words and with these filters.

    ``id`` and ``last_ms`` are those of the last time; ``sentences`` are what people said of answers that did not
    help; ``shown`` says whether a reviewer may read it, or else only count it.
    """

    id: int
    kind: AnswerKind
    text: str
    filters: Filters
    times: int
    last_ms: int
    shown: bool
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDay:
    """A day in UTC (ISO 8601): how many questions were not refused on it, and how many of these were answered."""

    date: str
    questions: int
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a stretch of the log adds up to; latencies are None where nothing was asked.

    ``refused`` are questions of people who are not served, and those of which nothing was left to ask.
    """

    questions: int
    refused: int
    answered: int
    people: int
    median_ms: float | None
    p95_ms: float | None
    helpful: int
    not_helpful: int
    days: tuple[AskedDay, ...]


class LogReader(Protocol):
    """Reads the log beside its writer; every moment is in milliseconds since 1970. All raise DataUnreadable."""

    async def figures(self, since_ms: int) -> Figures:
        """Add up what was asked since a moment."""

    async def asked(self, since_ms: int, limit: int, *, outcome: str | None = None) -> list[AskedQuestion]:
        """Return the questions that were asked most since a moment, the most frequent first."""

    async def judged_unhelpful(self, since_ms: int, limit: int) -> list[AskedQuestion]:
        """Return the questions whose answers did not help, the latest first; ``times`` counts the judgements."""

    async def found(self, since_ms: int) -> frozenset[str]:
        """Return the ids of the articles that answers named since a moment."""

    async def question(self, query_id: int) -> AskedQuestion | None:
        """Return one question, None where it is gone."""


class PersonalData(Protocol):
    """A store that holds something of people, under the keys that stand for them."""

    async def of_person(self, user_keys: Collection[str], /) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Return all of it, as rows by table."""

    async def erase(self, user_keys: Collection[str], /) -> None:
        """Delete all of it, from every file but the backups; what was recorded before this call is gone after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerState:
    """What stands behind an answer's buttons, kept 30 days under a key of 12 characters.

    ``subject`` is the id of an article chosen for a summary, else None; ``asker_key`` is the user key of the log.
    """

    key: str
    query_id: int
    kind: AnswerKind
    question: str
    filters: Filters
    subject: str | None
    max_chars: int | None
    language: Language
    private: bool
    asker_key: str | None
    created_at_ms: int


class StateStore(Protocol):
    """Small things that outlive a restart. A write that is awaited is durable then; no answer waits for the others."""

    @property
    def trouble(self) -> str | None:
        """Why the last write failed, None where it did not."""

    def put_answer(self, state: AnswerState) -> None:
        """Keep the state behind an answer's buttons."""

    async def answer(self, key: str) -> AnswerState | None:
        """Return the state behind a key, or None where it is gone."""

    async def last_language(self, user_key: str) -> Language | None:
        """Return the language a person was last answered in by locale."""

    def remember_language(self, user_key: str, language: Language) -> None:
        """Remember a person's language."""

    async def opted_out(self) -> frozenset[str]:
        """Return the keys of those whose questions are not logged."""

    async def put_opted_out(self, user_key: str, *, out: bool) -> None:
        """Keep whether somebody's questions are not logged."""

    async def handled(self) -> Mapping[str, int]:
        """Return when each row of a review was marked as handled, in milliseconds since 1970."""

    async def put_handled(self, row_key: str, at_ms: int) -> None:
        """Mark a row of a review as handled."""

    async def value(self, name: str) -> str | None:
        """Return a named value of the bot itself (command hash, identify budget, ...)."""

    async def put_value(self, name: str, value: str) -> None:
        """Keep a named value of the bot itself."""


class Membership(Protocol):
    """Knows, through Discord, who belongs where."""

    def servers(self) -> Sequence[int]:
        """Return the ids of the servers that the bot is in; empty before it is connected."""

    async def is_member(self, server_id: int, user_id: int) -> bool:
        """Tell whether somebody is in a server, as cached for a while; raises MembershipUnknown."""

    async def is_owner(self, user_id: int) -> bool:
        """Tell whether somebody owns the application or is in its team; raises MembershipUnknown."""
