"""What every engine finds and leaves out, that they agree, and how a damaged one is told."""

import itertools
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from operator import eq
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_up_text import made_up_articles, questions_of
from benchmarks.measuring import frequent_words
from corpus import Article, DamagedIndex, Filters, Library, build_index
from corpus.errors import Damage
from corpus.index import engines
from corpus.index.engines import MOST_IN_MEMORY, choose_engine, open_engine
from corpus.index.engines.protocol import Engine, TermQuery
from corpus.index.engines.tantivy import TantivyEngine
from corpus.index.manifest import PASSAGE_BITS
from corpus.index.store import Store
from corpus.segmentation import passage_spans

NAMES = ["rank-bm25", "tantivy"]
NOTHING = Filters()


@pytest.fixture(scope="module", params=NAMES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, articles: tuple[Article, ...]):
    """Return the store of the small collection, built for each engine."""
    folder = tmp_path_factory.mktemp("index")
    store = Store(folder / build_index(articles, folder, engine=request.param).build)
    yield store
    store.close()


@pytest.fixture(scope="module")
def engine(store: Store) -> Engine:
    """Return the engine over it."""
    return open_engine(store)


def found(store: Store, engine: Engine, query: TermQuery, filters: Filters = NOTHING) -> set[str]:
    passages = store.passages([passage for passage, _ in engine.candidates(query, filters, 50)])
    return {store.article_at(passage.article).id for passage in passages}


def test_a_passage_is_found_for_its_terms(store: Store, engine: Engine) -> None:
    """Found is what holds a term; what holds none is not, and the better one is first."""
    assert found(store, engine, TermQuery(should=("灯塔",))) == {"harbour"}
    assert found(store, engine, TermQuery(should=("月球",))) == set()
    scores = [score for _, score in engine.candidates(TermQuery(should=("灯塔", "水温")), NOTHING, 50)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2
    assert len(engine.candidates(TermQuery(should=("水温",)), NOTHING, 2)) == 2


def test_titles_find_their_first_passage(store: Store, engine: Engine) -> None:
    """A word of the title alone finds the beginning of the article."""
    passages = store.passages([passage for passage, _ in engine.candidates(TermQuery(should=("笔记",)), NOTHING, 9)])
    assert [passage.analysed.start for passage in passages] == [0]


def test_a_word_inside_a_longer_one_is_found(store: Store, engine: Engine) -> None:
    """A CJK word that nobody cut so is looked for inside the words that were."""
    assert "望舒" not in store.document_frequency("W", ["望舒"])
    assert found(store, engine, TermQuery(should=("望舒",))) == {"harbour"}
    assert found(store, engine, TermQuery(should=("eldermo",))) == set()


def test_must_and_must_not_and_phrases(store: Store, engine: Engine) -> None:
    """Each restricts what the others find."""
    both = ("灯塔", "钟")
    assert found(store, engine, TermQuery(should=both)) == {"harbour", "museum"}
    assert found(store, engine, TermQuery(should=both, must=("钟",))) == {"museum"}
    assert found(store, engine, TermQuery(should=both, must_not=("钟",))) == {"harbour"}
    assert found(store, engine, TermQuery(should=("water",), phrases=("run water",))) == {"orchard"}
    assert found(store, engine, TermQuery(should=("water",), phrases=("water run",))) == set()
    assert found(store, engine, TermQuery(should=("water",), phrases=("un water",))) == set()
    assert found(store, engine, TermQuery(should=("钟",), phrases=("三百座古董钟",))) == {"museum"}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(source="潮声"), {"harbour"}),
        (Filters(source="山城日报"), {"museum"}),
        (Filters(author="PERRIN"), {"orchard"}),
        (Filters(language="zh"), {"harbour", "museum", "long"}),
        (Filters(language="zh-Hant"), {"museum"}),
        (Filters(language="z"), set()),
        (Filters(after="2022"), {"museum"}),
        (Filters(after="2021-03-05"), {"museum"}),
        (Filters(after="2021-03-04", before="2021-03-04"), {"harbour"}),
        (Filters(after="2023-11-30"), {"museum"}),
        (Filters(before="2023-11"), {"harbour", "museum"}),
        (Filters(before="2021"), {"harbour"}),
        (Filters(source="潮声", language="en"), set()),
    ],
)
def test_filters(store: Store, engine: Engine, filters: Filters, expected: set[str]) -> None:
    """Source and author match folded and in part, languages by prefix, dates by the period that they name."""
    everything = TermQuery(should=("灯塔", "钟", "water", "水温"))
    assert found(store, engine, everything, filters) == expected


