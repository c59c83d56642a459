"""Which forms are one person, through whole builds of made-up articles."""

import pytest

from corpus import Aliases
from corpus.index.store import Store
from corpus.results import Choices, NoMatch, Profile
from corpus.who.lookup import who

from .conftest import Stored


def test_scripts_and_pairs_are_one_card(stored: Stored) -> None:
    """A Simplified, a Traditional and a Latin form stand on one card."""
    store = stored(
        one="工程师贝娜·卡迪克(Brenna Caddick)设计了灯塔。",
        two="工程師貝娜·卡迪克說,燈塔不高。",
        three="Brenna Caddick said so.",
    )
    card = who(store, "brenna caddick")
    assert isinstance(card, Profile)
    assert {card.name, *card.aliases} == {"贝娜·卡迪克", "貝娜·卡迪克", "Brenna Caddick"}
    assert {article.id for article in card.articles} == {"one", "two", "three"}


def test_two_people_of_one_surname_stay_two(stored: Stored) -> None:
    """Neither card holds the other's name, and the surname alone is a choice."""
    store = stored(
        one="Professor Brenna Caddick left.", two="Professor Osric Caddick left.", three="Later Professor Caddick came."
    )
    found = who(store, "Caddick")
    cards = [who(store, name) for name in ("Brenna Caddick", "Osric Caddick")]
    assert isinstance(found, Choices | Profile)
    assert all(isinstance(card, Profile) and "Caddick" not in card.aliases for card in cards)


@pytest.mark.parametrize(
    ("one", "two", "full"),
    [
        ("Professor Brenna Caddick left.", "Later Professor Caddick came.", "Brenna Caddick"),
        ("教授贝娜·温特走了。", "后来教授温特表示，灯塔不高。温特说不会再来。", "贝娜·温特"),  # a Chinese surname, too
    ],
)
def test_a_lone_surname_joins_the_one_full_name(stored: Stored, one: str, two: str, full: str) -> None:
    """An article that uses only the surname counts for the person that another one names in full."""
    card = who(stored(one=one, two=two), full)
    assert isinstance(card, Profile)
    assert {article.id for article in card.articles} == {"one", "two"}


def test_a_surname_with_a_form_of_address_joins_nobody_of_another_article(stored: Stored) -> None:
    """Many bear it. In an article that names somebody in full it is that one."""
    store = stored(
        one="Rosa Caddick is our first member. Mrs Caddick keeps bees.", two="Mr Caddick plans a wall. Caddick is glad."
    )
    card = who(store, "Rosa Caddick")
    assert isinstance(card, Profile)
    assert [article.id for article in card.articles] == ["one"]
    assert isinstance(who(store, "Caddick"), Choices)


def test_a_given_name_with_another_surname_is_somebody_else(stored: Stored) -> None:
    """Née says which."""
    card = who(stored(one="Rosa Caddick left. She met the clerk and his wife Rosa nee Booth."), "Rosa Caddick")
    assert isinstance(card, Profile)
    assert [quote.text for quote in card.evidence] == ["Rosa Caddick left."]


def test_a_bracket_does_not_join_two_full_names(stored: Stored) -> None:
    """One Chinese name glossed with two Latin surnames keeps the first and drops the second."""
    store = stored(one="教授贝娜(Brenna Caddick)和教授贝娜(Osric Palethorpe)都来了。")
    card = who(store, "Osric Palethorpe")
    assert isinstance(card, Profile)
    assert "Brenna Caddick" not in (card.name, *card.aliases)


def test_an_article_joins_groups_of_the_maintainer(stored: Stored) -> None:
    """Where it says that members of two of them are one, all of both are."""
    aliases = Aliases(groups=(("顾清远", "老秦"), ("Tove Almgren", "阿波")))
    store = stored(one="港务局局长顾清远(Tove Almgren)说好。老秦说不。阿波说好。", aliases=aliases)
    found = who(store, "老秦")
    assert isinstance(found, Profile)
    assert {found.name, *found.aliases} >= {"顾清远", "Tove Almgren", "老秦"}


