"""The analysed form of an article: what the store keeps so that neither search nor the next build analyses it again."""

from dataclasses import dataclass

from corpus.analysis.folding import Folded, fold
from corpus.analysis.terms import terms_lines
from corpus.article import Article
from corpus.segmentation import Passage, passage_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedPassage:
    """A passage's place, and one line of words and one of units for each of its sentences, joined by line breaks.

    ``sentences`` are (start, end, units, bigrams): the place in the text and the lengths in terms.
    """

    start: int
    end: int
    sentences: tuple[tuple[int, int, int, int], ...]
    words: str
    units: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedArticle:
    """A title's words and units, and the passages of the text in reading order."""

    title_words: str
    title_units: str
    passages: tuple[AnalysedPassage, ...]


def analyse(article: Article, folded: Folded | None = None) -> AnalysedArticle:
    """Analyse title and text; ``folded`` is the text folded, where that is known already."""
    words, units, _, _ = terms_lines(fold(article.title).text)
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
        sentences=tuple(
            (start, end, units, bigrams)
            for (start, end), (_, _, units, bigrams) in zip(passage.sentences, lines, strict=True)
        ),
        words="\n".join(line[0] for line in lines),
        units="\n".join(line[1] for line in lines),
    )
