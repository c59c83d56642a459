"""The summary of one article. What must not live here: what several articles say (:mod:`corpus.summary.digest`)."""

import re
from collections.abc import Sequence

import numpy as np

from corpus.index.store import Store
from corpus.results import Span, Summary, SummarySentence
from corpus.summary.ranking import (
    SAME_STATEMENT,
    Vector,
    bm25_vectors,
    centroid_scores,
    choose,
    cosines,
    scaled,
    taken_up,
)
from corpus.summary.sentences import (
    Sentence,
    content_terms,
    han_length,
    in_letters,
    inverse_frequencies,
    opening_clause,
    standing_sentences,
)
from corpus.summary.subjects import with_subjects

_ENOUGH_CHARS = 20
_CLAUSES_TRIED = 20
_NUMBER = re.compile("\\d|[一二三四五六七八九十百千萬万亿億两兩]{2}|百分之")
# Announcements of a result, a turn or a first, and "not this but that": what a writer says to be remembered.
_CUE = re.compile(
    "总之|總之|总的来说|總的來說|综上|綜上|结论|結論|意味着|意味著|本质上|本質上|核心|关键|關鍵|最重要|根本|首次|首个|首個"
    "|第一次|宣布|宣佈|发布|發佈|推出|数据显示|數據顯示"
    "|表明|证明|證明|主要|问题在于|問題在於|原因|真正|换句话说|換句話說|答案是|不是.{1,25}[，,而]是"
    "|\\b(?:in summary|in conclusion|overall|above all|most important|key|crucial|significant|for the first time"
    "|announced|launched|found that|show\\w* that|concluded?|results?|main|because|means that|turned out|lesson)\\b",
    re.IGNORECASE,
)
# What writers say of themselves or only suppose; whoever they quote may say both.
_OWN = re.compile(r"(?<!自)我(?![国國])|如果|假如|要是|倘若|\b(?:I|me|my|we|our|us|[Ii]f)\b")
_QUOTED = re.compile('“[^”]*”|「[^」]*」|"[^"]*"')


def summarize(store: Store, article_id: str, max_chars: int, letters: int = 0) -> Summary:
    """Return the sentences of an article that say most of it within a budget, in reading order.

    ``letters`` is the budget of one that is written in letters, if it has another.

    Where no sentence fits, a clause that stands by itself; where none does, nothing.

    Raises
    ------
    UnknownArticle
        No article of this id is in the store.
    """
    article = store.article(article_id)
    sentences = standing_sentences(store, article)
    budget = letters if letters and in_letters(article) else max_chars
    whole, clause = _chosen(store, sentences, article.title, budget)
    summary = Summary(
        subject=article.title,
        sentences=tuple(
            SummarySentence(
                text=article.text[start:end], article=article, start=start, end=end, clipped=(start, end) in clause
            )
            for start, end in sorted(whole + clause)
        ),
        articles=(article,),
        source_chars=len(article.text),
    )
    return with_subjects(store, summary)


def wording(sentences: Sequence[Sentence]) -> Vector:
    """Return what each sentence counts for its wording.

    Half a point for a cue word, half for a number, and half off for what is the writer's own; up to one point off for
    being too short to say much.
    """
    return np.array([_wording(sentence.text) for sentence in sentences], dtype=float)


def _wording(text: str) -> float:
    short = max(0.0, 1 - han_length(text) / _ENOUGH_CHARS)
    own = _OWN.search(_QUOTED.sub("", text))
    return (bool(_CUE.search(text)) + bool(_NUMBER.search(text)) - bool(own)) / 2 - short


def _chosen(store: Store, sentences: Sequence[Sentence], title: str, max_chars: int) -> tuple[list[Span], list[Span]]:
    """Return the places of the sentences that are shown whole, and of the clause that fills what is left."""
    counts = [*(sentence.terms for sentence in sentences), content_terms(title)]
    vectors = bm25_vectors(counts, inverse_frequencies(store, (term for count in counts for term in count)))
    like_title = cosines(vectors)[-1, :-1]
    similar = cosines(vectors[:-1])
    # Every feature counts alike: on articles left out, tuned weights lost to equal ones.
    scores = (
        scaled(centroid_scores(vectors[:-1]))
        + scaled(taken_up(similar))
        + scaled(np.array([(1 + row) ** -0.5 + 0.25 * s.opens for row, s in enumerate(sentences)]))
        + scaled(like_title)
        + wording(sentences)
    )
    lengths = [sentence.end - sentence.start for sentence in sentences]
    rows = choose(scores, similar, lengths, max_chars, [sentence.along for sentence in sentences])
    left = max_chars - sum(lengths[row] for row in rows)
    others = [row for row in np.argsort(-scores, kind="stable").tolist() if not _is_said(similar, row, rows)]
    whole = [(sentences[row].start, sentences[row].end) for row in rows]
    return whole, _clause([sentences[row] for row in others], left)


def _is_said(similar: Vector, row: int, chosen: list[int]) -> bool:
    return row in chosen or bool(similar[row, chosen].max(initial=0.0) >= SAME_STATEMENT)


def _clause(sentences: Sequence[Sentence], max_chars: int) -> list[Span]:
    """Return the beginning of the first sentence that has one which stands by itself and fills what is left."""
    tried = (opening_clause(s.article.text, (s.start, s.end), max_chars) for s in sentences[:_CLAUSES_TRIED])
    return [clause for clause in tried if clause][:1]
