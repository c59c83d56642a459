"""The sentences of a passage that answer a question, as a reader is shown them.

What must not live here: which passages are shown, markdown, and anything that changes the article's wording.
"""

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
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
# What another form is worth, in idf, and what is an answer of the kind that is asked for, as a share of the best
# sentence's worth. What has been chosen is worth so much again: often it is said twice, and answered once. A sentence
# goes on about what the one before it names, and what stands beside a chosen one brings more.
FORM_WORTH = 2.0
ANSWER_BONUS = 0.3
AGAIN = 0.3
BEFORE = 0.1
BESIDE = 1.5
# What a window may begin or end with: white space, or after a mark.
_BREAK = re.compile(r"(?<=[，,、；;：:。！？!?）)”」])|\s")
# Where the beginning of a sentence may end that goes on: after a mark that is none of a number.
_CLAUSE_END = re.compile(r"(?<=[，、；：）”」])|(?<=[,;:)”]) ")
_CLAUSE_CHARS = 8  # a shorter beginning says nothing


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
        runs = [run for term in weights.units for run in _runs_to_mark(term, weights.line.split())]
        runs += [tuple(form.split()) for form in forms]
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


def _runs_to_mark(term: str, line: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a term as a run, but one letter or digit only with what stands beside it: A100 is not about every A."""
    pairs: list[tuple[str, ...]]
    pairs = [pair for pair in itertools.pairwise(line) if term in pair and not any(map(is_cjk, pair))]
    return pairs if len(term) == 1 and pairs else [(term,)]


class _Piece(NamedTuple):
    """A sentence of the passage, or a part of a long one, never longer than a snippet; ``terms`` are numbers.

    That of an answer of the kind that is asked for follows those of all terms. ``led_by`` are those that the piece
    before it in the paragraph holds, and it does not; ``begins`` says whether a sentence does, ``paragraph`` is where
    that of the passage begins.
    """

    start: int
    end: int
    terms: frozenset[int]
    led_by: frozenset[int]
    begins: bool
    paragraph: int


def make_snippets(
    text: str, passages: Iterable[AnalysedPassage], terms: SnippetTerms, title_units: str = "", most: int = 1
) -> tuple[Snippet, ...]:
    """Return what passages say to a question: their best sentence, what adds most to that, and whole neighbours.

    Parameters
    ----------
    text
        The whole text of the article.
    passages
        Some passages of it, in reading order.
    terms
        What the question asks for.
    title_units
        The title's line of units.
    most
        How many snippets are made; each further one is of sentences that none before it shows whole, if one of them
        holds anything that is asked for or follows what does.
    """
    pieces = [piece for passage in passages for piece in _pieces(text, passage, terms)]
    worth = terms.worth_beside(title_units)
    best = max(_sum(piece.terms - {len(worth)}, worth) for piece in pieces) if terms.answer else 0.0
    worth.append(ANSWER_BONUS * best)
    free = dict.fromkeys(range(len(pieces)))
    made: list[Snippet] = []
    while free and len(made) < most:
        chosen = _choose(pieces, worth, free)
        if made and not chosen:
            break
        shown = _fill(pieces, chosen or [0], free)
        free = dict.fromkeys(number for number in free if number not in shown)
        made.append(_snippet(text, _begun(text, pieces, _runs(pieces, shown)), terms))
    return tuple(made)


def _pieces(text: str, passage: AnalysedPassage, terms: SnippetTerms) -> Iterator[_Piece]:
    lines = f" {passage.units} ".replace("\n", " \n ")
    here = [(number, term) for number, term in terms.needles if term in lines]
    paragraph = before = passage.start
    held = frozenset[int]()
    for (start, end), line in zip(passage.places(), lines.split("\n"), strict=True):
        if "\n" in text[before:start]:
            paragraph, held = start, frozenset()
        before = end
        whole = end - start <= SNIPPET_CHARS
        for first, last in [(start, end)] if whole else _parts(text, start, end):
            padded = line if whole else f" {units_line(fold(text[first:last]).text)} "
            numbers = [number for number, term in here if term in padded]
            if terms.answer and terms.answer.search(padded):
                numbers.append(len(terms.worth))
            led, held = held, frozenset(numbers)
            yield _Piece(first, last, held, led - held, first == start, paragraph)


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a long sentence after a mark or at white space where there is one, into parts of at most half a snippet."""
    while end - start > PART_CHARS:
        breaks = [match.start() for match in _BREAK.finditer(text, start + PART_CHARS // 2, start + PART_CHARS)]
        cut = breaks[-1] if breaks else start + PART_CHARS
        yield start, cut
        start = cut + (len(text[cut:end]) - len(text[cut:end].lstrip()))
    if start < end:
        yield start, end


def _choose(pieces: Sequence[_Piece], worth: list[float], free: Collection[int]) -> list[int]:
    """Return the best piece, then up to two that bring most, as long as all fit; what they hold is worth less then."""
    most = {number: inf for number in free if pieces[number].terms or pieces[number].led_by}  # what each may bring
    chosen: list[int] = []
    while len(chosen) < RUNS:
        best, brought = -1, 0.0
        for number in sorted(most, key=most.__getitem__, reverse=True):
            if most[number] * BESIDE < brought:
                break
            gain = most[number] = _sum(pieces[number].terms, worth) + BEFORE * _sum(pieces[number].led_by, worth)
            gain *= BESIDE if number - 1 in chosen or number + 1 in chosen else 1.0
            if (gain > brought or (gain == brought and number < best)) and _fits(pieces, [*chosen, number]):
                best, brought = number, gain
        if best < 0:
            break
        del most[best]
        chosen.append(best)
        for term in pieces[best].terms:
            worth[term] *= AGAIN
    return chosen


def _sum(terms: Iterable[int], worth: Sequence[float]) -> float:
    return sum(map(worth.__getitem__, terms))


def _fill(pieces: Sequence[_Piece], chosen: list[int], free: Collection[int]) -> list[int]:
    """Add whole sentences near what was chosen while they fit; a mere end of one is none."""
    filled = list(chosen)
    lengths = {number: pieces[number].end - pieces[number].start for number in (*free, *chosen)}
    room = SNIPPET_CHARS - sum(map(lengths.__getitem__, filled))  # at most: what joins them takes some

    def fits(number: int) -> bool:
        led = pieces[number].begins or number - 1 in filled
        return led and number in short and _fits(pieces, [*filled, number])

    while short := {number for number in free if lengths[number] <= room and number not in filled}:
        number = next(filter(fits, _nearby(pieces, filled)), None)
        if number is None:
            break
        filled.append(number)
        room -= lengths[number]
    return filled


def _nearby(pieces: Sequence[_Piece], chosen: Sequence[int]) -> Iterator[int]:
    """Yield the neighbours in the paragraph, the following one first, what else follows in it, and those beyond it."""
    beside = [near for place in chosen for near in (place + 1, place - 1) if 0 <= near < len(pieces)]
    paragraphs = {pieces[place].paragraph for place in chosen}
    yield from (near for near in beside if pieces[near].paragraph in paragraphs)
    for place in chosen:
        later = range(place + 2, len(pieces))
        yield from (near for near in later if pieces[near].paragraph == pieces[place].paragraph)
    yield from beside


def _begun(text: str, pieces: Sequence[_Piece], runs: Sequence[Span]) -> list[Span]:
    """Let runs go on into the sentence after them, up to a mark, where the room that is left holds so much of it."""
    room = SNIPPET_CHARS - _length(runs)
    begun = []
    for start, end in runs:
        first, last = next(((piece.start, piece.end) for piece in pieces if piece.start >= end), (end, end))
        ends = _CLAUSE_END.finditer(text, first + _CLAUSE_CHARS, min(last, end + room))
        cut = max((match.start() for match in ends), default=end)
        room -= cut - end
        begun.append((start, cut))
    return begun


def _fits(pieces: Sequence[_Piece], numbers: Sequence[int]) -> bool:
    runs = _runs(pieces, numbers)
    return len(runs) <= RUNS and _length(runs) <= SNIPPET_CHARS


def _length(runs: Sequence[Span]) -> int:
    return sum(end - start for start, end in runs) + len(JOINT) * (len(runs) - 1)


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
    spans = [span for word in terms.words if word in folded.text for span in _places(folded.text, word)]
    if any(run[0][0] in folded.text for run in terms.runs):  # a stem begins as its words do
        spans += _runs_of_tokens(list(token_spans(folded.text)), terms.runs)
    marked = bytearray(len(shown))
    for first, last in (folded.origin(start, end) for start, end in spans):
        marked[first:last] = b"m" * (last - first)
    return [run.span() for run in re.finditer(b"m+", marked)]


def _runs_of_tokens(tokens: Sequence[tuple[str, int, int]], wanted: frozenset[tuple[str, ...]]) -> Iterator[Span]:
    begins, lengths = {run[0] for run in wanted}, {len(run) for run in wanted}
    for first in (place for place, (token, _, _) in enumerate(tokens) if token in begins):
        for run in (tokens[first : first + length] for length in lengths):
            if tuple(token for token, _, _ in run) in wanted:
                yield run[0][1], run[-1][2]


def _places(text: str, term: str) -> Iterator[Span]:
    start = text.find(term)
    while start >= 0:
        yield start, start + len(term)
        start = text.find(term, start + 1)
