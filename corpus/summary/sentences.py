"""Which sentences of an article can be shown alone, and which parts of one can.

What must not live here: which of them say most (:mod:`corpus.summary.ranking`).
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.analysis.folding import fold
from corpus.analysis.terms import tag_words, word_terms
from corpus.article import Article
from corpus.results import Span
from corpus.segmentation import paragraph_spans, sentence_spans

SENTENCES_CONSIDERED = 400  # ranking compares each with each
_ANALYSED_CHARS = 400
_MIN_CHARS = 10
_MIN_CLAUSE_CHARS = 6
_MARKER_CHARS = 6  # before the first sentence of a list item
_CONNECTIVE = re.compile(
    "(?:然而|但是?|不过|不過|因此|所以|于是|於是|而且|并且|並且|另外|此外|同时|同時|总之|總之|事实上|事實上|其实|其實|当然|當然|而)[,，]"
)
_LEANS = re.compile(
    "[这這那此该該其他她它另]|上述|前者|后者|後者|两者|兩者|对此|對此|如此|正因|与此|與此|也就是|也|还|還|并|並|而|但|却|卻|则|則|然而|不过|不過|因此|因而|所以|于是|於是"
    "|例如|比如|再者|接着|接著|随后|隨後|后来|後來|之后|之後|同样|同樣|最后|最後|换言之|換言之|反之|否则|否則|不仅如此|不僅如此|以及|当时|當時|双方|雙方|二者"
    "|(?:this|that|these|those|it|its|he|she|they|his|her|their|him|them|we|our|such|however|but|and|so|or|nor|yet|therefore|thus"
    "|hence|moreover|furthermore|also|then|meanwhile|instead|otherwise|nevertheless|still|here|both|another|afterwards|later"
    "|for example|for instance|in addition|as a result|by contrast|on the other hand|at the same time)\\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    "虽然|雖然|尽管|儘管|如果|假如|当|當|由于|由於|因为|因為|随着|隨著|为了|為了|除了|即使|只要|无论|無論|对于|對於|根据|根據|据|據|在"
    r"|(?:if|when|while|although|though|because|after|before|as|since|with|unless|until|for|by|in|on|at|from|to|given)\b",
    re.IGNORECASE,
)
_NO_PROSE = re.compile(
    r"[-*•·●○■□▪◆|#>]|\(?\d{1,2}[.、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]、"
    r"|(?:图|圖|表|注|註|来源|來源|资料来源|图源|圖源|作者|编辑|編輯|责编|文|撰文|figure|fig\.|table|source|photo|image|credit)\s?\d*\s?[:：/／|.]",
    re.IGNORECASE,
)
_HAN = re.compile("[\u3400-\u9fff]")
_ITEM = re.compile(r"\s*[(（]?\d{1,2}[.、)）]\s*")
_QUESTION = re.compile(r"[?？][”’」』\"')）]*$")
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|says?|makes?|gives?|takes?|[a-z]{2,}ed)\b"
)
_PREDICATE_FLAGS = frozenset(["v", "ul", "ug", "uz"])  # a verb, or one of the particles that follow one: 了, 过, 着
_FINAL = re.compile(r"[。！？!?.…；;][”’」』\"')）\]】]*$")
_CLAUSE_END = re.compile(r"[,，;；：:](?=\D|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, ``article.text[start:end]``, with its word terms and its place among all of its article.

    ``position`` counts from 0; ``opens`` and ``closes`` say that it begins a paragraph or stands in the last one.
    """

    article: Article
    start: int
    end: int
    terms: Counter[str]
    position: int
    opens: bool
    closes: bool

    @property
    def text(self) -> str:
        """The article's own wording."""
        return self.article.text[self.start : self.end]


def standing_sentences(article: Article) -> list[Sentence]:
    """Return the sentences to choose from, at most 400 from all over the article.

    Questions, list items, captions, headings and sentences that lean on the one before are left out, unless nothing
    else is there.
    """
    text = article.text
    spans = sentence_spans(text)
    whole = [_without_connective(text, span) for span in spans]
    prose = [span for span in whole if _is_prose(text, span)]
    chosen = [span for span in prose if not leans(text[slice(*span)])] or prose or spans
    kept = _spread(text, chosen)
    paragraphs = paragraph_spans(text)
    opening = {start for start, _ in paragraphs}
    closing = paragraphs[-1][0] if len(paragraphs) > 1 else len(text)
    return [
        Sentence(
            article=article,
            start=start,
            end=end,
            terms=content_terms(text[start : min(end, start + _ANALYSED_CHARS)]),
            position=position,
            opens=start in opening,
            closes=start >= closing,
        )
        for position, (start, end) in enumerate(kept)
    ]


def content_terms(text: str) -> Counter[str]:
    """Return the word terms of a text with their counts, single Han characters apart."""
    return Counter(term for term in word_terms(fold(text).text) if len(term) > 1 or term.isdigit())


def han_length(text: str) -> float:
    """Return a length in Chinese characters: text without any says in five letters what two of them say."""
    return len(text) if _HAN.search(text) else len(text) * 0.4


def leans(sentence: str) -> bool:
    """Whether a sentence needs the one before it: it begins with a pronoun or a connective."""
    return _LEANS.match(sentence.lstrip("“\"「『‘'(（")) is not None


def opening_clause(text: str, span: Span, max_chars: int) -> Span | None:
    """Return the longest beginning of a sentence that ends with a clause and stands by itself within a budget."""
    start, end = span
    sentence = text[start : min(end, start + max_chars + 1)]
    if leans(sentence) or _SUBORDINATE.match(sentence) or _NO_PROSE.match(sentence):
        return None
    last = max((match.start() for match in _CLAUSE_END.finditer(sentence) if match.start() <= max_chars), default=0)
    clause = sentence[:last]
    stands = han_length(clause) >= _MIN_CLAUSE_CHARS and _has_predicate(clause)
    return (start, start + last) if stands else None


def _has_predicate(clause: str) -> bool:
    if _HAN.search(clause):
        return any(flag in _PREDICATE_FLAGS for _, flag in tag_words(clause))
    return _PREDICATE.search(clause) is not None


def _without_connective(text: str, span: Span) -> Span:
    connective = _CONNECTIVE.match(text, *span)
    return (connective.end(), span[1]) if connective and connective.end() < span[1] else span


def _is_prose(text: str, span: Span) -> bool:
    start, end = span
    sentence = text[start:end]
    marker = text[max(0, start - _MARKER_CHARS) : start].rpartition("\n")[2]
    return (
        han_length(sentence) >= _MIN_CHARS
        and _FINAL.search(sentence) is not None
        and _QUESTION.search(sentence) is None
        and _NO_PROSE.match(sentence) is None
        and _ITEM.fullmatch(marker) is None
    )


def _spread(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """Keep 400 sentences: of each equal stretch the one whose character pairs are the article's most frequent."""
    if len(spans) <= SENTENCES_CONSIDERED:
        return spans
    pairs = Counter(itertools.pairwise(text))

    def weight(span: Span) -> float:
        start, end = span[0], min(span[1], span[0] + _ANALYSED_CHARS)
        return sum(pairs[text[i], text[i + 1]] for i in range(start, end - 1)) / (end - start)

    cuts = [round(i * len(spans) / SENTENCES_CONSIDERED) for i in range(SENTENCES_CONSIDERED + 1)]
    return [max(spans[low:high], key=weight) for low, high in itertools.pairwise(cuts)]
