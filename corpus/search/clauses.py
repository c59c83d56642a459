"""The query language: what a question demands, excludes and is restricted to, as people type it into any search box.

    "exact phrase"   -without  NOT without  +with  either OR other  source:a OR source:b  author: lang: after: before: *

What cannot be read so is words like all the rest. What must not live here: terms, and what is found for them.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from corpus.analysis.folding import Folded, fold, fold_key
from corpus.results import Filters, Span

QUESTION_CHARS = 200
EVERYTHING = "*"  # a question that is nothing else asks for all articles
CLAUSES = 10  # words, phrases and filters that count: each may read the text of all articles, 6 ms of 10,000 passages

# Everything that is matched is folded: Simplified, lower case, half width.
_KEYS: Final = {
    "source": "source|site|来源|出处",
    "author": "author|作者",
    "language": "language|lang|语言|语种",
    "after": "after|since|晚于|之后",
    "before": "before|until|早于|之前",
}
_KEY_GROUPS: Final = "|".join(f"(?P<{field}>{words})" for field, words in _KEYS.items())
_NO_KEY: Final = f"(?!(?:{'|'.join(_KEYS.values())}):)"
_SIDE: Final = rf'(?:"[^"]*"|{_NO_KEY}[^\s",;|()+¬-][^\s",;|()]*)'
_VALUE: Final = r'[^\s",;。、!?()|]+'
_LANGUAGES: Final = {
    "zh": "zh zho chi chinese 中文 汉语 华语 国语",
    "zh-Hans": "zh-hans zh-cn zh-sg cn sg hans chs simplified 简体 简体中文 简中 简 简体字",
    "zh-Hant": "zh-hant zh-tw zh-hk zh-mo tw hk hant cht traditional 繁体 繁体中文 繁中 繁 繁体字 正体 正体中文",
    "en": "en eng english 英文 英语",
    "ja": "ja jp jpn japanese 日语 日文 日本语",
    "ko": "ko kr kor korean 韩语 韩文 한국어",
}
_TAGS: Final = {word: tag for tag, words in _LANGUAGES.items() for word in words.split()}
# Between values of one filter, besides a bar: between names a comma, but for one in full width, after which a sentence
# goes on (it is ";" here), and any before the name of a language.
_NEXT: Final = rf"(?:\||(?(language)[,;、](?=(?:{'|'.join(_TAGS)})(?![\w-]))|(?(source)[,、]|(?(author)[,、]|(?!)))))"
_CLAUSE: Final = re.compile(
    rf"(?P<sign>(?<!\S)(?:[+-]|¬+))?(?<!\w)(?:{_KEY_GROUPS}):\s*+{_NO_KEY}"
    rf'(?:"(?P<quoted>[^"]*)"|(?P<value>"?{_VALUE}(?:{_NEXT}{_NO_KEY}{_VALUE})*))'
    rf"|(?P<either>{_SIDE}(?:\s*\|\s*{_SIDE})+)"
    r'|(?P<signed>(?<![^\s(])(?:[+-]|¬+)(?:\([^()]*\)|"[^"]*"|(?=\w)[^\s"()]+))'
    r'|(?P<phrase>"[^"]*")'
    r'|\||[^\s",;()|]+'
)
_SIGNED: Final = ("must", "must_not")
_NOT_ASKED: Final = {*_KEYS, "must_not"}
_BETWEEN: Final = re.compile("[\t|｜,，、]")
_PART: Final = re.compile(r'"[^"]*"|[^\s"|()]+')
_EITHER: Final = re.compile(r"(?<!\S)(?:OR|ＯＲ)(?!\S)")
_NOT: Final = re.compile(r'(^\s*|(?<=[^\s|])\s+)((?:AND\s+)?(?:NOT|ＮＯＴ)\s+)(?=[\w"“„「『〝＂(])')  # ¬ stands for it
_MARKS_AS_ASCII: Final = str.maketrans(dict.fromkeys("“”„「」『』〝〞〟", '"') | dict.fromkeys("−‐", "-"))
_DATE: Final = re.compile(r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日号]?", re.ASCII)
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_MARKS: Final = re.compile(r'["“”„「」『』〝〞〟＂()|:：]|(?<!\w)(?:[+＋−‐－-]|(?:OR|NOT|AND)(?!\w))')


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A question taken apart; all but ``bare`` and the values of ``filters`` is folded.

    ``asked`` is what it asks for, with spaces in the place of filters and of what is excluded; ``bare`` is the question
    as typed, with spaces in the place of all but plain words; of each group in ``any_of`` one must stand. ``unread``
    is what could not be used, as typed: filters that name nothing, such as a day that there is not, whose values are
    words, if not numbers; operators past the tenth; OR beside what it cannot join.
    """

    asked: str
    bare: str
    filters: Filters
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    unread: tuple[str, ...] = ()


