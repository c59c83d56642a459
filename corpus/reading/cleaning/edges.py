"""Where an article begins and ends on its page. What must not live here: what a line of a site is, and single inserts.

The text is the run of lines with the greatest sum of weights, as in Pasternack and Roth, "Extracting article text from
the web with maximum subsequence segmentation" (WWW 2009): sentences weigh for it, lines of sites against it. A line
that is neither is judged by its neighbours, as in Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using
shallow text features" (WSDM 2010): by what stands behind it, and by whether its words are the text's.
"""

import functools
import re
from collections.abc import Sequence

from corpus.reading.cleaning.cues import INSERT
from corpus.reading.cleaning.furniture import cue_share, folded_line, is_site_line
from corpus.reading.cleaning.prose import columns, ends_sentence, is_prose
from corpus.reading.cleaning.site_words import site_words, strong_share
from corpus.reading.cleaning.vocabulary import known_share
from corpus.reading.credits import closing_credits, credits_of, is_name
from corpus.reading.dates import DAY
from corpus.reading.plain_text import is_list_item

# A last sentence outweighs two lines of a site below the text, prose three: what readers write stands below more.
_PROSE, _SENTENCE, _VERSE, _LABEL = 6.0, 4.5, 1.5, -0.05
_SITE, _PARTLY, _EMPTY, _NEUTRAL = -2.0, -1.0, -0.6, -0.4
_SOME = 0.3
_KNOWN = 0.3
_BODY_CHARS = 4_000
_FILLED = 0.9
_AHEAD = 6
_CLOSING = 4
_MIN_STANZA = 4
_TITLE_CHARS = 80
_TITLE_COLUMNS = 24
_TITLES = {_LABEL, _VERSE, _SENTENCE, _PROSE}
_CREDITED, _WIDE = 0.5, 0.3
_LABEL_CHARS = 4
_MAX_STRONG = 0.3
_DATED_COLUMNS = 60
_VALUE = re.compile(r"[:：]")
_LETTER = re.compile(r"[^\W\d_]")
_BRACKETED = re.compile(r"[（(\[【].*[）)\]】]")


def outside(paragraphs: Sequence[str]) -> set[int]:
    """Return the lines of the site above the title, between title and text, and below the text.

    Never touches anything on a side where no line of a site stands, nor what lies between the first and the last
    sentence of the text, nor credits below the title.
    """
    weights = [_weight(line) for line in paragraphs]
    start, end = _greatest_run(weights)
    if sum(weights[start:end]) <= 2 * _PROSE and _stanza(weights) >= _MIN_STANZA:
        weights = [_VERSE if weight == _LABEL else weight for weight in weights]
        start, end = _greatest_run(weights)
    body = "\n".join(line for at, line in enumerate(paragraphs[start:end], start) if weights[at] > 0)[:_BODY_CHARS]
    while start and is_prose(paragraphs[start - 1]) and _goes_on(paragraphs[start - 1], body, weights[start - 1]):
        start -= 1
    while step := next((n for n in range(1, _AHEAD + 1) if _reaches(paragraphs, weights, end + n - 1, body, n)), 0):
        end += step
    cut: set[int] = set()
    if min(weights[end:], default=0.0) <= _PARTLY:
        closing = paragraphs[end : end + _CLOSING]
        cut = set(range(end, len(paragraphs)))
        cut -= {
            at for at, line in enumerate(closing, end) if closing_credits(line)[0] or _is_direction(line, weights[at])
        }
    if min(weights[:start], default=0.0) <= _PARTLY:
        title = _title_place(paragraphs, weights, start, body)
        cut.update(range(title))
        if weights[title] < _SENTENCE:
            cut |= _byline(paragraphs, weights, range(title + 1, start), body)
    return cut


