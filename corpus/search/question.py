"""What somebody asks, as terms. What must not live here: which passages answer it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.analysis.folding import fold
from corpus.analysis.stopwords import asks_who, without_stop_words
from corpus.analysis.terms import bigrams_of, units_line, units_of, word_terms
from corpus.index.engines.protocol import TermQuery

QUESTION_CHARS = 200
WORDS = 32

_PHRASE = re.compile(r'"([^"]+)"')
_SIGNED = re.compile(r"(?<!\S)([+-])(?=\w)(\S+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The distinct terms of a question in the order in which they were asked, and what an engine is asked for.

    ``folded`` is the whole question, and ``asks_who`` says that it asks who somebody is.
    """

    folded: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    bigrams: tuple[str, ...]
    query: TermQuery
    asks_who: bool


def read_question(text: str, frequency_of: Callable[[str, Sequence[str]], dict[str, int]]) -> Question:
    """Analyse the first 200 characters of a question.

    Words in straight double quotes must stand in a passage as they are, words after ``+`` must stand in it, words
    after ``-`` must not.

    Parameters
    ----------
    text
        As it was typed; any text at all.
    frequency_of
        Document frequencies by field and terms: the 32 rarest words are kept.
    """
    folded = fold(text[:QUESTION_CHARS]).text[:QUESTION_CHARS]
    phrases = [match[1] for match in _PHRASE.finditer(folded)]
    signed = _SIGNED.findall(_PHRASE.sub(" ", folded))
    without_unwanted = _SIGNED.sub(lambda match: match[2] if match[1] == "+" else " ", folded)
    kept = without_stop_words(without_unwanted)
    if not units_line(kept):
        kept = without_unwanted
    line = units_line(kept)
    words = _rarest(word_terms(kept), frequency_of)
    return Question(
        folded=folded,
        words=words,
        units=_distinct(units_of(line)),
        bigrams=_distinct(bigrams_of(line)),
        query=TermQuery(
            should=words,
            must=_signed_words(signed, "+"),
            must_not=_signed_words(signed, "-"),
            phrases=tuple(line for phrase in phrases if (line := units_line(phrase))),
        ),
        asks_who=asks_who(folded),
    )


def _rarest(words: list[str], frequency_of: Callable[[str, Sequence[str]], dict[str, int]]) -> tuple[str, ...]:
    distinct = _distinct(words)
    if len(distinct) <= WORDS:
        return distinct
    frequencies = frequency_of("W", distinct)
    kept = set(sorted(distinct, key=lambda word: frequencies.get(word, 0))[:WORDS])
    return tuple(word for word in distinct if word in kept)


def _signed_words(signed: list[tuple[str, str]], sign: str) -> tuple[str, ...]:
    return _distinct([word for mark, text in signed if mark == sign for word in word_terms(text)])


def _distinct(terms: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
