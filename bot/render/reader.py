"""An article to read, a page at a time, opened at the place that was quoted."""

from collections.abc import Iterator
from dataclasses import replace

from discord.ui import Button, LayoutView, Separator

from bot.messages import Words
from bot.render.components import AnyItem, button, facts, layout, link_button, row, text
from bot.render.custom_ids import ReadArticle
from bot.render.escaping import escaped, marked
from bot.services.answers import OpenedArticle
from bot.services.reading_pages import page_of
from corpus import Article
from corpus.results import Span

ARTICLE_TITLE_CHARS = 200
BODY_CHARS = 3610


def reader_layout(opened: OpenedArticle, press: ReadArticle, words: Words) -> LayoutView:
    """Return the page of an article that a press asks for, the quoted places in bold."""
    article, pages = opened.article, opened.pages
    page = page_of(pages, press.mark[0]) if press.page is None else min(press.page, len(pages) - 1)
    heading = f"### {escaped(article.title, ARTICLE_TITLE_CHARS)}"
    about = facts(article)
    items: list[AnyItem | None] = [text(f"{heading}\n-# {about}" if about else heading), Separator()]
    items.append(text(_body(article.text, pages[page], (press.mark, *press.also))))
    if len(pages) > 1:
        items.append(text(f"-# {words('page', page=page + 1, pages=len(pages))}"))
    return layout(*items, row(_buttons(article, press, page, len(pages), words)))


def _body(whole: str, page: Span, marks: tuple[Span, ...]) -> str:
    """Return the text of a page, what the marks and the page share in bold."""
    start, end = page
    start += len(whole[start:end]) - len(whole[start:end].lstrip())
    shared = [(max(mark[0], start) - start, min(mark[1], end) - start) for mark in marks]
    return marked(whole[start:end], shared, BODY_CHARS, lines=True) or "…"


def _buttons(
    article: Article, press: ReadArticle, page: int, pages: int, words: Words
) -> Iterator[Button[LayoutView] | None]:
    """Yield the buttons to the neighbouring pages and to the article's own place on the web."""
    for number, label_id in ((page - 1, "button-previous"), (page + 1, "button-next")):
        if 0 <= number < pages:
            yield button(words(label_id), replace(press, page=number, turn=True))
    yield link_button(words("button-source"), article.url)
