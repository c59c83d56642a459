"""Whom and what a summary is about, for a reader who wants to go on from there.

What must not live here: which sentences a summary holds.
"""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.analysis.folding import fold, fold_key
from corpus.analysis.stopwords import without_stop_words
from corpus.analysis.terms import tag_words, word_terms
from corpus.index.store import Store
from corpus.results import Candidate, Summary
from corpus.summary.sentences import inverse_frequencies
from corpus.word_lists import patterns

NAMES_SHOWN = 6
TERMS_SHOWN = 3
_NAMES_READ = 40
_COUNTED_CHARS = 100_000
_LATIN_CHARS = 4
_BEHIND_A_WORD = re.compile(r"[^\W_][,;]? ?\Z")
_NOUN_FLAGS = ("n", "nx", "vn", "nz", "nl", "eng", "an")
_WORDS = {name: re.compile("|".join(lines)) for name, lines in patterns(Path(__file__).with_name("words.txt")).items()}
_MENTIONED = (
    "SELECT o.name, o.kind FROM name_place p JOIN name_form f ON f.id = p.form JOIN name_owner o ON o.id = f.owner"
    " WHERE p.article IN (SELECT position FROM articles WHERE id IN (SELECT value FROM json_each(?)))"
    " GROUP BY o.id ORDER BY count(*) DESC, o.mentions DESC, o.id LIMIT ?"
)


def with_subjects(store: Store, summary: Summary) -> Summary:
    """Return a summary with the names and key terms of what it says.

    Names are those its articles mention most, those that stand in the summary first; of several articles only these.
    """
    if not summary.sentences:
        return summary
    ids = json.dumps([article.id for article in summary.articles])
    said = fold_key(" ".join(sentence.text for sentence in summary.sentences))
    found = [
        Candidate(name=name, kind=kind, hint=None)
        for name, kind in store.connection().execute(_MENTIONED, (ids, _NAMES_READ))
    ]
    here = [name for name in found if fold_key(name.name) in said]
    elsewhere = [name for name in found if name not in here] if len(summary.articles) == 1 else []
    names = (*here, *elsewhere)[:NAMES_SHOWN]
    return replace(summary, names=names, terms=_key_terms(store, summary, [fold_key(name.name) for name in found]))


def _key_terms(store: Store, summary: Summary, names: Sequence[str]) -> tuple[str, ...]:
    """Return the nouns of a summary that its articles repeat and others do not, as they are written; most so first."""
    texts = [article.text[:_COUNTED_CHARS] for article in summary.articles]
    english = {_singular(noun) for text in texts for noun in _WORDS["english_noun"].findall(text)}
    shown: dict[str, str] = {}
    for sentence in summary.sentences:
        for key, word in _nouns(sentence.text):
            is_noun = not english or not key.isascii() or _singular(key) in english or _is_capital(word, key, texts)
            if is_noun and not any(key in name for name in names):
                shown.setdefault(key, word)
    stems = {key: (word_terms(key) or [key])[-1] for key in shown}
    idf = inverse_frequencies(store, stems.values())
    counts = {key: sum(text.count(word) for text in texts) for key, word in shown.items()}
    weights = {key: math.log(n) * idf[stems[key]] ** 2 for key, n in counts.items() if n > 1}
    best = sorted(weights, key=lambda key: -weights[key])
    apart = [key for place, key in enumerate(best) if not any(key in other or other in key for other in best[:place])]
    return tuple(shown[key] for key in apart[:TERMS_SHOWN])


def _is_capital(word: str, key: str, texts: Sequence[str]) -> bool:
    """Whether a word is never written small, and has a capital not only where a sentence or a line begins."""
    if word.islower() or any(f" {key} " in text for text in texts):
        return False
    places = ((text, match.start()) for text in texts for match in re.finditer(rf"{re.escape(word)}\b", text))
    return any(_BEHIND_A_WORD.search(text[max(0, at - 3) : at]) for text, at in places)


def _singular(noun: str) -> str:
    """Return an English noun without what the plural changes."""
    return re.sub("(?:y|ies|s)$", "", noun)


def _nouns(text: str) -> list[tuple[str, str]]:
    """Return the nouns of a text, each folded and as it is written; single characters and short Latin words apart."""
    folded = fold(text)
    nouns: list[tuple[str, str]] = []
    place = 0
    for word, flag in tag_words(folded.text):
        start, place = place, place + len(word)
        enough = len(word) >= (_LATIN_CHARS if word.isascii() else 2) and not _WORDS["no_term"].fullmatch(word)
        if enough and flag in _NOUN_FLAGS and word.isalpha() and without_stop_words(word).strip():
            nouns.append((word, text[slice(*folded.origin(start, place))]))
    return nouns
