"""The query language: what a question demands, excludes and is restricted to, as people type it into any search box.

    "exact phrase"   -without  NOT without  +with  either OR other  source:a OR source:b  author: lang: after: before: *

What cannot be read so is words like all the rest, and so is what excludes where nothing is asked for. What must not
live here: terms, and what is found for them.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from itertools import islice
from typing import Final, Literal

from corpus.analysis.folding import Folded, fold, fold_key
from corpus.results import Filters, Span

QUESTION_CHARS = 200
EVERYTHING = "*"  # a question that is nothing else asks for all articles
CLAUSES = 10  # operators that count: each may read the text of all articles, 6 ms of 10,000 passages

# Everything that is matched is folded: Simplified, lower case, half width.
_KEYS: Final = {
    "source": "source|site|来源|出处",
    "author": "author|作者",
    "language": "language|lang|语言|语种",
    "after": "after|since|晚于|之后",
    "before": "before|until|早于|之前",
}
_KEY_GROUPS: Final = "|".join(f"(?P<{field}>{words})" for field, words in _KEYS.items())
_SIDE: Final = r'(?:"[^"]*"|[^\s",;|()+¬-][^\s",;|()]*)'
_CLAUSE: Final = re.compile(
    rf"(?P<sign>(?<!\S)(?:[+-]|¬+))?(?<!\w)(?:{_KEY_GROUPS}):\s*+(?!(?:{'|'.join(_KEYS.values())}):)"
    r'(?:"(?P<quoted>[^"]+)"|(?P<value>[^\s",;。、!?()]+))'
    rf"|(?P<either>{_SIDE}(?:\s*\|\s*{_SIDE})+)"
    r'|(?P<signed>(?<![^\s(])(?:[+-]|¬+)(?:\([^()]*\)|"[^"]*"|(?=\w)[^\s"()]+))'
    r'|(?P<phrase>"[^"]*")'
    r'|[^\s",;()]+'
)
_SIGNED: Final = ("must", "must_not")
_NOT_ASKED: Final = {*_KEYS, "must_not"}
_PART: Final = re.compile(r'"[^"]*"|[^\s"|()]+')
_EITHER: Final = re.compile(r"(?<!\S)(?:OR|ＯＲ)(?!\S)")
_NOT: Final = re.compile(r'(?<=[^\s|])\s+(?:AND\s+)?(?:NOT|ＮＯＴ)\s+(?=[\w"“„「『〝＂(])')  # ¬ stands for it
_MARKS_AS_ASCII: Final = str.maketrans(dict.fromkeys("“”„「」『』〝〞〟", '"') | dict.fromkeys("−‐", "-"))
_QUOTING: Final = str.maketrans(dict.fromkeys("“”„「」『』", " "))
_DATE: Final = re.compile(r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?)?\s*[年月日]?", re.ASCII)
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_LANGUAGES: Final = {
    "zh": "chinese 中文 汉语 华语",
    "zh-Hans": "zh-hans zh-cn zh-sg hans simplified 简体 简体中文 简中 简",
    "zh-Hant": "zh-hant zh-tw zh-hk hant traditional 繁体 繁体中文 繁中 繁 正体",
    "en": "english 英文 英语",
}
_MARKS: Final = re.compile(r'["“”„「」『』()|]|(?<!\S)(?:[+-]|OR(?!\S))')
_TAGS: Final = {word: tag for tag, words in _LANGUAGES.items() for word in words.split()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """A question taken apart; all but ``bare`` and the values of ``filters`` is folded.

    ``asked`` is what it asks for, with spaces in the place of filters and of what is excluded; ``bare`` is the question
    as typed, with spaces in the place of all but plain words; of each group in ``any_of`` one must stand. ``unread``
    are filters as typed that name nothing, such as a day that there is not: their values are words, if not numbers.
    """

    asked: str
    bare: str
    filters: Filters
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    unread: tuple[str, ...] = ()


@functools.lru_cache(maxsize=4)  # one question is read more than once
def read_clauses(text: str) -> Clauses:
    """Take the first 200 characters of a question apart; any text at all is one."""
    text = text[:QUESTION_CHARS]
    folded, found = _operators(text)
    asked, bare = [*folded.text[:QUESTION_CHARS]], [*text]
    values: dict[str, list[str]] = {}
    last_kind, last_end = "", 0
    for match, kind, value in found:
        start, end = match.span()
        if kind == last_kind and kind in _KEYS and folded.text[last_end:start].strip() == "|":
            values[kind][-1] += f"\t{value}"
            start = last_end
        else:
            values.setdefault(kind, []).append(value)
        _blank(bare, folded.origin(start, end))
        if kind in _NOT_ASKED:
            _blank(asked, (start, end))
        elif kind == "unread":  # no number of a day that there is not is asked for
            first = max(match.start("value"), match.start("quoted"))
            _blank(asked, (start, end if match[0][first - start].isdigit() else first))
        last_kind, last_end = kind, end
    parts = {kind: [part for value in values.get(kind, ()) for part in _PART.findall(value)] for kind in _SIGNED}
    room = CLAUSES - len(values.get("phrases", ())) - len(values.get("any_of", ()))
    return Clauses(
        asked="".join(asked),
        bare="".join(bare),
        filters=Filters(**{field: "\n".join(dict.fromkeys(values[field])) for field in _KEYS if field in values}),
        any_of=tuple(tuple(side.strip(' "') for side in group.split("|")) for group in values.get("any_of", ())),
        **{kind: tuple(part.strip('"') for part in parts[kind][:room]) for kind in _SIGNED},
        **{kind: tuple(values.get(kind, ())) for kind in ("phrases", "unread")},
    )


def loosened(text: str, name: str) -> str:
    """Return a question without its filters of a field, without all other operators (``words``), or both (``""``)."""
    text = text[:QUESTION_CHARS]
    folded, found = _operators(text)
    kept = [*text]
    dropped = {"words": {"must_not"}, "": _NOT_ASKED}.get(name, {name})
    for match, kind, _ in found:
        start, end = folded.origin(*match.span())
        if kind in dropped:
            _blank(kept, (start, end))
        elif kind not in _KEYS and name in {"words", ""}:
            kept[start:end] = _MARKS.sub(lambda mark: " " * len(mark[0]), text[start:end])
    plain = "".join(kept)
    return " ".join((_EITHER.sub(" ", plain) if name in {"words", ""} else plain).split())


def named_values(text: str) -> Iterator[tuple[Literal["source", "author"], str, Span]]:
    """Yield each source and author that a question asks for: the field, the name, and where its filter stands."""
    folded, found = _operators(text[:QUESTION_CHARS])
    for match, kind, value in found:
        if kind in {"source", "author"} and value[0] != "-":
            yield "source" if kind == "source" else "author", value, folded.origin(*match.span())


def unquoted(text: str) -> str:
    """Return a question without the marks that quote in a text: who puts them there need not quote an article."""
    return " ".join(text.translate(_QUOTING).split())


def combined(*several: Filters) -> Filters:
    """Return filters that let through what each of several lets through."""
    values = {each.name: [value for one in several if (value := getattr(one, each.name))] for each in fields(Filters)}
    return Filters(**{name: "\n".join(dict.fromkeys(each)) or None for name, each in values.items()})


def read_date(text: str) -> str | None:
    """Return ``YYYY[-MM[-DD]]`` for a date as people write it (2024/5, 2024.05.01, 2024年5月), None for no such day."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return "-".join(part.zfill(2) for part in match.groups() if part)


