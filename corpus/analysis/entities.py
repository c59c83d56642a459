"""People and organisations whose Chinese and English names CC-CEDICT gives.

What must not live here: words that say the same (:mod:`corpus.analysis.bilingual`), and which names of an index are one
(:mod:`corpus.who.groups`).
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from corpus.analysis.dictionary import entries, worked_out
from corpus.analysis.folding import fold
from corpus.analysis.segmenter import tag_words

# A line of Han and interpuncts, with the first letter of its reading: names are read with a capital.
_LINE = re.compile(r"^\S+ ([\u3400-\u9fff·]{2,}) \[(.)[^\]]*\] /(.*)/\s*$", re.MULTILINE)
_READING = re.compile(r"\[[^\]]*\]")
_NO_MEANING = re.compile("variant of|see |abbr|aka |also |old |used |CL:")
_WORD = r"(?:[A-Z\d]|e[A-Z])[\w&.’'-]*"
_HEAD = re.compile(rf"(?:\(Tw\) )?({_WORD}(?: (?:of|for|the|and|&|de|in|on|to|{_WORD}))*)(?= \(|,|$)")
_ALSO = re.compile(rf"\baka ({_WORD}(?: {_WORD})+)")
_PERSON = re.compile(r"[^/]*?\((?:(?:c\. ?)?\d{3,4}\??-|born \d)")
_NAMED = (["nr"], ["nt"], ["nx"], ["nz"])  # one word that jieba flags so
_KINDS = (
    "company|corporation|bank|university|college|institute|institution|enterprise|firm|manufacturer|maker|make|automaker"
    "|retailer|newspaper|airline|agency|organi[sz]ation|association|conglomerate|chain|portal|brand|website|ministry"
    "|commission|magazine|broadcaster|publisher|engine|union"
)
_KIND_SAID = re.compile(
    rf"(?: \(|, )(?:(?!(?:of|in|with|for|at|near) )[^ ,();]+ )*?(?:{_KINDS})(?: name)?"
    r"(?=[,);]|$| (?:of|in|for|that|which|known|and|founded|based|owned)\b)"
)
_KIND_IN_NAME = re.compile(rf"\b(?:{_KINDS}|exchange|inc|corp|group)\b", re.IGNORECASE)
# Where all of the meanings are places, and none is somebody who lived, or a state, in certain years.
_PLACES = re.compile(
    r"(?!.*(?:\d{3}|dynast|emperor|born))(?:[^/]*\b(?:city|capital|country|state|province|prefecture|county|district|region"
    r"|township|town|village|municipality|island|peninsula|river|lake|mountain)\b[^/]*(?:/|$))+"
)
_LEGAL = re.compile(r"(?:,? (?:Corporation|Company|Corp|Inc|Co|Ltd|Limited|Group)\b\.?)+$")
_COMMON = re.compile(r"(?<![\w.@-])[a-z]{3,}(?![\w.])")
_COMMON_TIMES = 3  # a meaning or two may hold a name in small letters


class Entity(NamedTuple):
    """A name in Simplified Chinese, folded, and in English; ``kind`` is empty where the dictionary does not say.

    ``alone`` says whether the Chinese name means nothing else in the dictionary, and whether the English one does.
    """

    chinese: str
    english: str
    kind: str
    alone: tuple[bool, bool]


@functools.cache
def entities() -> tuple[Entity, ...]:
    """Return what the dictionary gives one English name for, in its order."""
    return tuple(entity for entity in _read() if entity.chinese and entity.english)


@functools.cache
def ordinary_words() -> frozenset[str]:
    """Return the Chinese words that jieba takes for names, such as 大佬 and 明星, and that are none, or of places."""
    return frozenset(entity.chinese for entity in _read() if not entity.english)


@functools.cache
def common_words() -> frozenset[str]:
    """Return the English words that the dictionary explains others with."""
    return frozenset(next(entity.english for entity in _read() if not entity.chinese).split(" "))


@functools.cache
def not_people() -> frozenset[str]:
    """Return the English names, in lower case, of places and whatever else the dictionary does not call a person."""
    named = [(entity.english.lower(), entity.kind) for entity in entities()]
    return frozenset(name for name, _ in named) - {name for name, kind in named if kind == "person"}


def _read() -> Iterator[Entity]:
    for line in worked_out("entities", entity_rows):
        chinese, english, kind, one, other = line.split("\t")
        yield Entity(chinese, english, kind, (one == "1", other == "1"))


def entity_rows() -> Iterator[tuple[str, ...]]:
    """Yield the entities as text, and the ordinary words without English, which takes a second of CPU."""
    text = "".join(entries())
    lines = _LINE.findall(text)
    common = Counter(_COMMON.findall(text))
    yield "", " ".join(sorted(word for word in common if common[word] >= _COMMON_TIMES)), "", "0", "0"
    found = [*_entities(lines, common)]
    names = (word for word, initial, said in lines if initial.isupper() and not _PLACES.fullmatch(said))
    words = {word for word, *_ in lines}.difference(names)
    named = [word for word in sorted(words) if [flag[:2] for _, flag in tag_words(word)] in _NAMED]
    found += [Entity(word, "", "", (False, False)) for word in named]
    folded = fold("\n".join(entity.chinese for entity in found)).text
    # Folding takes line breaks for spaces, and leaves no other here.
    for entity, name in zip(found, folded.split(" "), strict=True):
        yield name, entity.english, entity.kind, *(str(int(alone)) for alone in entity.alone)


@functools.cache
def organisations() -> frozenset[str]:
    """Return the names, in both languages and lower case, that mean nothing but an organisation."""
    named = [(e, (e.chinese, e.english.lower())) for e in entities()]
    others = {name for entity, names in named if entity.kind != "organisation" for name in names}
    sure = ((name, alone) for entity, names in named for name, alone in zip(names, entity.alone, strict=True))
    return frozenset(name for name, alone in sure if alone) - others


@functools.cache
def chinese_organisations() -> dict[str, tuple[str, ...]]:
    """Return the Chinese ones of :func:`organisations` by their first two characters, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(organisations(), key=lambda name: (-len(name), name)):
        if not name.isascii():
            found[name[:2]].append(name)
    return {head: tuple(names) for head, names in found.items()}


