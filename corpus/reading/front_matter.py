"""The block of YAML or TOML above an article, or the head of an e-mail.

What must not live here: what is taken from the article's own lines.

Nothing but text, lists and mappings is constructed, so that no tag has any effect.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from corpus.article import ARTICLE_ID
from corpus.reading.cleaning.furniture import names_event
from corpus.reading.dates import DAY, epoch_day, iso_date, iso_day
from corpus.reading.plain_text import one_line
from corpus.reading.words import LISTS
from corpus.word_lists import patterns

MAX_BLOCK_BYTES = 8 * 1024
MAX_VALUE_CHARS = 200
_MAX_URL_CHARS = 2_000
_MAX_BRACKETS = 100  # 4,000 nested ones cost the parser 12 s
# Hexo needs no mark above a block.
_OPENING = re.compile(r"\s*(?:(---|\+\+\+|={20,80})[ ]*\n|(?=(?:title|layout): .*\n(?:.+\n)*---[ ]*\n))")
_SAID = ("id", "title", "author", "source", "published", "url", "language", "based_on", "text")
_FIELDS = {name: field for field in _SAID for name in LISTS[field]}
_LINE = re.compile(r"([^\s:：][^:：]{0,30}?)\s*[:：]\s*(.+)")
_CALLED = ("rendered", "name", "author")  # the name of what is an object to sites' programs
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")  # as Obsidian's clipper writes names
_LABELS = {name: field for field in ("author", "source", "published", "url", "language") for name in LISTS[field]}
_BESIDE = ("title", "author", "published", "other", "program")
_LABELS |= {name: field for field in _BESIDE for name in LISTS[f"head_{field}"]}
_HEADING = re.compile(r"\s*# [^\n]+\n\s*")
_OF_TEXT = rf"(?i:{'|'.join(LISTS['text'])})[ ]*[:：]"
# Lines with labels, those that go on, down to a blank line or the label of the text itself.
_HEAD = re.compile(rf"\n*((?:(?!{_OF_TEXT})[^\n:：]{{1,60}}[:：].*\n(?:[ ]+\S.*\n)*)+)\s*(?:{_OF_TEXT}\s*)?")
_LINK = re.compile(r"\[([^\[\]]*)\]\((https?://\S+)\)$")
_MAIL_ADDRESS = re.compile(r"\S+@\S+|\S+ at \S+(?= \()")
_ANSWERS = re.compile(r"(?:(?:re|fwd?|aw|回复|回覆|转发|轉寄)\s*[:：]\s*)+", re.IGNORECASE)
# What programs and sites set around a copy of an article.
_COPIED = [re.compile(each, re.MULTILINE) for each in patterns(Path(__file__).with_name("copied.txt"))["copied"]]
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
    said, below = _split_block(text)
    for pattern in _COPIED:
        if len(found := list(islice(pattern.finditer(below), 2))) == 1:
            below = below[: found[0].start()] + below[found[0].end() :]
            stated = {field: value for field, value in asdict(said).items() if value}
            said = checked({name: _value(name, value) for name, value in found[0].groupdict("").items()} | stated)
    return said, below


def _split_block(text: str) -> tuple[FrontMatter, str]:
    """Return what the block above an article says, and the text below it."""
    opening = _OPENING.match(text[:MAX_BLOCK_BYTES])
    if opening is None:
        return _split_head(text)
    fence = opening[1] or "---"
    window = text[opening.end() : opening.end() + MAX_BLOCK_BYTES]
    closing = re.search(rf"^(?:{re.escape(fence)}|\.\.\.)[ ]*$", window, re.MULTILINE)
    if closing is None or len(window[: closing.start()].encode()) > MAX_BLOCK_BYTES:
        return FrontMatter(), text
    block = window[: closing.start()]
    values = _values(block, tomllib.loads if fence == "+++" else _yaml)
    if not values and (values is None or fence[0] == "="):
        return FrontMatter(), text
    return checked(values), text[opening.end() + closing.end() :]


def _split_head(text: str) -> tuple[FrontMatter, str]:
    """Return what the lines with labels above an article say, and the text without them.

    They are the head of an e-mail, a note or a record: two say something of the article, among them what it is called
    or where it is, unless a heading of Markdown stands above. Lines with other labels stay, but for those of programs
    that send mail. The head of an event is the text's.
    """
    heading = _HEADING.match(text[:MAX_VALUE_CHARS])
    above = heading[0] if heading else ""
    head = _HEAD.match(text[len(above) : len(above) + MAX_BLOCK_BYTES])
    below = text[len(above) + head.end() :] if head else ""
    said: dict[str, str] = {}
    kept = []
    for line in re.sub(r"\n +", " ", head[1].replace("**", "")).strip().split("\n") if head else ():
        match = _LINE.fullmatch(line.strip("->*\\ "))
        label = re.sub(r"\s+", "_" if match[1].isascii() else "", match[1].lower()) if match else ""
        if match and (field := _LABELS.get(label)):
            said.setdefault(field, _value(field, match[2]))
        else:
            kept.append(line)
    kept = [] if said.pop("program", None) else kept
    known = len(said) - ("other" in said)
    named = above or "url" in said or ("title" in said and not kept)
    if known < 2 or not named or not below.strip() or any(map(names_event, kept)):
        return FrontMatter(), text
    return checked(said), above + "\n".join(kept) + "\n\n" * bool(kept) + below


def _value(field: str, value: str) -> str:
    """Return what stands behind a label as front matter would have it: the day of a date, a link's address or words."""
    day = DAY.search(value) if field == "published" else None
    if link := _LINK.search(value):
        value = link[2 if field == "url" else 1]
    elif field == "author":
        value = _MAIL_ADDRESS.sub("", value).strip("()<> ")
    return (day and iso_day(day)) or _ANSWERS.sub("", value, count=1).strip("\"'# ")


def by_field(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by the field of :class:`FrontMatter`, or ``text``, that people call by their names.

    Where several names mean one field, the one that its list names first counts; other names are passed over.
    """
    named = {name.strip().lower(): value for name, value in values.items() if isinstance(name, str)}
    for name in LISTS["source"]:
        if web_address(str(named.get(name))):  # as programs that clip pages call it
            named.setdefault("source_url", named.pop(name))
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
