"""A slip in a Chinese word that texts tell: what is restored, what stays, and that nothing is looked for in vain."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Library, build_index
from corpus.index.store import Store
from corpus.search import restoring
from corpus.search.restoring import restored

MakeArticle = Callable[..., Article]
TEXT = (
    "青鹭渡口的董事长叫温砚秋。渡船公司在会议室里讨论了两个月。"
    "摆渡人写了一封公开信，有三百人签名。龙舟比赛每年在五月举行。"
    "很多人在渡口买船票，买船票的人站在渡口的北门。去年换了新船。"
)


@pytest.fixture(scope="module")
def store(make_article: MakeArticle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the store of an article about a ferry."""
    folder = tmp_path_factory.mktemp("index")
    store = Store(folder / build_index([make_article("ferry", "青鹭渡口", TEXT)], folder).build)
    yield store
    store.close()


def mended(store: Store, asked: str, text: str = TEXT) -> str:
    """Return a question with its slip restored."""
    repair = restored(store, asked, lambda: text)
    return asked if repair is None else asked[: repair[0]] + repair[2] + asked[repair[1] :]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("重事长", "董事长"),
        ("董爱长", "董事长"),
        ("温砚春", "温砚秋"),
        ("公末信", "公开信"),
        ("温秋", "温砚秋"),
        ("开公信", "公开信"),
        ("赛比", "比赛"),
        ("比比赛", "比赛"),
        ("龙龙舟比赛", "龙舟比赛"),
        ("讨论乐两个月", "讨论了两个月"),
        ("两格月", "两个月"),
    ],
)
def test_what_texts_tell(store: Store, asked: str, meant: str) -> None:
    """One other character, one missing, two swapped, one twice."""
    assert mended(store, asked) == meant


@pytest.mark.parametrize(
    "asked",
    [
        "董事长叫温砚秋",
        "渡口比赛",  # words that never stand together
        "会议里讨伐了两个月",  # a word that the articles lack, like one that they hold
        "青山",  # one character alone tells too little
        "太太会议室",  # a word of the same character twice
        "李飞飞",  # without the second one no article holds it either
        "李飞飞在哪里",
        "桌椅板凳",
        "在渡口卖船票的人",  # who sells is not who buys
        "渡口的南门",
        "2003年去渡口",
        "本年换了新船",  # adverbs and pronouns are words wherever they stand
        "",
    ],
)
def test_what_stays(store: Store, asked: str) -> None:
    """What the articles hold, what they do not tell, and words that are meant so."""
    assert mended(store, asked) == asked


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("秋砚温", "秋砚温"),  # back to front is no swap of two
        ("砚温秋", "温砚秋"),  # all that then stand together do so in the index
        ("议会", "议会"),  # a word, though the index has 会议
        ("月在五举行", "月在五举行"),  # neither do
        ("董的事长", "董的事长"),  # 的 stands beside nearly everything
    ],
)
def test_swapped_by_the_index_alone(store: Store, asked: str, meant: str) -> None:
    """What the index has as meant needs no text that tells it: the article may not be among those looked through."""
    assert mended(store, asked, "") == meant


def test_of_several_the_clear_one(store: Store) -> None:
    """Where the texts have as often another one in the place, nobody knows which is meant."""
    assert mended(store, "温砚春", f"{TEXT}温砚冬。") == "温砚春"


def test_texts_are_asked_for_where_there_is_a_slip(store: Store) -> None:
    """A question in the words of the articles needs none."""
    assert restored(store, "董事长叫温砚秋", lambda: pytest.fail("asked")) is None


def test_other_words_throughout_are_no_slip(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that has more places of the kind than a slip makes costs no search in the texts."""
    monkeypatch.setattr(restoring, "MOST_PLACES", 2)
    assert mended(store, "公末信") == "公开信"
    monkeypatch.setattr(restoring, "_repairs", lambda *_: pytest.fail("looked for"))
    assert mended(store, "公末信甲乙丙丁") == "公末信甲乙丙丁"


@given(st.text(alphabet="董事长温砚秋公开信的甲乙 a", max_size=40))
def test_any_text(store: Store, asked: str) -> None:
    """Whatever is asked, what is replaced lies within it."""
    repair = restored(store, asked, lambda: TEXT)
    assert repair is None or 0 <= repair[0] <= repair[1] <= len(asked)


def test_a_search_tells_it(make_article: MakeArticle, tmp_path: Path) -> None:
    """The mended question is what is searched and suggested, also where it was quoted."""
    build_index([make_article("ferry", "青鹭渡口", TEXT), make_article("other", "别的", "山上有雪。")], tmp_path)
    with Library.open(tmp_path) as library:
        for asked in ("青鹭渡口的重事长", "青鹭渡口「重事长」"):
            results = library.search(asked)
            assert "董事长" in (results.suggestion or "")
            assert results.searched == results.suggestion
            assert results.hits[0].article.id == "ferry"
        # A term by itself may be a name that is near another: it is offered.
        assert (library.search("重事长").suggestion, library.search("重事长").searched) == ("董事长", None)
