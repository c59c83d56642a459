"""Roles around a name, in folded text."""

import pytest

from corpus.analysis.terms import tag_words
from corpus.who.mentions import Words
from corpus.who.roles import kind_spans, role_spans, shared_before, shared_behind

NAME = "顾清远"


def roles(text: str, name: str = NAME) -> list[str]:
    at = text.index(name)
    words = Words()
    words.append(tag_words(text[:at]), 0)
    return [text[a:b] for a, b in role_spans(text, (0, at), (at + len(name), len(text)), words)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("昨天,海州大学教授顾清远来了。", "海州大学教授"),
        ("据前海州港务局局长顾清远介绍", "前海州港务局局长"),
        ("潮汐科技董事长兼CEO顾清远", "潮汐科技董事长兼CEO"),
        ("被称为“灯塔之父”的顾清远", "灯塔之父"),
        ("顾清远曾担任海州市长。", "曾担任海州市长"),
        ("顾清远后来出任潮声周刊主编,很忙。", "潮声周刊主编"),
        ("顾清远(海州港务局工程师)没有来", "海州港务局工程师"),
    ],
)
def test_a_stated_role(text: str, role: str) -> None:
    """Before the name, behind it, and in brackets; what says "former" stays, the verb of an office goes."""
    assert role in roles(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Yesterday former mayor Osric Vane left.", "former mayor"),
        ("Osric Vane, the chief executive of Tidewater Labs, left.", "the chief executive of Tidewater Labs"),
        ("Osric Vane became director of the Tide Institute in May.", "director of the Tide Institute"),
    ],
)
def test_a_stated_role_in_english(text: str, role: str) -> None:
    """A title in front of the name, an apposition, and what somebody became."""
    assert role in roles(text, "Osric Vane")


@pytest.mark.parametrize(
    "text",
    ["顾清远是一个喜欢看海的人。", "顾清远是不能接受这样的教授的。", "昨天顾清远来了。", "海" * 60 + "教授顾清远"],
)
def test_no_role_is_invented(text: str) -> None:
    """No title, a denied one, or one longer than a card shows."""
    assert roles(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tove Almgren, the inventor of tide pumps, left.", "the inventor of tide pumps"),
        ("Tove Almgren, the mayor of Saltmarsh, left.", "the mayor of Saltmarsh"),
        ("Tove Almgren, the engineer, left.", "the engineer"),
        ("Tove Almgren是 AWS 的顾问。", "AWS 的顾问"),
    ],
)
def test_a_role_is_whole(text: str, role: str) -> None:
    """It goes on to what it is of, and begins and ends with a word."""
    assert roles(text, "Tove Almgren") == [role]


def test_a_role_too_long_to_show_is_not_cut_before_its_object() -> None:
    """Of what somebody is the inventor is half of the statement; where, and how it came to that, can go."""
    text = "Tove Almgren, the inventor of floating tide pumps for shallow harbours, left."
    assert roles(text, "Tove Almgren") == ["inventor of floating tide pumps"]
    assert roles(text.replace(" pumps for", "-driven pumping stations for"), "Tove Almgren") == []
    text = "Tove Almgren is now the director of the Tidal Power Institute at the Harbour University."
    assert roles(text, "Tove Almgren") == ["director of the Tidal Power Institute"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("顾清远,潮汐科技创始人,没有来。", "潮汐科技创始人"),
        ("顾清远在海州港务局担任总工程师。", "海州港务局担任总工程师"),
        ("潮声、月湾和海州前任市长顾清远", "海州前任市长"),
        ("用海州大学教授顾清远的话说", "海州大学教授"),
        ("顾清远提出了浮动闸门理论。", "提出了浮动闸门理论"),
        ("顾清远后来加入了海州港务局。", "加入了海州港务局"),
        ("浮动闸门就是由顾清远设计制造的。", "浮动闸门就是由顾清远设计制造"),
    ],
)
def test_offices_and_deeds(text: str, role: str) -> None:
    """Behind the name, with the place of work, without other members of a list; and what somebody did."""
    assert role in roles(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tove Almgren was its chief engineer.", "chief engineer"),
        ("Tove Almgren is a vice president of Tidewater Labs.", "a vice president of Tidewater Labs"),
        ("Tove Almgren founded the Tide Institute, not this.", "founded the Tide Institute"),
    ],
)
def test_offices_and_deeds_in_english(text: str, role: str) -> None:
    """A title is nobody's by a pronoun, and a deed ends with its clause."""
    assert roles(text, "Tove Almgren") == [role]


@pytest.mark.parametrize("text", ["顾清远提出的方案没有通过。", "顾清远的主持人证丢了。", "顾清远加入。"])
def test_no_deed_without_an_object(text: str) -> None:
    """What somebody proposed in passing, another's office, a verb alone."""
    assert roles(text) == []


