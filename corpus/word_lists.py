"""How a file of closed word lists is read. What must not live here: any word."""

import re
from pathlib import Path

_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


def word_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the words of each list by its name, which stands above it in brackets; a line behind # holds none."""
    text = re.sub("^#.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    _, *parts = _HEADING.split(text)
    return {name: tuple(words.split()) for name, words in zip(parts[::2], parts[1::2], strict=True)}
