"""Markdown to plain paragraphs, and the markup of MediaWiki out of text. What must not live here: what any of it means.

Links become their text, images go, raw HTML loses its tags and is never run.
"""

import functools
import re
import textwrap
from collections.abc import Sequence
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from corpus.reading.credits import credits_of
from corpus.reading.draft import Draft
from corpus.reading.front_matter import FrontMatter
from corpus.reading.markup import html_tree, paragraphs, shown
from corpus.reading.plain_text import WIDE

# What programs for notes and for sites write into Markdown, which is not shown: embedded files, comments, marks of
# footnotes, tags of templates, borders of boxes, anchors.
_MARKS: Final = re.compile(
    r"!\[\[[^\[\]\n]{1,300}\]\]|%%[^%\n]{0,500}%%|\[\^[^\[\]\s]{1,40}\]|\{%[^{}\n]{0,300}%\}|\{\{[<%][^{}\n]{0,300}[>%]\}\}"
    rf"|\*\*(?=[{WIDE}])|(?<=[{WIDE}])\*\*"  # which CommonMark leaves beside Chinese punctuation
    r"|^:::+[ ]?[A-Za-z-]{0,20}[ ]?|[ ]\^[\w-]{2,20}$|^\[TOC\]$"
    r"|[ ]?\{(?::[ ]?[.#\w][\w .#=\"'/-]{0,100}|[#.][\w-]{1,60})\}$"
)
_OTHER_NOTE: Final = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_FOOTNOTE: Final = re.compile(r"(?m)^\[\^[^\[\]\s]{1,40}\]:")
_BOX: Final = re.compile(r"(?m)^([> ]{0,20}>)[ ]?\[![\w-]{1,20}\][+-]?(.*)$")
# What MediaWiki does not show within a text, or shows as emphasis: templates, notes, pictures, categories, switches.
_WIKI: Final = re.compile(
    r"\{\{[^{}]{0,2000}\}\}|<ref[^<>]{0,200}/>|<ref[^<>]{0,200}>[^<]{0,2000}</ref>|'{2,5}|__[A-Z]{3,20}__"
    r"|\[\[(?:File|Image|Category|文件|[图圖]像|分[类類]):[^\[\]]{0,500}\]\]"
)
_WIKI_HEADING: Final = re.compile(r"(?m)^(={2,6})([^=\n]{1,200})\1[ ]*$")
_WIKI_DEPTH: Final = 3
# Below a line from tag to tag people write Markdown, which CommonMark does not read without a blank line between.
_BELOW_TAGS: Final = re.compile(
    r"(?mi)^([ ]{0,3}(?=<)[^\n]{0,1000}"
    r"</?(?:a|article|br|center|details|div|figure|h[1-6]|hr|iframe|img|p|section|span|summary|video)\b"
    r"[^<>\n]{0,500}>[ ]*)\n(?=[ ]{0,3}[^\s<])"
)
_ADMONITION: Final = re.compile(
    r'(?m)^(?:!!!|\?\?\?)\+?[ ]+[\w-]{1,20}[^"\n]{0,40}(?:"([^"\n]{0,100})")?[ ]*\n'
    r"(\n?[ ]{4}.*\n?(?:[ ]{4}.*\n?|[ ]*\n)*)"
)
# Items that are none to Markdown, which would run them together.
_OTHER_ITEM: Final = re.compile(r"(?<=\S)\n(?=[ ]{0,3}(?:[•·●○▪◆■‣]|[(（]?\d{1,3}[、)）]|[①-⑳])[ ]*\S)")
_HEAD_LINES: Final = 20
_NOT_SHOWN: Final = ("<script", "<style", "<!", "<?")


def read_markdown(said: FrontMatter, text: str) -> Draft:
    """Return the article of a Markdown text: its heading is the first of level one, if any.

    The items of a list and the rows of a table are lines of one paragraph; cells are parted by `` | ``.
    """
    # To Markdown a footnote is the address of a link, which is not shown, and the title of a box a part of its text.
    text = _BOX.sub(r"\1\2\n\1", _FOOTNOTE.sub("", _with_credits_apart(text)))
    text = _ADMONITION.sub(lambda box: f"{box[1] or ''}\n\n{textwrap.dedent(box[2])}\n", text)
    text = _OTHER_ITEM.sub("  \n", _BELOW_TAGS.sub(r"\1\n\n", text))
    body = html_tree(_parser().render(text)).find("body")
    if body is None:
        return Draft(said=said, text="")
    title = next((heading for heading in body.iter("h1") if shown(heading)), None)
    heading = None if title is None else shown(title)
    if title is not None:
        title.drop_tree()
    headings = frozenset(map(shown, body.iter("h1", "h2", "h3", "h4", "h5", "h6")))
    return Draft(said=said, text="\n\n".join(paragraphs(body, breaks_end=False)), heading=heading, headings=headings)


def _with_credits_apart(text: str) -> str:
    """Return a text with blank lines around the lines of credits at its head, which Markdown makes one paragraph."""
    lines = text.split("\n")
    begins = True
    for at, line in enumerate(lines[:_HEAD_LINES]):
        said = begins and credits_of(line.strip()) is not None
        if said:
            lines[at] = f"\n{line}\n"
        begins = said or not line.strip() or line.startswith("#")
    return "\n".join(lines)


def without_wiki_markup(text: str) -> str:
    """Return a text without MediaWiki's markup where it has headings and links of that kind; any other as it is."""
    if not (_WIKI_HEADING.search(text) and _OTHER_NOTE.search(text)):
        return text
    for _ in range(_WIKI_DEPTH):  # templates hold others, and captions links
        text = _OTHER_NOTE.sub(r"\1", _WIKI.sub("", text))
    return _WIKI_HEADING.sub(r"\2", text)


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
    for name, rule in (("text", _text), ("html_inline", _inline_html), ("html_block", _html_block)):
        parser.add_render_rule(name, rule)
    return parser


def _text(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    return escapeHtml(_OTHER_NOTE.sub(r"\1", _MARKS.sub("", tokens[at].content)))


def _inline_html(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """Return a line break alone: whatever else is opened within a line may never be closed."""
    return "<br>" if tokens[at].content[:3].lower() == "<br" else ""


def _html_block(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """Return raw HTML with everything closed that it opens."""
    from lxml import html  # noqa: PLC0415  as in html_tree

    content = tokens[at].content
    body = html_tree(content).find("body")
    if body is None or content.lstrip().lower().startswith(_NOT_SHOWN):
        return ""
    body.tag = "div"
    return str(html.tostring(body, encoding="unicode"))
