"""What one article says: names, places, roles, pairs. The names are made up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.who.extraction import PLACES_PER_FORM, Found, FoundName, extract
from corpus.who.mentions import is_sure

PIECES = [
    "秦望",
    "教授",
    "说",
    "(",
    ")",
    "·",
    "Ann",
    " ",
    "Li",
    "'s",
    "。",
    ",",
    "，",
    "\n",
    "CEO",
    "人称“",
    "”",
    "A1",
    "公司",
    "é",
    "㍿",
    "\u200b",
    "曾任",
]
NAMES = ["Rosa Orme", "Anna Pryce", "Karl Oake"]


def named(found: Found, form: str) -> FoundName:
    return next(name for name in found.names if name.form == form)


def test_a_name_keeps_the_script_of_its_article() -> None:
    """Rules fold the text; the form and the places are those of the text as shown."""
    text = "灯塔由教授顧清遠設計。顧清遠說:「灯塔不高。」"
    found = named(extract(text), "顧清遠")
    assert [text[start:end] for start, end in found.places] == ["顧清遠", "顧清遠"]


def test_a_name_may_begin_with_an_accent() -> None:
    """A capital with an accent is a capital, as it is without one."""
    found = extract("数学家顾清远（Évora Štern）说，灯塔不高。")
    assert named(found, "Évora Štern").weights["person"] > 0
    assert ("顾清远", "Evora Stern") in found.pairs


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "It was set up by Heron Bank CEO Karl Weiss, Teal Capital CEO Peter Lund and Anna Cole.",
            {"Karl Weiss": ["Heron Bank CEO"], "Peter Lund": ["Teal Capital CEO"], "Anna Cole": []},
        ),
        (
            "Karl Weiss, treasurer, Anna Cole, trustee, and Peter Lund left.",
            {"Karl Weiss": ["treasurer"], "Anna Cole": ["trustee"], "Peter Lund": []},
        ),
        (
            "Staff\nKarl Weiss (Chair)\nAnna Cole (Producer)\nPeter Lund - Host",
            {"Karl Weiss": ["Chair"], "Anna Cole": ["Producer"], "Peter Lund": ["Host"]},
        ),
        (
            "Tidewater's CEO, Karl Weiss, and the mayor of Saltmarsh, Anna Cole, left.",
            {"Karl Weiss": ["Tidewater's CEO"], "Anna Cole": ["the mayor of Saltmarsh"]},
        ),
    ],
)
def test_an_office_in_a_list_is_that_of_one_person(text: str, offices: dict[str, list[str]]) -> None:
    """What stands between two names in English is of the one that it follows or the one that it stands in front of."""
    found = extract(text)
    assert {form: [text[a:b] for a, b in named(found, form).roles] for form in offices} == offices


@pytest.mark.parametrize(
    "text", ["I'm Karl Weiss from the port.", "We've met. It's Karl Weiss.", "Let's ask: Karl Weiss knows."]
)
def test_a_contraction_is_no_part_of_a_name(text: str) -> None:
    """Interviews begin so."""
    assert named(extract(text), "Karl Weiss").weights["person"] >= 3


@pytest.mark.parametrize(
    "text",
    ["He is President Emeritus.", "Founders Talk", "2022: Appointed Chairman of the board", "Neither firm left."],
)
def test_words_beside_titles_are_no_names(text: str) -> None:
    """An honorary title, a participle or a heading has a capital and names nobody and no organisation."""
    assert not [name.form for name in extract(text).names if max(name.weights.values()) > 0]


def test_a_curly_apostrophe_is_one() -> None:
    """What scraped pages write in Volvo’s is read as in Volvo's, and shown as written."""
    straight = "Karin Sandvik, Nordvolt's chief designer, said that the car was late."
    curly = straight.replace("'", "’")
    found, same = (named(extract(text), "Karin Sandvik") for text in (curly, straight))
    assert found == same
    assert [curly[start:end] for start, end in found.roles] == ["Nordvolt’s chief designer"]


