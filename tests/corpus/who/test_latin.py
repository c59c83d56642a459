"""Where names of capitalised words begin and end, and which look like a person's. The names are made up."""

import pytest

from corpus.who.latin import is_person_shaped

from .test_candidates import said


@pytest.mark.parametrize(
    ("name", "shaped"),
    [
        ("Tove Almgren", True),
        ("Tove A. Almgren", True),
        ("Joris van der Meulen", True),
        ("Tove", False),
        ("Tidewater Labs", False),
        ("Brine 2", False),
        ("USB Port", False),
    ],
)
def test_the_shape_of_a_latin_name(name: str, shaped: bool) -> None:
    """Two or three capitalised words, with an initial or particles, without words of organisations and products."""
    assert is_person_shaped(name) is shaped


@pytest.mark.parametrize("surname", ["Mason", "Hunter", "Baker", "Bishop", "Master"])
def test_a_surname_that_is_an_occupation_stays_with_the_name(surname: str) -> None:
    """Small letters make it an occupation."""
    assert said(f"Rosa {surname} Orme said so.")[f"Rosa {surname} Orme"]["person"] >= 3


def test_members_in_the_name_of_their_association_do_not_end_it() -> None:
    """Farmers are people, but here it is the union that is named."""
    assert "Dorset Farmers Union" in said("The Dorset Farmers Union’s tent stood in Rye.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rosa Orme OBE, the founder, died.", "Rosa Orme"),
        ("Brenhild Oake FRS, the founder, died.", "Brenhild Oake"),
        ("Rosa Orme III is the owner.", "Rosa Orme III"),
        ("Dame Brenhild Oake said so.", "Brenhild Oake"),
        ("Apologies: Cllr Oake.", "Oake"),
        ("The Rev Brenhild Oake prayed.", "Brenhild Oake"),
        ("Photo by Rosa Orme May 2021", "Rosa Orme"),
        ("Posted by Rosa Orme Monday", "Rosa Orme"),
        ("Planning officer Rosa Orme Date 3 September", "Rosa Orme"),
        ("Rosa Orme May said so.", "Rosa Orme May"),
        ("Harold Dean Orme said so.", "Harold Dean Orme"),
        ("Dean Orme said so.", "Dean Orme"),
        ("Dean Rosa Orme said so.", "Rosa Orme"),
        ("Martin Luther King spoke.", "Martin Luther King"),
    ],
)
def test_where_a_latin_name_begins_and_ends(text: str, name: str) -> None:
    """Letters, dates and forms of address are no part of it; a title that is a name as well may be."""
    assert [form for form, weights in said(text).items() if weights["person"] >= 3] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "How an Indie Developer Turned His Game Around",
        "Network Developer Session",
        "The President Speaks Out",
        "Chair RBA",
    ],
)
def test_an_ordinary_word_behind_a_title_is_nobody(text: str) -> None:
    """As in headlines; nor are capitals."""
    assert all(weights["person"] < 3 for weights in said(text).values())


@pytest.mark.parametrize(("text", "name"), [("Cllr Prior came.", "Prior"), ("Coach Wood said so.", "Wood")])
def test_who_is_addressed_or_says_something_is_somebody(text: str, name: str) -> None:
    """Surnames may be ordinary words."""
    assert said(text)[name]["person"] >= 3
