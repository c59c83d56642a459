"""Texts to paragraphs, sentences and passages, as places in the shown text.

Spans are (start, end) code points, trimmed of white space, ascending and disjoint; what stands between them is white
space alone. What must not live here: terms, and whether a sentence is worth showing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]

PASSAGE_CHARS = 800
PARAGRAPH_END_CHARS = 400
TAIL_CHARS = 200

_HAN = "\u3005\u3007\u3400-\u9fff"
_CLOSERS = "”’」』）)］\\]】》〉〕»\"'"
# Runs are possessive and begin where no other mark stands before, or long ones would cost quadratic time.
# An English mark ends a sentence only before space, a closing mark or Han; an ellipsis only at the end of what is said.
_END = re.compile(
    rf"(?:[。！？｡]|(?<![!?])[!?]++(?=[\s{_CLOSERS}{_HAN}]|$))[。！？!?…]*+[{_CLOSERS}]*+"
    rf"|(?:(?<!…)…++|(?<!\.)\.{{3,}}+)(?=[\s{_CLOSERS}]|$)[{_CLOSERS}]*"
    rf"|(?P<stop>\.)(?=[\s{_CLOSERS}]|$|(?<=[{_HAN}]\.)[{_HAN}])[{_CLOSERS}]*(?=\s|$|[{_HAN}])"
    r"|\n"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]"
    r"|(?i:mr|mrs|ms|dr|prof|st|vs|etc|inc|ltd|co|corp|no|vol|fig|jr|sr|gen|sen|rep|gov|approx|al"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))$"
)
_STRAIGHT_QUOTES = "\"'"
_SOFT_BREAK = re.compile(r"[，,、；;：:\s](?=[^，,、；;：:\s]*$)")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is found and ranked as one: ``text[start:end]``, with the sentences that it is made of."""

    start: int
    end: int
    sentences: tuple[Span, ...]


def sentence_spans(text: str) -> list[Span]:
    """Return the sentences in reading order; closing quotes and brackets stay with theirs, a line break ends one."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match["stop"] and _goes_on(text, start, match.start(), end):
            continue
        if match[0][-1] in _STRAIGHT_QUOTES and text.count(match[0][-1], start, end) % 2:
            end -= 1  # the odd one out opens the next sentence
        _add_trimmed(spans, text, start, end)
        start = end
    _add_trimmed(spans, text, start, len(text))
    return spans


def paragraph_spans(text: str) -> list[Span]:
    """Return the paragraphs: what stands between blank lines."""
    spans: list[Span] = []
    start = 0
    for match in re.finditer(r"\n\s*\n", text):
        _add_trimmed(spans, text, start, match.start())
        start = match.end()
    _add_trimmed(spans, text, start, len(text))
    return spans


def passage_spans(text: str) -> list[Passage]:
    """Return passages of at most 800 characters, cut between sentences, at the end of a paragraph where one is near.

    A sentence longer than a passage is cut hard, so that work on a passage stays bounded; its parts count as sentences.
    """
    passages: list[list[Span]] = []
    current: list[Span] = []
    for start, end in _bounded_sentences(text):
        if current and _is_full(text, current, start, end):
            passages.append(current)
            current = []
        current.append((start, end))
    if current:
        fits = passages and end - current[0][0] < TAIL_CHARS and end - passages[-1][0][0] <= PASSAGE_CHARS
        if fits:
            passages[-1] += current
        else:
            passages.append(current)
    return [Passage(spans[0][0], spans[-1][1], tuple(spans)) for spans in passages]


def _is_full(text: str, current: list[Span], start: int, end: int) -> bool:
    first, last = current[0][0], current[-1][1]
    if end - first > PASSAGE_CHARS:
        return True
    return last - first >= PARAGRAPH_END_CHARS and text.count("\n", last, start) > 1


def _bounded_sentences(text: str) -> Iterator[Span]:
    for sentence_start, end in sentence_spans(text):
        start = sentence_start
        while end - start > PASSAGE_CHARS:
            cut = start + PASSAGE_CHARS
            soft = _SOFT_BREAK.search(text, cut - PASSAGE_CHARS // 4, cut)
            cut = soft.end() if soft else cut
            trimmed = _trimmed(text, start, cut)
            if trimmed:
                yield trimmed
            start, _ = _trimmed(text, cut, end) or (end, end)
        if end > start:
            yield start, end


def _goes_on(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a full stop is no end: after an abbreviation or initial, or before a lower-case letter."""
    following = text[end : end + 40].lstrip()[:1]
    if following.islower():
        return True
    return bool(following) and _ABBREVIATION.search(text, max(start, stop - 20), stop) is not None


def _add_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    trimmed = _trimmed(text, start, end)
    if trimmed:
        spans.append(trimmed)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends; None if nothing else is in it."""
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    return (start + lead, start + len(part.rstrip())) if lead < len(part) else None
