"""Where to go on from a question that found nothing. What must not live here: what answers it."""

from dataclasses import fields, replace
from typing import Literal

from rapidfuzz import fuzz, process

from corpus.analysis.folding import fold_key
from corpus.index.engines.protocol import Engine, TermQuery
from corpus.index.store import Store
from corpus.results import ArticleRef, Filters
from corpus.search.clauses import QUESTION_CHARS, named_values
from corpus.search.question import Question
from corpus.search.search import count_matching

TITLES = 3
NEAR = 45  # of 100, by rapidfuzz's ratio of a title to the question
NEAR_VALUE = 60  # of 100, by rapidfuzz's WRatio of a source or an author to what was typed
KEY_CHARS = 64
# The ratio is at most 200 times the shorter length by the sum of both.
_AS_LONG = (
    "SELECT position, substr(title_key, 1, :most) FROM articles WHERE 200 * min(length(title_key), :length)"
    " >= :near * (min(length(title_key), :most) + :length)"
)
_COLUMNS: tuple[Literal["author", "source"], ...] = ("author", "source")


def less_strict(store: Store, engine: Engine, question: Question, filters: Filters) -> tuple[tuple[str, int], ...]:
    """Return what emptied a result, and how many articles match without it.

    That is the name of a filter, ``words`` for what the question demands and excludes, and ``""``, where no one of
    them alone is to blame, for all of it.
    """
    plain = replace(question, query=TermQuery(should=question.query.should))
    tries = [(each.name, question, replace(filters, **{each.name: None})) for each in fields(filters)]
    tries = [each for each in tries if getattr(filters, each[0])]
    if plain != question:
        tries.append(("words", plain, filters))
    # No filter is to blame where the articles say nothing of the question without it either.
    counts = [(name, count_matching(store, engine, asked, kept, weak=name == "words")) for name, asked, kept in tries]
    if len(tries) > 1 and not any(count for _, count in counts):
        counts = [("", count_matching(store, engine, plain, Filters()))]
    return tuple((name, count) for name, count in counts if count)


def with_near_value(store: Store, text: str) -> str | None:
    """Return a question with the first source or author in it that is none become the nearest one, if one is near.

    Of a question that is nothing but an author or a source, what finds the articles of that one.
    """
    whole = fold_key(text)
    for column in _COLUMNS if len(whole) > 1 else ():
        for each in store.values_of(column):
            if fold_key(each) == whole and '"' not in each:
                return f'{column}:"{each}"'
    for field, value, (start, end) in named_values(text):
        if not store.matching_articles(Filters(**{field: value})):
            known = {each: fold_key(each)[:KEY_CHARS] for each in store.values_of(field) if '"' not in each}
            key = fold_key(value)[:KEY_CHARS]
            near = process.extractOne(key, known, scorer=fuzz.WRatio, score_cutoff=NEAR_VALUE)
            asked = f'{text[:start]}{field}:"{near[2]}"{text[end:]}' if near else ""
            return asked if near and len(asked) <= QUESTION_CHARS else None
    return None


def nearest_titles(store: Store, text: str) -> tuple[ArticleRef, ...]:
    """Return at most three articles whose titles are near to a question, the nearest first."""
    key = fold_key(text)[:KEY_CHARS]
    rows = store.connection().execute(_AS_LONG, {"most": KEY_CHARS, "length": len(key), "near": NEAR})
    near = process.extract(key, dict(rows), scorer=fuzz.ratio, score_cutoff=NEAR, limit=TITLES)
    found = store.articles_at([position for _, _, position in near])
    return tuple(ArticleRef(id=found[position].id, title=found[position].title) for _, _, position in near)
