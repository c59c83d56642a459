"""Days as people name them, ``last month`` or ``October 2023``, as a search takes them.

What must not live here: the words for them, which are groups of the patterns in ``phrases.txt``.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from corpus.reading.dates import iso_date

_DAY = timedelta(days=1)
_LAST_DAYS = {"days": 1, "weeks": 7, "months": 30, "years": 365}
_DIGITS = str.maketrans(dict(zip("一二两兩三四五六七八九", "12223456789", strict=True)) | {"十": "10"})
_WHOLE = {"month": "%Y-%m", "year": "%Y"}


def days(named: Mapping[str, str | None], today: date) -> tuple[str, str] | None:
    """Return the first and the last day that the groups of a match name, a whole month or year as that.

    None where they name a month that there is not; ``today`` is what last month and the like are counted from.
    """
    if first := named["date"]:
        return first, named["to"] or first
    if named["month"]:
        month = (iso_date(f"1 {named['month']} {named['year']}") or "")[:7]
        return (month, month) if month else None
    for unit, length in _LAST_DAYS.items():
        if (count := named[unit]) is not None:
            begins = today - length * int((count or "1").translate(_DIGITS)) * _DAY
            return begins.isoformat(), today.isoformat()
    unit, _, ago = next(name for name, text in named.items() if text and name[-1].isdecimal()).partition("_")
    begins, ends = _begin(today, unit), today
    for _ in range(int(ago)):
        begins, ends = _begin(begins - _DAY, unit), begins - _DAY
    shown = _WHOLE.get(unit, "%Y-%m-%d")
    return begins.strftime(shown), ends.strftime(shown)


def _begin(day: date, unit: str) -> date:
    """Return the first day of the week, month or year of a day."""
    starts = {"week": day - day.weekday() * _DAY, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
    return starts.get(unit, day)
