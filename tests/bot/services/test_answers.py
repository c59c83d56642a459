"""From a question to an answer, its state and its log row."""

import asyncio
from typing import Any

import pytest

from bot.errors import AnswerExpired, BlankQuestion, NotAdmitted
from bot.services.answers import Answers
from bot.services.completions import Completions
from bot.services.gate import Gate
from bot.services.language import Languages
from bot.services.requests import Question, WayIn
from bot.services.resolving import LENGTH_CHARS, PAGE_HITS, Answer
from bot.services.server_settings import SettingsOfServers
from corpus import Filters, UnknownArticle
from tests.bot.fakes import HOME, STRANGE, FakeHost, FakeKeys, FakeLog, FakeMembership, FakeState, asker


class Scene:
    """Answers over fakes, with what they left behind."""

    def __init__(self, *, keep_users: bool = True) -> None:
        self.state, self.log, self.host = FakeState(), FakeLog(), FakeHost()
        self.now = 1000.0
        keys = FakeKeys(keep=keep_users)
        gate = Gate((HOME,), "members", self.state, FakeMembership())
        self.answers = Answers(
            gate=gate,
            completions=Completions(gate=gate, host=self.host),
            host=self.host,
            state=self.state,
            log=self.log,
            keys=keys,
            languages=Languages(self.state, keys, SettingsOfServers(self.state)),
            settings=SettingsOfServers(self.state),
            clock=self.tick,
        )

    async def search(self, text: str, **options: Any) -> Answer:
        return await self.answers.ask(asker(), Question(kind="search", text=text, **options))

    def tick(self) -> float:
        self.now += 0.25
        return self.now


@pytest.fixture
def scene() -> Scene:
    return Scene()


async def test_a_search_is_answered_kept_and_logged(scene) -> None:
    """An answer leaves a state of 30 days behind its buttons and one row in the log."""
    answer = await scene.search("wind power", filters=Filters(source="Harbour"), private=True)
    assert [hit.article.id for hit in answer.value.hits] == [f"a{n}" for n in range(1, 8)]
    assert scene.state.answers == {answer.state.key: answer.state}
    assert len(answer.state.key) == 12
    [row] = scene.log.rows
    assert (row.id, row.text, row.outcome, row.language, row.build) == (1, "wind power", "answered", "en-US", "b1")
    assert row.hits[0] == ("a1", 1.0)
    assert (row.user_key, row.private, row.latency_ms, row.error) == ("user-5", True, 250.0, None)
    assert row.filters == Filters(source="Harbour")


@pytest.mark.parametrize("question", ["", "  \n", "???", "😀😀", "\u200b"])
async def test_a_question_without_a_word_is_refused(scene, question) -> None:
    """There must be something to search for; the refusal is logged."""
    with pytest.raises(BlankQuestion):
        await scene.search(question)
    assert [(row.outcome, row.error) for row in scene.log.rows] == [("refused", "BlankQuestion")]
    assert scene.state.answers == {}


async def test_an_asterisk_is_a_question(scene) -> None:
    """It asks for all articles, and is no blank."""
    assert (await scene.search(" * ")).state.question == " * "


async def test_a_name_that_stands_in_the_articles_is_searched_for(scene) -> None:
    """Whom no card knows the articles may yet tell of; the log calls it a search."""
    answer = await scene.answers.ask(asker(), Question(kind="who", text="Ada Fenn"))
    assert (answer.state.kind, len(answer.value.hits)) == ("search", 7)
    assert [(row.kind, row.outcome) for row in scene.log.rows] == [("search", "answered")]


@pytest.mark.parametrize(
    ("text", "way_in", "asked"),
    [
        ("nothing of quill", WayIn.MESSAGE_COMMAND, "Mira Quill"),
        ("nothing", WayIn.MESSAGE_COMMAND, "nothing"),
        ("nothing of quill", WayIn.COMMAND, "nothing of quill"),
    ],
)
async def test_the_names_in_a_message_are_asked_for(scene, text, way_in, asked) -> None:
    """Whoever asks of a message who that is means those whom it names, and its other words are no name."""
    answer = await scene.answers.ask(asker(way_in=way_in), Question(kind="who", text=text, said=text))
    assert answer.state.question == asked
    assert (getattr(answer.value, "name", None) == "Mira Quill") is (asked == "Mira Quill")


@pytest.mark.parametrize(
    ("text", "kind"), [("谁修了nothing", "search"), ("who built nothing", "search"), ("nothing", "who")]
)
async def test_a_question_about_nobody_known_is_searched_for(scene, text, kind) -> None:
    """What asks is no name, and the articles may answer it; a name that stands nowhere is said to."""
    answer = await scene.answers.ask(asker(), Question(kind="who", text=text))
    assert answer.state.kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "subject"), [("part 2", "summary", "a2"), ("part", "summary", None), ("kites", "search", None)]
)
async def test_what_an_article_says_is_summed_up_where_a_title_has_the_words(scene, text, kind, subject) -> None:
    """Whoever asks what something is about means an article, and else asks a question."""
    answer = await scene.answers.ask(asker(), Question(kind="summary", text=text, or_search=True))
    assert (answer.state.kind, answer.state.subject) == (kind, subject)


