"""A question to hits: candidates from an engine, ranked, one hit for an article. What must not live here: weights."""

import functools
import json
import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import compress, islice
from operator import attrgetter

from corpus.analysis.folding import fold
from corpus.analysis.terms import is_cjk, needle, token_spans, units_line, word_terms
from corpus.article import Article
from corpus.index.engines.protocol import Engine, TermQuery
from corpus.index.manifest import PASSAGE_BITS
from corpus.index.store import Store, StoredPassage
from corpus.results import SNIPPETS_PER_HIT, Filters, Hit, Snippet
from corpus.search.clauses import EVERYTHING
from corpus.search.counts import Lines
from corpus.search.coverage import Coverage, matching
from corpus.search.question import Question
from corpus.search.ranking import Ranked, TermWeights, padded, rank, term_weights
from corpus.search.snippets import SnippetTerms, make_snippets

CANDIDATES = 50
OTHER_CANDIDATES = 20
MOST_CANDIDATES = 800
ENOUGH_ARTICLES = 20
# The next best passages of an article count a little: so many of them, and such a share of their scores.
FURTHER_PASSAGES, FURTHER_SHARE = 4, 0.02
# An article has a further snippet for each passage that answers nearly as well as the best one, by score; what is shown
# may stand in any that answers half as well or so. The first has one more for each of these shares of its score that
# the next does not reach: the further ahead it is, the more likely the answer is there.
FURTHER_SNIPPET = 0.8
LEADS = (0.9, 0.7)
SHOWN_FROM = 0.6
# The articles do not say where none of the best three holds enough; the two best passages of an article are looked at.
SURE_HITS = 3
CLOSE = 0.25  # of the best score: what holds no word of a question and less is left out
LOOKED_AT = 2
FIRST = 10  # articles among which what holds the words as typed is before what holds their stems
_WORD = re.compile(r"[^\W\d_]+")
_LATEST = "SELECT position FROM articles ORDER BY published DESC, position"  # an index holds both: no article is read
_CREDITS = (
    "SELECT position, printf('%s %s', source, author) FROM articles WHERE position IN (SELECT value FROM json_each(?))"
)
_FIRST = "SELECT id FROM passages WHERE ordinal = 0 AND article IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The hits, best first; how many articles match, of which there may be more; whether even the best say little."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    at_least: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Passages that hold words of a question, in order of id, and whether they are all that do."""

    passages: tuple[StoredPassage, ...]
    complete: bool

    @property
    def folded(self) -> str:
        """Their titles and texts in folded form."""
        return "\n".join(line for one in self.passages for line in (one.title_units, one.analysed.units))


def find_hits(
    store: Store,
    engine: Engine,
    question: Question,
    filters: Filters,
    candidates: Callable[[], Candidates],
    limit: int,
    shown: range | None = None,
) -> Found:
    """Return what is found for a question; for filters alone or ``*``, all that they let through, the latest first.

    Only hits whose places are in ``shown`` have snippets, where that is given.
    """
    weights = term_weights(store, question)
    if _lists(question) and (filters != Filters() or question.query.must_not or question.folded.strip() == EVERYTHING):
        return _listed(store, _passing(store, engine, question.query, filters), weights, limit, shown)
    found = candidates()
    passages = _with_other_forms(store, engine, question, filters, weights, found)
    if not passages:
        return Found(at_least=not found.complete)
    lines, named = _with_credits(store, question, passages, Lines.of(passages))
    weights = replace(weights, named=[*weights.named, *named])
    articles: dict[int, list[Ranked]] = {}
    for one in rank(passages, weights, store.manifest.averages, lines):
        articles.setdefault(one.passage.article, []).append(one)
    best = sorted(articles.values(), key=_score, reverse=True)
    best = [ranked for ranked in best if _score(ranked) > 0]
    coverage = Coverage.of(store, question, weights)
    share_of = {passage.id: share for passage, share in zip(passages, coverage.shares(lines), strict=True)}
    shares = [max(share_of[one.passage.id] for one in ranked[:LOOKED_AT]) for ranked in best]
    if any(shares):  # what holds none of the question's words does not come close, unless it scores for something else
        least = CLOSE * _score(best[0])
        close = [share > 0 or _score(ranked) >= least for ranked, share in zip(best, shares, strict=True)]
        best, shares = [*compress(best, close)], [*compress(shares, close)]
    articles_at = store.articles_at([ranked[0].passage.article for ranked in best[: max(limit, FIRST)]])
    best = _as_typed_first(articles_at, question, weights, best)
    return Found(
        hits=_hits(articles_at, best[:limit], weights, shown, _lead(best)),
        total=matching(shares),
        at_least=not found.complete,
        weak=bool(shares) and coverage.is_weak(max(shares[:SURE_HITS])),
    )


def count_matching(store: Store, engine: Engine, question: Question, filters: Filters, *, weak: bool = False) -> int:
    """Return how many articles match, as far as the first candidates tell; none where they say too little.

    With ``weak`` those count that do.
    """
    if _lists(question):
        listed = _passing(store, engine, question.query, filters)
        return store.manifest.articles if listed is None else len(listed)
    coverage = Coverage.of(store, question, term_weights(store, question))
    passages = store.passages([passage for passage, _ in engine.candidates(question.query, filters, CANDIDATES)])
    if not passages:
        return 0
    shares: dict[int, float] = {}
    for passage, share in zip(passages, coverage.shares(Lines.of(passages)), strict=True):
        shares[passage.article] = max(shares.get(passage.article, 0.0), share)
    return 0 if coverage.is_weak(max(shares.values())) and not weak else matching(shares.values())


def _lists(question: Question) -> bool:
    """Whether a question asks for nothing, so that it lists what it does not leave out."""
    return replace(question.query, must_not=()) == TermQuery(should=())


def _passing(store: Store, engine: Engine, query: TermQuery, filters: Filters) -> AbstractSet[int] | None:
    """Return the positions of articles that pass filters and hold nothing that they must not; None for all."""
    return engine.passing(query, filters) if query.must_not else store.matching_articles(filters)


def _listed(
    store: Store, matching: AbstractSet[int] | None, weights: TermWeights, limit: int, shown: range | None
) -> Found:
    connection = store.connection()
    positions = (position for (position,) in connection.execute(_LATEST) if matching is None or position in matching)
    latest = [*islice(positions, limit)]
    ids = [passage for (passage,) in connection.execute(_FIRST, (json.dumps(latest),))]
    passages = {passage.article: passage for passage in store.passages(ids)}
    found = [[Ranked(passages[position], 0.0)] for position in latest if position in passages]
    total = store.manifest.articles if matching is None else len(matching)
    return Found(hits=_hits(store.articles_at(latest), found, weights, shown), total=total)


def _with_other_forms(
    store: Store, engine: Engine, question: Question, filters: Filters, weights: TermWeights, found: Candidates
) -> list[StoredPassage]:
    """Return the candidates and those that hold other forms alone, which take no place from them, in order of id."""
    forms = (form for group in (*weights.names, *weights.translations) for form in group)
    runs = dict.fromkeys(run for form in forms for run in form.split())
    # What is not Chinese is stems already.
    words = tuple(dict.fromkeys(word for run in runs for word in (word_terms(run) if is_cjk(run) else (run,))))
    others = engine.candidates(replace(question.query, should=words), filters, OTHER_CANDIDATES) if words else ()
    further = store.passages([*{passage for passage, _ in others}.difference(one.id for one in found.passages)])
    return sorted([*found.passages, *further], key=attrgetter("id"))


def _with_credits(
    store: Store, question: Question, passages: Sequence[StoredPassage], lines: Lines
) -> tuple[Lines, list[str]]:
    """Return the lines with source and author in the title where these hold a word that none says; and such words.

    Who asks of light in nature does not mean the journal; a question of which none says anything is left to itself.
    """
    unsaid = [term for term in question.bigrams if not len(lines.text.find(term)[0])]
    if not 0 < len(unsaid) < len(question.bigrams):
        return lines, []
    rows = store.connection().execute(_CREDITS, (json.dumps([*{one.article for one in passages}]),))
    credits_of = {article: _units_of(by) for article, by in rows}
    every = "".join(credits_of.values())
    named = [term for term in unsaid if needle(term) in every]
    if not named:
        return lines, []
    titles = {
        article: line.rstrip() for article, line in credits_of.items() if any(needle(term) in line for term in named)
    }
    known = [replace(one, title_units=one.title_units + titles.get(one.article, "")) for one in passages]
    return Lines.of(known), named


@functools.lru_cache(maxsize=4096)  # most articles are of few sources
def _units_of(names: str) -> str:
    return padded(units_line(fold(names).text))


def find_candidates(store: Store, engine: Engine, query: TermQuery, filters: Filters) -> Candidates:
    """Return the engine's best passages.

    Where those of a few long articles fill the place, the best one of up to 50 further articles comes in beside them.
    """
    best = [passage for passage, _ in engine.candidates(query, filters, CANDIDATES)]
    complete = len(best) < CANDIDATES
    if not complete and len({passage >> PASSAGE_BITS for passage in best}) < ENOUGH_ARTICLES:
        found = [passage for passage, _ in engine.candidates(query, filters, MOST_CANDIDATES)]
        first = {passage >> PASSAGE_BITS: passage for passage in reversed(found)}
        further = [passage for passage in found if first[passage >> PASSAGE_BITS] == passage][:CANDIDATES]
        best, complete = [*{*best, *further}], len(found) < MOST_CANDIDATES
    return Candidates(passages=tuple(store.passages(best)), complete=complete)


def _score(ranked: Sequence[Ranked]) -> float:
    """Return the score of an article, whose passages are given best first."""
    return ranked[0].score + FURTHER_SHARE * sum(one.score for one in ranked[1 : 1 + FURTHER_PASSAGES])


def _as_typed_first(
    articles: Mapping[int, Article], question: Question, weights: TermWeights, best: Sequence[list[Ranked]]
) -> list[list[Ranked]]:
    """Return the first articles for an English question in order anew, before all others.

    Stems are equal; what holds the words that were typed is before. Off the best passage's score comes the idf of the
    words of which it or the title holds but the stem, by the number of all that were asked: in a long question each
    tells little.
    """
    folded = question.folded
    typed = {folded[start:end]: stem for stem, start, end in token_spans(folded) if stem in weights.units}
    if not typed or any(map(is_cjk, question.units)):  # among Chinese a Latin word is a name
        return [*best]
    again: list[list[Ranked]] = []
    least = max(map(_score, best[FIRST:]), default=0.0)
    for first, *others in best[:FIRST]:
        article, passage = articles[first.passage.article], first.passage.analysed
        held = {*_WORD.findall(fold(f"{article.title}\n{article.text[passage.start : passage.end]}").text)}
        stems = {*first.passage.title_units.split(), *passage.units.split()}
        other = [stem for word, stem in typed.items() if stem.isalpha() and stem in stems and word not in held]
        less = sum(map(weights.units.__getitem__, other)) / len(typed)
        again.append([replace(first, score=max(least, first.score - less)), *others])
    return [*sorted(again, key=_score, reverse=True), *best[FIRST:]]


def _lead(best: Sequence[list[Ranked]]) -> int:
    """Return how many snippets the first article has for being ahead of the next one, 1 to 3."""
    first, second = [*(ranked[0].score for ranked in best[:2]), 0.0, 0.0][:2]
    return 1 + sum(second < share * first for share in LEADS)


def _hits(
    articles: Mapping[int, Article],
    found: Sequence[list[Ranked]],
    weights: TermWeights,
    shown: range | None,
    lead: int = 1,
) -> tuple[Hit, ...]:
    places = range(len(found)) if shown is None else shown
    terms = functools.cache(lambda cjk: SnippetTerms.of(weights, cjk=cjk))
    return tuple(
        _hit(articles[best.article], ranked, terms(best.cjk) if place in places else None, 1 if place else lead)
        for place, ranked in enumerate(found)
        for best in [ranked[0].passage]
    )


def _hit(article: Article, ranked: list[Ranked], terms: SnippetTerms | None, least: int) -> Hit:
    """Return the hit of an article's passages, without snippets where there are no terms to choose them by."""
    best = ranked[0]
    near = [one for one in ranked[:SNIPPETS_PER_HIT] if one.score >= SHOWN_FROM * best.score]
    good = sum(one.score >= FURTHER_SNIPPET * best.score for one in near)
    snippets: tuple[Snippet, ...] = ()
    if terms:
        passages = sorted((one.passage.analysed for one in near), key=attrgetter("start"))
        snippets = make_snippets(article.text, passages, terms, best.passage.title_units, max(least, good))
    return Hit(article=article, snippets=snippets, score=_score(ranked))
