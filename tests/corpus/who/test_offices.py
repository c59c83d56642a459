"""Who holds an office of what: asked for by it, beside it and among others."""

from dataclasses import replace

import pytest

from corpus.index.store import Store
from corpus.results import Choices, NoMatch, Profile
from corpus.who.lookup import who
from tests.corpus.conftest import make_article

from .conftest import Stored


def test_an_office_that_nobody_holds_offers_whose_it_is(town: Store) -> None:
    """Who founded something is answered by the sentence that says how it was founded, another office by nobody."""
    founded, led = who(town, "who founded Tidewater Labs?"), who(town, "Tidewater Labs 的 CFO 是谁")
    assert isinstance(founded, Profile)
    assert founded.name == "Tidewater Labs"
    assert "founded in 2011" in founded.evidence[0].text
    assert isinstance(led, NoMatch)
    assert led.nearest[0] == "Tidewater Labs"


@pytest.mark.parametrize(
    ("query", "said"),
    [("Bellows Works 的创始人是谁", "Bellows Works said"), ("who founded Harrow Mill", "Harrow Mill, first")],
)
def test_the_office_that_is_asked_for_is_quoted_first(stored: Stored, query: str, said: str) -> None:
    """Of somebody who founded two things, the sentence about the other one comes later."""
    text = (
        "Osric Vane is a physicist. Osric Vane, the founder of Bellows Works said little. "
        "Osric Vane, the founder of Harrow Mill, first sold flour."
    )
    found = who(stored(one=text), query)
    assert isinstance(found, Profile)
    assert found.name == "Osric Vane"
    assert said in found.evidence[0].text


def test_an_office_elsewhere_is_not_of_what_stands_nearby(stored: Stored) -> None:
    """Of two whose office stands near a name, the one whose own words say of whom it is holds it there."""
    text = "Tidewater Labs hired again. Its chief executive, Osric Vane, told Tidewater Labs so. "
    text += "Tidewater Labs met Brine Labs' chief executive, Tove Almgren."
    found = who(stored(one=text), "Tidewater Labs 的 CEO 是谁")
    assert isinstance(found, Profile)
    assert found.name == "Osric Vane"


def test_an_office_is_of_whom_it_follows_most(stored: Stored) -> None:
    """What is merely named near an office, once and among others, has not who holds it."""
    text = "Brine Labs grew. CEO Osric Vane spoke. Brine Labs hired. CEO Osric Vane had once worked at Tidewater Labs. "
    text += "Tidewater Labs was founded in 2001. CEO Osric Vane left early."
    store = stored(one=text)
    asked = who(store, "Brine Labs CEO")
    assert isinstance(asked, Profile)
    assert asked.name == "Osric Vane"
    assert isinstance(who(store, "Tidewater Labs CEO"), NoMatch)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("潮汐科技CEO是谁", "顾远山"),
        ("潮汐科技现任CEO", "顾远山"),
        ("潮汐科技前CEO是谁", "秦望"),
        ("former CEO of 潮汐科技", "秦望"),
        ("Who is the president of France?", "布兰德"),
        ("French president", "布兰德"),
    ],
)
def test_who_holds_an_office_and_who_did(stored: Stored, query: str, name: str) -> None:
    """Somebody who left is not who holds it; the office of a country is asked for in English too."""
    text = "潮汐科技CEO顾远山宣布完工。潮汐科技前CEO秦望来信祝贺。法国总统布兰德表示满意。"
    found = who(stored(one=text), query)
    assert isinstance(found, Profile)
    assert found.name == name


def test_whoever_holds_an_office_elsewhere_holds_none_nearby(stored: Stored) -> None:
    """Who is said to be a company's founder, or a country's president, has not the office of what stands beside."""
    text = "Velmora的两位创始人秦望和顾远山来过潮汐科技。CTO秦望说完了。Velmora宣布完工。潮汐科技成立于1990年。"
    store = stored(one=text, two="潮汐科技宣布完工,法国总统布兰德表示满意。潮汐科技创始人没有来。")
    assert not isinstance(who(store, "潮汐科技CTO"), Profile)
    assert not isinstance(who(store, "president of 潮汐科技"), Profile)


