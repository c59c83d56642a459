"""What a new build changed for what people ask: first answers that were lost, gained, or are another now."""

import json
from dataclasses import asdict

from bot.services.compare import Comparison, compare, comparison_of, first_answer
from bot.services.ports import AskedQuestion
from corpus import Filters, NoMatch, SearchResults
from tests.bot.fakes import FakeLibrary, article


def asked(text: str, **changes: object) -> AskedQuestion:
    """Return a question."""
    given = {"kind": "search", "filters": Filters(), "times": 1, "last_ms": 0, "shown": True}
    return AskedQuestion(id=1, text=text, **{**given, **changes})


class OtherLibrary(FakeLibrary):
    """Another build: it finds what was not found, loses lighthouses, knows nobody, and puts a new article first."""

    build = "b2"

    def search(self, question, limit=10, filters=None) -> SearchResults:
        if "lighthouse" in question:
            return super().search("nothing", limit, filters)
        if "new" in question:
            self.articles.insert(0, article(99))
        return super().search(question.replace("nothing", ""), limit, filters)

    def who(self, query) -> NoMatch:
        return NoMatch(asked=query)


def test_each_kind_of_change_is_told_and_losses_come_first() -> None:
    """What stayed is left out; within a kind the most frequent come first."""
    questions = [
        asked("wind power"),
        asked("nothing of wind"),
        asked("lighthouse"),
        asked("lighthouse keepers", times=9),
        asked("Mira Quill", kind="who"),
        asked("what is new", times=50),
    ]
    found = compare(FakeLibrary(), OtherLibrary(), questions)
    assert (found.before, found.after, found.asked, found.hidden) == ("b1", "b2", 6, 0)
    assert [(change.kind, change.question) for change in found.changes] == [
        ("lost", "lighthouse keepers"),
        ("lost", "lighthouse"),
        ("lost", "Mira Quill"),
        ("gained", "nothing of wind"),
        ("changed", "what is new"),
    ]
    lost, gained, changed = (found.changes[place] for place in (2, 3, 4))
    assert (lost.before.about, lost.after) == ("Mira Quill", None)
    assert (gained.before, gained.after.about) == (None, "Wind farms, part 1")
    assert (changed.before.id, changed.after.id) == ("a1", "a99")
    assert found.count("lost") == 3


def test_the_same_article_in_other_words_is_a_change_too() -> None:
    """Somebody who mended a figure in an article sees it here."""
    old, new = FakeLibrary(), FakeLibrary()
    new.articles = [article(number, text="The second turbine turned in May, and fed us.") for number in (1, 2)]
    found = compare(old, new, [asked("wind", kind="summary"), asked("wind")])
    assert [(change.kind, change.question) for change in found.changes] == [("reworded", "wind")]


def test_what_may_not_be_read_is_only_counted() -> None:
    """A private question that changed has no words here."""
    found = compare(FakeLibrary(), OtherLibrary(), [asked("lighthouse", shown=False), asked("wind", shown=False)])
    assert (found.asked, found.hidden, found.changes) == (2, 1, ())


def test_a_comparison_ends_when_it_is_told() -> None:
    """A large index and a long log do not keep an admin waiting for ever."""
    left = iter([False, False, True])
    found = compare(FakeLibrary(), OtherLibrary(), [asked("lighthouse")] * 9, enough=lambda: next(left))
    assert (found.asked, len(found.changes)) == (2, 2)


def test_first_answers_of_every_kind() -> None:
    """An article, a card, choices, a summary of a title or a topic, or none."""
    library = FakeLibrary()
    assert first_answer(library, asked("wind")).id == "a1"
    assert first_answer(library, asked("Mira Quill", kind="who")).text == "editor of Harbour Weekly"
    assert first_answer(library, asked("Oak", kind="who")).about == "Mira Quill, Tom Oakes"
    assert first_answer(library, asked("Wind farms, part 3", kind="summary")).id == "a1"
    assert first_answer(library, asked("nothing", kind="summary")) is None


def test_a_comparison_survives_json() -> None:
    """What the other process prints is what the bot reads."""
    found = compare(FakeLibrary(), OtherLibrary(), [asked("lighthouse"), asked("what is new")])
    assert comparison_of(json.loads(json.dumps(asdict(found)))) == found
    assert isinstance(found, Comparison)
