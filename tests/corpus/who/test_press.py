"""People and companies as news of companies and events names them. The names are made up."""

import pytest

from corpus.index.store import Store
from corpus.results import Choices, NoMatch, Profile
from corpus.who.extraction import extract
from corpus.who.lookup import who
from corpus.who.mentions import is_sure
from tests.corpus.who.conftest import Stored


def sure(text: str) -> dict[str, str]:
    """Return the names of a text that are sure of a kind, with it."""
    names = extract(text).names
    return {name.form: kind for name in names for kind in name.weights if is_sure(name.weights, kind)}


@pytest.mark.parametrize(
    ("query", "name", "role"),
    [
        ("海州港务局局长", "顾清远", "海州港务局顾清远局长"),
        ("海州市市長是誰", "罗晓松", "海州市罗晓松市长"),
        ("潮汐教育基金会董事长", "秦望舒", "潮汐教育基金会秦望舒董事长"),
    ],
)
def test_an_office_behind_the_name(stored: Stored, query: str, name: str, role: str) -> None:
    """Taiwan and Hong Kong put the office behind the name, also in captions; it is nobody else's of the list."""
    text = "左起海州港务局顾清远局长、海州市罗晓松市长、潮汐教育基金会秦望舒董事长。罗晓松表示,灯塔要修。"
    found = who(stored(one=text), query)
    assert isinstance(found, Profile)
    assert (found.name, [one.text for one in found.roles]) == (name, [role])


def test_a_verb_before_an_office_is_no_part_of_a_name() -> None:
    """任某某为团长 leads no office in that stands behind a name."""
    assert "沈一舟任" not in sure("沈一舟任团长,罗晓松说好。沈一舟说,够了。")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("岛上来过赵忠远、钱学民、郭永华等一批客人。", {"赵忠远", "钱学民", "郭永华"}),
        ("岛上来过赵忠远、钱学民。", set()),
        ("顾望舒因个人原因离开。", {"顾望舒"}),
        ("潮汐科技实际控制人顾望舒不再担任董事长。", {"顾望舒"}),
        ("总经理顾望舒、秘书罗晓松都没有来。", {"顾望舒", "罗晓松"}),
        ("首席技术官(CTO)顾望舒会继续带领团队。", {"顾望舒"}),
        ("总经理顾望的辞职让人意外。", {"顾望"}),
    ],
)
def test_names_that_are_said_once(text: str, named: set[str]) -> None:
    """Three Chinese names in a list speak for each other, and words of appointments for whoever stands between them."""
    assert {form for form, kind in sure(text).items() if kind == "person"} == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("天岭股份(600123.SH)年初换人,海岭(2409)也是。", {"天岭股份", "海岭"}),
        ("天岭(2019)是一篇旧文。", set()),
        ("开会的有云从科技创始人。", set()),
        ("今天,云从科技创始人没有来。", {"云从科技"}),
        ("知名科技创始人没有来。", set()),
        ("换人的企业有三家,包括北新建材、华立实业、天安新材。", {"北新建材", "华立实业", "天安新材"}),
        ("昨天他见过科大讯飞的人。", {"科大讯飞"}),
        ("She joined Murati's startup.", set()),
        ("Bob Wayman, a 30-year company veteran, left.", set()),
    ],
)
def test_companies_in_news(text: str, named: set[str]) -> None:
    """By the number of their shares, by what companies are called, in lists that say so, and those that all know."""
    assert {form for form, kind in sure(text).items() if kind == "organisation"} == named


def test_a_short_name_is_the_company_it_stands_behind(stored: Stored) -> None:
    """What a notice will call a company from there on is no other company."""
    text = "海州妙动科技有限公司(以下简称“妙动科技”)成立于2020年。妙动科技宣布完工。"
    store = stored(one=text)
    long, short = who(store, "海州妙动科技有限公司"), who(store, "妙动科技")
    assert isinstance(long, Profile)
    assert isinstance(short, Profile)
    assert long.name == short.name


def test_the_second_office(stored: Stored) -> None:
    """An office that follows another one by "and" is asked for by its own body."""
    store = stored(one="Tove Almgren is a professor at Hull College and co-founder of Tidewater.")
    found = who(store, "co-founder of Tidewater")
    assert isinstance(found, Profile)
    assert found.name == "Tove Almgren"


