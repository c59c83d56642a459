"""What an article's lines say of it: title, date, author, source. What must not live here: front matter."""

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corpus.analysis.folding import fold, fold_key
from corpus.reading.cleaning import Cut
from corpus.reading.cleaning.furniture import is_no_title
from corpus.reading.cleaning.prose import ends_sentence, is_prose, words_of
from corpus.reading.credits import (
    CREDIT_LINE_CHARS,
    closing_credits,
    credits_of,
    is_column_and_count,
    is_name,
    is_of_event,
)
from corpus.reading.dates import DAY, is_span, iso_day
from corpus.reading.plain_text import one_line
from corpus.segmentation import sentence_spans

MAX_TITLE_CHARS = 80
_SITE_CHARS = 20

_FILE_NUMBER = re.compile(r"\A(?:\d{4}-\d\d-\d\d(?!\d)|\d{1,3}[._-])")
_CODE = re.compile(r"\d{5}|\d[a-z]|[a-z]\d", re.IGNORECASE)
_SPELT = re.compile(r"[\u3400-\u9fff]{3}|[a-z]{3}\S* (?:.* )?[a-z]{3}", re.IGNORECASE)
_ASKED_CHARS = 8_000
_BULLET = re.compile(r"^(?:[-*+•·●]|\d{1,3}[.、)](?!\d))\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the lines say, None where they do not, the paragraphs left for the text, and the lines cut from it.

    The title's own line is no cut: it is shown above the text.
    """

    title: str
    author: str | None
    source: str | None
    published: str | None
    url: str | None = None
    paragraphs: tuple[str, ...]
    cuts: tuple[Cut, ...] = ()


def read_heading(
    paragraphs: Sequence[str], named_title: str | None, above: Sequence[str] = (), file_title: str | None = None
) -> Heading:
    """Read the title and the credits of an article.

    Parameters
    ----------
    paragraphs
        All of the article, at least one.
    named_title
        The title where front matter or a Markdown heading gives it.
    above
        Lines that cleaning cut from above the text; a date is taken from them, or else from the title, where no other
        line gives one.
    file_title
        The words of the file's name, if any.

    Returns
    -------
    Heading
        The title is the named one, else a short first line that is no statement, else the words of the file's name
        where the text has a third of them, else the first sentence. Lines of nothing but credits below it or at the end
        go.
    """
    lines = _Lines(left=deque(paragraphs))
    lines.take_credits_above()
    title = named_title or lines.take_title()
    if named_title and len(lines.left) > 1 and _is_same(lines.left[0], named_title):
        lines.left.popleft()
    lines.take_credits_above()
    lines.take_name(on_page=bool(above))
    lines.take_credits_above()
    lines.take_credits_within()
    said = lines.said
    if not title and file_title and _speaks_of(tuple(lines.left), file_title):
        title = file_title
    return Heading(
        title=title or _first_sentence(lines.left[_begins_at(lines.left)]),
        author=said.get("author"),
        source=said.get("source") or _site_among(above),
        published=said.get("published") or _date_among([*above, title or ""]),
        url=said.get("url"),
        paragraphs=tuple(lines.left),
        cuts=tuple(lines.cuts),
    )


def title_of_file(origin: str) -> str | None:
    """Return the words of a file's name without its day or number; None for a word alone, a number or a code."""
    name = re.sub(r"[\s_-]+", " ", _FILE_NUMBER.sub("", PurePosixPath(origin).stem)).strip()
    spelt = _SPELT.search(name) and not _CODE.search(name)
    return one_line(name[:1].upper() + name[1:], MAX_TITLE_CHARS) if spelt else None


@dataclass(slots=True)
class _Lines:
    """The lines of an article, of which those about it are taken one by one; one always stays."""

    left: deque[str]
    said: dict[str, str] = field(default_factory=dict)
    cuts: list[Cut] = field(default_factory=list)

    def take_title(self) -> str | None:
        """Take the line that is the title, and its repeats; None where the text begins at once."""
        place = _begins_at(self.left)
        if place == len(self.left) - 1 or not may_be_title(self.left[place]):
            return None
        title = self.left[place]
        del self.left[place]
        while len(self.left) > 1 and _is_same(self.left[0], title):
            self._cut("repeated_title")
        return title

    def take_credits_above(self) -> None:
        """Cut the lines of credits that stand first."""
        while len(self.left) > 1:
            said = credits_of(self.left[0])
            about = said is not None or is_column_and_count(self.left[0])
            if not about or is_of_event(self.left[0], self.left[1]):
                return
            self.said = (said or {}) | self.said
            self._cut("credits")

    def take_name(self, *, on_page: bool) -> None:
        """Cut the name of a person alone that stands right above credits, or above the text of a page: its author."""
        name, below = [*self.left, "", ""][:2]
        if is_name(name) and (_is_credit(below) or (on_page and is_prose(below))):
            self.said.setdefault("author", name)
            self._cut("credits")

    def take_credits_within(self) -> None:
        """Cut lines of credits wherever they stand; the first that begins as one says what no line above did."""
        found: dict[str, str] = {}
        for _ in range(len(self.left)):
            said, nothing_else = closing_credits(self.left[0])
            found = found or said
            if nothing_else and len(self.left) > 1:
                self._cut("credits")
            else:
                self.left.rotate(-1)
        self.said = found | self.said

    def _cut(self, rule: str) -> None:
        self.cuts.append(Cut(rule=rule, text=self.left.popleft()))


def _begins_at(lines: Sequence[str]) -> int:
    """Return the place of the first line that may be title or text: no greeting, no address, nor who posted it when."""
    places = (at for at, line in enumerate(lines) if not (is_no_title(line) or _is_posted(line)))
    return next((at for at in places if not closing_credits(lines[at])[0]), 0)


def _is_posted(line: str) -> bool:
    dated = DAY.search(line[:MAX_TITLE_CHARS])
    return dated is not None and ":" in dated[0] and not ends_sentence(line)


def may_be_title(line: str) -> bool:
    """Whether a line is short, ends as no statement or clause does, and is neither an item nor credits."""
    short = len(line) <= MAX_TITLE_CHARS and "\n" not in line and "。" not in line
    return short and line[-1] not in "。….;；:：，," and not _BULLET.match(line) and not _is_credit(line)


def _speaks_of(paragraphs: Sequence[str], name: str) -> bool:
    """Whether a text has a third of a name's words."""
    keys = words_of(fold(name).text)
    text = fold("\n".join(paragraphs)[:_ASKED_CHARS]).text
    return bool(keys) and sum(key in text for key in keys) * 3 >= len(keys)


def _is_credit(line: str) -> bool:
    return credits_of(line) is not None


def _is_same(line: str, title: str) -> bool:
    return fold_key(line[:CREDIT_LINE_CHARS]) == fold_key(title)


def _site_among(lines: Sequence[str]) -> str | None:
    """Return the name that stands twice above an article, as a site's does."""
    times = Counter(line for line in lines if len(line) <= _SITE_CHARS and may_be_title(line))
    return next((line for line, count in times.items() if count > 1), None)


def _date_among(lines: Sequence[str]) -> str | None:
    matches = (DAY.search(line[:CREDIT_LINE_CHARS]) for line in lines)
    return next((day for match in matches if match and not is_span(match) and (day := iso_day(match))), None)


def _first_sentence(paragraph: str) -> str:
    """Return the first sentence without its full stop, cut at a mark or space where it is long."""
    line = _BULLET.sub("", paragraph[: 4 * MAX_TITLE_CHARS].split("\n", 1)[0], count=1) or paragraph[:MAX_TITLE_CHARS]
    start, end = next(iter(sentence_spans(line)), (0, 0))
    sentence = line[start:end].rstrip("。.") or line.strip()
    if len(sentence) > MAX_TITLE_CHARS:
        cut = sentence[: MAX_TITLE_CHARS - 1]
        soft = max(cut.rfind(mark) for mark in "，,；;、 ：:")
        sentence = cut[: soft if soft >= MAX_TITLE_CHARS // 2 else len(cut)] + "…"
    return one_line(sentence, MAX_TITLE_CHARS) or "…"
