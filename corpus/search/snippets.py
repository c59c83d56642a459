"""The sentences of a passage that answer a question, as a reader is shown them.

What must not live here: which passages are shown, markdown, and anything that changes the article's wording.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import mul
from typing import NamedTuple, Self

from corpus.analysis.folding import fold
from corpus.analysis.spelling import HAN_RUN
from corpus.analysis.stopwords import FUNCTION_CHARACTERS
from corpus.analysis.terms import dictionary_words, is_cjk, needle, token_spans, units_line
from corpus.index.analysed import AnalysedPassage
from corpus.results import SNIPPET_CHARS, Snippet, Span
from corpus.search.ranking import TermWeights, padded

JOINT = " … "
RUNS = 3
TITLE_SHARE = 0.3
BIGRAM_SHARE = 0.5
# A term is worth this power of its idf: one rare word is not all that is asked. What another form is worth, and what an
# answer of the kind that is asked for, as a share of the best sentence's worth. What has been chosen is worth so much
# again: often it is said twice, and answered once. A sentence goes on about what the one before it names, and what
# stands beside a chosen one brings more. Clauses of one that does not fit must bring this share of what the best does.
# A sentence that asks says but half of what it holds.
IDF_POWER = 0.7
FORM_WORTH = 2.0
ANSWER_BONUS = 0.3
AGAIN = 0.3
BEFORE = 0.1
BESIDE = 1.5
CLAUSES = 0.2
ASKING = 0.5
# A clause: up to a mark that is none of a number and before none (June 4, 1990), else to white space beside no number,
# else so many characters, else what is left. A few letters ("As of April 2014,") say nothing without what follows.
_CLAUSE = re.compile(
    r"(.{8,99}?(?:(?<=[，、；：）”」。！？])|(?<=[,;:)”?!])(?=\s(?!\d)))|.{50,99}(?<!\d)(?=\s(?!\d))|.{100}|.+)\s*",
    re.DOTALL,
)


_LATIN_CHARS = 20
_BREAK = re.compile(r"\s+|(?<=[，、；：])")  # where a sentence may be cut
_BREAK_AT_MARK = re.compile(r"(?<=[,;:])\s(?!\d)|(?<=[，、；：])")
_DANGLING_CHARS = 40  # behind a mark, of what is cut: "had left, most" says no more than "had left,"
_SPACE = re.compile(r"\s")
_ASKS = frozenset("?？")
# The number of a term of the question, and what stands in a line where it does.
_Needle = tuple[int, str]


@dataclass(frozen=True, slots=True)
class SnippetTerms:
    """The terms of a question as snippets are chosen and marked by.

    ``needles`` place them in lines of units; ``worth`` is what each is worth by its number, in U + .5 B + W, the first
    ``own`` of them less where the title holds it; ``words`` are marked wherever they stand in a text, ``characters``,
    which say what an English word does, where they are words, ``runs`` of tokens where those follow each other.
    """

    needles: tuple[_Needle, ...]
    worth: tuple[float, ...]
    own: int
    answer: re.Pattern[str] | None
    words: tuple[str, ...]
    characters: frozenset[str]
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, weights: TermWeights, *, cjk: bool) -> Self:
        """Return those of a question, for all snippets of texts that are in CJK characters or are not."""
        groups = weights.forms(cjk=cjk)
        fields = ((1.0, weights.units), (BIGRAM_SHARE, weights.bigrams), (1.0, weights.words))
        worth = [share * weight**IDF_POWER for share, terms in fields for weight in terms.values()]
        own = [needle(term) for _, terms in fields for term in terms]
        others = ((number, needle(form)) for number, group in enumerate(groups, len(own)) for form in group)
        forms = [form for group in groups for form in group]
        characters = {form for form in forms if is_cjk(form) and len(form) == 1 and form not in weights.words}
        words = [term for term in (*weights.words, *forms) if is_cjk(term) and term not in characters]
        long = [term for term in words if len(term) > 1] or words
        runs = [run for term in weights.units for run in _runs_to_mark(term, weights.line.split())]
        runs += [tuple(form.split()) for form in forms]
        return cls(
            needles=(*enumerate(own), *others),
            worth=(*worth, *[FORM_WORTH] * len(groups)),
            own=len(own),
            answer=weights.answer,
            words=(*long, *_grown(long, weights.line)),
            characters=frozenset() if any(len(word) > 1 for word in long) else frozenset(characters),
            runs=frozenset(run for run in runs if not is_cjk(run[0])),
        )

    def worth_beside(self, title_units: str) -> list[float]:
        """Return what each term is worth in an article of a title: every sentence is about what stands in that."""
        title = f" {title_units} "
        shares = (TITLE_SHARE if term in title else 1.0 for _, term in self.needles[: self.own])
        return [*map(mul, self.worth, shares), *self.worth[self.own :]]


def _runs_to_mark(term: str, line: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a term as a run, but one letter or digit only with what stands beside it: A100 is not about every A."""
    pairs = [pair for pair in itertools.pairwise(line) if term in pair and not any(map(is_cjk, pair))]
    return [*pairs] if len(term) == 1 and pairs else [(term,)]


