"""What an article's first lines say of it: title, date, author, source. What must not live here: front matter."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.analysis.folding import fold_key
from corpus.reading.dates import DAY, iso_day
from corpus.reading.plain_text import FINAL, one_line

MAX_TITLE_CHARS = 80
_HEAD_LINES = 12
_CREDIT_LINE_CHARS = 120
_LABEL_CHARS = 4
_TOKENS_OF_A_MENU = 6

_NAME = r"[“\"「『《]?\s*(?P<{0}>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,4}}|[\w·・]{{2,20}})\s*[”\"」』》]?"
_AUTHOR = re.compile(
    r"(?:(?<![\w])(?:作者|撰文|记者|記者|文|[Aa]uthor|[Ww]ritten by)\s*[:：|｜/“「]\s*|作者\s*(?=[“「])|^By )"
    + _NAME.format("author")
)
_SOURCE = re.compile(
    r"(?:来自于?|來自於?|来源|來源|转载自|轉載自|转自|轉自|[Ss]ource)\s*(?:微信公众号|微信公眾號|公众号|公眾號)?\s*[:：“「]\s*"
    + _NAME.format("source")
)
_OTHER = re.compile(
    r"\d[\d,.]*\s*(?:次?(?:点击|點擊|阅读|閱讀|浏览|瀏覽|评论|評論)|views?\b|reads?\b|comments?\b)"
    r"|(?:阅读|閱讀|浏览|瀏覽|点击|點擊)\s*[:：]?\s*\d+"
    r"|(?:编辑|責任編輯|责任编辑|編輯|[Ee]ditor)\s*[:：]\s*\w{2,20}"
    r"|(?:发布(?:时间|日期|于)|發[布佈](?:時間|日期|於)|日期|时间|時間)\s*[:：]?|\b(?:[Pp]ublished(?: on)?|[Dd]ate)\b:?"
)
_CREDITS_BEGIN = re.compile(r"[(（]?(?:本文|文章|原文)?(?:作者|撰文|来自|來自|来源|來源|转载自|轉載自|转自|轉自)")
_SENTENCE = re.compile(rf".*?(?:[{FINAL}]+|\.(?=\s|$)|$)")
_BULLET = re.compile(r"(?:[-*+•·●]|\d{1,3}[.、)])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the lines say, None where they do not, and the paragraphs that are left for the text."""

    title: str
    author: str | None
    source: str | None
    published: str | None
    paragraphs: tuple[str, ...]


def read_heading(paragraphs: Sequence[str], named_title: str | None) -> Heading:
    """Read the title and the credits of an article.

    Parameters
    ----------
    paragraphs
        All of the article, at least one.
    named_title
        The title where front matter or a Markdown heading gives it.

    Returns
    -------
    Heading
        The title is the named one, else a short first line without final punctuation, else the first sentence. Menus
        and a site's repeated name above it go, as do lines of nothing but credits right below it.
    """
    title, rest = (named_title, list(paragraphs)) if named_title else _title_line(paragraphs)
    if title and named_title and len(rest) > 1 and fold_key(rest[0][:_CREDIT_LINE_CHARS]) == fold_key(title):
        rest = rest[1:]
    credits_above: dict[str, str] = {}
    while len(rest) > 1 and (said := _credits(rest[0])) is not None:
        credits_above = said | credits_above
        rest = rest[1:]
    found = _credits_within(rest) | credits_above
    return Heading(
        title=title or _first_sentence(rest[0]),
        author=found.get("author"),
        source=found.get("source"),
        published=found.get("published"),
        paragraphs=tuple(rest),
    )


def _title_line(paragraphs: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the line that is the title, None where the text begins at once, and what stands below it."""
    lines = list(paragraphs)
    repeated = {line for line, times in Counter(lines[:_HEAD_LINES]).items() if times > 1}
    at = 0
    while at < min(_HEAD_LINES, len(lines) - 1) and (lines[at] in repeated or _is_menu(lines[at])):
        at += 1
    if len(lines[at]) <= _LABEL_CHARS:
        # A label of the site rather than a title where a longer line is the one with the credits below it.
        titles = range(at + 1, min(at + 4, len(lines) - 1))
        at = next((i for i in titles if _may_be_title(lines[i]) and _credits(lines[i + 1]) is not None), at)
    if at + 1 < len(lines) and _may_be_title(lines[at]):
        return lines[at], lines[at + 1 :]
    return None, lines[at:]


def _may_be_title(line: str) -> bool:
    short = len(line) <= MAX_TITLE_CHARS and "\n" not in line
    return short and line[-1] not in "。！!….;；:：，," and not _BULLET.match(line) and _credits(line) is None


def _is_menu(line: str) -> bool:
    """Whether a line is a list of keywords or a label in hash signs: Han words parted by spaces, no punctuation."""
    if re.fullmatch(r"#[^#]+#", line):
        return True
    words = line.split()
    if len(words) < _TOKENS_OF_A_MENU or re.search(r"[。！？，；：!?;]|[,:]\s", line):
        return False
    han = sum(bool(re.search(r"[\u3400-\u9fff]", word)) for word in words)
    return han * 2 > len(words) and sum(map(len, words)) <= 8 * len(words)


def _credits(line: str) -> dict[str, str] | None:
    """Return what a line of nothing but credits says, None for any other line."""
    if len(line) > _CREDIT_LINE_CHARS:
        return None
    said: dict[str, str] = {}
    rest = line
    if match := DAY.search(rest):
        if day := iso_day(match):
            said["published"] = day
        rest = rest[: match.start()] + " " + rest[match.end() :]
    for name, pattern in (("author", _AUTHOR), ("source", _SOURCE)):
        if match := pattern.search(rest):
            said[name] = match[name]
            rest = rest[: match.start()] + " " + rest[match.end() :]
    other = _OTHER.sub(" ", rest)
    nothing_left = not re.search(r"\w", other)
    return said if nothing_left and (said or other != rest) else None


def _credits_within(paragraphs: Sequence[str]) -> dict[str, str]:
    """Return author and source of the first paragraph that begins as a line of credits does, wherever it stands."""
    for paragraph in paragraphs:
        if len(paragraph) <= _CREDIT_LINE_CHARS and _CREDITS_BEGIN.match(paragraph):
            found = {"author": _AUTHOR.search(paragraph), "source": _SOURCE.search(paragraph)}
            if said := {name: match[name] for name, match in found.items() if match}:
                return said
    return {}


def _first_sentence(paragraph: str) -> str:
    """Return the first sentence without its full stop, cut at a mark or space where it is long."""
    line = _BULLET.sub("", paragraph[: 4 * MAX_TITLE_CHARS].split("\n", 1)[0], count=1) or paragraph[:MAX_TITLE_CHARS]
    match = _SENTENCE.match(line)
    sentence = (match[0] if match else line).strip().rstrip("。.") or line.strip()
    if len(sentence) > MAX_TITLE_CHARS:
        cut = sentence[: MAX_TITLE_CHARS - 1]
        soft = max(cut.rfind(mark) for mark in "，,；; 、：:")
        sentence = cut[: soft if soft >= MAX_TITLE_CHARS // 2 else len(cut)] + "…"
    return one_line(sentence, MAX_TITLE_CHARS) or "…"
