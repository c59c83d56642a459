"""The sentences of a passage that answer a question, as a reader is shown them.

What must not live here: which passages are shown, markdown, and anything that changes the article's wording.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple, Self

from corpus.analysis.folding import fold
from corpus.analysis.terms import is_cjk, needle, token_spans, units_line
from corpus.index.analysed import AnalysedPassage
from corpus.results import SNIPPET_CHARS, Snippet, Span
from corpus.search.ranking import TermWeights

JOINT = " … "
RUNS = 3
PART_CHARS = SNIPPET_CHARS // 2
TITLE_SHARE = 0.3
BIGRAM_SHARE = 0.5
# What another form is worth, in idf; what holds an answer of the kind that is asked for gains this share of the best
# sentence's worth, once; and what stands beside a chosen sentence brings so much more.
FORM_WORTH = 2.0
ANSWER_BONUS = 0.3
BESIDE = 1.5
# What a window may begin or end with: white space, or after a mark.
_BREAK = re.compile(r"(?<=[，,、；;：:。！？!?）)”」])|\s")


# The number of a term of the question, and what stands in a line where it does.
_Needle = tuple[int, str]


@dataclass(frozen=True, slots=True)
class SnippetTerms:
    """The terms of a question as snippets are chosen and marked by.

    ``needles`` place them in lines of units; ``worth`` is what each is worth by its number, as in cov_U + .5 cov_B +
    cov_W, the first ``own`` of them less where the title holds it; ``words`` are marked wherever they stand in a text,
    ``runs`` of tokens where those follow each other.
    """

    needles: tuple[_Needle, ...]
    worth: tuple[float, ...]
    own: int
    answer: re.Pattern[str] | None
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, weights: TermWeights, *, cjk: bool) -> Self:
        """Return those of a question, for all snippets of texts that are in CJK characters or are not."""
        groups = weights.forms(cjk=cjk)
        fields = ((1.0, weights.units), (BIGRAM_SHARE, weights.bigrams), (1.0, weights.words))
        worth = [share * weight for share, terms in fields for weight in terms.values()]
        own = [needle(term) for _, terms in fields for term in terms]
        others = ((number, needle(form)) for number, group in enumerate(groups, len(own)) for form in group)
        forms = [form for group in groups for form in group]
        words = [term for term in (*weights.words, *forms) if is_cjk(term)]
        runs = [(term,) for term in weights.units] + [tuple(form.split()) for form in forms]
        return cls(
            needles=(*enumerate(own), *others),
            worth=(*worth, *[FORM_WORTH] * len(groups)),
            own=len(own),
            answer=weights.answer,
            words=tuple([term for term in words if len(term) > 1] or words),
            runs=frozenset(run for run in runs if not is_cjk(run[0])),
        )

    def worth_beside(self, title_units: str) -> list[float]:
        """Return what each term is worth in an article of a title: every sentence is about what stands in that."""
        title = f" {title_units} "
        shares = (TITLE_SHARE if term in title else 1.0 for _, term in self.needles[: self.own])
        return [*map(mul, self.worth, shares), *self.worth[self.own :]]


class _Piece(NamedTuple):
    """A sentence of the passage, or a part of a long one, never longer than a snippet; ``terms`` are numbers."""

    start: int
    end: int
    terms: frozenset[int]
    answers: bool


def make_snippet(text: str, passage: AnalysedPassage, terms: SnippetTerms, title_units: str = "") -> Snippet:
    """Return what a passage says to a question: its best sentence, what adds most to that, and whole neighbours.

    Parameters
    ----------
    text
        The whole text of the article.
    passage
        A passage of it.
    terms
        What the question asks for.
    title_units
        The title's line of units.
    """
    pieces = list(_pieces(text, passage, terms))
    numbers = _fill(pieces, _choose(pieces, terms.worth_beside(title_units)))
    return _snippet(text, _runs(pieces, numbers), terms)


def _pieces(text: str, passage: AnalysedPassage, terms: SnippetTerms) -> Iterator[_Piece]:
    lines = f" {passage.units} ".replace("\n", " \n ")
    here = [(number, term) for number, term in terms.needles if term in lines]
    for (start, end, *_), line in zip(passage.sentences, passage.units.split("\n"), strict=True):
        if end - start <= SNIPPET_CHARS:
            yield _piece(start, end, line, here, terms.answer)
            continue
        for part_start, part_end in _parts(text, start, end):
            yield _piece(
                part_start, part_end, units_line(fold(text[part_start:part_end]).text), terms.needles, terms.answer
            )


def _piece(start: int, end: int, line: str, needles: Sequence[_Needle], answer: re.Pattern[str] | None) -> _Piece:
    padded = f" {line} "
    held = frozenset([number for number, term in needles if term in padded])
    return _Piece(start, end, held, answer is not None and bool(answer.search(line)))


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a long sentence after a mark or at white space where there is one, into parts of at most half a snippet."""
    while end - start > PART_CHARS:
        breaks = [match.start() for match in _BREAK.finditer(text, start + PART_CHARS // 2, start + PART_CHARS)]
        cut = breaks[-1] if breaks else start + PART_CHARS
        yield start, cut
        start = cut + (len(text[cut:end]) - len(text[cut:end].lstrip()))
    if start < end:
        yield start, end


def _choose(pieces: Sequence[_Piece], worth: Sequence[float]) -> list[int]:
    """Return the best piece, then up to two that bring most of what is still missing, as long as all fit."""
    chosen: list[int] = []
    missing = list(worth)
    sums = [_sum(missing, piece) for piece in pieces]
    answered = ANSWER_BONUS * max(sums, default=0.0)
    while len(chosen) < RUNS:
        beside = {number + step for number in chosen for step in (-1, 1)}
        gains = {
            number: (sums[number] + answered * piece.answers) * (BESIDE if number in beside else 1.0)
            for number, piece in enumerate(pieces)
            if number not in chosen
        }
        ordered = sorted(gains, key=gains.__getitem__, reverse=True)
        best = next((number for number in ordered if _fits(pieces, [*chosen, number])), None)
        if best is None or (chosen and not gains[best]):
            break
        chosen.append(best)
        for term in pieces[best].terms:
            missing[term] = 0.0
        sums = [_sum(missing, piece) for piece in pieces]
        answered *= not pieces[best].answers
    return chosen


def _sum(worth: Sequence[float], piece: _Piece) -> float:
    return sum(map(worth.__getitem__, piece.terms))


def _fill(pieces: Sequence[_Piece], chosen: list[int]) -> list[int]:
    """Add whole neighbours of what was chosen while they fit, the following one first."""
    filled = list(chosen)
    growing = True
    while growing:
        growing = False
        for number in (neighbour for place in tuple(filled) for neighbour in (place + 1, place - 1)):
            if 0 <= number < len(pieces) and number not in filled and _fits(pieces, [*filled, number]):
                filled.append(number)
                growing = True
    return filled


def _fits(pieces: Sequence[_Piece], numbers: Sequence[int]) -> bool:
    runs = _runs(pieces, numbers)
    return len(runs) <= RUNS and sum(end - start for start, end in runs) + len(JOINT) * (len(runs) - 1) <= SNIPPET_CHARS


def _runs(pieces: Sequence[_Piece], numbers: Sequence[int]) -> list[Span]:
    """Join neighbouring pieces and return the runs in reading order."""
    runs: list[Span] = []
    last = -2
    for number in sorted(numbers):
        piece = pieces[number]
        runs.append((runs.pop()[0] if number == last + 1 else piece.start, piece.end))
        last = number
    return runs


def _snippet(text: str, spans: Sequence[Span], terms: SnippetTerms) -> Snippet:
    highlights: list[Span] = []
    offset = 0
    for start, end in spans:
        highlights += [(offset + first, offset + last) for first, last in matches(text[start:end], terms)]
        offset += end - start + len(JOINT)
    shown = JOINT.join(re.sub(r"\s", " ", text[start:end]) for start, end in spans)
    return Snippet(text=shown, highlights=tuple(highlights), spans=tuple(spans))


def matches(shown: str, terms: SnippetTerms) -> list[Span]:
    """Return where terms of a question, or other forms of them, stand in a shown text; ascending, disjoint."""
    folded = fold(shown)
    spans = [span for word in terms.words for span in _places(folded.text, word)]
    if terms.runs:
        spans += _runs_of_tokens(list(token_spans(folded.text)), terms.runs)
    return _merged(folded.origin(start, end) for start, end in spans)


def _runs_of_tokens(tokens: Sequence[tuple[str, int, int]], wanted: frozenset[tuple[str, ...]]) -> Iterator[Span]:
    for length in {len(run) for run in wanted}:
        for first in range(len(tokens) - length + 1):
            run = tokens[first : first + length]
            if tuple(token for token, _, _ in run) in wanted:
                yield run[0][1], run[-1][2]


def _places(text: str, term: str) -> Iterator[Span]:
    start = text.find(term)
    while start >= 0:
        yield start, start + len(term)
        start = text.find(term, start + 1)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
