"""What an article says that somebody did: founded, led, joined or left what, as places of its own wording.

What must not live here: the offices that it states of somebody (:mod:`corpus.who.roles`).
"""

import re
from collections.abc import Iterator

from corpus.results import ROLE_CHARS, Span
from corpus.who.lexicon import TITLE_EN, any_of

SENTENCE = re.compile(r"[^。！？!?\n]*")
_ADVERBS = (
    "(?:曾经?|后来|后|又|还|也|则|便|就|随后|早年|目前|现|于是|共同|联合|一起|一?毕业[后就]*|亲自|率先|最早|先后|一手)*"
)
_DEED_ZH = re.compile(
    rf"{_ADVERBS}(?P<role>(?:[于在]?\d{{4}}年(?:\d{{1,2}}月)?)?{_ADVERBS}(?:[在于][^,。;:!?\n()“”]{{2,14}}?,?)?{_ADVERBS}{any_of('did_zh')}"
    r"(?![的者人是]|\s?\d+年)[^,。;:!?\n()]{2,28}(?<![后时前])(?:,(?:取名|[命定]名)为?[“「]?[^,。;:!?\n“”]{2,12}[”」]?)?"
    r"|从[^,。;:!?\n()]{2,14}(?:离职|辞职|退休|退役))(?=[,。;!?\n(]|$)"
)
_DEED_BY = re.compile(r"(?:^|[,。;!?\n])(?P<role>(?:[^,。;:!?\n()]{2,20})?(?:就|均|都|则)?是?由)$")
_DATED = re.compile(r"(?:^|[。;!?\n])(?P<role>\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?,?)$")
_MADE = re.compile(
    r"(?:共同|联合|一手|[于在]?\d{4}年(?:\d{1,2}月)?)*(?:创[办立建]|成立|设计|发明|建造|开发|编写|主编|执导|主持)(?=[,。;的]|$)"
)
DEED_BY_EN = re.compile(
    rf"(?:^|[.,;:\n] ?)(?P<role>[A-Z][\w' -]{{1,24}}?,? (?:(?:is|was|were) )?(?:{any_of('done_by_en')}"
    r"|created|led|invented|designed|built|developed)(?: in [12]\d{3})? by) [*_]*$"
)
_DEED_EN = re.compile(
    rf"(?:,? who)?(?: had| has| also| later| then| now| currently| previously){{0,2}} (?P<role>{any_of('did_en')}"
    rf" (?!that\b)(?:[^,.;:!?\n()]{{3,30}}? as (?:an? |the )?[\w -]{{0,20}}{TITLE_EN}"
    r"|(?:(?! (?:after|before|since|during|when)\b)[^,.;:!?\n()]){3,30}"
    r"(?=[,.;:!?\n]| (?:at|in|on|with|for|to|that|which|as|from|before|after|since|during|when)\b)"
    r"|(?=[A-Z\d]|(?:an?|the|his|her|its|their) )[^,.;:!?\n()]{3,30}(?= and\b)))"  # an object begins so, if it is whole
    r"(?=[,.;:!?\n ])"
)


def deeds(cased: str, before: Span, after: Span) -> Iterator[Span]:
    """Yield what somebody did; where it was done by somebody, the span goes from what was done on."""
    start, high = after
    stop = start + len(SENTENCE.match(cased[start : min(high, start + 80)])[0])  # type: ignore[index]  # it always matches
    low = max(before[0], before[1] - ROLE_CHARS)
    by = cased.startswith("由", before[1] - 1)
    for pattern in (_DEED_ZH, _DEED_EN):
        deed = pattern.match(cased, start, stop)
        if deed and not (deed.end() == high < len(cased)):
            done = (_DEED_BY if by else _DATED).search(cased[low : before[1]])
            first = low + done.start("role") if done else deed.start("role")
            yield (first if deed.end() - first <= ROLE_CHARS else deed.start("role")), deed.end()
    if not by and not cased.startswith(" by ", before[1] - 4):
        return
    done = (_DEED_BY if by else DEED_BY_EN).search(cased[low : before[1]])
    made = _MADE.match(cased, start, stop)
    if done and (made or done.re is DEED_BY_EN):
        yield low + done.start("role"), made.end() if made else start