def test_roles_stand_behind_a_name_in_two_scripts() -> None:
    """Those of several people are told apart where each is followed by the name in another script."""
    text = "顾清远（Gu Qingyuan）与罗晓松（Luo Xiaosong）创办了潮汐科技。顾清远表示，罗晓松说。"
    found = extract(text)
    for form in ("顾清远", "罗晓松"):
        assert [text[start:end] for start, end in named(found, form).roles] == ["创办了潮汐科技"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("英国公司Velmora宣布停产。", "英国公司"),
        ("Velmora是海州最大的水泵公司。", "海州最大的水泵公司"),
        ("Velmora是一家水泵公司。Velmora宣布停产。", "水泵公司"),
        ("The Bergen start-up Velmora was founded in 2015.", "The Bergen start-up"),
        ("Swedish pump maker Velmora raised $3 million.", "Swedish pump maker"),
        ("Velmora, a Swedish maker of pumps, raised $3 million.", "a Swedish maker of pumps"),
    ],
)
def test_what_an_organisation_is(text: str, kind: str) -> None:
    """It is said in front of its name or behind it."""
    assert [text[start:end] for start, end in named(extract(text), "Velmora").roles] == [kind]


def test_a_role_is_a_span_of_the_article() -> None:
    """Organisation and title in front of the name and a former office after it."""
    text = "前海州港务局局长顾清远表示,顾清远曾任潮声周刊主编。"
    roles = [text[start:end] for start, end in named(extract(text), "顾清远").roles]
    assert roles == ["前海州港务局局长", "曾任潮声周刊主编"]


def test_a_role_does_not_reach_over_another_person() -> None:
    """In a list each person keeps the office that stands next to the name."""
    text = "到场的有潮汐科技创始人薛定山、前海州市长秦朗、灯塔博物馆馆长贺兰舟。"
    found = extract(text)
    roles = {name.form: [text[start:end] for start, end in name.roles] for name in found.names if name.roles}
    assert roles == {"薛定山": ["潮汐科技创始人"], "秦朗": ["前海州市长"], "贺兰舟": ["灯塔博物馆馆长"]}


def test_two_scripts_in_brackets_are_a_pair() -> None:
    """A name and the foreign name in the brackets after it name one person, and each makes the other sure."""
    found = extract("贝娜·卡迪克（Brenna Caddick）来了。")
    assert found.pairs == (("贝娜·卡迪克", "Brenna Caddick"),)
    assert named(found, "Brenna Caddick").weights["person"] >= 3


def test_an_exchange_in_brackets_is_no_other_name() -> None:
    """What stands there with the sign of a share is not what the company is called."""
    assert extract("维莫拉（Velmora）宣布停产。").pairs == (("维莫拉", "Velmora"),)
    assert extract("维莫拉（Velmora: VMLA）宣布停产。").pairs == ()


def test_a_company_in_brackets_is_no_person() -> None:
    """A gloss of one word does not make a person of either side."""
    weights = named(extract("昨天卡迪克(Caddick)公司宣布停产。"), "Caddick").weights
    assert weights.get("person", 0) < 3


def test_a_nickname_that_the_article_gives_is_a_form() -> None:
    """A nickname and its places belong to the person before it in the sentence."""
    text = "工程师薛定山人称“老海狸”,爱喝茶。老海狸退休了。"
    found = extract(text)
    assert ("薛定山", "老海狸") in found.pairs
    assert len(named(found, "老海狸").places) == 2


def test_a_surname_alone_is_the_full_name_of_its_article() -> None:
    """Short forms count for the one full name that they fit, and for none where two fit."""
    one = extract("Professor Brenna Caddick left. Caddick said nothing.")
    two = extract("Professor Brenna Caddick and Professor Osric Caddick left. Later Caddick said nothing.")
    assert len(named(one, "Brenna Caddick").places) == 2
    assert len(named(two, "Brenna Caddick").places) == 1


def test_places_are_bounded() -> None:
    """An article that repeats a name a thousand times stores no more than twelve places."""
    assert len(named(extract("秦望教授说好。" * 1000), "秦望").places) == PLACES_PER_FORM


