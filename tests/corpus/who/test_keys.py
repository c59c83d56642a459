"""Keys that names are looked up by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from corpus.who.keys import KEY_CHARS, name_key, name_parts, near_keys, readings, sounds, surname_length

LETTERS = st.text("abcdeé秦望山", min_size=5, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"), [("Tové  Almgrén", "tove almgren"), ("貝娜·卡迪克", "贝娜卡迪克"), ("Ｂrenna", "brenna")]
)
def test_spellings_with_one_key(one: str, other: str) -> None:
    """Case, width, script, accents, spaces and interpuncts make no difference."""
    assert name_key(one) == name_key(other)


def test_a_key_is_short_whatever_comes_in() -> None:
    """A name of any length costs no more than the longest real one."""
    assert len(name_key("a" * 100_000)) <= 4 * KEY_CHARS


@pytest.mark.parametrize(("key", "length"), [("秦望", 1), ("欧阳牧云", 2), ("望秦", 0), ("秦望望望", 0), ("vane", 0)])
def test_surnames(key: str, length: int) -> None:
    """One character, or two of a compound surname; none in what is no Chinese name."""
    assert surname_length(key) == length


def test_readings_put_the_surname_first_and_last() -> None:
    """Both orders, with the reading that a character has as a surname."""
    assert readings("曾望山")[:2] == ("zengwangshan", "wangshanzeng")
    assert readings("vane") == ()


def test_readings_hold_other_romanisations() -> None:
    """Wade-Giles as in Taiwan, and surnames as they are written in Hong Kong and abroad."""
    assert {"tsengwangshan", "wangshantsang"} <= set(readings("曾望山"))
    assert {"xuzhiwang", "hsuchihwang"} <= set(readings("徐志望"))
    assert "wangzhoulee" in readings("李望舟")


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("Joris van Vane", ("vane", "joris")),
        ("贝娜·卡迪克", ("卡迪克", "贝娜")),
        ("秦望山", ("秦", "望山")),
        ("欧阳牧云", ("欧阳", "牧云")),
        ("Vane", ()),
    ],
)
def test_parts_of_a_name(form: str, parts: tuple[str, ...]) -> None:
    """Surname and given name, where a form shows them apart."""
    assert name_parts(form) == parts


@given(LETTERS, LETTERS)
def test_one_edit_apart_means_a_key_in_common(one: str, other: str) -> None:
    """No spelling within one edit is missed, so that only few need to be compared."""
    one, other = name_key(one), name_key(other)
    if len(one) >= 5 and len(other) >= 5 and OSA.distance(one, other) <= 1:
        assert set(near_keys(one)) & set(near_keys(other))


def test_names_too_short_to_be_misspelt_have_no_near_keys() -> None:
    """A change of one in two characters makes another name."""
    assert not list(near_keys("秦望"))
    assert not list(near_keys("vane"))


@pytest.mark.parametrize(("han", "latin"), [("斯特兰德", "strand"), ("弗里德曼", "friedman"), ("克林特", "klint")])
def test_the_same_consonants_in_both_scripts(han: str, latin: str) -> None:
    """A transliteration often keeps the consonants, and then a choice can be offered."""
    assert set(sounds(han)) & set(sounds(latin))


@pytest.mark.parametrize("key", ["秦朗清", "oda", "ümlaut", ""])
def test_no_consonants_to_go_by(key: str) -> None:
    """A Chinese name, one of too few consonants, and other letters have none."""
    assert not any(len(sound) > 2 for sound in sounds(key))
