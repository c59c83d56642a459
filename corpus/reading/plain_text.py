"""Plain text in order: characters that may stand in an article, and paragraphs. What must not live here: wording."""

import functools
import itertools
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence

# Normalising is quadratic in the marks on one base character; no orthography needs more.
MARKS_PER_BASE = 4
FINAL = "。！？!?…"
WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af"
"""East Asian characters, as a set in a pattern."""
_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n")
_RULE = re.compile(r"(?m)^[ ]*([-=*_~#+—─━═＝－＊])(?:[ ]*\1){2,}[ ]*$")
_LIST_ITEM = re.compile(r"(?:[-*+•·●○▪◆■]|\(?\d{1,3}[.)、）])\s*\S")
_MIN_WRAP_COLUMNS = 30
_MAX_WRAP_COLUMNS = 120
_MIN_WRAPPED_LINES = 3
_MIN_CLAUSE_COLUMNS = 60


def normalise(text: str) -> str:
    r"""Return the text in NFC with ``\n`` for line ends, plain spaces, and no control, format or surplus marks.

    Bidirectional controls, zero-width characters and NULs go; no base character keeps more than four marks.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    distinct = set(text)
    text = text.translate({ord(character): kept for character in distinct if (kept := _kept(character)) is not None})
    if any(unicodedata.category(character)[0] == "M" for character in distinct):
        # Capped before, since normalising costs, and after, since it may take characters apart.
        return _cap_marks(unicodedata.normalize("NFC", _cap_marks(text)))
    return unicodedata.normalize("NFC", text)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain text, each on one line.

    Blank lines and rules (``====``) part paragraphs. Within a block, lines are
    paragraphs of their own unless the document is hard-wrapped: then a line that is as full as its next word allows
    goes on in the next one.
    """
    blocks = [
        [tidy for line in block.split("\n") if (tidy := " ".join(line.split()))]
        for block in re.split(r"\n\s*\n", _RULE.sub("", text))
    ]
    return [join_lines(lines) for block in unwrapped(blocks, [0] * len(blocks)) for lines in block]


def unwrapped(blocks: Sequence[Sequence[str]], indents: Sequence[int]) -> list[list[list[str]]]:
    """Return the lines of each block, those together that a hard wrap parted.

    ``indents`` are how many columns stand left of each block.
    """
    columns = _wrap_columns(blocks, indents)
    return [
        together(block, functools.partial(_is_wrapped, columns=columns and columns - indent))
        for block, indent in zip(blocks, indents, strict=True)
    ]


def together(block: Sequence[str], goes_on: Callable[[str, str], bool]) -> list[list[str]]:
    """Return the lines of a block, each that goes on in the following one together with it."""
    found: list[list[str]] = []
    for line in block:
        if found and goes_on(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def join_lines(lines: Iterable[str]) -> str:
    """Return the lines of one paragraph as one line, without a space between Han characters."""
    joined = ""
    for line in lines:
        between = "" if not joined or (is_wide(joined[-1]) and is_wide(line[:1])) else " "
        joined += between + line
    return joined


def one_line(text: str, limit_chars: int) -> str | None:
    """Return a value such as a title on one line, cut at the limit; None where nothing is left."""
    return " ".join(normalise(text).split())[:limit_chars].strip() or None


@functools.lru_cache(maxsize=16_384)
def is_wide(character: str) -> bool:
    """Whether a character takes two columns: Han, kana, full-width punctuation. Hangul is written with spaces."""
    return character >= "\u2e80" and unicodedata.east_asian_width(character) in "WF" and not "가" <= character <= "힣"


def is_list_item(line: str) -> bool:
    """Whether a line begins as the items of a list do."""
    return _LIST_ITEM.match(line) is not None


def first_word(line: str) -> str:
    """Return what cannot be parted at a line's end: a word of letters, or a wide character and what follows it."""
    return line[:2] if is_wide(line[0]) else line.split(" ", 1)[0]


def display_columns(line: str) -> int:
    """Return how many columns a line takes, wide characters two; a very long line counts its characters."""
    return len(line) + sum(map(is_wide, line)) if len(line) <= _MAX_WRAP_COLUMNS else len(line)


def _kept(character: str) -> str | None:
    """Return what a character becomes, None where it stays."""
    if character in "\n ":
        return None
    if character == "\t":
        return "    "
    if ord(character) in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in {"Cc", "Cf", "Cs"} else None


def _cap_marks(text: str) -> str:
    return _surplus_marks().sub("", text)


@functools.cache
def _surplus_marks() -> re.Pattern[str]:
    """Match a run of marks after the fourth on a base."""
    marks = (chr(code) for code in range(0x300, sys.maxunicode) if unicodedata.category(chr(code))[0] == "M")
    any_mark = f"[{''.join(marks)}]"
    return re.compile(f"(?<={any_mark * MARKS_PER_BASE}){any_mark}+")


def _wrap_columns(blocks: Sequence[Sequence[str]], indents: Sequence[int]) -> int | None:
    """Return the column at which the document's lines are wrapped, None where they are not.

    A line with an address, which no wrap parts, says nothing of it.
    """
    pairs = [
        (line, following, indent)
        for block, indent in zip(blocks, indents, strict=True)
        for line, following in itertools.pairwise(block)
    ]
    widths = (indent + display_columns(line) for *pair, indent in pairs for line in pair if "://" not in line)
    columns = max(widths, default=0)
    if not _MIN_WRAP_COLUMNS <= columns <= _MAX_WRAP_COLUMNS:
        return None
    broken = sum(
        "://" not in line and line[-1] not in FINAL + "." and _goes_on(line, following, columns - indent)
        for line, following, indent in pairs
    )
    return columns if broken >= max(_MIN_WRAPPED_LINES, len(pairs) / 2) else None


def _is_wrapped(line: str, following: str, columns: int | None) -> bool:
    """Whether a wrap ended a line: that of the document, or one within a sentence that goes on in small letters."""
    if columns and _goes_on(line, following, columns):
        return True
    wide = display_columns(line) >= _MIN_CLAUSE_COLUMNS and line[-1] not in FINAL + ".:;"
    return wide and following[0].islower() and "://" not in first_word(following)


def _goes_on(line: str, following: str, columns: int) -> bool:
    """Whether the line is so full that the following one's first word had no room, and that one is no list item."""
    return display_columns(line) + 1 + display_columns(first_word(following)) > columns and not is_list_item(following)
