"""Questions that the sample answers, and such that it does not: which of them are told so."""

import json
from pathlib import Path

import pytest

from corpus import Library, build_index, read_folder

ROOT = Path(__file__).parents[2]
JUDGEMENTS = ROOT / "benchmarks" / "judgements"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory):
    """Return the library of the sample."""
    folder = tmp_path_factory.mktemp("index")
    build_index(read_folder(ROOT / "seeds").articles, folder)
    with Library.open(folder) as library:
        yield library


@pytest.mark.parametrize("kept_aside", [False, True])
def test_the_articles_do_not_say(library: Library, kept_aside: bool) -> None:
    """At most a few right answers are called weak, and most questions judged at first that have none are told."""

    def told(name: str) -> float:
        rows = map(json.loads, (JUDGEMENTS / name).read_text(encoding="utf-8").splitlines())
        asked = [library.search(row["text"]) for row in rows if row["kept_aside"] is kept_aside and row["id"][0] != "t"]
        return sum(results.weak or not results.hits for results in asked) / len(asked)

    assert told("questions.jsonl") < 0.05
    assert told("unanswerable.jsonl") > 0.5


def test_everyday_questions_in_either_language(library: Library) -> None:
    """Single characters of a translation, or one common word of several, are no answer to what nobody wrote about."""
    asked = [
        "is there a swimming pool?",
        "where can I park my bike",
        "how to cook rice",
        "is the museum closed on Monday",
    ]
    asked += ["有没有游泳池", "自行车停在哪里", "怎么煮米饭", "博物馆周一开放吗"]
    assert [text for text in asked if not library.search(text).weak] == []
