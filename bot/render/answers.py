"""The layout of an answer of any kind, with the buttons that every answer has."""

from discord.ui import ActionRow, Container, LayoutView

from bot.messages import Words, words_in
from bot.render.components import COMPONENTS, button, row, text
from bot.render.custom_ids import AskInstead, JudgeAnswer, ShareAnswer
from bot.render.search import search_layout, turn_buttons
from bot.render.summary import summary_layout
from bot.render.who import choices_layout, no_match_layout, profile_layout, several_layout
from bot.services.answers import Answer
from bot.services.requests import ARTICLE_PREFIX
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
    view = _layout(answer, page, words)
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


def _layout(answer: Answer, page: int, words: Words) -> LayoutView:
    state = answer.state
    match answer.value:
        case SearchResults() as value:
            return search_layout(state, value, page, words)
        case Profile() as value:
            return profile_layout(state, value, words)
        case Choices() as value:
            return choices_layout(state, value, words)
        case Several() as value:
            return several_layout(state, value, words)
        case NoMatch() as value:
            return no_match_layout(state, value, words)
        case Summary() as value:
            return summary_layout(state, value, words)


def _titles(answer: Answer) -> ActionRow[LayoutView] | None:
    """Return buttons for articles that can be summarised, where a topic could not."""
    key = answer.state.key
    return row(
        button(ref.title, AskInstead(key=key, kind="summary", text=f"{ARTICLE_PREFIX}{ref.id}", pick=True))
        for ref in answer.titles
    )


def _judgement(answer: Answer, page: int, words: Words) -> ActionRow[LayoutView] | None:
    """Return the last row: to other pages, what judges the answer, and for a private one what shows it to everybody."""
    state, value = answer.state, answer.value
    return row(
        (
            *(turn_buttons(state, value, page, words) if isinstance(value, SearchResults) else ()),
            button(words("button-helpful"), JudgeAnswer(key=state.key, helpful=True)),
            button(words("button-not-helpful"), JudgeAnswer(key=state.key, helpful=False)),
            button(words("button-share"), ShareAnswer(key=state.key)) if state.private else None,
        )
    )