def read_language(text: str) -> str | None:
    """Return the tag of a language as people name it (zh, 繁體, English), None where it is none."""
    folded = fold(text).text.strip().replace("_", "-")
    return _TAGS.get(folded) or (folded if _TAG.fullmatch(folded) else None)


def _operators(text: str) -> tuple[Folded, list[tuple[re.Match[str], str, str]]]:
    """Return a folded text, and its first operators: where each stands, its kind and its value."""
    folded = fold(_NOT.sub(lambda match: f" {'¬' * (len(match[0]) - 1)}", _EITHER.sub("| ", text)))
    matches = _CLAUSE.finditer(folded.text[:QUESTION_CHARS].translate(_MARKS_AS_ASCII))
    read = ((match, *_read(match, text, folded)) for match in matches)
    found = list(islice((each for each in read if each[1]), CLAUSES))
    asked = [*folded.text[:QUESTION_CHARS]]
    for match, kind, _ in found:
        if kind in _NOT_ASKED:
            _blank(asked, match.span())
    return folded, found if fold_key("".join(asked)) else [each for each in found if each[1] != "must_not"]


def _read(match: re.Match[str], text: str, folded: Folded) -> tuple[str, str]:
    """Return kind and value of an operator, "unread" for a filter that names nothing, ("", "") for words."""
    field = next((field for field in _KEYS if match[field]), "")
    if field:
        start, end = folded.origin(*match.span("quoted" if match["quoted"] else "value"))
        value = {"after": read_date, "before": read_date, "language": read_language}.get(field, _name)(text[start:end])
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


def _blank(characters: list[str], span: Span) -> None:
    characters[slice(*span)] = " " * (span[1] - span[0])