def test_the_maintainers_groups_come_first(stored: Stored) -> None:
    """Forms of aliases.toml are found in the articles, joined, and shown under the main name."""
    aliases = Aliases(groups=(("顾清远", "老海狸", "Gu the Elder"), ("无此人", "没有他")))
    store = stored(one="大家都在等老海狸。", two="后来Gu the Elder来了。", aliases=aliases)
    card = who(store, "gu the elder")
    assert isinstance(card, Profile)
    assert card.name == "顾清远"
    assert {article.id for article in card.articles} == {"one", "two"}
    assert isinstance(who(store, "没有他"), NoMatch)


def test_a_nickname_that_no_article_holds_leads_to_its_bearer(stored: Stored) -> None:
    """The maintainer's other forms are looked up and shown, and take nothing from what the articles say."""
    store = stored(one="潮汐科技创始人顾清远表示，水位不高。", aliases=Aliases(groups=(("顾清远", "水王", "Old Gu"),)))
    for query in ("水王是谁", "old gu", "顾清远"):
        card = who(store, query)
        assert isinstance(card, Profile)
        assert (card.kind, card.name, set(card.aliases)) == ("person", "顾清远", {"水王", "Old Gu"})
        assert [role.text for role in card.roles] == ["潮汐科技创始人"]


def test_an_institute_named_after_somebody_takes_no_name_away(stored: Stored) -> None:
    """Half of a person's name leads to the person, the whole name of the institute to the institute."""
    store = stored(one="数学家莱昂·庞塞莱提出了一个猜想。庞塞莱研究所宣布开放，庞塞莱研究所的研究员来了。")
    kinds = {query: getattr(who(store, query), "kind", None) for query in ("庞塞莱", "庞塞莱研究所")}
    assert kinds == {"庞塞莱": "person", "庞塞莱研究所": "organisation"}


def test_owners_are_numbered_by_their_mentions(stored: Stored) -> None:
    """The most mentioned comes first, so that a look-up of a common surname reads only the best of its bearers."""
    store = stored(one="教授秦望说好。教授秦朗说不好。教授秦朗走了。教授秦朗没有来。")
    rows = store.connection().execute("SELECT name FROM name_owner ORDER BY id").fetchall()
    assert rows[:2] == [("秦朗",), ("秦望",)]


def test_a_form_that_is_never_sure_is_no_name(stored: Stored) -> None:
    """A word that might be a name, and nowhere is said to be one, makes no card."""
    store = stored(one="他们买了一些安全帽和高光笔。", two="The Quiet Harbour was closed.")
    assert isinstance(who(store, "Quiet Harbour"), NoMatch)
    assert store.connection().execute("SELECT count(*) FROM name_owner").fetchone() == (0,)


def test_the_form_most_used_is_the_main_name(stored: Stored) -> None:
    """Han leads where an article pairs both scripts, Latin where the articles say that more often."""
    paired = "工程师秦望(Wang Qin)设计了灯塔。"
    assert main_name(stored(one=paired)) == "秦望"
    assert main_name(stored(one=paired, two="Engineer Wang Qin left. Later Wang Qin said no.")) == "Wang Qin"
    assert main_name(stored(one=paired, two="工程師秦望說好。", three="Engineer Wang Qin left.")) == "秦望"


def main_name(store: Store) -> str:
    card = who(store, "Wang Qin")
    assert isinstance(card, Profile)
    return card.name


def test_a_transliteration_joins_what_it_sounds_like(stored: Stored) -> None:
    """No article pairs them; the given name, where it is written, sounds alike too."""
    store = stored(
        one="工程师斯特兰德说，灯塔不高。", two="Professor Tomas Strand left.", three="建筑师托马斯·斯特兰德说好。"
    )
    card = who(store, "斯特兰德")
    assert isinstance(card, Profile)
    assert {card.name, *card.aliases} == {"斯特兰德", "Tomas Strand", "托马斯·斯特兰德"}


