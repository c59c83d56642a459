"""How much of a topic texts hold, and which article a topic names. What must not live here: what is said of it."""

import itertools
import math
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Self

import numpy as np

from corpus.analysis.folding import fold, fold_key
from corpus.analysis.stopwords import without_stop_words
from corpus.analysis.terms import bigrams_of, is_cjk, needle, units_line, word_terms
from corpus.article import Article
from corpus.index.store import Store
from corpus.results import Profile
from corpus.search.forms import forms_of_words
from corpus.summary.ranking import Vector, coverage
from corpus.summary.sentences import Sentence, inverse_frequencies, standing_sentences
from corpus.who.lookup import who

WHOLE = 0.99  # of a topic's idf: a title that holds so much holds it
NEARLY = 0.8
_ABSENT = 3  # passages: what no article holds of the topic may be but another wording
_ARTICLE = re.compile(
    r"(?:the |that |this |your )?(?P<en>.+?) article|(?:the|that|this) (?P<piece>.+?) (?:piece|post|story)"
    "|(?P<zh>.+?)的?(?:[这這那该該]一?篇(?:文章)?|文章)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic in each of its forms, as bigrams, since a name that the dictionary lacks has no words.

    ``idf`` is that of the bigrams; ``other_forms`` say which of them a line of units stands for: another form of a
    name, or a translation. ``several`` says that it has several words and is nobody's name.
    """

    forms: Sequence[Sequence[str]]
    idf: Mapping[str, float]
    other_forms: Mapping[str, Sequence[str]]
    several: bool
    empty: bool

    @classmethod
    def of(cls, store: Store, topic: str, *, translated: bool) -> Self:
        """Return a topic, in all its forms if it is a name that the articles hold, or a part of one."""
        asked = without_stop_words(fold(topic).text)
        names = _names(store, topic)
        forms = tuple(_bigrams(line) for line in (asked, *(without_stop_words(fold(name).text) for name in names)))
        most = math.log(1 + max(1, store.passages_total) / _ABSENT)
        roots = inverse_frequencies(store, itertools.chain.from_iterable(forms), "B")
        words = () if names else tuple(dict.fromkeys(word_terms(asked)))
        others: dict[str, list[str]] = {}
        scripts = (True, False) if translated else ()
        for word, lines in forms_of_words(store, asked, words, scripts).items():
            for line in filter(_tells, lines):
                others.setdefault(line, []).extend(_bigrams(word) if is_cjk(word) else (word,))
        idf = {term: min(root**2, most) for term, root in roots.items()}
        return cls(forms, idf, others, several=len(words) > 1, empty=not topic)

    def shares(self, held: Sequence[AbstractSet[str]]) -> Vector:
        """Return which share, 0 to 1, of a topic each text holds, given as :meth:`terms`; all where it is empty."""
        if self.empty:
            return np.ones(len(held))
        covered: Vector = np.max([coverage(held, wanted, self.idf) for wanted in self.forms], axis=0)
        return covered

    def terms(self, line: str) -> frozenset[str]:
        """Return the bigrams of a line of units, with those for which another form stands there."""
        standing = (terms for form, terms in self.other_forms.items() if needle(form) in f" {line} ")
        return frozenset(itertools.chain(bigrams_of(line), *standing))

    def nearest(self, held: Sequence[AbstractSet[str]], titled: AbstractSet[str]) -> float:
        """Return the largest share that two neighbouring texts and the title above them hold together, as terms."""
        pairs = [one | other | titled for one, other in itertools.pairwise([*held, titled])]
        return float(self.shares(pairs).max(initial=0.0))


@dataclass(frozen=True, slots=True)
class Told:
    """An article as topics are looked for in it: the sentences that can be shown, and the lines of units of all."""

    title: str
    sentences: Sequence[Sentence]
    lines: Sequence[str]

    @classmethod
    def of(cls, store: Store, article: Article) -> Self:
        """Return an article so."""
        sentences = standing_sentences(store, article)
        return cls(_line(article.title), sentences, [_line(sentence.text) for sentence in sentences])


def article_named(store: Store, articles: Sequence[Article], text: str) -> Article | None:
    """Return the article that a text names: the only one of these whose title holds it.

    What does not say that it means an article has to be of several words, and no other article may hold nearly as much:
    that is a topic.
    """
    about = without_article(text)
    topic = Topic.of(store, about, translated=True)
    titled = [article for article in articles if topic.shares([topic.terms(_line(article.title))])[0] >= WHOLE]
    if len(titled) != 1 or not (about != text or topic.several):
        return None
    if about != text:
        return titled[0]
    others = (Told.of(store, article) for article in articles if article is not titled[0])
    return None if any(_held(topic, other) >= NEARLY for other in others) else titled[0]


def without_article(text: str) -> str:
    """Return what a text is about that says that it means an article, such as "the harbour article"; else the text."""
    meant = _ARTICLE.fullmatch(text.strip())
    return next(filter(None, meant.groups())) if meant else text


def _held(topic: Topic, told: Told) -> float:
    return topic.nearest([*map(topic.terms, told.lines)], topic.terms(told.title))


def _tells(form: str) -> bool:
    """Whether a form can be looked for: a single Chinese character is part of too many words."""
    return len(form) > 1 or not is_cjk(form)


def _names(store: Store, topic: str) -> tuple[str, ...]:
    """Return the forms of a name that the articles hold, if a topic is one or a part of one."""
    found = who(store, topic)
    forms = (found.name, *found.aliases) if isinstance(found, Profile) else ()
    key = fold_key(topic)
    return forms if any(key in fold_key(form) for form in forms) else ()


def _bigrams(folded: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(bigrams_of(units_line(folded))))


def _line(text: str) -> str:
    return units_line(fold(text).text)