def test_an_adviser_may_hold_an_office_too(stored: Stored) -> None:
    """What somebody is to a person is not asked of the company that they head."""
    found = who(stored(one="秦望与导师顾清河一起创业,顾清河是维莫拉的CEO。维莫拉成立于1990年。"), "秦望的导师是谁")
    assert isinstance(found, Profile)
    assert found.name == "顾清河"


@pytest.mark.parametrize(
    ("text", "query", "name"),
    [
        ("沈一舟创立了蓝鲸出行。沈一舟说，车很多。", "谁创立了蓝鲸出行", "沈一舟"),
        ("2021年，崔文山创办暖恩机器人。崔文山说，够了。", "暖恩机器人的创始人是谁", "崔文山"),
        ("杜文山创办的硕湃科技盈利了。杜文山很满意。硕湃科技宣布停产。", "硕湃科技的创始人是谁", "杜文山"),
        ("Colin Marlow founded Quillfish in 2011.", "who founded Quillfish", "Colin Marlow"),
        ("In 2011 Colin Marlow founded a company called Quillfish.", "who founded Quillfish", "Colin Marlow"),
        ("马寅生创办了一家公司，命名为潮汐量子。马寅生说很好。", "谁创办了潮汐量子", "马寅生"),
        ("星桥科技宣布新任首席执行官是周大山。周大山表示感谢。", "星桥科技的首席执行官是谁", "周大山"),
    ],
)
def test_who_founded_what_or_is_new_there(stored: Stored, text: str, query: str, name: str) -> None:
    """The verb says whose the office is, and a new holder is no name of a company."""
    found = who(stored(one=text), query)
    assert isinstance(found, Profile)
    assert found.name == name


RIVERSIDE = "河岸科技(Riverside)是一家做水泵的公司,由周大山(Zhou Dashan)创办,共同创办人吴老山(Wu Laoshan)担任执行长。"


@pytest.mark.parametrize("query", ["谁创办了河岸科技", "河岸科技的创始人", "Riverside founder"])
def test_all_founders_are_offered_the_founder_first(stored: Stored, query: str) -> None:
    """Whoever it was founded by, then its co-founders, though another article name one of these more often."""
    found = who(stored(one=RIVERSIDE, two="河岸科技联合创始人徐大力说,水泵很好。徐大力说,水泵很贵。"), query)
    assert isinstance(found, Choices)
    assert [candidate.name for candidate in found.candidates][:1] == ["周大山"]
    assert {candidate.name for candidate in found.candidates} == {"周大山", "吴老山", "徐大力"}


@pytest.mark.parametrize(
    ("text", "query", "name", "role"),
    [
        (RIVERSIDE, "河岸科技的CEO", "吴老山", "共同创办人"),
        ("星桥(StarBridge)執行長林小河來了。", "星桥CEO", "林小河", "星桥(StarBridge)執行長"),
        ("星桥(StarBridge)的创始人林小河来了。", "谁创办了星桥", "林小河", "星桥(StarBridge)的创始人"),
        ("云帆首席技术官(CTO)周大山说,船很快。", "云帆的CTO是谁", "周大山", "云帆首席技术官(CTO)"),
        ("河岸科技由周大山创办。周大山说,好。", "谁创办了河岸科技", "周大山", "河岸科技由周大山创办"),
    ],
)
def test_a_gloss_parts_no_office_from_whose_it_is(stored: Stored, text: str, query: str, name: str, role: str) -> None:
    """What stands in brackets between the two, or behind the title, belongs to the office as it is shown."""
    found = who(stored(one=text), query)
    assert isinstance(found, Profile)
    assert (found.name, found.roles[0].text) == (name, role)


def test_a_title_with_its_abbreviation_is_no_company(stored: Stored) -> None:
    """Else it would answer who holds that office anywhere."""
    store = stored(one="冯小强出任公司首席执行官(CEO)和执行委员会主席。冯小强说,很好。")
    assert isinstance(who(store, "星桥的首席执行官是谁"), NoMatch)


