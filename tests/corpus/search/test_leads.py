"""What is demanded, excluded and restricted holds for whole articles; what emptied a result, and where to go on."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, ArticleRef, Filters, Hit, Library, build_index
from corpus.analysis.folding import fold_key
from corpus.search.clauses import CLAUSES


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, articles: tuple[Article, ...], make_article):
    """Return the library of the small collection, and of an article whose passages hold different things."""
    folder = tmp_path_factory.mktemp("index")
    far = "\n\n".join(["The ferry sails at noon. " * 40, "Its captain keeps bees. " * 40])
    build_index([*articles, make_article("ferry", "A ferry", far, language="en", published="2022")], folder)
    with Library.open(folder) as library:
        yield library


def ids(library: Library, question: str, **filters: str) -> set[str]:
    return {hit.article.id for hit in library.search(question, filters=Filters(**filters)).hits}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("ferry +bees", {"ferry"}),
        ("+noon +bees", {"ferry"}),
        ("noon -bees", set()),
        ('"captain keeps" noon', {"ferry"}),
        ("「灯塔的历史」", {"harbour"}),
        ("灯塔 -梁望舒", set()),
        ("灯塔 OR 博物馆", {"harbour", "museum"}),
        ("(灯塔 OR 博物馆) -古董", {"harbour"}),
        ("灯塔 博物馆 source:潮声", {"harbour"}),
        ("灯塔 博物馆 -来源：潮聲", {"museum"}),
        ("灯塔 博物馆 pears source:潮声 OR source:山城", {"harbour", "museum"}),
        ("灯塔 OR pears source:潮声 | source:潮 lang:zh", {"harbour"}),
        ("灯塔 source:-", {"harbour"}),
        ("灯塔 pears lang:english", {"orchard"}),
        ("灯塔 博物馆 after:2022", {"museum"}),
        ("灯塔 博物馆 之后：2022年", {"museum"}),
        ("灯塔 after:2023-02-30", {"harbour"}),
        ("lang:en", {"ferry", "orchard"}),
        ("before:2022", {"harbour", "ferry"}),
        ("lang:en -bees", {"orchard"}),
        ("NOT lang:en -古董", {"harbour", "long"}),
        ("* －古董 -bees", {"harbour", "orchard", "long"}),
        ("-灯塔 -orchards", {"museum", "ferry", "long"}),
    ],
)
def test_operators_hold_exactly(library: Library, question: str, expected: set[str]) -> None:
    """An article answers for its title and all of its passages; filters alone list what they let through."""
    assert ids(library, question) == expected


def test_filters_of_question_and_options_hold_together(library: Library) -> None:
    """Both restrict, and the results carry both."""
    results = library.search("灯塔 博物馆 lang:zh", filters=Filters(after="2022"))
    assert [hit.article.id for hit in results.hits] == ["museum"]
    assert results.filters == Filters(language="zh", after="2022")
    assert ids(library, "-noon", language="english") == {"orchard"}


def test_what_cannot_be_used_is_told(library: Library) -> None:
    """Of the question and of the filters beside it, in the same words; the rest is searched."""
    results = library.search("灯塔 lang:klingon", filters=Filters(after="2023-02-30", before="２０２４"))
    assert [hit.article.id for hit in results.hits] == ["harbour"]
    assert results.unread == ("lang:klingon", "after:2023-02-30")
    assert results.filters == Filters(before="2024")


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("灯塔 source:山城", {("source", 1)}),
        ("灯塔 source:潮声 after:2022", {("after", 1)}),
        ("灯塔 source:山城 after:2022", {("", 1)}),
        ("灯塔 lang:zh lang:en", {("language", 1)}),
        ("灯塔 +月球", {("words", 1)}),
        ("灯塔 -灯塔", {("words", 1)}),
        ("zzyzx source:山城", set()),
        ("source:zzyzx after:2022", {("source", 2)}),
        ("source:zzyzx", {("source", 5)}),
        ("lang:zh lang:en", {("language", 5)}),
        ("-灯塔 source:zzyzx", {("source", 4)}),
        ("lang:en -the", {("language", 3), ("words", 2)}),
        ("zebras grazed near quiet Norwegian castles at noon source:山城", set()),
    ],
)
def test_what_emptied_a_result(library: Library, question: str, without: set[tuple[str, int]]) -> None:
    """The one thing without which there are articles is named with their number; else all of it together."""
    results = library.search(question)
    assert results.hits == ()
    assert set(results.without) == without


@pytest.mark.parametrize(
    ("question", "suggestion"),
    [
        ("source:山成日报", 'source:"山城日報"'),
        ("博物馆 来源：山成日报 钟表", '博物馆 source:"山城日報" 钟表'),
        ("author:zzyzx", None),
        ("-source:山成日报 zzyzx", None),
        ("source:山城 zzyzx", None),
    ],
)
def test_a_source_that_is_none_leads_to_the_nearest(library: Library, question: str, suggestion: str | None) -> None:
    """A question that asks for a source or an author that no article has is offered with one written alike."""
    results = library.search(question)
    assert results.hits == ()
    assert results.suggestion == suggestion
    assert suggestion is None or library.search(suggestion).hits


def test_an_author_alone_leads_to_what_they_wrote(tmp_path, make_article) -> None:
    """Who wrote articles need not stand in any: a question that is nothing but the name is offered the filter."""
    texts = [("白鹭在河口过冬。", "Ann Perrin"), ("陈船长在河口等白鹭。", "陈映真")]
    articles = [make_article(f"a{n}", text=text, author=author) for n, (text, author) in enumerate(texts)]
    build_index(articles, tmp_path)
    with Library.open(tmp_path) as library:
        assert library.search("ann perrin").suggestion == 'author:"Ann Perrin"'
        assert library.search("陳映真").suggestion == 'author:"陈映真"'
        assert library.search("河口").suggestion is None


def test_latest_first_where_only_filters_are_given(library: Library) -> None:
    """Filters alone list articles by their dates, cut at the limit and counted whole."""
    results = library.search("after:2020", limit=2)
    assert [hit.article.id for hit in results.hits] == ["museum", "ferry"]
    assert results.total == 3
    assert all(hit.snippets[0].text for hit in results.hits)


def test_nearest_titles(library: Library) -> None:
    """A question that finds nothing leads to titles that are written nearly so."""
    results = library.search("+月球 鐘表博物館")
    assert results.titles == (ArticleRef(id="museum", title="山城的鐘錶博物館"),)
    assert library.search("灯塔").titles == ()


def test_words_that_stand_nowhere(library: Library) -> None:
    """Each word is told as it was typed, in its own script; question words are not asked for."""
    results = library.search("Which ZEBRAS planted 鐵軌?")
    assert results.missing == ("ZEBRAS", "鐵軌")
    assert "planted" in results.found
    assert library.search("灯塔是谁设计的").missing == ()
    assert library.search("笔记 ferry orchards").missing == ()  # the first and the last stand in titles alone
    assert library.search("钟表哥").missing == ()  # cut across a word that the articles have
    assert library.search("钟表和表哥").missing == ("表哥",)
    assert library.search("关于 ラーメン 和 龘").missing == ("ラーメン", "龘")  # whole, and what only joins is none
    assert library.search("有没有讲灯塔的").missing == ()
    assert library.search("灯 after:2030").found == ("灯",)


def test_one_of_what_stands_for_one_another_is_enough(library: Library) -> None:
    """Articles that hold one side of an OR answer and match alike; what holds nothing of a question does not come."""
    found = library.search("灯塔 OR 苹果树 OR 海豚 OR pear")
    assert not found.weak
    assert found.total == len(found.hits) == 2
    assert found.missing == ("苹果树", "海豚")
    assert [hit.article.id for hit in library.search("灯塔的").hits] == ["harbour"]


def test_the_articles_do_not_say(library: Library) -> None:
    """A question of which nearly nothing stands together is answered so, with what comes closest."""
    weak = library.search("How many zebras grazed near quiet Norwegian castles at noon?")
    assert weak.weak
    assert weak.hits
    assert not library.search("Who studied the soil?").weak
    assert not library.search("zzyzx").weak


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["灯塔", "pear", "OR", "-", '"', " ", "来源：潮", "来源：-", "| 来源：声", "lang:zh"])))
def test_filters_are_never_broken(library: Library, parts: list[str]) -> None:
    """However operators are heaped up, no hit breaks a filter that the results say was applied."""
    results = library.search("".join(parts))
    for article in (hit.article for hit in results.hits):
        assert passes(results.filters.language, article.language.startswith)
        assert passes(results.filters.source, lambda part, source=article.source: fold_key(part) in (source or ""))


def passes(lines: str | None, holds: Callable[[str], bool]) -> bool:
    return all(
        any(map(holds, line.removeprefix("-").split("\t"))) is not line.startswith("-")
        for line in (lines or "").split("\n")
        if line
    )


@pytest.mark.parametrize("part", ["-灯{} ", "-(灯{} 塔{}) ", "+灯{} ", '"灯{}" ', "灯{} OR 塔{} ", "source:灯{} "])
def test_work_is_bounded(library: Library, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of any number of operators at most 10 read the articles, and a result without hits is looked into but once."""
    read: list[object] = []
    engine = library._engine
    passages_with = engine._passages_with
    monkeypatch.setattr(engine, "_passages_with", lambda lines: (read.append(lines), passages_with(lines))[1])
    library.search("".join(part.format(n, n) for n in range(1000))[:6000])
    assert len(read) <= 4 * (CLAUSES + 4)