def test_names_that_are_known_count_wherever_they_stand() -> None:
    """A maintainer's form is found though no rule would take it for a name."""
    found = extract("昨天大家都在等小石头。", re.compile("小石头"))
    assert named(found, "小石头").places == ((7, 10),)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join))
def test_any_text_gives_spans_of_itself(text: str) -> None:
    """Whatever the text, nothing fails and every place and role lies inside it."""
    for name in extract(text).names:
        assert name.places
        assert all(0 <= start < end <= len(text) for start, end in (*name.places, *name.roles))
        assert all(end - start <= 60 for start, end in name.roles)


def test_a_word_before_a_name_is_no_part_of_it() -> None:
    """What somebody is, and a surname with an ordinary word behind it, end where the gloss begins."""
    (han, latin) = extract("磨坊主陈大川（Chen Dachuan）在河边修了一座水磨。").names
    assert (han.form, latin.form) == ("陈大川", "Chen Dachuan")


@pytest.mark.parametrize(
    ("text", "surname", "times"),
    [
        ("德莫斯·哈罗比斯创办了潮汐公司。2012年由哈罗比斯出任执行长。他安排哈罗比斯与Facebook见面。", "罗比斯", 3),
        ("阿尔瓦·科恩菲尔德是作家。科恩菲尔德说，海很好。科恩说完了。", "科恩", 2),
        ("玛丽·布朗来了。布朗说，好。布朗尼蛋糕很甜。", "布朗尼", 2),
    ],
)
def test_a_foreign_surname_alone_is_whole(text: str, surname: str, times: int) -> None:
    """However jieba cuts it, what the full name ends in is not cut; a part of it and a longer word are others'."""
    (name,) = (name for name in extract(text).names if is_sure(name.weights, "person"))
    assert "·" in name.form
    assert name.form != surname
    assert len(name.places) == times


def test_a_full_stop_may_part_a_foreign_name() -> None:
    """Where the text has full stops of its own."""
    text = "作家保罗.科恩（Paul Kern）住在海州。保罗.科恩说，海很好。科恩走了。版本升到3.2。"
    (name, _) = extract(text).names
    assert (name.form, len(name.places)) == ("保罗.科恩", 3)


def test_a_surname_is_no_name_with_what_is_done() -> None:
    """A verb of saying behind it, or what staff is called."""
    said = extract("程指出，问题不大。程指出，够了。高管说，利润很好。高管表示会涨价。")
    assert not any(is_sure(name.weights, "person") for name in said.names)


def test_a_company_keeps_its_places_beside_a_longer_name() -> None:
    """A name that is an organisation's by itself is no surname of one that ends in it."""
    text = (
        "秦朗创办了Tidemind。后来海州收购了Tidemind。2023年,Tidemind与Brinelab合并为Harbour Tidemind,由秦朗出任执行长。"
    )
    weights = {name.form: name.weights for name in extract(text).names}
    assert weights["Tidemind"]["organisation"] >= 6
    assert weights["Harbour Tidemind"].get("person", 0) < 3


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("作者程诗画说，她喜欢海。程诗画住在海边。", "程诗画"),
        ("经理曹任远说，店里很忙。", "曹任远"),
    ],
)
def test_a_verb_is_no_part_of_a_name(text: str, person: str) -> None:
    """What jieba joins to a name of two characters is let go, and a name that ends in such a character stays whole."""
    assert [name.form for name in extract(text).names if is_sure(name.weights, "person")] == [person]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("陈航任云帆科技首席执行官。", "云帆科技"),
        ("上市公司維港科技（Victoria Tech）的行政總裁辭職。", "維港科技"),
        ("民营企业海岳航天（Sea Peak Aerospace）宣布停产。", "海岳航天"),
        ("公司名为拓海（Tuohai）。拓海宣布停产。", "拓海"),
        ("維港科技行政總裁陳嘉文離開了。", "維港科技"),
        ("华为公司宣布裁员。", "华为"),
    ],
)
def test_what_stands_before_an_organisation_is_no_part_of_it(text: str, organisation: str) -> None:
    """Who somebody is, what sort of company it is and how it is called end a name; the title takes all its words."""
    found = [name.form for name in extract(text).names if is_sure(name.weights, "organisation")]
    assert [form for form in found if form[0] > "z"] == [organisation]