def test_a_sound_that_two_people_share_joins_nobody(stored: Stored) -> None:
    """A surname alone may be either's, and another given name is another person."""
    store = stored(
        one="工程师斯特兰德说，灯塔不高。", two="Professor Tomas Strand left. Engineer Anna Strand came.", three="好"
    )
    card = who(store, "斯特兰德")
    assert isinstance(card, Profile)
    assert card.aliases == ()
    other = stored(one="建筑师埃里希·瓦格曼来过。", two="Professor Tomas Wagman left.")
    card = who(other, "埃里希·瓦格曼")
    assert isinstance(card, Profile)
    assert card.aliases == ()


def test_an_organisation_is_one_with_and_without_what_all_end_in(stored: Stored) -> None:
    """A short form that the articles use joins the whole one; what else begins so does not."""
    store = stored(
        one="维莫拉科技集团宣布停产。维莫拉宣布复产。", two="Velmora AI raised money. Velmora Bank was founded in 1990."
    )
    card = who(store, "Velmora AI")
    assert isinstance(card, Profile)
    assert "Velmora Bank" not in card.aliases


def test_a_name_answers_though_an_institution_bears_it(stored: Stored) -> None:
    """A person's institute is no second meaning of the person's name."""
    store = stored(one="教授卡迪克说，灯塔不高。", two="卡迪克研究所成立于1990年。")
    card = who(store, "卡迪克")
    assert isinstance(card, Profile)
    assert card.kind == "person"


def test_an_office_is_looked_up_by_any_name_of_the_organisation(stored: Stored) -> None:
    """A question for a title finds its bearer by a name that the role does not use, and reads no other roles."""
    store = stored(
        one="维莫拉（Velmora）宣布停产。", two="前维莫拉首席执行官顾清远来过。维莫拉总裁薛定山没有来。", three="好"
    )
    card = who(store, "Velmora CEO")
    assert isinstance(card, Profile)
    assert card.name == "顾清远"
    assert isinstance(who(store, "Brindle CEO"), NoMatch)


def test_what_is_stated_is_stored_by_owner(stored: Stored) -> None:
    """Facts of all forms of a name stand together, with their articles."""
    store = stored(one="维莫拉（Velmora）宣布停产。维莫拉成立于1990年。", two="Velmora, founded in 1990, makes pumps.")
    card = who(store, "Velmora")
    assert isinstance(card, Profile)
    query = "SELECT count(DISTINCT a.article) FROM name_about a JOIN name_owner o ON o.id = a.owner "
    found = store.connection().execute(f"{query} WHERE o.name = ? AND a.kind = 'founding'", (card.name,)).fetchone()
    assert found == (2,)


def test_a_dictionary_joins_organisations_across_languages(stored: Stored) -> None:
    """Two names that the dictionary pairs are one where both are organisations, though no article pairs them."""
    store = stored(one="昨天,沃尔沃公司宣布停产。", two="Volvo Inc. opened a yard.", three="丰田公司来了。")
    card = who(store, "volvo")
    assert isinstance(card, Profile)
    assert {"沃尔沃", "Volvo Inc"} <= {card.name, *card.aliases}
    assert "丰田" not in card.aliases


def test_a_dictionary_joins_nothing_of_another_kind(stored: Stored) -> None:
    """A surname in the articles and a company of that name stay two."""
    store = stored(one="丰田公司宣布停产。丰田公司的员工来了。", two="Professor Toyota said so. Mr. Toyota told us so.")
    cards = [who(store, name) for name in ("丰田", "Toyota")]
    assert all(isinstance(card, Profile) and not card.aliases for card in cards)


def test_a_dictionary_joins_people_it_pairs_once(stored: Stored) -> None:
    """A full name in the other language is the same person's."""
    store = stored(one="演员刘德华先生认为灯塔太高。", two="The actor Andy Lau said so.")
    card = who(store, "刘德华")
    assert isinstance(card, Profile)
    assert "Andy Lau" in (card.name, *card.aliases)
