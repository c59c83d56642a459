"""The library: what a search, a look-up and a completion come to, from any thread."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, ArticleRef, Filters, Library, NoMatch, Profile, UnknownArticle, build_index
from corpus import library as library_module
from corpus.results import SNIPPET_CHARS
from corpus.search.clauses import QUESTION_CHARS, read_clauses
from tests.corpus.conftest import make_article


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, articles: tuple[Article, ...]):
    """Return the library of the small collection."""
    folder = tmp_path_factory.mktemp("index")
    build_index(articles, folder)
    with Library.open(folder) as library:
        yield library


LOADED = """
import sys, pathlib, corpus
with corpus.Library.open(pathlib.Path(sys.argv[1])) as library:
    library.load()
    loaded = {*sys.modules}
    for question in ("谁设计了灯塔", "who studied the soil", "桌晴怎么读", "没有这回事", "钟表搏物馆", '"pear" -soil'):
        library.search(question)
        library.who(question)
        library.digest(question)
    library.summarize(library.articles[0].id)
    print(*{*sys.modules} - loaded)
"""


def test_the_beginning_of_a_question_is_looked_at(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the longest of texts 200 characters are analysed, whatever of the answer is worked out from them."""
    seen: list[int] = []
    for name in ("words_found", "corrected"):
        work = getattr(library_module, name)
        monkeypatch.setattr(
            library_module,
            name,
            lambda *given, work=work: (seen.extend(map(len, filter_texts(given))), work(*given))[1],
        )
    library.search("灯塔 \U00020000" * 5000)
    assert seen
    assert max(seen) <= QUESTION_CHARS


def filter_texts(given: tuple[object, ...]) -> list[str]:
    return [one for one in given if isinstance(one, str)]