@pytest.mark.parametrize(
    ("text", "said", "asked"),
    [
        ("wind", "search wind", "wind"),
        ("part 2", "farms, part 2", "farms, part 2"),  # a title holds it
        ('author:"Mira"', "what has Mira written", 'author:"Mira"'),
        ('author:"nothing"', "what has nothing written", "what has nothing written"),
    ],
)
async def test_a_request_that_may_be_a_search_itself(scene, text, said, asked) -> None:
    """The message is searched for where a title holds it, or where nobody wrote what it asks for."""
    assert (await scene.search(text, said=said, or_search=True)).state.question == asked


async def test_what_discord_writes_is_no_word_of_a_question(scene) -> None:
    """People, channels, emoji and the like are neither searched for nor logged."""
    for text in ("<@42> <@&7> wind", "<#9>wind <a:spin:31>", "@everyone wind <t:170:R> </who:5>"):
        assert (await scene.search(text)).state.question.split() == ["wind"]
    assert [row.text.split() for row in scene.log.rows] == [["wind"]] * 3
    with pytest.raises(BlankQuestion):
        await scene.search("<@42>")


async def test_filters_are_taken_as_they_are_typed(scene) -> None:
    """What was typed is kept and logged, without white space around it."""
    answer = await scene.search("wind", filters=Filters(source=" Harbour ", author=" ", after="last  week"))
    assert answer.state.filters == Filters(source="Harbour", after="last week")
    assert [(row.filters.after, row.outcome) for row in scene.log.rows] == [("last week", "answered")]


async def test_nobody_else_is_served_and_their_words_are_not_kept(scene) -> None:
    """A refusal is logged without what was asked, on every question and completion and behind every button."""
    outsider = asker(server_id=STRANGE)
    key = (await scene.search("wind")).state.key
    for refused in (
        scene.answers.ask(outsider, Question(kind="search", text="my secret", filters=Filters(author="my secret"))),
        scene.answers.ask(outsider, Question(kind="who", text="my secret")),
        scene.answers.ask(outsider, Question(kind="summary", text="my secret")),
        scene.answers.completions.titles(outsider, "my secret"),
        scene.answers.completions.names(outsider, "my secret"),
        scene.answers.again(outsider, key),
        scene.answers.article(outsider, key, "a1"),
    ):
        with pytest.raises(NotAdmitted):
            await refused
    assert [(row.text, row.filters, row.outcome) for row in scene.log.rows[1:]] == [("", Filters(), "refused")] * 3
    assert scene.log.events == []


async def test_what_goes_wrong_is_logged_and_passed_on(scene) -> None:
    """A failing library is an error in the log, by its class."""
    scene.host.library.failure = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        await scene.search("wind")
    assert [(row.outcome, row.error) for row in scene.log.rows] == [("error", "ZeroDivisionError")]


async def test_a_question_that_the_end_cuts_short_is_logged(scene, monkeypatch) -> None:
    """The bot may be told to stop while somebody waits; their question stands in the log all the same."""
    asked = asyncio.Event()

    async def stuck(_: object) -> None:
        asked.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(scene.host, "call", stuck)
    asking = asyncio.create_task(scene.search("wind"))
    await asked.wait()
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    assert [(row.text, row.outcome, row.error) for row in scene.log.rows] == [("wind", "error", "CancelledError")]


@pytest.mark.parametrize(
    ("about", "subject", "question"),
    [
        ("article:a2", "Wind farms, part 2", "Wind farms, part 2"),
        ("wind FARMS, part 3", "Wind farms, part 3", "wind FARMS, part 3"),
        ("article: a2", "article: a2", "article: a2"),
        ("harbours", "harbours", "harbours"),
    ],
)
async def test_a_summary_is_of_an_article_or_of_a_topic(scene, about, subject, question) -> None:
    """A completed or exact title means that article, other words are a topic."""
    answer = await scene.answers.ask(asker(), Question(kind="summary", text=about, length="short"))
    assert (answer.value.subject, answer.state.question, answer.state.max_chars) == (subject, question, 200)
    assert (await scene.answers.share(asker(), answer.state.key)).value == answer.value


async def test_a_completed_article_that_is_gone_is_said_to_be(scene) -> None:
    """An article may be removed between completion and command."""
    with pytest.raises(UnknownArticle):
        await scene.answers.ask(asker(), Question(kind="summary", text="article:gone"))
    assert scene.log.rows[0].outcome == "refused"


