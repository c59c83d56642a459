"""The speller: what it takes for a slip, what it leaves alone, and that no text costs more than a few look-ups."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus import Article, Library, build_index
from corpus.index.store import Store
from corpus.search import speller
from corpus.search.speller import corrected


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, articles: tuple[Article, ...]):
    """Return the store of the small collection."""
    folder = tmp_path_factory.mktemp("index")
    store = Store(folder / build_index(articles, folder).build)
    yield store
    store.close()


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Veldermor farmers", "veldermoor farmers"),
        ("who planted pear treees", "who planted pear trees"),
        ("Odalys Fenwcik", "Odalys fenwick"),
        ("Odlays Fenvick", "odalys fenwick"),
        ("Veldmoor", "veldermoor"),
        ("Edalys Fenwick", "odalys Fenwick"),
        ("dOalys eFnwick", "odalys fenwick"),
        ("a lihgthouse", "a lighthouse"),
        ("ighthouse planteed", "lighthouse planted"),
        ("pear tres", "pear trees"),
        ("pear tees", "pear tees"),
        ("pear soi", "pear soil"),
        ("the ater", "the water"),
        ("FEnwcik", "fenwick"),
        ("灯踢是谁设计的", "灯踢是谁设计的"),
        ("瞪塔是谁设计的", "灯塔是谁设计的"),
        ("燈塔的公程师", "燈塔的工程师"),
        ("何晓满", "何小满"),
        ("门票是武十元", "门票是五十元"),
        ("守踏人住在哪", "守塔人住在哪"),
        ("一条考叉队", "一条考察队"),
    ],
)
def test_slips(store: Store, asked: str, meant: str) -> None:
    """A slip or two in a Latin word, a character of the same sound; a character of another sound stays."""
    assert corrected(store, asked) == (None if asked == meant else meant)


@pytest.mark.parametrize(
    "asked",
    [
        "Who planted the pear trees in Veldermoor?",
        "which company",  # a common word, though no article holds it
        "bear",  # another first letter
        "yf",  # too short
        "xqz",  # no word with a letter more
        "ater",  # by itself, which may name something
        "Peer",  # with a capital, too
        "PEAs",
        "SOIl",
        "WaTe",  # abbreviations
        "灯堂",
        "谁设计了灯塔",
        "考察队的灯塔",
        "桌子椅子",
        "",
        "？！",
    ],
)
def test_what_is_left_alone(store: Store, asked: str) -> None:
    """Words of the index, common words, words that no other is near, and what is no word."""
    assert corrected(store, asked) is None


def test_ties_go_to_the_more_frequent(make_article, tmp_path: Path) -> None:
    """Of two words equally near, the one that stands more often is meant."""
    build = build_index([make_article("x", text="A gannet. A gannet. One garnet.", language="en")], tmp_path).build
    store = Store(tmp_path / build)
    assert corrected(store, "gamnet") == "gannet"
    store.close()


def test_a_search_uses_and_tells_it(tmp_path: Path, articles: tuple[Article, ...]) -> None:
    """The corrected question is what is searched, and both are told; where nothing was mended there is none."""
    build_index(articles, tmp_path)
    with Library.open(tmp_path) as library:
        results = library.search("Veldermor")
        assert results.hits[0].article.id == "orchard"
        assert results.suggestion == results.searched == "veldermoor"
        assert results.missing == ("Veldermor",)
        assert library.search("Veldermoor").suggestion is None


def test_few_words_are_looked_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is asked, at most eight words are compared and three are mended."""
    seen: list[str] = []
    monkeypatch.setattr(speller, "_same_sound", lambda _store, word, *_, **__: seen.append(word) or "灯")
    asked = "".join(chr(0x4E00 + 37 * n) for n in range(200))
    mended = corrected(store, asked)
    assert len(seen) == speller.MOST_DOUBTFUL
    assert sum(ours != theirs for ours, theirs in zip(asked, mended, strict=True)) == speller.MOST_CORRECTIONS


@given(st.text(max_size=200))
@example("AA÷À")
def test_any_text_can_be_spelt(store: Store, text: str) -> None:
    """No text fails."""
    assert corrected(store, text) != text


def test_english_that_the_articles_lack_is_no_slip(make_article, tmp_path: Path) -> None:
    """A word of the dictionary stays, though one that stands in the articles is a letter away."""
    store = Store(tmp_path / build_index([make_article("x", text="A grand show.", language="en")], tmp_path).build)
    assert corrected(store, "which brand is slow") is None
    assert corrected(store, "which frand is slow") == "which grand is slow"
    store.close()


MILLER = "The miller says: the band left on thin ice. A GPU hums. Thick Fog plays. Owlkeep trades. 敏捷开发与冰川。"


@pytest.fixture(scope="module")
def miller(tmp_path_factory: pytest.TempPathFactory, make_article):
    """Return the store of an article of common words, names and Chinese."""
    folder = tmp_path_factory.mktemp("miller")
    store = Store(folder / build_index([make_article("x", text=MILLER, language="en")], folder).build)
    yield store
    store.close()


@pytest.mark.parametrize(
    "asked", ["SaaS", "Lyft 估值", "lyft", "NGO", "AGI", "GloB", "Owlkep 和 Icee", "how does AGI pay"]
)
def test_names_and_abbreviations_are_no_slips(miller: Store, asked: str) -> None:
    """What the articles lack and common words are near to stays, but for a name of the articles' own."""
    assert corrected(miller, asked) == {"Owlkep 和 Icee": "owlkeep 和 Icee"}.get(asked)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("what he sasy", "what he says"),
        ("GPUs", "gpu"),
        ("how is it agilee", "how is it agile"),  # not agil, by which the dictionary is looked up
        ("two glacierss", "two glaciers"),
        ("Owlkeap", "owlkeep"),
        ("Owlekep", "owlkeep"),
        ("Owlkepez", "owlkeep"),
    ],
)
def test_only_words_are_put_in_a_place(miller: Store, asked: str, meant: str) -> None:
    """A common word in a sentence is mended, and a plural; what comes is a word of the articles or the dictionary."""
    assert corrected(miller, asked) == meant


def test_what_stands_beside_tells_a_word(miller: Store) -> None:
    """A short common word with a capital is mended where texts have it beside the same word."""
    assert corrected(miller, "Thick Fogg 是谁") is None
    assert corrected(miller, "Thick Fogg 是谁", "", lambda: "x thick fog\nplay") is None  # fog has three letters
    assert corrected(miller, "thin bannd 在哪", "", lambda: "on thin band") == "thin band 在哪"


def test_a_word_of_a_title_is_no_slip(make_article, tmp_path: Path) -> None:
    """A word that stands in a title alone stays, and is not taken for a longer one of a text."""
    text = "Dinner was held at the Velderano. The road was closed to all."
    article = make_article("x", "Velderine Square", text, language="en")
    store = Store(tmp_path / build_index([article], tmp_path).build)
    assert corrected(store, "when is dinner at Velderine") is None
    assert corrected(store, "when is dinner at Veldereno") == "when is dinner at velderano"
    store.close()
