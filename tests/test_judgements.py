"""The judgements over the sample: their counts and halves, and that what they quote really stands in the articles."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "benchmarks" / "judgements"
LANGUAGES = {"zh-Hans", "zh-Hant", "en"}
HAN = "\u3400-\u4dbf\u4e00-\u9fff"
FIELDS = {
    "questions": {"id", "language", "text", "passages", "answers", "kind", "crosses", "kept_aside"},
    "names": {"name", "kind", "forms", "roles", "articles", "kept_aside"},
    "facts": {"article", "rank", "fact", "clauses", "kept_aside"},
    "messages": {"text", "language", "kind", "argument", "kept_aside"},
}


def rows(name: str) -> list[dict]:
    """Return the objects of one file, in its order."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def halved(name: str) -> list[dict]:
    """Return those of one file that were judged at first; later ones are all to tune on."""
    return [row for row in rows(name) if not row.get("id", "").startswith("t")]


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    """Return each article's body by its id."""
    parts = (path.read_text(encoding="utf-8").split("---\n", 2) for path in (ROOT / "seeds").glob("*.md"))
    return {yaml.safe_load(block)["id"]: text for _, block, text in parts}


@pytest.fixture(scope="module")
def languages() -> dict[str, str]:
    """Return each article's language by its id."""
    blocks = [path.read_text(encoding="utf-8").split("---\n", 2)[1] for path in (ROOT / "seeds").glob("*.md")]
    return {data["id"]: data["language"] for data in map(yaml.safe_load, blocks)}


def named(form: str, text: str) -> bool:
    """Tell whether a form stands in a text, a Latin one as a word of its own."""
    if re.search(f"[{HAN}]", form):
        return form in text
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(form)}(?![A-Za-z0-9])", text) is not None


@pytest.mark.parametrize("name", FIELDS)
def test_fields_and_halves(name: str) -> None:
    """Every line has the documented fields, no two lines are alike, and half of them are kept aside."""
    lines = rows(name)
    assert all(set(line) == FIELDS[name] for line in lines)
    assert len({json.dumps(line, sort_keys=True) for line in lines}) == len(lines)
    assert sum(line["kept_aside"] for line in lines) == len(halved(name)) // 2
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert all(f"| `{field}` |" in readme for field in FIELDS[name])


def test_question_counts() -> None:
    """At first 300: 100 in each language, 100 short ones, 20 in each language that cross languages or scripts."""
    questions = halved("questions")
    assert Counter(question["language"] for question in questions) == dict.fromkeys(LANGUAGES, 100)
    assert Counter(question["kind"] for question in questions) == {"full": 200, "short": 100}
    assert Counter(question["language"] for question in questions if question["crosses"]) == dict.fromkeys(
        LANGUAGES, 20
    )
    every = rows("questions")
    assert len({question["id"] for question in every}) == len({question["text"] for question in every}) == len(every)


def test_question_halves_are_of_the_same_make() -> None:
    """For each language, kind and crossing, the half kept aside is as large as the other, give or take two."""
    balance: Counter[tuple] = Counter()
    for question in halved("questions"):
        make = (question["language"], question["kind"], question["crosses"])
        balance[make] += 1 if question["kept_aside"] else -1
    assert all(abs(difference) <= 2 for difference in balance.values())


def test_answers_stand_in_their_articles(bodies: dict[str, str], languages: dict[str, str]) -> None:
    """Each answer is a clause of a named article, each named article holds one, and `crosses` says what it should."""
    for question in rows("questions"):
        texts = [bodies[passage] for passage in question["passages"]]
        assert all(any(answer in text for text in texts) for answer in question["answers"]), question["id"]
        assert all(any(answer in text for answer in question["answers"]) for text in texts), question["id"]
        crosses = question["language"] not in {languages[passage] for passage in question["passages"]}
        assert question["crosses"] is crosses, question["id"]


def test_questions_are_no_copies_of_their_answers() -> None:
    """A question shares no run of eight Han characters or five words with its answer."""
    for question in rows("questions"):
        for answer in question["answers"]:
            pieces = re.findall(rf"(?=([{HAN}]{{8}}))|(?=\b((?:\w+ ){{4}}\w+))", question["text"])
            assert not [piece for pair in pieces for piece in pair if piece and piece in answer], question["id"]


def test_an_answer_stands_in_one_half() -> None:
    """No clause answers a question of one half and another of the other."""
    halves: dict[str, set[bool]] = {}
    for question in rows("questions"):
        for answer in question["answers"]:
            halves.setdefault(answer, set()).add(question["kept_aside"])
    assert not [answer for answer, sides in halves.items() if len(sides) > 1]


def test_names_stand_in_their_articles(bodies: dict[str, str]) -> None:
    """A name lists all articles that hold one of its forms, its roles are quoted, and no form belongs to two names."""
    forms: Counter[str] = Counter()
    for name in rows("names"):
        forms.update(name["forms"])
        assert name["kind"] in {"person", "organisation"}
        assert name["forms"][0] == name["name"]
        holding = {id_ for id_, text in bodies.items() if any(named(form, text) for form in name["forms"])}
        assert holding == set(name["articles"]) != set(), name["name"]
        for role in name["roles"]:
            assert role["article"] in holding, name["name"]
            assert role["text"] in bodies[role["article"]], name["name"]
            assert len(role["text"]) <= 40, name["name"]
    assert not [form for form, count in forms.items() if count > 1]


def test_facts_stand_in_their_articles(bodies: dict[str, str]) -> None:
    """Every article has ten facts of different rank, each stated by clauses of its own, all in one half."""
    facts = rows("facts")
    assert all(clause in bodies[fact["article"]] for fact in facts for clause in fact["clauses"])
    for article in bodies:
        own = [fact for fact in facts if fact["article"] == article]
        assert [fact["rank"] for fact in own] == list(range(1, 11))
        assert len({fact["kept_aside"] for fact in own}) == 1
        clauses = [clause for fact in own for clause in fact["clauses"]]
        assert len(set(clauses)) == len(clauses)


def test_messages() -> None:
    """100 messages of all six kinds in three languages; what is asked about stands in the message."""
    messages = rows("messages")
    assert len(messages) == len({message["text"] for message in messages}) == 100
    assert {message["language"] for message in messages} == LANGUAGES
    kinds = Counter(message["kind"] for message in messages)
    assert set(kinds) == {"search", "who", "summary", "help", "privacy", "greeting"}
    for message in messages:
        assert message["argument"] in message["text"]
        assert bool(message["argument"]) is (message["kind"] in {"search", "who", "summary"}), message["text"]