def test_a_character_within_a_word_says_nothing_of_english(tmp_path, make_article) -> None:
    """What an English word may stand for is marked where it is a word, not within another."""
    texts = ("台北市有北风，北边是海。", "他在画一只鸟，画廊在北京。", "河上有一座桥。")
    build_index([make_article(f"a{n}", text=text) for n, text in enumerate(texts)], tmp_path)
    with Library.open(tmp_path) as library:
        (hit,) = library.search("bridge").hits
        assert marked(hit) == ["桥"]
        assert {word for hit in library.search("painted").hits for word in marked(hit)} == {"画"}
        assert "画廊" in library.search("painted").hits[0].snippets[0].text


def marked(hit: Hit) -> list[str]:
    return [snippet.text[start:end] for snippet in hit.snippets for start, end in snippet.highlights]


def test_english_is_spelt_in_two_ways(tmp_path, make_article) -> None:
    """What the articles spell as the British do is found as Americans type it, and the other way."""
    texts = ("The Harbour Library. It was organised by colour.", "A theater. The favorite seat.")
    build_index([make_article(f"a{n}", text=text, language="en") for n, text in enumerate(texts)], tmp_path)
    with Library.open(tmp_path) as library:
        for asked, marks in (("harbor library", ["Harbour Library"]), ("favourite theatres", ["theater", "favorite"])):
            (hit,) = library.search(asked).hits
            assert marked(hit) in (marks, " ".join(marks).split())
            assert library.search(asked).missing == ()
        assert library.search("organized").hits[0].article.id == "a0"
        assert not library.search("harp").hits
