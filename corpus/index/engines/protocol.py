"""What an engine is: it finds candidates and orders them roughly; ranking is ours and the same for every engine."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Protocol

from corpus.analysis.terms import needle
from corpus.results import Filters


@dataclass(frozen=True, slots=True, kw_only=True)
class TermQuery:
    """What passages are asked for.

    ``should`` are terms of field W: a passage is found when it holds one of them and its article passes all the rest.
    That is made of lines as of :func:`corpus.analysis.terms.units_line`, which stand in an article where its title or
    one of its passages holds them as they are, a CJK run also inside a longer one: every one of ``must`` and
    ``phrases`` stands in it, none of ``must_not``, and of each group in ``any_of`` at least one.
    """

    should: tuple[str, ...]
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()

    def passes(self, text: str) -> bool:
        """Whether an article whose :meth:`corpus.index.store.Store.texts` come to this passes all but ``should``."""
        either = *((line,) for line in self.must + self.phrases), *self.any_of
        return all(_stands(lines, text) for lines in either) and not _stands(self.must_not, text)


def _stands(lines: Iterable[str], text: str) -> bool:
    return any(needle(line) in text for line in lines)


class Engine(Protocol):
    """Finds passages of one build; usable from any thread."""

    def candidates(self, query: TermQuery, filters: Filters, limit: int) -> list[tuple[int, float]]:
        """Return (passage id, score) of at most ``limit`` passages that pass query and filters, best first.

        Ties stand in order of id. A passage is found for the terms that it holds, whatever its score.
        """
        ...

    def passing(self, query: TermQuery, filters: Filters) -> AbstractSet[int]:
        """Return the positions of all articles that pass the filters and all of the query but ``should``."""
        ...
