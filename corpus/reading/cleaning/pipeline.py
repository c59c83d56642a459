"""The rules of cleaning in their order. What must not live here: a rule.

Rules of text repair and drop characters; rules of lines drop whole paragraphs. All run again until nothing changes, so
that cleaning twice is cleaning once.
"""

import itertools
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from corpus.reading.cleaning.edges import outside
from corpus.reading.cleaning.furniture import boxes, heads_list, site_lines
from corpus.reading.cleaning.glosses import without_pinyin_glosses
from corpus.reading.cleaning.lists import with_items_plain
from corpus.reading.cleaning.prose import ends_sentence, first_prose
from corpus.reading.cleaning.remnants import (
    with_fields_on_lines,
    with_section_marks_as_breaks,
    without_bracket_tags,
    without_reference_marks,
    without_tag_remnants,
)
from corpus.reading.cleaning.shifted import with_shifted_text_repaired
from corpus.reading.cleaning.teasers import repeated_teasers

TextRule = Callable[[str], tuple[str, list[str]]]
"""Takes a text, returns it changed and what was cut."""
LineRule = Callable[[Sequence[str]], set[int]]
"""Takes the paragraphs of one article, returns the places of those that are none of its own."""

TEXT_RULES: tuple[tuple[str, TextRule], ...] = (
    ("tag_remnant", without_tag_remnants),
    ("tag_remnant", without_bracket_tags),
    ("pinyin_gloss", without_pinyin_glosses),
    ("shifted_text", with_shifted_text_repaired),
    ("section_mark", with_section_marks_as_breaks),
    ("field_break", with_fields_on_lines),
    ("reference_mark", without_reference_marks),
)
LINE_RULES: tuple[tuple[str, LineRule], ...] = (
    ("teaser", repeated_teasers),
    ("outside", outside),
    ("box", boxes),
    ("site", site_lines),
)
_MAX_ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a rule took out of a text: the rule's name, and the text that went; a repair as ``before → after``."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanLines:
    """An article's own paragraphs, those cut from above its first prose, and everything cut."""

    paragraphs: tuple[str, ...]
    above: tuple[str, ...]
    cuts: tuple[Cut, ...]


def clean_text(text: str) -> tuple[str, tuple[Cut, ...]]:
    """Return a normalised text without the characters that scraping added, and what was cut."""
    cuts: list[Cut] = []
    for _ in range(_MAX_ROUNDS):
        before = text
        for name, rule in TEXT_RULES:
            text, cut = rule(text)
            cuts += (Cut(rule=name, text=part) for part in cut)
        if text == before:
            break
    return text, tuple(cuts)


def clean_lines(paragraphs: Sequence[str], headings: Collection[str] = (), *, titled: bool = False) -> CleanLines:
    """Return an article's paragraphs without those that its site set around them.

    Headings that an author has marked are asked for no words of sites. A text of sentences of which nothing would be
    left (a first line, unless it is ``titled`` elsewhere) is a short one about a site, and stays.
    """
    left = list(paragraphs)
    above: list[str] = []
    cuts: list[Cut] = []
    plain = _with_headings_plain(with_items_plain(left, headings), headings)
    for _ in range(_MAX_ROUNDS):
        before = len(left)
        for name, rule in LINE_RULES:
            places = rule(plain)
            if not places:
                continue
            first = first_prose(left)
            above += (left[at] for at in sorted(places) if at < first)
            cuts += (Cut(rule=name, text=left[at]) for at in sorted(places))
            left = [line for at, line in enumerate(left) if at not in places]
            plain = _with_headings_plain(with_items_plain(left, headings), headings)
        if len(left) == before:
            break
    if len(left) <= (not titled) and (headings or any(map(ends_sentence, paragraphs))):
        return CleanLines(paragraphs=tuple(paragraphs), above=(), cuts=())
    return CleanLines(paragraphs=tuple(left), above=tuple(above), cuts=tuple(cuts))


def _with_headings_plain(lines: Sequence[str], headings: Collection[str]) -> list[str]:
    """Return lines with words that no site has for an author's headings, and for the sentence right below each."""
    own = {line for line in headings if not heads_list(line)}
    plain = [f"Heading {at:04}" if line in own else line for at, line in enumerate(lines)]
    for at, (above, line) in enumerate(itertools.pairwise(lines), 1):
        if above in own and line not in own and ends_sentence(line):
            plain[at] = f"Sentence {at:04}."
    return plain
