"""What the library answers to a question: what a summary is about, what is searched where no card answers.

What must not live here: who may ask, the log, wording.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar, cast

from bot.services.follow_ups import About
from bot.services.language import is_chinese, reads
from bot.services.phrases import phrases
from bot.services.ports import AnswerState
from bot.services.requests import ARTICLE_PREFIX, Language
from corpus import Article, ArticleRef, Choices, NoMatch, Profile, SearchResults, Several, Summary
from corpus.article import ARTICLE_ID
from corpus.library import Library

AnswerValue = SearchResults | Profile | Choices | NoMatch | Several | Summary
A = TypeVar("A")
HITS, PAGE_HITS = 20, 5
TITLES = 5
LENGTH_CHARS = {"short": 200, "medium": 400, "long": 800}
_ASKING = re.compile(r"[谁誰哪]|什[么麼]|\b(?:who|whose|what|which)\b", re.IGNORECASE)
_ORIGIN = phrases("origin")
_QUOTES = " \"“”'‘’「」『』《》〈〉"
_JOINT = re.compile(r"的|['’]s\b|\b(?:of|at|the)\b", re.IGNORECASE)  # of what describes somebody, not of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer, what stands behind its buttons, and the name of the build that it is drawn from.

    ``titles`` are articles to summarise instead, where nothing was found or could be said of a topic; ``origin`` is the
    article of which the question asks who wrote it, or when, and ``unknown`` a name without a card that was searched
    for; ``about`` is what a pronoun of the next question means.
    """

    state: AnswerState
    value: AnswerValue
    build: str
    titles: tuple[ArticleRef, ...] = ()
    origin: Article | None = None
    unknown: str = ""
    about: About | None = None


def resolve(
    library: Library,
    *,
    state: AnswerState,
    or_search: bool = False,
    said: str = "",
    in_text: bool = False,
    page: int = 0,
) -> Answer:
    """Return what the library answers; takes a while, runs in the library's pool.

    ``said`` is the whole message that asks by plain words; ``in_text`` says that the question is a text in which names
    stand, and ``or_search`` that what no card or summary answers is searched for.
    """
    value: AnswerValue
    unknown = ""
    instead, origin = ("", None) if state.kind == "summary" else _asked_of(library, state.question)
    if instead:
        state = replace(state, kind="search", question=instead)
    elif state.kind == "who":
        value = library.who(state.question)
        if in_text and _is_unknown(value) and (names := library.names_in(state.question)):
            state = replace(state, question="、".join(names))
            value = library.who(state.question)
        if isinstance(value, NoMatch) and (or_search or may_be_said(library, value.asked)):
            state = replace(state, kind="search")
            unknown = "" if or_search or _ASKING.search(value.asked) else value.asked
    elif state.kind == "summary":
        state = _with_subject(library, state)
        if or_search and not state.subject:
            state = _with_title(library, state)
    elif or_search:
        state = _as_said(library, state, said)
    if state.kind == "search":
        value = _found(library, state, page)
    elif state.kind == "summary":
        value = _summary(library, state)
    value = _for_reader(value, partial(name_for, library, state.language), partial(reads, state.language))
    empty = isinstance(value, Summary) and not value.sentences
    titles = _near(library, state.question) if empty else getattr(value, "titles", ())
    return Answer(
        state=state,
        value=value,
        build=library.build,
        titles=tuple(titles),
        origin=origin,
        unknown=unknown,
        about=_about(library, state, value, said, origin),
    )


def _about(library: Library, state: AnswerState, value: AnswerValue, said: str, origin: Article | None) -> About | None:
    """Return whose card was shown, or the one article that was summed up or asked for.

    Else it is the one person whom a search by plain words names, else the one thing.
    """
    card = value.profile if isinstance(value, SearchResults) else value
    if isinstance(card, Profile):
        return About(card.name, card.kind)
    if isinstance(card, Summary) and len(card.articles) == 1:
        return About(card.articles[0].title, "article")
    if origin:
        return About(origin.title, "article")
    if state.kind != "search" or not said:
        return None
    named = [each for name in library.names_in(state.question) for each in library.complete_names(name, 1)]
    people = [each for each in named if each.kind == "person"]
    alone = people or named
    return About(alone[0].name, alone[0].kind) if len(alone) == 1 else None


def _asked_of(library: Library, question: str) -> tuple[str, Article | None]:
    """Return the article of which a question asks who wrote it, or when, and what to search for instead, else "".

    It is known by its title or half of that, and what is called an article by other words of it too.
    """
    for pattern in _ORIGIN:
        if asked := pattern.fullmatch(question.strip()):
            it, called = asked["it"].strip(_QUOTES), asked["called"] is not None
            held = library.complete_titles(it, 2)
            alone = len(held) == 1 and (called or 2 * len(it) > len(held[0].title))
            named = held[0] if alone else library.article_named(it) if called else library.titled(it)
            article = library.article(named.id) if named else None
            return article.title if article else it if called else "", article
    return "", None


