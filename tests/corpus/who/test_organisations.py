"""Which places name an organisation. All names are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.who.extraction import Found, extract
from corpus.who.mentions import is_sure

PIECES = [
    "公司",
    "宣布",
    "潮汐",
    "(Brine)",
    "、",
    "和",
    "创始人",
    "加入",
    "海州",
    "大学",
    "Velmora",
    " and ",
    ", ",
    "。",
    "的",
]


def weight(found: Found, form: str, kind: str = "organisation") -> float:
    return sum(value for name in found.names if name.form == form for k, value in name.weights.items() if k == kind)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("老牌水泵企业维莫拉（Velmora）停产了。", "维莫拉"),
        ("去年，潮汐万帆首席执行官贺兰舟来过。", "潮汐万帆"),
        ("她后来加入了Velmora，做水泵。", "Velmora"),
        ("Velmora宣布停产。", "Velmora"),
        ("一家公司名为Velmora，没有来。", "Velmora"),
        ("被买下的这家公司是Velmora。", "Velmora"),
        ("She came from a small company called Velmora.", "Velmora"),
        ("Velmora, founded in 1990, makes pumps.", "Velmora"),
        ("Brindle is a maker of pumps.", "Brindle"),
        ("Tove Almgren, the chairman of Brindle, left.", "Brindle"),
        ("He studied at the University of Saltmarsh for years.", "University of Saltmarsh"),
        ("毕业于巴黎潮汐理工学院的人很多。", "巴黎潮汐理工学院"),
        ("深圳水泵行业协会昨天开会。", "深圳水泵行业协会"),
        ("硕湃是海州最大的水泵公司。", "硕湃"),
        ("硕湃昨天宣布停产。", "硕湃"),
        ("贺兰舟在硕湃工作了三年。", "硕湃"),
        ("贺兰舟从Velmora离职。", "Velmora"),
        ("总部位于海州的硕湃停产了。", "硕湃"),
        ("GPT水泵联盟昨天成立。", "GPT水泵联盟"),
        ("国家潮汐管理局（NTMA）征求意见。", "国家潮汐管理局"),
        ("硕湃、恒澜和Velmora等公司停产了。", "硕湃"),
        ("Velmora、Brindle等公司停产了。", "Brindle"),
        ("Companies such as Velmora, Brindle and Kvik left.", "Kvik"),
        ("Velmora and Brindle, two Swedish companies, merged.", "Brindle"),
        ("Velmora was acquired by Brindle.", "Brindle"),
        ("Velmora declined to comment.", "Velmora"),
        ("Velmora released a new model of pumps.", "Velmora"),
        ("Saltmarsh-based Velmora lost money.", "Velmora"),
        ("A student at Brindle wrote it.", "Brindle"),
        ("昨天硕明推出了水泵。", "硕明"),
        ("瑞典水泵与潮汐委员会（VTK）征求意见。", "VTK"),
        ("潮声工坊的报道说，硕明停产了。", "潮声工坊"),
        ("水泵数据资讯（WDI）中国研究总监没有来。", "WDI"),
        ("Brindle has raised €2.5bn since May.", "Brindle"),
        ("Brindle raised its first round.", "Brindle"),
        ("Oskarin, Brindle's subsidiary, left.", "Brindle"),
    ],
)
def test_what_stands_around_a_name_makes_an_organisation(text: str, form: str) -> None:
    """Its kind, its officers, what only organisations do, and the last word of an institution."""
    assert weight(extract(text), form) >= 3


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("这家公司宣布停产。", "公司"),
        ("一家团队宣布停产。", "团队"),
        ("美国宣布停产。", "美国"),
        ("Paris said no. He worked at home in Paris.", "Paris"),
        ("多年的学术投资没有结果。", "学术"),
        ("他们是AI公司。", "AI"),
        ("银行、证券、保险等企业停产了。", "保险"),
        ("国家重点实验室停产了。", "重点实验室"),
        ("去年大学部停课了。", "大学部"),
        ("中国教会学校停课了。", "中国教会学校"),
        ("Tove Almgren has raised two children.", "Tove Almgren"),
        ("Tove Almgren raised $5 million for her pumps.", "Tove Almgren"),
    ],
)
def test_common_words_and_places_are_no_organisation(text: str, form: str) -> None:
    """A kind of thing, what is counted, a country, a trade."""
    assert weight(extract(text), form) < 3


def test_a_list_speaks_for_its_members() -> None:
    """Beside two sure organisations a third name is one too, and a person is none."""
    found = extract("Velmora宣布停产。Brindle宣布停产。来的有Velmora、Brindle、Oskarin和工程师贺兰舟。")
    assert weight(found, "Oskarin") >= 3
    assert weight(found, "贺兰舟") < 3


def test_a_person_beside_a_person_is_one() -> None:
    """In a list of people a full name needs no title of its own."""
    found = extract("It was built by the engineers Osric Palethorpe and Ludmer Vasholt in May.")
    assert weight(found, "Ludmer Vasholt", "person") >= 3


@pytest.mark.parametrize("owner", ["Brindle's", "Brindle Pumps'", "the mill's"])
def test_whose_officer_somebody_is_stands_behind_the_name(owner: str) -> None:
    """A comma before whose officer it is makes no list, and no organisation of the officer."""
    text = f"Osric Palethorpe, {owner} chief engineer, sat down. Brindle was acquired."
    found = next(name for name in extract(text).names if name.form == "Osric Palethorpe")
    assert is_sure(found.weights, "person")
    assert [text[start:end] for start, end in found.roles] == [f"{owner} chief engineer"]


def test_an_investor_behind_a_name_may_be_an_organisation() -> None:
    """What an organisation is to another as well makes no person."""
    found = extract("The mill belongs to Deep Harbor, Brindle's biggest investor, today.")
    assert weight(found, "Deep Harbor", "person") < 3


def test_the_name_of_an_organisation_is_no_person() -> None:
    """A surname's character at its head does not make a person of an organisation that acts as one."""
    weights = extract("高泰宣布收购水泵厂。高泰旗下有三家公司。")
    assert weight(weights, "高泰") > weight(weights, "高泰", "person")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_order_of_cues_gives_spans(text: str) -> None:
    """Whatever stands beside whatever, places lie in the text and hold what they name."""
    for name in extract(text).names:
        assert all(text[start:end] for start, end in name.places)


