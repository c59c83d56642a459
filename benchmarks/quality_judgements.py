"""Judgements from their files to values: what was asked and what a good answer holds.

The format is described in ``benchmarks/judgements/README.md``. What must not live here: any answer, any figure.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import corpus
from benchmarks.quality_measures import Half, is_simplified

Value = TypeVar("Value")


class JudgementsInvalid(Exception):
    """A file of judgements is not as documented; ``line`` counts from 1 and is None where no one line is at fault."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        super().__init__(f"{path}{f', line {line}' if line else ''}: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """``passages`` are ids of articles and ``answers`` clauses, of each of which any one will do."""

    text: str
    passages: frozenset[str]
    answers: tuple[str, ...]
    groups: tuple[str, ...]
    half: Half


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person or an organisation; ``roles`` are quoted, ``articles`` are all that hold one of the forms."""

    forms: tuple[str, ...]
    kind: str
    roles: tuple[str, ...]
    articles: frozenset[str]
    half: Half


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The ranked facts of one article, each a rank from 1 and the clauses that state it."""

    article: str
    ranked: tuple[tuple[int, tuple[str, ...]], ...]
    half: Half


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A direct message and what its writer means."""

    text: str
    kind: str
    argument: str
    groups: tuple[str, ...]
    half: Half


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """A set of judgements with the articles that they are about; what a set lacks is empty."""

    articles: tuple[corpus.Article, ...]
    questions: tuple[Question, ...]
    names: tuple[Name, ...]
    facts: tuple[Facts, ...]
    messages: tuple[Message, ...]


def read_judgements(folder: Path, articles: Path | None) -> Judgements:
    """Read a set; its articles stand in a folder of files or, where that is None, in its own passages.jsonl.

    Raises
    ------
    JudgementsInvalid
        A line is not as documented, or names an article that is not there.
    corpus.FolderUnreadable
        There is no such folder of articles.
    OSError
        A set that must bring its articles has no passages.jsonl.
    """
    judged = Judgements(
        articles=(
            corpus.read_folder(articles).articles
            if articles
            else tuple(_read_lines(folder / "passages.jsonl", _passage_article))
        ),
        questions=_values(folder / "questions.jsonl", _question),
        names=_values(folder / "names.jsonl", _name),
        facts=_joined_facts(_values(folder / "facts.jsonl", _one_fact)),
        messages=_values(folder / "messages.jsonl", _message),
    )
    named = {passage for question in judged.questions for passage in question.passages}
    named |= {facts.article for facts in judged.facts}
    for missing in sorted(named - {article.id for article in judged.articles}):
        raise JudgementsInvalid(folder, None, f"there is no article {missing!r}")
    return judged


def _values(path: Path, value_of: Callable[[dict[str, Any]], Value]) -> tuple[Value, ...]:
    return tuple(_read_lines(path, value_of)) if path.exists() else ()


def _read_lines(path: Path, value_of: Callable[[dict[str, Any]], Value]) -> Iterator[Value]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield value_of(json.loads(line))
        except KeyError as error:
            raise JudgementsInvalid(path, number, f"has no {error}") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise JudgementsInvalid(path, number, str(error)) from error


def _half(row: dict[str, Any]) -> Half:
    if "kept_aside" not in row:
        return "undivided set"
    return "half kept aside" if row["kept_aside"] else "tuning half"


def _question(row: dict[str, Any]) -> Question:
    groups = ("all", row.get("language"), row.get("kind"), "crossing" if row.get("crosses") else None)
    return Question(
        text=row["text"],
        passages=frozenset(row["passages"]),
        answers=tuple(row["answers"]),
        groups=tuple(group for group in groups if group),
        half=_half(row),
    )


def _name(row: dict[str, Any]) -> Name:
    return Name(
        forms=tuple(row["forms"]),
        kind=row["kind"],
        roles=tuple(role["text"] for role in row["roles"]),
        articles=frozenset(row["articles"]),
        half=_half(row),
    )


def _one_fact(row: dict[str, Any]) -> Facts:
    return Facts(article=row["article"], ranked=((row["rank"], tuple(row["clauses"])),), half=_half(row))


def _joined_facts(facts: tuple[Facts, ...]) -> tuple[Facts, ...]:
    joined: dict[str, Facts] = {}
    for fact in facts:
        before = joined.get(fact.article)
        ranked = (*before.ranked, *fact.ranked) if before else fact.ranked
        joined[fact.article] = Facts(article=fact.article, ranked=ranked, half=fact.half)
    return tuple(joined.values())


def _message(row: dict[str, Any]) -> Message:
    groups = ("all", row["language"], row["kind"])
    return Message(text=row["text"], kind=row["kind"], argument=row["argument"], groups=groups, half=_half(row))


def _passage_article(row: dict[str, Any]) -> corpus.Article:
    return corpus.Article(
        id=row["id"],
        title=row["title"],
        text=row["text"],
        language=row.get("language") or _script(row["text"]),
        author=None,
        source=None,
        published=None,
        url=None,
        origins=(f"{row['id']}.txt",),
    )


def _script(text: str) -> str:
    if not any("\u3400" <= character <= "\u9fff" for character in text):
        return "en"
    return "zh-Hans" if is_simplified(text) else "zh-Hant"
