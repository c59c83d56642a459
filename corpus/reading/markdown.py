"""Markdown to plain paragraphs. What must not live here: what any paragraph means.

Links become their text, images go, raw HTML loses its tags and is never run.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.reading.plain_text import join_lines

_NOT_SHOWN: Final = ("<script", "<style", "<!", "<?")
_LISTS_OPEN: Final = {"bullet_list_open", "ordered_list_open"}
_LISTS_CLOSE: Final = {"bullet_list_close", "ordered_list_close"}
# What ends inside a paragraph of ours: a table's parts.
_WITHIN: Final = {"inline", "th_close", "td_close", "tr_close", "thead_close", "tbody_close"}
_PARSER: Final = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownText:
    """The first heading of level one, if any, and everything else in order; lines stand in lists, tables and code."""

    heading: str | None
    paragraphs: list[str]


def read_markdown(text: str) -> MarkdownText:
    """Return the heading and the paragraphs of a Markdown text.

    The items of a list and the rows of a table are lines of one paragraph; cells are parted by `` | ``.
    """
    reader = _Reader()
    for token in _PARSER.parse(text):
        reader.take(token)
    reader.end_paragraph()
    return MarkdownText(heading=reader.heading, paragraphs=reader.paragraphs)


@dataclass(slots=True)
class _Reader:
    """Follows the token stream."""

    heading: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _cells: list[str] | None = None
    _lists: int = 0
    _marker: str = ""
    _in_title: bool = False

    def take(self, token: Token) -> None:
        """Take the next block token."""
        if token.type == "inline":
            self._take_text(_inline_text(token.children or ()))
        elif token.type in {"fence", "code_block"}:
            self._take_text(token.content)
        elif token.type == "html_block" and not token.content.lstrip().lower().startswith(_NOT_SHOWN):
            self._take_text(_inline_text(_PARSER.parseInline(token.content)[0].children or ()))
        elif token.nesting > 0:
            self._open(token)
        elif token.type == "tr_close":
            cells, self._cells = self._cells or [], None
            self._take_text(" | ".join(cells))
        elif token.type in _LISTS_CLOSE:
            self._lists -= 1
        if token.nesting <= 0 and not self._lists and token.type not in _WITHIN:
            self.end_paragraph()

    def _open(self, token: Token) -> None:
        if token.type == "heading_open":
            self._in_title = token.tag == "h1" and self.heading is None
        elif token.type in _LISTS_OPEN:
            self._lists += 1
        elif token.type == "list_item_open":
            self._marker = f"{token.info}. " if token.info else "- "
        elif token.type == "tr_open":
            self._cells = []

    def end_paragraph(self) -> None:
        """End the paragraph that is under way, if any."""
        lines = [line.rstrip() for text in self._lines for line in text.split("\n") if line.strip()]
        if lines:
            self.paragraphs.append("\n".join(lines))
        self._lines = []

    def _take_text(self, text: str) -> None:
        if self._cells is not None:
            self._cells.append(text)
        elif self._in_title and text:
            self.heading, self._in_title = text, False
        elif text:
            self._lines.append(self._marker + text)
            self._marker = ""


def _inline_text(tokens: Sequence[Token]) -> str:
    """Return the text of a block's inline tokens; only a hard break ends a line."""
    lines, current = [""], [""]
    for token in tokens:
        if token.type in {"text", "code_inline", "text_special"}:
            current[-1] += token.content
        elif token.type == "softbreak":
            current.append("")
        elif token.type == "hardbreak" or token.content[:3].lower() == "<br":
            lines.append(join_lines(part.strip() for part in current))
            current = [""]
    lines.append(join_lines(part.strip() for part in current))
    return "\n".join(line for line in lines if line)