@pytest.mark.parametrize(
    ("text", "form", "role"),
    [
        ("昨天老牌水泵企业Velmora停产了。", "Velmora", "老牌水泵企业"),
        ("Brindle, a maker of pumps, was founded in 1990.", "Brindle", "a maker of pumps"),
        ("Brindle is an old pump company. It was founded in 1990.", "Brindle", "an old pump company"),
    ],
)
def test_what_an_organisation_is_stands_beside_it(text: str, form: str, role: str) -> None:
    """Its kind with the words in front, before the name or behind it."""
    found = next(name for name in extract(text).names if name.form == form)
    assert role in [text[start:end] for start, end in found.roles]


def test_a_kind_alone_says_nothing() -> None:
    """That a company is a company is left out."""
    assert not any(name.roles for name in extract("这家公司Velmora停产了。").names)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("投资者包括一家老牌基金q24w。", "q24w"),
        ("松塔、vexo等手机厂商都在场。", "vexo"),
        ("724创始人没有回应。", "724"),
        ("中国潮汐协会今天开会。", "中国潮汐协会"),
        ("法国国家海盐和潮汐委员会展开调查。", "国家海盐和潮汐委员会"),
        ("他们后来成立海盐投资控股有限公司。", "海盐投资控股有限公司"),
    ],
)
def test_small_letters_countries_and_limited_companies_name_organisations(text: str, named: str) -> None:
    """What is written small, is a country's, or is a limited company is an organisation where the words say so."""
    found = {name.form: name.weights for name in extract(text).names}
    assert is_sure(found[named], "organisation")


def test_a_part_of_a_word_makes_no_institution() -> None:
    """A situation ends in the character of an office, and is none."""
    assert not any(name.weights["organisation"] > 0 for name in extract("亚洲格局正在改变。").names)


@pytest.mark.parametrize(("title", "organised"), [("director", True), ("mayor", False), ("merchant", False)])
def test_what_has_a_mayor_or_merchants_is_a_place(title: str, organised: bool) -> None:
    """What has a director is an organisation."""
    found = {name.form: name.weights for name in extract(f"Tove Almgren is the {title} of Tidewick.").names}
    assert is_sure(found["Tidewick"], "organisation") == organised


@pytest.mark.parametrize(
    ("text", "organised"),
    [
        ("He quoted Foam, Sticks, and Tide (Gull University Press).", {"Gull University Press"}),
        ("他提到脸书、百度、松塔(Sonta)和Velmora。", {"脸书", "百度", "松塔", "Sonta", "Velmora"}),
        ("Tove Almgren was a student of Brindel.", set()),
        ("Tove Almgren is the president of the Association.", set()),
    ],
)
def test_what_stands_beside_organisations_is_none(text: str, organised: set[str]) -> None:
    """The words of a title before its publisher (but a gloss), whose student somebody is, a sort of organisations."""
    assert {name.form for name in extract(text).names if is_sure(name.weights, "organisation")} == organised