def test_answers_find_all_loaded(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """Once a process has loaded what answers need, none of them imports anything."""
    build_index(articles, tmp_path)
    done = subprocess.run([sys.executable, "-c", LOADED, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def first(library: Library, question: str) -> str:
    return library.search(question).hits[0].article.id


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("谁设计了灯塔", "harbour"),
        ("誰設計了燈塔", "harbour"),
        ("钟表博物馆的馆长", "museum"),
        ("鐘錶博物館的館長", "museum"),
        ("门票多少钱", "museum"),
        ("Who studied the soil?", "orchard"),
        ("pears planted", "orchard"),
        ("考察队走了87公里", "long"),
    ],
)
def test_a_question_finds_its_article_in_any_script(library: Library, question: str, expected: str) -> None:
    """The script of the question makes no difference, nor do English endings."""
    assert first(library, question) == expected


def test_an_article_is_one_hit(library: Library) -> None:
    """Many passages of one article are one hit with at most three snippets."""
    results = library.search("水温和流速")
    assert [hit.article.id for hit in results.hits] == ["long"]
    assert (results.total, results.at_least) == (1, False)
    assert 1 <= len(results.hits[0].snippets) <= 3


def test_what_an_article_says_elsewhere_counts_a_little(tmp_path: Path, make_article) -> None:
    """Of two articles whose best passages answer alike, the one that goes on about it comes first."""
    once = "灯塔的守塔人养海鸥。" + "沙滩上风很大，人们早早回家。" * 40
    texts = [once, f"{once}\n\n{'海鸥很多。' * 90}"]
    build_index([make_article(f"shore{n}", "海岸", text) for n, text in enumerate(texts)], tmp_path)
    with Library.open(tmp_path) as library:
        hits = library.search("守塔人的海鸥").hits
    assert [hit.article.id for hit in hits] == ["shore1", "shore0"]
    assert hits[0].score < 1.05 * hits[1].score


def test_hits_are_ordered_and_limited(library: Library) -> None:
    """Scores descend; the limit cuts the hits and not the total."""
    results = library.search("灯塔 博物馆 pear 考察队", limit=2)
    everything = library.search("灯塔 博物馆 pear 考察队")
    assert len(results.hits) == 2
    assert len(everything.hits) == 4
    assert results.total == everything.total
    scores = [hit.score for hit in everything.hits]
    assert scores == sorted(scores, reverse=True)


def test_only_shown_hits_have_snippets(library: Library) -> None:
    """Hits that nobody looks at cost no snippets, and are otherwise the same."""
    question = "灯塔 博物馆 pear 考察队"
    everything, second = library.search(question), library.search(question, shown=range(1, 2))
    assert second.hits[1] == everything.hits[1]
    assert [bool(hit.snippets) for hit in second.hits] == [False, True, False, False]
    assert [hit.score for hit in second.hits] == [hit.score for hit in everything.hits]


def test_an_article_well_ahead_has_more_snippets(tmp_path: Path, make_article) -> None:
    """The first article has three where the next is far behind, and one where both answer alike, at any limit."""
    diary = "灯塔的看守人每天写日记，也写到潮水、海风和远处的渔船。" * 20
    near = [make_article(name, title="海港", text=f"{diary}灯油由邻村运来。") for name in ("one", "two")]
    far = make_article("three", title="山谷", text="牧人赶着羊群走过石桥，灯油早已用完。")
    build_index([*near, far], tmp_path)
    with Library.open(tmp_path) as library:
        assert [len(hit.snippets) for hit in library.search("看守人 灯油").hits] == [1, 1, 1]
    build_index([near[0], far], tmp_path)
    with Library.open(tmp_path) as library:
        assert [len(hit.snippets) for hit in library.search("看守人 灯油").hits] == [3, 1]
        assert [len(hit.snippets) for hit in library.search("看守人 灯油", limit=1).hits] == [3]


def test_candidates_grow_past_one_long_article(tmp_path: Path, make_article) -> None:
    """When passages of one article fill the candidates, further articles are still found."""
    long = make_article("long", text="\n\n".join(["潮水和海风。" * 80] * 70))
    others = [make_article(f"other{n}", text=f"第{n}号灯塔的看守人每天写日记，也写到潮水。") for n in range(25)]
    build_index([long, *others], tmp_path)
    with Library.open(tmp_path) as library:
        results = library.search("潮水和海风", limit=50)
        assert len(results.hits) == 26
        assert results.total == 1  # the others hold one of the words, and that the common one
        assert not results.at_least
        many = library.search("潮水")
        assert many.total >= 20


def test_filters_restrict_hits(library: Library) -> None:
    """What the filters leave out is not found, and the results carry the filters."""
    chosen = Filters(language="en")
    results = library.search("灯塔 pear", filters=chosen)
    assert [hit.article.id for hit in results.hits] == ["orchard"]
    assert results.filters == chosen


def test_an_asterisk_lists_all_articles(library: Library) -> None:
    """The latest first, with how many there are, and filters hold beside it; among words it is a mark."""
    found = library.search(" * ")
    dates = [hit.article.published or "" for hit in found.hits]
    assert (found.total, dates) == (len(library.articles), sorted(dates, reverse=True))
    assert [hit.article.id for hit in library.search("*", filters=Filters(language="en")).hits] == ["orchard"]
    assert library.search("灯塔 *").hits == library.search("灯塔").hits


@pytest.mark.parametrize("question", ["", " \n", "🙂", "？！", "zzyzx", "pearpear", "\ud800", "潮" * 6000])
def test_nothing_is_found_for_nothing(library: Library, question: str) -> None:
    """A blank, odd or unknown question has no hits, and no failure."""
    results = library.search(question)
    assert (results.hits, results.total, results.at_least) == ((), 0, False)
    assert results.question == question


@settings(max_examples=50)
@given(st.text() | st.lists(st.sampled_from(["灯塔", "燈", "pear", '"', "-", "+", "是谁", "第3天", " "])).map("".join))
def test_any_question_is_answered(library: Library, question: str) -> None:
    """Whatever is asked, hits have scores above nothing and snippets within the limit."""
    for hit in library.search(question).hits:
        clauses = read_clauses(question)
        assert hit.score > 0 or clauses.must_not or clauses.asked.strip() == "*"  # what is not left out is listed
        assert all(0 < len(snippet.text) <= SNIPPET_CHARS for snippet in hit.snippets)


@pytest.mark.parametrize("opening", '「“"')
def test_what_a_text_quotes_need_not_stand(library: Library, opening: str) -> None:
    """A quotation that stands nowhere is words, in whatever marks, and that is told; what is demanded is not."""
    asked = f"{opening}灯塔高高{opening.translate(str.maketrans('「“', '」”'))}是谁设计的"
    found = library.search(asked)
    assert found.hits[0].article.id == "harbour"
    assert (found.unquoted, found.suggestion) == (True, None)
    assert not library.search(f"+{asked}").hits
    assert not library.search("「燈塔建於」是誰設計的").unquoted


@pytest.mark.parametrize("asked", ["梁望舒是谁", "梁望舒", "「望舒」？"])
def test_asking_who_shows_the_card(library: Library, asked: str) -> None:
    """A question for somebody's identity, or nothing but the name, carries the card that a look-up gives."""
    card = library.who("梁望舒")
    assert isinstance(card, Profile)
    assert library.search(asked).profile == card


@pytest.mark.parametrize(
    ("text", "names"),
    [("聽說梁望舒，要走了？", ["梁望舒"]), ("梁望舒來了", ["梁望舒"]), ("今天天气不错", []), ("what a day", [])],
)
def test_names_are_found_in_what_somebody_says(library: Library, text: str, names: list[str]) -> None:
    """Those that the articles know, in simplified characters and without the marks around them."""
    assert library.names_in(text) == names


def test_asking_anything_else_shows_no_card(library: Library) -> None:
    """A name is not all that is asked where something stands beside it."""
    assert library.search("梁望舒 灯塔").profile is None
    assert library.search("梁望舒 lang:zh").profile is None
    assert library.search("灯塔建于哪一年").profile is None


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Strand", "Colin Strand"),
        ("strand", None),  # as any word
        ("Tidewater Labs", "Tidewater Labs"),
        ("Saltmarsh University", None),  # of which nothing is said
    ],
)
def test_a_name_alone_shows_whose_it_is(tmp_path: Path, asked: str, name: str | None) -> None:
    """Also by a part of it in capitals; an organisation only with a sentence that says something of it."""
    text = (
        "Former mayor Colin Strand, who led the port from 1998, disagreed. Tidewater Labs was founded in 2011. "
        "The strand was long. Mara Quill, a professor at Saltmarsh University, said that the pumps would be replaced."
    )
    build_index([make_article("harbour", text=text)], tmp_path)
    with Library.open(tmp_path) as library:
        found = library.search(asked).profile
        assert (found and found.name) == name
        assert not isinstance(found, Profile) or found.kind == "person" or found.evidence[0].holds(found.facts[0])