class _Operator(NamedTuple):
    """Where an operator stands in the folded text, its kind (``unread`` is a filter that names nothing), its value."""

    match: re.Match[str]
    kind: str
    value: str

    @property
    def parts(self) -> list[str]:
        """The words and phrases that are to stand, or not; else the value."""
        if self.kind not in _SIGNED:
            return [self.value]
        return [part for quoted in _PART.findall(self.value) if (part := quoted.strip('"'))]

    @property
    def words_from(self) -> int:
        """Where words begin that are asked for all the same; no number of a day that there is not is one."""
        start, end = self.match.span()
        if self.kind in _NOT_ASKED:
            return end
        if self.kind != "unread":
            return start
        first = max(self.match.start("value"), self.match.start("quoted"))
        return end if self.match[0][first - start].isdigit() else first


@functools.lru_cache(maxsize=4)  # one question is read more than once
def read_clauses(text: str) -> Clauses:
    """Take the first 200 characters of a question apart; any text at all is one."""
    text = text[:QUESTION_CHARS]
    folded, found, over = _operators(text)
    asked, bare = [*folded.text[:QUESTION_CHARS]], [*text]
    values: dict[str, list[str]] = {}
    last, last_end = "", 0
    for each in found:
        start, end = each.match.span()
        kind = "" if each.value[:1] == "-" else each.kind
        if kind == last and kind in _KEYS and folded.text[last_end:start].strip() == "|":
            values[kind][-1] += f"\t{each.value}"
            start = last_end
            _blank(asked, (start, end))
        else:
            values.setdefault(each.kind, []).extend(each.parts)
        _blank(bare, folded.origin(start, end))
        last, last_end = kind, end
    for each in over:
        span = folded.origin(*each.match.span())
        values.setdefault("unread", []).append(text[slice(*span)])
        _blank(bare, span)
    for each in (*found, *over):
        _blank(asked, (each.match.start(), each.words_from))
    plain = "".join(bare)
    return Clauses(
        asked="".join(asked),
        bare=_EITHER.sub("  ", plain),
        filters=Filters(**{field: "\n".join(dict.fromkeys(values[field])) for field in _KEYS if field in values}),
        any_of=tuple(tuple(side.strip(' "') for side in group.split("|")) for group in values.get("any_of", ())),
        unread=tuple(dict.fromkeys([*values.get("unread", ()), *_EITHER.findall(plain)])),
        **{kind: tuple(values.get(kind, ())) for kind in (*_SIGNED, "phrases")},
    )


def asks_nothing(text: str) -> bool:
    """Whether there is nothing to search for in a text: no word, no filter, nothing to leave out, not all articles."""
    clauses = read_clauses(text)
    if clauses.must_not or clauses.filters != Filters() or clauses.asked.strip() == EVERYTHING:
        return False
    return not fold_key(clauses.asked) and not any(map(str.isdigit, "".join(clauses.unread)))


def loosened(text: str, name: str) -> str:
    """Return a question without some of its operators.

    They are the filters of a field; the marks of ``phrases``; all operators but filters (``words``); or all of them
    (``""``).
    """
    text = text[:QUESTION_CHARS]
    folded, found, over = _operators(text)
    kept = [*text]
    all_words = name in {"words", ""}
    dropped = {"words": {"must_not"}, "": {*_NOT_ASKED, "unread"}}.get(name, {name} & _NOT_ASKED)
    for each in (*found, *over):
        first, last = each.match.span()
        if each.kind in dropped and each.words_from > first:
            _blank(kept, folded.origin(first, each.words_from))
        if each.kind == name or (all_words and each.kind not in _KEYS):
            start, end = folded.origin(first, last)
            kept[start:end] = _MARKS.sub(lambda mark: " " * len(mark[0]), "".join(kept[start:end]))
    plain = "".join(kept)
    return " ".join((_EITHER.sub(" ", plain) if all_words else plain).split())


