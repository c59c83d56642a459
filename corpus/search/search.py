"""A question to hits: candidates from an engine, ranked, one hit for an article. What must not live here: weights."""

from collections.abc import Iterable
from dataclasses import replace

from corpus.analysis.terms import word_terms
from corpus.index.engines.protocol import Engine
from corpus.index.store import Store
from corpus.results import SNIPPETS_PER_HIT, Filters, Hit
from corpus.search.question import Question
from corpus.search.ranking import Ranked, TermWeights, rank, term_weights
from corpus.search.snippets import make_snippet

CANDIDATES = 50
OTHER_CANDIDATES = 20
MOST_CANDIDATES = 800
ENOUGH_ARTICLES = 20
# A further passage of an article is shown while it answers nearly as well as the best one.
FURTHER_SNIPPET = 0.8


def find_hits(
    store: Store, engine: Engine, question: Question, filters: Filters, limit: int
) -> tuple[tuple[Hit, ...], int, bool]:
    """Return the hits, the number of articles among the candidates, and whether there may be more."""
    weights = term_weights(store, question)
    articles, complete = _ranked_articles(store, engine, question, filters, weights)
    best = sorted(articles.values(), key=lambda ranked: -ranked[0].score)[:limit]
    hits = tuple(_hit(store, ranked, weights) for ranked in best)
    return hits, len(articles), not complete


def _ranked_articles(
    store: Store, engine: Engine, question: Question, filters: Filters, weights: TermWeights
) -> tuple[dict[int, list[Ranked]], bool]:
    """Return the ranked passages of each article, and whether they are all that the engine could find.

    The engine is asked again with twice the limit while passages of a few long articles fill the candidates.
    """
    limit = CANDIDATES
    others = _other_candidates(engine, question, filters, weights)
    while True:
        found = engine.candidates(question.query, filters, limit)
        ids = {passage for passage, _ in found} | others
        ranked = rank(store.passages([*ids]), weights, store.manifest.averages)
        articles = _by_article(ranked)
        if len(found) < limit or len(articles) >= ENOUGH_ARTICLES or limit >= MOST_CANDIDATES:
            return articles, len(found) < limit
        limit *= 2


def _other_candidates(engine: Engine, question: Question, filters: Filters, weights: TermWeights) -> set[int]:
    """Return passages that hold other forms alone; they take no place from those that hold what was asked."""
    words = tuple(dict.fromkeys(word for group in weights.forms for form in group for word in word_terms(form)))
    if not words:
        return set()
    found = engine.candidates(replace(question.query, should=words), filters, OTHER_CANDIDATES)
    return {passage for passage, _ in found}


def _by_article(ranked: Iterable[Ranked]) -> dict[int, list[Ranked]]:
    articles: dict[int, list[Ranked]] = {}
    for one in ranked:
        articles.setdefault(one.passage.article, []).append(one)
    return articles


def _hit(store: Store, ranked: list[Ranked], weights: TermWeights) -> Hit:
    article = store.article_at(ranked[0].passage.article)
    shown = [one for one in ranked[:SNIPPETS_PER_HIT] if one.score >= FURTHER_SNIPPET * ranked[0].score]
    return Hit(
        article=article,
        snippets=tuple(
            make_snippet(article.text, one.passage.analysed, weights, one.passage.title_units) for one in shown
        ),
        score=ranked[0].score,
    )
