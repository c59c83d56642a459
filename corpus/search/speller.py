"""Mistyped words of a question, by the words that the index holds: a slip in a Latin word, a Chinese one by its sound.

What must not live here: which words are in the index (:mod:`corpus.index.writer`).
"""

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from corpus.analysis.folding import Folded, fold
from corpus.analysis.readings import sound_of
from corpus.analysis.spelling import HAN_RUN, TYPED_WORD, contrasts, inflected, is_likely_slip, slips
from corpus.analysis.stopwords import FUNCTION_CHARACTERS, NO_SLIPS, without_stop_words
from corpus.analysis.terms import stem
from corpus.index.store import Store
from corpus.search.clauses import read_clauses
from corpus.search.forms import parts_of_names, written_in_one
from corpus.search.restoring import characters_alone, places_apart, restored

MOST_CORRECTIONS, MOST_DOUBTFUL = 3, 8
RARE = 1  # passages in which a character stands as a word, at most, to be an article's own
WORD_CHARS = 4  # of a Chinese word, at most
MANY_LETTERS, NAME_LETTERS = 6, 5  # from which few words are a slip away by chance, or a likely one
MIXED_NAME = 4  # letters from which a word with capitals after the first one may be a name: LeCun, not NGO
LONG_WORD = 8  # letters from which two slips are taken for one word
LONGEST_WORD = 20  # letters up to which all that are one slip away are looked up
SHORT_TERM = 3  # characters that may be a name near another
_BETWEEN = " " + "".join(FUNCTION_CHARACTERS)
_LATE_SHIFT = re.compile("[a-z][A-Z][a-z]+")  # tHe
_Correction = tuple[int, int, str]


class _Word(NamedTuple):
    """A Latin word that nothing holds, folded and as typed, with those beside it.

    ``named`` says that it names something: it stands by itself or among Chinese, or has a capital.
    """

    folded: str
    typed: str
    beside: Sequence[str]
    named: bool


def corrected(store: Store, text: str, bare: str = "", texts: Callable[[], str] = str) -> str | None:
    """Return a question with up to three words as the index has them, None where nothing is known better.

    Only words that stand nowhere in the index are corrected. Latin ones that are no English either, by one slip, ties
    to the more frequent: in a sentence by any from six letters, else by a common one. What stands by itself or among
    Chinese, or has a capital, names something: a word of the articles' own by one slip, two from eight letters, a
    common word by a common slip alone. Abbreviations stay. A Chinese character, neither of whose neighbours it stands
    beside anywhere, by one of the same sound that makes a word with them, but first of all one slip that ``texts``,
    which the question may be about, tell. ``bare`` is the text with spaces in the place of what is meant as it is.
    """
    folded = fold(bare or text)
    kept = without_stop_words(folded.text)
    unknown = itertools.chain(_latin(store, kept, folded, text, texts), _chinese(store, kept))
    doubtful = itertools.islice(unknown, MOST_DOUBTFUL)
    repair = restored(store, kept, texts)
    others = sorted(one for one in doubtful if one[2] and not (repair and one[0] <= repair[1] and repair[0] <= one[1]))
    found = sorted([*([repair] if repair else []), *others][:MOST_CORRECTIONS])
    for start, end, word in reversed(found):
        first, last = folded.origin(start, end)
        text = text[:first] + word + text[last:]
    return text if found else None


def may_be_name(text: str) -> bool:
    """Whether a question is nothing but a Chinese term of up to three characters: it may be a name."""
    term = without_stop_words(fold(read_clauses(text).bare).text).strip(_BETWEEN)
    return len(term) <= SHORT_TERM and HAN_RUN.fullmatch(term) is not None


def _latin(store: Store, kept: str, folded: Folded, text: str, texts: Callable[[], str]) -> Iterator[_Correction]:
    """Yield the Latin words that index and dictionary lack, each with what it may stand for, "" if that is nothing."""
    words = [*TYPED_WORD.finditer(kept)]
    in_one = {word for key in written_in_one(store, folded.text) for word in key.split()}
    in_phrase = len(TYPED_WORD.findall(folded.text)) > 1 and not HAN_RUN.search(folded.text)
    for match, before, after in zip(words, [None, *words], [*words[1:], None], strict=False):
        root = stem(match[0])
        known = root in in_one or store.document_frequency("U", [root]) or store.translations([root])
        known = known or store.latin_words([match[0]])  # of a title
        if not (known or store.is_english(root)):
            typed = text[slice(*folded.origin(*match.span()))]
            beside = [stem(one[0]) if one else "" for one in (before, after)]
            word = _Word(match[0], typed, beside, named=not (in_phrase and typed.islower()))
            yield match.start(), match.end(), _meant(store, word, texts)


