"""The patterns of plain words, as ``phrases.txt`` holds them. What must not live here: what follows from any."""

import re
from pathlib import Path

from corpus.word_lists import patterns

SECTIONS = patterns(Path(__file__).with_suffix(".txt"))


def phrase(name: str, after: str = "") -> re.Pattern[str]:
    """Return one pattern for any of a section, with what may stand after it."""
    return re.compile(f"(?:{'|'.join(SECTIONS[name])}){after}", re.IGNORECASE | re.DOTALL)


def phrases(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a section one by one, in order."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in SECTIONS[name])
