"""Where an article begins and ends on its page, and which lines of the site stand within it.

What must not live here: what a line of a site is.

The text is the run of lines with the greatest sum of weights, as in Pasternack and Roth, "Extracting article text from
the web with maximum subsequence segmentation" (WWW 2009): sentences weigh for it, lines of sites against it. A line
that is neither is judged by its neighbours, as in Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using
shallow text features" (WSDM 2010): by what stands behind it, and by whether its words are the text's.
"""

import functools
import re
from collections.abc import Sequence

from corpus.reading.cleaning.furniture import (
    FILLED,
    folded_line,
    heads_list,
    is_insert,
    is_no_title,
    is_partly_site,
    is_section,
    is_site_line,
    is_site_wording,
)
from corpus.reading.cleaning.prose import ends_sentence, is_prose, words_of
from corpus.reading.cleaning.site_words import site_words
from corpus.reading.credits import closing_credits, credits_of, is_name
from corpus.reading.dates import DAY
from corpus.reading.plain_text import display_columns, is_list_item

# A last sentence outweighs two lines of a site below the text, prose three: what readers write stands below more.
_PROSE, _SENTENCE, _VERSE, _LABEL = 6.0, 4.5, 1.5, -0.05
_SITE, _PARTLY, _EMPTY, _NEUTRAL = -2.0, -1.0, -0.6, -0.4
_SHORT = {_LABEL, _VERSE}
_KNOWN = 0.3  # of a line's words stand in the text
_ABOUT_SITES = 0.1  # such words of a whole text; others have a third of that
_KNOWN_CHARS, _ASKED_CHARS = 4_000, 200
_AHEAD = 6
_CLOSING = 4
_MIN_STANZA = 4
_TITLE_COLUMNS = 24
_CREDITED, _WIDE = 0.5, 0.3
_LABEL_CHARS = 4
_ASKS = "?？!！"
_DATED_COLUMNS = 60
_GREETING = re.compile(r"dear |.*,$", re.IGNORECASE)
_VALUE = re.compile(r"[:：]")
_LETTER = re.compile(r"[^\W\d_]")
_BRACKETED = re.compile(r"[（(\[【].*[）)\]】]")


def outside(paragraphs: Sequence[str]) -> set[int]:
    """Return the lines of the site above the title, between title and text, within the text, and below it.

    Never touches anything above or below the text where no line of a site stands on that side, nor within it but lines
    of words only sites need, of which the text has none; nor credits below the title.
    """
    page = _Page(paragraphs)
    return page.above() | page.within() | page.below()