def _entities(lines: Iterable[tuple[str, str, str]], common: Container[str]) -> Iterator[Entity]:
    """Yield what the lines of a word mean, where it is one name; ``common`` are the words of all meanings."""
    senses: dict[str, list[str]] = defaultdict(list)
    ordinary = {chinese for chinese, initial, _ in lines if not initial.isupper()}
    for chinese, initial, meanings in lines:
        if initial.isupper():
            senses[chinese] += [s for s in _READING.sub("", meanings).split("/") if not _NO_MEANING.match(s)]
    for chinese, said in senses.items():
        heads = [head for sense in said if (head := _HEAD.match(sense))]
        heads = [head for head in heads if not head[1].isupper() or _kind(head.string, head)]
        if len({head[1] for head in heads}) != 1:
            continue
        sense, name = heads[-1].string, _LEGAL.sub("", heads[-1][1])
        kind = _kind(sense, heads[-1])
        own = name.lower() not in common and not any(re.search(r"\((?:sur)?name|\(place", other) for other in said)
        alone = len(said) == 1 and chinese not in ordinary, own
        yield Entity(chinese, name, kind, alone)
        if kind == "person" and (also := _ALSO.search(sense)):
            yield Entity(chinese, also[1], kind, alone)


def _kind(sense: str, head: re.Match[str]) -> str:
    if _PERSON.match(sense):
        return "person"
    named = _KIND_IN_NAME.search(head[1]) and not re.match(
        ", (?:city|county|town|district|place|island)", sense[head.end() :]
    )
    return "organisation" if named or _KIND_SAID.match(sense, head.end()) else ""
