"""The analysed form of an article: what the store keeps so that neither search nor the next build analyses it again."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from corpus.analysis.folding import Folded, fold
from corpus.analysis.terms import terms_lines
from corpus.article import Article
from corpus.results import Span
from corpus.segmentation import Passage, passage_spans

NUMBERS = 5  # of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedPassage:
    """A passage's place, and one line of words and one of units for each of its sentences, joined by line breaks.

    ``sentences`` are five numbers for each in a row: start and end in the text, and how many words, units and bigrams.
    """

    start: int
    end: int
    sentences: "array[int] | memoryview[int]"
    words: str
    units: str

    def places(self) -> Iterator[Span]:
        """Yield where each sentence starts and ends."""
        return zip(self.sentences[::NUMBERS], self.sentences[1::NUMBERS], strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedArticle:
    """A title's words and units, and the passages of the text in reading order."""

    title_words: str
    title_units: str
    passages: tuple[AnalysedPassage, ...]


def analyse(article: Article, folded: Folded | None = None) -> AnalysedArticle:
    """Analyse title and text; ``folded`` is the text folded, where that is known already."""
    words, units, _ = terms_lines(fold(article.title).text)
    folded = folded or fold(article.text)
    passages = tuple(_analyse_passage(article.text, folded, passage) for passage in passage_spans(article.text))
    return AnalysedArticle(title_words=words, title_units=units, passages=passages)


def _analyse_passage(text: str, whole: Folded, passage: Passage) -> AnalysedPassage:
    """Analyse a passage; where no character has moved, its folded form is cut out of the text's."""
    if whole.starts is None:
        folded = [whole.text[start:end] for start, end in passage.sentences]
    else:
        folded = [fold(text[start:end]).text for start, end in passage.sentences]
    lines = [terms_lines(sentence) for sentence in folded]
    return AnalysedPassage(
        start=passage.start,
        end=passage.end,
        sentences=array(
            "I", chain.from_iterable((*place, *line[2]) for place, line in zip(passage.sentences, lines, strict=True))
        ),
        words="\n".join(line[0] for line in lines),
        units="\n".join(line[1] for line in lines),
    )


def as_stored(start: int, end: int, sentences: bytes, words: str, units: str) -> AnalysedPassage:
    """Return a passage as a store keeps it."""
    numbers = memoryview(sentences).cast("I")
    return AnalysedPassage(start=start, end=end, sentences=numbers, words=words, units=units)
