"""What a text is told by when copies of it are looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.folding import fold
from corpus.reading.fingerprint import BAND_BYTES, BANDS, Fingerprint, fingerprint, first_words, shingles


def test_words_are_single_han_characters_and_whole_words_of_other_scripts() -> None:
    """Script, width, case and punctuation make no difference."""
    folded = fold("開源ＡＩ模型，GPT4 is OPEN！").text
    assert first_words(folded, 99) == [
        "开",
        "源",
        "ai",
        "模",
        "型",
        "gpt4",
        "is",
        "open",
    ]


def test_shingles_are_runs_of_five_words() -> None:
    """A shorter text is one."""
    assert list(shingles(["a", "b", "c", "d", "e", "f"])) == ["a b c d e", "b c d e f"]
    assert list(shingles(["a"])) == ["a"]


def test_the_same_words_have_the_same_fingerprint_everywhere() -> None:
    """In every process and on every machine: it is kept in the cache."""
    text = "小镇的报纸印得很慢，每个星期天才出一期。"
    assert fingerprint(text) == fingerprint("小鎮的報紙印得很慢,每個星期天才出一期.")
    assert fingerprint(text).digest.hex() == "524db1ced18dffe4f484d5e7dae4b58b"
    assert fingerprint(text).bands[:8].hex() == "969127574c426f65"


def test_near_texts_share_bands_and_others_none() -> None:
    """What differs in a word of many meets; what has nothing in common does not."""
    text = "".join(chr(0x4E00 + number * 7 % 5_000) for number in range(400))
    near, other = text[:200] + "某" + text[200:], text[::-1]

    def shared(one: str, two: str) -> int:
        bands = [
            {mark.bands[at : at + BAND_BYTES] for at in range(0, BANDS * BAND_BYTES, BAND_BYTES)}
            for mark in (fingerprint(one), fingerprint(two))
        ]
        return len(bands[0] & bands[1])

    assert shared(text, near) > BANDS / 2
    assert shared(text, other) == 0


@given(st.text())
def test_any_text_has_one(text: str) -> None:
    """Also an empty one, and one of halves of surrogate pairs."""
    mark = fingerprint(text)
    with pytest.raises(ValueError):
        Fingerprint(digest=mark.digest[1:], bands=mark.bands)
