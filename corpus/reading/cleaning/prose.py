"""Which paragraphs tell something, by their punctuation and length. What must not live here: what is cut."""

import functools
import re
from collections.abc import Sequence

from corpus.reading.plain_text import display_columns

_ENDS = re.compile(r"[。！？!?…]|\.(?=[\s”\"')\]]|$)")
_PAUSES = re.compile(r"[，、；：:;]|,(?=\s|[\u3400-\u9fff])")
_FINAL = re.compile(r"[。！？!?….；;][”’」』）)\"'\]】]*$")
_FUNCTION_WORDS = re.compile(
    r"[的了是在和与與不这這就也为為被把从從有]|\b(?:the|a|an|is|are|was|were|to|of|and|in|that|with|for|by|at|has|have)\b"
)
_MIN_COLUMNS = 36
_MIN_COLUMNS_WITHOUT_END = 100
_ASKED_CHARS = 200
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_MIN_LATIN, _STEM = 4, 5


@functools.lru_cache(maxsize=2_048)  # every rule asks
def is_prose(paragraph: str) -> bool:
    """Whether a paragraph is made of sentences: long enough, with an end in it, or longer than a title and paused."""
    sample = paragraph[:_ASKED_CHARS]
    width = display_columns(sample)
    if width < _MIN_COLUMNS or _ENDS.search(sample):
        return width >= _MIN_COLUMNS
    return width >= _MIN_COLUMNS_WITHOUT_END and len(_PAUSES.findall(sample)) > 1 and function_words(sample) > 1


def function_words(text: str) -> int:
    """Return how often words stand that only sentences need, in both languages."""
    return len(_FUNCTION_WORDS.findall(text.lower()))


def words_of(text: str) -> list[str]:
    """Return the pairs of Han characters and the beginnings of longer Latin words of a text."""
    runs = _RUN.findall(text.lower())
    pairs = [run[at : at + 2] for run in runs if run[0] >= "\u3400" for at in range(max(1, len(run) - 1))]
    return pairs + [run[:_STEM] for run in runs if run[0] < "\u3400" and len(run) >= _MIN_LATIN]


def ends_sentence(paragraph: str) -> bool:
    """Whether a paragraph ends as a sentence or a clause does, quotes and brackets aside."""
    return bool(_FINAL.search(paragraph[-20:]))


def first_prose(paragraphs: Sequence[str]) -> int:
    """Return the place of the first prose paragraph, the number of paragraphs where there is none."""
    return next((at for at, paragraph in enumerate(paragraphs) if is_prose(paragraph)), len(paragraphs))