def test_offices_of_one_sentence_are_all_stated() -> None:
    """One after the other, up to what somebody only might have become."""
    said = "顾清远曾任海州市长,是一位杰出的水利工程师,目前任潮汐科技的CEO。"
    assert roles(said) == ["曾任海州市长", "杰出的水利工程师", "潮汐科技的CEO"]
    assert roles("顾清远拒绝出任潮汐科技董事长的方案。") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("顾清远被董事会任命为潮汐科技总裁。", "潮汐科技总裁"),
        ("潮汐科技的创始人是顾清远。", "潮汐科技的创始人"),
        ("曾在潮汐科技担任副总裁的顾清远没有来。", "曾在潮汐科技担任副总裁"),
        ("毕业于海州大学的顾清远没有来。", "毕业于海州大学"),
        ("人称“灯塔之父”的顾清远没有来。", "灯塔之父"),
        ("潮汐奖获得者顾清远没有来。", "潮汐奖获得者"),
        ("顾清远,1970年生于海州,潮汐科技创始人。", "潮汐科技创始人"),
        ("顾清远(1932年—2001年),海州人,物理学家。", "物理学家"),
        ("顾清远担任海州水务委员会主席。", "海州水务委员会主席"),
        ("顾清远获得了海州潮汐奖。", "获得了海州潮汐奖"),
        ("1999年两位海州化学家顾清远", "海州化学家"),
    ],
)
def test_offices_in_every_place_of_a_sentence(text: str, role: str) -> None:
    """Given by others, in a relative clause, an epithet, behind dates of birth, an award."""
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tove Almgren, professor of tides at Saltmarsh College, left.", "professor of tides at Saltmarsh College"),
        ("Former Tidewater chief executive Tove Almgren left.", "Former Tidewater chief executive"),
        ("The former head of pumps at Tidewater, Tove Almgren, left.", "The former head of pumps at Tidewater"),
        ("Tove Almgren was appointed director of the Tide Institute.", "director of the Tide Institute"),
        ("Tove Almgren has been mayor of Saltmarsh since May.", "mayor of Saltmarsh"),
        ("Tove Almgren worked as an engineer at Tidewater.", "an engineer at Tidewater"),
        ("Tidewater was founded by Tove Almgren in May.", "Tidewater was founded by Tove Almgren"),
        ("Tove Almgren (CEO of Tidewater) left.", "CEO of Tidewater"),
        ("Tove Almgren left Tidewater to sail.", "left Tidewater to sail"),
        ("Tove Almgren was elected unanimously as the new chair.", "the new chair"),
        ("Tove Almgren will become head of pumps at Tidewater in June.", "head of pumps at Tidewater"),
        ("Tove Almgren agreed to act as treasurer.", "treasurer"),
        ("They appointed Tove Almgren to the role of CEO of Tidewater.", "CEO of Tidewater"),
        ("Tove Almgren, co-founder and president of the Saltmarsh Trust, left.", "co-founder and president"),
        ("The new head of the museum is Tove Almgren.", "The new head of the museum"),
        ("The meeting was chaired by Tove Almgren.", "The meeting was chaired by Tove Almgren"),
        ("The Curlew Bank and former Tidewater CEO Tove Almgren left.", "former Tidewater CEO"),
        ("| Tove Almgren | Treasurer | 2021 |", "Treasurer"),
        ("- **Tove Almgren**: Lead maintainer", "Lead maintainer"),
        ("Tove Almgren - Founder and Managing Director", "Founder and Managing Director"),
        ("Tove Almgren, Vice President", "Vice President"),
        ("Treasurer: Tove Almgren", "Treasurer"),
        ("| Chair | Tove Almgren |", "Chair"),
        ("Tide laureate Tove Almgren left.", "Tide laureate"),
    ],
)
def test_offices_in_every_place_of_an_english_sentence(text: str, role: str) -> None:
    """A phrase before the name, the verbs of appointments, brackets, and what was founded by somebody."""
    assert roles(text, "Tove Almgren") == [role]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("教授的儿子顾清远没有来。", "顾清远"),
        ("罗晓松将接替顾清远担任海州市长。", "顾清远"),
        ("他们阻止顾清远出任海州市长。", "顾清远"),
        ("顾清远不是法官。", "顾清远"),
        ("顾清远为海州市长九世孙。", "顾清远"),
        ("顾清远担任海州市长助理。", "顾清远"),
        ("海州驻外大使馆", "大使馆"),
        ("Tove Almgren, a friend of the mayor, left.", "Tove Almgren"),
        ("Tove Almgren (MR) left.", "Tove Almgren"),
        ("Tove Almgren led broad technical and organisational renewal of pumps.", "Tove Almgren"),
        ("Tove Almgren wrote that the pumps are old.", "Tove Almgren"),
        ("Tove Almgren studied ceramics in Hull.", "Tove Almgren"),
        ("Tove Almgren: The director of pumps left.", "Tove Almgren"),
    ],
)
def test_offices_of_others_are_not_theirs(text: str, name: str) -> None:
    """A relative's, a successor's, one that was denied or is over without a word, a part of a longer word."""
    assert roles(text, name) == []


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("顾清远和罗晓松创办了潮汐科技。", ["创办了潮汐科技"]),
        ("顾清远和罗晓松都是海州大学教授。", ["海州大学教授"]),
        ("顾清远和罗晓松是邻居。", []),
        ("顾清远、罗晓松(右)\n潮汐科技的两位联合创始人人人皆知。", ["潮汐科技的两位联合创始人"]),
        ("顾清远、罗晓松(右)\n潮汐科技的三位联合创始人在哪里?", []),
        ("顾清远、罗晓松等知名海洋学家出席。", ["知名海洋学家"]),
        ("顾清远和罗晓松是邻居。两人都是潮汐科技的创始人。", ["潮汐科技的创始人"]),
        ("Tove Almgren and 罗晓松, the founders of Tidewater, left.", ["the founders of Tidewater"]),
    ],
)
def test_what_is_said_of_several(text: str, stated: list[str]) -> None:
    """What stands behind the last of several people and fits them all is said of each."""
    after = (text.index("罗晓松") + 3, len(text))
    assert [text[a:b] for a, b in shared_behind(text, (0, 0), after, 2)] == stated


