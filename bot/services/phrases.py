"""The patterns of plain words, as ``phrases.txt`` holds them. What must not live here: what follows from any."""

import re
from pathlib import Path

from corpus.word_lists import sections

_REFERENCE = re.compile("<([A-Z_]+)>")


def _sections() -> dict[str, tuple[str, ...]]:
    """Return the patterns of each section, with the sections that they name in them."""
    found: dict[str, tuple[str, ...]] = {}
    for name, body in sections(Path(__file__).with_suffix(".txt")).items():
        whole = _REFERENCE.sub(lambda match: _any(found[match[1]]), body)
        found[name] = tuple(line for line in whole.split("\n") if line)
    return found


def _any(patterns: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(patterns)})"


def phrase(name: str, after: str = "") -> re.Pattern[str]:
    """Return one pattern for any of a section, with what may stand after it."""
    return re.compile(_any(SECTIONS[name]) + after, re.IGNORECASE | re.DOTALL)


def phrases(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a section one by one, in order."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in SECTIONS[name])


SECTIONS = _sections()
