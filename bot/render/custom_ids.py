"""What a button carries: a press, written into at most 100 characters and read back after any restart.

The state's key leads to question and filters; only what differs between the buttons of one answer is written here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, cast, get_args

from bot.services.requests import AnswerKind
from bot.services.review import LISTS, ListName
from corpus.article import ARTICLE_ID
from corpus.results import Span

CUSTOM_ID_CHARS = 100
VERSION = "fn2"
TEMPLATE = re.compile(r"fn\d+:[\s\S]{0,96}")
_KEY = r"[A-Za-z0-9_-]{12}"
_SPANS = r"(?P<spans>[0-9a-z]{1,7}-[0-9a-z]{1,7}(?:,[0-9a-z]{1,7}-[0-9a-z]{1,7})*)"  # start and length, to base 36
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PAGE = re.compile(rf"{VERSION}:page:(?P<key>{_KEY}):(?P<page>\d{{1,3}})")
_READ = re.compile(
    rf"{VERSION}:(?P<act>read|turn):(?P<key>{_KEY}):(?P<article>{ARTICLE_ID.pattern}):(?P<page>\d{{0,5}}):{_SPANS}"
)
_JUDGE = re.compile(rf"{VERSION}:judge:(?P<key>{_KEY}):(?P<helpful>[01])")
_LOOSEN = re.compile(rf"{VERSION}:loosen:(?P<key>{_KEY}):(?P<name>source|author|language|after|before|words|)")
_SHARE = re.compile(rf"{VERSION}:share:(?P<key>{_KEY})")
_ASK = re.compile(rf"{VERSION}:(?P<act>ask|pick):(?P<key>{_KEY}):(?P<kind>search|who|summary):(?P<text>[^\n]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnResults:
    """Show another page of results, from 0."""

    key: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """Open an article at a place; ``page`` is None for the page that holds ``mark``. ``turn`` edits the open reader.

    ``also`` are other places to mark, of which an id carries as many as fit.
    """

    key: str
    article_id: str
    mark: Span
    also: tuple[Span, ...] = ()
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
_MANAGE = re.compile(rf"{VERSION}:manage:(?P<act>{'|'.join(get_args(Act))}):(?P<subject>[A-Za-z0-9_-]{{0,32}})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManageArticles:
    """Change the articles; ``subject`` is an article's id, a key of files, or a page from 0. ``add`` is a form's."""

    act: Act
    subject: str = ""


OwnAct = Literal["file", "erase", "erase-now", "out", "in", "page"]
_OWN = re.compile(rf"{VERSION}:own:(?P<act>{'|'.join(get_args(OwnAct))})")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnData:
    """Do something with what is kept of the presser; ``page`` shows what there is to do."""

    act: OwnAct


ReviewAct = Literal["show", "run", "read", "alias", "done"]
_REVIEW = re.compile(
    rf"{VERSION}:review:(?P<act>{'|'.join(get_args(ReviewAct))}):(?P<days>\d{{1,3}}):(?P<list>{'|'.join(LISTS)}|)"
    r":(?P<page>\d{1,3}):(?P<subject>[A-Za-z0-9_-]{0,32})"
)


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
_COMPARE = re.compile(
    rf"{VERSION}:compare:(?P<act>{'|'.join(get_args(CompareAct))})"
    r":(?P<before>[0-9A-Za-z-]{1,32}):(?P<after>[0-9A-Za-z-]{1,32}):(?P<page>\d{1,3})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareBuilds:
    """Show what changed between two builds, turn its page, or let the one ``before`` serve again (``back``)."""

    act: CompareAct = "show"
    before: str
    after: str
    page: int = 0


AnswerPress = TurnResults | ReadArticle | AskInstead | LoosenSearch | JudgeAnswer | ShareAnswer
Press = AnswerPress | ManageArticles | OwnData | ReviewLog | CompareBuilds


def custom_id(press: Press) -> str | None:
    """Return the id of a button, or None where what it carries does not fit: such a button is left out."""
    if isinstance(press, ReadArticle):
        while press.also and len(_written(press)) > CUSTOM_ID_CHARS:
            press = replace(press, also=press.also[:-1])
    text = _written(press)
    return text if len(text) <= CUSTOM_ID_CHARS and parse(text) == press else None


def _written(press: Press) -> str:  # noqa: C901, PLR0911  one for each kind
    match press:
        case ReviewLog(act=reviewing, days=days, list=name, page=page, subject=subject):
            return f"{VERSION}:review:{reviewing}:{days}:{name or ''}:{page}:{subject}"
        case CompareBuilds(act=comparing, before=before, after=after, page=page):
            return f"{VERSION}:compare:{comparing}:{before}:{after}:{page}"
        case OwnData(act=own):
            return f"{VERSION}:own:{own}"
        case TurnResults(key=key, page=page):
            return f"{VERSION}:page:{key}:{page}"
        case ReadArticle(key=key, article_id=article_id):
            shown = "" if press.page is None else str(press.page)
            spans = ",".join(f"{_base36(start)}-{_base36(end - start)}" for start, end in (press.mark, *press.also))
            return f"{VERSION}:{'turn' if press.turn else 'read'}:{key}:{article_id}:{shown}:{spans}"
        case AskInstead(key=key, kind=kind, text=asked):
            return f"{VERSION}:{'pick' if press.pick else 'ask'}:{key}:{kind}:{asked}"
        case LoosenSearch(key=key, name=name):
            return f"{VERSION}:loosen:{key}:{name}"
        case JudgeAnswer(key=key, helpful=helpful):
            return f"{VERSION}:judge:{key}:{helpful:d}"
        case ShareAnswer(key=key):
            return f"{VERSION}:share:{key}"
        case ManageArticles(act=act, subject=subject):
            return f"{VERSION}:manage:{act}:{subject}"


def parse(text: str) -> Press | None:
    """Return the press of a button, or None for one of another version."""
    for pattern, made in _KINDS:
        if match := pattern.fullmatch(text):
            return made(match)
    return None


def _read(match: re.Match[str]) -> ReadArticle:
    mark, *also = (_span(one) for one in match["spans"].split(","))
    return ReadArticle(
        key=match["key"],
        article_id=match["article"],
        mark=mark,
        also=tuple(also),
        page=int(match["page"]) if match["page"] else None,
        turn=match["act"] == "turn",
    )


def _ask(match: re.Match[str]) -> AskInstead:
    kind = cast("AnswerKind", match["kind"])
    return AskInstead(key=match["key"], kind=kind, text=match["text"], pick=match["act"] == "pick")


def _review(match: re.Match[str]) -> ReviewLog:
    return ReviewLog(
        act=cast("ReviewAct", match["act"]),
        days=int(match["days"]),
        list=cast("ListName", match["list"]) if match["list"] else None,
        page=int(match["page"]),
        subject=match["subject"],
    )


def _compare(match: re.Match[str]) -> CompareBuilds:
    act = cast("CompareAct", match["act"])
    return CompareBuilds(act=act, before=match["before"], after=match["after"], page=int(match["page"]))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Press]], ...] = (
    (_PAGE, lambda match: TurnResults(key=match["key"], page=int(match["page"]))),
    (_READ, _read),
    (_ASK, _ask),
    (_JUDGE, lambda match: JudgeAnswer(key=match["key"], helpful=match["helpful"] == "1")),
    (_LOOSEN, lambda match: LoosenSearch(key=match["key"], name=match["name"])),
    (_SHARE, lambda match: ShareAnswer(key=match["key"])),
    (_MANAGE, lambda match: ManageArticles(act=cast("Act", match["act"]), subject=match["subject"])),
    (_REVIEW, _review),
    (_COMPARE, _compare),
    (_OWN, lambda match: OwnData(act=cast("OwnAct", match["act"]))),
)


def _span(written: str) -> Span:
    start, length = (int(number, 36) for number in written.split("-"))
    return start, start + length


def _base36(number: int) -> str:
    digits = ""
    while number > 0 or not digits:
        number, digit = divmod(max(number, 0), 36)
        digits = _DIGITS[digit] + digits
    return digits
