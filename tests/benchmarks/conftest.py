"""A tiny invented set of judgements in the documented format."""

import json
from pathlib import Path

import pytest

PASSAGES = [
    {"id": "mill", "title": "The Water Mill", "text": "The mill at Orvik ground rye. Its wheel broke in the flood."},
    {"id": "tower", "title": "灯塔", "text": "灯塔建于海边的岩石上。看守人每晚点亮油灯。"},
    {"id": "bridge", "title": "石橋", "text": "石橋橫跨兩岸。工匠用石灰填縫。"},
]
QUESTIONS = [
    {
        "id": "q1",
        "text": "what did the mill grind",
        "passages": ["mill"],
        "answers": ["ground rye"],
        "language": "en",
        "kind": "full",
        "crosses": False,
        "kept_aside": False,
    },
    {"id": "q2", "text": "石桥 石灰", "passages": ["bridge"], "answers": ["工匠用石灰填缝"], "kept_aside": False},
    {"id": "q3", "text": "石桥", "passages": ["tower"], "answers": ["油灯"], "kept_aside": True},
    {"id": "q4", "text": "燈塔", "passages": ["tower"], "answers": [], "language": "zh-Hant", "crosses": True},
    {"id": "q5", "text": "磨坊", "passages": ["mill"], "answers": [], "language": "zh-Hans", "crosses": True},
]
FACTS = [
    {"article": "mill", "rank": 1, "fact": "rye", "clauses": ["ground rye"], "kept_aside": False},
    {"article": "mill", "rank": 3, "fact": "fire", "clauses": ["burnt down"], "kept_aside": False},
]
MESSAGES = [
    {"text": "who is Ada Lindqvist?", "language": "en", "kind": "who", "argument": "Ada Lindqvist", "kept_aside": True},
    {"text": "油灯在哪里", "language": "zh-Hans", "kind": "search", "argument": "油灯在哪里", "kept_aside": False},
]


def write_lines(path: Path, lines: list[dict]) -> None:
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three passages, three questions, two facts and two messages."""
    folder = tmp_path / "set"
    folder.mkdir()
    for name, lines in (("passages", PASSAGES), ("questions", QUESTIONS), ("facts", FACTS), ("messages", MESSAGES)):
        write_lines(folder / f"{name}.jsonl", lines)
    return folder
