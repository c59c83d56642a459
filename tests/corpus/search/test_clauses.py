"""The query language, as typed by those who know it and by those who do not."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus import Filters
from corpus.search.clauses import (
    CLAUSES,
    Clauses,
    asks_nothing,
    loosened,
    read_clauses,
    read_date,
    read_language,
    usable,
)

MANY = '+(a b c d e f g h i j k l) "o" "p" q OR r'
TYPED = st.lists(
    st.sampled_from(
        [
            "source:",
            "来源：",
            "-",
            "+",
            '"',
            "“",
            "」",
            "OR",
            " NOT ",
            "¬",
            "|",
            "(",
            ")",
            "after:2023-02-30",
            "lang:zh",
            " ",
            "\n",
            ":",
        ]
    )
    | st.text(max_size=4)
).map("".join)


@pytest.mark.parametrize("typed", ['"running water"', "“running water”", "「running water」", "＂Running water＂"])
def test_quoted_words_are_a_phrase(typed: str) -> None:
    """Quotation marks of any kind make one."""
    assert read_clauses(f"who wants {typed} now").phrases == ("running water",)


def test_signs_demand_and_exclude() -> None:
    """A sign counts before a word or a phrase, never inside one."""
    clauses = read_clauses('+soil -梨樹 GPT-4 1+1 -"wet feet" － +')
    assert (clauses.must, clauses.must_not) == (("soil",), ("梨树", "wet feet"))
    assert clauses.asked.split() == ["+soil", "gpt-4", "1+1", "-", "+"]
    assert clauses.bare.split() == ["GPT-4", "1+1", "－", "+"]


@pytest.mark.parametrize(
    ("typed", "without"),
    [
        ("tide -(ebb OR flow)", ("ebb", "flow")),
        ('tide -(ebb "low water")', ("ebb", "low water")),
        ("tide −ebb ‐flow", ("ebb", "flow")),
        ("-ebb", ("ebb",)),
        ("-ebb -flow lang:en", ("ebb", "flow")),
        ("* －ebb", ("ebb",)),
        ("-ebb +tide", ("ebb",)),
        ("tide NOT ebb", ("ebb",)),
        ("潮汐 ＮＯＴ ebb now", ("ebb",)),
        ('tide AND NOT "ebb" NOT (flow OR -now)', ("ebb", "flow", "-now")),
        ("tide  NOT  -ebb", ("ebb",)),
        ("tide not ebb", ()),
        ("NOT ebb", ("ebb",)),
        ("lang:en NOT ebb", ("ebb",)),
        ("tide WHATNOT ebb NOT", ()),
    ],
)
def test_what_is_excluded(typed: str, without: tuple[str, ...]) -> None:
    """A group is excluded one by one, and a minus sign is a hyphen, whatever else is asked for, if anything."""
    clauses = read_clauses(typed)
    assert clauses.must_not == without
    assert clauses.any_of == ()
    assert "ebb" in (clauses.must_not or clauses.asked.translate({ord("-"): "", ord("¬"): ""}).split())


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("tide OR 灯塔", (("tide", "灯塔"),)),
        ('(tide OR "low water") | ebb', (("tide", "low water"),)),
        ("tide OR ebb OR flow now", (("tide", "ebb", "flow"),)),
        ("tide|ebb", (("tide", "ebb"),)),
        ("tide ＯＲ ebb", (("tide", "ebb"),)),
        ("a OR b c OR d", (("a", "b"), ("c", "d"))),
        ("tide or ebb", ()),
        ("OR tide OR", ()),
        ("tide OR NOT ebb", (("tide", "not"),)),
        ("tide OR -ebb", ()),
        ("FORMOR tide", ()),
        ("tide OR source:x", ()),
        ("after:2024 OR before:2020", ()),
        ("source:a OR -source:b", ()),
        ("-source:a OR -source:b", ()),
    ],
)
def test_alternatives(typed: str, groups: tuple[tuple[str, ...], ...]) -> None:
    """A capital OR or a bar stands between words and phrases; elsewhere it is told that it was not used."""
    clauses = read_clauses(typed)
    assert clauses.any_of == groups
    assert clauses.unread == (() if groups or " OR" not in typed else ("OR",))
    assert "\t" not in (clauses.filters.source or "")


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("source:潮聲", Filters(source="潮聲")),
        ("來源：潮聲 燈塔", Filters(source="潮聲")),
        ('SITE: "Harbour Weekly"', Filters(source="Harbour Weekly")),
        ("author:“Ann Perrin”", Filters(author="Ann Perrin")),
        ("-author:Perrin 作者:陈", Filters(author="-Perrin\n陈")),
        ("灯塔 NOT author:Perrin", Filters(author="-Perrin")),
        ("NOT author:Perrin", Filters(author="-Perrin")),
        ("+lang:en", Filters(language="en")),
        ("lang:繁體", Filters(language="zh-Hant")),
        ("语言：English", Filters(language="en")),
        ("after:2023-3 before:2024年", Filters(after="2023-03", before="2024")),
        ("之后：2023年3月5日，灯塔", Filters(after="2023-03-05")),
        ("after：２０２３－０５ before:２０２４年", Filters(after="2023-05", before="2024")),
        ("before:soon", Filters()),
        ("lang:klingon", Filters()),
        ("source:a OR source:b OR 來源：c", Filters(source="a\tb\tc")),
        ("source:a | source:b source:c", Filters(source="a\tb\nc")),
        ("source:a|b", Filters(source="a\tb")),
        ("source:a|來源：b -lang:zh｜英文", Filters(source="a\tb", language="-zh\ten")),
        ('source:"a|b"', Filters(source="a|b")),
        ('source:a,b 作者：甲、乙|丙 -author:"Perrin, Ann"', Filters(source="a\tb", author="甲\t乙\t丙\n-Perrin, Ann")),
        ("来源：潮声，灯塔", Filters(source="潮声")),
        ("lang:zh,en -语言：日语，韩语", Filters(language="zh\ten\n-ja\tko")),
        ("lang:zh,灯塔", Filters(language="zh")),
        ("lang:en,enlarge 灯塔", Filters(language="en")),
        ("after:2023,2024 灯塔", Filters(after="2023")),
        ("source: ", Filters()),
        ("source:- author:“…”", Filters()),
        ("resource:x", Filters()),
    ],
)
def test_filters_in_a_question(typed: str, filters: Filters) -> None:
    """Keys of two languages, in any width; what names no date or language stays words, values stay as typed."""
    clauses = read_clauses(typed)
    assert clauses.filters == filters
    assert bool(clauses.asked.split()) is (filters == Filters() or "灯塔" in clauses.asked)


@pytest.mark.parametrize(
    ("typed", "unread", "asked"),
    [
        ("tide after:2023-02-30", ("after:2023-02-30",), ["tide"]),
        ("lang:Klingon -之前：“昨天” tide", ("lang:Klingon", "-之前：“昨天”"), ["klingon", "昨天”", "tide"]),
        ("source:… lang:zh", ("source:…",), ["..."]),
        ("before:2023 after: tide", ("after: tide",), ["tide"]),
        ('source:"low water', ('source:"low',), ['"low', "water"]),
        ("作者：“潮", ("作者：“潮",), ["“潮"]),
        ("lang:zh|klingon", ("lang:zh|klingon",), ["zh|klingon"]),
        ('tide source:""', ('source:""',), ["tide", '"']),
        ("source: after:2023", (), ["source:"]),
    ],
)
def test_filters_that_name_nothing(typed: str, unread: tuple[str, ...], asked: list[str]) -> None:
    """They are told as typed, their values but no numbers are words, and nothing in them is taken for a slip."""
    clauses = read_clauses(typed)
    assert clauses.unread == unread
    assert clauses.asked.split() == asked
    assert not any(each in clauses.bare for each in unread)


def test_operators_past_the_tenth() -> None:
    """They are told as typed; what they exclude or restrict to is not searched for instead."""
    ten = " ".join(f"-{letter}" for letter in string.ascii_lowercase[:10])
    clauses = read_clauses(f'tide {ten} -ebb lang:en NOT "low water" +flow "moon"')
    assert (len(clauses.must_not), clauses.filters, clauses.phrases) == (CLAUSES, Filters(), ())
    assert clauses.unread == ("-ebb", "lang:en", 'NOT "low water"', "+flow", '"moon"')
    assert clauses.asked.split() == ["tide", "+flow", '"moon"']
    assert clauses.bare.split() == ["tide"]
    group = read_clauses(f"tide -x -({ten})")
    assert (group.must_not, group.unread) == (("x",), (f"-({ten})",))


@pytest.mark.parametrize("typed", ["OR", "ＯＲ |", '-"" +"" source:""', "-", "？", "😀 OR 😀", "", "source:…"])
def test_what_asks_nothing(typed: str) -> None:
    """Signs, marks and operators alone."""
    assert asks_nothing(typed)


@pytest.mark.parametrize(
    "typed", ["or", "*", "＊", "-ebb", "lang:en", "after:2023-02-30", "lang:klingon", "1", "source:"]
)
def test_what_asks_something(typed: str) -> None:
    """A word, a filter, also one to a day that there is not, something to leave out, all articles."""
    assert not asks_nothing(typed)


def test_filters_are_taken_as_people_write_them() -> None:
    """Dates and languages in any form; what names none is told as it would stand in a question."""
    typed = Filters(
        source="…\tHarbour, x", language="klingon\n-日语, 韩语", after="２０２３年５月", before="2023-02-30"
    )
    read, unread = usable(typed)
    assert read == Filters(source="Harbour, x", language="-ja\tko", after="2023-05")
    assert unread == ("source:…", "language:klingon", "before:2023-02-30")
    assert usable(read) == (read, ())


def test_filters_combine() -> None:
    """What several restrict holds together; what they share stands once."""
    both = usable(Filters(source="a", after="2023"), Filters(source="b", after="2023年", language="en"))
    assert both == (Filters(source="a\nb", after="2023", language="en"), ())
    assert usable(Filters(), Filters()) == (Filters(), ())


def test_a_question_is_loosened() -> None:
    """A filter, all other operators, or both are taken away, and the rest stays as typed."""
    typed = 'Tide source:"Low Water" NOT ebb +flow OR "a b" after:2023'
    assert loosened(typed, "source") == 'Tide NOT ebb +flow OR "a b" after:2023'
    assert loosened(typed, "words") == 'Tide source:"Low Water" flow a b after:2023'
    assert loosened(typed, "") == "Tide flow a b"
    assert loosened("“low water” -“ebb” after:2023-02-30", "phrases") == "low water -“ebb” after:2023-02-30"
    assert loosened("“low water” -“ebb” after:2023-02-30 lang:klingon", "") == "low water klingon"
    assert loosened(f"tide {'-x ' * CLAUSES} -ebb", "words") == "tide"
    assert loosened('"-0 source:ebb NOT flow" 〝－low〟', "phrases") == "0 source ebb flow low"


@pytest.mark.parametrize("typed", ["2023-02-29", "2023-13", "2023-00-01", "0000", "23", "2023-1-1-1", "٢٠٢٣", ""])
def test_days_that_are_none(typed: str) -> None:
    """The calendar decides."""
    assert read_date(typed) is None
    assert read_date(f"2024-02-29{typed}" if not typed else "2024/2/29") == "2024-02-29"


def test_languages_by_name() -> None:
    """A tag is taken as it is, a name in any script is its tag."""
    named = {
        "中文": "zh",
        "簡體": "zh-Hans",
        "zh_TW": "zh-Hant",
        "ｚｈ-Hant-HK": "zh-Hant",
        "CN": "zh-Hans",
        "tw": "zh-Hant",
        "ENGLISH": "en",
        "en-GB": "en",
        "ja": "ja",
        "日本語": "ja",
        "日语": "ja",
        "Japanese": "ja",
        "한국어": "ko",
        "pt-BR": "pt-br",
        "no such": None,
        "": None,
    }
    assert {name: read_language(name) for name in named} == named


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "- + OR | ( )", '-"', "((((((", "^(a+)+$", "-" * 6000, '"a" ' * 2000, "a|" * 3000, "x:" * 3000, MANY],
)
def test_what_cannot_be_read_is_words(typed: str) -> None:
    """Unbalanced, nested and endless input is read, with at most 10 operators."""
    clauses = read_clauses(typed)
    assert clauses.filters == Filters()
    assert len(clauses.must + clauses.must_not + clauses.phrases + clauses.any_of) <= CLAUSES


@example("source:  0")
@given(TYPED | st.text())
def test_any_text_can_be_typed(typed: str) -> None:
    """Nothing is an error; what is blanked keeps its place."""
    clauses = read_clauses(typed)
    assert len(clauses.bare) == len(typed[:200])
    assert all(mine in {" ", theirs} for mine, theirs in zip(clauses.bare, typed, strict=False))
    for name in ("source", "author", "language", "after", "before"):
        assert (
            not getattr(read_clauses(loosened(typed, name)).filters, name) or typed.count(":") + typed.count("：") > 1
        )
    assert usable(clauses.filters, clauses.filters) == (clauses.filters, ())


@given(st.text(string.ascii_letters + "灯塔 ?，。"))
def test_plain_words_stay_as_they_are(typed: str) -> None:
    """A question without operators is asked as it stands."""
    words = typed.replace("OR", "or")
    clauses = read_clauses(words)
    assert clauses == Clauses(asked=clauses.asked, bare=words[:200], filters=Filters())
