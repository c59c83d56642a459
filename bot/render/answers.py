"""The layout of an answer of any kind."""

from discord.ui import LayoutView

from bot.messages import Words
from bot.render.search import search_layout
from bot.render.summary import summary_layout
from bot.render.who import choices_layout, no_match_layout, profile_layout
from bot.services.answers import AnswerValue
from bot.services.ports import AnswerState
from corpus import Choices, NoMatch, Profile, SearchResults


def answer_layout(state: AnswerState, value: AnswerValue, words: Words, *, page: int = 0) -> LayoutView:
    """Return an answer as a message; ``page`` is that of search results, from 0."""
    match value:
        case SearchResults():
            return search_layout(state, value, page, words)
        case Profile():
            return profile_layout(state, value, words)
        case Choices():
            return choices_layout(state, value, words)
        case NoMatch():
            return no_match_layout(state, value, words)
    return summary_layout(state, value, words)