def _grown(words: Iterable[str], line: str) -> Iterator[str]:
    """Yield words with what stands alone beside them in the question: a name that no dictionary has is cut apart."""
    asked = line.replace(" ", "")
    places = [place for word in words for place in _places(asked, word)]
    within = {at for start, end in places for at in range(start, end)}
    for start, end in places:
        for beside, grown in ((start - 1, slice(start - 1, end)), (end, slice(start, end + 1))):
            character = asked[max(beside, 0) : beside + 1]
            if is_cjk(character) and beside not in within and character not in FUNCTION_CHARACTERS:
                yield asked[grown]


class _Piece(NamedTuple):
    """A sentence of a passage, or clauses of one; ``terms`` are numbers.

    That of an answer of the kind that is asked for follows those of all terms. ``led_by`` are those that the sentence
    before it in the paragraph holds, and it does not; ``after`` is where the one that it follows at once ends,
    ``paragraph`` where that of the passage begins. ``share`` of its terms' worth counts. What follows a question
    answers it, and holds what it holds.
    """

    start: int
    end: int
    terms: frozenset[int]
    led_by: frozenset[int]
    after: int
    paragraph: int
    share: float


_NOTHING = _Piece(0, 0, frozenset(), frozenset(), 0, 0, 0.0)


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
        How many snippets are made; each further one is of sentences of which none before it shows any, if one of them
        holds anything that is asked for or follows what does.
    """
    pieces: list[_Piece] = []
    for passage in passages:
        before = pieces[-1].end if pieces else 0
        pieces += _pieces(text, passage, terms, passage.start if text[before : passage.start].strip() else before)
    worth = terms.worth_beside(title_units)
    best = max(_sum(piece.terms - {len(worth)}, worth) for piece in pieces) if terms.answer else 0.0
    worth.append(ANSWER_BONUS * best)
    free = dict.fromkeys(range(len(pieces)))
    made: list[Snippet] = []
    while free and len(made) < most:
        shown = _choose(text, pieces, worth, free, terms)
        if made and not shown:
            break
        shown = shown or {0: _clauses(text, pieces[0], (), worth, terms)}
        _fill(pieces, shown, free)
        free = dict.fromkeys(number for number in free if number not in shown)
        _stretch(text, pieces, shown, free)
        made.append(_snippet(text, _runs(shown.values()), terms))
    return tuple(made)


def _pieces(text: str, passage: AnalysedPassage, terms: SnippetTerms, after: int) -> Iterator[_Piece]:
    units = f" {passage.units} ".replace("\n", " \n ")
    lines = units.split("\n")
    ends = [end - 1 for end in itertools.accumulate(len(line) + 1 for line in lines)]
    holding: list[set[int]] = [set() for _ in lines]
    for number, term in terms.needles:
        at = units.find(term)
        while at >= 0:
            line = bisect_left(ends, at)
            holding[line].add(number)
            at = units.find(term, ends[line])
    paragraph = passage.start
    held = asked = frozenset[int]()
    for (start, end), line_units, numbers in zip(passage.places(), lines, holding, strict=True):
        if "\n" in text[after:start]:
            paragraph, held = start, frozenset()
        if terms.answer and terms.answer.search(line_units):
            numbers.add(len(terms.worth))
        asks = text[end - 1] in _ASKS
        found = frozenset(numbers) if asks else asked | numbers
        yield _Piece(start, end, found, held - found, after, paragraph, ASKING if asks else 1.0)
        held, after = found, end
        asked = found - {len(terms.worth)} if asks else frozenset()


def _held(line: str, needles: Iterable[_Needle], terms: SnippetTerms) -> frozenset[int]:
    held = [number for number, term in needles if term in line]
    if terms.answer and terms.answer.search(line):
        held.append(len(terms.worth))
    return frozenset(held)


def _choose(
    text: str, pieces: Sequence[_Piece], worth: list[float], free: Collection[int], terms: SnippetTerms
) -> dict[int, _Piece]:
    """Return the best piece, then up to two that bring most, as long as all fit; what they hold is worth less then.

    Of one that does not fit it is the clauses that do.
    """
    # What each may bring at most.
    most = {number: gain for number in free if (gain := _brought(pieces[number], worth))}
    chosen: dict[int, _Piece] = {}
    least = 0.0
    while len(chosen) < RUNS:
        best, brought = (0.0, 0), None
        for number in sorted(most, key=most.__getitem__, reverse=True):
            if most[number] * (BESIDE if chosen else 1.0) < best[0]:
                break
            piece = pieces[number]
            beside = BESIDE if number - 1 in chosen or number + 1 in chosen else 1.0
            most[number] = _brought(piece, worth) if chosen else most[number]
            gain = most[number] * beside
            if (gain, -number) > best and not _fits([*chosen.values(), piece]):
                piece = _clauses(text, piece, chosen.values(), worth, terms) if gain >= least else _NOTHING
                gain = _sum(piece.terms, worth) * beside
                gain *= gain >= least
            if (gain, -number) > best:
                best, brought = (gain, -number), piece
        if not brought:
            break
        least = least or CLAUSES * best[0]
        del most[-best[1]]
        chosen[-best[1]] = brought
        for term in brought.terms:
            worth[term] *= AGAIN
    return chosen


def _clauses(text: str, piece: _Piece, chosen: Iterable[_Piece], worth: Sequence[float], terms: SnippetTerms) -> _Piece:
    """Return those clauses of a sentence in a row that hold most, of what fits beside what is chosen."""
    room = _room(chosen) - len(JOINT)
    needles = [(number, term) for number, term in terms.needles if number in piece.terms]
    found = _CLAUSE.finditer(text, piece.start, piece.end)
    clauses = [(*match.span(1), _held(padded(units_line(fold(match[1]).text)), needles, terms)) for match in found]
    asked = piece.terms.difference(*(held for _, _, held in clauses))  # by the question before it
    clauses[:1] = [(start, end, held | asked) for start, end, held in clauses[:1]]
    runs = []
    for number, (start, _, _) in enumerate(clauses):
        fitting = [clause for clause in clauses[number:] if clause[1] - start <= room]
        end = max((end for _, end, _ in fitting), default=start)
        says = end - start >= _LATIN_CHARS or is_cjk(text[start])
        held = frozenset[int]().union(*(held for _, _, held in fitting if says))
        runs.append(piece._replace(start=start, end=end, terms=held, after=-1 if number else piece.after))
    return max(runs, key=lambda run: (_sum(run.terms, worth), run.end - run.start))


def _brought(piece: _Piece, worth: Sequence[float]) -> float:
    return piece.share * (_sum(piece.terms, worth) + BEFORE * _sum(piece.led_by, worth))


def _sum(terms: Iterable[int], worth: Sequence[float]) -> float:
    return sum(map(worth.__getitem__, terms))


def _fill(pieces: Sequence[_Piece], shown: dict[int, _Piece], free: Collection[int]) -> None:
    """Add whole sentences near what was chosen while they fit."""
    while True:
        room = _room(shown.values()) + len(JOINT)
        near = (at for at in _nearby(pieces, shown) if at in free and at not in shown)
        short = (at for at in near if pieces[at].end - pieces[at].start <= room)
        number = next((at for at in short if _fits([*shown.values(), pieces[at]])), None)
        if number is None:
            return
        shown[number] = pieces[number]


def _stretch(text: str, pieces: Sequence[_Piece], shown: dict[int, _Piece], free: Collection[int]) -> None:
    """Add words in what room is left: of a sentence before its clauses, then behind whatever is shown."""
    for number, piece in [*shown.items()]:
        whole, first = pieces[number], piece.start - _room(shown.values())
        begins = (found.end() for found in _BREAK.finditer(text, first, piece.start))
        start = next(begins, piece.start) if first > whole.start else whole.start
        shown[number] = piece._replace(start=start, after=whole.after if start == whole.start else -1)
    for number, piece in [*shown.items()]:
        place = number if piece.end < pieces[number].end else number + 1
        if place == number or (place in free and pieces[place].after == piece.end):
            sentence, last = shown.get(place, pieces[place]), piece.end + _room(shown.values())
            least = 1 if place == number else _LATIN_CHARS
            breaks = [found.start() for found in _BREAK.finditer(text, piece.end + least, last)]
            marks = [at for at in breaks if at > breaks[-1] - _DANGLING_CHARS and _BREAK_AT_MARK.match(text, at)]
            if end := pieces[place].end if pieces[place].end <= last else max(marks or breaks, default=0):
                shown[place] = sentence._replace(end=end)


def _room(shown: Iterable[_Piece]) -> int:
    return SNIPPET_CHARS - _length(_runs(shown))


def _nearby(pieces: Sequence[_Piece], shown: Collection[int]) -> list[int]:
    """Return the neighbours, the following one first, then what else follows; what is in another paragraph last."""
    paragraphs = {pieces[place].paragraph for place in shown}
    near = [number for place in shown for number in (place + 1, place - 1) if 0 <= number < len(pieces)]
    later = [number for place in shown for number in range(place + 2, len(pieces))]
    first = min(shown)

    def apart(number: int) -> int:
        return 0 if pieces[number].paragraph in paragraphs else 1 + (number < first)

    return sorted((*near, *later), key=apart)


def _fits(shown: Iterable[_Piece]) -> bool:
    runs = _runs(shown)
    return len(runs) <= RUNS and _length(runs) <= SNIPPET_CHARS


def _length(runs: Sequence[Span]) -> int:
    return sum(end - start for start, end in runs) + len(JOINT) * (len(runs) - 1)


def _runs(shown: Iterable[_Piece]) -> list[Span]:
    """Join pieces that follow each other at once and return the runs in reading order."""
    runs: list[Span] = []
    for piece in sorted(shown):
        runs.append((runs.pop()[0] if runs and runs[-1][1] == piece.after else piece.start, piece.end))
    return runs


def _snippet(text: str, spans: Sequence[Span], terms: SnippetTerms) -> Snippet:
    breaks = "\n" * len(JOINT)  # what is marked reaches over none
    shown = breaks.join(_SPACE.sub(" ", text[start:end]) for start, end in spans)
    highlights = tuple(matches(shown, terms))
    return Snippet(text=shown.replace(breaks, JOINT), highlights=highlights, spans=tuple(spans))


def matches(shown: str, terms: SnippetTerms) -> list[Span]:
    """Return where terms of a question, or other forms of them, stand in a shown text; ascending, disjoint."""
    folded = fold(shown)
    spans = [span for word in terms.words if word in folded.text for span in _places(folded.text, word)]
    if any(character in folded.text for character in terms.characters):
        spans += _words_alone(folded.text, terms.characters)
    if any(run[0][0] in folded.text for run in terms.runs):  # a stem begins as its words do
        spans += _runs_of_tokens(list(token_spans(folded.text)), terms.runs)
    marked = bytearray(len(shown))
    for first, last in (folded.origin(start, end) for start, end in spans):
        if "\n" not in shown[first:last]:
            marked[first:last] = b"m" * (last - first)
    return [run.span() for run in re.finditer(b"m+", marked)]


def _words_alone(folded: str, characters: Collection[str]) -> Iterator[Span]:
    """Yield where characters stand and no longer word holds them."""
    for run in HAN_RUN.finditer(folded):
        at = run.start()
        for word in dictionary_words(run[0]):
            if word in characters:
                yield at, at + 1
            at += len(word)


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
