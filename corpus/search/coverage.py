"""How much of a question a passage holds: what is counted as a match, and when the articles do not say.

What must not live here: the order of hits (:mod:`corpus.search.ranking`).
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from corpus.analysis.folding import fold
from corpus.analysis.spelling import HAN_RUN
from corpus.analysis.stopwords import FUNCTION_CHARACTERS
from corpus.analysis.terms import bigrams_of, is_cjk, needle, tag_words, token_spans, units_line
from corpus.index.engines.protocol import Engine, TermQuery
from corpus.index.store import Store
from corpus.results import Filters, Hit, Span
from corpus.search.counts import Flags, Floats, Lines
from corpus.search.forms import forms_of_words
from corpus.search.question import Question
from corpus.search.ranking import TermWeights, padded

# Chosen on judged questions against such as the articles do not answer (docs/quality.md): of a question in CJK
# characters, which has bigrams too, and of any other.
WEAK_SHARE, WEAK_SHARE_OF_WORDS = 0.25, 0.3
TRANSLATED = 0.75  # what a word of the other language counts: it may be meant in another sense
MATCH_SHARE = 0.5  # of what the best article holds
_CJK_PAIR = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")
_JOINING = frozenset("pcu")  # tags of prepositions, conjunctions and particles
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The worth of a question's words and bigrams, and the other forms of its words in texts in CJK and in others.

    ``any_of`` are groups of lines of units of which each asks for one.
    """

    words: Mapping[str, float]
    bigrams: Mapping[str, float]
    forms: Mapping[bool, Mapping[str, Collection[str]]]
    any_of: Sequence[Sequence[str]] = ()

    @classmethod
    def of(cls, store: Store, question: Question, weights: TermWeights) -> Self:
        """Return that of a question."""
        folded, words = question.folded, question.words
        forms = {cjk: forms_of_words(store, folded, words, scripts=[cjk]) for cjk in (True, False)}
        telling = {word: idf for word, idf in weights.words.items() if word not in FUNCTION_CHARACTERS}
        return cls(telling or weights.words, weights.bigrams, forms, question.query.any_of)

    @property
    def cjk(self) -> bool:
        """Whether the question is in CJK characters, a part of it at least."""
        return any(map(is_cjk, self.words))

    def is_weak(self, share: float) -> bool:
        """Whether a passage that holds such a share says too little to answer."""
        return share < (WEAK_SHARE if self.cjk else WEAK_SHARE_OF_WORDS)

    def shares(self, lines: Lines) -> list[float]:
        """Return the share, 0 to 1, of the idf that each passage and its title hold: the mean of words and bigrams.

        Words alone count in the other language, which translates no bigrams. Of what stands for one another, that
        counts of which it holds most.
        """
        idf = [idf / sum(part.values()) for part in (self.words, self.bigrams) for idf in part.values()]
        worth = np.repeat(np.array(idf)[:, None], len(lines.starts), axis=1)
        if self.words:
            worth[len(self.words) :, lines.cjk != self.cjk] = 0.0
        held = np.zeros(worth.shape)
        counts = {True: TRANSLATED, False: TRANSLATED} | {self.cjk: 1.0}
        for row, term in enumerate((*self.words, *self.bigrams)):
            held[row, lines.passage[lines.text.find(term)[1]]] = 1.0
        for row, word in enumerate(self.words):
            for cjk, forms in self.forms.items():
                for form in forms.get(word, ()):
                    # A single Chinese character is part of too many words.
                    at = lines.words.find(form, whole_only=True) if len(form) == 1 else lines.text.find(form)
                    holding = lines.passage[at[1]]
                    holding = holding[lines.cjk[holding] == cjk]
                    held[row, holding] = np.maximum(held[row, holding], counts[cjk])
        return _shares(held * worth, worth, self._alternatives())

    def _alternatives(self) -> list[list[Flags]]:
        """Return for each group which terms each alternative holds, those that hold none left out."""
        terms = (*self.words, *self.bigrams)
        return [
            [flags for line in group if (flags := np.array([needle(term) in f" {line} " for term in terms])).any()]
            for group in self.any_of
        ]


