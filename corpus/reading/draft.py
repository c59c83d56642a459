"""What a file holds of one article before it is cleaned. What must not live here: how any format is parsed."""

from dataclasses import dataclass

from corpus.reading.cleaning import Cut
from corpus.reading.front_matter import FrontMatter


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its file gives it.

    Attributes
    ----------
    said
        What the file says of the article apart from its text.
    text
        Normalised. Blank lines part its paragraphs, or, where ``lines`` is true, it is plain text whose lines are still
        to be read.
    made
        When the file was made, ISO; the article's date where neither the file nor the text names one.
    cuts
        What reading the format left out of the text.
    line
        Of a table, the article's line, counted from 1.
    heading
        The title as the text itself shows it, where the format marks it.
    headings
        The other headings, where only an author can have marked them.
    """

    said: FrontMatter
    text: str
    made: str | None = None
    heading: str | None = None
    headings: frozenset[str] = frozenset()
    lines: bool = False
    cuts: tuple[Cut, ...] = ()
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A part of a file that gives no article while the rest does: its line, counted from 1, and why."""

    line: int
    why: str