def named_values(text: str) -> Iterator[tuple[Literal["source", "author"], str, Span]]:
    """Yield each source and author that a question asks for: the field, the name, and where its filter stands."""
    folded, found, _ = _operators(text[:QUESTION_CHARS])
    for match, kind, value in found:
        if kind in {"source", "author"} and value[0] != "-":
            yield "source" if kind == "source" else "author", value, folded.origin(*match.span())


def usable(*several: Filters) -> tuple[Filters, tuple[str, ...]]:
    """Return filters that let through what each of several does, which may be written as people do.

    Behind them stand those that name nothing, as they would stand in a question.
    """
    read: dict[str, list[str]] = {}
    unread: list[str] = []
    for field in _KEYS:
        lines = "\n".join(getattr(each, field) or "" for each in several).split("\n")
        for line in dict.fromkeys(filter(None, lines)):
            sign = "-" if line[0] == "-" else ""
            positive = line.removeprefix("-")
            values = _BETWEEN.split(positive) if field == "language" else positive.split("\t")
            known = {value: _READ.get(field, _name)(value) for value in values}
            unread += [f"{sign}{field}:{value}" for value, tag in known.items() if not tag]
            if any(known.values()):
                read.setdefault(field, []).append(sign + "\t".join(filter(None, known.values())))
    return Filters(**{field: "\n".join(dict.fromkeys(lines)) for field, lines in read.items()}), (*unread,)


def read_date(text: str) -> str | None:
    """Return ``YYYY[-MM[-DD]]`` for a date as people write it (2024/5, 2024.05.01, 2024年5月), None for no such day."""
    match = _DATE.fullmatch(fold(text).text.strip())
    if not match:
        return None
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return "-".join(part.zfill(2) for part in match.groups() if part)


def read_language(text: str) -> str | None:
    """Return the tag of a language as people name it (zh, 繁體, English), None where it is none."""
    tag = known = fold(text).text.strip().replace("_", "-")
    while known not in _TAGS and "-" in known:  # zh-Hant-HK is zh-Hant, en-GB is en
        known = known.rpartition("-")[0]
    return _TAGS.get(known) or (tag if _TAG.fullmatch(tag) else None)


def _operators(text: str) -> tuple[Folded, list[_Operator], list[_Operator]]:
    """Return a folded text, its first operators, and those that are too many."""
    folded = fold(_NOT.sub(lambda match: match[1] + "¬" * len(match[2]), _EITHER.sub("| ", text)).replace("，", "；"))
    matches = _CLAUSE.finditer(folded.text[:QUESTION_CHARS].translate(_MARKS_AS_ASCII))
    found: list[_Operator] = []
    over: list[_Operator] = []
    room = CLAUSES
    for each in (_Operator(match, *_read(match, text, folded)) for match in matches):
        if each.kind:
            cost = len(each.parts)
            (found if cost <= room else over).append(each)
            room -= cost if cost <= room else 0
    return folded, found, over


def _read(match: re.Match[str], text: str, folded: Folded) -> tuple[str, str]:
    """Return kind and value of an operator, ("", "") for words."""
    field = next((field for field in _KEYS if match[field]), "")
    if field:
        group = "quoted" if match["quoted"] else "value"
        value = None
        if match[group] and match[group][0] != '"':  # which no other closes
            typed = text[slice(*folded.origin(*match.span(group)))]
            values = [_READ.get(field, _name)(each) for each in ([typed] if match["quoted"] else _BETWEEN.split(typed))]
            value = "\t".join(filter(None, values)) if all(values) else None
        sign = "" if match["sign"] in {None, "+"} else "-"
        return (field, sign + value) if value else ("unread", text[slice(*folded.origin(*match.span()))])
    if match["signed"]:
        return "must" if match[0][0] == "+" else "must_not", match[0].lstrip("¬")[match[0][0] != "¬" :]
    if match["phrase"]:
        return "phrases", match[0].strip('"')
    return ("any_of", match[0]) if match["either"] else ("", "")


def _name(text: str) -> str | None:
    """Return a source or an author, None for what has neither letter nor digit: it would restrict nothing."""
    return text if fold_key(text) else None


_READ: Final = {"after": read_date, "before": read_date, "language": read_language}


def _blank(characters: list[str], span: Span) -> None:
    characters[slice(*span)] = " " * (span[1] - span[0])
