"""An article to read, a page at a time, opened at the place that was quoted."""

from dataclasses import replace

from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.render.components import facts, layout, link_button, page_number, row, text, turns
from bot.render.custom_ids import ReadArticle
from bot.render.escaping import escaped, marked
from bot.services.answers import OpenedArticle
from bot.services.reading_pages import page_of
from corpus.results import Span

ARTICLE_TITLE_CHARS = 200
BODY_CHARS = 3610


def reader_layout(opened: OpenedArticle, press: ReadArticle, words: Words) -> LayoutView:
    """Return the page of an article that a press asks for, the quoted places in bold."""
    article, pages = opened.article, opened.pages
    page = page_of(pages, press.places[0][0]) if press.page is None else min(press.page, len(pages) - 1)
    about = facts(article)
    turned = turns(page, len(pages), lambda other: replace(press, page=other, turn=True), words)
    return layout(
        text(f"### {escaped(article.title, ARTICLE_TITLE_CHARS)}", f"-# {about}" if about else None),
        Separator(),
        text(_body(article.text, pages[page], press.places)),
        page_number(page, len(pages), words),
        row(*turned, link_button(words("button-source"), article.url)),
    )


def _body(whole: str, page: Span, marks: tuple[Span, ...]) -> str:
    """Return the text of a page, what the marks and the page share in bold, unless that is all of it."""
    start, end = page
    start += len(whole[start:end]) - len(whole[start:end].lstrip())
    shared = [(max(mark[0], start) - start, min(mark[1], end) - start) for mark in marks]
    rest = set(range(end - start)).difference(*(range(*mark) for mark in shared))
    if not any(whole[start + place].isalnum() for place in rest):
        shared = []
    return marked(whole[start:end], shared, BODY_CHARS, lines=True) or "…"
