"""``aliases.toml``: the nicknames and spellings that a community uses. What must not live here: whom they name."""

import json
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
_OPENS_TABLE = re.compile(r"\s*\[[\w .-]+\]\s*(?:#.*)?$")
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
    for line, _, names in _entries(text):
        if isinstance(names, str):
            problems.append((line, names))
        elif names and groups.setdefault(fold_key(names[0]), names) is not names:
            problems.append((line, f"{names[0]!r} stands here for the second time"))
    return Aliases(groups=tuple(groups.values()), problems=tuple(problems))


def with_alias(text: str, name: str, form: str, *, listed: bool) -> str:
    """Return an ``aliases.toml`` with a form in the list of a name, or without it; all other lines stay as they are.

    ``name`` may be any form of a group. A name that has no list gets one; a list that nothing is left in goes. The
    text is the same where the form stands there already, or does not.

    Raises
    ------
    ValueError
        One of the two is no name of 1 to 64 characters.
    """
    name, form = _cleaned(name), _cleaned(form)
    lines = text.split("\n")
    held, first, last = _find_group(text, fold_key(name))
    group = [each for each in held or (name,) if fold_key(each) != fold_key(form)]
    if listed is (len(group) < len(held or (name,))):
        return text
    if listed:
        group.append(form)
    written = [_written(group, lines[last - 1] if held and last else "")] if len(group) > 1 else []
    if last is None:
        return "\n".join([*([text.rstrip("\n"), ""] if text.strip() else []), "[aliases]", *written, ""])
    comments = [line for line in lines[first : last - 1] if line.lstrip().startswith("#")] if held else []
    return "\n".join([*lines[:first], *comments, *written, *lines[last:]])


def _find_group(text: str, key: str) -> tuple[tuple[str, ...], int, int | None]:
    """Return the group that holds a name, and its first line and the one after its last, counted from 0.

    Where none holds it both are the line after the table; the last is None where there is no table.
    """
    end = None
    for line, last, names in _entries(text):
        if not isinstance(names, str):
            if key in map(fold_key, names):
                return names, line - 1, last
            end = last
    return (), end or 0, end


def _written(group: list[str], before: str) -> str:
    """Return a group as a line, with the comment behind the one that it takes the place of."""
    main, *forms = (json.dumps(each, ensure_ascii=False) for each in group)
    comment = re.search(r"\](\s*#.*)$", before)
    return f"{main} = [{', '.join(forms)}]{comment[1] if comment else ''}"


def _entries(text: str) -> Iterator[tuple[int, int, tuple[str, ...] | str]]:
    """Yield the first and last line of each statement, and its names, none for the table's head, or what is wrong."""
    in_table = False
    for line, statement in _statements(text):
        names: tuple[str, ...] | str = ()
        try:
            table = tomllib.loads(statement)
            if statement.lstrip().startswith("["):
                in_table = table == {"aliases": {}}
            if not in_table:
                names = "stands outside the table [aliases], and nothing else is read"
            elif table != {"aliases": {}}:
                [(main, forms)] = table.items()
                names = _names(main, forms)
        except (ValueError, RecursionError) as error:
            names = str(error)[:200]
        yield line, line + statement.count("\n"), names


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each statement with the line that it begins on; a list left open goes on to the line that closes it."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = at + 1
        if _OPENS_LIST.match(lines[at]) and not _CLOSES_LIST.search(lines[at]):
            for further in range(end, min(at + _MAX_STATEMENT_LINES, len(lines))):
                if _OPENS_LIST.match(lines[further]) or _OPENS_TABLE.match(lines[further]):
                    break  # never closed: the next statement begins here
                if _CLOSES_LIST.search(lines[further]):
                    end = further + 1
                    break
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            yield at + 1, "\n".join(lines[at:end])
        at = end


def _names(main: str, forms: Any) -> tuple[str, ...]:
    """Return the names of a group without repeats; raise ValueError for anything but names."""
    if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
        raise ValueError(f"{main[:MAX_NAME_CHARS]!r} needs a list of names in quotes")
    return tuple(dict.fromkeys(map(_cleaned, (main, *forms))))


def _cleaned(name: str) -> str:
    """Return a name on one line; raises ValueError for what is none."""
    cleaned = one_line(name, MAX_NAME_CHARS + 1)
    if cleaned is None or len(cleaned) > MAX_NAME_CHARS or not fold_key(cleaned):
        raise ValueError(f"{name[:MAX_NAME_CHARS]!r} is no name of 1 to {MAX_NAME_CHARS} characters")
    return cleaned
