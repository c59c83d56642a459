"""The rank-bm25 engine: its scores beside the library it is built on, and what it finds and leaves out."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from corpus import Article, Filters, build_index
from corpus.index.engines import choose_engine, open_engine
from corpus.index.engines.protocol import TermQuery
from corpus.index.engines.rank_bm25 import PostingsOkapi, RankBm25Engine
from corpus.index.statistics import positive_idf
from corpus.index.store import Store

WORDS = st.sampled_from(["tide", "lamp", "gull", "钟", "灯塔"])
NOTHING = Filters()


@pytest.fixture
def store(tmp_path: Path, articles: tuple[Article, ...]):
    """Return the store of the small collection."""
    build = build_index(articles, tmp_path).build
    store = Store(tmp_path / build)
    yield store
    store.close()


@pytest.fixture
def engine(store: Store) -> RankBm25Engine:
    """Return an engine over it."""
    return RankBm25Engine(store)


def found(store: Store, engine: RankBm25Engine, query: TermQuery, filters: Filters = NOTHING) -> set[str]:
    passages = store.passages([passage for passage, _ in engine.candidates(query, filters, 50)])
    return {store.article_at(passage.article).id for passage in passages}


@given(st.lists(st.lists(WORDS, min_size=1), min_size=1), st.lists(WORDS))
def test_scores_are_those_of_rank_bm25(passages: list[list[str]], question: list[str]) -> None:
    """With our idf put into rank_bm25's own class, its scores and ours are the same."""
    theirs = BM25Okapi(passages, k1=0.4, b=0.9)
    theirs.idf = {
        word: positive_idf(len(passages), sum(word in passage for passage in passages)) for word in theirs.idf
    }
    ours = PostingsOkapi(passages, k1=0.4, b=0.9)
    assert np.allclose(ours.get_scores(question), theirs.get_scores(question))


def test_the_idf_is_above_nothing() -> None:
    """A term in half of the passages, which scores 0 in rank_bm25, still counts, and a rarer one counts more."""
    assert positive_idf(2, 1) == pytest.approx(np.log(2))
    assert positive_idf(10, 10) == pytest.approx(np.log(1 + 0.5 / 10.5))
    assert positive_idf(10, 1) > positive_idf(10, 9) > 0


def test_a_passage_is_found_for_its_terms(store: Store, engine: RankBm25Engine) -> None:
    """Found is what holds a term; what holds none is not, and the better one is first."""
    assert found(store, engine, TermQuery(should=("灯塔",))) == {"harbour"}
    assert found(store, engine, TermQuery(should=("月球",))) == set()
    scores = [score for _, score in engine.candidates(TermQuery(should=("灯塔", "水温")), NOTHING, 50)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 2
    assert len(engine.candidates(TermQuery(should=("水温",)), NOTHING, 2)) == 2


def test_titles_find_their_first_passage(store: Store, engine: RankBm25Engine) -> None:
    """A word of the title alone finds the beginning of the article."""
    passages = store.passages([passage for passage, _ in engine.candidates(TermQuery(should=("笔记",)), NOTHING, 9)])
    assert [passage.analysed.start for passage in passages] == [0]


def test_a_word_inside_a_longer_one_is_found(store: Store, engine: RankBm25Engine) -> None:
    """A CJK word that nobody cut so is looked for inside the words that were."""
    assert "望舒" not in engine._load()[0].term_ids
    assert found(store, engine, TermQuery(should=("望舒",))) == {"harbour"}
    assert found(store, engine, TermQuery(should=("eldermo",))) == set()


def test_must_and_must_not_and_phrases(store: Store, engine: RankBm25Engine) -> None:
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
def test_filters(store: Store, engine: RankBm25Engine, filters: Filters, expected: set[str]) -> None:
    """Source and author match folded and in part, languages by prefix, dates by the period that they name."""
    everything = TermQuery(should=("灯塔", "钟", "water", "水温"))
    assert found(store, engine, everything, filters) == expected


def test_engines_by_name(store: Store) -> None:
    """``auto`` is the engine for the size; an unknown name is refused."""
    assert choose_engine("auto", 10) == choose_engine("rank-bm25", 10) == RankBm25Engine.name
    assert isinstance(open_engine(store), RankBm25Engine)
    with pytest.raises(ValueError, match="crystal-ball"):
        choose_engine("crystal-ball", 10)
