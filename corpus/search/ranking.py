"""The ranking of candidates: one table of weights, the same for every engine.

score = sum over parts of weight x BM25 (Robertson and Zaragoza 2009, eq. 3.3, idf above 0) + sum of weight x coverage;
a part is a field counted in the passage, in its best sentence or in the title, a coverage the idf of the distinct terms
that stand together somewhere. What must not live here: analysis, and where terms stand (:mod:`corpus.search.counts`).
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, log1p

import numpy as np

from corpus.analysis.answers import answer_pattern
from corpus.analysis.stopwords import FUNCTION_CHARACTERS, without_stop_words
from corpus.analysis.terms import is_cjk, needle, units_line
from corpus.index.manifest import Averages
from corpus.index.statistics import positive_idf
from corpus.index.store import Store, StoredPassage
from corpus.search.counts import Field, Floats, Lines, OtherForm
from corpus.search.forms import Forms, asked_names, other_names, translations
from corpus.search.question import Question, is_verb


@dataclass(frozen=True, slots=True)
class Weighting:
    """The weight of a part and its BM25 parameters."""

    weight: float
    k1: float
    b: float


# Each stays only while it earns .2 points of R@1 on questions that it was not chosen on (docs/quality.md).
PASSAGE_W = Weighting(1.0, 0.4, 0.9)
PASSAGE_U = Weighting(2.0, 0.6, 0.9)
PASSAGE_B = Weighting(0.5, 0.6, 0.9)
SENTENCE = Weighting(1.0, 0.6, 0.5)
TITLE = Weighting(0.5, 1.2, 0.3)
COVERAGE = 1.5
COVERAGE_W, COVERAGE_U, COVERAGE_B = 1.0, 1.0, 0.5
WINDOW, WINDOW_UNITS = 2.0, 14
WHOLE_TITLE = 3.0  # for each of ln(1 + length), where a title stands in the question, or the question in a title
PART_OF_TITLE = 15.0
ANSWER = 3.0  # idf of what an answer of the kind that is asked for holds
PAIR = 1.0  # idf of two words that stand side by side as in the question; Chinese has its bigrams
TRANSLATION = 0.7  # of what it stands for; another form of a name counts as that itself
# What a word counts that begins with as much of a Latin one, and no fewer letters (conquer, conquest): of that itself,
# and of a translation. Where all translations have several words, what the last one counts (earthquake epicenter).
BEGUN, LETTERS = 0.75, 5
BEGINNING, TRANSLATION_BEGINNING, TRANSLATION_END = 0.25, 0.45, 0.15
UNNAMED = 0.7  # of the score of a passage that names nobody and nothing that the question does
VERB = 0.65  # of the idf of a character, and of a translation: what is done is said in many ways
# Most indexes hold few English texts, which tell little of how rare a word is: so much of its idf is that among the
# dictionary's so many meanings, less what nearly all have.
ELSEWHERE, MEANINGS, COMMON = 0.6, 164_000, 5.0
ROUNDED = 9  # decimals of a score: what adding in another order changes is no difference


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate passage with its score."""

    passage: StoredPassage
    score: float


@dataclass(frozen=True, slots=True)
class TermWeights:
    """The idf of each term of a question, by field.

    ``line`` is the question's line of units; ``names`` are groups of other forms of what it names, as lines of units,
    and ``translations`` of words of the other language, each with the idf of all its forms together; ``stands_for``
    tells what each does; ``answer`` is what an answer of the kind that is asked for holds, if that is known; ``verbs``
    are the characters that stand in verbs alone; ``named`` are the names of the question.
    """

    words: dict[str, float]
    units: dict[str, float]
    bigrams: dict[str, float]
    line: str = ""
    names: dict[Forms, float] = field(default_factory=dict)
    translations: dict[Forms, float] = field(default_factory=dict)
    stands_for: Mapping[Forms, str] = field(default_factory=dict)
    answer: re.Pattern[str] | None = None
    verbs: frozenset[str] = frozenset()
    named: Sequence[str] = ()

    def forms(self, *, cjk: bool) -> list[Forms]:
        """Return the groups of forms that count in a text in CJK characters, or in another one.

        A foreign word in a text tells no more than that it was thought worth a gloss, so that translations of a
        question into the other language count in texts of that language alone.
        """
        return [*self.names, *(group for group in self.translations if is_cjk(group[0]) is cjk)]


