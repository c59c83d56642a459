"""The block of YAML or TOML above an article, or the head of an e-mail.

What must not live here: what is taken from the article's own lines.

Nothing but text, lists and mappings is constructed, so that no tag has any effect.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import yaml

from corpus.article import ARTICLE_ID
from corpus.reading.dates import DAY, epoch_day, iso_date, iso_day
from corpus.reading.plain_text import one_line
from corpus.reading.words import LISTS

MAX_BLOCK_BYTES = 8 * 1024
MAX_VALUE_CHARS = 200
_MAX_URL_CHARS = 2_000
_MAX_BRACKETS = 100  # 4,000 nested ones cost the parser 12 s
_SAID = ("id", "title", "author", "source", "published", "url", "language", "based_on", "text")
_FIELDS = {name: field for field in _SAID for name in LISTS[field]}
_LINE = re.compile(r"([^\s:：][^:：]{0,30}?)\s*[:：]\s*(.+)")
_CALLED = ("rendered", "name", "author")  # the name of what is an object to sites' programs
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")  # as Obsidian's clipper writes names
_MAIL = {name: field for field in ("title", "author", "published", "other") for name in LISTS[f"mail_{field}"]}
_MAIL_ADDRESS = re.compile(r"\S+@\S+")
_ANSWERS = re.compile(r"(?:(?:re|fwd?|aw|回复|回覆|转发|轉寄)\s*[:：]\s*)+", re.IGNORECASE)
_KEY = re.compile(r"[A-Za-z][\w-]{0,30}", re.ASCII)
_LANGUAGE = re.compile(r"([a-z]{2,3})((?:-[a-z0-9]{1,8})*)")
_TRADITIONAL = {"hant", "tw", "hk", "mo"}
_SIMPLIFIED = {"hans", "cn", "sg"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a file says about its article; None where it says nothing that can be used."""

    id: str | None = None
    title: str | None = None
    author: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter of a normalised text and the text below it.

    A block at the very top, of at most 8 KiB, between two lines ``---``, or ``+++`` around TOML, is front matter when
    it names a known field or has nothing but keys in Latin letters; between long lines of ``=``, as exported chats have
    them, only with a known field. The head of an e-mail, down to its first blank line, names sender and subject.
    Anything else is left in the text. A value that breaks its field's rule is passed over, the others stay.
    """
    opening = re.match(r"\s*(---|\+\+\+|={20,80})[ ]*\n", text[:256])
    if opening is None:
        return _split_mail_head(text)
    window = text[opening.end() : opening.end() + MAX_BLOCK_BYTES]
    closing = re.search(rf"^(?:{re.escape(opening[1])}|\.\.\.)[ ]*$", window, re.MULTILINE)
    if closing is None or len(window[: closing.start()].encode()) > MAX_BLOCK_BYTES:
        return FrontMatter(), text
    block = window[: closing.start()]
    values = _values(block, tomllib.loads if opening[1] == "+++" else _yaml)
    if not values and (values is None or opening[1][0] == "="):
        return FrontMatter(), text
    return checked(values), text[opening.end() + closing.end() :]


def _split_mail_head(text: str) -> tuple[FrontMatter, str]:
    """Return what the head of an e-mail says and the text below it; lines that begin with a space go on."""
    head, *below = re.split(r"\n *\n", text.strip("\n"), maxsplit=1)
    if not below or len(head) > MAX_BLOCK_BYTES:
        return FrontMatter(), text
    lines = re.sub(r"\n +", " ", head.replace("**", "")).split("\n")
    matches = [_LINE.fullmatch(line.strip()) for line in lines]
    values = {_MAIL.get(match[1].lower(), ""): match[2] for match in reversed(matches) if match}
    if None in matches or "" in values or not {"title", "author"} <= values.keys():
        return FrontMatter(), text
    day = DAY.search(values.get("published", ""))
    sender = _MAIL_ADDRESS.sub("", values["author"]).strip("\"' ")
    title = _ANSWERS.sub("", values["title"], count=1)
    said = checked({"title": title, "author": sender, "published": iso_day(day) if day else None})
    return said, below[0]


def by_field(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by the field of :class:`FrontMatter`, or ``text``, that people call by their names.

    Where several names mean one field, the one that its list names first counts; other names are passed over.
    """
    named = {name.strip().lower(): value for name, value in values.items() if isinstance(name, str)}
    return {field: named[name] for name, field in reversed(_FIELDS.items()) if name in named}


def _yaml(block: str) -> Any:
    return yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  text, lists, mappings


def _values(block: str, load: Callable[[str], Any]) -> dict[str, str] | None:
    """Return what a block says by field, None where it is none."""
    try:
        loaded = None if block.count("[") + block.count("{") > _MAX_BRACKETS else load(block)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        loaded = None
    plain = isinstance(loaded, dict) and all(isinstance(key, str) and _KEY.fullmatch(key) for key in loaded)
    if not isinstance(loaded, dict):
        # "title: One: two" is no YAML but what people write; impossible escapes end here too.
        matches = (match for line in block.split("\n") if (match := _LINE.fullmatch(line)))
        loaded = {match[1]: match[2].strip("\"' ") for match in matches}
    found = ((field, as_text(value)) for field, value in by_field(loaded).items() if field != "text")
    values = {field: text for field, text in found if text is not None}
    return values if values or (plain and loaded) else None


def as_text(value: Any) -> str | None:
    """Return a value as text: a scalar, those of a list joined by commas, what a thing is called; None for others.

    A link to a note is its name.
    """
    if isinstance(value, list):
        return ", ".join(filter(None, map(as_text, value)))
    if isinstance(value, dict):
        return as_text(next((value[name] for name in _CALLED if name in value), None))
    scalar = isinstance(value, str | int | float | dt.date) and not isinstance(value, bool)
    return _NOTE_LINK.sub(r"\1", str(value)) if scalar else None


def checked(values: Mapping[str, str | None]) -> FrontMatter:
    """Return what values by field say; one that breaks its field's rule is passed over."""
    said = {
        field: cleaned
        for field, value in values.items()
        if value and (cleaned := one_line(value, MAX_VALUE_CHARS)) not in {None, "~", "null"}
    }
    return FrontMatter(
        id=said["id"] if "id" in said and ARTICLE_ID.fullmatch(said["id"]) else None,
        title=said.get("title"),
        author=None if said.get("author", "").isdecimal() else said.get("author"),  # a number in some program
        source=said.get("source"),
        published=iso_date(said.get("published", "")) or epoch_day(said.get("published", "")),
        url=web_address((values.get("url") or "").strip()),
        language=_language_tag(said.get("language") or ""),
    )


def web_address(text: str) -> str | None:
    """Return an absolute http or https address as it stands, None for anything else."""
    if len(text) > _MAX_URL_CHARS or re.search(r"[\s<>\"\\^`{|}]", text):
        return None
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return None
    return text if usable else None


def _language_tag(text: str) -> str | None:
    """Return the BCP 47 tag as articles carry it; None for a plain "zh", whose script the text decides."""
    match = _LANGUAGE.fullmatch(text.lower().replace("_", "-"))
    if match is None:
        return None
    if match[1] != "zh":
        return match[1]
    subtags = set(match[2].split("-"))
    if subtags & _TRADITIONAL and "hans" not in subtags:
        return "zh-Hant"
    return "zh-Hans" if subtags & _SIMPLIFIED else None
