"""The pieces that every layout is made of, and the limits of a message."""

from collections.abc import Callable

from discord import ButtonStyle
from discord.ui import ActionRow, Button, Container, Item, LayoutView, Section, TextDisplay

from bot.messages import Words
from bot.render.custom_ids import AskInstead, Press, ReadArticle, custom_id
from bot.render.escaping import escaped, label, safe_link
from bot.services.requests import AnswerKind
from corpus import Article, Evidence, SummarySentence

TEXT_CHARS = 4000
COMPONENTS = 40
ROW_BUTTONS = 5
LABEL_CHARS = 80
TITLE_CHARS = 150
FACT_CHARS = 50

AnyItem = Item[LayoutView]
AnyButton = Button[LayoutView] | None


def layout(*items: AnyItem | None) -> LayoutView:
    """Return a message of one container.

    It is stopped at once: buttons are answered by the dynamic item of :mod:`bot.views.buttons`, and discord.py keeps
    every view that is not finished in its store for ever.
    """
    view = LayoutView(timeout=None)
    view.add_item(Container(*(item for item in items if item is not None)))
    view.stop()
    return view


def text(*lines: str | None) -> TextDisplay[LayoutView]:
    """Return a block of text, of lines that are markup already, but for those that are None."""
    return TextDisplay("\n".join(line for line in lines if line is not None))


def button(words: str, press: Press, style: ButtonStyle = ButtonStyle.secondary) -> AnyButton:
    """Return a button, or None where its press does not fit into an id."""
    identifier = custom_id(press)
    if identifier is None:
        return None
    return Button(label=label(words, LABEL_CHARS), custom_id=identifier, style=style)


def ask_button(words: str, key: str, kind: AnswerKind, asked: str, *, pick: bool = False) -> AnyButton:
    """Return a button under the answer of a key that asks something else."""
    return button(words, AskInstead(key=key, kind=kind, text=asked, pick=pick))


def read_button(words: str, key: str, quoted: Evidence | SummarySentence) -> AnyButton:
    """Return a button under the answer of a key that opens an article where it is quoted."""
    return button(words, ReadArticle(key=key, article_id=quoted.article.id, places=((quoted.start, quoted.end),)))


def link_button(words: str, url: str | None) -> AnyButton:
    """Return a button that opens a page, or None where the address may not be shown."""
    link = safe_link(url)
    return None if link is None else Button(label=label(words, LABEL_CHARS), url=link)


def row(*buttons: AnyButton) -> ActionRow[LayoutView] | None:
    """Return a row of the first five buttons that are there and differ, or None where there are none."""
    chosen: dict[str, Button[LayoutView]] = {}
    for each in buttons:
        if each is not None and len(chosen) < ROW_BUTTONS:
            chosen.setdefault(each.custom_id or each.url or "", each)
    return ActionRow(*chosen.values()) if chosen else None


def place(count: int, size: int, page: int) -> tuple[int, int]:
    """Return which page of a list is shown, the last for one past it, and how many there are."""
    pages = max(1, -(-count // size))
    return min(page, pages - 1), pages


def turns(page: int, pages: int, press: Callable[[int], Press], words: Words, *, ends: bool = False) -> list[AnyButton]:
    """Return the buttons to the page before and the one after, from 0, where there are such.

    With ``ends`` also to the first and the last, where these are further away.
    """
    others = [("button-previous", page - 1), ("button-next", page + 1)]
    if ends and page > 1:
        others.insert(0, ("button-first", 0))
    if ends and page + 2 < pages:
        others.append(("button-last", pages - 1))
    return [button(words(name), press(number)) for name, number in others if 0 <= number < pages]


def page_number(page: int, pages: int, words: Words) -> TextDisplay[LayoutView] | None:
    """Return which page of how many is shown, None where there is but one."""
    return text(f"-# {words('page', page=page + 1, pages=pages)}") if pages > 1 else None


def more(count: int, shown: int, words: Words) -> list[str]:
    """Return the line that says how many of a list are not shown, where there are such."""
    return [f"-# {words('and-more', count=count - shown)}"] if count > shown else []


def beside(content: str, accessory: AnyButton) -> AnyItem:
    """Return text with a button at its side, or the text alone."""
    return text(content) if accessory is None else Section(TextDisplay(content), accessory=accessory)


def facts(article: Article, *, with_title: bool = False) -> str:
    """Return one line that says where an article is from: title, author, source, date, as far as they are known."""
    known = [escaped(article.title, TITLE_CHARS)] if with_title else []
    known += [escaped(part, FACT_CHARS) for part in (article.author, article.source, article.published) if part]
    return " · ".join(known)