@pytest.mark.parametrize(
    ("before", "stated"),
    [
        ("Photon, led by the engineers ", ["engineers"]),
        ("Tidewater, founded by ", ["Tidewater, founded by"]),
        ("这两位海州化学家", ["海州化学家"]),
        ("海州化学家", []),
    ],
)
def test_what_is_said_in_front_of_several(before: str, stated: list[str]) -> None:
    """What stands in front of the first of several people is said of each where it counts them or is plural."""
    assert [before[a:b] for a, b in shared_before(before, (0, len(before)))] == stated


def test_what_several_made() -> None:
    """What was done "by" several people is said of each of them."""
    text = "浮动闸门由顾清远和罗晓松于2011年设计。"
    spans = shared_behind(text, (0, text.index("顾")), (text.index("松") + 1, len(text)), 2)
    assert [text[a:b] for a, b in spans] == ["浮动闸门由顾清远和罗晓松于2011年设计"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("潮汐科技及其创始人顾清远来了。", "潮汐科技及其创始人"),
        ("批评的是潮汐科技,其创始人顾清远不在。", "潮汐科技,其创始人"),
        ("闸门已经关闭,其设计师顾清远不在。", "设计师"),
        ("Tidewater Labs and its founder, Tove Almgren, left.", "Tidewater Labs and its founder"),
        ("作为潮汐科技的老板,顾清远不说话。", "潮汐科技的老板"),
        ("潮汐科技的创办人之一顾清远来了。", "潮汐科技的创办人之一"),
        ("执掌潮汐科技多年的顾清远来了。", "执掌潮汐科技多年"),
        ("2016年3月,顾清远演示了水泵。", "2016年3月,顾清远演示了水泵"),
        ("海州宣布任命顾清远为首席工程师。", "首席工程师"),
        ("顾清远被誉为“潮水之父”。", "潮水之父"),
        ("顾清远卸任海州市长。", "卸任海州市长"),
        ("顾清远从海州大学退休。", "从海州大学退休"),
        ("Tove Almgren, 61, the mayor of Tidewater, left.", "the mayor of Tidewater"),
        (
            "Tove Almgren is the founder and chairman of Tidewater.",
            "the founder and chairman of Tidewater",
        ),
        ("Tove Almgren joined Tidewater as chief engineer in May.", "joined Tidewater as chief engineer"),
        ("Tove Almgren stepped down as mayor of Tidewater.", "stepped down as mayor of Tidewater"),
    ],
)
def test_whose_office_it_is(text: str, role: str) -> None:
    """What "its" stands for belongs to an office, a date to a deed; what is over says so in its words."""
    assert roles(text, "顾清远" if "顾清远" in text else "Tove Almgren") == [role]


def test_an_office_in_a_list_is_that_of_the_person_behind_it() -> None:
    """Of people with offices in front of them, what stands between two is the second one's."""
    text = "前市长顾清远,海州港务局局长、总工程师,海州人工智能学院院长罗晓松都来了。"
    words = Words()
    words.append(tag_words(text[:3]), 0)
    spans = role_spans(text, (0, 3), (6, text.index("罗")), words)
    assert [text[a:b] for a, b in spans] == ["前市长"]


