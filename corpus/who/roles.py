"""The organisation and title that an article states beside a name, as places of its own wording.

What must not live here: which of several roles is shown first (:mod:`corpus.who.card`).
"""

import re
from collections.abc import Iterator, Sequence

from corpus.results import ROLE_CHARS, Span
from corpus.who.lexicon import KIND_AFTER, KIND_ZH, TITLE, TITLE_BEFORE, TITLE_EN, TITLE_ZH
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
    r"(?:(?P<past>曾经?)|目前|现在|现|后来|正式)?(?P<where>(?:在|于)[^,。;:!?\n()在]{2,16}?)?(?:期间)?"
    "(?:担任|出任|就任|升任|兼任|任|当选为?|成为|是|为)了?(?:一?[位名])?"
    rf"(?P<role>[^,。;:!?！？；\n()不能会要让]{{0,24}}{TITLE_ZH}(?:之一|岗位|职务)?)"
)
_STATED_EN = re.compile(
    r" ?(?:,(?! who\b)|(?:, who )?(?:was|is|became|serves? as|served as)) "
    rf"(?P<role>(?:(?:an?|the|its|former|current|then) ){{0,3}}[\w' -]{{0,24}}?\b{TITLE_EN}\b"
    r"(?:(?: and [\w ]{1,16})? (?:of|at|for|in) (?:the )?[A-Z][\w&.-]*\w(?: [A-Z][\w&-]*){0,3}"
    r"| of [a-z][\w' -]{1,40}(?=[,.;:]))?(?! of\b))",
)
_APPOSED_ZH = re.compile(
    rf",(?![其他她它这那该此])(?P<role>[^,。;:!?\n()、“”]{{2,26}}?{TITLE_ZH}(?:之一)?)(?=[,。;!?\n]|$)"
)
# What somebody did, for those of whom no office is stated.
_ADVERBS = (
    "(?:曾经?|后来|后|又|还|也|则|便|就|随后|早年|目前|现|于是|共同|联合|一起|一?毕业[后就]*|亲自|率先|最早|先后)*"
)
_DEED_ZH = re.compile(
    rf"{_ADVERBS}(?P<role>(?:[在于][^,。;:!?\n()“”]{{2,14}}?)?{_ADVERBS}(?:任教|执教|任职|就职|供职|工作|加入|创办|创立|成立"
    r"|发明|提出|开创|主持|带领|领导|领衔|师从|毕业于|研发|开发|编写|设计|证明|发现|移居)(?![的者人])[^,。;:!?\n()]{2,28})(?=[,。;!?\n(]|$)"
)
_DEED_BY = re.compile(r"(?:^|[,。;!?\n])(?P<role>[^,。;:!?\n()]{2,20},?(?:就|均|都|则)?是?由)$")
_DEED_EN = re.compile(
    r"(?:,? who)?(?: had| has| also| later| then){0,2} (?P<role>(?:co-?founded|founded|invented|created|built|wrote|led"
    r"|leads|heads|headed|chairs|chaired|runs|joined|teaches|taught|directs|designed|discovered|developed|studied|proved)"
    r" [^,.;:!?\n()]{3,30})(?=[,.;:!?\n]| (?:and|in|with|for|to|that|which)\b)"
)
_FAR = 40  # characters between a name, or its last office, and the words that state the next
_SENTENCE = re.compile(r"[^。！？!?\n]*")
_POSSESSIVE = re.compile("(?:its|his|her|their|our|my) ", re.IGNORECASE)
_LEADS_IN = re.compile("(?:现?担任|出任|师从|包括|比如|例如|正如|据|由|用|让|请|向|对|把|被|跟|找|给)")
_EPITHET = re.compile('被(?:称为|誉为|称作|视为)[“「"]?(?P<role>[^,。“”]{2,24})[”」"]?的$')
_BRACKETED = re.compile(rf"\((?P<role>[^(),。]{{0,30}}(?:{TITLE_ZH}|\b{TITLE_EN}\b)[^(),。]{{0,10}})")
_ENGLISH_BEFORE = re.compile(
    rf"(?:(?:[Ff]ormer|[Tt]hen|[A-Z][\w&.'’-]*|{TITLE_EN}|and|of|the|,|co|for) ?){{0,6}}\b{TITLE_EN},? $"
)


