"""The card of somebody or something as a message."""

import pytest

from bot.messages import words_in
from bot.render.who import no_match_layout, profile_layout, several_layout
from bot.services.requests import LANGUAGES
from corpus import Candidate, Choices, Event, Evidence, Fact, NoMatch, Profile, Role, Several
from tests.bot.fakes import answer_state, article
from tests.bot.render.checks import buttons, texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_states_facts_and_dates(language) -> None:
    """A fact that is quoted names its quotation, another has its line, and dates stand in order with their articles."""
    one, words = article(), words_in(language)
    profile = Profile(
        name="Quill Works",
        kind="organisation",
        aliases=(),
        roles=(),
        evidence=(Evidence(text="Founded in 1990.", article=one, start=0, end=16),),
        related=(),
        articles=(one,),
        facts=(
            Fact(kind="founding", text="Founded in 1990", article=one, start=0, end=15),
            Fact(kind="money", text="raised a million", article=one, start=20, end=36),
        ),
        events=(
            Event(date="1990", text="Founded in 1990", article=one, start=0, end=15),
            Event(date="2011-05", text="raised it", article=one, start=20, end=29),
        ),
    )
    shown = texts(profile_layout(answer_state(kind="who"), profile, words))
    assert f"**{words('fact-founding')}**\n> Founded in 1990." in shown
    assert f"**{words('fact-money')}** raised a million\n-# Wind farms, part 1" in shown
    assert shown.index(words("who-timeline")) < shown.index("**1990** Founded") < shown.index("**2011-05** raised it")


def test_what_the_timeline_says_is_said_once() -> None:
    """A fact that a dated line holds has no line of its own."""
    one = article()
    said = "In 1990 Quill Works was founded"
    profile = Profile(
        name="Quill Works",
        kind="organisation",
        aliases=(),
        roles=(),
        evidence=(),
        related=(),
        articles=(one,),
        facts=(Fact(kind="founding", text=said[8:], article=one, start=8, end=31),),
        events=(Event(date="1990", text=said, article=one, start=0, end=31),),
    )
    assert texts(profile_layout(answer_state(kind="who"), profile, words_in("en-US"))).count("was founded") == 1


def test_roles_of_one_source_share_its_line() -> None:
    """A source stands once below the roles in a row that it states, and each of two sources below its own."""
    one, other = article(1), article(2)
    profile = Profile(
        name="Ada Quill",
        kind="person",
        aliases=(),
        roles=tuple(
            Role(text=each, article=of) for each, of in (("founder", one), ("chief engineer", one), ("mayor", other))
        ),
        evidence=(),
        related=(),
        articles=(one, other),
    )
    shown = texts(profile_layout(answer_state(kind="who"), profile, words_in("en-US")))
    first, second = (shown.count(f"\n-# {each.title}") for each in (one, other))
    assert (first, second) == (1, 1)
    assert shown.index("founder\n- chief engineer\n-# ") < shown.index("- mayor\n-# ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_names_nobody(language) -> None:
    """Nobody's name is repeated back, and what can be asked for is said."""
    words = words_in(language)
    shown = texts(no_match_layout(answer_state(kind="who"), NoMatch(asked=""), words))
    assert words("who-no-name") in shown
    assert words("who-known") in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_several_may_bear(language) -> None:
    """The doubt stands below the roles that it is about."""
    one, words = article(), words_in(language)
    profile = Profile(
        name="Mira Quill",
        kind="person",
        aliases=(),
        roles=(Role(text="engineer of pumps", article=one),),
        evidence=(),
        related=(),
        articles=(one,),
        namesakes=True,
    )
    shown = texts(profile_layout(answer_state(kind="who"), profile, words))
    assert shown.index("engineer of pumps") < shown.index(words("who-namesakes"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_several_each_is_named(language) -> None:
    """A name that many bear is asked back among the others, and one that nobody bears is said to be nobody's."""
    words = words_in(language)
    many = Choices(
        asked="Quill", candidates=(Candidate(name="Mira Quill", kind="person", hint="engineer"),), near=False
    )
    several = Several(asked="Quill and Vane", answers=(many, NoMatch(asked="Vane")))
    layout = several_layout(answer_state(kind="who"), several, words)
    assert texts(layout).startswith(words("who-choices", name="Quill"))
    assert "**Mira Quill** · engineer" in texts(layout)
    assert words("who-nobody", name="Vane") in texts(layout)
    assert buttons(layout) == ["Mira Quill"]
