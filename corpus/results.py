"""The values that answers are made of. What must not live here: how any of them is computed or shown.

Everywhere ``start`` and ``end`` are code point offsets, half open.
"""

from dataclasses import dataclass, field
from typing import Literal

from corpus.article import Article

Kind = Literal["person", "organisation", "product"]
FactKind = Literal["definition", "founding", "money", "product", "relation", "move"]
Span = tuple[int, int]

SNIPPET_CHARS = 200
SNIPPETS_PER_HIT = 3
EVIDENCE_CHARS = 200
EVIDENCE_PER_PROFILE = 3
ROLE_CHARS = 40
ROLES_PER_PROFILE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What an answer is restricted to; ``None`` restricts nothing.

    ``source`` and ``author`` match folded and as a part ("远川" matches 远川科技评论); ``language`` matches a tag or
    its prefix (``zh`` matches both scripts); ``after`` and ``before`` are ISO ``YYYY[-MM[-DD]]``, both inclusive of
    the period that they name, and leave out articles without a date. A value may be several, one on a line, all of
    which an article must match, or not match where the line begins with ``-``; of several on a line, with tabs between
    them, it is one. Dates and languages may be written as people do; what names none restricts nothing, and the
    results tell of it.
    """

    source: str | None = None
    author: str | None = None
    language: str | None = None
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Up to three runs of an article's own wording, joined by " … ", at most 200 characters together.

    ``highlights`` are places in ``text``; ``spans`` are the places of the runs in ``Article.text``.
    """

    text: str
    highlights: tuple[Span, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that answers, with one to three snippets, best first, and its score."""

    article: Article
    snippets: tuple[Snippet, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An organisation and title that an article states of somebody, at most 40 characters of its wording."""

    text: str
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quotation of at most 200 characters: ``article.text[start:end]``."""

    text: str
    article: Article
    start: int
    end: int

    def holds(self, other: "Evidence") -> bool:
        """Tell whether another quotation is a part of this one."""
        return self.article.id == other.article.id and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Evidence):
    """What an article states beside offices, at most 200 characters, and of what kind."""

    kind: FactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Evidence):
    """What an article says of a date, ISO ``YYYY[-MM[-DD]]``, at most 100 characters."""

    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who or what somebody asked for, as the articles say.

    ``aliases`` are the other forms of the name, most frequent first; ``roles`` at most six and ``evidence`` at most
    three, best first; ``related`` are main names; ``articles`` name it, most mentions first. ``facts`` are at most two
    of a kind, ``events`` at most six, earliest first. ``namesakes``: the articles may mean several people of this name.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    evidence: tuple[Evidence, ...]
    related: tuple[str, ...]
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    namesakes: bool = False

    @property
    def untold(self) -> tuple[Fact, ...]:
        """The facts that neither a quotation nor an event holds already."""
        told = (*self.evidence, *self.events)
        return tuple(fact for fact in self.facts if not any(each.holds(fact) for each in told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One that somebody may have meant: a main name, its kind, and a line that tells it from the others, if any."""

    name: str
    kind: Kind
    hint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Several fit, or only the spelling is near: the reader chooses. ``near`` is true for the latter."""

    asked: str
    candidates: tuple[Candidate, ...]
    near: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoMatch:
    """The articles name nobody so; ``asked`` is the name as understood, ``nearest`` are names they do hold.

    ``asked`` is empty where nobody was named: marks, a long sentence, "who am I".
    """

    asked: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """More than one was asked for at once: an answer to each, at most five, in the order of the question."""

    asked: str
    answers: tuple[Profile | Choices | NoMatch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """Just enough of an article to name it in a list."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    """What a search came to.

    ``total`` counts the articles that hold at least half as much of the question as the best one does, and is "at
    least" where ``at_least`` is true. ``suggestion`` is the question respelt, where that is known better, and
    ``searched`` what was searched instead of the question, where that is not the same; ``profile`` is
    the card of what the question asks for, or the people to choose from where several hold the office it asks for;
    ``filters`` are those of the question too. ``weak`` says that the articles do not answer, as far as can be told:
    the hits are what comes closest. ``found`` and ``missing`` are words of the question that stand in the articles or
    do not, ``unread`` filters and operators that could not be used, such as a day that there is not. ``unquoted`` says
    that nothing holds what stands in quotation marks, so that it was searched for without them.

    Where there are no hits, ``without`` says which filter left them out, and how many articles match without it
    (``words`` is what the question demands and excludes, ``""`` all of it), and ``titles`` are the nearest titles.
    """

    question: str
    hits: tuple[Hit, ...]
    total: int
    at_least: bool = False
    suggestion: str | None = None
    searched: str | None = None
    profile: Profile | Choices | None = None
    filters: Filters = field(default_factory=Filters)
    weak: bool = False
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    unquoted: bool = False
    without: tuple[tuple[str, int], ...] = ()
    titles: tuple[ArticleRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """A sentence of an article, or a clause of one that stands by itself: ``article.text[start:end]``.

    ``also`` are further articles that say the same; ``clipped`` is true where the sentence goes on after it.
    """

    text: str
    article: Article
    start: int
    end: int
    also: tuple[Article, ...] = ()
    clipped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Sentences in reading order, together at most the budget.

    ``subject`` is the article's title or the topic; ``articles`` are those drawn on; ``source_chars`` counts the
    characters of their texts, so that a reader can be told how much was left out. ``names`` are people,
    organisations and products, and ``terms`` words, to go on from. ``unread`` is as of :class:`SearchResults`.
    """

    subject: str
    sentences: tuple[SummarySentence, ...]
    articles: tuple[Article, ...]
    source_chars: int
    names: tuple[Candidate, ...] = ()
    terms: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build came to, against the build that served before it."""

    build: str
    engine: str
    articles: int
    passages: int
    added: tuple[ArticleRef, ...]
    changed: tuple[ArticleRef, ...]
    removed: tuple[ArticleRef, ...]
    took_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A file that was not read. ``reason`` is one of the codes of :mod:`corpus.reading.reasons`."""

    origin: str
    reason: str
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a long task is: ``stage`` is ``reading``, ``analysing`` or ``writing``; ``total`` None while unknown."""

    stage: Literal["reading", "analysing", "writing"]
    done: int
    total: int | None
