"""Mistyped words of a question, by the words that the index holds: a slip in a Latin word, a Chinese one by its sound.

What must not live here: which words are in the index (:mod:`corpus.index.writer`).
"""

import itertools
from collections.abc import Callable, Iterator

from rapidfuzz.distance import OSA

from corpus.analysis.folding import fold
from corpus.analysis.readings import sound_of
from corpus.analysis.spelling import HAN_RUN, TYPED_WORD, slips
from corpus.analysis.stopwords import FUNCTION_CHARACTERS, without_stop_words
from corpus.analysis.terms import unit_terms
from corpus.index.store import Store
from corpus.search.restoring import characters_alone, places_apart, restored

MOST_CORRECTIONS, MOST_DOUBTFUL = 3, 8
RARE = 1  # passages in which a character stands as a word, at most, to be an article's own
WORD_CHARS = 4  # of a Chinese word, at most
LONG_WORD = 8  # letters from which two slips are taken for one word
LONGEST_WORD = 20  # letters up to which all that are one slip away are looked up
_Correction = tuple[int, int, str]


def corrected(store: Store, text: str, bare: str = "", texts: Callable[[], str] = str) -> str | None:
    """Return a question with up to three words as the index has them, None where nothing is known better.

    Only words that stand nowhere in the index are corrected: Latin ones of four letters and more that are no English
    either, by one slip, two from eight letters, ties to the more frequent, and such as have three of their four; a
    Chinese character, neither of whose neighbours it stands beside anywhere, by one of the same sound that makes a word
    with one of them, but first of all one slip that ``texts``, which the question may be about, tell. ``bare`` is the
    text with spaces in the place of what is meant as it is.
    """
    folded = fold(bare or text)
    kept = without_stop_words(folded.text)
    doubtful = itertools.islice(itertools.chain(_latin(store, kept), _chinese(store, kept)), MOST_DOUBTFUL)
    repair = restored(store, kept, texts)
    others = sorted(one for one in doubtful if one[2] and not (repair and one[0] <= repair[1] and repair[0] <= one[1]))
    found = sorted([*([repair] if repair else []), *others][:MOST_CORRECTIONS])
    for start, end, word in reversed(found):
        first, last = folded.origin(start, end)
        text = text[:first] + word + text[last:]
    return text if found else None


def _latin(store: Store, folded: str) -> Iterator[_Correction]:
    """Yield the Latin words that index and dictionary lack, each with what it may stand for, "" if that is nothing."""
    for match in TYPED_WORD.finditer(folded):
        word = match[0]
        (stem,) = unit_terms(word)
        if not (store.document_frequency("U", [stem]) or store.translations([stem]) or store.is_english(stem)):
            yield match.start(), match.end(), _one_slip(store, word) or _two_slips(store, word)


def _one_slip(store: Store, word: str) -> str:
    """Return the word of the index that is one slip away, the most frequent, else one that the index translates.

    The first letter is seldom wrong: in a short word never, and in others what keeps it goes before.
    """
    near = sorted(slips(word)) if len(word) <= LONGEST_WORD else []
    known = store.latin_words(near)
    if not known:
        stems = dict(zip(unit_terms(" ".join(near)), near, strict=True))
        forms = {stems[stem]: lines[0] for stem, lines in store.translations(stems).items()}
        n = store.document_frequency("W", [*forms.values()])
        known = {other: n.get(form, 0) for other, form in forms.items()}
    return max(known, key=lambda other: (other[0] == word[0] or other[:2] == word[1::-1], known[other]), default="")


def _two_slips(store: Store, word: str) -> str:
    near = store.similar_words(word, 2) if len(word) >= LONG_WORD else []
    scored = [(OSA.distance(word, other, score_cutoff=2), -n, other) for other, n in near]
    distance, _, other = min(scored, default=(3, 0, ""))
    return other if distance <= 2 else ""


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
            if run[at] not in FUNCTION_CHARACTERS and words.get(run[at], RARE + 1) > RARE:
                yield match.start() + at, match.start() + at + 1, _same_sound(store, run, at)


def _same_sound(store: Store, run: str, place: int) -> str:
    """Return the character of the same sound that most often makes a word with what is around it, or stands between."""
    character, before, after = run[place], run[max(0, place - 1) : place], run[place + 1 : place + 2]
    others = [other for other in store.characters_sounding(sound_of(character)) if other != character]
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
        return max(both, *(words.get(left + other + right, 0) for left, right in around))

    best = max(others, key=fit, default="")
    return best if best and fit(best) else ""