def term_weights(store: Store, question: Question) -> TermWeights:
    """Look the document frequencies of a question's terms up and return their idf, here and in English at large."""
    english = not any(map(is_cjk, question.units))  # among Chinese a Latin word is a name

    def weigh(field: str, terms: Sequence[str]) -> dict[str, float]:
        holding = store.document_frequency(field, terms)
        here = {term: positive_idf(store.passages_total, holding.get(term, 0)) for term in terms}
        latin = [term for term in terms if english and term.isalpha()]
        known = store.english_words(latin) if latin else {}
        there = {term: max(0.0, positive_idf(MEANINGS, known.get(term, 0)) - COMMON) for term in latin}
        return here | {term: (1 - ELSEWHERE) * here[term] + ELSEWHERE * idf for term, idf in there.items()}

    names = other_names(store, question.folded)
    named = [*asked_names(store, question.folded).values()]
    named += [place for place in question.places if not any(place in name for name in named)]
    translated = translations(store, question.folded, question.words)
    return TermWeights(
        weigh("W", question.words),
        weigh("U", question.units),
        weigh("B", question.bigrams),
        units_line(question.folded),
        _weigh_forms(store, names),
        _weigh_forms(store, translated),
        names | translated,
        answer_pattern(question.folded),
        question.verbs,
        named,
    )


def _weigh_forms(store: Store, groups: Iterable[Forms]) -> dict[Forms, float]:
    """Return the idf of each group, in as many passages as its forms stand in one by one."""
    runs = [run for group in groups for form in group for run in form.split()]
    holding = store.document_frequency("W", runs)
    # What stands inside longer words, too, is found wherever it does.
    inside = store.document_frequency("U", runs) | store.document_frequency("B", runs)
    total = store.passages_total

    def passages(form: str) -> int:
        return min(max(holding.get(run, 1), inside.get(run, 0)) for run in form.split())

    return {group: positive_idf(total, min(total, sum(map(passages, group)))) for group in groups}


def rank(
    passages: Sequence[StoredPassage], weights: TermWeights, averages: Averages, lines: Lines | None = None
) -> list[Ranked]:
    """Score passages, whose ``lines`` may be known, and return them best first; equal scores stand as given."""
    if not passages:
        return []
    lines = lines or Lines.of(passages)
    words, units, bigrams = lines.lengths
    # A text in English has nothing that could stand for them, and is not about less.
    silent = frozenset[str]() if lines.cjk.all() else FUNCTION_CHARACTERS
    others = _other_forms(weights, lines)
    w, u, b = (
        Field.of(terms, _worth(terms, weights.verbs, silent), text, lines, others)
        for terms, text in ((weights.words, lines.words), (weights.units, lines.text), (weights.bigrams, lines.text))
    )
    scores = _bm25(lines.sums(w.lines), w.idf, lines.sums(words), averages.passage_w, PASSAGE_W)
    scores += _bm25(lines.sums(u.lines), u.idf, lines.sums(units), averages.passage_u, PASSAGE_U)
    scores += _bm25(lines.sums(b.lines), b.idf, lines.sums(bigrams), averages.passage_b, PASSAGE_B)
    sentences = _bm25(u.lines, u.idf, units, averages.sentence_u, SENTENCE)
    sentences += _bm25(b.lines, b.idf, bigrams, averages.sentence_b, SENTENCE)
    scores += lines.best(sentences)
    scores += _bm25(u.titles, u.idf, lines.titles[0], averages.title_u, TITLE)
    scores += _bm25(b.titles, b.idf, lines.titles[1], averages.title_b, TITLE)
    covered = COVERAGE_W * _cover(w, lines) + COVERAGE_U * _cover(u, lines) + COVERAGE_B * _cover(b, lines)
    scores += COVERAGE * lines.best(covered) + WINDOW * _best_window(u, b, lines, weights.answer)
    scores += PAIR * _pairs(weights, lines)
    scores += _titles_asked([passage.title_units for passage in passages], weights.line)
    if weights.named:
        scores *= 1 - (1 - UNNAMED) * _lacked(weights.named, lines, others)
    scores = scores.round(ROUNDED)
    return [Ranked(passages[n], float(scores[n])) for n in np.argsort(-scores, kind="stable")]


