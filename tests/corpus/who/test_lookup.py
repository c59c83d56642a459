"""The ladder, rung by rung, over the invented town; and what a look-up may cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.index.store import Store
from corpus.results import Choices, NoMatch, Profile, Several
from corpus.who import lookup
from corpus.who.lookup import CHOICES, NEAR_SCORED, complete, who

from .conftest import Stored


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("顾清河是谁", "顾清河"),
        ("顧清河", "顾清河"),
        ("gu qinghe", "顾清河"),
        ("Qinghe Gu", "顾清河"),
        ("顾青河", "顾清河"),  # sounds the same
        ("清河", "顾清河"),
        ("顾教授", "顾清河"),
        ("老泵是谁", "欧阳牧云"),
        ("欧阳", "欧阳牧云"),
        ("Paulina Oduya", "柏林娜·奥杜亚"),
        ("柏林娜奥杜亚", "柏林娜·奥杜亚"),
        ("奥杜亚", "柏林娜·奥杜亚"),
        ("strand", "Colin Strand"),
        ("潮汐科技CTO是谁", "秦望"),
        ("潮汐科技的创始人", "顾清河"),
        ("潮汐科技的CTO", "秦望"),
        ("who founded 潮汐科技", "顾清河"),
        ("谁创办了潮汐科技？", "顾清河"),
        ("潮汐科技是誰創辦的", "顾清河"),
        ("the CEO of Tidewater Labs", "Marguerite Oduya"),
        ("顾清河简介", "顾清河"),
        ("请介绍一下顧清河", "顾清河"),
        ("who is Colin Strand and what does he do?", "Colin Strand"),
        ("Tidewater Labs' chief executive", "Marguerite Oduya"),
    ],
)
def test_a_rung_leads_to_one_person(town: Store, query: str, name: str) -> None:
    """Key, script, pinyin, sound, part, nickname and role each find the one who fits."""
    found = who(town, query)
    assert isinstance(found, Profile)
    assert (found.kind, {name} & {found.name, *found.aliases}) == ("person", {name})


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("顾清河和秦望是谁", ["顾清河", "秦望"]),
        ("秦望、老泵、顧教授分別是誰", ["秦望", "欧阳牧云", "顾清河"]),
        ("who are Colin Strand and Paulina Oduya?", ["Colin Strand", "柏林娜·奥杜亚"]),
        ("介绍一下顾清河以及海东青", ["顾清河", None]),
        ("顾清河與秦望之間有什麼關係", ["顾清河", "秦望"]),
        ("潮汐科技和 Tidewater Labs 的创始人", ["顾清河", "Tidewater Labs"]),
        ("Who is Colin Strand and who is Marguerite Oduya?", ["Colin Strand", "Marguerite Oduya"]),
    ],
)
def test_each_of_several_is_answered(town: Store, query: str, names: list[str | None]) -> None:
    """Names that one question joins are looked up one by one; what is asked of the last is asked of each."""
    found = who(town, query)
    assert isinstance(found, Several)
    assert [getattr(each, "name", None) for each in found.answers] == names


@pytest.mark.parametrize("query", ["海东青和白尾鹞", "顾与河", "the salt and the sea"])
def test_what_joins_nobody_known_is_one_name(town: Store, query: str) -> None:
    """Where none of the parts is in the articles, it is one name that they lack."""
    assert not isinstance(who(town, query), Several)


@pytest.mark.parametrize(
    ("query", "kind"), [("Tidewater Labs", "organisation"), ("Brine-2", "product"), ("海州大学是什么", "organisation")]
)
def test_what_is_no_person_has_a_card_of_its_kind(town: Store, query: str, kind: str) -> None:
    """Organisations and products are not answered as people."""
    found = who(town, query)
    assert isinstance(found, Profile)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("海盐之王是谁", "岑望舒"),
        ("誰發明了潮汐泵？", "岑望舒"),
        ("潮汐泵是谁发明的", "岑望舒"),
        ("who designed the swing bridge", "Osric Vane"),
        ("灯塔博物馆的负责人是谁", "莫知秋"),
        ("who runs Harrow Salt?", "Ines Calder"),
        ("谁在管理晨雾出版社", "温如许"),
        ("晨雾出版社的老板", "温如许"),
        ("温总监", "温明"),
        ("溫編輯是誰", "温砚秋"),
        ("莫馆长", "莫知秋"),
        ("北岸书店的总监是谁", "温明"),
        ("前北岸书店总监", "温明"),
        ("北岸书店的温砚秋", "温砚秋"),
        ("Ines Calder from Harrow Salt", "Ines Calder"),
    ],
)
def test_what_is_said_of_somebody_leads_to_them(stored: Stored, query: str, name: str) -> None:
    """An epithet and a deed in the articles' words, the head of something, a title or a place beside a name."""
    store = stored(
        salt="被称为“海盐之王”的岑望舒教授昨天退休。岑望舒1998年发明了潮汐泵,他说潮汐泵还能用很久。",
        bridge="The engineer Osric Vane designed the swing bridge in 1931. Ines Calder, the chief executive of Harrow "
        "Salt, said that it needs no paint.",
        houses="灯塔博物馆馆长莫知秋表示,灯塔博物馆明年开放。灯塔博物馆负责人莫知秋还说,门票不变。\n\n"
        "晨雾出版社创始人温如许认为,书会越来越少。北岸书店集团总监温明不同意。北岸书店编辑温砚秋说,纸会更贵。",
    )
    found = who(store, query)
    assert isinstance(found, Profile)
    assert found.name == name