async def test_outcomes_of_names(scene) -> None:
    """The log tells cards, choices and the lack of both apart."""
    for name in ("Mira Quill", "Tom Oak", "nothing"):
        await scene.answers.ask(asker(), Question(kind="who", text=name))
    await scene.search("nothing")
    assert [row.outcome for row in scene.log.rows] == ["answered", "choices", "nothing", "nothing"]


@pytest.mark.parametrize(("turned_to", "shown"), [(0, 0), (1, 1), (99, -1)])
async def test_a_page_has_the_snippets_that_it_shows(scene, turned_to: int, shown: int) -> None:
    """Whatever page is turned to, its hits have snippets, those of the last page where it is past that."""
    key = (await scene.search("wind power")).state.key
    hits = (await scene.answers.again(asker(event_id=2, way_in=WayIn.BUTTON), key, turned_to)).value.hits
    pages = [[bool(hit.snippets) for hit in hits[at : at + PAGE_HITS]] for at in range(0, len(hits), PAGE_HITS)]
    assert len(pages) > 1
    assert all(pages[shown])
    assert sum(map(sum, pages)) == len(pages[shown])


async def test_a_button_answers_again_and_is_an_event(scene) -> None:
    """What stands behind a button is asked again, and the press refers to the question."""
    key = (await scene.search("wind power", filters=Filters(author="Quill"))).state.key
    press = asker(event_id=2, way_in=WayIn.BUTTON)
    answer = await scene.answers.again(press, key)
    assert answer.value.filters == Filters(author="Quill")
    opened = await scene.answers.article(press, key, "a3")
    assert opened.article.id == "a3"
    assert opened.pages == ((0, len(opened.article.text)),)
    assert [(e.id, e.query_id, e.kind, e.article_id) for e in scene.log.events] == [
        (2, 1, "paged", None),
        (2, 1, "opened", "a3"),
    ]
    assert len(scene.log.rows) == 1


async def test_a_button_without_state_says_so(scene) -> None:
    """A key that is gone is no bug."""
    with pytest.raises(AnswerExpired):
        await scene.answers.again(asker(), "k" * 12)


async def test_another_reader_gets_an_answer_in_their_language(scene) -> None:
    """A copy of an English answer is in Chinese for whoever runs Discord in Chinese."""
    key = (await scene.search("wind power")).state.key
    other = asker(user_id=6, locale="zh-TW")
    assert (await scene.answers.again(other, key)).state.language == "zh-TW"
    assert (await scene.answers.again(asker(locale="zh-TW"), key)).state.language == "en-US"
    assert await scene.answers.owns(asker(), key)
    assert not await scene.answers.owns(other, key)


async def test_without_user_keys_nobody_owns_an_answer() -> None:
    """Where no user keys are kept, one person is not taken for another, and an answer keeps its language."""
    scene = Scene(keep_users=False)
    key = (await scene.search("誰發明了電話")).state.key
    assert not await scene.answers.owns(asker(), key)
    assert (await scene.answers.again(asker(), key)).state.language == "zh-TW"
    assert scene.log.rows[0].user_key is None


async def test_words_around_a_name_decide_the_language(scene) -> None:
    """A bare name says nothing about its reader; a Chinese question does."""
    for said, language in ((None, "en-US"), ("詹天佑是誰", "zh-TW")):
        answer = await scene.answers.ask(asker(), Question(kind="who", text="詹天佑", said=said))
        assert answer.state.language == language


async def test_completions_are_not_logged(scene) -> None:
    """Keystrokes leave no trace."""
    assert [ref.id for ref in await scene.answers.completions.titles(asker(way_in=WayIn.AUTOCOMPLETE), "part 2")] == [
        "a2"
    ]
    assert [c.name for c in await scene.answers.completions.names(asker(way_in=WayIn.AUTOCOMPLETE), "Q")] == [
        "Mira Quill"
    ]
    assert scene.log.rows == scene.log.events == []


async def test_an_unknown_length_is_medium(scene) -> None:
    """Whatever Discord delivers as an option is taken."""
    for length, named in (("short", "short"), ("long", "long"), ("endless", "medium")):
        answer = await scene.answers.ask(asker(), Question(kind="summary", text="harbours", length=length))
        assert answer.state.max_chars == LENGTH_CHARS[named]


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [("search", "who wrote Wind farms, part 3?", "a3"), ("who", "Harbour Office", "Harbour Office")],
)
async def test_what_an_answer_tells_beside_its_hits_comes_back(scene, kind, text, told) -> None:
    """Who wrote an article, or that a name has no card, stands there again after paging, and where it is shared."""
    answer = await scene.answers.ask(asker(), Question(kind=kind, text=text, private=True))
    again = await scene.answers.again(asker(), answer.state.key)
    shared = await scene.answers.share(asker(), answer.state.key)
    later = await scene.answers.again(asker(), shared.state.key)
    for each in (answer, again, shared, later):
        assert (each.origin.id if each.origin else each.unknown) == told
        assert (each.state.kind, each.state.question) == ("search", answer.state.question)
