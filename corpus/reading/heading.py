"""What an article's lines say of it: title, date, author, source. What must not live here: front matter."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.analysis.folding import fold_key
from corpus.reading.cleaning import Cut
from corpus.reading.cleaning.prose import columns, first_prose, is_prose
from corpus.reading.credits import CREDIT_LINE_CHARS, closing_credits, credits_of, is_column_and_count, is_name
from corpus.reading.dates import DAY, iso_day
from corpus.reading.plain_text import FINAL, one_line

MAX_TITLE_CHARS = 80
_HEAD_LINES = 12
_LABEL_CHARS = 4
_HEAD_OF_A_SITE = 4
_SITE_CHARS = 20
_MIN_TITLE_CHARS = 4
_NAME_COLUMNS = 8
_MAX_NAMES = 3

_SENTENCE = re.compile(rf".*?(?:[{FINAL}]+|\.(?=\s|$)|$)")
_BULLET = re.compile(r"(?:[-*+•·●]|\d{1,3}[.、)])\s*")
_WITH_SITE = re.compile(r"\s*[_|｜\-–—]\s*([^_|｜]{2,30})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the lines say, None where they do not, the paragraphs left for the text, and the lines cut from it.

    The title's own line is no cut: it is shown above the text.
    """

    title: str
    author: str | None
    source: str | None
    published: str | None
    paragraphs: tuple[str, ...]
    cuts: tuple[Cut, ...] = ()


def read_heading(paragraphs: Sequence[str], named_title: str | None, above: Sequence[str] = ()) -> Heading:
    """Read the title and the credits of an article.

    Parameters
    ----------
    paragraphs
        All of the article, at least one.
    named_title
        The title where front matter or a Markdown heading gives it.
    above
        Lines that cleaning cut from above the text; a date is taken from them where no other line gives one.

    Returns
    -------
    Heading
        The title is the named one, else a short first line without final punctuation, else the first sentence. A
        site's repeated name above it goes, as do lines of nothing but credits right below it or at the end.
    """
    lines = _Lines(left=list(paragraphs))
    title = named_title or lines.take_title(above)
    if title and named_title and len(lines.left) > 1 and _is_same(lines.left[0], title):
        lines.left = lines.left[1:]
    lines.take_credits_above()
    if above:
        lines.take_name()
        lines.take_credits_above()
    lines.take_credits_within()
    said = lines.said
    return Heading(
        title=title or _first_sentence(lines.left[0]),
        author=said.get("author"),
        source=said.get("source") or lines.site or _site_among(above),
        published=said.get("published") or _date_among(above),
        paragraphs=tuple(lines.left),
        cuts=tuple(lines.cuts),
    )


