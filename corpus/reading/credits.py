"""Lines of nothing but credits: date, author, source, counts. What must not live here: which lines are asked."""

import re

from corpus.reading.dates import DAY, iso_day
from corpus.reading.words import LISTS

CREDIT_LINE_CHARS = 120

_LATIN_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}"
_NAME = rf"[“\"「『《]?\s*(?P<name>{_LATIN_NAME}|[\w·・]{{2,20}}(?:[、&][\w·・]{{2,20}}){{0,4}})\s*[”\"」』》]?"
_AUTHOR = re.compile(
    r"(?:(?<![\w])(?:作者|撰文|撰稿|记者|記者|文|[Aa]uthor|[Ww]ritten by)\s*[:：|｜/“「]\s*"
    r"|作者\s*(?=[“「])|(?:^|\s)[Bb]y )" + _NAME
)
_REPORTER = re.compile(
    rf"^(?P<name>{_LATIN_NAME}), ?(?=(?:[Ss]taff|[Ss]enior|[Cc]hief|[Rr]eporter|[Ww]riter|[Cc]orresp|[Cc]ontrib))"
)
_SOURCE = re.compile(
    r"(?:来自于?|來自於?|来源于?|來源於?|转载自|轉載自|转自|轉自|首发于?|首發於?|出品|[Ss]ource)"
    r"\s*(?:微信公众号|微信公眾號|公众号|公眾號)?\s*[:：“「|｜]\s*(?!https?:)" + _NAME
)
_EDITOR = "责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|审核|審核|编译|編譯|[Ee]ditor"
_PICTURE = "(?:[题題头頭配][图圖]|[图圖](?:源|片?(?:来源|來源|来自|來自)))"
_READ = "阅读|閱讀|浏览|瀏覽|点击|點擊"
_OTHER = re.compile(
    rf"\d[\d,.]*\s*(?:次?(?:{_READ}|评论|評論)|views?\b|reads?\b|comments?\b|shares?\b)"
    rf"|(?:{_READ})(?:[量数數]|次[数數])?\s*(?:[:：]\s*\d*|\d+)次?|\b\d+ min(?:ute)?s? read\b"
    r"|\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4}\b)?|^[【\[]?原[创創][】\]]?"
    rf"|\b(?:[Ee]dit(?:ed|ing)|[Rr]eport(?:ed|ing)) by {_LATIN_NAME}"
    rf"|(?:{_EDITOR})\s*[:：|｜/]\s*(?:{_LATIN_NAME}|\w{{1,8}})|{_PICTURE}\s*[:：|｜]\s*\w[\w ]{{1,20}}"
    r"|(?:来源|來源|[Ss]ource)\s*[:：]\s*https?://\S+|(?:关键[词字]|關鍵[詞字]|标签|標籤|[Tt]ags?)\s*[:：].*$"
    r"|[(（](?:微信号?|公众号)?\s?ID\s*[:：]\s*[\w-]+[)）]|^(?:本文|文章|原文)"
    r"|,? ?\b(?:[Ss]taff |[Ss]enior |[Cc]hief )?(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Cc]ontributor)\b"
    r"|(?:(?:更新|发表|發表|發布)(?:时间|時間|于|於)|发布(?:时间|日期|于)|發[布佈](?:時間|日期|於)|日期|时间|時間)\s*[:：]?"
    r"|(?:\b[Ll]ast )?\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted)(?: on)?\b:?|\b[Dd]ate\b:?"
)
_BEGIN = re.compile(
    rf"[(（]?(?:本文|文章|原文)?(?:作者|撰文|撰稿|文\s*[|｜/：:]|来自|來自|来源|來源|转载自|轉載自|转自|轉自|首[发發]|[Ss]ource:|(?:{_EDITOR}|{_PICTURE})\s*[:：|｜])"
)
_EDGES = " |｜·•-—"
_SITE = re.compile(r"(?!.*\d{2})[\w·&. ]{2,16}")
_TWO_NAMES = re.compile(
    r"(?!.*\b(?:News|Times|Post|Daily|Today|Magazine|Review)\b)[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_PERSON = re.compile(rf"[{''.join(LISTS['surnames'])}][\u3400-\u9fff]{{1,2}}")
_NOBODY = frozenset(("网络", "網絡", "互联网", "網路", "本站", "原创", "原創", "未知", "佚名", "admin"))
_COLUMN_AND_COUNT = re.compile(r"[\u3400-\u9fff]{2,8} (?!(?:19|20)\d\d$)\d{1,6}")


def credits_of(line: str) -> dict[str, str] | None:
    """Return what a line of nothing but credits says, None for any other line.

    The keys are ``author``, ``source`` and ``published``; a short label before a date is the source.
    """
    if len(line) > CREDIT_LINE_CHARS:
        return None
    said: dict[str, str] = {}
    rest = line
    site = name = None
    if (match := DAY.search(rest)) and (day := iso_day(match)):
        said["published"] = day
        site, name = (part.strip(_EDGES) for part in (rest[: match.start()], rest[match.end() :]))
    labelled = site is not None and site.endswith((":", "："))
    rest = DAY.sub(" ", rest)
    for key, pattern in (("author", _AUTHOR), ("author", _REPORTER), ("source", _SOURCE)):
        if match := pattern.search(rest):
            said[key] = match["name"]
            rest = rest[: match.start()] + " " + rest[match.end() :]
    other = _OTHER.sub(" ", rest)
    left = other.strip(_EDGES)
    if left and left == site and _TWO_NAMES.fullmatch(left):
        said.setdefault("author", left)
    elif left and _SITE.fullmatch(left) and (left == site or (left == name and site and not labelled)):
        said.setdefault("source", left)
    elif left and left == name and not labelled and _HAN_NAME.fullmatch(left):
        said.setdefault("author", left)
    elif re.search(r"\w", left) or not (said or other != rest):
        return None
    return {key: value for key, value in said.items() if value not in _NOBODY}


def closing_credits(line: str) -> tuple[dict[str, str], bool]:
    """Return what a line that begins as credits do says, and whether it says nothing else; nothing of other lines."""
    if len(line) > CREDIT_LINE_CHARS or not _BEGIN.match(line):
        return {}, False
    alone = credits_of(line)
    if alone is not None:
        return alone, True
    found = {"author": _AUTHOR.search(line), "source": _SOURCE.search(line)}
    return {key: match["name"] for key, match in found.items() if match and match["name"] not in _NOBODY}, False


def is_name(line: str) -> bool:
    """Whether a line is a person's name alone: a common surname and one or two characters, or two names in Latin."""
    return _PERSON.fullmatch(line) is not None or _TWO_NAMES.fullmatch(line) is not None


def is_column_and_count(line: str) -> bool:
    """Whether a line is the name of a column and the number of its readers, as some sites set below the title."""
    return _COLUMN_AND_COUNT.fullmatch(line) is not None