def test_what_was_asked_for_is_quoted_first(stored: Stored) -> None:
    """The sentence that calls somebody so, or says what they did, stands before the one that defines them best."""
    store = stored(
        salt="岑望舒是海州大学的教授,岑望舒1970年出生。盐业协会昨天请来了被称为“海盐之王”的岑望舒。\n\n"
        "岑望舒1998年发明了潮汐泵。"
    )
    for query, words in (("海盐之王", "被称为“海盐之王”"), ("谁发明了潮汐泵", "发明了潮汐泵")):
        found = who(store, query)
        assert isinstance(found, Profile)
        assert words in found.evidence[0].text


@pytest.mark.parametrize(("query", "form"), [("林海祎是谁", "林海t"), ("汪笑玥", "汪笑h"), ("陸承瑄", "陆承u")])
def test_a_name_with_half_a_character_is_found_whole(stored: Stored, query: str, form: str) -> None:
    """Where the articles hold but the second byte of its last character, as a letter, it is the name with that byte."""
    store = stored(page=f"灯塔管理员{form}表示,灯塔要修。{form}认为,石头不够。王芳k歌,王芳说好听。")
    found = who(store, query)
    assert isinstance(found, Profile)
    assert found.name == form
    assert isinstance(who(store, "王芳k"), NoMatch)


@pytest.mark.parametrize(
    ("query", "name"), [("Bill Strand", "Colin Strand"), ("秦岭南", "秦望"), ("Tidewater Pumps", "Tidewater Labs")]
)
def test_the_nearest_names_are_offered(town: Store, query: str, name: str) -> None:
    """Nobody is called so; who shares a surname or the beginning of the name may be meant."""
    found = who(town, query)
    assert isinstance(found, NoMatch)
    assert name in found.nearest


@pytest.mark.parametrize(
    ("query", "names"), [("秦", {"秦望", "秦朗"}), ("Oduya", {"柏林娜·奥杜亚", "Marguerite Oduya"})]
)
def test_several_who_fit_are_a_choice(town: Store, query: str, names: set[str]) -> None:
    """A surname that two bear is asked back, with a line that tells them apart."""
    found = who(town, query)
    assert isinstance(found, Choices)
    assert not found.near
    assert {candidate.name for candidate in found.candidates} == names
    assert all(candidate.hint for candidate in found.candidates)


@pytest.mark.parametrize(
    ("query", "name"),
    [("Margerite Oduya", "Marguerite Oduya"), ("欧阳牧雨", "欧阳牧云"), ("Colin Strnad", "Colin Strand")],
)
def test_a_near_spelling_is_a_choice(town: Store, query: str, name: str) -> None:
    """One edit away is asked back, never answered."""
    found = who(town, query)
    assert isinstance(found, Choices)
    assert found.near
    assert name in [candidate.name for candidate in found.candidates]


def test_the_sound_in_the_other_script_is_a_choice(stored: Stored) -> None:
    """A foreign name that the articles hold only in Chinese is offered for its Latin spelling."""
    found = who(stored(one="总统斯特兰德昨天来了。"), "Strand")
    assert isinstance(found, Choices)
    assert (found.near, found.candidates[0].name) == (True, "斯特兰德")


