"""Ranking on judged questions from outside, where they are at hand."""

import json
from pathlib import Path

import pytest
from opencc import OpenCC

from corpus import Article, Library, build_index

FLOOR = {"drcd-dev": 95.0, "cmrc-trial": 97.5}
EVERY = 9


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("name", FLOOR)
def test_the_right_passage_comes_first(material: Path, tmp_path: Path, make_article, name: str) -> None:
    """On a ninth of the questions, in their own script and in Simplified alike, the first hit is right."""
    folder = material / "eval" / "public" / name
    passages: list[Article] = [
        make_article(row["id"], row["title"], row["text"]) for row in rows(folder / "passages.jsonl")
    ]
    questions = rows(folder / "questions.jsonl")[::EVERY]
    simplified = OpenCC("t2s")
    build_index(passages, tmp_path)
    with Library.open(tmp_path) as library:
        for convert in (str, simplified.convert):
            firsts = [library.search(convert(question["text"]), limit=1).hits for question in questions]
            right = sum(
                bool(hits) and hits[0].article.id in question["passages"]
                for hits, question in zip(firsts, questions, strict=True)
            )
            assert 100 * right / len(questions) >= FLOOR[name]
