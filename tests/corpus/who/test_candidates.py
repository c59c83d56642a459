"""Which places of a text may be names, and what speaks for each kind. The names are made up."""

import pytest

from corpus.analysis.terms import tag_words
from corpus.results import Kind
from corpus.who.candidates import candidates
from corpus.who.mentions import Candidate, Weights, Words, is_sure, total, without_overlaps


def said(text: str) -> dict[str, Weights]:
    """Return what speaks for each kind, by form; the text must be folded but for capitals."""
    tokens = Words()
    tokens.append(tag_words(text), 0)
    forms: dict[str, list[Candidate]] = {}
    for candidate in candidates(text, tokens):
        forms.setdefault(candidate.form, []).append(candidate)
    return {form: total(held) for form, held in forms.items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("灯塔管理员、工程师贺兰舟昨天离开了海岛。", "贺兰舟"),
        ("昨天贺兰舟教授来过。", "贺兰舟"),
        ("在会上,薛定山指出水位太低。", "薛定山"),
        ("总统托尔马达昨天访问了港口。", "托尔马达"),
        ("昨天埃里希·瓦格曼登上了灯塔。", "埃里希·瓦格曼"),
        ("灯塔由建筑师Tove Almgren设计。", "Tove Almgren"),
        ("Yesterday Brenna Caddick, a historian of ports, opened the museum.", "Brenna Caddick"),
        ("The pumps, said engineer Osric Palethorpe, are old.", "Osric Palethorpe"),
        ("We met Rebecca Thistlewood there.", "Rebecca Thistlewood"),
        ("We met the engineer Rebecca Dean. What a day.", "Rebecca Dean"),
        ("Thanks to Agnieszka Lunt for tea.", "Agnieszka Lunt"),
        ("Brenhild Oake said it would open.", "Brenhild Oake"),
        ("Brenhild Oake was appointed treasurer.", "Brenhild Oake"),
        ("Brenhild Oake is a well-known marine biologist.", "Brenhild Oake"),
        ("Summer Oake said it would open.", "Summer Oake"),
        ("Our people: Brenhild Oake (treasurer)", "Brenhild Oake"),
        ("Brenhild Oake - Founder", "Brenhild Oake"),
        ("Chair: Brenhild Oake", "Brenhild Oake"),
        ("The song was composed by Brenhild Oake.", "Brenhild Oake"),
        ("“It rains,” says Brenhild Oake.", "Brenhild Oake"),
        ("The new head of the museum is Brenhild Oake.", "Brenhild Oake"),
        ("Thanks to Jean-Luc Orme and to others.", "Jean-Luc Orme"),
        ("灯塔是他的学生亚维·托姆建的。", "亚维·托姆"),
        ("水闸由两位法国人Brenna Caddick和别人设计。", "Brenna Caddick"),
    ],
)
def test_context_makes_a_person(text: str, name: str) -> None:
    """A title, a form of address, a verb of saying, an interpunct or a given name speaks for a person."""
    assert said(text)[name]["person"] >= 3


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("他加入了海州大学。", "海州大学", "organisation"),
        ("She works for the Saltmarsh Foundation in town.", "Saltmarsh Foundation", "organisation"),
        ("Brinetec的创始人没有来。", "Brinetec", "organisation"),
        ("They tested the Gullwing-3 model last week.", "Gullwing-3", "product"),
    ],
)
def test_context_makes_something_else(text: str, name: str, kind: Kind) -> None:
    """A suffix, an office or a word for a product speaks for an organisation or a product, and not for a person."""
    weights = said(text)[name]
    assert weights[kind] >= 3
    assert weights["person"] < 3


@pytest.mark.parametrize(
    "text",
    [
        "高性能水泵说明书已经发布。",
        "他们在车库里创办了云杉科技公司。",
        "The Old Harbour Road is closed.",
        "于是船长安排了修理。",
        "Tuesday Morning News said nothing.",
    ],
)
def test_ordinary_words_are_no_person(text: str) -> None:
    """Words that begin with a surname's character or a capital are no people by that alone."""
    assert not [form for form, weights in said(text).items() if weights["person"] >= 3]


def test_a_foreign_name_ends_where_its_characters_end() -> None:
    """Function words around an interpunct name are not taken into it."""
    assert "科林·斯特兰" in said("后来科林·斯特兰和同事们在海边的科林·斯特兰雕像前合影。")
    assert "克里斯·莱特曼" in said("他获得克里斯·莱特曼登上灯塔的许可。")


def test_a_word_across_a_stop_is_no_name() -> None:
    """Two characters of which a full stop stands between are never joined."""
    assert "高望" not in said("水位很高。望远镜坏了。")


def test_a_possessive_and_a_title_end_a_latin_name() -> None:
    """Neither "'s" nor a title is part of a name."""
    assert {"Osric Palethorpe", "Tidewater"} <= set(said("CEO Osric Palethorpe's boat left Tidewater Director"))


@pytest.mark.parametrize("name", ["Red Kettle", "Costa Rica", "Mexican Petrol", "Wall Street", "Hong Kong"])
def test_a_verb_makes_no_person_of_ordinary_words(name: str) -> None:
    """What begins with a common word, or is a place by itself, may say something and is nobody."""
    assert said(f"{name} said it would open.")[name]["person"] < 3


@pytest.mark.parametrize(
    ("text", "name"), [("Chair: Minutes", "Minutes"), ("Current Position: Founder of the port", "Current Position")]
)
def test_an_item_of_an_agenda_is_nobody(text: str, name: str) -> None:
    """Words beside a title and a mark are a person's only if they may be a whole name."""
    assert said(text)[name]["person"] < 3


