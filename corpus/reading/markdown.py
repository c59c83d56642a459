"""Markdown to plain paragraphs, and the markup of MediaWiki out of text. What must not live here: what any of it means.

Links become their text, images go, raw HTML loses its tags and is never run.
"""

import functools
import itertools
import re
from collections.abc import Sequence
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from corpus.reading.draft import Draft
from corpus.reading.front_matter import FrontMatter
from corpus.reading.markup import html_tree, paragraphs, shown
from corpus.reading.plain_text import WIDE, is_list_item, together, unwrapped

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
# What MediaWiki does not show within a text, or shows as emphasis: templates, notes, pictures, categories, switches,
# the marks of tables.
_WIKI: Final = re.compile(
    r"\{\{[^{}]{0,2000}\}\}|<ref[^<>]{0,200}/>|<ref[^<>]{0,200}>[^<]{0,2000}</ref>|'{2,5}|__[A-Z]{3,20}__"
    r"|(?m:^(?:\{\|.*|\|[-}].*|[|!][ ]))|\[\[(?:File|Image|Category|文件|[图圖]像|分[类類]):[^\[\]]{0,500}\]\]"
)
_WIKI_HEADING: Final = re.compile(r"(?m)^(={2,6})([^=\n]{1,200})\1[ ]*$")
_WIKI_DEPTH: Final = 3
# Below a line from tag to tag people write Markdown, which CommonMark does not read without a blank line between.
_BELOW_TAGS: Final = re.compile(
    r"(?mi)^([ ]{0,3}(?=<)[^\n]{0,1000}"
    r"</?(?:a|article|br|center|details|div|figure|h[1-6]|hr|iframe|img|p|section|span|summary|video)\b"
    r"[^<>\n]{0,500}>[ ]*)\n(?=[ ]{0,3}[^\s<])"
)
_BREAK_MARKS: Final = ("  ", "\\")
_MIN_MARKED: Final = 4  # a quarter of all ends, so that no stray spaces count
_TOOL_CHARS: Final = 78  # html2text's


def read_markdown(said: FrontMatter, text: str) -> Draft:
    """Return the article of a Markdown text: its heading is the first of level one, if any.

    Lines are paragraphs unless the text is hard-wrapped, as in plain text. The items of a list and the rows of a table
    are lines of one paragraph; cells are parted by `` | ``.
    """
    # To Markdown a footnote is the address of a link, which is not shown, and the title of a box a part of its text.
    text = _BOX.sub(r"\1\2", _FOOTNOTE.sub("", text))
    body = html_tree(_parser().render(_BELOW_TAGS.sub(r"\1\n\n", text))).find("body")
    if body is None:
        return Draft(said=said, text="")
    title = next((heading for heading in body.iter("h1") if shown(heading)), None)
    heading = None if title is None else shown(title)
    if title is not None:
        title.drop_tree()
    headings = frozenset(map(shown, body.iter("h1", "h2", "h3", "h4", "h5", "h6", "pre")))
    return Draft(said=said, text="\n\n".join(paragraphs(body)), heading=heading, headings=headings)


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
    parser.core.ruler.after("block", "unwrap", _unwrap)
    for name, rule in (("text", _text), ("html_inline", _inline_html), ("html_block", _html_block)):
        parser.add_render_rule(name, rule)
    return parser


def _unwrap(state: StateCore) -> None:
    """Have the ends of lines within paragraphs be breaks, but for those that a wrap made."""
    source = state.src.split("\n")
    texts = [
        token
        for before, token in itertools.pairwise(state.tokens)
        # Several lines above a rule are a heading to Markdown, and to nobody else.
        if token.type == "inline" and (before.type == "paragraph_open" or before.markup == "-")
    ]
    blocks = [[line.lstrip() for line in token.content.split("\n")] for token in texts]
    # What stands left of a block's second line are the marks of what it is in: the first may begin an item.
    indents = [
        len(source[token.map[0] + 1].rstrip()) - len(block[1].rstrip()) if token.map and len(block) > 1 else 0
        for token, block in zip(texts, blocks, strict=True)
    ]
    ends = [line for block in blocks for line in block[:-1]]
    if sum(line.endswith(_BREAK_MARKS) for line in ends) * _MIN_MARKED > len(ends):
        fills_line = (functools.partial(_fills_line, chars=_TOOL_CHARS - indent) for indent in indents)
        found = list(map(together, blocks, fills_line))
    else:
        found = unwrapped([[line.rstrip() for line in block] for block in blocks], indents)
    for token, parts in zip(texts, found, strict=True):
        token.content = "  \n".join("\n".join(lines).rstrip(" \\") for lines in parts)


def _fills_line(line: str, following: str, chars: int) -> bool:
    """Whether html2text has ended a line, which marks all other ends of lines and parts no Chinese words."""
    full = len(line) + 1 + len(following.split(" ", 1)[0]) > chars
    return full and not line.endswith(_BREAK_MARKS) and not is_list_item(following)


def _text(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    return escapeHtml(_OTHER_NOTE.sub(r"\1", _MARKS.sub("", tokens[at].content)))


def _inline_html(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """Return a line break alone: whatever else is opened within a line may never be closed."""
    return "<br>" if tokens[at].content[:3].lower() == "<br" else ""


def _html_block(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """Return raw HTML with everything closed that it opens."""
    from lxml import html  # noqa: PLC0415  as in html_tree

    body = html_tree(tokens[at].content).find("body")
    if body is None:
        return ""
    body.tag = "div"
    return str(html.tostring(body, encoding="unicode"))
