"""Ten thousand hostile snippets, titles and names, and nothing of them does more than show."""

import random
import re
import unicodedata
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import words_in
from bot.render.answers import answer_layout
from bot.render.articles import articles_layout, proposal_layout, removal_layout, removed_layout
from bot.render.custom_ids import JudgeAnswer
from bot.render.forms import judgement_form, sentence_of, upload_form, uploads_of
from bot.render.status import settings_layout, size_words, status_layout
from bot.services.article_changes import ArticlePage, Proposal, Removal
from bot.services.article_files import RemovedFiles
from bot.services.requests import LANGUAGES
from bot.services.resolving import Answer
from bot.services.server_settings import ServerSettings
from bot.services.vitals import Status
from corpus import (
    Candidate,
    Choices,
    Evidence,
    Hit,
    NewerIndex,
    NoMatch,
    Profile,
    Rejected,
    Role,
    SearchResults,
    Snippet,
)
from tests.bot.fakes import answer_state, article
from tests.bot.render.checks import check_message, texts

SNIPPETS = 10_000
PIECES = (
    *("<@1420000000000000012>", "<@&1420000000000000100>", "@everyone", "@here", "<#1420000000000000101>"),
    *("</search:1>", "<t:0:R>", "<:smile:1420000000000000012>", "<a:wave:1>", "<id:customize>"),
    *("[free](https://evil.example/x)", "[a\n](https://evil.example)", "[a]\u200b(https://evil.example)"),
    *("https://evil.example/?q=1", "<https://evil.example>", "discord.gg/abc123", "https://discord.com/invite/abc"),
    *("||spoiler||", "```ansi\n\u001b[31m", "`code`", "**bold**", "__under__", "~~gone~~", "# heading"),
    *("\n## heading\n", "\n> quote", "\n>>> all", "\n- list", "\n1. list", "-# small", "\\", "\\\\*", "*", "_"),
    *("\u202etxet", "\u2066a\u2069", "\u200f", "a\u0301\u0301\u0301\u0301\u0301\u0301", "\u0000", "\u0007", "\ud800"),
    *("\U000e0041", "\u3164", "好", "言葉", "plain words", " ", "\n\n\n"),
)
WORST = st.lists(st.sampled_from(PIECES), max_size=400).map("".join)
QUICK = settings(max_examples=40)


def hostile(rng: random.Random, pieces: int) -> str:
    """Return a text of pieces that each want to do something."""
    return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, pieces)))


def live(content: str) -> list[str]:
    """Return what of a text Discord would act on, our own headings, small print, quotes and bold apart."""
    bare = re.sub(r"\\.", "x", content, flags=re.DOTALL)
    bare = re.sub(r"^(?:### |-# |> |- )", "", bare, flags=re.MULTILINE)
    found = re.findall(r"[<\[\]()`~|_@/\\]|^#+ |^>|^-# ", bare.replace("**", ""), re.MULTILINE)
    found += [sign for sign in bare if unicodedata.category(sign) in {"Cc", "Cf", "Cs"} and sign != "\n"]
    return found + (["*"] if "*" in bare.replace("**", "") or bare.count("**") % 2 else [])


@pytest.mark.parametrize("piece", ["<@1>", "@here", "[a](b)", "a/b", "*b*", "**b", "||s||", "`c`", "\u202e", "> # h"])
def test_what_would_live_is_noticed(piece) -> None:
    """The check of the others bites."""
    assert live(f"### {piece}") != []


