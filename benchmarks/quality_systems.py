"""What is measured: Footnote through its public API, and plain peers that anybody could write in an evening.

What must not live here: what a good answer is (:mod:`benchmarks.quality_measures`).
"""

import functools
import logging
import tempfile
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

import jieba
import jieba.posseg
from rank_bm25 import BM25Okapi

import corpus
from benchmarks.quality_measures import SNIPPET_CHARS, Answer, Card, folded
from bot.services.plain_words import parse

_ALL_NAMES = 1_000_000
_HITS = 10


class System(Protocol):
    """Whatever can be asked all that is judged."""

    def search(self, question: str) -> Answer:
        """Return the best ten articles, and snippets."""

    def found(self) -> Sequence[Card]:
        """Return every person and organisation that the articles were found to name."""

    def card(self, form: str) -> Card | None:
        """Return the one card that answers who bears a name, None where there is a choice or nothing."""

    def summary(self, article_id: str, max_chars: int) -> str:
        """Return a summary of an article."""

    def route(self, message: str) -> tuple[str, str]:
        """Return what a direct message means: its kind and its argument."""


class Footnote:
    """The library and the routing of messages, as the bot calls them."""

    def __init__(self, library: corpus.Library) -> None:
        self._library = library

    def search(self, question: str) -> Answer:
        """Return the articles of the hits, and all their snippets one after the other, as the bot shows them."""
        hits = self._library.search(question, limit=_HITS).hits
        return Answer(
            articles=tuple(hit.article.id for hit in hits),
            snippets=tuple(snippet.text for hit in hits for snippet in hit.snippets),
        )

    def found(self) -> Sequence[Card]:
        """Return all names that autocomplete offers, with the other forms on their cards."""
        candidates = self._library.complete_names("", limit=_ALL_NAMES)
        cards = ((candidate, self.card(candidate.name)) for candidate in candidates)
        return [
            card if card and candidate.name in card.forms else Card(kind=candidate.kind, forms=(candidate.name,))
            for candidate, card in cards
        ]

    def card(self, form: str) -> Card | None:
        """Return the profile, if who() comes to one."""
        profile = self._library.who(form)
        if not isinstance(profile, corpus.Profile):
            return None
        return Card(
            kind=profile.kind,
            forms=(profile.name, *profile.aliases),
            roles=tuple(role.text for role in profile.roles),
            quotations=tuple(evidence.text for evidence in profile.evidence),
            articles=frozenset(article.id for article in profile.articles),
        )

    def summary(self, article_id: str, max_chars: int) -> str:
        """Return the sentences of the summary; what is over the budget is not read."""
        sentences = self._library.summarize(article_id, max_chars=max_chars).sentences
        return "".join(sentence.text for sentence in sentences)[:max_chars]

    def route(self, message: str) -> tuple[str, str]:
        """Return the intent."""
        intent = parse(message, date(2026, 9, 1))
        return intent.kind, intent.argument


class Plain:
    """What comes without thought, one peer for each thing that is judged; nothing is folded."""

    def __init__(self, articles: Sequence[corpus.Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._tagger = _tagger()
        self._words = self._tagger.tokenizer
        self._index: Any = BM25Okapi([self._words.lcut(f"{a.title}\n{a.text}") for a in articles])
        self._found: list[Card] | None = None

    def search(self, question: str) -> Answer:
        """Return the articles by score, and of each the stretch of 200 characters that holds most of the words."""
        words = self._words.lcut(question)
        scored = zip(self._index.get_scores(words), self._articles.values(), strict=True)
        telling = {word for word in words if folded(word)}
        ranked = sorted(scored, key=lambda pair: -pair[0])[:_HITS]
        return Answer(
            articles=tuple(article.id for _, article in ranked),
            snippets=tuple(_best_window(article.text, telling) for _, article in ranked),
        )

    def found(self) -> Sequence[Card]:
        """Return each word that is tagged as a person (nr) or an organisation (nt) anywhere."""
        if self._found is None:
            held: dict[tuple[str, str], set[str]] = {}
            for article in self._articles.values():
                for pair in self._tagger.cut(article.text):
                    kind = {"nr": "person", "nt": "organisation"}.get(pair.flag[:2])
                    if kind and len(pair.word) > 1:
                        held.setdefault((kind, pair.word), set()).add(article.id)
            self._found = [
                Card(kind=kind, forms=(word,), articles=frozenset(ids)) for (kind, word), ids in held.items()
            ]
        return self._found

    def card(self, form: str) -> Card | None:
        """Return the tagged word that is the name, letter by letter."""
        return next((card for card in self.found() if form in card.forms), None)

    def summary(self, article_id: str, max_chars: int) -> str:
        """Return the beginning of the article (Lead)."""
        return self._articles[article_id].text[:max_chars]

    def route(self, message: str) -> tuple[str, str]:
        """Take every message for a search."""
        return "search", message


@functools.cache
def _tagger() -> Any:
    """Return a tagger apart from the corpus's own, its dictionary built once in a private folder."""
    jieba.setLogLevel(logging.CRITICAL)
    words = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as cache:
        words.tmp_dir = cache
        words.initialize()
    return jieba.posseg.POSTokenizer(words)


def _best_window(text: str, words: set[str]) -> str:
    windows = [text[start : start + SNIPPET_CHARS] for start in range(0, len(text), SNIPPET_CHARS)]
    return max(windows, key=lambda window: sum(word in window for word in words), default="")
