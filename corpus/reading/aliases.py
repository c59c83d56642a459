"""``aliases.toml``: the nicknames and spellings that a community uses. What must not live here: whom they name."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from corpus.analysis.folding import fold_key
from corpus.reading.plain_text import one_line

MAX_NAME_CHARS = 64
_MAX_STATEMENT_LINES = 50
_OPENS_LIST = re.compile(r"[^#=]+=\s*\[")
_CLOSES_LIST = re.compile(r"\]\s*(?:#[^\"']*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aliases:
    """Groups of names for one person or organisation, the main name first, and what could not be used.

    ``problems`` are (line, message), lines counted from 1; 0 is the file as a whole.
    """

    groups: tuple[tuple[str, ...], ...]
    problems: tuple[tuple[int, str], ...] = ()


def parse_aliases(text: str) -> Aliases:
    """Return the groups of a normalised ``aliases.toml``; a bad line is a problem and the rest is used.

    The file holds one table ``[aliases]`` of ``"main name" = ["form", ...]``. Statements are parsed one by one, since
    TOML as a whole stops at its first error.
    """
    groups: dict[str, tuple[str, ...]] = {}
    problems: list[tuple[int, str]] = []
    in_table = False
    for line, statement in _statements(text):
        try:
            table = tomllib.loads(statement)
            if statement.lstrip().startswith("["):
                in_table = table == {"aliases": {}}
            if not in_table:
                problems.append((line, "stands outside the table [aliases], and nothing else is read"))
            elif table != {"aliases": {}}:
                for main, forms in table.items():
                    _add_group(groups, main, forms)
        except (ValueError, RecursionError) as error:
            problems.append((line, str(error)[:200]))
    return Aliases(groups=tuple(groups.values()), problems=tuple(problems))


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement with the line that it begins on; a list left open goes on to the line that closes it."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = at + 1
        if _OPENS_LIST.match(lines[at]) and not _CLOSES_LIST.search(lines[at]):
            for further in range(end, min(at + _MAX_STATEMENT_LINES, len(lines))):
                if _OPENS_LIST.match(lines[further]):
                    break  # never closed: the next statement begins here
                if _CLOSES_LIST.search(lines[further]):
                    end = further + 1
                    break
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            yield at + 1, "\n".join(lines[at:end])
        at = end


def _add_group(groups: dict[str, tuple[str, ...]], main: str, forms: Any) -> None:
    """Add the names of a group without repeats; raise ValueError for anything but names, and for a second group."""
    if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
        raise ValueError(f"{main[:MAX_NAME_CHARS]!r} needs a list of names in quotes")
    names: list[str] = []
    for name in (main, *forms):
        cleaned = one_line(name, MAX_NAME_CHARS + 1)
        if cleaned is None or len(cleaned) > MAX_NAME_CHARS or not fold_key(cleaned):
            raise ValueError(f"{name[:MAX_NAME_CHARS]!r} is no name of 1 to {MAX_NAME_CHARS} characters")
        if cleaned not in names:
            names.append(cleaned)
    if fold_key(names[0]) in groups:
        raise ValueError(f"{names[0]!r} stands here for the second time")
    groups[fold_key(names[0])] = tuple(names)
