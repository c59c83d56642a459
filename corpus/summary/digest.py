"""What several articles say on a topic, each statement once. What must not live here: which articles answer."""

import re
from collections.abc import Sequence

import numpy as np

from corpus.analysis.folding import fold
from corpus.index.store import Store
from corpus.results import Hit, Summary, SummarySentence
from corpus.summary.ranking import SAME_STATEMENT, Vector, bm25_vectors, choose, cosines, scaled
from corpus.summary.sentences import Sentence, in_letters, inverse_frequencies
from corpus.summary.single import wording
from corpus.summary.subjects import with_subjects
from corpus.summary.topic import NEARLY, WHOLE, Told, Topic

ARTICLES_READ = 8
_SENTENCES_PER_ARTICLE = 50
_CROWDING = 0.2  # off a sentence for each one already chosen of its article
# Of the topic's idf: less than this share is but a common word of it, or a topic that nobody wrote about.
_ON_TOPIC = 0.3
_IN_TRANSLATION = 0.55  # half may be one word of two, in a sense that was not meant
_BESIDE_BEST = 0.5  # of what the article nearest to the topic holds
# In folded text: figures, and Latin words, which stand for names.
_FACT = re.compile(r"\d+(?:\.\d+)?%?|[一二三四五六七八九十百千万亿两]{2,}|[a-z]{3,}")


def digest(store: Store, hits: Sequence[Hit], topic: str, max_chars: int, letters: int = 0) -> Summary:
    """Return what the best hits say on a topic within a budget.

    Articles follow each other by date, those without one last in the order of the hits; within an article sentences
    stand in reading order. No two sentences say the same; where they differ in figures or names alone, both stand. An
    empty topic is all that the hits say. ``letters`` is the budget where all that is said is in letters, if another.
    """
    articles = [hit.article for hit in hits[:ARTICLES_READ]]
    told = [Told.of(store, article) for article in articles]
    near, on_topic = _on_topic(told, Topic.of(store, topic, translated=False))
    if near < NEARLY:  # whoever asks in one language is told in it, unless the other tells more
        across, told_across = _on_topic(told, Topic.of(store, topic, translated=True))
        if across > max(near, _IN_TRANSLATION):
            on_topic = told_across
    said = _said(store, on_topic, max_chars, letters)
    by_date = sorted(articles, key=lambda article: (article.published is None, article.published or ""))
    order = {article.id: place for place, article in enumerate(by_date)}
    said.sort(key=lambda sentence: (order[sentence.article.id], sentence.start))
    drawn_on = {article.id: article for sentence in said for article in (sentence.article, *sentence.also)}
    summary = Summary(
        subject=topic,
        sentences=tuple(said),
        articles=tuple(sorted(drawn_on.values(), key=lambda article: order[article.id])),
        source_chars=sum(len(article.text) for article in drawn_on.values()),
    )
    return with_subjects(store, summary)


def _on_topic(told: Sequence[Told], topic: Topic) -> tuple[float, list[tuple[Sentence, float]]]:
    """Return what the nearest article holds, and of those that hold half as much sentences with their shares.

    An article holds what two neighbouring sentences and its title hold together. All of one is on the topic that its
    title holds. A sentence that leans on others is not told alone.
    """
    found: list[tuple[float, list[tuple[Sentence, float]]]] = []
    for article in told:
        alone = [
            (sentence, line)
            for sentence, line in zip(article.sentences, article.lines, strict=True)
            if not sentence.along
        ]
        titled = topic.terms(article.title)
        held = [topic.terms(line) for _, line in alone]
        shares = topic.shares(held)
        if topic.shares([titled])[0] >= WHOLE:
            shares = np.maximum(shares, _ON_TOPIC)
        best = np.argsort(-shares, kind="stable")[:_SENTENCES_PER_ARTICLE]
        on_topic = [(alone[row][0], float(shares[row])) for row in best if shares[row] >= _ON_TOPIC]
        found.append((topic.nearest(held, titled), on_topic))
    nearest = max((near for near, _ in found), default=0.0)
    least = max(_ON_TOPIC, _BESIDE_BEST * nearest)
    return nearest, [pair for near, on_topic in found if near >= least for pair in on_topic]


def _said(
    store: Store, on_topic: Sequence[tuple[Sentence, float]], max_chars: int, letters: int
) -> list[SummarySentence]:
    sentences = [sentence for sentence, _ in on_topic]
    counts = [sentence.terms for sentence in sentences]
    similar = cosines(bm25_vectors(counts, inverse_frequencies(store, (term for count in counts for term in count))))
    shares = np.array([share for _, share in on_topic])
    # How like all others a sentence is: degree centrality (Erkan and Radev 2004, 3.1).
    scores = shares + scaled(similar.sum(axis=1)) + wording(sentences)
    facts = [frozenset(_FACT.findall(fold(sentence.text).text)) for sentence in sentences]
    along = _differing(sentences, similar, facts)
    articles = np.array([sentence.article.id for sentence in sentences])
    crowding = _CROWDING * (articles[:, None] == articles)
    lengths = [sentence.end - sentence.start for sentence in sentences]
    rows = choose(scores, similar, lengths, max_chars, along, crowding)
    if letters and all(in_letters(sentences[row].article) for row in rows):
        rows = choose(scores, similar, lengths, letters, along, crowding)
    return [_sentence(sentences, row, np.flatnonzero(similar[row] >= SAME_STATEMENT).tolist()) for row in rows]


def _differing(
    sentences: Sequence[Sentence], similar: Vector, facts: Sequence[frozenset[str]]
) -> list[tuple[int, ...]]:
    """Return for each row the one of another article most like it that states other figures or names.

    Such rows are set apart in ``similar``: they do not say the same.
    """
    along: list[tuple[int, ...]] = []
    likeness = similar.copy()
    for row, sentence in enumerate(sentences):
        others = [
            other
            for other in np.flatnonzero(likeness[row] >= SAME_STATEMENT).tolist()
            if facts[row] - facts[other] and facts[other] - facts[row]
        ]
        similar[row, others] = 0.0
        apart = [other for other in others if sentences[other].article.id != sentence.article.id]
        along.append(tuple(sorted(apart, key=lambda other: -likeness[row, other])[:1]))
    return along


def _sentence(sentences: Sequence[Sentence], row: int, like: Sequence[int]) -> SummarySentence:
    """Return a chosen row with the further articles that say the same."""
    said = sentences[row]
    also = {sentences[other].article.id: sentences[other].article for other in like}
    also.pop(said.article.id, None)
    return SummarySentence(
        text=said.text, article=said.article, start=said.start, end=said.end, also=tuple(also.values())
    )
