"""The layout of an answer of any kind."""

from discord.ui import LayoutView

from bot.messages import words_in
from bot.render.search import search_layout
from bot.render.summary import summary_layout
from bot.render.who import choices_layout, no_match_layout, profile_layout
from bot.services.answers import Answer
from corpus import Choices, NoMatch, Profile, SearchResults, Summary


def answer_layout(answer: Answer, *, page: int = 0) -> LayoutView:
    """Return an answer as a message in its own language; ``page`` is that of search results, from 0."""
    state, words = answer.state, words_in(answer.state.language)
    match answer.value:
        case SearchResults() as value:
            return search_layout(state, value, page, words)
        case Profile() as value:
            return profile_layout(state, value, words)
        case Choices() as value:
            return choices_layout(state, value, words)
        case NoMatch() as value:
            return no_match_layout(state, value, words)
        case Summary() as value:
            return summary_layout(state, value, words)