def test_what_ends_no_name_is_no_surname() -> None:
    """A given name in front of a word such as "airport" is not somebody's."""
    assert said("We flew from Murtala Airport.")["Murtala Airport"]["person"] < 3


def test_the_longer_of_two_overlapping_places_stays() -> None:
    """Places in reading order, no character in two of them."""
    short, long, apart = Candidate(0, 2, "甲乙"), Candidate(1, 5, "乙丙丁戊"), Candidate(5, 7, "己庚")
    assert without_overlaps([apart, short, long]) == [long, apart]


def test_a_word_that_is_a_name_once_is_not_held_against_it() -> None:
    """What jieba takes for no name costs a form points only if it never takes it for one."""
    never = [Candidate(0, 2, "秦山", base=-2.0), Candidate(5, 7, "秦山", base=-2.0)]
    once = [*never, Candidate(9, 11, "秦山", base=1.0)]
    assert total(never)["person"] == -2.0
    assert total(once)["person"] == 1.0
    assert not is_sure(total(once), "person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我在沃尔沃门口等你。", "沃尔沃"),
        ("My Volvo is old.", "Volvo"),
        ("数据是世界贸易组织的。", "世界贸易组织"),
        ("She reads of NASA and of ships.", "NASA"),
        ("Today Goldman Sachs said it would open.", "Goldman Sachs"),
    ],
)
def test_what_means_nothing_but_an_organisation_is_one(text: str, name: str) -> None:
    """A name that the dictionary or the list of well-known ones holds needs no words around it that say so."""
    assert said(text)[name]["organisation"] >= 3


@pytest.mark.parametrize(
    "text", ["科技大佬发布公告。明星公司来了。", "家族办公室没有回应。", "如果钱不是问题,怎么办。", "马尼拉宣布停航。"]
)
def test_words_of_the_dictionary_name_nobody(text: str) -> None:
    """What jieba takes for a name and the dictionary for an ordinary word is none by what acts or stands beside it."""
    assert not [form for form, weights in said(text).items() if max(weights.values()) >= 3]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("财务总监翟小琳不仅管钱。", "翟小琳"),
        ("冀文涛加入云帆软件，担任首席技术官。", "冀文涛"),
        ("副总裁毕文静没有来。", "毕文静"),
    ],
)
def test_surnames_that_fewer_people_bear(text: str, name: str) -> None:
    """The list holds what some hundred thousand people are called, not the commonest alone."""
    assert said(text)[name]["person"] >= 3


@pytest.mark.parametrize(
    "text", ["谷歌云宣布涨价。谷歌云表示会退款。", "安卓版很好。安卓版宣布更新。", "毕业生说，工作难找。"]
)
def test_a_surname_before_something_else_makes_no_person(text: str) -> None:
    """A company with its product, a system, a word."""
    assert not [form for form, weights in said(text).items() if weights["person"] >= 3]


@pytest.mark.parametrize("name", ["周彧玮", "李奕瑾", "周天彤", "许子峰", "季雨彤", "苗文洁"])
def test_a_name_of_rare_characters_is_whole(name: str) -> None:
    """What jieba takes for a time, an amount or an idiom of three characters, or cuts into single ones."""
    assert said(f"工程师{name}认为，水泵没有问题。{name}加入云帆软件。")[name]["person"] >= 3


@pytest.mark.parametrize("text", ["巡游路线往北走。", "石油储量很大。", "这一祖籍仍然不明。"])
def test_a_word_before_a_character_of_its_own_is_no_name(text: str) -> None:
    """Words that begin with a surname's character, before an adverb or a preposition."""
    assert not [form for form, weights in said(text).items() if weights["person"] >= 1]


@pytest.mark.parametrize("text", ["See Room 12 for tea.", "In Season 3 we left.", "Opened September 1973", "Foam 2019"])
def test_a_number_behind_an_ordinary_word_makes_no_product(text: str) -> None:
    """It counts, or is a year."""
    assert max(weights["product"] for weights in said(text).values()) < 3


@pytest.mark.parametrize(("text", "name"), [("It runs Windows 11.", "Windows"), ("It needs Python 3.10.", "Python")])
def test_a_number_makes_a_product_of_some_ordinary_words(text: str, name: str) -> None:
    """Of those that are known."""
    assert said(text)[name]["product"] >= 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("该公司的AI助手Corala可以订机票。", "Corala"),
        ("Kelpie是一款面向儿童的智能音箱。", "Kelpie"),
        ("Brinelab launched Saltfish, a coding assistant for teachers.", "Saltfish"),
        ("Its new app, called Driftline, tracks tides.", "Driftline"),
        ("她每天用豆包写信。", "豆包"),
        ("They asked Siri about it.", "Siri"),
        ("Mistral Small was trained there.", "Mistral Small"),
    ],
)
def test_what_a_product_is_said_to_be_speaks_for_it(text: str, name: str) -> None:
    """Right before its name or behind it; well-known ones are known without."""
    assert said(text)[name]["product"] >= 3


@pytest.mark.parametrize(
    "text",
    [
        "她加入了大模型公司Moonlight。",
        "大模型“幻觉”问题仍待解决。",
        "Chicago is a chatbot hub.",
        "AI模型的成本下降了。",
    ],
)
def test_words_beside_a_sort_of_product_are_no_product(text: str) -> None:
    """A company of that sort, a word in quotation marks, a place, what all such are."""
    assert max((weights["product"] for weights in said(text).values()), default=0) < 3
