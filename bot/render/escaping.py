"""Untrusted text made safe to show. Every article, name and question passes through here, and only here.

Text is truncated first and escaped in one pass, so that the cost is linear in what is shown.
"""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from corpus.results import Span

MARKS_PER_CHARACTER = 3
LINK_CHARS = 512
_ELLIPSIS = "…"
_MARKUP = frozenset("\\*_~`|<[]()@/")
_LINE_MARKUP = re.compile(r"^( *)([-+#>])", re.MULTILINE)
# Chinese sets no space between sentences, so that a line break after one leaves none.
_CHINESE_BREAK = re.compile(r"(?:(?<=[。！？；：」』）])|(?<=[。！？][”’]))\s*\n\s*")
_INVISIBLE = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f")
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")


class _Shown(dict[int, str]):
    """A table for ``str.translate`` that decides about a character when it first meets it.

    Controls, format characters (bidi controls and tags among them), lone surrogates and fillers that show nothing go.
    """

    def __init__(self, markup: frozenset[str]) -> None:
        super().__init__()
        self._markup = markup

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Zs", "Zl", "Zp") or character in "\t\n\r\v\f\x85":
            shown = "\n" if character in "\n\u2028\u2029\x85\v\f" else " "
        elif category in ("Cc", "Cf", "Cs", "Cn") or character in _INVISIBLE:
            shown = ""
        else:
            shown = f"\\{character}" if character in self._markup else character
        self[code] = shown
        return shown


_CLEAN = _Shown(frozenset())
_SAFE = _Shown(_MARKUP)


def label(text: str, limit: int) -> str:
    """Return text for a place that knows no markup (a button, a completion): one line, never empty."""
    line = " ".join(_capped(text[: limit * 4]).translate(_CLEAN).split())
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + _ELLIPSIS
    return line or _ELLIPSIS


def escaped(text: str, limit: int) -> str:
    """Return text as one line that does nothing but show; at most ``limit`` characters with its escapes."""
    return marked(" ".join(text[: limit * 4].split()), (), limit)


def marked(text: str, highlights: Iterable[Span], limit: int, *, lines: bool = False) -> str:
    """Return text with highlights in bold; at most ``limit`` characters with escapes and marks.

    Parameters
    ----------
    text
        As stored.
    highlights
        Places in ``text``, in any order; what lies outside is passed over.
    limit
        Of the result, in code points.
    lines
        Keep line breaks.
    """
    pieces: list[str] = []
    room = limit - len(_ELLIPSIS)
    for start, end, bold in _runs(min(len(text), limit * 2), highlights):
        piece = _LINE_MARKUP.sub(r"\1\\\2", _capped(text[start:end]).translate(_SAFE))
        piece = re.sub(r"\n{3,}", "\n\n", piece) if lines else _one_line(piece)
        cost = 4 if bold and piece.strip() else 0
        kept = _cut(piece, room - cost)
        if kept:
            pieces.append(_bold(kept) if cost else kept)
        room -= len(kept) + cost
        if len(kept) < len(piece):
            return "".join(pieces).rstrip() + _ELLIPSIS
    return "".join(pieces).rstrip() + (_ELLIPSIS if len(text) > limit * 2 else "")


def _one_line(piece: str) -> str:
    return re.sub(r"\s+", " ", _CHINESE_BREAK.sub("", piece))


def safe_link(url: str | None) -> str | None:
    """Return a link that may stand on a button, or None: http(s), plain host, no credentials, 512 characters."""
    if url is None or len(url) > LINK_CHARS:
        return None
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host) or "@" in parts.netloc:
        return None
    path = quote(parts.path, safe="/%:;=~!$&'()*+,-._", errors="replace")
    query = quote(parts.query, safe="/%:;=~!$&'()*+,-._?@", errors="replace")
    link = f"{parts.scheme}://{host}{f':{port}' if port else ''}{path}{f'?{query}' if query else ''}"
    return link if len(link) <= LINK_CHARS else None


def _runs(length: int, highlights: Iterable[Span]) -> Iterable[tuple[int, int, bool]]:
    """Yield the runs of a text in order, with whether each is highlighted."""
    place = 0
    for start, end in _joined(highlights):
        if start >= length:
            break
        if start > place:
            yield place, start, False
        yield start, min(end, length), True
        place = min(end, length)
    if place < length:
        yield place, length, False


def _joined(highlights: Iterable[Span]) -> list[Span]:
    """Return highlights in order, those that touch as one: adjoining bold marks would cancel each other."""
    joined: list[Span] = []
    for start, end in sorted(span for span in highlights if 0 <= span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _cut(piece: str, room: int) -> str:
    """Return the head of an escaped text that fits, never ending between a backslash and what it escapes."""
    if len(piece) <= room:
        return piece
    head = piece[: max(0, room)]
    backslashes = len(head) - len(head.rstrip("\\"))
    return head[:-1] if backslashes % 2 else head


def _bold(piece: str) -> str:
    """Return a piece in bold, its outer white space outside."""
    body = piece.strip()
    if not body:
        return piece
    lead = piece[: len(piece) - len(piece.lstrip())]
    tail = piece[len(piece.rstrip()) :]
    return f"{lead}**{body}**{tail}"


def _capped(text: str) -> str:
    """Return a text without the combining marks that stack higher than any language writes."""
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MARKS_PER_CHARACTER:
            kept.append(character)
    return "".join(kept)
