"""What a button carries: a press, written into at most 100 characters and read back after any restart.

The state's key leads to question and filters; only what differs between the buttons of one answer is written here.
"""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.article import ARTICLE_ID
from corpus.results import Span

CUSTOM_ID_CHARS = 100
VERSION = "fn1"
TEMPLATE = re.compile(r"fn\d+:[\s\S]{0,96}")
_KEY = r"[A-Za-z0-9_-]{12}"
_SPAN = r"(?P<start>\d{1,9})-(?P<end>\d{1,9})"
_PAGE = re.compile(rf"{VERSION}:page:(?P<key>{_KEY}):(?P<page>\d{{1,3}})")
_READ = re.compile(
    rf"{VERSION}:(?P<act>read|turn):(?P<key>{_KEY}):(?P<article>{ARTICLE_ID.pattern}):(?P<page>\d{{0,5}}):{_SPAN}"
)
_ASK = re.compile(rf"{VERSION}:(?P<act>ask|pick):(?P<key>{_KEY}):(?P<kind>search|who):(?P<text>[^\n]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnResults:
    """Show another page of results, from 0."""

    key: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """Open an article at a place; ``page`` is None for the page that holds ``mark``. ``turn`` edits the open reader."""

    key: str
    article_id: str
    mark: Span
    page: int | None = None
    turn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskInstead:
    """Ask another question; ``pick`` puts its answer in the place of this one."""

    key: str
    kind: Literal["search", "who"]
    text: str
    pick: bool


Press = TurnResults | ReadArticle | AskInstead


def custom_id(press: Press) -> str | None:
    """Return the id of a button, or None where what it carries does not fit: such a button is left out."""
    match press:
        case TurnResults(key=key, page=page):
            text = f"{VERSION}:page:{key}:{page}"
        case ReadArticle(key=key, article_id=article_id, mark=(start, end)):
            shown = "" if press.page is None else str(press.page)
            text = f"{VERSION}:{'turn' if press.turn else 'read'}:{key}:{article_id}:{shown}:{start}-{end}"
        case AskInstead(key=key, kind=kind, text=asked):
            text = f"{VERSION}:{'pick' if press.pick else 'ask'}:{key}:{kind}:{asked}"
    return text if len(text) <= CUSTOM_ID_CHARS and parse(text) == press else None


def parse(text: str) -> Press | None:
    """Return the press of a button, or None for one of another version."""
    if match := _PAGE.fullmatch(text):
        return TurnResults(key=match["key"], page=int(match["page"]))
    if match := _READ.fullmatch(text):
        return ReadArticle(
            key=match["key"],
            article_id=match["article"],
            mark=(int(match["start"]), int(match["end"])),
            page=int(match["page"]) if match["page"] else None,
            turn=match["act"] == "turn",
        )
    if match := _ASK.fullmatch(text):
        kind: Literal["search", "who"] = "who" if match["kind"] == "who" else "search"
        return AskInstead(key=match["key"], kind=kind, text=match["text"], pick=match["act"] == "pick")
    return None