def _other_forms(weights: TermWeights, lines: Lines) -> list[OtherForm]:
    """Return where other forms stand, those of the other language in texts of that alone, and words that begin so."""
    forms = weights.names | weights.translations
    return [*_near_forms(weights, lines)] + [
        OtherForm.of(weights.stands_for[group], idf, share, group, lines, (lines.cjk == is_cjk(group[0])) | named)
        for group, idf in forms.items()
        for named in [group in weights.names]
        for share in [1.0 if named else TRANSLATION * (VERB if any(map(is_verb, group)) else 1.0)]
    ]


def _near_forms(weights: TermWeights, lines: Lines) -> Iterator[OtherForm]:
    """Yield where words stand that begin as one of the question or its translations does, or end such a translation."""
    own = [(term, idf, term, BEGINNING) for term, idf in weights.units.items()]
    translated = [
        (weights.stands_for[group], idf, form, TRANSLATION_BEGINNING)
        for group, idf in weights.translations.items()
        for form in group
    ]
    for key, idf, form, share in (*own, *translated):
        if len(form) >= LETTERS and form.isalpha() and not is_cjk(form):
            places, at = lines.text.find_beginnings(form[: max(LETTERS, ceil(BEGUN * len(form)))])
            kept = ~np.isin(at, lines.text.find(form)[1])
            yield OtherForm(key, idf, share, places[kept], at[kept])
    for group, idf in weights.translations.items():
        if all(" " in form for form in group):
            for end in {word for form in group for word in without_stop_words(form).split()[-1:]}:
                yield OtherForm(weights.stands_for[group], idf, TRANSLATION_END, *lines.text.find(end))


def _pairs(weights: TermWeights, lines: Lines) -> Floats:
    """Return the idf, among the candidates, of pairs of words of the question that stand so in each passage."""
    scores = np.zeros(len(lines.starts))
    for pair in dict.fromkeys(itertools.pairwise(weights.line.split())):
        if not weights.units.keys().isdisjoint(pair) and not any(map(is_cjk, pair)):
            held = np.unique(lines.passage[lines.text.find(" ".join(pair))[1]])
            scores[held] += positive_idf(len(scores), len(held))
    return scores


def _lacked(names: Sequence[str], lines: Lines, others: Sequence[OtherForm]) -> Floats:
    """Return the share of some names of which no form stands in each passage or its title."""
    lacked = np.ones((len(names), len(lines.starts)))
    for row, name in enumerate(names):
        _, own = lines.text.find(name)
        for at in (own, *(other.at for other in others if other.key == name)):
            lacked[row, lines.passage[at]] = 0.0
    share: Floats = lacked.mean(axis=0)
    return share


def _worth(terms: Iterable[str], verbs: frozenset[str], silent: frozenset[str]) -> list[float]:
    """Return what counts of the idf of each term: of a verb in Chinese less, of a term with a part of one between."""
    return [
        0.0 if silent.issuperset(term) else sum(VERB if unit in verbs else 1.0 for unit in term) / len(term)
        for term in terms
    ]


