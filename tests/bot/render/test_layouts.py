"""Every layout keeps Discord's limits, with the longest and the worst content."""

from dataclasses import replace
from typing import Any, get_args

import pytest
from discord.ui import LayoutView
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import Words, words_in
from bot.render.answers import answer_layout
from bot.render.custom_ids import AskInstead, LoosenSearch, ReadArticle, parse
from bot.render.notices import greeting_layout, help_layout, notice_layout
from bot.render.reader import reader_layout
from bot.render.summary import reading_minutes
from bot.services.answers import OpenedArticle
from bot.services.completions import Examples
from bot.services.ports import AnswerState
from bot.services.reading_pages import page_spans
from bot.services.requests import LANGUAGES
from bot.services.resolving import Answer, AnswerValue
from corpus import (
    Article,
    Candidate,
    Choices,
    Event,
    Evidence,
    Fact,
    Filters,
    Hit,
    NoMatch,
    Profile,
    Role,
    SearchResults,
    Several,
    Snippet,
    Summary,
    SummarySentence,
)
from corpus.results import FactKind
from tests.bot.fakes import answer_state, article
from tests.bot.render.checks import buttons, check_message, components, texts

WORST = st.sampled_from(
    ["*_[]<@1>" * 500, "好" * 4000, "a" * 4000, "\u202e\u0301" * 2000, "# x\n" * 900, "x", "\n", "-"]
)
SHORT = st.one_of(WORST.map(lambda text: text[:200]), st.text(max_size=60))
JUDGED = ["Helpful", "Not helpful"]
QUICK = settings(max_examples=40)


def laid_out(state: AnswerState, value: AnswerValue, words: Words, **options: int) -> LayoutView:
    """Return an answer as a message in the language of ``words``."""
    return answer_layout(Answer(state=replace(state, language=words.language), value=value, build="b1"), **options)


def identifiers(view: LayoutView) -> list[str]:
    """Return the ids of a layout's buttons in order."""
    return [each["custom_id"] for each in components(view.to_components()) if each.get("custom_id")]


def opened(one: Article) -> OpenedArticle:
    """Return an article as it is opened."""
    return OpenedArticle(article=one, pages=page_spans(one.text), language="en-US")


@st.composite
def articles(draw: Any) -> Article:
    return article(
        draw(st.integers(0, 9999)),
        title=draw(SHORT) or "t",
        text=draw(WORST),
        author=draw(st.none() | SHORT),
        source=draw(st.none() | SHORT),
        url=draw(
            st.sampled_from([None, "https://harbour.example/", "javascript:x", "https://harbour.example/" + "y" * 480])
        ),
    )


@st.composite
def hits(draw: Any) -> Hit:
    snippets = [
        Snippet(text=text, highlights=((0, 5), (7, 150)), spans=((3, 40),))
        for text in draw(st.lists(WORST.map(lambda text: text[:200]), min_size=1, max_size=3))
    ]
    return Hit(article=draw(articles()), snippets=tuple(snippets), score=1.0)


@st.composite
def profiles(draw: Any) -> Profile:
    some = draw(st.lists(articles(), min_size=3, max_size=9))
    return Profile(
        name=draw(SHORT) or "n",
        kind="person",
        aliases=tuple(draw(st.lists(SHORT, max_size=20))),
        roles=tuple(Role(text=text[:40], article=some[0]) for text in draw(st.lists(SHORT, max_size=6))),
        evidence=tuple(
            Evidence(text=text, article=some[i], start=i, end=200)
            for i, text in enumerate(draw(st.lists(SHORT, max_size=3)))
        ),
        related=tuple(draw(st.lists(SHORT, max_size=9))),
        articles=tuple(some),
        facts=tuple(
            Fact(kind=kind, text=text, article=some[0], start=9, end=90)
            for kind, text in draw(st.lists(st.tuples(st.sampled_from(get_args(FactKind)), SHORT), max_size=8))
        ),
        events=tuple(
            Event(date="2024-03-05", text=text[:100], article=some[1], start=0, end=9)
            for text in draw(st.lists(SHORT, max_size=6))
        ),
    )