def test_a_company_answers_to_its_name_without_its_seat(stored: Stored) -> None:
    """Nor without what says that it is a company; the seat alone is not the company."""
    store = stored(one="北京潮汐光子科技有限公司成立于2019年。潮汐光子的产品很好。")
    found = who(store, "潮汐光子")
    assert isinstance(found, Profile)
    assert found.name == "北京潮汐光子科技有限公司"
    assert isinstance(who(store, "北京"), NoMatch)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("who founded Oarbook?", "Osric Vane"),
        ("who runs Oarbook", "Tove Almgren"),
        ("who leads Oarbook?", "Tove Almgren"),
        ("who acquired Oarbook", "Joan Pickerel"),
        ("CTO of Quillfish", "Anna Pryce"),
    ],
)
def test_a_deed_or_an_office_in_other_words(stored: Stored, query: str, name: str) -> None:
    """Started is founded, runs is leads, bought is acquired, and the new chief technology officer is the CTO."""
    text = (
        "Osric Vane had started Oarbook in 2004. Tove Almgren runs Oarbook today. Joan Pickerel bought Oarbook in 2019."
    )
    other = "Quillfish has appointed Anna Pryce as the new chief technology officer. The shares rose."
    found = who(stored(one=text, two=other), query)
    assert isinstance(found, Profile)
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "holder", "former"),
    [
        ("程远山接替韩若冰成为蓝屿科技CEO。韩若冰表示将休息一阵。", "程远山", "韩若冰"),
        ("韩若冰卸任蓝屿科技CEO，程远山接任。程远山表示感谢。", "程远山", "韩若冰"),
        ("Simon Pryce replaced Marta Quell as CEO of Oarbook.", "Simon Pryce", "Marta Quell"),
        ("Simon Pryce took over from Ann Ash as CEO of Oarbook.", "Simon Pryce", "Ann Ash"),
        ("Ex-Oarbook CEO Marta Quell left. Oarbook CEO Simon Pryce stayed.", "Simon Pryce", "Marta Quell"),
    ],
)
def test_a_successor_holds_the_office_and_the_other_one_did(
    stored: Stored, text: str, holder: str, former: str
) -> None:
    """What stands behind the name of who was replaced is the office of who came after."""
    store = stored(one=text)
    company = "Oarbook" if text.isascii() else "蓝屿科技"
    asked = {f"{company} CEO": holder, f"{company}前CEO是谁": former, f"CEO of {company} before {holder}?": former}
    for query, name in asked.items():
        found = who(store, query)
        assert isinstance(found, Profile)
        assert found.name == name


def test_of_several_in_an_office_the_later_article_comes_first(stored: Stored) -> None:
    """Though the other one is named more often."""
    old = replace(make_article("old", text="蓝屿科技CEO韩若冰表示，很好。韩若冰很忙。"), published="2019")
    new = replace(make_article("new", text="蓝屿科技CEO程远山表示，很好。"), published="2023-05")
    found = who(stored(old, new), "蓝屿科技CEO是谁")
    assert isinstance(found, Choices)
    assert [candidate.name for candidate in found.candidates] == ["程远山", "韩若冰"]


@pytest.mark.parametrize(
    ("text", "query", "name"),
    [
        ("宜河市委副书记、市长王小平讲话。", "宜河市市长是谁", "王小平"),
        ("宜河中学党总支书记、校长胡小红讲话。", "宜河中学校长是谁", "胡小红"),
        ("山城大学党委书记、校长方小明讲话。", "山城大学校长是谁", "方小明"),
        ("云帆科技宣布,冯小强出任公司首席执行官,周大川任公司董事长。", "云帆科技的董事长", "周大川"),
        ("云帆科技来了。" + "河口镇的人议论了很久。" * 9 + "冯小强出任公司首席执行官。", "云帆科技的CEO", "冯小强"),
    ],
)
def test_a_second_office_and_that_of_the_company_have_a_body(stored: Stored, text: str, query: str, name: str) -> None:
    """What leads a body is no part of its name, and "the company" is what the article is about."""
    found = who(stored(one=text + "云帆科技宣布,很好。"), query)
    assert isinstance(found, Profile)
    assert found.name == name
