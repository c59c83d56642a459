"""What a card states beside offices: facts of the tables chosen by kind, and sentences with a date in order of time.

What must not live here: how a fact is recognised (:mod:`corpus.who.facts`), offices and quotations.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from corpus.article import Article
from corpus.reading.dates import iso_date
from corpus.results import EVIDENCE_CHARS, Event, Evidence, Fact, FactKind, Kind, Span
from corpus.who.keys import name_key

FACTS_PER_KIND = 2
EVENTS_SHOWN = 6
_FACTS_READ = 400
_EVENT_CHARS = 100
# In the order of a card; a person's founding of something is an office or a deed already.
_KINDS: dict[Kind, tuple[FactKind, ...]] = {
    "person": ("relation", "move"),
    "organisation": ("definition", "founding", "money", "product"),
    "product": ("definition", "founding", "product"),
}
_DATE = re.compile(
    r"(?<![\d.])(?:1[6-9]|20)\d\d ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?[日号號])?)?"
    r"|\b(?:in|since|until|from|by|after|before|during) (?:[A-Z][a-z]{2,8} )?(?P<year>(?:1[6-9]|20)\d\d)\b(?![-/.]\d)",
    re.IGNORECASE,
)
# What founds; a sentence that only calls somebody a founder says less, and stands among the roles.
_FOUNDS = re.compile(
    r"成立|[创創]立|[创創][办辦]|[创創]建|\b(?:co-?)?founded\b|\bestablished\b|\bset up\b", re.IGNORECASE
)
_CLAUSE_STOP = re.compile("[,，;；。]\\s?")


def facts_of(
    connection: sqlite3.Connection, owner: int, kind: Kind, articles: Mapping[int, Article]
) -> tuple[Fact, ...]:
    """Return the facts of an owner by kind, at most two of each, those that say most first; none says another again."""
    query = "SELECT kind, article, start, end FROM name_about WHERE owner = ? ORDER BY worth DESC LIMIT ?"
    rows = [row for row in connection.execute(query, (owner, _FACTS_READ)) if row[1] in articles]
    rows.sort(key=lambda row: row[0] == "founding" and not _FOUNDS.search(articles[row[1]].text, row[2], row[3]))
    chosen: list[Fact] = []
    for wanted in _KINDS[kind]:
        held = 0
        for stated, number, start, end in rows:
            article = articles[number]
            fact = Fact(kind=wanted, text=article.text[start:end], article=article, start=start, end=end)
            fits = stated == wanted and held < FACTS_PER_KIND and end - start <= EVIDENCE_CHARS
            if fits and not any(_says_again(fact, other) for other in chosen):
                chosen.append(fact)
                held += 1
    return tuple(chosen)


def _says_again(one: Fact, other: Fact) -> bool:
    ours, theirs = name_key(one.text), name_key(other.text)
    shared = min(one.end, other.end) - max(one.start, other.start) if one.article is other.article else 0
    return ours in theirs or theirs in ours or 2 * shared > min(one.end - one.start, other.end - other.start)


def events_of(sentences: Iterable[tuple[Evidence, Span]]) -> tuple[Event, ...]:
    """Return what is dated among sentences that name somebody, earliest first, at most six, one for a date.

    Each sentence comes with the span of the name; those that come first are preferred. A single
    date is no timeline, and comes to nothing.
    """
    found: dict[str, Event] = {}
    for sentence, name in sentences:
        for event in _events(sentence, name):
            if len(found) < EVENTS_SHOWN:
                found.setdefault(event.date, event)
    events = sorted(found.values(), key=lambda event: event.date)
    return tuple(events) if len(events) > 1 else ()


def _events(sentence: Evidence, name: Span) -> Iterator[Event]:
    """Yield the clauses of a sentence with a date: up to the next dated one, where they or the sentence begin so."""
    first, last, text = sentence.start, sentence.end, sentence.article.text
    starts = [first, *(stop.end() for stop in _CLAUSE_STOP.finditer(text, first, last) if stop.end() < last), last]
    dated = [(low, match) for low, high in pairwise(starts) if (match := _DATE.search(text, low, high))]
    ends = [low for low, _ in dated[1:]] + [last]
    for (clause, match), high in zip(dated, ends, strict=False):  # without a date there is an end too many
        end = clause + len(text[clause:high].rstrip(" ,，;；。"))
        # What happened stands before "in 1971".
        whole = match["year"] and match is dated[0][1] and match.start() == clause and end - first <= _EVENT_CHARS
        low = first if whole else clause
        if end - low > _EVENT_CHARS:
            stops = [stop.start() for stop in _CLAUSE_STOP.finditer(text, match.end(), low + _EVENT_CHARS)]
            end = stops[-1] if stops else low
        date = iso_date(match["year"] or match[0])
        if date and end > low and (low <= name[0] < end or name[0] - first <= 1):
            yield Event(date=date, text=text[low:end], article=sentence.article, start=low, end=end)
