"""Lines of nothing but credits: date, author, source, counts. What must not live here: which lines are asked."""

import re
from pathlib import Path

from corpus.reading.dates import DAY, iso_day
from corpus.reading.words import LISTS
from corpus.word_lists import patterns

CREDIT_LINE_CHARS = 120

_SAID = {name: re.compile("|".join(said)) for name, said in patterns(Path(__file__).with_suffix(".txt")).items()}
_EDGES = " |｜·•-—"
_SITE = re.compile(r"(?!.*\d{2})[\w·&. ]{2,16}")
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")
_PERSON = re.compile(rf"[{''.join(LISTS['surnames'])}][\u3400-\u9fff]{{1,2}}")


def credits_of(line: str) -> dict[str, str] | None:
    """Return what a line of nothing but credits says, None for any other line.

    The keys are ``author``, ``source``, ``published`` and ``url``; a short label before a date is the source.
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
    for pattern in ("url", "author", "reporter", "source"):
        if match := _SAID[pattern].search(rest):
            said["author" if pattern == "reporter" else pattern] = match["name"]
            rest = rest[: match.start()] + " " + rest[match.end() :]
    other = _SAID["other"].sub(" ", rest)
    left = other.strip(_EDGES)
    if left and left == site and _SAID["two_names"].fullmatch(left):
        said.setdefault("author", left)
    elif left and _SITE.fullmatch(left) and (left == site or (left == name and site and not labelled)):
        said.setdefault("source", left)
    elif left and left == name and not labelled and _HAN_NAME.fullmatch(left):
        said.setdefault("source" if _SAID["site"].fullmatch(left) else "author", left)
    elif re.search(r"\w", left) or not (said or other != rest):
        return None
    return _of_somebody(said)


def closing_credits(line: str) -> tuple[dict[str, str], bool]:
    """Return what a line that begins as credits do says, and whether it says nothing else; nothing of other lines."""
    if len(line) > CREDIT_LINE_CHARS or not _SAID["begin"].match(line):
        return {}, False
    alone = credits_of(line)
    if alone is not None:
        return alone, True
    found = {key: match["name"] for key in ("author", "source") if (match := _SAID[key].search(line))}
    return _of_somebody(found), False


def _of_somebody(said: dict[str, str]) -> dict[str, str]:
    """Return what is said, without what stands in the place of a name."""
    return {key: value for key, value in said.items() if not _SAID["nobody"].fullmatch(value)}


def is_name(line: str) -> bool:
    """Whether a line is a person's name alone: a common surname and one or two characters, or two names in Latin."""
    return _PERSON.fullmatch(line) is not None or _SAID["two_names"].fullmatch(line) is not None


def is_column_and_count(line: str) -> bool:
    """Whether a line is the name of a column and the number of its readers, as some sites set below the title."""
    return _SAID["column_and_count"].fullmatch(line) is not None
