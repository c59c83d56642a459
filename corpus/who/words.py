"""The closed word lists that the who-is rules read, as ``words.txt`` holds them."""

import re
from pathlib import Path

_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


def _lists() -> dict[str, tuple[str, ...]]:
    text = re.sub("^#.*", "", Path(__file__).with_suffix(".txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    _, *parts = _HEADING.split(text)
    return {name: tuple(words.split()) for name, words in zip(parts[::2], parts[1::2], strict=True)}


LISTS = _lists()
SURNAMES = frozenset("".join(LISTS["surnames"]))
COMPOUND_SURNAMES = frozenset(LISTS["compound_surnames"])
TRANSLITERATION = frozenset("".join(LISTS["transliteration"]))
GIVEN_NAMES = frozenset(LISTS["given_names"])
NOT_IN_NAMES = frozenset(LISTS["not_in_names"])
ADJECTIVES = frozenset(LISTS["adjectives"])
ORGANISATION_WORDS = frozenset(LISTS["organisation_words"])
ORGANISATION_HEADS = frozenset(LISTS["organisation_heads"])
PRODUCT_WORDS = frozenset(LISTS["product_words"])
GENERIC = frozenset(LISTS["generic"])
COMMON = frozenset(LISTS["common"])
MODIFIERS = frozenset(LISTS["modifiers"])
COUNTRIES = frozenset(LISTS["countries"])
PLACES = COUNTRIES | frozenset(LISTS["places"])
CUE_VERBS = frozenset(LISTS["cue_verbs"])
