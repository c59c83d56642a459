"""Other forms of what is asked for, and that they find articles in the other language."""

import gc
import weakref
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Aliases, Article, Library, build_index
from corpus.analysis.folding import fold
from corpus.analysis.terms import word_terms
from corpus.index.store import Store
from corpus.search.forms import MOST_FORMS, asked_names, other_names, translations


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, articles: tuple[Article, ...], make_article):
    """Return the store of the small collection and an article that gives a name in two languages."""
    folder = tmp_path_factory.mktemp("index")
    text = "工程师贺兰亭（Perrin Wadlow）说，灯塔要修。贺兰亭表示同意。硕湃是海州最大的自来水公司。硕湃昨天宣布停产。"
    aliases = Aliases(groups=(("硕湃", "Kestrel Labs"),))
    named = make_article("names", "人物", text)
    store = Store(folder / build_index([*articles, named], folder, aliases=aliases).build)
    yield store
    store.close()


def of(store: Store, question: str) -> set[str]:
    folded = fold(question).text
    groups = (*other_names(store, folded), *translations(store, folded, word_terms(folded)))
    return {form for group in groups for form in group}


def test_names_in_the_other_language(store: Store) -> None:
    """A form of a name brings the others, and the last part of a Latin one alone; the script makes no difference."""
    assert {"perrin wadlow", "wadlow"} <= of(store, "賀蘭亭說了什麼")
    assert "贺兰亭" in of(store, "What did Perrin Wadlow say?")
    assert not of(store, "Perrine Wadlowe")


def test_a_name_that_is_a_common_word_too_is_none(tmp_path: Path, make_article) -> None:
    """What the articles call somebody by counts as a name where they seldom use it for anything else."""
    people = make_article("people", "人物", "作家高兴（Gao Xing）说要走。作家贺兰亭说要留。贺兰亭是诗人。")
    others = [make_article(f"other{n}", "天气", f"第{n}天大家都很高兴，因为天晴了。") for n in range(9)]
    store = Store(tmp_path / build_index([people, *others], tmp_path).build)
    assert asked_names(store, "贺兰亭为什么高兴") == {"贺兰亭": "贺兰亭"}
    store.close()


def test_a_name_in_several_words_is_asked_by_each_of_them(store: Store) -> None:
    """What its other forms stand for is the name as asked, so that they count for each word of it."""
    assert [*other_names(store, "what did perrin wadlow say").values()] == ["perrin wadlow"]


def test_only_a_person_goes_by_a_last_name(store: Store) -> None:
    """The last word of a company's name is many others' too: an article about laboratories is none about it."""
    assert "kestrel lab" in of(store, "硕湃")
    assert "lab" not in of(store, "硕湃")


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("tidewatch", "Two words"),
        ("seawall harbor", "Two words"),
        ("Gull Base", "One word"),
        ("gull-base 价格", "One word"),
    ],
)
def test_words_written_in_one_or_two(tmp_path: Path, make_article, asked: str, title: str) -> None:
    """What a question writes in one word and the articles in two is found, and the other way round."""
    articles = [
        make_article("two", "Two words", "Orla Finch runs the tide watch of the port and keeps its sea wall."),
        make_article("one", "One word", "GullBase 发布了新版本，价格不变。"),
        make_article("apart", "Apart", "Nobody had a watch on the wall to see how the tide rose."),
    ]
    build_index(articles, tmp_path)
    with Library.open(tmp_path) as library:
        results = library.search(asked)
    assert results.hits[0].article.title == title
    assert results.searched is None


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("who is the CEO of Tidewatch", "Full"),
        ("Gullbase chief technology officer", "Short"),
        ("谁是首席技术官", "Short"),
        ("who is the VP of Tidewatch", "Chinese"),
    ],
)
def test_offices_in_short_and_in_full(tmp_path: Path, make_article, asked: str, title: str) -> None:
    """CEO and chief executive are one, and neither is named as missing."""
    articles = [
        make_article("full", "Full", "Orla Finch is the chief executive of Tidewatch, a port on the coast."),
        make_article("short", "Short", "Gullbase 的 CTO 林小河说，新版本很快。"),
        make_article("zh", "Chinese", "潮望（Tidewatch）的副总裁是周大山，去年上任。"),
        *(make_article(f"other{n}", f"Other {n}", f"Boats {n} came to the pier in May.") for n in range(4)),
    ]
    build_index(articles, tmp_path)
    with Library.open(tmp_path) as library:
        results = library.search(asked)
    assert results.hits[0].article.title == title
    assert not {"CEO", "VP", "chief", "technology"} & {*results.missing}


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("rotor 2.10", ["Release", "Outage"]),
        ("2.10 修了什么", ["Release", "Outage"]),
        ('"2.10"', ["Release"]),
        ("2.10.3", ["Outage"]),
        ("£18", ["Fares", "Crowd"]),
        ("ticket £18", ["Fares", "Crowd"]),
        ('"£18"', ["Fares"]),
        ("18", ["Crowd", "Fares"]),
    ],
)
def test_versions_and_prices(tmp_path: Path, make_article, asked: str, titles: list[str]) -> None:
    """A number finds the versions that it begins, after itself, and a price with its sign comes before the number."""
    articles = [
        make_article("release", "Release", "The rotor of version 2.10 turns twice as fast."),
        make_article("outage", "Outage", "The rotor stopped after an update, and 2.10.3 was sent the next day."),
        make_article("old", "Blades", "It has 2 blades, 10 bolts and a plate that reads 2.1 or 2.105."),
        make_article("fares", "Fares", "A day ticket across the bay has cost £18 since the spring of last year."),
        make_article("crowd", "Crowd", "18 came, 18 stayed."),
    ]
    build_index(articles, tmp_path)
    with Library.open(tmp_path) as library:
        assert [hit.article.title for hit in library.search(asked).hits] == titles


