"""What several articles say on a topic, each statement once. What must not live here: which articles answer."""

from collections.abc import Sequence

import numpy as np

from corpus.article import Article
from corpus.index.store import Store
from corpus.results import Hit, Summary, SummarySentence
from corpus.summary.ranking import bm25_vectors, choose, cosines, coverage, lexrank, scaled
from corpus.summary.sentences import Sentence, content_terms, standing_sentences
from corpus.summary.single import inverse_frequencies, penalties

ARTICLES_READ = 8
TOPIC_CHARS = 200
_SENTENCES_PER_ARTICLE = 50
_CROWDING = 0.2  # off a sentence for each one already chosen of its article


def digest(store: Store, hits: Sequence[Hit], topic: str, max_chars: int) -> Summary:
    """Return what the best hits say on a topic within a budget.

    Articles follow each other by date, those without one last in the order of the hits; within an article sentences
    stand in reading order. No two sentences say the same.
    """
    articles = [hit.article for hit in hits[:ARTICLES_READ]]
    pooled = [standing_sentences(article) for article in articles]
    topic = topic.strip()[:TOPIC_CHARS]
    idf = inverse_frequencies(store, (sentence for sentences in pooled for sentence in sentences), topic)
    wanted = content_terms(topic)
    sentences: list[Sentence] = []
    for held in pooled:
        on_topic = coverage([sentence.terms for sentence in held], wanted, idf)
        best = np.argsort(-on_topic, kind="stable")[:_SENTENCES_PER_ARTICLE]
        sentences += [held[row] for row in best if on_topic[row] > 0]
    chosen = _chosen(sentences, topic, idf, max_chars)
    order = {article.id: place for place, article in enumerate(sorted(articles, key=_by_date))}
    chosen.sort(key=lambda sentence: (order[sentence.article.id], sentence.start))
    drawn_on = tuple({sentence.article.id: sentence.article for sentence in chosen}.values())
    return Summary(
        subject=topic,
        sentences=tuple(SummarySentence(text=s.text, article=s.article, start=s.start, end=s.end) for s in chosen),
        articles=drawn_on,
        source_chars=sum(len(article.text) for article in drawn_on),
    )


def _by_date(article: Article) -> tuple[bool, str]:
    return article.published is None, article.published or ""


def _chosen(sentences: Sequence[Sentence], topic: str, idf: dict[str, float], max_chars: int) -> list[Sentence]:
    if not sentences:
        return []
    counts = [sentence.terms for sentence in sentences]
    similar = cosines(bm25_vectors(counts, idf))
    scores = coverage(counts, content_terms(topic), idf) + scaled(lexrank(similar)) - penalties(sentences)
    origins = [sentence.article.id for sentence in sentences]

    def crowding(row: int, chosen: list[int]) -> float:
        return _CROWDING * sum(origins[other] == origins[row] for other in chosen)

    lengths = [sentence.end - sentence.start for sentence in sentences]
    return [sentences[row] for row in choose(scores, similar, lengths, max_chars, crowding)]