def test_what_a_name_is_with_says_nothing_against_its_bearer(stored: Stored) -> None:
    """A surname that stands where products do as well is still that of the person whom the article names in full."""
    store = stored(
        one="Barret Almgren, the founder of Tidewater, left. She works with Almgren. He stayed with Almgren."
    )
    found = who(store, "Barret Almgren")
    assert isinstance(found, Profile)
    assert found.kind == "person"
    assert isinstance(who(store, "Power User"), NoMatch)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("潮汐控股董事长顾清远没有来。", "潮汐控股董事长"),
        ("海州市委办主任顾清远没有来。", "海州市委办主任"),
        ("浮闸项目首席可持续发展官顾清远没有来。", "浮闸项目首席可持续发展官"),
        ("港务司副司长顾清远没有来。", "港务司副司长"),
        ("行政长官顾清远没有来。", "行政长官"),
        ("公司联合创始人兼 CEO 顾清远没有来。", "公司联合创始人兼 CEO"),
        ("顾清远教授课题组没有来。", "顾清远教授"),
    ],
)
def test_roles_as_news_words_them(text: str, role: str) -> None:
    """Offices keep what jieba takes for verbs, and the Chinese words before an English title."""
    name = next(name for name in extract(text).names if name.form == "顾清远")
    assert [text[start:end] for start, end in name.roles] == [role]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Brona Almgren 将出任 Tidewater 的新任 CTO。", {"Brona Almgren"}),
        ("Councilmember Tove Almgren and Commissioner Ann Cole left.", {"Tove Almgren", "Ann Cole"}),
        ("Dec. 31 was the finance director's last day.", set()),
        ("At London's White Cube, critic and broadcaster Tim Orme spoke.", {"Tim Orme"}),
        ("张铭,博士生导师,没有来。", {"张铭"}),
    ],
)
def test_people_beside_offices(text: str, named: set[str]) -> None:
    """Who is said to take one up is a person; a title is none, nor what stands before somebody else's."""
    assert {form for form, kind in sure(text).items() if kind == "person"} == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ann Cole, Head of Growth, met the Director of Product Marketing and the Professor of Physics.", set()),
        ("She is the Vice President and the CEO of Growth.", {"Growth"}),
        ("They met at Hull Museum (HM), Saltmarsh, in May.", {"Hull Museum", "HM"}),
        ("After Hull Museum, Cole joined a firm. Ann Cole said so.", {"Hull Museum"}),
    ],
)
def test_what_is_no_organisation_beside_an_office(text: str, named: set[str]) -> None:
    """A field that somebody heads is none, nor the place or the surname behind one and a comma."""
    assert {form for form, kind in sure(text).items() if kind == "organisation"} == named


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("潮汐科技创始人顾清河", "顾清河"),
        ("局长顾清河是谁", "顾清河"),
        ("mayor Strand", "Colin Strand"),
        ("the chief executive Marguerite Oduya", "Marguerite Oduya"),
    ],
)
def test_a_name_behind_its_office(town: Store, query: str, name: str) -> None:
    """A name is asked for as news writes it."""
    found = who(town, query)
    assert isinstance(found, Profile)
    assert found.name == name


def test_a_name_without_its_initial(stored: Stored) -> None:
    """It is found as it is, but a surname alone is anybody's who bears it."""
    store = stored(one="Colin J. Almgren said so. J. Almgren-Hale and Tove Almgren said no.")
    found = who(store, "Colin Almgren")
    assert isinstance(found, Profile)
    assert found.name == "Colin J. Almgren"
    assert isinstance(who(store, "Almgren"), Choices)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("CEO of Tidewater Labs", "Tove Almgren"),
        ("海湾实验室负责人", "顾清远"),
        ("潮汐科技CTO", "顾清远"),
        ("潮汐科技合伙人", "罗晓松"),
        ("who founded Brine", "Colin Orme"),
        ("谁创办了 Brine Works", "秦望舒"),
        ("director of the Tidal Power Institute", "Ann Hale"),
    ],
)
def test_whose_an_office_is(stored: Stored, query: str, name: str) -> None:
    """It is of what the article is about, where nothing else is named, of whom "its" means, and of what it follows."""
    text = (
        "Tidewater Labs closed a round. Tidewater Labs makes pumps. It flags that what it sells has been designed with "
        "users in mind who are no engineers and never were.\n\n“It is simple,” claims Tove Almgren, CEO."
    )
    two = "潮汐科技CTO和海湾实验室负责人顾清远没有来。潮汐科技高级合伙人罗晓松来了。"
    two += "秦望舒 创办的 Brine Works 宣布停产。秦望舒说,够了。"
    three = "Colin Orme, the co-founder of dating app Brine, left. Ann Hale is now the director of the "
    three += "Tidal Power Institute at Hull University."
    found = who(stored(one=text, two=two, three=three), query)
    assert isinstance(found, Profile)
    assert found.name == name