def test_a_company_is_offered_by_its_sound(stored: Stored) -> None:
    """So is a company's, though no rule joins the two."""
    found = who(stored(one="Telmonda was founded in 1990. Telmonda raised $3 million."), "特尔蒙达")
    assert isinstance(found, Choices)
    assert (found.near, found.candidates[0].name) == (True, "Telmonda")


def test_a_place_is_not_the_university_there(stored: Stored) -> None:
    """It is only the nearest name; any other university answers to its name without the last word."""
    store = stored(one="她毕业于苏州大学。他毕业于硕湃大学，住在苏州。")
    assert who(store, "苏州") == NoMatch(asked="苏州", nearest=("苏州大学",))
    found = who(store, "硕湃")
    assert isinstance(found, Profile)
    assert found.name == "硕湃大学"


@pytest.mark.parametrize(
    "query",
    [
        "秦岭南",
        "Bill Strand",
        "顾清",
        "who am I",
        "footnote",
        "🙂",
        "",
        "。" * 6000,
        "秦" * 6000,
        "新的水泵能用多少年呢",
        "\ud800",
        "100% _",
        "CTO",
        "我是谁",
        "Who are you?",
        "Кто такой Странд",
        "港口 海豚 ドルフィン",
        "?? -- !!",
        "who is " + "very " * 1200 + "old",
        "Lin Mei",
    ],
)
def test_nobody_of_that_name(town: Store, query: str) -> None:
    """Unknown names, shared parts of names, sentences, marks and lengths find nobody, and ``asked`` stays short."""
    found = who(town, query)
    assert isinstance(found, NoMatch)
    assert len(found.asked) <= 64


@pytest.mark.parametrize(
    "query", ["who am I", "Who are you?", "我是谁", "?? -- !!", "who is " + "very " * 1200 + "old"]
)
def test_no_name_at_all(town: Store, query: str) -> None:
    """Where nobody is named, none is repeated back."""
    assert who(town, query) == NoMatch(asked="")


@given(query=st.text(max_size=80) | st.text("秦望顾清河oduya的是谁· ", max_size=30))
def test_any_query_is_answered(town: Store, query: str) -> None:
    """Whatever is typed, an answer comes back, and completion offers at most what was asked for."""
    assert isinstance(who(town, query), Profile | Choices | NoMatch | Several)
    assert len(complete(town, query, 3)) <= 3


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("顾", "顾清河"),
        ("guq", "顾清河"),
        ("oud", None),
        ("ody", None),
        ("Odu", "柏林娜·奥杜亚"),
        ("tidew", "Tidewater Labs"),
    ],
)
def test_completion_reads_any_form(town: Store, text: str, first: str | None) -> None:
    """Forms in either script, pinyin and parts are completed; what begins no name brings nothing."""
    names = [candidate.name for candidate in complete(town, text, 5)]
    assert names[:1] == ([first] if first else [])


def test_completion_of_nothing_is_the_most_mentioned(town: Store) -> None:
    """An empty field offers the names that the articles mention most."""
    mentions = dict(town.connection().execute("SELECT name, mentions FROM name_owner"))
    offered = [mentions[candidate.name] for candidate in complete(town, "", 4)]
    assert offered == sorted(mentions.values(), reverse=True)[:4]


