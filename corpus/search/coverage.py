"""How much of a question a passage holds: what is counted as a match, and when the articles do not say.

What must not live here: the order of hits (:mod:`corpus.search.ranking`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np

from corpus.analysis.folding import fold
from corpus.analysis.stopwords import FUNCTION_CHARACTERS
from corpus.analysis.terms import bigrams_of, is_cjk, token_spans
from corpus.index.engines.protocol import Engine, TermQuery
from corpus.index.store import Store
from corpus.results import Filters
from corpus.search.counts import Lines
from corpus.search.forms import forms_of_words
from corpus.search.question import Question
from corpus.search.ranking import TermWeights

# Chosen on judged questions against such as the articles do not answer (docs/quality.md).
WEAK_SHARE = 0.25
MATCH_SHARE = 0.5  # of what the best article holds
Share = float


@dataclass(frozen=True, slots=True)
class Coverage:
    """The worth of a question's words and bigrams, and the other forms of its words in texts in CJK and in others."""

    words: Mapping[str, float]
    bigrams: Mapping[str, float]
    forms: Mapping[bool, Mapping[str, Collection[str]]]

    @classmethod
    def of(cls, store: Store, question: Question, weights: TermWeights) -> Self:
        """Return that of a question."""
        folded, words = question.folded, question.words
        forms = {cjk: forms_of_words(store, folded, words, scripts=[cjk]) for cjk in (True, False)}
        return cls(weights.words, weights.bigrams, forms)

    def shares(self, lines: Lines) -> list[Share]:
        """Return the share, 0 to 1, of the idf that each passage and its title hold: the mean of words and bigrams."""
        halves = 2 if self.words and self.bigrams else 1
        worth = [
            idf / whole
            for part in (self.words, self.bigrams)
            for whole in [halves * sum(part.values())]
            for idf in part.values()
        ]
        held = np.zeros((len(worth), len(lines.starts)))
        for row, term in enumerate((*self.words, *self.bigrams)):
            held[row, lines.passage[lines.text.find(term)[1]]] = 1.0
        for row, word in enumerate(self.words):
            for cjk, forms in self.forms.items():
                for form in forms.get(word, ()):
                    holding = lines.passage[lines.text.find(form)[1]]
                    held[row, holding[lines.cjk[holding] == cjk]] = 1.0
        shares: list[Share] = (held * np.array(worth).reshape(-1, 1)).sum(axis=0).tolist()
        return shares


def matching(shares: Collection[Share]) -> int:
    """Return how many articles match: those that hold at least half as much of the question as the best one."""
    return sum(share >= MATCH_SHARE * max(shares) for share in shares)


def words_found(store: Store, engine: Engine, text: str, question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return which words of a question stand anywhere in the articles, and which do not, each as it was typed."""
    folded = fold(text)
    places = {token: (start, end) for token, start, end in reversed([*token_spans(folded.text)])}
    words = store.document_frequency("W", question.words)
    pairs = store.document_frequency("B", question.bigrams)
    forms = forms_of_words(store, question.folded, question.words)
    found: dict[str, bool] = {}
    for word in question.words:
        at = folded.text.find(word)
        start, end = (at, at + len(word)) if is_cjk(word) else places.get(word, (-1, -1))
        if start >= 0 and (len(word) > 1 or not is_cjk(word)):
            first, last = folded.origin(start, end)
            inside = is_cjk(word) and {*bigrams_of(word)} <= pairs.keys()
            known = word in words or word in forms or inside
            # A cut across a word that the articles have, 外拍 in 外拍花了多少, makes another that nobody asked for.
            across = {folded.text[edge - 1 : edge + 1] for edge in (start, end) if is_cjk(word)}
            if not known and any(pair in pairs and FUNCTION_CHARACTERS.isdisjoint(pair) for pair in across):
                continue
            # What stands in titles alone is not among the frequencies.
            found[text[first:last]] = known or bool(engine.candidates(TermQuery(should=(word,)), Filters(), 1))
    return _longest(found, stands=True), _longest(found, stands=False)


def _longest(found: Mapping[str, bool], *, stands: bool) -> tuple[str, ...]:
    words = [word for word, stood in found.items() if stood is stands]
    return tuple(word for word in words if not any(word != other and word in other for other in words))
