"""What a button carries: a press, written into at most 100 characters and read back after any restart.

The state's key leads to question and filters; only what differs between the buttons of one answer is written here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from numpy import base_repr

from bot.services.requests import AnswerKind
from bot.services.review import ListName
from corpus.article import ARTICLE_ID
from corpus.results import Span

CUSTOM_ID_CHARS = 100
VERSION = "fn2"
TEMPLATE = re.compile(r"fn\d+:[\s\S]{0,96}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnResults:
    """Show another page of results, from 0."""

    key: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """Open an article at the first of some places to mark, of which an id carries as many as fit.

    ``page`` is None for the page that holds the first place. ``turn`` edits the open reader.
    """

    key: str
    article_id: str
    places: tuple[Span, ...] = ((0, 0),)
    page: int | None = None
    turn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskInstead:
    """Ask another question; ``pick`` puts its answer in the place of this one."""

    key: str
    kind: AnswerKind
    text: str
    pick: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoosenSearch:
    """Search again without a filter, or what else emptied the result: a name of ``SearchResults.without``."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeAnswer:
    """Say whether an answer helped; where it did not, a form of the same id asks what was wrong."""

    key: str
    helpful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAnswer:
    """Show a private answer to the channel."""

    key: str


Act = Literal["add", "keep", "discard", "list", "choose", "remove", "removed", "restore"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManageArticles:
    """Change the articles; ``subject`` is an article's id, a key of files, or a page from 0. ``add`` is a form's."""

    act: Act
    subject: str = ""


OwnAct = Literal["file", "erase", "erase-now", "out", "in", "page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnData:
    """Do something with what is kept of the presser; ``page`` shows what there is to do."""

    act: OwnAct


ReviewAct = Literal["show", "run", "read", "alias", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLog:
    """Go on from a review: ``show`` a page of a list, or the figures where ``list`` is None.

    ``run`` asks the question ``subject`` again, ``read`` sums up the article of that id, ``alias`` opens and sends the
    form that says whose name it asks for, ``done`` marks the row of that key as handled.
    """

    act: ReviewAct = "show"
    days: int
    list: ListName | None = None
    page: int = 0
    subject: str = ""


CompareAct = Literal["show", "turn", "back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareBuilds:
    """Show what changed between two builds, turn its page, or let the one ``before`` serve again (``back``)."""

    act: CompareAct = "show"
    before: str
    after: str
    page: int = 0


AnswerPress = TurnResults | ReadArticle | AskInstead | LoosenSearch | JudgeAnswer | ShareAnswer
Press = AnswerPress | ManageArticles | OwnData | ReviewLog | CompareBuilds


def _any(names: Any) -> str:
    return "|".join(get_args(names))


_KEY = r"[A-Za-z0-9_-]{12}"
_SUBJECT = r"[A-Za-z0-9_-]{0,32}"
_BUILD = r"[0-9A-Za-z-]{1,32}"
_NUMBER = r"\d{1,3}"
_PLACE = "[0-9a-z]{1,7}-[0-9a-z]{1,7}"  # start and length, to base 36
_ASK = {"key": _KEY, "kind": _any(AnswerKind), "text": r"[^\n]+"}
_READ = {"key": _KEY, "article_id": ARTICLE_ID.pattern, "page": r"\d{0,5}", "places": f"{_PLACE}(?:,{_PLACE})*"}
_REVIEW = {"act": _any(ReviewAct), "days": _NUMBER, "list": f"{_any(ListName)}|", "page": _NUMBER, "subject": _SUBJECT}
_COMPARE = {"act": _any(CompareAct), "before": _BUILD, "after": _BUILD, "page": _NUMBER}
# By the word of an id: what it makes, with which fields set, and how the others are written, in order.
_KINDS: dict[str, tuple[type[Press], dict[str, Any], dict[str, str]]] = {
    "page": (TurnResults, {}, {"key": _KEY, "page": _NUMBER}),
    "read": (ReadArticle, {"turn": False}, _READ),
    "turn": (ReadArticle, {"turn": True}, _READ),
    "ask": (AskInstead, {"pick": False}, _ASK),
    "pick": (AskInstead, {"pick": True}, _ASK),
    "judge": (JudgeAnswer, {}, {"key": _KEY, "helpful": "[01]"}),
    "loosen": (LoosenSearch, {}, {"key": _KEY, "name": "source|author|language|after|before|words|"}),
    "share": (ShareAnswer, {}, {"key": _KEY}),
    "manage": (ManageArticles, {}, {"act": _any(Act), "subject": _SUBJECT}),
    "own": (OwnData, {}, {"act": _any(OwnAct)}),
    "review": (ReviewLog, {}, _REVIEW),
    "compare": (CompareBuilds, {}, _COMPARE),
}


def custom_id(press: Press) -> str | None:
    """Return the id of a button, or None where what it carries does not fit: such a button is left out."""
    if isinstance(press, ReadArticle):
        while len(press.places) > 1 and len(_written(press)) > CUSTOM_ID_CHARS:
            press = replace(press, places=press.places[:-1])
    text = _written(press)
    return text if len(text) <= CUSTOM_ID_CHARS and parse(text) == press else None


def parse(text: str) -> Press | None:
    """Return the press of a button, or None for one of another version."""
    version, word, rest = (*text.split(":", 2), "", "")[:3]
    if version != VERSION or word not in _KINDS:
        return None
    kind, fixed, patterns = _KINDS[word]
    written = rest.split(":", len(patterns) - 1)
    if len(written) != len(patterns) or not all(map(re.fullmatch, patterns.values(), written)):
        return None
    read = {name: _FROM_TEXT.get(name, str)(part) for name, part in zip(patterns, written, strict=True)}
    return kind(**fixed, **read)


def _written(press: Press) -> str:
    for word, (kind, fixed, patterns) in _KINDS.items():
        if isinstance(press, kind) and all(getattr(press, name) == value for name, value in fixed.items()):
            return ":".join((VERSION, word, *(_text(getattr(press, name)) for name in patterns)))
    raise TypeError(type(press).__name__)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return f"{value:d}"
        case tuple():
            return ",".join(f"{base_repr(start, 36)}-{base_repr(end - start, 36)}" for start, end in value).lower()
    return str(value)


def _spans(text: str) -> tuple[Span, ...]:
    places = [[int(number, 36) for number in place.split("-")] for place in text.split(",")]
    return tuple((start, start + length) for start, length in places)


# Of the fields that are no text.
_FROM_TEXT: dict[str, Callable[[str], Any]] = {
    "page": lambda text: int(text) if text else None,
    "days": int,
    "helpful": lambda text: text == "1",
    "list": lambda text: text or None,
    "places": _spans,
}
