"""The layout of an answer of any kind, with the buttons that every answer has."""

from collections.abc import Callable
from functools import partial
from typing import Any

from discord.ui import ActionRow, Container, LayoutView

from bot.messages import Words, words_in
from bot.render.components import COMPONENTS, ask_button, button, row, text
from bot.render.custom_ids import JudgeAnswer, ShareAnswer
from bot.render.escaping import escaped
from bot.render.search import search_layout, turn_buttons
from bot.render.summary import summary_layout
from bot.render.who import choices_layout, no_match_layout, profile_layout, several_layout
from bot.services.ports import AnswerState
from bot.services.requests import ARTICLE_PREFIX
from bot.services.resolving import Answer
from corpus import Choices, NoMatch, Profile, SearchResults, Several, Summary


def answer_layout(answer: Answer, *, page: int = 0, shared_by: int | None = None) -> LayoutView:
    """Return an answer as a message in its own language.

    Parameters
    ----------
    answer
        Of any kind.
    page
        Of search results, from 0.
    shared_by
        The id of whoever shows their private answer to the channel.
    """
    words = words_in(answer.state.language)
    layouts: dict[type, Callable[[AnswerState, Any, Words], LayoutView]] = {
        SearchResults: partial(search_layout, page=page, told=_told(answer, words)),
        Profile: profile_layout,
        Choices: choices_layout,
        Several: several_layout,
        NoMatch: no_match_layout,
        Summary: summary_layout,
    }
    view = layouts[type(answer.value)](answer.state, answer.value, words)
    container = view.children[0]
    if isinstance(container, Container):
        if shared_by is not None:
            container.add_item(text(f"-# {words('shared-by', person=f'<@{shared_by}>')}"))
        if titles := _titles(answer):
            container.add_item(titles)
        judgement = _judgement(answer, page, words)
        if judgement and view.total_children_count + 1 + len(judgement.children) <= COMPONENTS:
            container.add_item(judgement)
    return view


def _told(answer: Answer, words: Words) -> str:
    """Return what an answer says before what was found: who wrote an article, and when, or that a name has no card."""
    if origin := answer.origin:
        author, date = (escaped(part or "", 80) for part in (origin.author, origin.published))
        named, dated = int(bool(author)), int(bool(date))
        return words("search-origin", named=named, author=f"**{author}**", dated=dated, date=f"**{date}**")
    return words("search-no-card", name=escaped(answer.unknown, 80)) if answer.unknown else ""


def _titles(answer: Answer) -> ActionRow[LayoutView] | None:
    """Return buttons for articles that can be summarised, where a topic could not."""
    key, refs = answer.state.key, answer.titles
    return row(*(ask_button(ref.title, key, "summary", f"{ARTICLE_PREFIX}{ref.id}", pick=True) for ref in refs))


def _judgement(answer: Answer, page: int, words: Words) -> ActionRow[LayoutView] | None:
    """Return the last row: to other pages, what judges the answer, and for a private one what shows it to everybody."""
    state, value = answer.state, answer.value
    return row(
        *(turn_buttons(state, value, page, words) if isinstance(value, SearchResults) else ()),
        button(words("button-helpful"), JudgeAnswer(key=state.key, helpful=True)),
        button(words("button-not-helpful"), JudgeAnswer(key=state.key, helpful=False)),
        button(words("button-share"), ShareAnswer(key=state.key)) if state.private else None,
    )