def _meant(store: Store, word: _Word, texts: Callable[[], str]) -> str:
    """Return what a word stands for by one slip, or two in the name of something."""
    asked = word.folded
    if word.typed[:-1].isupper() and asked[-1] == "s" and store.document_frequency("U", [asked[:-1]]):
        return asked[:-1]  # GPUs
    if len(asked) > LONGEST_WORD or (len(asked) < MIXED_NAME and not word.typed[1:].islower()):
        return ""  # an abbreviation
    near = sorted(slips(asked))
    if _LATE_SHIFT.fullmatch(word.typed):
        near, word = [asked[1] + asked[0] + asked[2:]], word._replace(named=False)
    known = store.latin_words(near)
    own = _own(store, known) | _as_beside(known, word.beside, texts)
    known = {other: n for other, n in known.items() if _fits(word, other, own=other in own)}
    known = known or _translated(store, word, near)
    if not known and len(asked) >= LONG_WORD:
        return _two_slips(store, asked)
    return max(known, key=lambda other: (other[0] == asked[0] or other[:2] == asked[1::-1], known[other]), default="")


def _own(store: Store, words: Iterable[str]) -> set[str]:
    """Return which of some Latin words are the articles' own: no dictionary has them, or they stand in names."""
    stems = {word: stem(word) for word in words}
    english = store.english_words([*stems.values()])
    return {word for word, root in stems.items() if root not in english} | parts_of_names(store, stems)


def _as_beside(words: Collection[str], beside: Sequence[str], texts: Callable[[], str]) -> set[str]:
    """Return which of some words stand in texts, which the question may be about, beside a word that they do here."""
    if not words or not any(beside):
        return set()
    before, after = beside
    text = f" {texts()} ".replace("\n", " ")
    stems = {word: stem(word) for word in words}
    return {
        word
        for word, root in stems.items()
        if (before and f" {before} {root} " in text) or (after and f" {root} {after} " in text)
    }


def _fits(word: _Word, other: str, *, own: bool) -> bool:
    """Whether a word may be another: a short one, or a name that is none of the articles' own, by a likely slip."""
    letters, named = len(word.folded), word.named and not own
    if named and (letters < NAME_LETTERS or not word.typed[1:].islower()) and without_stop_words(other).strip():
        return False
    return (letters >= MANY_LETTERS and not named) or is_likely_slip(word.folded, other)


def _translated(store: Store, word: _Word, near: Iterable[str]) -> dict[str, int]:
    """Return the words of the dictionary near a word that the index translates, with the frequency of what they say."""
    stems = {other: stem(other) for other in near if _fits(word, other, own=False)}
    forms = {root: lines[0] for root, lines in store.translations(stems.values()).items()}
    n = store.document_frequency("W", [*forms.values()])
    spelt = {form for spelling in store.english_spellings(forms) for form in inflected(spelling)}
    return {other: n.get(forms[root], 0) for other, root in stems.items() if other in spelt and root in forms}


def _two_slips(store: Store, word: str) -> str:
    """Return the word of the articles' own, which no dictionary has, that is two slips away."""
    near = [(OSA.distance(word, other, score_cutoff=2), -n, other) for other, n in store.similar_words(word, 2)]
    own = _own(store, [other for distance, _, other in near if distance <= 2])
    return min((each for each in near if each[2] in own), default=(0, 0, ""))[2]


def _chinese(store: Store, folded: str) -> Iterator[_Correction]:
    """Yield the characters that no word holds and the index never has beside their neighbours, as above.

    What stands between words is none of them, nor a rare word of the index: what an article is about.
    """
    for match in HAN_RUN.finditer(folded):
        run = match[0]
        apart, alone = places_apart(store, run), characters_alone(run)
        unknown = [at for at in range(len(run)) if len(run) > 1 and alone[at] and apart[at] and apart[at + 1]]
        words = store.document_frequency("W", [run[at] for at in unknown])
        for at in unknown:
            if run[at] not in NO_SLIPS and words.get(run[at], RARE + 1) > RARE:
                other = _same_sound(store, run, at, alone=folded.strip() == run)
                yield match.start() + at, match.start() + at + 1, other


def _same_sound(store: Store, run: str, place: int, *, alone: bool) -> str:
    """Return the character of the same sound that most often makes a word with what is around it, or stands between."""
    character, before, after = run[place], run[max(0, place - 1) : place], run[place + 1 : place + 2]
    alike = store.characters_sounding(sound_of(character))
    others = [other for other in alike if other != character and not contrasts(other, character)]
    spans = [(first, last) for first in range(max(0, place - 3), place + 1) for last in range(place + 1, len(run) + 1)]
    around = [(run[first:place], run[place + 1 : last]) for first, last in spans if 1 < last - first <= WORD_CHARS]
    beside = store.document_frequency("B", [pair for other in others for pair in (before + other, other + after)])
    # A word of the index brings its bigrams along.
    made = [
        left + other + right
        for other in others
        for left, right in around
        if (not left or before + other in beside) and (not right or other + after in beside)
    ]
    words = store.document_frequency("W", made)

    def fit(other: str) -> int:
        both = min(beside.get(before + other, 0), beside.get(other + after, 0))
        # Two characters are no more likely to be meant than a name that no article has: 中芯国际 is not 中心国际.
        sides = ((before, before + other), (after, other + after))
        apart = any(side and side not in FUNCTION_CHARACTERS and pair not in beside for side, pair in sides)
        made = (left + other + right for left, right in around)
        return max(both, 0, *(words.get(word, 0) for word in made if len(word) > (2 if alone or apart else 1)))

    best = max(others, key=fit, default="")
    return best if best and fit(best) else ""