@dataclass(slots=True)
class _Lines:
    """The lines of an article, of which those about it are taken one by one; one always stays."""

    left: list[str]
    said: dict[str, str] = field(default_factory=dict)
    site: str | None = None
    cuts: list[Cut] = field(default_factory=list)

    def take_title(self, above: Sequence[str]) -> str | None:
        """Take the line that is the title with what stands above it; None where the text begins at once."""
        self._take_site_labels()
        at = self._title_place(above)
        if at + 1 >= len(self.left) or not _may_be_title(self.left[at]):
            return None
        self._cut(0, at, "site_label")
        title = self.left.pop(0)
        while len(self.left) > 1 and _is_same(self.left[0], title):
            self._cut(0, 1, "site_label")
        return title

    def _title_place(self, above: Sequence[str]) -> int:
        """Return the place of the line that others above repeat, or that credits follow, else of the first."""
        head = self.left[: max(1, min(_HEAD_LINES, first_prose(self.left), len(self.left) - 1))]
        for at, line in enumerate(head):
            if len(line) < _MIN_TITLE_CHARS or not _may_be_title(line):
                continue
            if named := next((match for other in head[:at] if (match := _named_with_site(other, line))), None):
                self.site = self.site or named
                return at
            if (at and line in head[:at]) or any(_ends_with(path, line) for path in above):
                return head.index(line)
        below = range(1, min(len(head) + 1, _HEAD_OF_A_SITE, len(self.left)))
        credited = next((at for at in below if _is_credit(self.left[at])), None)
        if credited and len(head[0]) <= _LABEL_CHARS and _may_be_title(head[credited - 1]):
            return credited - 1
        return 0

    def _take_site_labels(self) -> None:
        """Cut a name that repeats above a line which may be the title."""
        head = self.left[:_HEAD_LINES]
        repeated = {line for line, times in Counter(head).items() if times > 1}
        at = 0
        while at < len(head) and head[at] in repeated:
            at += 1
        if at and at + 1 < len(self.left) and _may_be_title(self.left[at]):
            if len(self.left[0]) <= _SITE_CHARS and _may_be_title(self.left[0]):
                self.site = self.left[0]
            self._cut(0, at, "site_label")

    def take_credits_above(self) -> None:
        """Cut the lines of credits that stand first, with the short names between them."""
        while len(self.left) > 1:
            names = next((at for at, line in enumerate(self.left[:_MAX_NAMES]) if not _may_be_name(line)), 0)
            at = names if names and names < len(self.left) and _is_credit(self.left[names]) else 0
            said = credits_of(self.left[at])
            if said is None and not is_column_and_count(self.left[0]):
                return
            self.said = (said or {}) | self.said
            self._cut(0, min(at + 1, len(self.left) - 1), "credits")

    def take_name(self) -> None:
        """Cut a name alone that stands right above the text of a page: its author."""
        if len(self.left) > 1 and is_name(self.left[0]) and (is_prose(self.left[1]) or _is_credit(self.left[1])):
            self.said.setdefault("author", self.left[0])
            self._cut(0, 1, "credits")

    def take_credits_within(self) -> None:
        """Cut lines of credits wherever they stand; the first that begins as one says what no line above did."""
        found: dict[str, str] = {}
        for at in range(len(self.left) - 1, -1, -1):
            said, nothing_else = closing_credits(self.left[at])
            found = said or found
            if nothing_else and len(self.left) > 1:
                self._cut(at, at + 1, "credits")
        self.said = found | self.said

    def _cut(self, start: int, end: int, rule: str) -> None:
        self.cuts += (Cut(rule=rule, text=line) for line in self.left[start:end])
        del self.left[start:end]


def _may_be_title(line: str) -> bool:
    short = len(line) <= MAX_TITLE_CHARS and "\n" not in line
    return short and line[-1] not in "。！!….;；:：，," and not _BULLET.match(line) and not _is_credit(line)


def _may_be_name(line: str) -> bool:
    """Whether a line between title and credits may be a name or a column: a few letters without marks."""
    short = columns(line) <= _NAME_COLUMNS and not re.search(r"[^\w ·.]", line)
    return (short or is_name(line)) and not _is_credit(line)


def _named_with_site(line: str, title: str) -> str | None:
    """Return the site where a line is the title and the site's name, as the name of the page is."""
    match = _WITH_SITE.fullmatch(line[len(title) :]) if line.startswith(title) else None
    return match[1].strip() if match else None


def _ends_with(path: str, title: str) -> bool:
    return fold_key(re.split(r"[>»›/]", path)[-1]) == fold_key(title)


def _is_credit(line: str) -> bool:
    return credits_of(line) is not None


def _is_same(line: str, title: str) -> bool:
    return fold_key(line[:CREDIT_LINE_CHARS]) == fold_key(title)


def _site_among(lines: Sequence[str]) -> str | None:
    """Return the name that stands twice above an article, as a site's does."""
    times = Counter(line for line in lines if len(line) <= _SITE_CHARS and _may_be_title(line))
    return next((line for line, count in times.items() if count > 1), None)


def _date_among(lines: Sequence[str]) -> str | None:
    days = (iso_day(match) for line in lines if (match := DAY.search(line[:CREDIT_LINE_CHARS])))
    return next((day for day in days if day), None)


def _first_sentence(paragraph: str) -> str:
    """Return the first sentence without its full stop, cut at a mark or space where it is long."""
    line = _BULLET.sub("", paragraph[: 4 * MAX_TITLE_CHARS].split("\n", 1)[0], count=1) or paragraph[:MAX_TITLE_CHARS]
    match = _SENTENCE.match(line)
    sentence = (match[0] if match else line).strip().rstrip("。.") or line.strip()
    if len(sentence) > MAX_TITLE_CHARS:
        cut = sentence[: MAX_TITLE_CHARS - 1]
        soft = max(cut.rfind(mark) for mark in "，,；;、 ：:")
        sentence = cut[: soft if soft >= MAX_TITLE_CHARS // 2 else len(cut)] + "…"
    return one_line(sentence, MAX_TITLE_CHARS) or "…"