def test_words_of_another_region(tmp_path: Path, make_article) -> None:
    """What Taiwan and the mainland call otherwise is found either way, also where no segmenter knows the word."""
    article = make_article("region", "灯塔", "灯塔的软件由首席执行官写。旧的演算法已经停用，印表机也坏了。")
    store = Store(tmp_path / build_index([article], tmp_path).build)
    assert {"软件", "首席执行官"} <= of(store, "軟體是執行長寫的嗎")
    assert {"演算法", "印表机"} <= of(store, "打印机和算法")
    assert "软件" not in of(store, "軟件")
    store.close()


def test_words_that_the_dictionary_says_to_be_the_same(tmp_path: Path, make_article) -> None:
    """An abbreviation is found by what it is short for, a way of writing by the other one, and the reverse."""
    article = make_article("shop", "市场", "超级市场的生意惨澹。")
    store = Store(tmp_path / build_index([article], tmp_path).build)
    assert {"超级市场", "惨澹"} <= of(store, "超市为什么惨淡")
    store.close()


def test_common_words_in_the_other_language(store: Store) -> None:
    """A word brings those of the articles that may say the same, whatever its ending, and none that is asked itself."""
    assert "灯塔" in of(store, "Which lighthouses?")
    assert {"farmer", "soil"} <= of(store, "农民的土壤")
    assert "灯塔" not in of(store, "lighthouse 灯塔")
    assert not of(store, "哪家银行")


def test_words_that_mean_something_together(store: Store) -> None:
    """Two words with a meaning of their own bring it beside those of each, a longer word in Chinese its own alone."""
    folded = fold("running water of the museum").text
    assert translations(store, fold("自来水").text, ["自来水"]) == {("run water",): "自来水"}
    found = translations(store, folded, ["museum", "run", "water"])
    assert found == {("自来水",): "run water", ("水",): "water", ("走",): "run", ("博物馆",): "museum"}
    assert not translations(store, "的", ["的"])


def test_forms_are_bounded(store: Store) -> None:
    """However much is asked, there are at most so many forms, and a group is never empty."""
    words = [word for (word,) in store.connection().execute("SELECT word FROM translations")]
    groups = translations(store, "", words)
    assert sum(map(len, groups)) == MOST_FORMS
    assert all(groups)


def test_a_question_finds_an_article_in_the_other_language(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """By common words alone, in either direction, and what is shown is marked."""
    build_index(articles, tmp_path)
    with Library.open(tmp_path) as library:
        hit = library.search("museum director").hits[0]
        assert hit.article.id == "museum"
        snippet = hit.snippets[0]
        assert "博物館" in {snippet.text[start:end] for start, end in snippet.highlights}
        hit = library.search("农民种了什么树").hits[0]
        assert hit.article.id == "orchard"
        snippet = hit.snippets[0]
        assert "Farmers" in {snippet.text[start:end] for start, end in snippet.highlights}


@pytest.mark.parametrize("aliases", [None, Aliases(groups=(("顾清远", "Alan Gu"),))])
def test_a_name_finds_articles_that_hold_another_form_of_it(
    tmp_path: Path, make_article, aliases: Aliases | None
) -> None:
    """Where one article or the maintainer pairs two forms, either finds what holds the other, under a card."""
    paired = "" if aliases else "（Alan Gu）"
    texts = {
        "pump": f"工程师顾清远{paired}表示，新水泵能用三十年。",
        "pier": "顾清遠昨天没有来码头，大家都在等他的图纸。",
        "tea": "茶馆的老板说今年的茶叶很好，客人也多。",
    }
    build_index([make_article(name, text=text) for name, text in texts.items()], tmp_path, aliases=aliases)
    with Library.open(tmp_path) as library:
        found = library.search("who is Alan Gu?")
        assert {hit.article.id for hit in found.hits} == {"pump", "pier"}
        assert found.profile is not None
        assert found.profile.name == "顾清远"
        assert {hit.article.id for hit in library.search("drawings of Alan Gu").hits} >= {"pump", "pier"}


@given(st.text(max_size=200))
def test_any_text_has_forms(store: Store, text: str) -> None:
    """No text fails, and what comes is lines of terms."""
    for group in (*other_names(store, folded := fold(text).text), *translations(store, folded, word_terms(folded))):
        assert all(form == " ".join(form.split()) for form in group)


def test_a_build_that_was_asked_is_let_go(articles: tuple[Article, ...], tmp_path: Path) -> None:
    """What is remembered of the last questions keeps no build in memory that serves no more."""
    store = Store(tmp_path / build_index(articles, tmp_path).build)
    assert of(store, "Which lighthouses?")
    store.close()
    gone = weakref.ref(store)
    del store
    gc.collect()
    assert gone() is None