CHOICES = st.builds(
    Choices,
    asked=SHORT,
    candidates=st.lists(
        st.builds(Candidate, name=SHORT, kind=st.just("person"), hint=st.none() | SHORT), max_size=30
    ).map(tuple),
    near=st.booleans(),
)
WITHOUT = ("source", "author", "language", "after", "before", "words", "")
NO_MATCHES = st.builds(NoMatch, asked=SHORT, nearest=st.lists(SHORT, max_size=9).map(tuple))
VALUES = st.one_of(
    st.builds(
        SearchResults,
        question=SHORT,
        hits=st.lists(hits(), max_size=11, unique_by=lambda hit: hit.article.id).map(tuple),
        total=st.integers(0, 10**6),
        at_least=st.booleans(),
        suggestion=st.none() | SHORT,
        searched=st.none() | SHORT,
        profile=st.none() | profiles() | CHOICES,
        filters=st.builds(Filters, source=st.none() | SHORT, author=SHORT.map(lambda text: f"{text}\n-{text}")),
        weak=st.booleans(),
        found=st.lists(SHORT, max_size=9).map(tuple),
        missing=st.lists(SHORT, max_size=9).map(tuple),
        unread=st.lists(SHORT, max_size=9).map(tuple),
        without=st.lists(st.tuples(st.sampled_from(WITHOUT), st.integers(1, 50)), max_size=7).map(tuple),
    ),
    profiles(),
    CHOICES,
    NO_MATCHES,
    st.builds(
        Several,
        asked=SHORT,
        answers=st.lists(profiles() | CHOICES | NO_MATCHES, min_size=2, max_size=5).map(tuple),
    ),
)


@QUICK
@given(VALUES, st.integers(0, 9), st.sampled_from(LANGUAGES), SHORT)
def test_answers_keep_the_limits(value, page, language, question) -> None:
    """No content makes a message that Discord would refuse."""
    state = answer_state(question=question, filters=Filters(source="x"))
    check_message(laid_out(state, value, words_in(language), page=page))


@QUICK
@given(
    st.lists(articles(), min_size=1, max_size=9, unique_by=lambda article: article.id),
    st.lists(WORST.map(lambda text: text[:1200]), max_size=20),
    st.lists(SHORT, max_size=8, unique=True),
)
def test_summaries_keep_the_limits(some, sentences, words) -> None:
    """However much is quoted, from however many articles, and whatever it is about, it fits."""
    quoted = [
        SummarySentence(
            text=text, article=some[i % len(some)], start=i, end=i + 10, also=tuple(some), clipped=bool(i % 2)
        )
        for i, text in enumerate(sentences)
    ]
    summary = Summary(
        subject=some[0].title,
        sentences=tuple(quoted),
        articles=tuple(some),
        source_chars=5000,
        names=tuple(Candidate(name=word, kind="person", hint=None) for word in words),
        terms=tuple(words),
    )
    check_message(laid_out(answer_state(kind="summary", private=True), summary, words_in("zh-CN")))


def test_every_sentence_of_a_digest_has_its_button_and_its_sources() -> None:
    """A sentence's number leads to its place, also past the five buttons of a row; all who say it are named."""
    some = [article(id=f"a{number}", title=f"T{number}", published="2024-05-01") for number in range(8)]
    quoted = tuple(SummarySentence(text="said", article=one, start=0, end=4, also=(some[0],)) for one in some[1:])
    summary = Summary(subject="topic", sentences=quoted, articles=tuple(some), source_chars=5000)
    view = laid_out(answer_state(kind="summary"), summary, words_in("en-US"))
    assert buttons(view) == [*(f"Read {number}" for number in range(1, 8)), *JUDGED]
    assert "2. said\n-# T2 · 2024-05-01; T0 · 2024-05-01" in texts(view).replace("\\", "")


def test_a_summary_tells_what_it_is_and_leads_on() -> None:
    """Facts, reading time, what is left out; a clause is marked; names lead to /who, terms to a search."""
    one = article(1, text="风" * 800, author="Bea", source="Weekly", published="2024-05")
    summary = Summary(
        subject=one.title,
        sentences=(SummarySentence(text="风" * 40, article=one, start=0, end=40, clipped=True),),
        articles=(one,),
        source_chars=800,
        names=(Candidate(name="Mira Quill", kind="person", hint=None),),
        terms=("风电",),
    )
    view = laid_out(answer_state(kind="summary"), summary, words_in("en-US"))
    shown = texts(view)
    assert "Bea · Weekly · 2024-05" in shown
    assert "about 2 min to read; 95% is left out" in shown
    whole = replace(summary, source_chars=sum(len(sentence.text) for sentence in summary.sentences))
    assert "min to read; all of it stands here." in texts(laid_out(answer_state(), whole, words_in("en-US")))
    assert f"1. {'风' * 40} …" in shown
    labels = buttons(view)
    assert [labels[0], *labels[-4:-2]] == ["Read 1", "Mira Quill", "Search: 风电"]
    kinds = [press.kind for press in map(parse, identifiers(view)) if isinstance(press, AskInstead)]
    assert kinds == ["who", "search"]


