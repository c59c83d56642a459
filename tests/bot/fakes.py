"""Hand-written fakes of our own Protocols, and a world of made-up articles."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

from bot.services.ports import AnswerState, AskedDay, AskedQuestion, EventRow, Figures, QueryRow
from bot.services.requests import Asker, Language, WayIn
from bot.services.user_keys import UserKeys
from corpus import (
    Article,
    ArticleRef,
    Candidate,
    Choices,
    Evidence,
    Filters,
    Hit,
    NoMatch,
    Profile,
    Role,
    SearchResults,
    Snippet,
    Summary,
    SummarySentence,
    UnknownArticle,
)

HOME, STRANGE = 100, 900


def asker(**changes: object) -> Asker:
    """Return somebody in the home server, with changes."""
    person = Asker(
        event_id=1,
        user_id=5,
        server_id=HOME,
        channel_id=50,
        locale="en-US",
        server_locale="en-US",
        manages_server=False,
        way_in=WayIn.COMMAND,
    )
    return replace(person, **changes)


def answer_state(**changes: object) -> AnswerState:
    """Return the state of a public search, with changes."""
    state = AnswerState(
        key="k" * 12,
        query_id=1,
        kind="search",
        question="wind power",
        filters=Filters(),
        subject=None,
        max_chars=None,
        language="en-US",
        private=False,
        asker_key="user-5",
        created_at_ms=0,
    )
    return replace(state, **changes)


def article(number: int = 1, **changes: object) -> Article:
    """Return a made-up article, with changes."""
    made = Article(
        id=f"a{number}",
        title=f"Wind farms, part {number}",
        text="The first turbine turned in March. It fed forty houses.\n\nA second one followed in autumn.",
        language="en",
        author="Mira Quill",
        source="Harbour Weekly",
        published="2024-03-05",
        url="https://harbour.example/wind",
        origins=(f"wind{number}.md",),
    )
    return replace(made, **changes)


class FakeState:
    """A state store in memory."""

    trouble: str | None = None

    def __init__(self) -> None:
        self.answers: dict[str, AnswerState] = {}
        self.languages: dict[str, Language] = {}
        self.values: dict[str, str] = {}
        self.out: set[str] = set()
        self.handled_at_ms: dict[str, int] = {}

    def put_answer(self, state: AnswerState) -> None:
        self.answers[state.key] = state

    async def answer(self, key: str) -> AnswerState | None:
        return self.answers.get(key)

    async def last_language(self, user_key: str) -> Language | None:
        return self.languages.get(user_key)

    def remember_language(self, user_key: str, language: Language) -> None:
        self.languages[user_key] = language

    async def opted_out(self) -> frozenset[str]:
        return frozenset(self.out)

    async def put_opted_out(self, user_key: str, *, out: bool) -> None:
        (self.out.add if out else self.out.discard)(user_key)

    async def handled(self) -> dict[str, int]:
        return dict(self.handled_at_ms)

    async def put_handled(self, row_key: str, at_ms: int) -> None:
        self.handled_at_ms[row_key] = at_ms

    async def value(self, name: str) -> str | None:
        return self.values.get(name)

    async def put_value(self, name: str, value: str) -> None:
        self.values[name] = value


class FakeLog:
    """A log in memory."""

    trouble: str | None = None

    def __init__(self) -> None:
        self.rows: list[QueryRow] = []
        self.events: list[EventRow] = []

    def record(self, row: QueryRow | EventRow) -> None:
        if isinstance(row, QueryRow):
            self.rows.append(row)
        else:
            self.events.append(row)


class FakeKeys(UserKeys):
    """Keys that show whose they are, or none."""

    def __init__(self, state: FakeState | None = None, *, keep: bool = True) -> None:
        super().__init__("hash" if keep else "none", b"", state or FakeState())

    def forms(self, user_id: int) -> tuple[str, str]:
        return f"user-{user_id}", str(user_id)


class FakeMembership:
    """Knows the members, owners and servers that a test names."""

    def __init__(self, members: set[tuple[int, int]] | None = None, owners: set[int] | None = None) -> None:
        self.members = members or set()
        self.owners = owners or set()
        self.bot_is_in: list[int] = []

    def servers(self) -> list[int]:
        return self.bot_is_in

    async def is_member(self, server_id: int, user_id: int) -> bool:
        return (server_id, user_id) in self.members

    async def is_owner(self, user_id: int) -> bool:
        return user_id in self.owners


class FakeLibrary:
    """A library of made-up wind farms that finds them all for any question but ``nothing``."""

    build = "b1"

    def __init__(self, count: int = 7) -> None:
        self.articles = [article(number) for number in range(1, count + 1)]
        self.failure: Exception | None = None

    def article(self, article_id: str) -> Article:
        found = next((each for each in self.articles if each.id == article_id), None)
        if found is None:
            raise UnknownArticle(article_id)
        return found

    def search(
        self, question: str, limit: int = 10, filters: Filters | None = None, shown: range | None = None
    ) -> SearchResults:
        if self.failure:
            raise self.failure
        some = [] if "nothing" in question or question == '"Zed"' else self.articles[:limit]
        snippet = Snippet(text="The first turbine turned in March.", highlights=((4, 17),), spans=((0, 34),))
        places = range(len(some)) if shown is None else shown
        hits = tuple(
            Hit(article=each, snippets=(snippet,) if place in places else (), score=1.0)
            for place, each in enumerate(some)
        )
        suggestion = "wind power" if "wnid" in question else None
        return SearchResults(
            question=question, hits=hits, total=len(hits), suggestion=suggestion, filters=filters or Filters()
        )

    def who(self, query: str) -> Profile | Choices | NoMatch:
        if "Quill" in query:
            one = self.articles[0]
            quotation = Evidence(text="The first turbine turned in March.", article=one, start=0, end=34)
            role = Role(text="editor of Harbour Weekly", article=one)
            return Profile(
                name="Mira Quill",
                kind="person",
                aliases=("Mira Q.",),
                roles=(role,),
                evidence=(quotation,),
                related=("Tom Oak",),
                articles=(one,),
            )
        if "Oak" in query:
            names = ("Mira Quill", "Tom Oakes")
            candidates = tuple(Candidate(name=name, kind="person", hint=None) for name in names)
            return Choices(asked=query, candidates=candidates, near=False)
        return NoMatch(asked=query, nearest=("Mira Quill",))

    def names_in(self, text: str) -> list[str]:
        return ["Mira Quill"] if "quill" in text else []

    def summarize(self, article_id: str, max_chars: int = 600, in_letters: int = 0) -> Summary:
        return self._summary(self.article(article_id).title, self.articles[:1])

    def digest(self, topic: str, max_chars: int = 600, in_letters: int = 0) -> Summary:
        return self._summary(topic, [] if "nothing" in topic else self.articles[:2])

    def sum_up(self, about: str, max_chars: int = 600, in_letters: int = 0) -> Summary:
        titled = self.titled(about)
        return self.summarize(titled.id, max_chars) if titled else self.digest(about, max_chars)

    def complete_titles(self, text: str, limit: int = 25) -> list[ArticleRef]:
        found = [each for each in self.articles if text.lower() in each.title.lower()]
        return [ArticleRef(id=each.id, title=each.title) for each in found[:limit]]

    def article_named(self, text: str) -> ArticleRef | None:
        return self.titled(text)

    def titled(self, title: str) -> ArticleRef | None:
        return next((each for each in self.complete_titles(title) if each.title.lower() == title.lower()), None)

    def complete_values(self, field: str, text: str, limit: int = 25) -> list[str]:
        found = dict.fromkeys(getattr(each, field) for each in self.articles)
        return [value for value in found if text.lower() in value.lower()][:limit]

    def complete_names(self, text: str, limit: int = 25) -> list[Candidate]:
        return [Candidate(name="Mira Quill", kind="person", hint="Harbour Weekly")][:limit]

    def _summary(self, subject: str, some: list[Article]) -> Summary:
        sentences = tuple(SummarySentence(text=each.text[:34], article=each, start=0, end=34) for each in some)
        return Summary(subject=subject, sentences=sentences, articles=tuple(some), source_chars=400)


class FakeHost:
    """Runs questions on a fake library at once."""

    def __init__(self, library: FakeLibrary | None = None) -> None:
        self.library = library or FakeLibrary()

    async def call(self, question: Callable[[Any], Any]) -> Any:
        return question(self.library)


class FakeReindexing:
    """Yields the steps that a test gives it."""

    running = False

    def __init__(self, steps: list[Any] | None = None) -> None:
        self.steps = steps or []

    async def run(self, *, wait: bool = False) -> AsyncIterator[Any]:
        for step in self.steps:
            if isinstance(step, Exception):
                raise step
            yield step


class FakeLogReader:
    """A log in which nobody has asked anything, but for what a test puts there."""

    def __init__(self, asked: list[AskedQuestion] | None = None) -> None:
        self.rows = asked or []
        self.nothing: list[AskedQuestion] = []
        self.unhelpful: list[AskedQuestion] = []
        self.named: frozenset[str] = frozenset()
        self.days: tuple[AskedDay, ...] = ()

    async def figures(self, since_ms: int) -> Figures:
        total = sum(one.times for one in self.rows)
        return Figures(
            questions=total,
            refused=0,
            answered=total,
            people=1,
            median_ms=8.5 if total else None,
            p95_ms=20.0 if total else None,
            helpful=0,
            not_helpful=len(self.unhelpful),
            days=self.days,
        )

    async def asked(self, since_ms: int, limit: int, *, outcome: str | None = None) -> list[AskedQuestion]:
        return self.nothing if outcome == "nothing" else self.rows

    async def judged_unhelpful(self, since_ms: int, limit: int) -> list[AskedQuestion]:
        return self.unhelpful

    async def found(self, since_ms: int) -> frozenset[str]:
        return self.named

    async def question(self, query_id: int) -> AskedQuestion | None:
        return next((one for one in self.rows if one.id == query_id), None)


class FakeComparing:
    """Compares nothing."""

    async def following(self, steps: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for step in steps:
            yield step
