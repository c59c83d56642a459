"""What an engine is: it finds candidates and orders them roughly; ranking is ours and the same for every engine."""

from dataclasses import dataclass
from typing import Protocol

from corpus.results import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class TermQuery:
    """What passages are asked for.

    ``should``, ``must`` and ``must_not`` are terms of field W: a passage is found when it holds one that it should or
    all that it must, and none that it must not. ``phrases`` are lines as of
    :func:`corpus.analysis.terms.units_line` that must stand in it as they are.
    """

    should: tuple[str, ...]
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Engine(Protocol):
    """Finds passages of one build; usable from any thread."""

    def candidates(self, query: TermQuery, filters: Filters, limit: int) -> list[tuple[int, float]]:
        """Return (passage id, score) of at most ``limit`` passages that pass query and filters, best first.

        Ties stand in order of id. A passage is found for the terms that it holds, whatever its score.
        """
        ...
