"""The summary of one article. What must not live here: what several articles say (:mod:`corpus.summary.digest`)."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from corpus.index.store import Store
from corpus.results import Summary, SummarySentence
from corpus.segmentation import sentence_spans
from corpus.summary.ranking import Vector, bm25_vectors, centroid_scores, choose, cosines, coverage, lexrank, scaled
from corpus.summary.sentences import Sentence, content_terms, han_length, opening_clause, standing_sentences

_IDEAL_CHARS = (20, 110)
_CLAUSES_TRIED = 200
# Announcements of a result, a turn or a first: what a writer says to be remembered.
_CUE = re.compile(
    "总之|總之|总的来说|總的來說|综上|綜上|结论|結論|意味着|意味著|本质上|本質上|核心|关键|關鍵|最重要|根本|首次|首个|首個"
    "|第一次|宣布|宣佈|发布|發佈|推出|研究表明|数据显示|數據顯示"
    "|表明|证明|證明|主要|问题在于|問題在於|原因"
    "|\\b(?:in summary|in conclusion|overall|above all|most important|key|crucial|significant|for the first time"
    "|announced|launched|found that|shows? that|showed that|concluded?|results?|main|because|means that)\\b",
    re.IGNORECASE,
)


def summarize(store: Store, article_id: str, max_chars: int) -> Summary:
    """Return the sentences of an article that say most of it within a budget, in reading order.

    Where no sentence fits, a clause that stands by itself; where none does, nothing.

    Raises
    ------
    UnknownArticle
        No article of this id is in the store.
    """
    article = store.article(article_id)
    sentences = standing_sentences(article)
    idf = inverse_frequencies(store, sentences, article.title)
    chosen = _chosen(sentences, article.title, idf, max_chars)
    places = [(sentence.start, sentence.end) for sentence in chosen]
    if not places:
        tried = sentence_spans(article.text)[:_CLAUSES_TRIED]
        clauses = (opening_clause(article.text, span, max_chars) for span in tried)
        places = [clause for clause in clauses if clause][:1]
    return Summary(
        subject=article.title,
        sentences=tuple(
            SummarySentence(text=article.text[start:end], article=article, start=start, end=end)
            for start, end in sorted(places)
        ),
        articles=(article,),
        source_chars=len(article.text),
    )


def inverse_frequencies(store: Store, sentences: Iterable[Sentence], topic: str) -> dict[str, float]:
    """Return BM25's idf over the store's passages of every term in the sentences and the topic."""
    terms = list(dict.fromkeys([*(term for sentence in sentences for term in sentence.terms), *content_terms(topic)]))
    total = store.passages_total
    held = store.document_frequency("W", terms)
    return {
        term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term in terms for n in [min(held.get(term, 0), total)]
    }


def penalties(sentences: Sequence[Sentence]) -> Vector:
    """Return what is taken off each sentence for being too short to say much or too long to be read."""
    short, long = _IDEAL_CHARS
    lengths = [han_length(sentence.text) for sentence in sentences]
    return np.array([max(0.0, (short - n) / short, min(1.0, (n - long) / long)) for n in lengths])


def _chosen(sentences: Sequence[Sentence], title: str, idf: Mapping[str, float], max_chars: int) -> list[Sentence]:
    if not sentences:
        return []
    counts = [sentence.terms for sentence in sentences]
    vectors = bm25_vectors(counts, idf)
    similar = cosines(vectors)
    # Every feature counts alike: on articles left out, tuned weights lost to equal ones.
    scores = (
        scaled(centroid_scores(vectors))
        + scaled(lexrank(similar))
        + scaled(np.array([max(1 / math.sqrt(1 + s.position), 0.5 * s.closes) + 0.25 * s.opens for s in sentences]))
        + scaled(coverage(counts, content_terms(title), idf))
        + np.array([float(_CUE.search(sentence.text) is not None) for sentence in sentences])
        - penalties(sentences)
    )
    lengths = [sentence.end - sentence.start for sentence in sentences]
    return [sentences[row] for row in choose(scores, similar, lengths, max_chars)]