def _title_place(paragraphs: Sequence[str], weights: Sequence[float], start: int, body: str) -> int:
    """Return where the article's own lines begin: at its title, the line above the text with the text's words.

    A line that credits follow is worth half as much as one whose every word the text knows.
    """
    best, place = 0.0, start
    places = [at for at in range(start) if weights[at] in _TITLES and len(paragraphs[at]) <= _TITLE_CHARS]
    byline = max((at for at in range(start) if credits_of(paragraphs[at])), default=start)
    for at in [at for at in places if at < byline] or places:
        line = paragraphs[at]
        credited = any(credits_of(later) for later in paragraphs[at + 1 : min(at + 3, start)])
        width = min(columns(line), _TITLE_COLUMNS) / _TITLE_COLUMNS
        score = (known_share(line, body) + _WIDE) * width + _CREDITED * credited
        if weights[at] >= _SENTENCE or _VALUE.search(line[:_LABEL_CHARS]):
            score /= 2
        if score >= best:
            best, place = score, at
    return place


def _byline(paragraphs: Sequence[str], weights: Sequence[float], places: range, body: str) -> set[int]:
    """Return the lines between title and text that are neither credits, nor names, nor have the text's words.

    Below the last line of a site or of credits only labels go, and nothing that names a value.
    """
    places = range(places.start, next((at for at in places if weights[at] >= _PROSE), places.stop))
    last = max((at for at in places if weights[at] <= _EMPTY and not _is_insert(paragraphs[at])), default=-1)
    cut = set()
    for at in places:
        line = paragraphs[at]
        if credits_of(line) is not None or weights[at] >= _SENTENCE or (weights[at] == _VERSE and at > last):
            continue
        known = known_share(line, body)
        loose = known < _KNOWN if at < last else not known and weights[places.stop] == _PROSE
        if weights[at] <= _NEUTRAL or (loose and not is_name(line) and not _says_value(line)):
            cut.add(at)
    return cut


def _is_insert(line: str) -> bool:
    return INSERT.fullmatch(folded_line(line)) is not None


def _says_value(line: str) -> bool:
    """Whether a line is a label of the author's and its value in words: who was there, where, and when."""
    label, colon, value = folded_line(line).partition(":")
    return bool(colon and _LETTER.search(value) and "//" not in value and not site_words(label)[1])


@functools.lru_cache(maxsize=2_048)  # every round asks
def _weight(line: str) -> float:
    if not _LETTER.search(line) or credits_of(line) is not None or _is_dated(line):
        return _EMPTY
    if is_site_line(line):
        return _PARTLY if _is_insert(line) else _SITE
    folded = folded_line(line)
    partly = cue_share(line)[0] >= _SOME or strong_share(folded) >= _MAX_STRONG
    if is_prose(line):
        return 0.0 if partly else _PROSE
    if partly or ends_sentence(line):
        return _PARTLY if partly else _SENTENCE
    return _NEUTRAL if site_words(folded)[0] > _FILLED else _LABEL


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
    if columns(line) > _DATED_COLUMNS or ends_sentence(line) or not (match := DAY.search(line)):
        return False
    return not colon or match.start() < len(label) or bool(site_words(label)[1])


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


def _goes_on(line: str, body: str, weight: float) -> bool:
    """Whether a line right beside the text is the text's: an item, or one with the text's words."""
    if is_prose(line):
        return weight >= 0 and known_share(line, body) > 0
    if weight not in {_LABEL, _VERSE}:
        return False
    return is_list_item(line) or _is_direction(line, weight) or known_share(line, body) >= _KNOWN


def _is_direction(line: str, weight: float) -> bool:
    """Whether a line stands in brackets, as what happens in a hall does, and is no site's."""
    return weight in {_LABEL, _VERSE} and _BRACKETED.fullmatch(line) is not None


def _reaches(paragraphs: Sequence[str], weights: Sequence[float], at: int, body: str, steps: int) -> bool:
    """Whether the text goes on at a place: over one line of any kind only where prose follows it."""
    if at >= len(paragraphs) or (steps > 1 and not is_prose(paragraphs[at])):
        return False
    return _goes_on(paragraphs[at], body, weights[at])
