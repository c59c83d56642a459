"""Results as messages: what a question asks for above them."""

from dataclasses import replace

from discord.ui import LayoutView

from bot.messages import words_in
from bot.render.answers import answer_layout
from bot.services.resolving import Answer
from corpus import Candidate, Choices, Evidence, Hit, Profile, Role, SearchResults, Snippet
from tests.bot.fakes import answer_state, article
from tests.bot.render.checks import buttons, texts


def laid_out(results: SearchResults, page: int = 0) -> LayoutView:
    """Return a page of results as a message in English."""
    return answer_layout(Answer(state=answer_state(), value=results, build="b1"), page=page)


def test_whom_a_question_asks_for_stands_above_the_first_page() -> None:
    """With the sentence that says so and where it stands; several are named side by side."""
    found = tuple(Hit(article=article(number), snippets=(), score=1.0) for number in range(1, 8))
    quoted = Evidence(text="Mira Quill runs the farm.", article=article(3), start=0, end=25)
    role = Role(text="head of the farm", article=article(3))
    card = Profile(
        name="Mira Quill", kind="person", aliases=(), roles=(role,), evidence=(quoted,), related=(), articles=()
    )
    both = Choices(
        asked="who runs it",
        candidates=tuple(Candidate(name=name, kind="person", hint=None) for name in ("Mira Quill", "Tom Oak")),
        near=False,
    )
    results = SearchResults(question="who runs it", hits=found, total=7, profile=card)
    first = texts(laid_out(results))
    assert "**Mira Quill** · head of the farm\n> Mira Quill runs the farm.\n-# Wind farms, part 3" in first
    assert "Mira Quill runs" not in texts(laid_out(results, page=1))
    named = laid_out(replace(results, profile=both))
    assert "- **Mira Quill**\n- **Tom Oak**" in texts(named)
    assert {"Mira Quill", "Tom Oak"} <= {*buttons(named)}


def test_a_list_of_all_articles_counts_them() -> None:
    """Nothing was looked for, and so nothing is said to be found."""
    words = words_in("en-US")
    listed = tuple(Hit(article=article(number), snippets=(), score=0.0) for number in range(3))
    every = replace(answer_state(), question=" * ")
    value = SearchResults(question=" * ", hits=listed, total=3)
    shown = texts(answer_layout(Answer(state=every, value=value, build="b1")))
    assert f"### {words('search-all')}\n-# {words('search-listed', total=3)}" in shown
    assert words("search-found", total=3) not in shown


def test_a_list_is_quoted_line_by_line() -> None:
    """Its items stand as in the article, also such as are further on; a highlight is never parted."""
    told = "Rules\n\n- Be kind.\n- Bring tea,\nor cake.\n- Ask first.\n- Leave by ten."
    text = "Rules  - Be kind. - Bring tea, or cake. … - Leave by ten."
    spans = ((0, told.index("\n- Ask")), (told.index("- Leave"), len(told)))
    tea = (text.index("tea"), text.index("cake"))
    hit = Hit(
        article=replace(article(1), text=told),
        snippets=(Snippet(text=text, highlights=(tea,), spans=spans),),
        score=1.0,
    )
    shown = texts(laid_out(SearchResults(question="rules", hits=(hit,), total=1)))
    assert "> Rules\n> \\- Be kind.\n> \\- Bring **tea, or** cake. …\n> \\- Leave by ten." in shown


def test_what_is_quoted_from_within_a_sentence_is_left_open() -> None:
    """An ellipsis stands where the article goes on, none where a sentence or a line begins or ends."""
    told = "Harbours\nMira Quill, who runs the farm, came in May. Tom Oak left."
    quoted = {}
    for part in (
        "who runs the farm,",
        "Mira Quill, who runs",
        "Mira Quill, who runs the farm, came in May.",
        "Tom Oak left.",
    ):
        span = (told.index(part), told.index(part) + len(part))
        hit = Hit(
            article=replace(article(1), text=told),
            snippets=(Snippet(text=part, highlights=(), spans=(span,)),),
            score=1.0,
        )
        shown = texts(laid_out(SearchResults(question="who runs it", hits=(hit,), total=1)))
        quoted[part] = next(line.removeprefix("> ") for line in shown.splitlines() if line.startswith("> "))
    assert [*quoted.values()] == [
        "… who runs the farm, …",
        "Mira Quill, who runs …",
        "Mira Quill, who runs the farm, came in May.",
        "Tom Oak left.",
    ]
