"""What somebody asks, as terms. What must not live here: which passages answer it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corpus.analysis.stopwords import NO_PLACE, asks_who, without_stop_words
from corpus.analysis.terms import bigrams_of, is_cjk, tag_words, units_line, units_of, word_terms
from corpus.index.engines.protocol import TermQuery
from corpus.search.clauses import read_clauses

WORDS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The distinct terms of a question in the order in which they were asked, and what an engine is asked for.

    ``folded`` is all that it asks for, without filters and what it excludes; ``verbs`` are the Chinese characters that
    stand in verbs alone, ``places`` the Chinese names of places; ``asks_who`` says that it asks who somebody is.
    """

    folded: str
    words: tuple[str, ...]
    units: tuple[str, ...]
    bigrams: tuple[str, ...]
    verbs: frozenset[str]
    places: tuple[str, ...]
    query: TermQuery
    asks_who: bool


def read_question(text: str, frequency_of: Callable[[str, Sequence[str]], dict[str, int]]) -> Question:
    """Analyse the first 200 characters of a question, whose operators are those of :mod:`corpus.search.clauses`.

    Parameters
    ----------
    text
        As it was typed; any text at all.
    frequency_of
        Document frequencies by field and terms: the 32 rarest words are kept.
    """
    clauses = read_clauses(text)
    folded = clauses.asked
    kept = without_stop_words(folded)
    if not units_line(kept):
        kept = folded
    line = units_line(kept)
    words = _rarest(word_terms(kept), frequency_of)
    tagged = [one for run in line.split() if is_cjk(run) for one in tag_words(run)]
    return Question(
        folded=folded,
        words=words,
        units=_distinct(units_of(line)),
        bigrams=_distinct(bigrams_of(line)),
        verbs=_verb_characters(tagged),
        places=_distinct(
            [word for word, tag in tagged if tag == "ns" and len(word) > 1 and not NO_PLACE.fullmatch(word)]
        ),
        query=TermQuery(
            should=_standing(words, frequency_of),
            must=_lines(clauses.must),
            must_not=_lines(clauses.must_not),
            phrases=_lines(clauses.phrases),
            any_of=tuple(lines for group in clauses.any_of if (lines := _lines(group))),
        ),
        asks_who=asks_who(folded),
    )


def _standing(words: Iterable[str], frequency_of: Callable[[str, Sequence[str]], dict[str, int]]) -> tuple[str, ...]:
    """Return words, and of those that stand in no text the parts that may: a slip, or what was never cut so."""
    doubtful = [word for word in words if len(word) > 1 and is_cjk(word)]
    stored = frequency_of("W", doubtful)
    doubtful = [word for word in doubtful if word not in stored]
    known = frequency_of("B", [pair for word in doubtful for pair in bigrams_of(word)])
    standing: list[str] = []
    for word in doubtful:
        parts = [word[0]]
        for pair in bigrams_of(word):
            parts[-1:] = [parts[-1] + pair[1]] if pair in known else [parts[-1], pair[1]]
        standing += [part for part in parts if len(part) > 1] or parts
    return _distinct([*standing, *words])


def _verb_characters(tagged: Sequence[tuple[str, str]]) -> frozenset[str]:
    in_verbs = {character for word, tag in tagged if _is_verb(tag) for character in word}
    return frozenset(in_verbs.difference(*(word for word, tag in tagged if not _is_verb(tag))))


def is_verb(word: str) -> bool:
    """Whether a Chinese word says what is done, and not what that is called as well."""
    return is_cjk(word) and all(_is_verb(tag) for _, tag in tag_words(word))


def _is_verb(tag: str) -> bool:
    return tag[0] == "v" and tag != "vn"


def _rarest(words: list[str], frequency_of: Callable[[str, Sequence[str]], dict[str, int]]) -> tuple[str, ...]:
    distinct = _distinct(words)
    if len(distinct) <= WORDS:
        return distinct
    frequencies = frequency_of("W", distinct)
    kept = set(sorted(distinct, key=lambda word: frequencies.get(word, 0))[:WORDS])
    return tuple(word for word in distinct if word in kept)


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return _distinct([line for text in texts if (line := units_line(text))])


def _distinct(terms: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms))
