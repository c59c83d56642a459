"""The closed word lists that reading goes by, as ``words.txt`` holds them. What must not live here: any rule."""

import re
from pathlib import Path

_HEADING = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


def _lists() -> dict[str, tuple[str, ...]]:
    text = re.sub("^#.*", "", Path(__file__).with_suffix(".txt").read_text(encoding="utf-8"), flags=re.MULTILINE)
    _, *parts = _HEADING.split(text)
    return {name: tuple(words.split()) for name, words in zip(parts[::2], parts[1::2], strict=True)}


LISTS = _lists()
