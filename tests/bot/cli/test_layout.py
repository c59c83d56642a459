"""Tests of answers as laid out for a terminal."""

from dataclasses import replace

from bot.cli.layout import article_rows, candidate, hit, profile, snippet, summary
from corpus import Article, Candidate, Evidence, Hit, Profile, Role, Snippet, Summary, SummarySentence

POND = Article(
    id="pond",
    title="The pond",
    text="Frogs sing. Ada Moss counts them.",
    language="en",
    author="Bea",
    source="Weekly",
    published="2024-05",
    url=None,
    origins=("pond.md",),
)
HILL = replace(POND, id="hill", title="The\x1b hill", author=None, published=None, origins=("hill\t.txt",))


def test_a_hit_shows_number_title_place_and_snippets() -> None:
    """A reader sees which article, from where, and the words that answer."""
    found = Hit(
        article=POND, snippets=(Snippet(text="Frogs sing.", highlights=((0, 5),), spans=((0, 11),)),), score=2.0
    )
    assert hit(1, found).plain == " 1 The pond\n   pond.md · 2024-05 · Bea · Weekly\n   Frogs sing."


def test_highlights_fall_on_the_asked_words() -> None:
    """Characters that are left out before a highlight do not move it."""
    line = snippet(Snippet(text="\u202ea frog\n\u3000 sings", highlights=((3, 7),), spans=((0, 15),)))
    assert line.plain == "a frog sings"
    assert [line.plain[span.start : span.end] for span in line.spans] == ["frog"]


def test_a_card_names_its_sources() -> None:
    """Each statement of a card stands with its article."""
    card = Profile(
        name="Ada Moss",
        kind="person",
        aliases=("A. Moss",),
        roles=(Role(text="counts frogs", article=POND),),
        evidence=(Evidence(text="Ada Moss counts them.", article=HILL, start=12, end=33),),
        related=("Bea",),
        articles=(POND, HILL),
    )
    assert profile(card).plain.split("\n") == [
        "Ada Moss  (A. Moss)",
        "   counts frogs  The pond",
        "   “Ada Moss counts them.”  The hill",
        "   → Bea",
    ]


def test_a_choice_shows_what_tells_it_apart() -> None:
    """Two of one name differ by their hint; one without a hint stands alone."""
    assert candidate(Candidate(name="Ada", kind="person", hint="of the pond")).plain == "- Ada  of the pond"
    assert candidate(Candidate(name="Ada", kind="person", hint=None)).plain == "- Ada"


def test_a_digest_numbers_its_articles() -> None:
    """Each sentence of several articles points to all that say it, and one that goes on says so."""
    sentences = (
        SummarySentence(text="Frogs sing.", article=POND, start=0, end=11, also=(HILL,)),
        SummarySentence(text="Hills rise", article=HILL, start=0, end=10, clipped=True),
    )
    told = Summary(subject="frogs", sentences=sentences, articles=(POND, HILL), source_chars=60)
    assert summary(told).plain.split("\n")[1:3] == ["Frogs sing. [1, 2]", "Hills rise … [2]"]


def test_a_summary_of_one_article_needs_no_numbers() -> None:
    """One source is named once."""
    told = Summary(
        subject="The pond",
        sentences=(SummarySentence(text="Frogs sing.", article=POND, start=0, end=11),),
        articles=(POND,),
        source_chars=33,
    )
    assert summary(told).plain.split("\n")[1:] == ["Frogs sing.", "The pond  pond.md · 2024-05 · Bea · Weekly"]


def test_rows_have_five_cells_whatever_a_title_holds() -> None:
    """A tab or an escape inside a name cannot add a cell for the program that reads the rows."""
    rows = article_rows([POND, HILL]).splitlines()
    assert rows == ["pond\tThe pond\t2024-05\ten\tpond.md", "hill\tThe hill\t\ten\thill .txt"]
