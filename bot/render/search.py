"""Search results as a message, five a page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.messages.search import filters_text, searched_lines, without_texts
from bot.render.components import (
    TEXT_CHARS,
    AnyButton,
    AnyItem,
    ask_button,
    beside,
    button,
    facts,
    layout,
    page_number,
    place,
    row,
    text,
    turns,
)
from bot.render.custom_ids import LoosenSearch, ReadArticle, TurnResults
from bot.render.escaping import escaped, marked
from bot.render.who import card_of
from bot.services.ports import AnswerState
from bot.services.resolving import PAGE_HITS
from corpus import Filters, Hit, Profile, SearchResults, Snippet
from corpus.analysis.folding import fold
from corpus.reading.plain_text import is_list_item
from corpus.results import Span
from corpus.search.clauses import EVERYTHING, QUESTION_CHARS, read_clauses
from corpus.search.snippets import JOINT

SHOWN_CHARS = 120
HIT_TITLE_CHARS = 110
SNIPPET_CHARS = 1000  # of one snippet with all its marks; it is left out rather than cut
BELOW_CHARS = 120  # the page number, and who shared it
LINE_CHARS = 200
_QUOTE = "\n> "
_SPACE = re.compile(r"\s")
_GOES_ON = re.compile(r"[\w,，、；;：:]")  # what stands before no end of a sentence


def search_layout(state: AnswerState, results: SearchResults, words: Words, *, page: int, told: str = "") -> LayoutView:
    """Return a page of results, the first under what the question asks for; a page past the last is the last.

    ``told`` is a line that stands first.
    """
    page, pages = place(len(results.hits), PAGE_HITS, page)
    card, press = ("", None) if page else card_of(state, results.profile, words)
    above = beside(card, press) if card else None
    if not results.hits:
        without = without_texts(results, words).items()
        less = row(*(button(shown, LoosenSearch(key=state.key, name=name)) for name, shown in without))
        return layout(above, _nothing(state, results, words), less, _leads(state, results, words))
    first = page * PAGE_HITS
    shown = results.hits[first : first + PAGE_HITS]
    heads = [_head(hit, number) for number, hit in enumerate(shown, first + 1)]
    heading = _heading(state, results, words, told)
    room = (TEXT_CHARS - BELOW_CHARS - sum(map(len, (heading, card, *heads)))) // len(shown)
    items: list[AnyItem | None] = [text(heading), above]
    for head, hit in zip(heads, shown, strict=True):
        items += [Separator(), _hit(state, hit, head, room, words)]
    return layout(*items, page_number(page, pages, words), _leads(state, results, words))


def _heading(state: AnswerState, results: SearchResults, words: Words, told: str) -> str:
    """Return what was asked and told of it, how much was found, or that it is not answered, and what was searched."""
    whole = fold(state.question).text.strip() == EVERYTHING
    clauses = read_clauses(state.question)
    listed = clauses.asked.strip() in {"", EVERYTHING}
    counting = "search-listed" if listed else "search-at-least" if results.at_least else "search-found"
    counted = words(counting, total=results.total)
    if results.total > len(results.hits):
        counted += f" · {words('search-best', shown=len(results.hits))}"
    elif results.total < len(results.hits):
        counted += f" · {words('search-close', count=len(results.hits) - results.total)}"
    asked = words("search-all") if whole else escaped(state.question, SHOWN_CHARS)
    if listed and not (whole or clauses.must_not or results.unread) and results.filters != Filters():
        asked = words("search-of", filters=escaped(filters_text(results.filters, words), SHOWN_CHARS))
        results = replace(results, filters=Filters())
    lines = [
        f"### {asked}",
        *([told] if told else ()),
        words("search-weak") if results.weak else f"-# {counted}",
        *_searched(results, words),
    ]
    if len(state.question) > QUESTION_CHARS:
        lines.append(f"-# {words('search-cut', chars=QUESTION_CHARS)}")
    return "\n".join(lines)


def _searched(results: SearchResults, words: Words) -> list[str]:
    return [f"-# {line}" for line in searched_lines(results, words, partial(escaped, limit=LINE_CHARS))]


def _nothing(state: AnswerState, results: SearchResults, words: Words) -> AnyItem:
    """Return that nothing was found, why, as far as it is known, and what to try."""
    clauses = read_clauses(state.question)
    words_asked = clauses.asked.strip() or clauses.must_not or results.filters == Filters()
    asked = state.question if words_asked else filters_text(results.filters, words)
    return text(
        f"### {words('search-nothing', question=escaped(asked, SHOWN_CHARS))}",
        *_searched(results, words),
        None if results.without else words("search-try"),
        words("search-titles") if results.titles else None,
    )


def _head(hit: Hit, number: int) -> str:
    """Return the title of a result and where it is from."""
    title, about = f"**{number}. {escaped(hit.article.title, HIT_TITLE_CHARS)}**", facts(hit.article)
    return f"{title}\n-# {about}" if about else title


def _hit(state: AnswerState, hit: Hit, head: str, room: int, words: Words) -> AnyItem:
    """Return one result with its Read button, which opens at the first snippet; only the first snippet is ever cut."""
    lines = [head]
    for snippet in hit.snippets:
        shown = _in_lines(snippet, hit.article.text)
        most = room - 7 - len(_QUOTE) * shown.count("\n") if len(lines) == 1 else SNIPPET_CHARS
        said = marked(shown, snippet.highlights, most, lines=True)
        said = _QUOTE.join(" ".join(line.split()) for line in said.splitlines() if line.strip())
        quoted = _open_ended(said, hit.article.text, snippet.spans)
        if not quoted or len(quoted) + 3 > room:
            break
        lines.append(f"> {quoted}")
        room -= len(quoted) + 3
    places = tuple(span for snippet in hit.snippets for span in snippet.spans) or ((0, 0),)
    press = ReadArticle(key=state.key, article_id=hit.article.id, places=places)
    return beside("\n".join(lines), button(words("button-read"), press))


def _in_lines(snippet: Snippet, text: str) -> str:
    """Return what a snippet says, as long as it is, with the article's line breaks and one before an item further on.

    None stands within a highlight.
    """
    shown = [*_SPACE.sub(" ", snippet.text)]
    bold = {at for start, end in snippet.highlights for at in range(start, end)}
    at = 0
    for start, end in snippet.spans:
        breaks = [at + found.start() for found in re.finditer("\n", text[start:end])]
        if at and is_list_item(text[start:end]):
            breaks.append(at - 1)
        for new in breaks:
            if shown[new : new + 1] == [" "] and new not in bold:
                shown[new] = "\n"
        at += end - start + len(JOINT)
    return "".join(shown)


def _open_ended(quoted: str, text: str, spans: Sequence[Span]) -> str:
    """Return a quotation with an ellipsis where it begins or ends within a sentence of the text."""
    begins, ends = (_is_within(text, place) for place in (spans[0][0], spans[-1][1])) if spans else (False, False)
    return f"{'… ' * begins}{quoted}{' …' * (ends and not quoted.endswith('…'))}" if quoted else quoted


def _is_within(text: str, place: int) -> bool:
    before, after = text[max(0, place - 2) : place].rstrip(" ")[-1:], text[place : place + 2].lstrip(" ")[:1]
    return bool(_GOES_ON.match(before)) and not (not after or after.isspace())


def turn_buttons(state: AnswerState, results: SearchResults, page: int, words: Words) -> list[AnyButton]:
    """Return the buttons to the neighbouring pages, which share the last row of an answer."""
    page, pages = place(len(results.hits), PAGE_HITS, page)
    return turns(page, pages, lambda number: TurnResults(key=state.key, page=number), words)


def _leads(state: AnswerState, results: SearchResults, words: Words) -> AnyItem | None:
    """Return buttons for the question respelt, and for those who may be meant or are named with whom it asks for."""
    near = results.suggestion if results.suggestion != results.searched else None
    found = results.profile
    names: list[str] = []
    if isinstance(found, Profile):
        names = [name for name in found.related if name != found.name]
    elif found is not None:
        names = [candidate.name for candidate in found.candidates]
    return row(
        ask_button(words("button-suggestion", question=near), state.key, "search", near, pick=True) if near else None,
        *(ask_button(name, state.key, "who", name) for name in names),
    )