class _Page:
    """The lines of a page with their weights, and where the text is: from ``start`` up to ``end``."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.weights = list(map(_weight, lines))
        # The first line that is no date.
        self.first = next((at for at, weight in enumerate(self.weights) if weight != _EMPTY), 0)
        if lines and _is_title(*lines[self.first : self.first + 2]):
            self.weights[self.first] = max(self.weights[self.first], _LABEL)
        begun = next((at for at, weight in enumerate(self.weights) if weight > 0), None)
        if begun is not None and lines[begun][-1] in _ASKS:  # a title may ask or call
            self.weights[begun] = _LABEL
        others = _others_below(lines, self.weights)
        self.weights[others:] = [_SITE] * (len(lines) - others)
        self.start, self.end = _greatest_run(self.weights)
        if sum(self.weights[self.start : self.end]) <= 2 * _PROSE and _stanza(self.weights) >= _MIN_STANZA:
            self.weights = [_VERSE if weight == _LABEL else weight for weight in self.weights]
            self.start, self.end = _greatest_run(self.weights)
        own = (line for line, weight in self._text() if weight > 0)
        self.words = frozenset(words_of("\n".join(own)[:_KNOWN_CHARS]))
        while step := next((ahead for ahead in range(1, _AHEAD + 1) if self._reaches(ahead)), 0):
            self.end += step

    def above(self) -> set[int]:
        """Return the site's lines above the text; the title and what belongs to it stay."""
        first = self.first + 1 if self._begins_with_section() else 0
        if not first and min(self.weights[: self.start], default=0.0) > _PARTLY:
            return set()
        title = self._title_place(first)
        return {*range(title), *self._byline(range(title + 1, self.start))}

    def within(self) -> set[int]:
        """Return the lines that are no sentences, made of words of sites, none of which the text has.

        None where the text is full of such words itself: it is about sites.
        """
        strong = {line: site_words(folded_line(line)).strong_share for line, _ in self._text()}
        own = [line for line, weight in self._text() if weight > 0]
        if sum(strong[line] * len(line) for line in own) > _ABOUT_SITES * sum(map(len, own)):
            return set()
        found = {at for at in range(self.start + 1, self.end) if self.weights[at] <= _PARTLY and strong[self.lines[at]]}
        return {at for at in found if not ends_sentence(self.lines[at]) and not self._known_share(self.lines[at])}

    def below(self) -> set[int]:
        """Return the lines below the text; credits and what happens in the hall stay where they follow at once."""
        if min(self.weights[self.end :], default=0.0) > _PARTLY:
            return set()
        places = range(self.end, len(self.lines))
        kept = (at for at in places[:_CLOSING] if closing_credits(self.lines[at])[0] or self._is_direction(at))
        return set(places).difference(kept)

    def _text(self) -> list[tuple[str, float]]:
        return list(zip(self.lines[self.start : self.end], self.weights[self.start : self.end], strict=True))

    def _known_share(self, line: str) -> float:
        """Return the share of a line's pairs of Han characters and longer Latin words that stand in the text."""
        words = words_of(line[:_ASKED_CHARS])
        return sum(word in self.words for word in words) / len(words) if words else 0.0

    def _begins_with_section(self) -> bool:
        """Whether the first line but a date names a section or a paper, and one below has more of the text's words."""
        if not self.lines or not is_section(self.lines[self.first]):
            return False
        enough = max(_KNOWN, self._known_share(self.lines[self.first]))
        below = self.lines[self.first + 1 : self.start + 1]
        return any(line[-1] not in "。." and self._known_share(line) > enough for line in below)

    def _title_place(self, first: int) -> int:
        """Return where the article's own lines begin: at its title, the line above the text with the text's words.

        The lines from ``first`` on are asked. A line that credits follow is worth half as much as one whose every word
        the text knows; labels and items half as much, and no title stands below a notice's.
        """
        best, place = 0.0, self.start
        for at, line in enumerate(self.lines[first : self.start], first):
            if self.weights[at] not in _SHORT or is_no_title(line):
                continue
            if is_list_item(line) and _says_value(line):
                return place if best else at
            credited = any(credits_of(later) for later in self.lines[at + 1 : min(at + 3, self.start)])
            width = min(display_columns(line), _TITLE_COLUMNS) / _TITLE_COLUMNS
            score = (self._known_share(line) + _WIDE) * width + _CREDITED * credited
            asks = line[-1] in _ASKS and self.weights[at + 1] > 0  # as a text may begin
            if asks or _VALUE.search(line[:_LABEL_CHARS]) or is_list_item(line):
                score /= 2
            if score >= best:
                best, place = score, at
        return place

    def _byline(self, places: range) -> set[int]:
        """Return the lines between title and text that are neither credits, nor names, nor have the text's words.

        Below the last line of a site or of credits only labels go, and nothing that names a value.
        """
        weights = self.weights
        places = range(places.start, next((at for at in places if weights[at] >= _PROSE), places.stop))
        last = max((at for at in places if weights[at] <= _EMPTY and not is_insert(self.lines[at])), default=-1)
        cut = set()
        for at in places:
            line = self.lines[at]
            if credits_of(line) is not None:
                continue
            known = self._known_share(line)
            loose = known < _KNOWN if at < last else not known and weights[places.stop] == _PROSE
            own = line[-1] in _ASKS or is_name(line) or _says_value(line)
            if weights[at] <= _NEUTRAL or (loose and not own):
                cut.add(at)
        return cut

    def _reaches(self, ahead: int) -> bool:
        """Whether the text goes on so many lines ahead: over one line of any kind only where prose follows it."""
        at = self.end + ahead - 1
        if at >= len(self.lines) or (ahead > 1 and not is_prose(self.lines[at])):
            return False
        return self._goes_on(at)

    def _goes_on(self, at: int) -> bool:
        """Whether a line right beside the text is the text's: an item, or one with the text's words."""
        line, weight = self.lines[at], self.weights[at]
        if is_prose(line):
            return weight >= 0 and self._known_share(line) > 0
        if weight not in _SHORT:
            return False
        return is_list_item(line) or self._known_share(line) >= _KNOWN

    def _is_direction(self, at: int) -> bool:
        """Whether a line stands in brackets, as what happens in a hall does, and is no site's."""
        return self.weights[at] in _SHORT and _BRACKETED.fullmatch(self.lines[at]) is not None