def test_filters_that_let_nothing_through_spare_the_texts(twins, monkeypatch: pytest.MonkeyPatch) -> None:
    """What must be held is looked for nowhere where filters let no article through anyway."""
    engine = twins[0][NAMES.index("tantivy")]._engine
    monkeypatch.setattr(engine, "_holding", lambda *_: pytest.fail("the texts were read"))
    query = TermQuery(should=("灯塔",), must=("灯",), phrases=("灯塔",))
    assert engine.candidates(query, Filters(source="nobody"), 10) == []


def test_engines_by_name() -> None:
    """``auto`` is the engine for the size; an unknown name is refused."""
    assert choose_engine("auto", 2_000) == choose_engine("rank-bm25", 10**6) == "rank-bm25"
    assert choose_engine("auto", 2_001) == choose_engine("tantivy", 10) == "tantivy"
    with pytest.raises(ValueError, match="crystal-ball"):
        choose_engine("crystal-ball", 10)


def test_an_index_that_grows_changes_its_engine(
    tmp_path: Path, articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build that passes the limit is made for the other engine, and the one after it shrank for the first."""
    monkeypatch.setattr(engines, "MOST_IN_MEMORY", 5)
    built = [build_index(given, tmp_path).engine for given in (articles[:3], articles, articles[:3])]
    assert built == ["rank-bm25", "tantivy", "rank-bm25"]


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory, articles: tuple[Article, ...], make_article):
    """Return a library of each engine over the same made-up text, and questions to it."""
    words = sorted({word for article in articles for word in (article.title + article.text)[:200]})
    made = list(itertools.islice(made_up_articles(words, 11), 60))
    given = [make_article(f"m{n}", one.title, one.text, source=f"来源{n % 3}") for n, one in enumerate(made)]
    folder = tmp_path_factory.mktemp("twins")
    for name in NAMES:
        build_index([*given, *articles], folder / name, engine=name)
    libraries = [Library.open(folder / name) for name in NAMES]
    yield libraries, questions_of(made, 60, 5)
    for library in libraries:
        library.close()


def test_engines_agree(twins) -> None:
    """The same questions have the same hits, in the same order, whichever engine finds them."""
    libraries, questions = twins
    ours, theirs = ([[hit.article.id for hit in library.search(q).hits] for q in questions] for library in libraries)
    assert sum(map(bool, ours)) > len(questions) // 2
    assert ours == theirs


def agreeing(folder: Path, given: Sequence[Article], questions: Sequence[str]) -> float:
    """Return for which share of questions the top ten of both engines is the same, after two articles have gone."""
    gone = [replace(one, id=f"gone-{one.id}") for one in sorted(given, key=lambda one: len(one.text))[:2]]
    for name in NAMES:
        build_index([*given, *gone], folder / name, engine=name)
        build_index(given, folder / name, engine=name)
    with Library.open(folder / NAMES[0]) as first, Library.open(folder / NAMES[1]) as second:
        tops = [
            [tuple(hit.article.id for hit in library.search(question, shown=range(0)).hits) for question in questions]
            for library in (first, second)
        ]
    assert sum(map(bool, tops[0])) > len(questions) // 2
    return sum(map(eq, *tops)) / len(questions)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_engines_agree_at_the_limit(tmp_path: Path, make_article) -> None:
    """Over 2,000 made-up passages, the most that are kept in memory, the top ten is the same for 99% of questions."""
    made = [*itertools.islice(made_up_articles(frequent_words(tmp_path), 7), 700)]
    passages = itertools.accumulate(len(passage_spans(one.text)) for one in made)
    made = made[: sum(so_far <= MOST_IN_MEMORY for so_far in passages)]
    assert len(made) < 700
    given = [make_article(f"m{n}", one.title, one.text) for n, one in enumerate(made)]
    assert agreeing(tmp_path, given, questions_of(made, 400, 3)) >= 0.99


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_engines_agree_on_real_passages(tmp_path: Path, make_article, material: Path) -> None:
    """So it is over passages of an encyclopaedia and questions that people asked of them."""
    rows, asked = (
        [json.loads(line) for file in sorted(files) for line in file.read_text().split("\n") if line]
        for files in (material.glob(f"eval/public/*/{name}.jsonl") for name in ("passages", "questions"))
    )
    given = [make_article(f"p{n}", row["title"], row["text"]) for n, row in enumerate(rows[:MOST_IN_MEMORY])]
    assert agreeing(tmp_path, given, [row["text"] for row in asked[::4]]) >= 0.99


LINES = st.lists(
    st.sampled_from(
        ["灯塔", "水温", "水温和流速", "钟表博物馆", "water", "soil there she", "公里 记录", "公里记录", "标题"]
    ),
    max_size=2,
)


@settings(max_examples=60)
@given(LINES, LINES, LINES, st.sampled_from([NOTHING, Filters(language="zh"), Filters(source="来源1\n-潮声")]))
def test_engines_agree_on_demands(twins, must: list[str], must_not: list[str], either: list[str], filters) -> None:
    """Whatever an article must and must not hold, both engines let the same passages through."""
    stores = [library._store for library in twins[0]]
    query = TermQuery(
        should=("灯塔", "水温", "water", "望舒", "的"),
        must=tuple(must),
        must_not=tuple(must_not),
        any_of=(tuple(either),) if either else (),
    )
    ours, theirs = (library._engine.candidates(query, filters, 10_000) for library in twins[0])
    assert {passage for passage, _ in ours} == {passage for passage, _ in theirs}
    ours, theirs = (library._engine.passing(query, filters) for library in twins[0])
    assert {stores[0].article_at(position).id for position in ours} == {
        stores[1].article_at(position).id for position in theirs
    }
    assert stores[0].passages_total == stores[1].passages_total


class Counting(TantivyEngine):
    """Counts the passages that it is handed."""

    handed = 0

    def _search(self, *asked: Any, **named: Any) -> list[tuple[Any, Any]]:
        found = super()._search(*asked, **named)
        self.handed += len(found)
        return found


@pytest.mark.parametrize(
    ("demands", "handed"),
    [
        (TermQuery(should=(), must=("的", "岸边"), phrases=("在第",), any_of=(("的", "号"),)), 250),
        (TermQuery(should=(), must_not=("一百",)), 120),
        (TermQuery(should=(), must=("的",), must_not=("灯",)), 0),
        (TermQuery(should=(), must=("二十一",)), 60),  # which few hold: all that do are listed
    ],
)
def test_what_most_articles_hold_is_asked_of_the_best(demands, handed: int, tmp_path: Path, make_article) -> None:
    """However many articles hold what is demanded, few are listed, and found is what a look at all of them finds."""
    numbers = [f"{tens}十{ones}" for tens in ("", *"二三四五六七八九") for ones in ("", *"一二三四五六七八九")]
    numbers = [f"{hundreds}百{number}" for hundreds in "一二三四" for number in numbers]
    articles = [make_article(f"a{n}", number, f"灯塔在第{number}号的岸边。") for n, number in enumerate(numbers)]
    with closing(Store(tmp_path / build_index(articles, tmp_path, engine="tantivy").build)) as store:
        engine = Counting(store)
        asked = replace(demands, should=("灯塔",))
        found = engine.candidates(asked, NOTHING, 5)
        assert engine.handed <= handed < len(articles)
        passing = engine._passing(demands, None)
        everywhere = engine.candidates(TermQuery(should=("灯塔",)), NOTHING, len(articles))
        assert found == [one for one in everywhere if one[0] >> PASSAGE_BITS in passing][:5]


def test_what_no_article_passes_is_not_asked_again(tmp_path: Path, make_article) -> None:
    """Other words with the same demands cost no look at all articles; other demands or filters do."""
    articles = [make_article(f"a{n}", text=f"灯塔在第{n}号的岸边。") for n in range(60)]
    none = TermQuery(should=("灯塔",), phrases=("岸边号",))
    with closing(Store(tmp_path / build_index(articles, tmp_path, engine="tantivy").build)) as store:
        engine = Counting(store)
        assert engine.candidates(none, NOTHING, 5) == []
        engine.handed = 0
        assert engine.candidates(replace(none, should=("岸边",)), NOTHING, 5) == []
        assert engine.handed == 0
        assert engine.candidates(replace(none, phrases=("岸边",)), NOTHING, 5)
        assert engine.candidates(none, Filters(language="zh"), 5) == []
        assert engine.handed > 0


def test_a_long_phrase_is_asked_for_by_its_beginning(tmp_path: Path, make_article) -> None:
    """The places of some tokens are opened, however long a phrase is."""
    build = build_index([make_article("one", text="灯" * 90)], tmp_path, engine="tantivy").build
    with closing(Store(tmp_path / build)) as store:
        engine = TantivyEngine(store)
        assert str(engine._line("灯" * 190)).count("Term(") == 32
        assert engine.candidates(TermQuery(should=("灯" * 90,), phrases=("灯" * 80,)), NOTHING, 5)


def lose(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def garble(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def engine_files(build: Path) -> Iterator[Path]:
    for suffix in (".term", ".idx", ".pos", ".fast", ".fieldnorm", "meta.json"):
        yield next(path for path in (build / "engine").iterdir() if path.name.endswith(suffix))


@pytest.mark.parametrize("harm", [lose, cut, garble, pipe])
def test_a_damaged_engine_gives_way_to_the_build_before(
    tmp_path: Path, articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch, harm
) -> None:
    """Whichever file of it is missing, short, no longer the same or a pipe: the build before serves and says why.

    Also where the file is too large to be read through at opening, unless the answers are not touched by it.
    """
    build_index(articles[:2], tmp_path, engine="tantivy")
    build = build_index(articles, tmp_path, engine="tantivy").build
    for at_once, path in itertools.product((True, False), engine_files(tmp_path / build)):
        kept = path.read_bytes()
        harm(path)
        monkeypatch.setattr("corpus.index.manifest.READ_THROUGH_BYTES", 2**25 if at_once else 0)
        try:
            with Library.open(tmp_path) as library:
                assert isinstance(library.damage, DamagedIndex) or (harm is garble and not at_once)
                if library.damage is not None:
                    assert library.build != build
                    assert library.damage.build == build
                    assert library.search("灯塔").hits
        finally:
            path.unlink(missing_ok=True)
            path.write_bytes(kept)


def test_an_unknown_engine_is_no_riddle(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """A build made for an engine that is not known here gives way like a damaged one, and is named."""
    before = build_index(articles, tmp_path).build
    build = build_index(articles, tmp_path).build
    manifest = tmp_path / build / "manifest.json"
    fields = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**fields, "engine": "crystal-ball"}), encoding="utf-8")
    with Library.open(tmp_path) as library:
        assert library.build == before
        assert isinstance(library.damage, DamagedIndex)
        assert (library.damage.cause, library.damage.detail) == (Damage.ENGINE, "crystal-ball")


def segments(folder: Path, build: str) -> set[str]:
    return {path.name for path in (folder / build / "engine").iterdir() if path.suffix == ".term"}


def test_files_are_taken_over_while_little_is_deleted(
    tmp_path: Path, articles: tuple[Article, ...], make_article, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build adds to the files of the one before and finds what one from nothing does; they share no file.

    Where more is deleted than its statistics can bear, they are written anew.
    """
    first = build_index(articles[:3], tmp_path / "kept", engine="tantivy").build
    more = [articles[0], make_article("between", "潮汐笔记", "灯塔的水温每天记录。"), *articles[1:]]
    fewer = [articles[1], *articles[3:]]
    cases = (more, 0.0, 0, True), (fewer, 1.0, 0, True), (more, 1.0, 1_000, False), (articles, 0.0, 0, False)
    for given_articles, most_deleted, few, takes_over in cases:
        monkeypatch.setattr("corpus.index.engines.tantivy.MOST_DELETED", most_deleted)
        monkeypatch.setattr("corpus.index.engines.tantivy.FEW_PASSAGES", few)
        kept = build_index(given_articles, tmp_path / "kept", engine="tantivy").build
        fresh = build_index(given_articles, tmp_path / "fresh", engine="tantivy").build
        assert bool(segments(tmp_path / "kept", first) & segments(tmp_path / "kept", kept)) is takes_over
        stores = [Store(tmp_path / "kept" / kept), Store(tmp_path / "fresh" / fresh)]
        for words in (("灯塔", "水温"), ("soil", "pear"), ("记录",), ("鐘", "钟表")):
            one, other = (found(store, open_engine(store), TermQuery(should=words)) for store in stores)
            assert one == other
        for store in stores:
            store.close()
        first = kept


def test_pieces_of_an_index_are_merged(
    tmp_path: Path, articles: tuple[Article, ...], make_article, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index that is committed in many pieces ends with few, and finds what one of a single piece does."""
    many = [*articles, *(make_article(f"n{n}", f"潮汐笔记{n}", f"灯塔的水温第{n}次记录。") for n in range(60))]
    whole = build_index(many, tmp_path / "whole", engine="tantivy").build
    monkeypatch.setattr("corpus.index.engines.tantivy._UNMERGED", 0)
    merged = build_index(many, tmp_path / "merged", engine="tantivy").build
    assert (len(segments(tmp_path / "whole", whole)), len(segments(tmp_path / "merged", merged)) < 8) == (1, True)
    stores = [Store(tmp_path / "whole" / whole), Store(tmp_path / "merged" / merged)]
    for words in (("灯塔", "水温"), ("soil", "pear"), ("记录",), ("潮汐", "笔记")):
        one, other = (found(store, open_engine(store), TermQuery(should=words)) for store in stores)
        assert one == other
    for store in stores:
        store.close()
