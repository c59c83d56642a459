"""Who-is cards, choices and the lack of either as messages."""

from collections.abc import Iterable, Iterator

from discord.ui import LayoutView, Separator

from bot.messages import Words
from bot.render.components import (
    TEXT_CHARS,
    AnyButton,
    AnyItem,
    ask_button,
    beside,
    button,
    facts,
    layout,
    read_button,
    row,
    text,
)
from bot.render.custom_ids import ReadArticle
from bot.render.escaping import escaped
from bot.services.ports import AnswerState
from corpus import Candidate, Choices, Evidence, NoMatch, Profile, Several

NAME_CHARS = 80
FORMS = 8
EVIDENCE_CHARS = 320
FACT_CHARS = 160
ARTICLES = OFFERED = 5
AROUND_CHARS = 400  # what stands below: names, articles, who shared it


def profile_layout(state: AnswerState, profile: Profile, words: Words) -> LayoutView:
    """Return the card of a person, an organisation or a product."""
    heading, roles = _heading(profile, words), _roles(profile, words)
    quotations = [quotation(profile, evidence, words) for evidence in profile.evidence]
    room = TEXT_CHARS - AROUND_CHARS - len(heading) - len(roles) - sum(map(len, quotations))
    stated = _fitting(_facts(profile, words), room)
    dated = _fitting(_timeline(profile, words), room - len(stated))
    items: list[AnyItem | None] = [text(each) for each in (heading, roles) if each]
    items += [Separator()] if quotations else []
    items += [
        beside(quotation, read_button(words("button-read"), state.key, evidence))
        for quotation, evidence in zip(quotations, profile.evidence, strict=True)
    ]
    items += [text(each) for each in (stated, dated) if each]
    if profile.related:
        items += [Separator(), text(f"**{words('who-related')}**"), _names(state, profile.related, pick=False)]
    if profile.articles:
        listed = text(f"**{words('who-articles', count=len(profile.articles))}**")
        items += [Separator(), listed, _articles(state, profile)]
    return layout(*items)


def choices_layout(state: AnswerState, choices: Choices, words: Words) -> LayoutView:
    """Return the ones that may be meant, a button each."""
    offered = choices.candidates[:10]
    shown = text(f"### {_which(choices, words)}", *map(candidate_line, offered))
    names = list(dict.fromkeys(candidate.name for candidate in offered))
    return layout(shown, _names(state, names[:5], pick=True), _names(state, names[5:], pick=True))


def no_match_layout(state: AnswerState, missing: NoMatch, words: Words) -> LayoutView:
    """Return that the articles name nobody so, with the nearest names they hold."""
    nobody = words("who-nobody", name=escaped(missing.asked, NAME_CHARS)) if missing.asked else words("who-no-name")
    advice = "who-nearest" if missing.nearest else "who-try" if missing.asked else "who-known"
    search = ask_button(words("button-search-instead"), state.key, "search", missing.asked, pick=True)
    names = _names(state, missing.nearest, pick=True)
    return layout(text(f"### {nobody}", words(advice)), names, row(search if missing.asked else None))


def _which(choices: Choices, words: Words) -> str:
    return words("who-near" if choices.near else "who-choices", name=escaped(choices.asked, NAME_CHARS))


def several_layout(state: AnswerState, several: Several, words: Words) -> LayoutView:
    """Return the short card of each who was asked for, as much of it as there is room for."""
    items: list[AnyItem | None] = []
    room = (TEXT_CHARS - AROUND_CHARS) // len(several.answers)
    offered: set[str] = set()  # Discord takes no two buttons that do the same
    for answer in several.answers:
        if isinstance(answer, NoMatch):
            items.append(text(words("who-nobody", name=escaped(answer.asked, NAME_CHARS))))
            continue
        card, press = card_of(state, answer, words)
        if isinstance(answer, Choices):
            card = f"{_which(answer, words)}\n{card}"
        while len(card) > room:
            card = card.rpartition("\n")[0]
        names = [each.name for each in answer.candidates] if isinstance(answer, Choices) else [answer.name]
        new = [name for name in names if name not in offered]
        offered.update(new)
        if card:
            items.append(beside(card, press if new else None))
        if isinstance(answer, Choices):
            items.append(_names(state, new, pick=False))
    return layout(*items)