def test_what_is_in_letters_has_a_budget_of_its_own(library: Library) -> None:
    """An article in English and a topic of which nothing else tells have it, and nothing else has."""
    whole = library.summarize("orchard", 120)
    assert library.summarize("orchard", 40, 120) == whole != library.summarize("orchard", 40)
    assert library.summarize("museum", 40, 120) == library.summarize("museum", 40)
    assert (
        library.sum_up("Veldermoor", 60, 400) == library.digest("Veldermoor", 400) != library.digest("Veldermoor", 60)
    )
    assert library.sum_up("燈塔", 40, 120) == library.digest("燈塔", 40)


def test_summaries_come_from_the_library(library: Library) -> None:
    """An article and a topic can be summarised within a budget."""
    summary = library.summarize("harbour", max_chars=60)
    assert 0 < sum(len(sentence.text) for sentence in summary.sentences) <= 60
    assert {article.id for article in library.digest("燈塔", max_chars=100).articles} == {"harbour"}
    assert library.sum_up("山城的钟表博物馆", 100) == library.summarize("museum", 100)
    assert library.sum_up("燈塔", 100) == library.digest("燈塔", 100)
    assert library.sum_up("钟表博物", 100) == library.summarize("museum", 100)
    assert library.sum_up("钟表那篇文章", 100) == library.summarize("museum", 100)
    assert library.sum_up("没有这个", 100).sentences == ()
    restricted = library.sum_up("燈塔 +設計 lang:zh after:2023-02-30 -月球", 100)
    assert restricted.sentences == library.sum_up("燈塔 設計", 100).sentences
    assert (restricted.subject[:4], restricted.unread) == ("燈塔 +", ("after:2023-02-30",))
    assert library.sum_up("灯塔 lang:en", 100).sentences == ()
    assert {article.id for article in library.sum_up("lang:zh", 400).articles} == {"harbour", "museum", "long"}
    with pytest.raises(UnknownArticle):
        library.summarize("nobody")


