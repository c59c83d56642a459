"""Summaries beside sumy's, over an invented set."""

from collections.abc import Iterator

import pytest

import corpus
from benchmarks.quality_judgements import Facts, Judgements, read_judgements
from benchmarks.summaries import ROOT, Method, example_lines, methods, table_lines
from tests.benchmarks.test_quality_systems import article

TEXT = (
    "海州的灯塔在2021年用上了潮汐发电。\n\n守塔人喜欢在海边散步看书。潮汐发电每年为灯塔省下两百万元。"
    "镇上的面包店每个星期三休息一天。\n\n潮汐发电的水轮由三名工程师设计。"
)


@pytest.fixture(scope="module")
def judged() -> Judgements:
    facts = Facts(article="tide", ranked=((1, ("用上了潮汐发电",)), (2, ("省下两百万元",))), half="tuning half")
    articles = (article("tide", TEXT, "zh-Hans"),)
    return Judgements(articles=articles, questions=(), names=(), facts=(facts,), messages=())


@pytest.fixture(scope="module")
def named(judged: Judgements, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Method]]:
    folder = tmp_path_factory.mktemp("index")
    corpus.build_index(judged.articles, folder)
    with corpus.Library.open(folder) as library:
        yield methods(library)


def test_every_method_keeps_the_length_and_the_order(judged: Judgements, named: dict[str, Method]) -> None:
    """Whatever is chosen stands in the article, in its order, within the budget, and the budget is used."""
    assert list(named) == ["Footnote", "Lead", "TextRank", "LexRank", "LSA"]
    for method in named.values():
        for budget in (10, 45, 90):
            said = method(judged.articles[0], budget)
            places = [TEXT.index(text) for text in said]
            assert places == sorted(places)
            assert sum(map(len, said)) <= budget
        assert sum(map(len, method(judged.articles[0], 90))) > 60


def test_the_tables_and_the_examples(judged: Judgements, named: dict[str, Method]) -> None:
    """A row for each language that is there and each length; an example shows what every method says."""
    lines = list(table_lines(judged, named))
    assert lines[0] == "Facts stated, tuning half, %"
    assert [line.split(" | ")[:3] for line in lines[4:] if line] == [
        [f"| {group}", "1", budget] for group in ("all", "zh-Hans") for budget in ("200", "400", "800")
    ]
    assert lines[-2].split(" | ")[3] == "100.0"
    shown = "\n".join(example_lines(judged, named, 1))
    assert "## tide" in shown
    assert all(f"**{name}**" in shown for name in named)


def test_the_facts_of_the_long_articles_stand_in_them() -> None:
    """Each article has its facts by rank, every clause is quoted from it, and two articles are kept aside."""
    judged = read_judgements(ROOT / "benchmarks" / "judgements" / "long", None)
    texts = {article.id: article.text for article in judged.articles}
    assert texts.keys() == {facts.article for facts in judged.facts}
    assert sum(facts.half == "half kept aside" for facts in judged.facts) == 2
    for facts in judged.facts:
        assert [rank for rank, _ in facts.ranked] == list(range(1, len(facts.ranked) + 1))
        assert all(clause in texts[facts.article] for _, clauses in facts.ranked for clause in clauses)
