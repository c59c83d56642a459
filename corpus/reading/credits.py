"""Lines of nothing but credits: date, author, source, counts. What must not live here: which lines are asked."""

import re

from corpus.reading.dates import DAY, iso_day

CREDIT_LINE_CHARS = 120

_NAME = r"[“\"「『《]?\s*(?P<{0}>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,4}}|[\w·・]{{2,20}})\s*[”\"」』》]?"
_AUTHOR = re.compile(
    r"(?:(?<![\w])(?:作者|撰文|撰稿|记者|記者|文|[Aa]uthor|[Ww]ritten by)\s*[:：|｜/“「]\s*|作者\s*(?=[“「])|^By )"
    + _NAME.format("author")
)
_SOURCE = re.compile(
    r"(?:来自于?|來自於?|来源于?|來源於?|转载自|轉載自|转自|轉自|首发于?|首發於?|出品|[Ss]ource)"
    r"\s*(?:微信公众号|微信公眾號|公众号|公眾號)?\s*[:：“「|｜]\s*" + _NAME.format("source")
)
_OTHER = re.compile(
    r"\d[\d,.]*\s*(?:次?(?:点击|點擊|阅读|閱讀|浏览|瀏覽|评论|評論)|views?\b|reads?\b|comments?\b|shares?\b)"
    r"|(?:阅读|閱讀|浏览|瀏覽|点击|點擊)(?:量|数|數|次数)?\s*[:：]?\s*\d+|\b\d+ min(?:ute)?s? read\b"
    r"|(?:责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|审核|審核|编译|編譯|[Ee]ditor)\s*[:：|｜/]\s*\w[\w ]{0,20}"
    r"|[题題头頭配][图圖](?:来源|來源|来自|來自)?\s*[:：|｜]\s*\w{2,20}|[(（](?:微信号?|公众号)?\s?ID\s*[:：]\s*[\w-]+[)）]"
    r"|\b(?:[Ss]taff|[Ss]enior) (?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)\b|^(?:本文|文章|原文)"
    r"|(?:发布(?:时间|日期|于)|發[布佈](?:時間|日期|於)|日期|时间|時間)\s*[:：]?"
    r"|\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted)(?: on)?\b:?|\b[Dd]ate\b:?"
)
_BEGIN = re.compile(
    r"[(（]?(?:本文|文章|原文)?(?:作者|撰文|来自|來自|来源|來源|转载自|轉載自|转自|轉自|首发|首發|[Ss]ource:)"
)
_SITE = re.compile(r"[\w·&. ]{2,16}")
_COLUMN_AND_COUNT = re.compile(r"[\u3400-\u9fff]{2,8} (?!(?:19|20)\d\d$)\d{1,6}")


def credits_of(line: str) -> dict[str, str] | None:
    """Return what a line of nothing but credits says, None for any other line.

    The keys are ``author``, ``source`` and ``published``; a short label before a date is the source.
    """
    if len(line) > CREDIT_LINE_CHARS:
        return None
    said: dict[str, str] = {}
    rest = line
    site = None
    if match := DAY.search(rest):
        if day := iso_day(match):
            said["published"] = day
            site = rest[: match.start()].strip(" |｜·•-—")
        rest = rest[: match.start()] + " " + rest[match.end() :]
    for name, pattern in (("author", _AUTHOR), ("source", _SOURCE)):
        if match := pattern.search(rest):
            said[name] = match[name]
            rest = rest[: match.start()] + " " + rest[match.end() :]
    other = _OTHER.sub(" ", rest)
    left = other.strip(" |｜·•-—")
    if site and left == site and not re.search(r"\d{2}", site) and _SITE.fullmatch(site):
        return said | {"source": said.get("source", site)}
    nothing_left = not re.search(r"\w", other)
    return said if nothing_left and (said or other != rest) else None


def closing_credits(line: str) -> tuple[dict[str, str], bool]:
    """Return what a line that begins as credits do says, and whether it says nothing else; nothing of other lines."""
    if len(line) > CREDIT_LINE_CHARS or not _BEGIN.match(line):
        return {}, False
    found = {"author": _AUTHOR.search(line), "source": _SOURCE.search(line)}
    said = {name: match[name] for name, match in found.items() if match}
    return said, bool(said) and credits_of(line) is not None


def is_column_and_count(line: str) -> bool:
    """Whether a line is the name of a column and the number of its readers, as some sites set below the title."""
    return _COLUMN_AND_COUNT.fullmatch(line) is not None