def card_of(state: AnswerState, found: Profile | Choices | None, words: Words) -> tuple[str, AnyButton]:
    """Return who or what a question asks for with the sentence that says so, or the people that may be meant."""
    match found:
        case Profile(name=name):
            line = " · ".join((f"**{escaped(name, 80)}**", *(escaped(role.text, 60) for role in found.roles[:1])))
            quoted = [quotation(found, evidence, words) for evidence in found.evidence[:1]]
            return "\n".join((line, *quoted)), ask_button(words("button-who"), state.key, "who", name)
        case Choices(candidates=candidates):
            return "\n".join(map(candidate_line, candidates[:OFFERED])), None
    return "", None


def _heading(profile: Profile, words: Words) -> str:
    """Return name, kind and the other forms of the name."""
    lines = [f"### {escaped(profile.name, NAME_CHARS)}", f"-# {words(f'kind-{profile.kind}')}"]
    if profile.aliases:
        forms = [escaped(alias, 50) for alias in profile.aliases[:FORMS]]
        lines.append(words("who-forms", forms=words("list-comma").join(forms)))
    return "\n".join(lines)


def _roles(profile: Profile, words: Words) -> str:
    """Return a line for each role with its article and date; conflicts stand side by side."""
    lines = []
    for role in profile.roles:
        source = " · ".join(escaped(part, 60) for part in (role.article.title, role.article.published) if part)
        lines.append((f"- {escaped(role.text, 80)}", source))
    doubt = f"\n{words('who-namesakes')}" if profile.roles and profile.namesakes else ""
    return _fitting(lines, TEXT_CHARS) + doubt


def _facts(profile: Profile, words: Words) -> Iterator[tuple[str, str]]:
    """Yield a line for each fact that no quotation holds and no date of the timeline, and its article."""
    for fact in profile.untold:
        yield f"**{words(f'fact-{fact.kind}')}** {escaped(fact.text, FACT_CHARS)}", escaped(fact.article.title, 60)


def _timeline(profile: Profile, words: Words) -> Iterator[tuple[str, str]]:
    """Yield a line for each date, the first under the heading of a timeline, and its article."""
    for number, event in enumerate(profile.events):
        heading = "" if number else f"**{words('who-timeline')}**\n"
        yield f"{heading}- **{event.date}** {escaped(event.text, FACT_CHARS)}", escaped(event.article.title, 60)


def _fitting(lines: Iterable[tuple[str, str]], room: int) -> str:
    """Return the first lines that have room together, with their sources; lines in a row of one source share it."""
    kept, shared = "", ""
    for line, source in lines:
        above = "" if not kept else "\n" if source == shared else f"\n-# {shared}\n"
        if len(kept) + len(above) + len(line) + len(source) + 4 > room:
            break
        kept, shared = kept + above + line, source
    return f"{kept}\n-# {shared}" if kept else ""


def quotation(profile: Profile, evidence: Evidence, words: Words) -> str:
    """Return a quotation under the names of the facts that it holds."""
    kinds = dict.fromkeys(words(f"fact-{fact.kind}") for fact in profile.facts if evidence.holds(fact))
    named = f"**{' · '.join(kinds)}**\n" if kinds else ""
    source = facts(evidence.article, with_title=True)
    return f"{named}> {escaped(evidence.text, EVIDENCE_CHARS)}\n-# {source}"


def candidate_line(candidate: Candidate) -> str:
    """Return a candidate with the line that tells it from the others."""
    hint = f" · {escaped(candidate.hint, 100)}" if candidate.hint else ""
    return f"- **{escaped(candidate.name, NAME_CHARS)}**{hint}"


def _names(state: AnswerState, names: Iterable[str], *, pick: bool) -> AnyItem | None:
    """Return a row of names to ask about."""
    return row(*(ask_button(name, state.key, "who", name, pick=pick) for name in names))


def _articles(state: AnswerState, profile: Profile) -> AnyItem | None:
    """Return a row of the articles that name somebody most."""
    listed = profile.articles[:ARTICLES]
    return row(*(button(one.title, ReadArticle(key=state.key, article_id=one.id)) for one in listed))