@pytest.mark.parametrize(("body", "minutes"), [("", 0), ("风" * 4000, 10), ("word " * 2400, 10), ("风" * 10**6, 2500)])
def test_reading_takes_its_time(body, minutes) -> None:
    """400 Chinese characters or 200 English words a minute, also of a book."""
    assert round(reading_minutes(body)) == minutes


@QUICK
@given(articles(), st.tuples(st.integers(0, 5000), st.integers(0, 5000)), st.none() | st.integers(0, 99999))
def test_the_reader_keeps_the_limits(one, mark, page) -> None:
    """Any article opens at any place, or at any page."""
    press = ReadArticle(key="k" * 12, article_id=one.id, places=(mark,), page=page)
    check_message(reader_layout(opened(one), press, words_in("zh-TW")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_words_keep_the_limits(language) -> None:
    """Help and greeting fit in every language, and a notice may hold anything."""
    words = words_in(language)
    worst = Examples(question="*" * 300, name="](<@1>" * 60, title="\u202e" + "好" * 300)
    pages = [page(words, each) for page in (help_layout, greeting_layout) for each in (worst, Examples())]
    for layout in (*pages, notice_layout("<@1>" * 5000), notice_layout("")):
        check_message(layout)


def test_a_page_of_results_shows_what_was_found() -> None:
    """Five results a page with title, facts, highlighted snippet and a Read button that opens at the snippet."""
    found = tuple(
        Hit(
            article=article(number),
            snippets=(Snippet(text="a wind turbine", highlights=((2, 6),), spans=((4, 11),)),),
            score=9.0 - number,
        )
        for number in range(1, 8)
    )
    results = SearchResults(question="wind power", hits=found, total=7, at_least=True)
    first = laid_out(answer_state(), results, words_in("en-US"))
    shown = texts(first)
    assert "at least 7 articles" in shown
    assert "**5. Wind farms, part 5**" in shown
    assert "part 6" not in shown
    assert "> … a **wind** turbine …" in shown
    assert "Mira Quill · Harbour Weekly · 2024-03-05" in shown
    assert buttons(first) == ["Read"] * 5 + ["Next", *JUDGED]
    second = laid_out(answer_state(), results, words_in("en-US"), page=9)
    assert buttons(second) == ["Read", "Read", "Previous", *JUDGED]
    assert "Page 2 of 2" in texts(second)


def rows_of(view: LayoutView) -> list[list[str]]:
    """Return the labels of each row of buttons."""
    rows = [each for each in components(view.to_components()) if each["type"] == 1]
    return [[each["label"] for each in row["components"]] for row in rows]


def test_pages_and_judgement_share_a_row() -> None:
    """Under a private page in the middle stand five buttons in one row, not three rows."""
    found = tuple(Hit(article=article(number), snippets=(), score=1.0) for number in range(1, 12))
    results = SearchResults(question="wind", hits=found, total=11)
    words = words_in("en-US")
    view = laid_out(answer_state(private=True), results, words, page=1)
    assert rows_of(view) == [["Previous", "Next", *JUDGED, words("button-share")]]


def test_a_digest_leads_on_in_one_row() -> None:
    """Three names and two terms are enough to go on with."""
    one = article(1)
    summary = Summary(
        subject="Wind",
        sentences=(SummarySentence(text="Wind turns it.", article=one, start=0, end=14),),
        articles=(one,),
        source_chars=100,
        names=tuple(Candidate(name=f"Name {number}", kind="person", hint=None) for number in range(9)),
        terms=tuple(f"term {number}" for number in range(9)),
    )
    view = laid_out(answer_state(kind="summary"), summary, words_in("en-US"))
    assert rows_of(view)[1:] == [["Name 0", "Name 1", "Name 2", "Search: term 0", "Search: term 1"], JUDGED]


def test_more_found_than_shown_is_said() -> None:
    """Whoever reaches the last page knows why it is the last."""
    hits = tuple(Hit(article=article(number), snippets=(), score=1.0) for number in range(6))
    for total, said in ((37, True), (6, False)):
        results = SearchResults(question="q", hits=hits, total=total)
        shown = texts(laid_out(answer_state(), results, words_in("en-US")))
        assert (words_in("en-US")("search-best", shown=6) in shown) is said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_searched_instead_is_said(language) -> None:
    """Results for another word than the one that was typed say so; what was not searched has a button."""
    words = words_in(language)
    hits = (Hit(article=article(1), snippets=(), score=1.0),)
    for searched in ("frogs", None):
        results = SearchResults(question="q", hits=hits, total=1, suggestion="frogs", searched=searched)
        view = laid_out(answer_state(), results, words)
        assert (words("search-instead", question="frogs") in texts(view)) is bool(searched)
        labels = buttons(view)
        assert (words("button-suggestion", question="frogs") in labels) is (searched is None)


def test_no_result_says_what_to_try() -> None:
    """Somebody who finds nothing is told which words stand nowhere, and what to do."""
    words = words_in("zh-TW")
    nothing = SearchResults(
        question="q", hits=(), total=0, found=("燈塔",), missing=("青蛙", "池塘"), unread=("after:*",)
    )
    shown = texts(laid_out(answer_state(), nothing, words))
    assert words("search-try") in shown
    assert words("search-found-words", words="燈塔") in shown
    assert words("search-missing", words="青蛙、池塘") in shown
    assert words("search-unread", words="after:\\*") in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_emptied_a_result_can_be_dropped(language) -> None:
    """The filters that were applied are named; a button for each that left everything out counts what it hides."""
    words = words_in(language)
    results = SearchResults(
        question="q",
        hits=(),
        total=0,
        filters=Filters(source="Harbour\n-Pond", after="2024"),
        without=(("source", 3), ("words", 1), ("", 5)),
    )
    view = laid_out(answer_state(), results, words)
    source, after = words("filter-source"), words("filter-after")
    sources = f"{source} Harbour · {words('filter-not', filter=f'{source} Pond')}"
    applied = words("search-filters", filters=f"{sources} · {after} 2024")
    assert applied.replace("\\", "") in texts(view).replace("\\", "")
    named = {"source": sources, "words": words("filter-words"), "": words("filter-all")}
    for name, count in results.without:
        label = words("search-without", filter=named[name], count=count)
        pressed = [each for each in components(view.to_components()) if each.get("label") == label]
        assert parse(pressed[0]["custom_id"]) == LoosenSearch(key=answer_state().key, name=name)


def test_a_weak_answer_says_so() -> None:
    """Where the articles do not answer, that stands above the closest passages, and nothing is counted."""
    words = words_in("en-US")
    found = tuple(Hit(article=article(number), snippets=(), score=1.0) for number in range(3))
    shown = texts(laid_out(answer_state(), SearchResults(question="q", hits=found, total=2, weak=True), words))
    assert words("search-weak") in shown
    assert words("search-found", total=2) not in shown
    shown = texts(laid_out(answer_state(), SearchResults(question="q", hits=found, total=2), words))
    assert f"{words('search-found', total=2)} · {words('search-close', count=1)}" in shown


def test_a_card_states_sources() -> None:
    """Each role stands with its article."""
    one = article()
    profile = Profile(
        name="Mira Quill",
        kind="person",
        aliases=("Mira Q.",),
        roles=(Role(text="editor of Harbour Weekly", article=one),),
        evidence=(Evidence(text="The first turbine turned in March.", article=one, start=0, end=34),),
        related=("Tom Oak",),
        articles=(one,),
    )
    layout = laid_out(answer_state(kind="who"), profile, words_in("en-US"))
    assert "editor of Harbour Weekly\n-# Wind farms, part 1 · 2024-03-05" in texts(layout)
    assert buttons(layout) == ["Read", "Tom Oak", "Wind farms, part 1", *JUDGED]
    bare = Profile(name="X", kind="person", aliases=(), roles=(), evidence=(), related=(), articles=())
    assert texts(laid_out(answer_state(), bare, words_in("en-US"))) == "### X\n-# Person"


def test_a_snippet_that_does_not_fit_is_left_out_rather_than_cut() -> None:
    """Where titles are long, fewer whole snippets are shown; lines of an article become one line."""
    snippets = tuple(
        Snippet(text="one  two\nthree " + "*" * 180 + str(n), highlights=(), spans=((0, 0),)) for n in range(3)
    )
    found = tuple(Hit(article=article(number, title="T" * 200), snippets=snippets, score=1.0) for number in range(1, 6))
    shown = texts(laid_out(answer_state(), SearchResults(question="q", hits=found, total=5), words_in("en-US")))
    quoted = [line for line in shown.splitlines() if line.startswith("> ")]
    assert len(quoted) == 5
    assert all(line.startswith("> one two three ") and line.endswith("0") for line in quoted)