def _others_below(paragraphs: Sequence[str], weights: Sequence[float]) -> int:
    """Return where a list of other articles begins that goes on to the end of the page.

    It stands below its heading and holds no more prose than the page above, nor than titles and dates; one paragraph
    alone may be the article's last. A date outweighs two paragraphs.
    """
    prose = [weight >= _SENTENCE or not weight for weight in weights]
    last = max((at for at, found in enumerate(prose) if found), default=0)
    items = [(_PARTLY < weight < 0) * (2 if weight == _EMPTY else 1) for weight in weights]
    above, below = 0, sum(prose)
    listed = sum(items[:last])
    for at, line in enumerate(paragraphs[:-1]):
        above, below, listed = above + prose[at], below - prose[at], listed - items[at]
        if above >= below != 1 and below <= max(0, listed) and heads_list(line):
            return at
    return len(prose)


def _says_value(line: str) -> bool:
    """Whether a line is a label of the author's and its value in words: who was there, where, and when."""
    label, colon, value = folded_line(line).partition(":")
    return bool(colon and _LETTER.search(value) and "//" not in value and not site_words(label).strong)


@functools.lru_cache(maxsize=2_048)  # every round asks
def _weight(line: str) -> float:
    if not _LETTER.search(line) or credits_of(line) is not None or _is_dated(line):
        return _EMPTY
    if is_site_line(line):
        return _PARTLY if is_insert(line) else _SITE
    partly = is_partly_site(line)
    if is_prose(line):
        return 0.0 if partly else _PROSE
    if partly or ends_sentence(line):
        return _PARTLY if partly else _SENTENCE
    return _NEUTRAL if site_words(folded_line(line)).share > FILLED else _LABEL


def _is_title(line: str, below: str = "") -> bool:
    """Whether a first line is a title, which may be about sites: text or credits stand below, and it is no menu."""
    if is_site_wording(line, FILLED) or ends_sentence(line):
        return False
    begun = is_prose(below) or ends_sentence(below) or _GREETING.match(below) is not None
    return begun or credits_of(below) is not None


def _stanza(weights: Sequence[float]) -> int:
    """Return how many lines stand together that are neither sentences nor of a site."""
    most = lines = 0
    for weight in weights:
        lines = lines + (weight == _LABEL) if _SITE < weight < _SENTENCE else 0
        most = max(most, lines)
    return most


def _is_dated(line: str) -> bool:
    """Whether a line is a date and a few words; of a label and its value only where sites use the label."""
    label, colon, _ = folded_line(line).partition(":")
    if display_columns(line) > _DATED_COLUMNS or ends_sentence(line) or not (match := DAY.search(line)):
        return False
    return not colon or match.start() < len(label) or bool(site_words(label).strong)


def _greatest_run(weights: Sequence[float]) -> tuple[int, int]:
    """Return the bounds of the run with the greatest sum, the first of equals; linear (Bentley, 1984)."""
    best, bounds = 0.0, (0, 0)
    total, start = 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best:
            best, bounds = total, (start, at + 1)
    return bounds
