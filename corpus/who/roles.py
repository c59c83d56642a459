"""The organisation and title that an article states beside a name, as places of its own wording.

What must not live here: which of several roles is shown first (:mod:`corpus.who.card`).
"""

import re
from collections.abc import Iterator, Sequence

from corpus.results import ROLE_CHARS, Span
from corpus.who.lexicon import TITLE, TITLE_BEFORE, TITLE_EN, TITLE_ZH
from corpus.who.mentions import Token
from corpus.who.words import NOT_IN_NAMES

# Flags and words of jieba that a title and the organisation before it are made of; a verb or an adverb ends them.
_NOMINAL = frozenset("nabjfemstlikhgzq")
_LINKS = frozenset("的之、兼与和及&/ ·.-'’") | {
    "联合",
    "创始",
    "执行",
    "合伙",
    "现任",
    "前任",
    "曾任",
    "前",
    "原",
    "时任",
    "级",
    "共同",
}
_EDGES = " ,、的之兼与和及&/·.-'’在“\"「其"
_BOUNDARY = re.compile(r"(?:[\s,、。“”「」:;!?()《》]|^)(?:而|在|由|据)?$")
_STATED_ZH = re.compile(
    r"(?:(?P<past>曾经?)|目前|现在|现|后来|正式)?(?:担任|出任|就任|升任|兼任|任|当选为?|成为|是|为)了?"
    rf"(?P<role>[^,。;:!?！？；\n()不能会要让]{{0,24}}{TITLE_ZH}(?:之一|岗位|职务)?)"
)
_STATED_EN = re.compile(
    r" ?(?:,(?! who\b)|(?:, who )?(?:was|is|became|serves? as|served as)) "
    rf"(?P<role>(?:(?:an?|the|its|former|current|then) ){{0,3}}[\w' -]{{0,24}}?\b{TITLE_EN}\b"
    r"(?:(?: and [\w ]{1,16})? (?:of|at|for|in) (?:the )?[A-Z][\w&.-]*\w(?: [A-Z][\w&-]*){0,3}"
    r"| of [a-z][\w' -]{1,40}(?=[,.;:]))?(?! of\b))",
)
_LEADS_IN = re.compile("(?:现?担任|出任|师从|包括|比如|例如|正如|据|由)")
_EPITHET = re.compile('被(?:称为|誉为|称作|视为)[“「"]?(?P<role>[^,。“”]{2,24})[”」"]?的$')
_BRACKETED = re.compile(rf"\((?P<role>[^(),。]{{0,30}}(?:{TITLE_ZH}|\b{TITLE_EN}\b)[^(),。]{{0,10}})")
_ENGLISH_BEFORE = re.compile(
    rf"(?:(?:[Ff]ormer|[Tt]hen|[A-Z][\w&.'’-]*|{TITLE_EN}|and|of|the|,|co|for) ?){{0,6}}\b{TITLE_EN},? $"
)


def role_spans(cased: str, before: Span, after: Span, tokens: Sequence[Token]) -> list[Span]:
    """Return the roles that stand beside a name, at most 40 characters each.

    ``before`` and ``after`` are the stretches of ``cased`` between it and the persons around it; ``tokens`` are the
    words of the former, in reading order.
    """
    found = [*_in_front(cased, before, tokens), *_behind(cased, after)]
    trimmed = [_without_edges(cased, start, end) for start, end in found]
    return [(start, end) for start, end in trimmed if 2 <= end - start <= ROLE_CHARS]


def _without_edges(cased: str, start: int, end: int) -> Span:
    while start < end and cased[start] in _EDGES:
        start += 1
    while end > start and cased[end - 1] in _EDGES:
        end -= 1
    return start, end


def _in_front(cased: str, before: Span, tokens: Sequence[Token]) -> Iterator[Span]:
    low, start = before
    low = max(low, start - 60, cased.rfind("\n", 0, start) + 1)
    epithet = _EPITHET.search(cased[low:start])
    if epithet:
        yield low + epithet.start("role"), low + epithet.end("role")
    if not TITLE_BEFORE.search(cased[low:start]):
        return
    english = _ENGLISH_BEFORE.search(cased[low:start])
    first = low + english.start() if english else _nominal_start(cased, low, start, tokens)
    while (word := re.match(r"[A-Z]\w+ ", cased[first:start])) and word[0][:-1].lower() in NOT_IN_NAMES:
        first += word.end()
    leads_in = _LEADS_IN.match(cased, first, start)
    first, last = _without_edges(cased, leads_in.end() if leads_in else first, start)
    if TITLE.search(cased, first, last):
        yield first, last


def _nominal_start(cased: str, low: int, start: int, tokens: Sequence[Token]) -> int:
    """Return where the run of nominal words in front of ``start`` begins."""
    first = start
    for token in reversed(tokens):
        end = token.start + len(token.word)
        contiguous = end >= first or not cased[end:first].strip('“"「 ')
        nominal = token.flag[0] in _NOMINAL or token.flag == "vn" or token.word in _LINKS or TITLE.fullmatch(token.word)
        if token.start < low or not contiguous:
            break
        if nominal and start - token.start > ROLE_CHARS:
            return start  # a part of a title would say something else
        if not nominal and not (token.flag == "v" and _BOUNDARY.search(cased[low : token.start])):
            break  # a verb that opens the clause is more often part of a name than a predicate without subject
        first = token.start
    return first


def _behind(cased: str, after: Span) -> Iterator[Span]:
    start, high = after
    sentence = re.compile(r"[^。！？!?\n]{0,80}").match(cased, start, high)
    stop = sentence.end() if sentence else start
    bracketed = _BRACKETED.match(cased, start, stop)
    if bracketed:
        yield bracketed.span("role")
    stated = _STATED_ZH.search(cased, start, stop)
    of_next = stated and stop == high < len(cased) and cased[stated.end() : stop] in {"", "的"}
    if stated and not of_next and stated.start() - start <= 40:
        yield stated.start("past" if stated["past"] else "role"), stated.end()
    english = _STATED_EN.match(cased, start, stop)
    if english:
        yield english.span("role")
