"""What sentences state of a name. All names and sentences are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.results import EVIDENCE_CHARS
from corpus.who.extraction import extract
from corpus.who.facts import FACTS_PER_ARTICLE

PIECES = [
    "Velmora宣布",
    "成立于",
    "1990年",
    "顾清远教授",
    "的导师",
    "，",
    "。",
    "融资",
    "推出",
    " founded ",
    "Brindle公司",
    ". ",
]


def stated(text: str) -> dict[tuple[str, str], str]:
    return {(form, kind): text[start:end] for form, kind, start, end, _ in extract(text).facts}


@pytest.mark.parametrize(
    ("text", "form", "kind", "fact"),
    [
        (
            "昨天下雨。Velmora宣布停产，它成立于1990年，总部在海州。",
            "Velmora",
            "founding",
            "Velmora宣布停产，它成立于1990年，总部在海州",
        ),
        ("水泵公司Velmora很小。", "Velmora", "definition", "水泵公司Velmora很小"),
        ("Brindle is a maker of pumps. It is old.", "Brindle", "definition", "Brindle is a maker of pumps"),
        (
            "Velmora宣布完成两亿元融资，领投的没有公布。",
            "Velmora",
            "money",
            "Velmora宣布完成两亿元融资，领投的没有公布",
        ),
        ("顾清远教授的导师是薛定山教授。", "顾清远", "relation", "顾清远教授的导师是薛定山教授"),
        ("去年顾清远教授离开了海州大学。", "顾清远", "move", "去年顾清远教授离开了海州大学"),
        (
            "In May Velmora, founded by Professor Tove Almgren, left.",
            "Velmora",
            "founding",
            "Velmora, founded by Professor Tove Almgren, left",
        ),
    ],
)
def test_a_fact_is_a_span_of_whole_clauses(text: str, form: str, kind: str, fact: str) -> None:
    """It holds the name and what states it, and the clause after, which often says when and by whom."""
    assert fact in stated(text)[form, kind] or stated(text)[form, kind] in fact


def test_both_people_of_a_relation_have_it() -> None:
    """A card of either shows the sentence."""
    facts = stated("顾清远教授的导师是薛定山教授。")
    assert facts["顾清远", "relation"] == facts["薛定山", "relation"]


def test_a_fact_of_another_sentence_is_nobodys() -> None:
    """A name counts in its own sentence alone."""
    assert stated("Velmora宣布停产。后来成立了一个小组。") == {}


def test_the_definition_of_an_organisation_begins_behind_an_office_of_it() -> None:
    """Who directs what there is another's."""
    text = "“We won,” said Karl Oake, head of rare birds at Wing International, a nonprofit organization based in Kent."
    fact = stated(text)["Wing International", "definition"]
    assert fact.startswith("Wing International, a nonprofit")


def test_whose_office_it_is_is_no_definition() -> None:
    """Of a company whose founder stands beside it nothing is said but that."""
    facts = stated("Tove Almgren, the founder of boat rental company Oarbook, resigned as CEO.")
    assert ("Oarbook", "definition") not in facts


def test_facts_are_bounded() -> None:
    """An article that repeats itself states no more than sixty."""
    assert len(extract("".join(f"Velmora{i}宣布成立于1990年。" for i in range(300))).facts) == FACTS_PER_ARTICLE


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_gives_spans_of_itself(text: str) -> None:
    """Every fact lies inside the text and is short enough to be quoted."""
    for _, _, start, end, _ in extract(text).facts:
        assert 0 <= start < end <= len(text)
        assert end - start <= EVIDENCE_CHARS + 40


@pytest.mark.parametrize(
    "text",
    [
        "去年由前海州大学教授顾清远创立的公司搬走了。",
        "毕业于海州大学的顾清远创办了一家小厂。",
        "曾任海州银行副行长的顧清遠教授創辦了一家小廠。",
        "He left Brindle Labs and founded a school. Brindle Labs raised $5 million.",
        "Brindle Labs engineer Tove Almgren founded a school. Brindle Labs raised $5 million.",
    ],
)
def test_an_employer_of_a_founder_is_not_founded(text: str) -> None:
    """Where a founder works, worked or studied says nothing of how that was founded."""
    assert not [form for form, kind in stated(text) if kind == "founding"]


@pytest.mark.parametrize(
    "text",
    [
        "Velmora公司董事长兼创始人顾清远教授来了。Velmora宣布停产。",
        "Velmora创始团队来自海州大学，公司成立于2015年。Velmora宣布停产。",
        "Brindle Labs was founded by engineer Tove Almgren in 1999.",
        "Brindle Labs chairman and founder Tove Almgren spoke. Brindle Labs raised $5 million.",
    ],
)
def test_an_office_beside_the_founding_is_of_what_was_founded(text: str) -> None:
    """Titles in one run with the founder's, and an employer named besides, leave the founding with its own."""
    assert [form for form, kind in stated(text) if kind == "founding" and form in {"Velmora", "Brindle Labs"}]


def test_whoever_speaks_of_a_leaving_did_not_leave() -> None:
    """A name and a colon say who speaks."""
    assert ("顾清远", "move") not in stated("顾清远教授来了。\n顾清远：他去年底离职了。")
    assert ("顾清远", "move") in stated("顾清远教授来了。\n顾清远去年底离职了。")
