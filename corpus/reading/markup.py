"""Trees of HTML, and of what trafilatura makes of them, to paragraphs. What must not live here: what a page says."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from corpus.reading.plain_text import join_lines

_UNSEEN = ("script", "style", "rt", "rp", "svg", "math")
_GROUPS = {"ul", "ol", "list", "table"}
_ITEMS = {"li", "item"}
_ROWS, _CELLS = {"tr", "row"}, {"td", "th", "cell"}
_BREAKS = {"br", "lb"}
_BLOCKS = {
    *("p", "div", "section", "article", "blockquote", "quote", "h1", "h2", "h3", "h4", "h5", "h6", "head"),
    *("dt", "dd", "figure", "figcaption", "caption", "hr", "header", "footer", "aside", "main", "nav"),
    *_GROUPS,
}
_OWN_ENTITIES = re.compile(r"(<!DOCTYPE[^\[>]{0,300})\[[^\]]{0,10000}\]", re.IGNORECASE)


def html_tree(text: str) -> Any:
    """Return the root of an HTML document, however broken; its own entities stay unexpanded, comments are dropped."""
    from lxml import etree, html  # noqa: PLC0415  10 MB, which a process that searches can do without

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    text = _OWN_ENTITIES.sub(r"\1", text)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing in it
        return html.Element("html")


def paragraphs(body: Any, begun: Callable[[Any], Any] | None = None) -> list[Any]:
    """Return the paragraphs below an element in order; items, rows and lines of code are lines of one.

    Parameters
    ----------
    body
        The element. What nobody sees in it is taken out.
    begun
        Called with each element below; what it returns, unless None, stands before the element's paragraphs.
    """
    from lxml import etree  # noqa: PLC0415  as above

    etree.strip_elements(body, *_UNSEEN, with_tail=False)
    for each in body.iter(*_BREAKS):
        each.tail = "\n" + (each.tail or "")
    reader = _Reader(begun=begun or (lambda _: None))
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            reader.leave(element)
        elif not reader.enter(element):
            walk.skip_subtree()
    reader.end_paragraph()
    return reader.found


def shown(element: Any) -> str:
    """Return all text of an element on one line."""
    return _one_line("".join(element.itertext()))


def _one_line(text: str) -> str:
    return join_lines(part for line in text.split("\n") if (part := " ".join(line.split())))


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Follows a tree; ``_numbers`` has the next number of each list or table around the place, None without numbers."""

    begun: Callable[[Any], Any]
    found: list[Any] = field(default_factory=list)
    _inline: list[str] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _marker: str = ""
    _numbers: list[int | None] = field(default_factory=list)

    def enter(self, element: Any) -> bool:
        """Take the beginning of an element; whether what is in it is still to be taken."""
        tag = element.tag
        if tag in _BLOCKS | _BREAKS:
            self._end_block()
        elif tag in _ITEMS:
            self._end_line()
        if (beginning := self.begun(element)) is not None:
            self.end_paragraph()
            self.found.append(beginning)
        if tag in _GROUPS:
            ordered = tag == "ol" or element.get("rend") == "ol"
            start = element.get("start") or ""
            self._numbers.append((int(start[:9]) if start.isdecimal() else 1) if ordered else None)
        elif tag in _ITEMS:
            self._marker = self._next_marker()
        elif tag in _ROWS:
            self._end_line()
            self._add(" | ".join(shown(cell) for cell in element if cell.tag in _CELLS))
            return False
        elif tag == "pre" or (tag == "code" and "\n" in "".join(element.itertext())):
            self._end_block()
            for line in "".join(element.itertext()).split("\n"):
                self._add(line)
            self._end_block()
            return False
        self._inline.append(element.text or "")
        return True

    def leave(self, element: Any) -> None:
        """Take the end of an element, and the text behind it."""
        tag = element.tag
        if tag in _GROUPS:
            self._end_line()
            self._numbers.pop()
        if tag in _BLOCKS:
            self._end_block()
        elif tag in _ITEMS:
            self._end_line()
        self._inline.append(element.tail or "")

    def end_paragraph(self) -> None:
        """End the paragraph that is under way, if any."""
        self._end_line()
        if self._lines:
            self.found.append("\n".join(self._lines))
        self._lines = []

    def _end_block(self) -> None:
        if self._numbers:
            self._end_line()
        else:
            self.end_paragraph()

    def _end_line(self) -> None:
        line, self._inline = _one_line("".join(self._inline)), []
        self._add(line)

    def _add(self, line: str) -> None:
        if line.strip():
            self._lines.append(self._marker + line.rstrip())
            self._marker = ""

    def _next_marker(self) -> str:
        if not self._numbers or (number := self._numbers[-1]) is None:
            return "- "
        self._numbers[-1] = number + 1
        return f"{number}. "