def _near(library: Library, topic: str) -> Sequence[ArticleRef]:
    """Return the articles to offer where nothing can be said of a topic: by their titles, else what a search finds."""
    if titled := library.complete_titles(topic, TITLES):
        return titled
    found = [hit.article for hit in library.search(topic, limit=TITLES, shown=range(0)).hits]
    return [ArticleRef(id=each.id, title=each.title) for each in found] or library.complete_titles("", TITLES)


def name_for(library: Library, language: Language, name: str) -> str:
    """Return a name as readers of a language write it, where the articles do too."""
    if reads(language, name):
        return name
    chinese = language != "en-US"
    forms = (form for form in library.forms_of(name) if reads(language, form) and is_chinese(form) is chinese)
    return next(forms, name)


def _for_reader(value: A, name: Callable[[str], str], read: Callable[[str], bool]) -> A:
    """Return an answer with its names and terms in the script of its reader, as far as the articles have them so."""
    shown: Any = value
    match value:
        case Profile(aliases=aliases, related=related):
            forms = tuple(form for form in (value.name, *aliases) if form != name(value.name))
            shown = replace(value, name=name(value.name), aliases=forms, related=tuple(map(name, related)))
        case Choices(candidates=candidates):
            shown = replace(value, candidates=tuple(replace(each, name=name(each.name)) for each in candidates))
        case NoMatch(nearest=nearest):
            shown = replace(value, nearest=tuple(map(name, nearest)))
        case Several(answers=answers):
            shown = replace(value, answers=tuple(_for_reader(each, name, read) for each in answers))
        case SearchResults(profile=found):
            shown = replace(value, profile=_for_reader(found, name, read))
        case Summary(names=names, terms=terms):
            named = tuple(replace(each, name=name(each.name)) for each in names)
            shown = replace(value, names=named, terms=tuple(filter(read, terms)))
    return cast("A", shown)


def _summary(library: Library, state: AnswerState) -> Summary:
    """Return the summary of the article chosen, else of what the question is about; twice as long in letters."""
    budget = state.max_chars or LENGTH_CHARS["medium"]
    if state.subject:
        return library.summarize(state.subject, budget, 2 * budget)
    return library.sum_up(state.question, budget, 2 * budget)


def _is_unknown(value: AnswerValue) -> bool:
    """Whether nobody, or not all who are named, were found."""
    return isinstance(value, NoMatch) or (isinstance(value, Several) and any(map(_is_unknown, value.answers)))


def may_be_said(library: Library, name: str) -> bool:
    """Tell whether articles may say who is meant by what nobody is known by: a question, or words that stand there."""
    if _ASKING.search(name):
        return True
    parts = [part.strip(' "') for part in _JOINT.split(name)]
    found = library.search(" ".join(f'"{part}"' for part in parts if part), limit=1)
    return bool(found.hits) and found.suggestion is None and not found.unquoted


def _found(library: Library, state: AnswerState, page: int) -> SearchResults:
    """Search; only the hits of a page have snippets, those of the last one where the page is past it."""
    shown = range(page * PAGE_HITS, (page + 1) * PAGE_HITS)
    value = library.search(state.question, limit=HITS, filters=state.filters, shown=shown)
    last = (len(value.hits) - 1) // PAGE_HITS
    return _found(library, state, last) if 0 <= last < page else value


def _with_subject(library: Library, state: AnswerState) -> AnswerState:
    """Return the state with the article that a completion's value names, if it is one."""
    chosen = state.question.removeprefix(ARTICLE_PREFIX)
    if chosen == state.question or not ARTICLE_ID.fullmatch(chosen):
        return state
    return replace(state, subject=chosen, question=library.article(chosen).title)


def _with_title(library: Library, state: AnswerState) -> AnswerState:
    """Return the state with the article that the words name; where no title holds them, that of a search."""
    held = library.complete_titles(state.question, 2)
    if named := held[0] if len(held) == 1 else library.article_named(state.question):
        return replace(state, subject=named.id, question=named.title)
    return state if held else replace(state, kind="search")


def _as_said(library: Library, state: AnswerState, said: str) -> AnswerState:
    """Return the state of a search for the message itself, where a title holds it or no article passes its filter."""
    words_of_it = state.question in said
    passed = words_of_it or library.search(state.question, limit=1, filters=state.filters, shown=range(0)).hits
    return state if passed and not library.complete_titles(said, 1) else replace(state, question=said)
