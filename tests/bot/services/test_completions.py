"""What is offered while somebody types, and as examples."""

from collections import Counter

import pytest

from bot.errors import NotAdmitted
from bot.services.completions import Completions, Examples
from bot.services.gate import Gate
from corpus import NoIndex
from tests.bot.fakes import HOME, STRANGE, FakeHost, FakeMembership, FakeState, asker


@pytest.fixture
def completions() -> Completions:
    """Return completions over the made-up wind farms."""
    gate = Gate((HOME,), "members", FakeState(), FakeMembership())
    return Completions(gate=gate, host=FakeHost(), popular=Counter())


async def test_the_popular_come_first_where_nothing_is_typed(completions: Completions) -> None:
    """What answers most stands first; once something is typed, the words decide; what is gone is left out."""
    completions.popular.update(["a3", "a3", "a5", "gone"])
    assert [ref.id for ref in await completions.titles(asker(), "")][:3] == ["a3", "a5", "a1"]
    assert [ref.id for ref in await completions.titles(asker(), "part 2")] == ["a2"]


async def test_questions_are_names_and_titles(completions: Completions) -> None:
    """Each stands once."""
    found = await completions.questions(asker(), "")
    assert found[:2] == ["Mira Quill", "Wind farms, part 1"]
    assert len(found) == len(set(found)) <= 25


async def test_values_of_a_field(completions: Completions) -> None:
    """Sources and authors come from the articles."""
    assert await completions.values("source", asker(), "harb") == ["Harbour Weekly"]
    assert await completions.values("author", asker(), "nobody") == []


async def test_strangers_are_offered_nothing(completions: Completions) -> None:
    """Every completion would tell of the articles."""
    stranger = asker(server_id=STRANGE)
    for offered in (
        completions.titles(stranger, ""),
        completions.names(stranger, ""),
        completions.questions(stranger, ""),
        completions.values("source", stranger, ""),
    ):
        with pytest.raises(NotAdmitted):
            await offered


async def test_examples_are_of_the_articles(completions: Completions) -> None:
    """Titles and names that are there; nothing where there is no index."""
    found = await completions.examples("en-US")
    assert found.title == "Wind farms, part 1"
    assert found.name == "Mira Quill"

    async def fail(_):
        raise NoIndex(completions.host)

    completions.host.call = fail
    assert await completions.examples("zh-CN") == Examples()