def test_a_shop_with_an_english_name_is_no_person() -> None:
    """Three capitalised words of which the last is a thing name nobody."""
    assert not any(
        n.weights["person"] > 0 for n in extract("葉青是山海書店（Shan Hai Books）的店長。").names if len(n.form) > 2
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("程远山将接任蓝屿科技的职务。", "程远山"),
        ("潮尾科技由罗一帆和秦望于2019年共同创办。", "罗一帆"),
        ("罗一帆、秦望两位联合创始人都来了。", "罗一帆"),
        ("林嘉树是灯塔框架的作者。", "林嘉树"),
        ("作为灯塔框架的发起人，程远山来了。", "程远山"),
        ("公司任命陆之遥为首席财务官。", "陆之遥"),
        ("主导研究的是海州大学助理教授韦知行。", "韦知行"),
        ("许晚晴目前担任独立董事。", "许晚晴"),
        ("发起人任北辰来了。", "任北辰"),
        ("创始人成子恒表示，公司会盈利。", "成子恒"),
        ("单小琳教授来了。", "单小琳"),
    ],
)
def test_one_sign_of_an_office_makes_a_person(text: str, name: str) -> None:
    """Also of a single mention, and of what jieba takes for a verb or joins to the word before it."""
    assert name in {found.form for found in extract(text).names if is_sure(found.weights, "person")}


@pytest.mark.parametrize(
    "text", ["任何人担任都行。", "七月高英立为皇后。", "创始人高度评价了他。", "成都人说，很好。", "全公司说，很好。"]
)
def test_a_sign_of_an_office_makes_no_person_of_a_word(text: str) -> None:
    """A word that only begins with a surname's character, and a name with the verb behind it."""
    assert {found.form for found in extract(text).names if is_sure(found.weights, "person")} <= {"高英"}


def test_a_title_of_several_words_is_nobody() -> None:
    """Nor is the company behind it in a list of speakers."""
    found = extract("- Marta Quell, Chief Technology Officer, Bluewharf").names
    assert [name.form for name in found if is_sure(name.weights, "person")] == ["Marta Quell"]


def test_a_company_in_brackets_is_what_somebody_is_of() -> None:
    """As in a list of speakers."""
    text = "Speakers: Marta Quell (Bluewharf), Simon Pryce (Intel). Bluewharf raised $3 million."
    assert [text[a:b] for name in extract(text).names for a, b in name.roles] == ["Bluewharf", "Intel"]


def test_a_name_cut_short_is_the_whole_one() -> None:
    """Where the article holds all of it elsewhere, behind a title."""
    found = extract("创始人谷雪梅来了。作为团队的负责人，谷雪梅很忙。").names
    assert [(name.form, len(name.places)) for name in found if is_sure(name.weights, "person")] == [("谷雪梅", 2)]


def test_a_handle_is_a_name_of_whom_it_stands_behind() -> None:
    """In a list of companies too."""
    found = extract("- Colin Elm (@celm), Nordlake Energy\n- Anna Pryce (@apryce), Brine Labs")
    assert found.pairs == (("Colin Elm", "celm"), ("Anna Pryce", "apryce"))
    assert {name.form for name in found.names if is_sure(name.weights, "organisation")} == {
        "Nordlake Energy",
        "Brine Labs",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Committee\n\nChairman\nRosa Orme\nTreasurer\nAnna Pryce\nSecretary\nKarl Oake",
        "Trustees\n\nRosa Orme\nChairman\n\nAnna Pryce\nTreasurer\n\nKarl Oake\nSecretary\n",
    ],
)
def test_titles_stand_above_names_or_below_all_of_them(text: str) -> None:
    """Between two people the first of them tells which; what is headed by several is none's title."""
    found = extract(text)
    roles = {form: [text[start:end] for start, end in named(found, form).roles] for form in NAMES}
    assert roles == {"Rosa Orme": ["Chairman"], "Anna Pryce": ["Treasurer"], "Karl Oake": ["Secretary"]}
