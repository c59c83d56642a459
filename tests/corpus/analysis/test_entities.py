"""People and organisations of the dictionary: what its lines give, and what they leave open."""

import pytest

from corpus.analysis.entities import (
    _COMMON,
    _LINE,
    Entity,
    _entities,
    chinese_organisations,
    common_words,
    entities,
    not_people,
    ordinary_words,
    organisations,
)
from corpus.analysis.folding import fold


def read(*lines: str) -> list[Entity]:
    text = "\n".join(lines)
    return [*_entities(_LINE.findall(text), set(_COMMON.findall(text)))]


@pytest.mark.parametrize(
    ("line", "entity"),
    [
        ("潮汐 潮汐 [Chao2 xi1] /Tidewater, Dutch pump company founded in 1901/", ("Tidewater", "organisation")),
        ("潮汐 潮汐 [Chao2 xi1] /Tidewater (brand)/", ("Tidewater", "organisation")),
        ("潮汐 潮汐 [Chao2 xi1] /Tidewater Corporation/", ("Tidewater", "organisation")),
        ("潮汐 潮汐 [Chao2 xi1] /University of Tidewater/", ("University of Tidewater", "organisation")),
        ("潮汐 潮汐 [Chao2 xi1] /Osric Vane (1901-1977), pump designer/", ("Osric Vane", "person")),
        ("潮汐 潮汐 [Chao2 xi1] /Tidewater, city with a university/", ("Tidewater", "")),
        ("潮汐 潮汐 [Chao2 xi1] /Tidewater/TW/", ("Tidewater", "")),
        ("潮汐 潮汐 [Chao2 xi1] /TIDE, pump company founded in 1901/", ("TIDE", "organisation")),
    ],
)
def test_one_name_is_read_with_its_kind(line: str, entity: tuple[str, str]) -> None:
    """The head of the meaning is the name; what it is called in brackets, behind a comma or by itself is its kind."""
    (found,) = read(line)
    assert (found.english, found.kind) == entity


@pytest.mark.parametrize(
    "line",
    [
        "潮汐 潮汐 [chao2 xi1] /Tidewater company/",
        "潮汐 潮汐 [Chao2 xi1] /Tidewater, pump company/Harbour City, a town/",
        "潮汐 潮汐 [Chao2 xi1] /variant of 朝夕/",
        "潮汐T 潮汐T [Chao2 xi1 T] /Tidewater (brand)/",
        "潮汐 潮汐 [Chao2 xi1] /TIDE (stock exchange)/",
    ],
)
def test_what_is_no_name_or_two_is_left_out(line: str) -> None:
    """A reading without a capital is no name's, and of two meanings neither is sure."""
    assert read(line) == []


def test_what_a_person_is_also_called_is_a_name() -> None:
    """An "aka" of a person pairs with the same Chinese name."""
    found = read("潮汐 潮汐 [Chao2 Xi1] /Chao Xi (1901-), aka Jack Tide, pump designer/")
    assert [entity.english for entity in found] == ["Chao Xi", "Jack Tide"]


def test_a_name_that_is_a_word_too_is_not_alone() -> None:
    """In Chinese where another reading has no capital, in English where any meaning uses it or it is a surname."""
    brand = "潮汐 潮汐 [Chao2 xi1] /Macro (brand)/"
    assert [entity.alone for entity in read(brand)] == [(True, True)]
    assert [entity.alone for entity in read(brand, "潮汐 潮汐 [chao2 xi1] /tide/")] == [(False, True)]
    assert [entity.alone for entity in read(brand, "宏 宏宏 [hong2 hong2] /macro (computing)/")] == [(True, False)]
    assert [entity.alone for entity in read(brand[:-1] + "/Macro (surname)/")] == [(False, False)]


def test_the_dictionary_is_read() -> None:
    """Thousands of names, folded; what an organisation alone is called holds both languages."""
    found = entities()
    assert len(found) > 5000
    assert all(fold(entity.chinese).text == entity.chinese for entity in found[::97])
    assert {"丰田", "苹果"}.isdisjoint(organisations())
    assert {"沃尔沃", "volvo"} <= organisations()
    assert "沃尔沃" in chinese_organisations()["沃尔"]


def test_english_words_and_names_of_places() -> None:
    """A word that meanings are told in is common; a place is nobody, and a person is no other thing."""
    assert {"red", "machine", "wall"} <= common_words()
    assert not {"brenhild", "york"} & common_words()
    assert {"new york", "wall street"} <= not_people()
    assert "albert einstein" not in not_people()


def test_ordinary_words_that_pass_for_names() -> None:
    """They are words that jieba flags as names, and places; a name of somebody or of an organisation is none."""
    words = ordinary_words()
    assert {"大佬", "明星", "普鲁士", "马尼拉"} <= words
    assert not words & {"大学", "好", "谷歌", "鲁迅", "司马懿", "北京"}