@pytest.mark.parametrize("part", range(4))
def test_ten_thousand_snippets_do_nothing(part) -> None:
    """No ping, link, invite, command, emoji, timestamp, markup or turned text lives, and every message is valid."""
    rng = random.Random(part)  # noqa: S311  the same pieces each time
    for _ in range(SNIPPETS // 4 // 5):
        hits = []
        for number in range(5):
            text = hostile(rng, 30)
            spots = sorted(rng.randint(0, len(text)) for _ in range(4))
            snippet = Snippet(text=text, highlights=((spots[0], spots[1]), (spots[2], spots[3])), spans=((0, 5),))
            one = article(number, title=hostile(rng, 8), author=hostile(rng, 3), source=hostile(rng, 3))
            hits.append(Hit(article=one, snippets=(snippet,), score=1.0))
        results = SearchResults(question="q", hits=tuple(hits), total=5, suggestion=hostile(rng, 3))
        view = answer_layout(Answer(state=answer_state(question=hostile(rng, 5)), value=results, build="b"))
        check_message(view)
        assert live(texts(view)) == []


@QUICK
@given(WORST, WORST, st.sampled_from(LANGUAGES))
def test_other_answers_do_nothing_either(text, name, language) -> None:
    """Cards, choices and names that nobody has."""
    one = article(1, title=text, author=name, source=text)
    values = (
        Profile(
            name=name,
            kind="person",
            aliases=(text, name),
            roles=(Role(text=text[:40], article=one),),
            evidence=(Evidence(text=text[:200], article=one, start=0, end=5),),
            related=(name, text),
            articles=(one,),
        ),
        Choices(asked=text, candidates=(Candidate(name=name, kind="person", hint=text),), near=True),
        NoMatch(asked=name, nearest=(text,)),
    )
    for value in values:
        view = answer_layout(Answer(state=answer_state(kind="who", language=language), value=value, build="b"))
        check_message(view)


@QUICK
@given(WORST, WORST, st.integers(0, 30), st.sampled_from(LANGUAGES))
def test_what_admins_see_does_nothing_either(text, name, count, language) -> None:
    """Uploads, lists and removals keep the limits, whatever files and articles are called."""
    words = words_in(language)
    some = tuple(article(number, title=text, source=name, author=text) for number in range(count))
    rejected = tuple(Rejected(origin=name, reason=text) for _ in range(count))
    removed = tuple(
        RemovedFiles(key=f"{n:012}", at=float(n), titles=(text, name) * count, origins=(name,)) for n in range(count)
    )
    views = [
        proposal_layout(Proposal(key="k" * 12, articles=some, rejected=rejected), words),
        articles_layout(
            ArticlePage(
                articles=some[:8],
                own=frozenset({"a1", "a2"}),
                page=1,
                pages=9,
                total=70,
                removed=count,
                source="missing",
            ),
            words,
        ),
        removal_layout(Removal(article=article(title=text), files=(name,) * count, others=some), words),
        removed_layout(removed, words),
    ]
    for view in views:
        check_message(view)
        assert live(texts(view)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("built_at", ["2026-01-01T00:00:00+00:00", "2026-01-02T11:30:00", None])
def test_status_and_settings_in_every_language(language, built_at) -> None:
    """An index of any age, and none, is told within the limits."""
    status = Status(
        version="0", build=built_at and "b", built_at=built_at, engine="e", articles=1, passages=2, outdated=True,
        damage=NewerIndex("b", 9), building=False, answer_ms=12.0, lag_ms=3.0, log_bytes=10**9, source="emptied",
        log_trouble="the disk is full", state_trouble="database is locked", free_mib=1,
    )  # fmt: skip
    check_message(status_layout(status, 20.0, datetime(2026, 1, 2, 12, tzinfo=UTC), words_in(language)))
    for one in (ServerSettings(), ServerSettings(language="zh-TW", private=True)):
        check_message(settings_layout(one, words_in(language), saved=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_keep_the_limits(language) -> None:
    """Titles have 45 characters, labels too."""
    words = words_in(language)
    for form in (upload_form(words), judgement_form(JudgeAnswer(key="k" * 12, helpful=False), words)):
        sent = form.to_dict()
        assert 1 <= len(sent["title"]) <= 45
        for piece in sent["components"]:
            assert 1 <= len(piece["label"]) <= 45
            assert len(piece.get("description") or "") <= 100


@pytest.mark.parametrize(("size_bytes", "shown"), [(0, "0 KB"), (53_248, "52 KB"), (5 * 2**20, "5.0 MB")])
def test_a_small_log_is_not_called_nothing(size_bytes, shown) -> None:
    """A log of some kilobytes has a size, although it is no tenth of a megabyte."""
    assert size_words(size_bytes) == shown


WRITTEN = st.fixed_dictionaries({"custom_id": st.just("sentence"), "value": st.none() | st.text()})


@given(st.lists(st.fixed_dictionaries({"component": WRITTEN}), max_size=2))
def test_any_sentence_is_one_line_or_none(components) -> None:
    """What somebody writes into the form is cut to one short line; blanks are nothing."""
    sentence = sentence_of({"components": components})
    assert sentence is None or (0 < len(sentence) <= 300 and "\n" not in sentence)
    assert uploads_of({"components": components}) == ()