def test_what_somebody_made_with_nothing_behind() -> None:
    """What was made stands before the maker, or in the clause before."""
    assert roles("浮动闸门由顾清远设计,很好。") == ["浮动闸门由顾清远设计"]
    assert roles("这是浮动闸门,由顾清远设计。") == ["由顾清远设计"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tidemind是一家位于海州的水泵公司。", "位于海州的水泵公司"),
        ("Tidemind也是荷兰企业,很少有人知道。", "荷兰企业"),
        ("Tidemind(海州的水泵制造商)来了。", "海州的水泵制造商"),
        ("Tidemind是海州最大的医院之一。", "海州最大的医院之一"),
        ("Tidemind is a Dutch start-up that builds pumps.", "a Dutch start-up that builds pumps"),
        ("Tidemind, an app maker in Haizhou, left.", "an app maker in Haizhou"),
        ("It became a department of its own, Tidemind.", "a department of its own"),
        ("Tidemind是不是公司,没有人知道。", None),
        ("Tidemind的水泵公司很少。", None),
    ],
)
def test_what_an_organisation_is(text: str, kind: str | None) -> None:
    """A definition behind the name, in brackets, or around it where it is called so; a question is none."""
    at = text.index("Tidemind")
    spans = kind_spans(text, at, at + len("Tidemind"), Words())
    assert [text[a:b] for a, b in spans] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rita Vance, no relation to Osric Vane, is the bank's chief economist.", "Osric Vane"),
        ("Mina Orden, an aide to Osric Vane, is a lawyer.", "Osric Vane"),
        ("Together with Osric Vane, Max Orden is the founder of Hexa.", "Osric Vane"),
        ("Osric Vane is married to the lawyer Ann Cole.", "Osric Vane"),
        ("Osric Vane, his lawyer said, is ill.", "Osric Vane"),
        ("顾清远离开了海州,其导师是院士。", NAME),
        ("顾清远住在海州,他的妻子也是医院院长。", NAME),
    ],
)
def test_an_office_of_somebody_else_stated_behind_a_name(text: str, name: str) -> None:
    """A relative, whoever stands beside the name, and a verb of another clause."""
    assert roles(text, name) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("A cousin of Osric Vane, the composer of Tidewater Opera, left.", "the composer of Tidewater Opera"),
        ("She spoke to Osric Vane, who was the editor of The Gazette.", "the editor of The Gazette"),
        ("Osric Vane, executive director of Hexa Group, left.", "executive director of Hexa Group"),
        ("Osric Vane, the president and co-founder of Tilda Works, left.", "president and co-founder of Tilda Works"),
        ("Osric Vane, Google DeepMind's former chief scientist, left.", "Google DeepMind's former chief scientist"),
    ],
)
def test_an_office_in_apposition_is_read_whole(text: str, role: str) -> None:
    """Whatever stands before the name, with both of its titles; only an article goes where it is too long else."""
    assert roles(text, "Osric Vane") == [role]


@pytest.mark.parametrize(
    "text",
    [
        "顾清远有望明年接任海州银行行长。",
        "顾清远婉拒出任总编辑。",
        "顾清远否认将出任海州大学校长。",
        "顾清远差点成为乐团首席执行官。",
        "顾清远申请担任图书馆馆长。",
    ],
)
def test_an_office_that_was_declined_or_hoped_for_is_none(text: str) -> None:
    """Right before the verb: what is declined, denied, applied for or only expected."""
    assert roles(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("顾清远放弃高薪出任海州中学校长。", "海州中学校长"),
        ("顾清远曾在信里否认此事,后来担任海州大学校长。", "海州大学校长"),
        ("顾清远此前在华信证券任分析师。", "此前在华信证券任分析师"),
        ("顾清远之前是海州中学的校长。", "之前是海州中学的校长"),
        ("顾清远担任过五年海州公司的总经理。", "担任过五年海州公司的总经理"),
        ("顾清远目前任海州公司总经理。", "海州公司总经理"),
    ],
)
def test_what_says_that_an_office_is_over_stays(text: str, role: str) -> None:
    """Beside the verb; what else was declined or denied before says nothing of the office."""
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("潮汐科技CEO顾清远上周辞职,会议改期。", "潮汐科技CEO顾清远上周辞职"),
        ("潮汐科技CEO顾清远被开除。", "潮汐科技CEO顾清远被开除"),
        ("潮汐科技CEO顾清远表示不会辞职。", "潮汐科技CEO"),
        ("潮汐科技CEO顾清远解雇了三名员工。", "潮汐科技CEO"),
        ("据报道潮汐科技董事长顾清远去世。", "潮汐科技董事长"),
        ("老秦卸任潮汐科技董事长,由顾清远接任。", "潮汐科技董事长"),
        ("董事长老秦退休后,由顾清远接替。", "董事长"),
    ],
)
def test_an_office_that_was_left_and_taken_over(text: str, role: str) -> None:
    """What was left says so itself, and is the office of whoever takes over."""
    assert roles(text) == [role]
