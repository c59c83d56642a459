"""The closed word lists that the who-is rules read, as ``words.txt`` holds them."""

from pathlib import Path

from corpus.word_lists import word_lists

LISTS = word_lists(Path(__file__).with_suffix(".txt"))
SURNAMES = frozenset("".join(LISTS["surnames"]))
SURNAMES_OF_WORDS = frozenset("".join(LISTS["surnames_of_words"]))
COMPOUND_SURNAMES = frozenset(LISTS["compound_surnames"])
TRANSLITERATION = frozenset("".join(LISTS["transliteration"]))
GIVEN_NAMES = frozenset(LISTS["given_names"])
NOT_IN_NAMES = frozenset(LISTS["not_in_names"])
ADJECTIVES = frozenset(LISTS["adjectives"])
GIVEN_WORDS = frozenset(LISTS["given_words"])
NO_SURNAMES = frozenset(LISTS["no_surnames"])
ORGANISATION_WORDS = frozenset(LISTS["organisation_words"])
ORGANISATIONS = frozenset(name.replace("_", " ") for name in LISTS["organisations"])
SHORT_NAMES = dict(pair.split("=") for pair in LISTS["short_names"])
ORGANISATION_HEADS = frozenset(LISTS["organisation_heads"])
NUMBERED = frozenset(LISTS["numbered"])
TITLES_IN_NAMES = frozenset(LISTS["titles_in_names"])
PRODUCTS = frozenset(name.replace("_", " ") for name in LISTS["products"])
PRODUCT_WORDS = frozenset(LISTS["product_words"])
GENERIC = frozenset(LISTS["generic"])
COMMON = frozenset(LISTS["common"])
MODIFIERS = frozenset(LISTS["modifiers"])
COUNTRIES = frozenset(LISTS["countries"])
PLACES = COUNTRIES | frozenset(LISTS["places"])
CUE_VERBS = frozenset(LISTS["cue_verbs"])
