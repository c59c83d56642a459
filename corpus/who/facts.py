"""What sentences state of a name beside offices: what it is, its founding, money, products, relations, moves.

A fact is a span of the article, of whole clauses, and the name that it is about. What must not live here: offices
(:mod:`corpus.who.roles`), tables, and which fact is shown.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.results import EVIDENCE_CHARS, FactKind, Kind
from corpus.who.lexicon import BARE_TITLE, DEFINED_AFTER, DEFINED_BEFORE, TITLE_EN, TITLE_ZH, any_of, where_begins

FACTS_PER_ARTICLE = 60
_REACH = 60  # between a name and the words that state something of it
_STOP = re.compile(r"[。！？!?\n]|\.(?=\s|$)")
_CLAUSE_STOP = re.compile(r"[,;:，；：、]\s?")
RELATION = re.compile(any_of("stated_relation"))
_STATED: tuple[FactKind, ...] = ("founding", "money", "product", "relation", "move")
_CUES = re.compile(where_begins("|".join(f"(?P<{kind}>{any_of(f'stated_{kind}')})" for kind in _STATED), "$"))
_OFFICE_OF = re.compile(rf"\b{TITLE_EN}s? (?:of|at) [^,;]*$")  # whose office it is defines nothing
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d|[一二三四五六七八九〇零]{4}年")
# Where somebody works, worked or studied: that is not what they founded.
_EMPLOYER_BEFORE = re.compile(
    r"(?:前|(?<![中太])原|曾[任在]|离开了?|来自|(?:毕业|就职|供职|任职|任教)于"
    r"|\b(?:[Ff]ormer|[Ee]x|[Ll]eft|[Ll]eaving|[Qq]uit|(?:at|from))[ -])$"
)
_EMPLOYER_AFTER = re.compile(
    rf"[^,。;由是在将于与和]{{0,6}}?(?:{TITLE_ZH}|校友|毕业生|出身)|[离辞]职|(?:['’]s)? (?:[\w-]+ ){{0,2}}?{TITLE_EN}\b"
)
_OF_ITSELF = re.compile("^(?:公司|集团|['’]s)| ")  # between an organisation and the titles of its own people


class Named(NamedTuple):
    """A place of a name that is sure: where it stands, its form, what it names."""

    start: int
    end: int
    form: str
    kind: Kind


class Fact(NamedTuple):
    """What is stated of a form, between two places of the text; ``worth`` is higher where more is said."""

    form: str
    kind: FactKind
    start: int
    end: int
    worth: int


def facts(cased: str, names: Sequence[Named]) -> list[Fact]:
    """Return what a text states of its names, which stand in reading order; none twice, at most sixty."""
    starts = [name.start for name in names]
    found: dict[tuple[str, FactKind, int], Fact] = {}
    for fact in _facts(cased, names, starts):
        found.setdefault(fact[:3], fact)
        if len(found) == FACTS_PER_ARTICLE:
            break
    return list(found.values())


def _facts(cased: str, names: Sequence[Named], starts: list[int]) -> Iterator[Fact]:
    for name in names:
        if name.kind != "person" and _defines(cased, name):
            fact = _fact(cased, name, "definition", (name.start, name.end), 1)
            of_another = _OFFICE_OF.search(cased[fact.start : name.start])
            yield fact._replace(start=name.start) if of_another else fact
    for cue in _CUES.finditer(cased):
        beside = cased[max(0, cue.start() - 1) : cue.start()] + cased[cue.end() : cue.end() + 1]
        if cue[0].isascii() and any(map(str.isalpha, beside)):
            continue  # a part of a word
        low, high = _sentence(cased, cue.start(), cue.end())
        near = names[bisect_left(starts, low) : bisect_left(starts, high)]
        kind: FactKind = cue.lastgroup  # type: ignore[assignment]  # the names of the groups are the kinds
        people = [name for name in near if name.kind == "person"]
        if kind == "relation":
            before, after = _nearest(people, cue.span(), before=True), _nearest(people, cue.span(), before=False)
            if before and after and before.form != after.form:
                yield from (_fact(cased, one, kind, (before.start, after.end), 1) for one in (before, after))
        else:
            speaking = [name for name in people if not cased.startswith(":", name.end)]  # who says it did not move
            about = speaking if kind == "move" else [name for name in near if name.kind != "person"]
            if kind == "founding":
                about = [name for name in about if not _employs(cased, name, cue.span())]
            subject = _subject(cased, about, cue.span(), kind)
            if subject:
                span = min(subject.start, cue.start()), max(subject.end, cue.end())
                yield _fact(cased, subject, kind, span, 1 + bool(people) + bool(_YEAR.search(cased, low, high)))


def _defines(cased: str, name: Named) -> bool:
    if any(after.match(cased, name.end) for after in DEFINED_AFTER):
        return True
    before = cased[max(0, name.start - _REACH) : name.start].rpartition("\n")[2]
    return any(defined.search(before) for defined in DEFINED_BEFORE) and not _OFFICE_OF.search(before)


def _subject(cased: str, about: Sequence[Named], cue: tuple[int, int], kind: FactKind) -> Named | None:
    """Return the name that a cue is about: the nearest for a founding, else the nearest before or in its clause."""
    before, after = _nearest(about, cue, before=True), _nearest(about, cue, before=False)
    if kind != "founding":
        return before or (after if after and not _CLAUSE_STOP.search(cased, cue[1], after.start) else None)
    return min((name for name in (before, after) if name), key=lambda name: _distance(name, cue), default=None)


def _employs(cased: str, name: Named, cue: tuple[int, int]) -> bool:
    """Whether an organisation says where a founder works or worked: an office of it stands between it and the cue.

    Titles up to that of the founder, as in 某某董事长兼创始人, are of the organisation that was founded.
    """
    if _EMPLOYER_BEFORE.search(cased, max(0, name.start - 12), name.start):
        return True
    office = _EMPLOYER_AFTER.match(cased, name.end, name.end + _REACH)
    if office is None or name.end <= cue[0] < office.end():
        return False
    return not BARE_TITLE.fullmatch(_OF_ITSELF.sub("", cased[name.end : cue[0]]))


def _distance(name: Named, cue: tuple[int, int]) -> int:
    return max(name.start - cue[1], cue[0] - name.end)


def _nearest(names: Sequence[Named], cue: tuple[int, int], *, before: bool) -> Named | None:
    side = [name for name in names if (name.end <= cue[0] if before else name.start >= cue[1])]
    nearest = min(side, key=lambda name: _distance(name, cue), default=None)
    return nearest if nearest and _distance(nearest, cue) <= _REACH else None


def _sentence(cased: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence around a place, as far as a quotation may reach."""
    low = max(0, start - EVIDENCE_CHARS)
    stops = [stop.end() for stop in _STOP.finditer(cased, low, start)]
    ahead = _STOP.search(cased, end, end + EVIDENCE_CHARS)
    return (stops[-1] if stops else low), (ahead.start() if ahead else min(len(cased), end + EVIDENCE_CHARS))


def _fact(cased: str, name: Named, kind: FactKind, core: tuple[int, int], worth: int) -> Fact:
    """Return a fact of the whole clauses around its core; where those are too long, of the core on."""
    low, high = _sentence(cased, *core)
    first = max((stop.end() for stop in _CLAUSE_STOP.finditer(cased, low, core[0])), default=low)
    after = _CLAUSE_STOP.search(cased, core[1], high)
    further = _CLAUSE_STOP.search(cased, after.end(), high) if after else None
    last = further.start() if further else high  # the clause after it often says when and by whom
    while first < core[0] and cased[first].isspace():
        first += 1
    if last - first > EVIDENCE_CHARS:
        first, last = core[0], min(last, core[0] + EVIDENCE_CHARS)
    return Fact(name.form, kind, first, max(last, core[1]), worth)
