"""What the process that builds an index prints for the one that started it: one JSON object a line.

``{"progress": {...}}``, then ``{"report": {...}}`` or ``{"error": {"type": class name, "message": sentence, "data":
attributes}}``.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import bot.errors
import corpus.errors
from bot.errors import BotError
from corpus import ArticleRef, BuildReport, CorpusError, Progress, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class ReindexReport:
    """What a reindex came to; ``sample`` says that the sample was indexed, ``dropped_sample`` that it no longer is."""

    report: BuildReport
    rejected: tuple[Rejected, ...]
    sample: bool
    dropped_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReindexError:
    """An error of the other process: the name of its class, its sentence, and the attributes to make it again."""

    type: str
    message: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def original(self) -> BotError | CorpusError | None:
        """Return the error itself, to be told in any language; None where this version knows none such."""
        kind = getattr(bot.errors, self.type, None) or getattr(corpus.errors, self.type, None)
        if not isinstance(kind, type) or not issubclass(kind, BotError | CorpusError):
            return None
        try:
            return kind(
                **{name: tuple(value) if isinstance(value, list) else value for name, value in self.data.items()}
            )
        except TypeError:
            return None


Message = Progress | ReindexReport | ReindexError


def encode(message: Progress | ReindexReport | Exception) -> str:
    """Return a message as one line, with its end."""
    body: tuple[str, dict[str, Any]]
    match message:
        case Progress():
            body = ("progress", asdict(message))
        case ReindexReport():
            body = ("report", asdict(message))
        case _:
            body = ("error", {"type": type(message).__name__, "message": str(message), "data": vars(message)})
    return json.dumps(dict([body]), default=str) + "\n"


def decode(line: str | bytes) -> Message | None:
    """Return the message of a line, or None where it holds none: a library may print to the same pipe."""
    try:
        ((kind, body),) = json.loads(line).items()
        match kind:
            case "progress":
                return Progress(**body)
            case "report":
                return _report(body)
            case "error":
                return ReindexError(**body)
    except (ValueError, TypeError, AttributeError, KeyError):
        pass
    return None


def _report(body: Mapping[str, Any]) -> ReindexReport:
    built: dict[str, Any] = dict(body["report"])
    for name in ("added", "changed", "removed"):
        built[name] = tuple(ArticleRef(**ref) for ref in built[name])
    return ReindexReport(
        report=BuildReport(**built),
        rejected=tuple(Rejected(**rejected) for rejected in body["rejected"]),
        sample=bool(body["sample"]),
        dropped_sample=bool(body["dropped_sample"]),
    )
