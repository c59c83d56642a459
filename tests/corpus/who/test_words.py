"""The closed word lists."""

from corpus.analysis.folding import fold
from corpus.who.words import COUNTRIES, LISTS, PLACES, SURNAMES


def test_the_lists_are_as_the_rules_read_them() -> None:
    """Every list holds something, once, and is folded but for what questions say; a country is a place."""
    for name, words in LISTS.items():
        assert words, name
        assert len(words) == len(set(words)), name
        assert name.startswith("asked_") or all(fold(word).text == word.lower() for word in words), name
    assert all(len(character) == 1 for character in SURNAMES)
    assert COUNTRIES < PLACES