def test_a_look_up_compares_few_names(stored: Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many names there are, only those that share all but one letter are compared."""
    syllables = ["ba", "de", "fi", "go", "lu", "ma"]
    surnames = [f"V{a}{b}{c}n" for a in syllables for b in syllables for c in syllables]
    store = stored(one="\n".join(f"Professor Alma {surname} left." for surname in surnames))
    scored: list[str] = []
    distance = lookup.OSA.distance

    class Counting:
        @staticmethod
        def distance(one: str, other: str, *, score_cutoff: int) -> int:
            scored.append(other)
            return int(distance(one, other, score_cutoff=score_cutoff))

    monkeypatch.setattr(lookup, "OSA", Counting)
    found = who(store, "Alma Vbadefim")
    assert isinstance(found, Choices)
    assert found.candidates[0].name == "Alma Vbadefin"
    assert 0 < len(scored) <= 10 < NEAR_SCORED < len(surnames)


def test_choices_are_bounded(stored: Stored) -> None:
    """A surname that many bear offers ten of them."""
    store = stored(one="\n".join(f"教授秦{given}说好。" for given in "望朗山河海川江湖洋波涛潮"))
    found = who(store, "秦")
    assert isinstance(found, Choices)
    assert len(found.candidates) == CHOICES


def test_the_other_languages_name_stands_in_no_article(stored: Stored) -> None:
    """What the dictionary calls something in the other language finds it, also where its office is asked."""
    store = stored(one="Volvo's chief executive, Osric Vane, left. Volvo was founded in 1927.")
    card = who(store, "沃尔沃是什么公司")
    assert isinstance(card, Profile)
    assert card.name == "Volvo"
    bearer = who(store, "沃尔沃的首席执行官是谁")
    assert isinstance(bearer, Profile)
    assert bearer.name == "Osric Vane"


@pytest.mark.parametrize("question", ["when was Volvo founded?", "Volvo 是哪一年成立的？", "Volvo 是在哪裡創立的"])
def test_when_something_was_founded_is_on_its_card(stored: Stored, question: str) -> None:
    """Who asks when or where something was founded is shown the card that quotes it."""
    card = who(stored(one="Volvo was founded in 1927 in Haizhou."), question)
    assert isinstance(card, Profile)
    assert [fact.kind for fact in card.facts] == ["founding"]


def test_a_familiar_form_of_address_offers_all_of_the_surname(town: Store) -> None:
    """老 and 小 before a surname are a question back, even where one alone bears it."""
    for query, names in (("小秦", {"秦望", "秦朗"}), ("老顾是谁", {"顾清河"})):
        found = who(town, query)
        assert isinstance(found, Choices)
        assert found.near
        assert {candidate.name for candidate in found.candidates} == names


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("中原银行行长是谁", "周晓宁"),
        ("中原银行前行长是谁", "吕建国"),
        ("前中原银行行长", "吕建国"),
        ("中原銀行原行長是誰", "吕建国"),
        ("前海银行行长是谁", "高志远"),
        ("原前海银行行长", "顾清河"),
        ("Velmora董事长是谁", "梁文清"),
        ("Velmora前董事长是谁", "方远山"),
        ("Brindle的CEO是谁", "秦晓月"),
        ("Brindle前CEO是谁", "秦望山"),
        ("director of Hexa Group", "Ann Lund"),
        ("former director of Hexa Group", "Bo Ekman"),
    ],
)
def test_who_holds_an_office_now_and_who_held_it_before(stored: Stored, query: str, name: str) -> None:
    """Names with a letter that says "former" (中原, 前海, executive), whoever left, and whoever took over."""
    store = stored(
        one="中原银行行长周晓宁出席了会议。周晓宁表示利率不变。",
        two="前中原银行行长吕建国获刑十年。吕建国表示后悔。",
        three="前海银行行长高志远出席了会议。高志远表示可以。原前海银行行长顾清河说不行。",
        four="Velmora董事长方远山上周辞任，总裁梁文清接任董事长。方远山表示可以。Velmora宣布上市。梁文清表示会努力。",
        five="Velmora董事长方远山表示，今年不会裁员。",
        six="Brindle创始人秦望山卸任首席执行官，由秦晓月接任。秦望山表示可以。Brindle宣布上市。秦晓月表示会努力。",
        seven="Ann Lund, executive director of Hexa Group, left for Rome. Hexa Group declined to comment. "
        "Bo Ekman, former executive director of Hexa Group, said so. Hexa Group raised $5 million.",
    )
    found = who(store, query)
    assert isinstance(found, Profile)
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "query", "name"),
    [
        ("阿里巴巴CEO顾清远表示，公司会扩大。阿里宣布收购云帆。阿里创始人没有来。", "阿里CEO", "顾清远"),
        (
            "Colin Strand founded Tidal Machines Lab. Tidal Machines, a startup, grew. Tidal Machines said so.",
            "Tidal Machines Lab",
            "Tidal Machines",
        ),
    ],
)
def test_an_organisation_called_for_short_is_one(stored: Stored, text: str, query: str, name: str) -> None:
    """By the well-known short name, or without what a laboratory ends in."""
    found = who(stored(page=text), query)
    assert isinstance(found, Profile)
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("潮汐科技周三发布了聊天机器人“Saltie”，面向企业用户。", "Saltie是什么"),
        ("Kelpie是一款面向儿童的智能音箱，售价299元。", "Kelpie"),
        ("Brinelab launched Saltfish, a coding assistant for teachers.", "what is Saltfish"),
    ],
)
def test_a_product_is_defined_on_its_card(stored: Stored, text: str, query: str) -> None:
    """What says what it is, is quoted."""
    found = who(stored(page=text), query)
    assert isinstance(found, Profile)
    assert found.kind == "product"
    assert [fact.kind for fact in found.facts][:1] == ["definition"]
