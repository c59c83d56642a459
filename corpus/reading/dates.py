"""Dates as people write them, to ISO ``YYYY[-MM[-DD]]``. What must not live here: which date is the article's."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}})\.?"
_WEEKDAY = r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? )?"
_HAN_WEEKDAY = r"(?: ?[（(]?(?:星期|[周週]|[礼禮]拜)[一二三四五六日天][)）]?)?"
_TIME = (
    r"(?:(?:[T ]{0,4}|,? at )\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?(?:-\d{2}:?\d{2})?)?(?:Z| ?\+\d{2}:?\d{2})?"
    r"(?: ?[ap]\.?m\b\.?)?(?: (?:utc|gmt|[ecmp][sd]t)\b)?)?"
)
_DAY = "|".join(
    (
        r"(?P<y1>\d{4}) ?[-/.年] ?(?P<m1>\d{1,2}) ?[-/.月] ?(?P<d1>\d{1,2})(?!\d)(?: ?[日号號])?",
        r"(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?: of)? " + _MONTH.format("m2") + r",? (?P<y2>\d{4})(?!\d)",
        r"(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})(?!\d)",
        _MONTH.format("m3") + r" (?P<d3>\d{1,2})(?:st|nd|rd|th)?,? (?P<y3>\d{4})(?!\d)",
        _MONTH.format("m7") + r" (?P<d7>\d{1,2}) \d\d:\d\d:\d\d (?P<y7>\d{4})(?!\d)",  # as C writes it
        # With strokes, where the order can be but one.
        r"(?<!/)(?P<d5>1[3-9]|2\d|3[01])/(?P<m5>\d{1,2})/(?P<y5>\d{4})(?!\d)",
        r"(?<!/)(?P<m6>\d{1,2})/(?P<d6>1[3-9]|2\d|3[01])/(?P<y6>\d{4})(?!\d)",
    )
)
DAY = re.compile(rf"(?<![\d.]){_WEEKDAY}(?:{_DAY}){_HAN_WEEKDAY}{_TIME}", re.IGNORECASE | re.ASCII)
"""A whole date in running text, with its weekday and the time after it, if any."""
_TO = re.compile(r"\s*(?:[-–—~～至到]|to\b|until\b)+\s*", re.IGNORECASE)
_FROM = re.compile(r"\d[日号號]?(?:[-–—~～至到]| [–—] )$")
_OTHER_END = re.compile(r"\d{1,2}(?::\d\d| ?[日号號月])")
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})", re.ASCII)
_EPOCH = re.compile(r"(?P<s>\d{10})(?:\d{3})?(?:\.\d{1,6})?", re.ASCII)
_PARTIAL = re.compile(r"(?P<y>\d{4}) ?(?:[-/.年] ?(?:(?P<m>\d{1,2}) ?月?)?)?", re.ASCII)


def iso_date(text: str) -> str | None:
    """Return the date that a text consists of, None where it is no date that exists."""
    text = " ".join(text[:64].split())
    if match := DAY.fullmatch(text):
        return iso_day(match)
    if match := _COMPACT.fullmatch(text) or _PARTIAL.fullmatch(text):
        parts = match.groupdict()
        return _iso(parts["y"], parts["m"], parts.get("d"))
    return None


def epoch_day(text: str) -> str | None:
    """Return the day in UTC of a count of seconds or milliseconds since 1970, as programs write it; None for others."""
    match = _EPOCH.fullmatch(text)
    return match and dt.datetime.fromtimestamp(int(match["s"]), dt.UTC).date().isoformat()


def iso_day(match: re.Match[str]) -> str | None:
    """Return the date of a match of :data:`DAY`, None where no such day exists."""
    parts = {name[0]: value for name, value in match.groupdict().items() if value}
    return _iso(parts["y"], parts["m"], parts["d"])


def is_span(match: re.Match[str]) -> bool:
    """Whether a match of :data:`DAY` begins or ends a span of days or hours, which tells when something happens."""
    to = _TO.match(match.string, match.end())
    begins = to is not None and any(end.match(match.string, to.end()) for end in (DAY, _OTHER_END))
    return begins or _FROM.search(match.string[: match.start()]) is not None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    number = _MONTHS.index(month[:3].lower()) + 1 if month and month.isalpha() else int(month or 1)
    try:
        exists = dt.date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return exists.isoformat()[: 10 if day else 7 if month else 4]
