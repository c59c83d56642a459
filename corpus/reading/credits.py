"""Lines of nothing but credits: date, author, source, counts. What must not live here: which lines are asked."""

import re
from pathlib import Path

from corpus.reading.dates import DAY, is_span, iso_day
from corpus.reading.words import LISTS
from corpus.word_lists import patterns

CREDIT_LINE_CHARS = 120

_SAID = {name: re.compile("|".join(said)) for name, said in patterns(Path(__file__).with_suffix(".txt")).items()}
_EDGES = " |｜·•・-—"
_BARS = "|｜"
_HAN_BAR = "丨"  # a character that WeChat's articles take for a bar
_SITE = re.compile(r"(?!.*\d{2})[\w·&. ]{2,16}")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_FULL_NAME = 3  # characters; of two, places and sections are as well
_PERSON = re.compile(rf"[{''.join(LISTS['surnames'])}][\u3400-\u9fff]{{1,2}}")


def credits_of(line: str) -> dict[str, str] | None:
    """Return what a line of nothing but credits says, None for any other line.

    The keys are ``author``, ``source``, ``published`` and ``url``; a short label before a date is the source.
    """
    if len(line) > CREDIT_LINE_CHARS or _SAID["asks"].search(line):
        return None
    said: dict[str, str] = {}
    line = line.replace(_HAN_BAR, "|")
    dated = DAY.search(line)
    day = dated and iso_day(dated)
    if dated and day:
        if is_span(dated):
            return None
        said["published"] = day
    rest = DAY.sub(" ", line)
    for pattern in ("url", "author", "reporter", "source"):
        if match := _SAID[pattern].search(rest):
            said["author" if pattern == "reporter" else pattern] = match["name"]
            rest = rest[: match.start()] + " " + rest[match.end() :]
    other = _SAID["other"].sub(" ", rest)
    left = other.strip(_EDGES)
    beside = _beside_day(left, dated) if dated and day and left else None
    if beside is not None:
        said = beside | said
    elif re.search(r"\w", left) or not (said or other != rest):
        return None
    return _of_somebody(said)


def _beside_day(left: str, dated: re.Match[str]) -> dict[str, str] | None:
    """Return what the words that are left of a line with a day say, None where they are no names."""
    before, behind = dated.string[: dated.start()].strip(" "), dated.string[dated.end() :].strip(" ")
    site, name = (_SAID["other"].sub(" ", part).strip(_EDGES) for part in (before, behind))
    labelled = before.endswith((":", "："))
    person = _PERSON.fullmatch(left) and len(left) == _FULL_NAME and not _SAID["site"].fullmatch(left)
    if (match := _SAID["account"].fullmatch(before)) and (not name or _HAN_NAME.fullmatch(name)):
        return {key: value for key, value in match.groupdict().items() if value}
    if left == site and (person or _SAID["two_names"].fullmatch(left)):
        return {"author": left}
    if _SITE.fullmatch(left) and (left == site or (left == name and before and not labelled)):
        return {"source": left}
    if left == name and not labelled and _HAN_NAME.fullmatch(left):
        column = behind[0] in _BARS
        return {} if column else {"source" if _SAID["site"].fullmatch(left) else "author": left}
    if ":" in dated[0] and left.split() == [site, name] and all(map(_HAN_NAME.fullmatch, left.split())):
        return {}  # column and place
    return None


def closing_credits(line: str) -> tuple[dict[str, str], bool]:
    """Return what a line that begins as credits do says, and whether it says nothing else; nothing of other lines."""
    line = line.replace(_HAN_BAR, "|")
    if (match := _SAID["dateline"].match(line)) and _PERSON.match(match["author"]):
        return {key: value for key, value in match.groupdict().items() if value}, match.end() == len(line)
    if len(line) > CREDIT_LINE_CHARS or _SAID["asks"].search(line) or not _SAID["begin"].match(line):
        return {}, False
    alone = credits_of(line)
    if alone is not None:
        return alone, True
    found = {key: match["name"] for key in ("author", "source") if (match := _SAID[key].search(line))}
    return _of_somebody(found), False


def _of_somebody(said: dict[str, str]) -> dict[str, str]:
    """Return what is said, without what stands in the place of a name."""
    return {key: value for key, value in said.items() if not _SAID["nobody"].fullmatch(value)}


def is_of_event(line: str, following: str) -> bool:
    """Whether a line names the day of a meeting or an event: where it is, or who was there, stands below."""
    return _SAID["when"].match(line) is not None and _SAID["event"].match(following) is not None


def is_name(line: str) -> bool:
    """Whether a line is a person's name alone: a common surname and one or two characters, or two names in Latin."""
    return _PERSON.fullmatch(line) is not None or _SAID["two_names"].fullmatch(line) is not None


def is_column_and_count(line: str) -> bool:
    """Whether a line is the name of a column and the number of its readers, as some sites set below the title."""
    return _SAID["column_and_count"].fullmatch(line) is not None
