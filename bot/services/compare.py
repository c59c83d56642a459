"""What a new build changed for the questions that people really ask: first answers of two builds side by side.

What must not live here: where the questions come from, how builds are made, wording.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.services.ports import AskedQuestion
from corpus import Choices, Profile, Several
from corpus.library import Library

ChangeKind = Literal["lost", "gained", "changed", "reworded"]
KINDS: tuple[ChangeKind, ...] = ("lost", "gained", "changed", "reworded")
DAYS = 30
QUESTIONS = 500  # distinct ones, the most frequent first: 20 s of a processor at 20 ms an answer
TEXT_CHARS = 200
BUDGET_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAnswer:
    """What stands first in an answer: an article or a name (``about``), by its ``id``, and the words shown of it."""

    id: str
    about: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A question whose first answer is another now: lost, gained, about something else, or in other words."""

    kind: ChangeKind
    question: str
    times: int
    before: FirstAnswer | None
    after: FirstAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was asked of both builds, and what came out differently: losses first, then the most frequent.

    ``asked`` counts distinct questions, private ones too; ``hidden`` the changed ones that may only be counted.
    """

    before: str
    after: str
    asked: int
    changes: tuple[Change, ...]
    hidden: int

    def count(self, kind: ChangeKind) -> int:
        """Return how many changes are of a kind."""
        return sum(change.kind == kind for change in self.changes)


def compare(
    before: Library, after: Library, questions: Iterable[AskedQuestion], enough: Callable[[], bool] = lambda: False
) -> Comparison:
    """Ask questions of two builds; ends early once ``enough`` says so. Raises as the libraries do."""
    asked = hidden = 0
    changes: list[Change] = []
    for question in questions:
        if enough():
            break
        asked += 1
        old, new = first_answer(before, question), first_answer(after, question)
        kind = _kind(old, new)
        if kind is None:
            continue
        if not question.shown:
            hidden += 1
            continue
        text = question.text[:TEXT_CHARS]
        changes.append(Change(kind=kind, question=text, times=question.times, before=old, after=new))
    changes.sort(key=lambda change: (KINDS.index(change.kind), -change.times))
    return Comparison(before=before.build, after=after.build, asked=asked, changes=tuple(changes), hidden=hidden)


def _kind(old: FirstAnswer | None, new: FirstAnswer | None) -> ChangeKind | None:
    if old is None or new is None:
        return None if old is new else "lost" if new is None else "gained"
    if old.id != new.id:
        return "changed"
    return None if old.text == new.text else "reworded"


def first_answer(library: Library, question: AskedQuestion) -> FirstAnswer | None:
    """Return what a library answers first, None where it finds nothing."""
    match question.kind:
        case "search":
            for hit in library.search(question.text, limit=1, filters=question.filters).hits:
                return _first(hit.article.id, hit.article.title, hit.snippets[0].text if hit.snippets else "")
        case "who":
            return _who(library, question.text)
        case "summary":
            for sentence in library.sum_up(question.text, BUDGET_CHARS).sentences:
                return _first(sentence.article.id, sentence.article.title, sentence.text)
    return None


def _who(library: Library, name: str) -> FirstAnswer | None:
    match library.who(name):
        case Profile() as card:
            said = [*(role.text for role in card.roles[:1]), *(quoted.text for quoted in card.evidence[:1])]
            return _first(card.name, card.name, said[0] if said else "")
        case Several(answers=answers):
            return next((_first(each.name, each.name, "") for each in answers if isinstance(each, Profile)), None)
        case Choices(candidates=candidates):
            names = ", ".join(candidate.name for candidate in candidates)
            return _first(names, names, "")
    return None


def _first(identifier: str, about: str, text: str) -> FirstAnswer:
    return FirstAnswer(id=identifier, about=about[:TEXT_CHARS], text=text[:TEXT_CHARS])


def comparison_of(body: Mapping[str, Any]) -> Comparison:
    """Return the comparison that was written as JSON; raises TypeError, KeyError or ValueError where it is none."""
    changes = tuple(
        Change(**{**change, **{side: change[side] and FirstAnswer(**change[side]) for side in ("before", "after")}})
        for change in body["changes"]
    )
    return Comparison(**{**body, "changes": changes})