def _titles_asked(titles: Sequence[str], question: str) -> Floats:
    """Return what it counts that the question stands in a title, or that one, or its first part in Chinese, in it."""
    line = padded(question)
    typed = needle(question) if question else "\n"
    scores = np.zeros(len(titles))
    for number, title in enumerate(titles):
        if typed in f" {title} ":
            scores[number] = PART_OF_TITLE * log1p(len(question))
        elif title and title[:2] in line:  # what cannot stand there is most of them
            head = title.partition(" ")[0]
            parts = (title, head) if is_cjk(head) and len(head) > 1 else (title,)
            asked = max((log1p(len(part)) for part in parts if needle(part) in line), default=0.0)
            scores[number] = WHOLE_TITLE * asked
    return scores


def _bm25(counts: Floats, idf: Floats, lengths: Floats, average: float, part: Weighting) -> Floats:
    """Return weight x sum over terms of idf tf (k1 + 1) / (tf + k1 (1 - b + b length / average)) for each column."""
    norms = part.k1 * (1 - part.b + part.b * (lengths / average if average else 1.0))
    scores: Floats = part.weight * (idf @ (counts * (part.k1 + 1) / (counts + norms)))
    return scores


def _cover(field: Field, lines: Lines) -> Floats:
    """Return for each line the idf of the distinct terms in it, in the line after it and in the title."""
    passage = lines.passage[: lines.total]
    held = np.minimum(field.lines, 1.0)
    following = np.zeros_like(held)
    following[:, :-1] = held[:, 1:] * (passage[1:] == passage[:-1])
    scores: Floats = field.local @ np.maximum(np.maximum(held, following), np.minimum(field.titles, 1.0)[:, passage])
    return scores


def _best_window(units: Field, bigrams: Field, lines: Lines, answer: re.Pattern[str] | None) -> Floats:
    """Return for each passage the idf of the distinct terms within its best window and in its title.

    A window is a number of units in a row, across sentences; bigrams count half, as in the coverage, and an answer of
    the kind that is asked for counts as another term. A term stands in those that begin up to a window before it, but
    for those that hold it earlier.
    """
    answers = lines.text.matches(answer) if answer else np.empty(0, np.intp)
    weights = np.concatenate((COVERAGE_U * units.local, COVERAGE_B * bigrams.local, [ANSWER]))
    titled = np.minimum(np.concatenate((units.titles, bigrams.titles, np.zeros((1, len(lines.starts))))), 1.0)
    rows = np.concatenate((units.rows, bigrams.rows + len(units.local), np.full(len(answers), len(weights) - 1)))
    places = np.concatenate((units.places, bigrams.places, answers))
    shares = np.concatenate((units.shares, bigrams.shares, np.ones(len(answers))))
    line_at = lines.text.lines_at(places)
    in_text = np.flatnonzero(line_at < lines.total)
    in_text = in_text[np.lexsort((places[in_text], rows[in_text]))]
    rows, places = rows[in_text], places[in_text]
    passage = lines.passage[line_at[in_text]]
    at = np.cumsum(lines.text.begins)[places] + passage * WINDOW_UNITS  # no window reaches from one into another
    earlier = np.where(np.append(False, rows[1:] == rows[:-1]), np.append(0, at[:-1]), 0)[: len(at)]
    first = np.minimum(np.maximum(np.maximum(earlier + 1, at - WINDOW_UNITS + 1), 0), at + 1)
    worth = weights[rows] * np.maximum(shares[in_text] - titled[rows, passage], 0.0)
    size = int(at.max(initial=0)) + 2
    within = np.cumsum(np.bincount(first, worth, size) - np.bincount(at + 1, worth, size))
    best = np.zeros(len(lines.starts))
    np.maximum.at(best, passage, within[at] + (weights @ titled)[passage])
    return best


def padded(line: str) -> str:
    """Return a line or lines of units so that a term stands in them where :func:`needle` of it does."""
    return f" {line} ".replace("\n", " ")