def test_titles_are_completed(library: Library) -> None:
    """Titles that begin with the text come first, whatever its script; an empty text lists them all."""
    assert library.complete_titles("山城的钟表") == [ArticleRef(id="museum", title="山城的鐘錶博物館")]
    assert [ref.id for ref in library.complete_titles("ORCHARDS of")] == ["orchard"]
    assert [ref.id for ref in library.complete_titles("的")] == ["harbour", "museum"]
    assert [ref.id for ref in library.complete_titles("", limit=2)] == ["harbour", "museum"]
    assert library.complete_titles("没有这个") == []


def test_a_whole_title_names_its_article(library) -> None:
    """In either script; a part of it, or nothing, names none."""
    assert library.titled("《山城的钟表博物馆》") == ArticleRef(id="museum", title="山城的鐘錶博物館")
    assert library.titled("山城的钟表") is None
    assert library.titled("!") is None


def test_a_title_that_many_others_begin_with(tmp_path: Path, make_article) -> None:
    """The article of exactly a title is found behind any number whose titles go on from there."""
    longer = [make_article(f"part{n}", title=f"灯塔的历史（{n}）", text="潮水来了。") for n in range(9)]
    build_index([*longer, make_article("whole", title="灯塔的历史", text="潮水去了。")], tmp_path)
    with Library.open(tmp_path) as library:
        assert library.titled("燈塔的歷史") == ArticleRef(id="whole", title="灯塔的历史")


def test_names_are_completed(library: Library) -> None:
    """The beginning of a name leads to it."""
    assert "梁望舒" in [candidate.name for candidate in library.complete_names("梁望")]


def test_articles_are_a_sequence(library: Library, articles: tuple[Article, ...]) -> None:
    """Articles can be counted, indexed from both ends, sliced and walked through."""
    assert len(library.articles) == len(articles)
    assert (library.articles[0], library.articles[-1]) == (articles[0], articles[-1])
    assert library.articles[1:3] == articles[1:3]
    assert tuple(library.articles) == articles
    with pytest.raises(IndexError):
        library.articles[len(articles)]
    assert library.article("museum") == articles[1]
    with pytest.raises(UnknownArticle):
        library.article("nobody")


@pytest.mark.parametrize("text", ["\udcff", "lamp\udcff", "\x00", "a\x00b"])
def test_characters_that_are_no_text_find_nothing(library: Library, text: str) -> None:
    """A caller may hand over anything: SQLite takes no lone surrogate."""
    with pytest.raises(UnknownArticle):
        library.article(text)
    with pytest.raises(UnknownArticle):
        library.summarize(text)
    for filters in (Filters(language=text), Filters(after=text), Filters(before=text), Filters(author=text)):
        assert library.search("燈塔", filters=filters).question == "燈塔"
    assert library.who(text) == NoMatch(asked=text if len(text) > 1 else "")


def test_threads_get_the_same_answers(library: Library) -> None:
    """Many threads at once get what one gets."""
    questions = ["谁设计了灯塔", "门票", "soil", "87公里"] * 10
    alone = [library.search(question) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(library.search, questions)) == alone
