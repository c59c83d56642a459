"""Texts to sentences and passages, as places in the shown text.

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
    r"(?=[。！？｡!?….\n])(?:"
    rf"(?:[。！？｡]|(?<![!?])[!?]++(?=[\s{_CLOSERS}{_HAN}]|$))[。！？!?…]*+[{_CLOSERS}]*+"
    rf"|(?:(?<!…)…++|(?<!\.)\.{{3,}}+)(?=[\s{_CLOSERS}]|$)[{_CLOSERS}]*"
    rf"|(?P<stop>\.)(?=[\s{_CLOSERS}]|$|(?<=[{_HAN}）)”」』\"]\.)[{_HAN}])[{_CLOSERS}]*(?=\s|$|[{_HAN}])"
    r"|(?<=[a-z]{3})(?P<joined>\.)(?=(?!Net|Js)[A-Z][a-z]*[\s,’'])"  # a page's lost space: to spare.It was
    r"|\n)"
)
_OPENERS = "“‘「『（([【《〈〔«"
_OPENED = re.compile(f"[{re.escape(_OPENERS)}]")
_PAIRED_CLOSERS = "”’」』）)]】》〉〕»"
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘（])(?:[A-Z]|(?i:mr|mrs|ms|dr|prof|st|vs|no|vol|figs?|gen|sen|rep|gov|capt|col|lt|sgt|rev|hon|mt|ft"
    r"|pp|ch|sec|eds?|cf|ca|approx|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"|(?P<may_end>(?:[A-Za-z]\.)+[A-Za-z]|(?i:inc|ltd|co|corp|etc|al|jr|sr|dept|univ|ave|bros)))$"
)
# Words that are no part of an address or of code, and such as may be a name.
_LOWER_WORD = re.compile(r"(?:^|[\s(“\"‘'])[a-z’'-]+$")
_WORD = re.compile(r"(?:^|[\s(“\"‘'])[A-Za-z][a-z’'-]+$")
# A decimal as pages set it in Chinese: 报12. 58 元.
_WHOLE_FIGURE = re.compile(rf"[{_HAN}，,、（(]\s?\d{{1,3}}$")
_DECIMALS = re.compile(rf"\d{{1,4}}\s?[{_HAN}%％]")
_LETTER_BEFORE_NUMBER = re.compile(r"(?:^|[\s(])[bcdpr]$")
# With these a sentence begins, even behind what may be an abbreviation.
_STARTER = re.compile(
    r"(?:He|She|It|They|We|I|You|The|This|That|These|Those|His|Her|Its|Their|But|And|In|On|At|When)\b"
)
_SAID = re.compile(
    rf"[{_HAN}·\w ]{{0,12}}?"
    r"(?:说|說|问|問|答|道|喊|叫|表示|认为|認為|指出|解释|解釋|回忆|回憶|补充|補充|强调|強調|写道|寫道|笑)"
    r"[^。！？!?\n]{0,12}[。！？!?，,]"
)
# With these a sentence goes on behind a question or a call that it quotes; all but 的 also begin sentences.
_LED_ON = re.compile(
    "的|之(?![前后後间間])|[时時](?![间間])|[这這那](?=[样樣种種个個句些类類几幾一两兩])|等(?![我你他她待到])|地(?![上下方点點板])"
    "|[几幾](?=[个個句字])|一(?=[句类類词詞语語问問])|[让讓令是]"
)
_TITLE_ENDS = "》〉"
_QUOTED_CHARS = 80
_WORD_CHARS = 12
_COMMAS = tuple("，,、；;")
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
    start = counted = quotes = 0
    for match in _END.finditer(text):
        end = match.end()
        quotes += text.count('"', counted, end)  # since the line began
        counted = end
        if match[0] == "\n":
            quotes = 0
        elif _goes_on(text, start, match, end):
            continue
        elif not text[end : end + 1].isspace() and (
            (match[0][-1] == '"' and quotes % 2) or (match[0][-1] == "'" and text.count("'", start, end) % 2)
        ):
            end -= 1  # the odd one out opens the next sentence
        _add_trimmed(spans, text, start, end)
        start = end
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


def _goes_on(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a mark is no end: before a lower-case word, in an abbreviation, in a short quotation, before who says it.

    Only some characters on either side are asked, so that work on a text stays linear.
    """
    following = text[end : end + _WORD_CHARS].lstrip(" ")
    if following[:1].islower() or following[:1] in _COMMAS:
        return True
    if match["stop"] or match["joined"]:
        if text[start : match.start()].strip().isdecimal():
            return True  # an item's number belongs to the item
        before = text[max(start, match.start() - 20) : match.start()]
        if match["joined"] and not (_STARTER.match(following) and _WORD.search(before)):
            return _LOWER_WORD.search(before) is None
        return _is_abbreviation(before, following)
    if match[0][-1] in _TITLE_ENDS or _is_led_on(text[max(start, end - _QUOTED_CHARS) : end], following):
        return True
    return _is_within(text[max(start, end - _QUOTED_CHARS) : end], text[end : end + _QUOTED_CHARS]) or (
        match[0][-1] in _CLOSERS and text[start] in _OPENERS and _SAID.match(text, end) is not None
    )


def _is_abbreviation(before: str, following: str) -> bool:
    if not following.strip():
        return False
    if following[0].isdigit() and _LETTER_BEFORE_NUMBER.search(before):
        return True
    if _DECIMALS.match(following) and _WHOLE_FIGURE.search(before):
        return True
    abbreviation = _ABBREVIATION.search(before)
    return abbreviation is not None and not (abbreviation["may_end"] and _STARTER.match(following))


def _is_led_on(before: str, following: str) -> bool:
    """Whether a quotation that has just closed is a part of the sentence around it: 他问“去哪里？”的时候."""
    closer = _PAIRED_CLOSERS.find(before[-1])
    if closer < 0 or not (led := _LED_ON.match(following)):
        return False
    around = before[: max(0, before.rfind(_OPENERS[closer]))]
    return led[0] == "的" or bool(around and around[-1] not in "：:，,。！？")


def _is_within(before: str, after: str) -> bool:
    """Whether a place lies in a quotation or in brackets that are short."""
    if not _OPENED.search(before):
        return False
    opened = max(before.rfind(mark) for mark in _OPENERS)
    if any(mark in before[opened:] for mark in _PAIRED_CLOSERS):
        return False
    line = after.split("\n", 1)[0]
    closes = min((at for mark in _PAIRED_CLOSERS if (at := line.find(mark)) >= 0), default=-1)
    return 0 <= closes < _QUOTED_CHARS - (len(before) - opened)


def _add_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    trimmed = _trimmed(text, start, end)
    if trimmed:
        spans.append(trimmed)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends; None if nothing else is in it."""
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    return (start + lead, start + len(part.rstrip())) if lead < len(part) else None
