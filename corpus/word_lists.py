"""How a file of word lists or patterns is read. What must not live here: any word."""

import re
from pathlib import Path

_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
_REFERENCE = re.compile("<([A-Z_]+)>")


def sections(path: Path) -> dict[str, str]:
    """Return the lines below each name in brackets, in order; a line behind # holds nothing."""
    text = re.sub("^#.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    _, *parts = _HEADING.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def word_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the words of each list by its name."""
    return {name: tuple(words.split()) for name, words in sections(path).items()}


def patterns(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the alternatives of each pattern, a line each; <NAME> in one is any of the section above of that name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, body in sections(path).items():
        whole = _REFERENCE.sub(lambda match: f"(?:{'|'.join(found[match[1]])})", body)
        found[name] = tuple(filter(None, whole.split("\n")))
    return found
