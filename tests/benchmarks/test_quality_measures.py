"""Every measure by hand-computed figures over invented answers."""

import math

import pytest

from benchmarks.quality_measures import (
    Answer,
    Card,
    carries,
    extraction_figures,
    fact_coverage,
    folded,
    found_half,
    is_card_of,
    is_simplified,
    message_figures,
    owners_of,
    question_figures,
    stands_in,
    states_role,
)

OWNERS = owners_of([("Ada Lindqvist", ["Ada Lindqvist", "林艾达"]), ("Orrin Labs", ["Orrin Labs"])])


def answered(*articles: str, snippets: tuple[str, ...] = ()) -> Answer:
    return Answer(articles=articles, snippets=snippets)


def card(*forms: str, kind: str = "person") -> Card:
    return Card(kind=kind, forms=forms)


def test_folding_forgets_script_case_width_and_punctuation() -> None:
    """What reads the same is the same, and nothing else is."""
    assert folded("「風力」 Ｔurbine-7！") == folded("风力 turbine 7") == "风力turbine7"
    assert folded("风力") != folded("水力")


def test_a_script_is_told_by_characters_of_traditional_writing() -> None:
    """Text in characters that both scripts share counts as Simplified."""
    assert is_simplified("风车在山上")
    assert not is_simplified("風車在山上")


@pytest.mark.parametrize(
    ("shown", "clause", "read"),
    [
        ("昨天，水磨坊在河邊轉動了一天。", "水磨坊在河边转动", True),
        ("昨天，水磨坊在河邊 … 了一天。", "水磨坊在河边转动", False),
        ("any text", "", False),
    ],
)
def test_a_clause_counts_only_when_it_can_be_read_whole(shown: str, clause: str, read: bool) -> None:
    """Half of a clause is no answer, and an empty one never is."""
    assert carries(shown, [clause]) is read


def test_any_one_clause_will_do() -> None:
    """Of several clauses that answer, one is enough."""
    assert carries("the mill turned", ["the wheel broke", "mill turned"])


def test_a_form_stands_in_a_text_as_a_word() -> None:
    """A Latin name inside a longer word is not there; a Chinese one needs no space."""
    assert stands_in("Orrin", "in Orrin's house")
    assert not stands_in("Orrin", "the Orrington road")
    assert stands_in("林艾达", "工程师林艾达说")


@pytest.mark.parametrize(
    ("articles", "first", "five", "reciprocal"),
    [
        (["a", "b"], 1, 1, 1),
        (["b", "c", "a"], 0, 1, 1 / 3),
        (["b", "c", "d", "e", "f", "a"], 0, 0, 1 / 6),
        ([*"bcdefghijk", "a"], 0, 0, 0),
        ([], 0, 0, 0),
    ],
)
def test_ranks_of_a_question(articles: list[str], first: float, five: float, reciprocal: float) -> None:
    """R@1 and R@5 are all or nothing; MRR is one over the rank, up to ten."""
    figures = question_figures(answered(*articles), frozenset({"a", "z"}), ["clause"])
    assert (figures["R@1"], figures["R@5"], figures["MRR"]) == (first, five, reciprocal)


@pytest.mark.parametrize(
    ("snippets", "first", "three"),
    [
        (("the answer is seven", "x"), 1, 1),
        (("x", "y", "The answer: is seven."), 0, 1),
        (("x", "y", "z", "the answer is seven"), 0, 0),
        (("x" * 190 + "the answer is seven",), 0, 0),
        ((), 0, 0),
    ],
)
def test_snippets_of_a_question(snippets: tuple[str, ...], first: float, three: float) -> None:
    """Three snippets are read, and 200 characters of each."""
    figures = question_figures(answered("a", snippets=snippets), frozenset("a"), ["answer is seven"])
    assert (figures["answer in snippet 1"], figures["in snippets 1-3"]) == (first, three)


def test_coverage_of_ranked_facts() -> None:
    """Facts of rank 1, 2 and 3 weigh 1, 1/log2(3) and 1/2; the summary states the first and the third."""
    ranked = [(1, ["mill turns"]), (2, ["dam holds"]), (3, ["wheel breaks", "axle breaks"])]
    covered = fact_coverage("The mill turns. The axle breaks.", ranked)
    assert covered == pytest.approx(1.5 / (1.5 + 1 / math.log2(3)))
    assert fact_coverage("", ranked) == 0


@pytest.mark.parametrize(
    ("routed", "kind", "both"),
    [
        (("who", "Ada?"), 1, 1),
        (("who", "ada"), 1, 1),
        (("who", "is Ada"), 1, 0),
        (("search", "Ada"), 0, 0),
    ],
)
def test_routing_of_a_message(routed: tuple[str, str], kind: float, both: float) -> None:
    """Kind and argument count apart; final punctuation and case do not count."""
    assert message_figures(routed, "who", "Ada") == {"kind": kind, "kind and argument": both}


def test_precision_recall_and_f1_of_names() -> None:
    """Two of three cards are names, of one person twice; one of two persons is reached."""
    owners = owners_of([("Ada Lindqvist", ["Ada Lindqvist", "林艾达"]), ("Bo Ek", ["Bo Ek"])])
    cards = [card("Ada Lindqvist"), card("林艾達"), card("Windmill")]
    figures = extraction_figures(cards, owners, ["Ada Lindqvist", "Bo Ek"])
    assert figures == pytest.approx({"precision": 2 / 3, "recall": 1 / 2, "F1": 4 / 7})
    assert extraction_figures([], owners, ["Bo Ek"]) == {"precision": 0, "recall": 0, "F1": 0}


def test_a_found_name_counts_in_one_half() -> None:
    """A judged name stands in its own half, and what is none in always the same one, whatever its script."""
    halves = {"Ada Lindqvist": "half kept aside", "Orrin Labs": "tuning half"}
    assert found_half(card("林艾達"), OWNERS, halves) == "half kept aside"
    assert found_half(card("ORRIN LABS"), OWNERS, halves) == "tuning half"
    strays = [f"Stray {number}" for number in range(100)]
    sides = [found_half(card(stray), OWNERS, halves) for stray in strays]
    assert 30 < sides.count("tuning half") < 70
    assert sides == [found_half(card(stray.upper()), OWNERS, halves) for stray in strays]


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        (card("林艾達", "A. Lindqvist"), True),
        (card("林艾达", kind="organisation"), False),
        (card("林艾达", "Orrin Labs"), False),
        (card("somebody else"), False),
        (None, False),
    ],
)
def test_a_card_is_right_for_one_name_alone(shown: Card | None, right: bool) -> None:
    """A card of another kind, of two judged names or of none is a wrong answer."""
    assert is_card_of(shown, "Ada Lindqvist", "person", OWNERS) is right


@pytest.mark.parametrize(
    ("role", "stated"),
    [("磨坊工程師", True), ("奥林磨坊工程师之一", True), ("奥林磨坊首席工程师与河道顾问", False), ("诗人", False)],
)
def test_a_role_is_stated_whole_or_by_half_of_it(role: str, stated: bool) -> None:
    """A shown role holds the judged one, or is at least half of it."""
    assert states_role(["poet", "奥林磨坊工程师"], role) is stated
