"""Several articles in one text: where one ends and the next begins. What must not live here: what is noise."""

import math
import re
from collections import Counter

from corpus.reading.cleaning.furniture import FILLED, is_site_wording
from corpus.reading.cleaning.prose import is_prose
from corpus.reading.credits import credits_of
from corpus.reading.heading import may_be_title
from corpus.reading.words import LISTS

_GAP = re.compile(r"\n[ ]*\n(?:[ ]*\n)+")
_WINDOW_CHARS = 1_600
_MIN_PROSE_CHARS = 250
_LONG_LINE = re.compile(r"[^\n]{18,}")  # shorter ones are never prose, and they are asked for at each gap
_MAX_ARTICLES = 200
# A rule above the label of a title, and the line with which an archive of mail begins each of its messages.
_RECORD = re.compile(
    r"(?mi)^(?:[ ]*[-=*_—]{4,}[ ]*\n\s*(?=(?:标题|標題|title|subject|发信人)[ ]?[:：])"
    r"|(?=From \S+(?: at \S+)? {1,2}\w{3} \w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}$))"
)
# Cosines across a place, in parts of those on both sides of it. Within articles 95% of all paragraph ends lie above
# .5, between articles half lie below it, and even those on one subject mostly below .8.
_OTHER_WORDS = 0.5
_OTHER_WORDS_USUAL_GAP = 0.3
_OTHER_WORDS_WITH_CREDITS = 0.9
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
_LATIN_WORD = re.compile(r"[a-z][a-z0-9]{3,}")
_EMPTY_WORDS = frozenset("的了是在和与與不这這就也为為被把从從有我他她它上下中到说說对對个個们們")
_ENGLISH = frozenset(LISTS["english"])


def split_records(text: str) -> list[str]:
    """Return the records and e-mails that a program has put into one text, each with a head; the text without any."""
    return [part for part in _RECORD.split(text, maxsplit=_MAX_ARTICLES) if part.strip()] or [text]


def split_articles(text: str) -> list[str]:
    """Return the articles of a normalised plain text, at least one; joined they are the text.

    One begins behind two blank lines with a short title that is no statement where the vocabulary changes: all
    three, since a subhead looks the same. Where two blank lines part all paragraphs they say less, and more is asked.
    """
    gaps = [match.end() for match in _GAP.finditer(text)]
    breaks = len(re.findall(r"\n[ ]*\n", text))
    usual = len(gaps) * 4 > breaks and len(gaps) > 3
    starts = [0]
    for at in gaps:
        if len(starts) == _MAX_ARTICLES:
            break
        if _begins_article(text, starts[-1], at, _OTHER_WORDS_USUAL_GAP if usual else _OTHER_WORDS):
            starts.append(at)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _begins_article(text: str, start: int, at: int, limit: float) -> bool:
    head = [line.strip() for line in text[at : at + 600].split("\n") if line.strip()][:4]
    if not head or not may_be_title(head[0]) or is_site_wording(head[0], FILLED):
        return False
    before, after = text[max(start, at - _WINDOW_CHARS) : at], text[at : at + _WINDOW_CHARS]
    if min(_prose_chars(before), _prose_chars(after)) < _MIN_PROSE_CHARS:
        return False
    if any(credits_of(line) is not None for line in head[1:3]):
        limit = _OTHER_WORDS_WITH_CREDITS
    return change_of_words(before, after) < limit


def _prose_chars(text: str) -> int:
    return sum(len(line) for line in _LONG_LINE.findall(text) if is_prose(line.strip()))


def change_of_words(before: str, after: str) -> float:
    """Return how alike two texts are across their border, in parts of how alike each is in itself; 0 shares no word."""
    half = min(len(before), len(after)) // 2
    parts = (before[-2 * half : -half], before[-half:], after[:half], after[half : 2 * half])
    far_before, near_before, near_after, far_after = (_words(part) for part in parts)
    within = (_cosine(far_before, near_before) + _cosine(near_after, far_after)) / 2
    across = (_cosine(near_before, near_after) + _cosine(far_before, far_after)) / 2
    return across / within if within else 1.0


def _words(text: str) -> Counter[str]:
    words = Counter(word for word in _LATIN_WORD.findall(text.lower()) if word not in _ENGLISH)
    for run in _HAN_RUN.findall(text):
        words.update(pair for at in range(len(run) - 1) if not _EMPTY_WORDS & set(pair := run[at : at + 2]))
    return words


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    a, b = ({word: 1 + math.log(times) for word, times in words.items()} for words in (one, other))
    product = sum(weight * b.get(word, 0.0) for word, weight in a.items())
    return product / math.hypot(*a.values()) / math.hypot(*b.values()) if product else 0.0