def _shares(held: Floats, worth: Floats, any_of: Iterable[Sequence[Flags]]) -> list[float]:
    """Return the share of each column of what is held: of the rows in no group, and of the best flags of each."""
    common = np.ones(len(worth), bool)
    sums, wholes = np.zeros(held.shape[1]), np.zeros(held.shape[1])
    for group in filter(None, any_of):
        common &= ~np.logical_or.reduce(group)
        each, whole = (np.array([of[flags].sum(axis=0) for flags in group]) for of in (held, worth))
        best = _divided(each, whole).argmax(axis=0)[None]
        sums += np.take_along_axis(each, best, 0)[0]
        wholes += np.take_along_axis(whole, best, 0)[0]
    sums += held[common].sum(axis=0)
    wholes += worth[common].sum(axis=0)
    shares: list[float] = _divided(sums, wholes).tolist()
    return shares


def _divided(parts: Floats, wholes: Floats) -> Floats:
    """Return shares, 0 of nothing."""
    return np.divide(parts, wholes, out=np.zeros_like(parts), where=wholes > 0)


def matching(shares: Collection[float]) -> int:
    """Return how many articles match: those that hold at least half as much of the question as the best one."""
    return sum(share >= MATCH_SHARE * max(shares) for share in shares)


def words_found(
    store: Store, engine: Engine, text: str, question: Question, hits: Iterable[Hit]
) -> tuple[Words, Words]:
    """Return which words of a question stand anywhere in the articles, and which do not, each as it was typed.

    What the source or the author of one of the hits holds stands in it.
    """
    folded = fold(text)
    places = {token: (start, end) for token, start, end in reversed([*token_spans(folded.text)])}
    words = store.document_frequency("W", question.words)
    inside = store.document_frequency("B", question.bigrams) | store.document_frequency("U", question.units)
    forms = forms_of_words(store, question.folded, question.words)
    names = "\n".join(name for hit in hits for name in (hit.article.source, hit.article.author) if name)
    credited = padded(units_line(fold(names).text))
    found: dict[Span, bool] = {}
    for word in question.words:
        at = folded.text.find(word)
        start, end = (at, at + len(word)) if is_cjk(word) else places.get(word, (-1, -1))
        # A cut across a word that the articles have, 外拍 in 外拍花了多少, makes another that nobody asked for.
        across = [folded.text[edge - 1 : edge + 1] for edge in (start, end) if is_cjk(word)]
        if start < 0 or (len(word) == 1 and any(_CJK_PAIR.fullmatch(pair) for pair in across)) or _joins(word):
            continue
        known = word in words or word in forms or (is_cjk(word) and {*bigrams_of(word), word[0]} <= inside.keys())
        if not known and any(pair in inside and FUNCTION_CHARACTERS.isdisjoint(pair) for pair in across):
            continue
        known = known or needle(word) in credited
        # What stands in titles alone is not among the frequencies.
        found[start, end] = known or bool(engine.candidates(TermQuery(should=(word,)), Filters(), 1))
    spans = _whole_runs(folded.text, found)
    typed = {text[slice(*folded.origin(*span))]: known for span, known in spans.items()}
    return _longest(typed, stands=True), _longest(typed, stands=False)


def _joins(word: str) -> bool:
    """Whether a Chinese word stands between others and says nothing of its own: 关于."""
    return is_cjk(word) and all(tag[0] in _JOINING for _, tag in tag_words(word))


def _whole_runs(folded: str, found: Mapping[Span, bool]) -> dict[Span, bool]:
    """Return words in kana or Hangul, which are cut into pairs, whole: such a run stands where all of its pairs do."""
    whole: dict[Span, bool] = {}
    last: Span = (-1, -1)
    for span, known in sorted(found.items()):
        goes_on = span[0] < last[1] and not HAN_RUN.search(folded[last[0] : span[1]])
        so_far = whole.pop(last) if goes_on else True
        last = (last[0] if goes_on else span[0], span[1])
        whole[last] = known and so_far
    return whole


def _longest(found: Mapping[str, bool], *, stands: bool) -> Words:
    words = [word for word, stood in found.items() if stood is stands]
    return tuple(word for word in words if not any(word != other and word in other for other in words))