def role_spans(cased: str, before: Span, after: Span, tokens: Sequence[Token]) -> list[Span]:
    """Return the roles that stand beside a name, at most 40 characters each: its offices, and what it did.

    ``before`` and ``after`` are the stretches of ``cased`` between it and the persons around it; ``tokens`` are the
    words of the former, in reading order.
    """
    found = [*_in_front(cased, before, tokens), *_behind(cased, after), *_deeds(cased, before, after)]
    trimmed = [_without_edges(cased, start, end) for start, end in found]
    return [(start, end) for start, end in trimmed if 2 <= end - start <= ROLE_CHARS]


def kind_spans(cased: str, start: int, end: int, tokens: Sequence[Token]) -> list[Span]:
    """Return what an organisation is said to be right before its name or right after it; ``tokens`` stand before."""
    found: list[Span] = []
    low = max(cased.rfind("\n", 0, start) + 1, start - ROLE_CHARS // 2)
    kind = KIND_ZH.search(cased[low:start])
    if kind:
        last = low + kind.end()
        before = [token for token in tokens if token.start < last]
        low = max([low, *(token.end for token in before if token.flag == "t")])  # "yesterday" is no part of it
        first = _nominal_start(cased, low, last, before)
        if first < last - len(kind[0]):  # "the company" alone says nothing
            found.append(_without_edges(cased, first, last))
    after = KIND_AFTER.match(cased, end)
    return [(a, b) for a, b in [*found, *([after.span("role")] if after else [])] if 2 <= b - a <= ROLE_CHARS]


def _without_edges(cased: str, start: int, end: int) -> Span:
    while start < end and cased[start] in _EDGES:
        start += 1
    while end > start and cased[end - 1] in _EDGES:
        end -= 1
    owner = _POSSESSIVE.match(cased, start, end)
    return (owner.end() if owner else start), end


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
    title = TITLE.search(cased, first, last)
    if title:
        yield _own_member(cased, first, title.start()), last


def _own_member(cased: str, first: int, title: int) -> int:
    """Return where the last member of a list begins that stands before a title: the others are not of the office."""
    if "、" not in cased[first:title]:
        return first
    return max(cased.rfind(mark, first, title) for mark in "、和与及") + 1


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
    stop = start + len(_SENTENCE.match(cased[start : min(high, start + 80)])[0])  # type: ignore[index]  # it always matches
    bracketed = _BRACKETED.match(cased, start, stop)
    if bracketed:
        yield bracketed.span("role")
    last = start
    for stated in _STATED_ZH.finditer(cased, start, stop):
        of_next = stop == high < len(cased) and stated.end() == stop
        if of_next or cased[stated.end() : stated.end() + 1] == "的" or stated.start() - last > _FAR:
            break  # an office of the next person, a proposal to hold one, or of somebody else by then
        group = next(name for name in ("past", "where", "role") if stated[name])
        yield stated.start(group), stated.end()
        last = stated.end()
    apposed = _APPOSED_ZH.match(cased, start, stop)
    if apposed and not (apposed.end() == high < len(cased)):
        yield apposed.span("role")
    english = _STATED_EN.match(cased, start, stop)
    if english:
        yield english.span("role")


def _deeds(cased: str, before: Span, after: Span) -> Iterator[Span]:
    """Yield what somebody did; where it was done by somebody, the span goes from what was done on."""
    start, high = after
    stop = start + len(_SENTENCE.match(cased[start : min(high, start + 80)])[0])  # type: ignore[index]  # it always matches
    for pattern in (_DEED_ZH, _DEED_EN):
        deed = pattern.match(cased, start, stop)
        if deed and not (deed.end() == high < len(cased)):
            low = max(before[0], before[1] - 28)
            done = _DEED_BY.search(cased[low : before[1]])
            yield (low + done.start("role") if done else deed.start("role")), deed.end()
