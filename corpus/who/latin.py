"""Runs of capitalised words that may be names: where one begins and ends, and what its words say for each kind.

What must not live here: what stands around a name (:mod:`corpus.who.candidates`), but for signs that it is a person's.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

from corpus.analysis import entities
from corpus.results import Span
from corpus.who import lexicon, words
from corpus.who.mentions import STRONG, Candidate

LATIN = "A-Za-z\u00c0-\u024f"
_WORD = rf"[A-Z\u00c0-\u00de][{LATIN}0-9'’]*(?:[-.][{LATIN}0-9]+)*"
_PARTICLES = r"(?:(?:de|van|von|der|den|da|di|del|la|le|bin|ibn|al) ){0,2}"
_LATIN_RUN = re.compile(rf"(?<![{LATIN}0-9@#/.-]){_WORD}\.?(?: {_PARTICLES}{_WORD}\.?){{0,5}}")
_HEADED = re.compile(
    rf"(?:University|Institute|Bank|Ministry|Department|School|College|Academy|Museum|Council|Board|Church|Bureau) "
    rf"(?:of|for) (?:the )?{_WORD}(?: {_WORD}){{0,2}}"
)
_SPACELESS = re.compile(r"\S+")
_TAIL = re.compile(r"['’]s?$|\.$")
_PERSON_SHAPE = re.compile(rf"{_WORD}(?: [A-Z]\.)?(?: {_PARTICLES}{_WORD}){{1,2}}")
_NUMERAL = re.compile("[IV]+")  # of somebody whose father bears the name
_SAINTS = frozenset(["St.", "Mt.", "Ft."])
_COMMON = words.ORGANISATION_WORDS | words.PRODUCT_WORDS


def latin_names(cased: str) -> Iterator[Candidate]:
    """Yield runs of capitalised words, cut at titles, at words that begin sentences and after a possessive."""
    for headed in _HEADED.finditer(cased):
        yield Candidate(headed.start(), headed.end(), headed[0], organisation=STRONG)
    for run in _LATIN_RUN.finditer(cased):
        start = end = 0
        for word in _SPACELESS.finditer(run[0]):
            bare = _TAIL.sub("", word[0])
            cut = _is_cut(cased, run, word, (start, end))
            end = end if cut else word.start() + len(bare)
            if cut or (bare != word[0] and len(bare) > 1 and word[0] not in _SAINTS):
                if end > start:
                    yield _latin_candidate(run.start() + start, run[0][start:end])
                start = end = word.end() + 1
        if end > start:
            yield _latin_candidate(run.start() + start, run[0][start:end])


def _is_cut(cased: str, run: re.Match[str], word: re.Match[str], before: Span) -> bool:
    """Whether a word is no part of a name: it begins the sentence, is a title, or letters or a date behind a name.

    ``before`` are the words of the run that may be a name with it.
    """
    bare = _TAIL.sub("", word[0])
    lower, held, rest = bare.lower(), run[0][slice(*before)], run[0][word.end() :]
    place = run.start() + word.start()
    named = run[0].count(" ", 0, word.start()) > 1  # two words at least
    if lower.endswith("-based") or (named and lexicon.AFTER_NAME.match(cased, place)):
        return True
    opens = not held and (lower not in words.ADJECTIVES or _opens_sentence(cased, place))
    if opens and lower.partition("'")[0] in words.NOT_IN_NAMES:
        return True
    if not lexicon.TITLE.fullmatch(bare):
        return False
    if not held:
        return lower not in words.GIVEN_NAMES or len(rest.split()) != 1  # Dean Hale, but Dean Rebecca Hale
    last = bare != word[0] or not rest
    if words.GIVEN_NAMES.issuperset(held.lower().split()) and (last or lower in words.TITLES_IN_NAMES):
        return False
    # Dorset Farmers Union
    return not lower.endswith("s") or words.ORGANISATION_WORDS.isdisjoint(re.findall(r"\w+", rest.lower()))


def _opens_sentence(cased: str, start: int) -> bool:
    return not cased[max(0, start - 2) : start].strip(" \n") or cased[start - 2] in ".!?:"


def _latin_candidate(start: int, name: str) -> Candidate:
    candidate = Candidate(start, start + len(name), name)
    first, *others = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode().split(" ")
    kinds = words.ORGANISATION_WORDS
    given = first.partition("-")[0]
    if others and first not in kinds and (others[-1] in kinds or first in words.ORGANISATION_HEADS):
        candidate.organisation += STRONG
    elif is_person_shaped(name) and given in words.GIVEN_NAMES:
        candidate.person += STRONG
    return candidate


def is_person_shaped(name: str) -> bool:
    """Whether Latin words look like a first and a last name."""
    parts = name.split(" ")
    plain = not any(
        part.lower() in _COMMON or (part.isupper() and len(part) > 2 and not _NUMERAL.fullmatch(part)) for part in parts
    )
    plain = plain and parts[0].lower() not in entities.organisations() and parts[-1].lower() not in words.NO_SURNAMES
    return plain and _PERSON_SHAPE.fullmatch(name) is not None and not lexicon.TITLE.fullmatch(name)


@functools.lru_cache(maxsize=16_384)
def may_be_anybodys(form: str) -> bool:
    """Whether Latin words may be a name though no given name is known in them: no common word first, and no place."""
    key = form.lower()
    first = key.partition(" ")[0]
    common = first in entities.common_words() and first not in words.GIVEN_WORDS
    return (
        not common
        and first not in words.PLACES
        and key not in entities.not_people()
        and form not in words.ORGANISATIONS
    )


def counts(form: str) -> bool:
    """Whether a number behind Latin words counts, dates or measures: Room 12, Season 3."""
    last = form.rpartition(" ")[2].lower()
    return (last in entities.common_words() or last in words.NOT_IN_NAMES) and last not in words.NUMBERED


def says_person(cased: str, candidate: Candidate, before: str) -> bool:
    """Whether one sign around a Latin name is enough for a person."""
    end = lexicon.past_letters(cased, candidate.end)
    after = any(sign.match(cased, end) for sign in (lexicon.PERSON_AFTER, lexicon.STATED_EN, lexicon.OFFICE_VERB))
    return after or lexicon.PERSON_BEFORE.search(before) is not None


def title_worth(cased: str, candidate: Candidate, before: str) -> float:
    """Return what a title in front of Latin words says for a person: less before a word that is an ordinary one.

    Such stand behind titles in headlines (Network Developer Session), unless they are addressed or say something.
    """
    form = candidate.form
    if " " not in form and form.isupper():
        return 0.0  # Secretary RBA
    if may_be_anybodys(form) or lexicon.ADDRESSED.search(before) or says_person(cased, candidate, ""):
        return STRONG
    return 0.0 if " " in form else STRONG / 2
