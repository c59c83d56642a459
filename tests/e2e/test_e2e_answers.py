"""Questions asked of a whole installation by commands, in both scripts and English, with completion."""

import pytest

from bot.errors import BlankQuestion
from bot.messages import words_in
from bot.messages.errors import error_words
from tests.seen import button, labels, plain

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("query", "title", "page"),
    [
        ("石桥修了几年", "石桥为什么修了七年", "zh-CN"),
        ("石橋修了幾年", "石桥为什么修了七年", "zh-TW"),
        ("图书馆搬到哪里", "圖書館搬家記", "zh-CN"),
        ("圖書館搬到哪裡", "圖書館搬家記", "zh-TW"),
        ("how long does charging the ferry take", "Why the ferry runs on batteries", "en-US"),
    ],
)
async def test_search_finds_either_script(asked, query, title, page):
    """A question in one script finds an article in the other, which is shown as written; words follow the question."""
    answer = await asked.member.slash("search", {"query": query}, asked.library)
    assert f"**1. {title}**" in plain(answer)
    assert "**" in plain(answer).split("> ", 1)[1]
    assert labels(answer)[0] == words_in(page)("button-read")
    assert not answer.ephemeral


async def test_filters_and_private(asked):
    """A filter leaves others out, and a private answer is seen by its asker alone."""
    options = {"query": "山城", "source": "山城月刊", "before": "2022", "language": "zh-Hant", "private": True}
    answer = await asked.member.slash("search", options, asked.library)
    assert "圖書館搬家記" in plain(answer)
    assert "電子招牌" not in plain(answer)
    assert answer.ephemeral
    assert answer.id not in {message.id for message in asked.admin.reads(asked.library)}


async def test_nothing_found_says_what_to_try(asked):
    """A question about nothing here gets a sentence, not silence, and hears which of its words stand nowhere."""
    answer = await asked.member.slash("search", {"query": "qqqq zzzz"}, asked.library)
    assert words_in("en-US")("search-try") in plain(answer)
    assert words_in("en-US")("search-missing", words="qqqq, zzzz") in plain(answer)


@pytest.mark.parametrize(
    ("options", "name", "value"),
    [
        ({"query": "石桥 来源：山城", "after": "2023"}, "source", " 山城"),
        ({"query": "石桥", "after": "2025-01"}, "after", " 2025-01"),
        ({"query": "石桥 lang:en before:2020"}, "all", ""),
        ({"query": "石桥 +月球"}, "words", ""),
    ],
)
async def test_what_emptied_a_result_is_dropped_by_a_button(asked, options, name, value):
    """Filters of the question and of the options are named, and a press searches without the one that was too much."""
    words = words_in("zh-CN")
    answer = await asked.member.slash("search", options, asked.library)
    assert words("search-nothing", question=options["query"]) in plain(answer)
    label = words("search-without", filter=words(f"filter-{name}") + value, count=1)
    again = await asked.member.press(answer, button(answer, label))
    assert "**1. 石桥为什么修了七年**" in plain(again)
    assert again.id == answer.id


async def test_nearest_titles_are_one_press_away(asked):
    """A question that finds nothing offers titles that are written nearly so, as summaries."""
    answer = await asked.member.slash("search", {"query": "圖書館搬家 +月球"}, asked.library)
    summary = await asked.member.press(answer, button(answer, "圖書館搬家記"))
    assert "### 圖書館搬家記" in plain(summary)


async def test_a_slip_is_mended_and_told(asked):
    """The word as typed is named, and what was searched instead: no button searches that again."""
    answer = await asked.member.slash("search", {"query": "observatery on the hill"}, asked.library)
    assert "**1. The observatory on Heron Hill**" in plain(answer)
    assert words_in("en-US")("search-missing", words="observatery") in plain(answer)
    assert words_in("en-US")("search-instead", question="observatory on the hill") in plain(answer)
    assert not any("observatory" in label for label in labels(answer))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("How many penguins visited Norwegian castles before breakfast at the ferry?", "en-US"),
        ("企鹅在石桥上吃了多少冰淇淋蛋糕和巧克力？", "zh-CN"),
        ("企鵝在石橋上吃了多少冰淇淋蛋糕和巧克力？", "zh-TW"),
    ],
)
async def test_the_articles_do_not_say(asked, query, page):
    """Where the best passages hold little of the question, that is said above them."""
    answer = await asked.member.slash("search", {"query": query}, asked.library)
    assert words_in(page)("search-weak") in plain(answer)
    assert "**1. " in plain(answer)


@pytest.mark.parametrize(
    "query",
    [
        '"石桥',
        "石桥 ((OR",
        "石桥 -(渡船 OR 山城)",
        "^石桥.*$",
        "石桥 -- ++",
        "石桥 ＯＲ 月球",
        "+lang:zh \u202e石桥",
    ],
)
async def test_nothing_that_is_typed_is_an_error(asked, query):
    """Unbalanced quotation marks and stray operators are words like others."""
    answer = await asked.member.slash("search", {"query": query}, asked.library)
    assert "**1. 石桥为什么修了七年**" in plain(answer)
    assert words_in("zh-CN")("search-weak") not in plain(answer)


@pytest.mark.parametrize("query", ["-石桥 -图书馆", "* －石桥 NOT 图书馆", "－(石桥 图书馆) before:2030"])
async def test_what_is_left_out_leaves_the_rest(asked, query):
    """Whatever stands beside it, the articles that hold it are not shown, and without a word all others are."""
    answer = await asked.member.slash("search", {"query": query, "language": "zh-Hans"}, asked.library)
    assert "石桥为什么修了七年" not in plain(answer)
    assert "圖書館搬家記" not in plain(answer)
    assert words_in("zh-CN")("search-listed", total=1) in plain(answer)
    filters = f"{words_in('zh-CN')('filter-language')} 简体中文"
    assert words_in("zh-CN")("search-filters", filters=filters) in plain(answer)


@pytest.mark.parametrize(
    ("options", "unread"),
    [
        ({"query": "after:2023-02-30 石桥"}, "after:2023-02-30"),
        ({"query": "石桥", "after": "2023-02-30"}, "after:2023-02-30"),
        ({"query": "lang:klingon 石桥"}, "lang:klingon"),
        ({"query": "石桥 after:2020 OR before:2030", "before": "昨天"}, "OR、before:昨天"),
        ({"query": "石桥 来源：“河边"}, "来源：“河边"),
        ({"query": "石桥 -甲 -乙 -丙 -丁 -戊 -己 -庚 -辛 -壬 -癸 -石桥 lang:en"}, "-石桥、lang:en"),
    ],
)
async def test_what_cannot_be_used_is_told(asked, options, unread):
    """A day or a language that there is not, and what is too much, restricts nothing, and the answer says so."""
    answer = await asked.member.slash("search", options, asked.library)
    assert "**1. 石桥为什么修了七年**" in plain(answer)
    assert words_in("zh-CN")("search-unread", words=unread) in plain(answer)
    assert labels(answer)[0] == words_in("zh-CN")("button-read")


@pytest.mark.parametrize(("typed", "page"), [("“石桥 月球” -电池", "zh-CN"), ('"石橋 月球" -電池', "zh-TW")])
async def test_what_nothing_holds_exactly_is_searched_without_its_marks(asked, typed, page):
    """Whatever the quotation marks, and the answer says so."""
    answer = await asked.member.slash("search", {"query": typed}, asked.library)
    assert "**1. 石桥为什么修了七年**" in plain(answer)
    assert words_in(page)("search-unquoted") in plain(answer)


@pytest.mark.parametrize("query", ["来源：无此报", "lang:en lang:zh"])
async def test_filters_that_leave_nothing_are_named(asked, query):
    """A source that there is not, or two languages at once: a press lists what there is without."""
    answer = await asked.member.slash("search", {"query": query, "language": "zh"}, asked.library)
    again = await asked.member.press(answer, next(each["custom_id"] for each in answer.controls))
    assert "**1. " in plain(again)


async def test_a_summary_reads_filters(asked):
    """What a topic is restricted to is no word of it, and what cannot be used is told."""
    answer = await asked.member.dm("总结 石桥 lang:zh-Hans after:2023-02-30")
    assert "### 石桥 lang:zh-Hans" in plain(answer)
    assert words_in("zh-CN")("search-unread", words="after:2023-02-30") in plain(answer)
    none = await asked.member.slash("summary", {"about": "石桥 lang:en"}, asked.library)
    assert words_in("zh-CN")("summary-nothing", subject="石桥 lang:en") in plain(none)


async def test_messages_speak_the_query_language(asked):
    """What a direct message restricts is restricted, and said in its answer."""
    words = words_in("zh-CN")
    answer = await asked.member.dm("帮我查一下 “石桥” -圖書館 来源：河边")
    assert "**1. 石桥为什么修了七年**" in plain(answer)
    assert words("search-filters", filters=f"{words('filter-source')} 河边") in plain(answer)


@pytest.mark.parametrize("query", [" ", "😀😀😀", "？？？", "OR", '-"" source:""'])
async def test_nothing_to_search_for(asked, query):
    """Blank and emoji questions are explained."""
    answer = await asked.member.slash("search", {"query": query}, asked.library)
    assert plain(answer) == error_words(BlankQuestion(), words_in("en-US"))


async def test_who_is_a_card_with_evidence(asked):
    """A person is shown with a quotation and its article, whatever the script of the name."""
    for name in ("周若兰", "周若蘭"):
        card = await asked.as_(asked.member, "zh-CN").slash("who", {"name": name}, asked.library)
        assert "### 周若兰" in plain(card)
        assert "河边茶馆" in plain(card)
        assert words_in("zh-CN")("kind-person") in plain(card)
        assert words_in("zh-CN")("button-read") in labels(card)


async def test_nobody_of_that_name(asked):
    """A name that no article holds is said to be so, with a way on."""
    answer = await asked.member.slash("who", {"name": "Zebulon Quist"}, asked.library)
    assert "Zebulon Quist" in plain(answer)
    assert words_in("en-US")("button-search-instead") in labels(answer)


async def test_summary_of_a_completed_title(asked):
    """A title that was completed is summarised, in the article's own sentences."""
    choices = await asked.member.autocomplete("summary", "about", "石桥", asked.library)
    assert [choice["name"] for choice in choices] == ["石桥为什么修了七年"]
    options = {"about": choices[0]["value"], "length": "short"}
    answer = await asked.member.slash("summary", options, asked.library)
    assert "### 石桥为什么修了七年" in plain(answer)
    assert "陈一帆 · 河边周报 · 2023-10-12" in plain(answer)
    article = next(a for a in asked.app.answers.host.library.articles if a.title == "石桥为什么修了七年")
    quoted = [line.partition(". ")[2].removesuffix(" …") for line in plain(answer).splitlines() if line[:1].isdigit()]
    assert quoted
    assert all(sentence in article.text for sentence in quoted)
    first = next(control for control in answer.controls if control["label"].endswith(" 1"))
    opened = await asked.member.press(answer, first["custom_id"])
    assert f"**{quoted[0]}**" in plain(opened)


async def test_english_is_summed_up_in_twice_the_characters(asked):
    """Two hundred letters are two sentences, so that a short summary has room for 400."""
    answer = await asked.member.slash(
        "summary", {"about": "Why the ferry runs on batteries", "length": "short"}, asked.library
    )
    quoted = [line.partition(". ")[2] for line in plain(answer).splitlines() if line[:1].isdigit()]
    assert 200 < sum(map(len, quoted)) <= 400


async def test_summary_of_a_topic(asked):
    """Words that are no title are a topic, drawn from the articles about it."""
    answer = await asked.member.slash("summary", {"about": "Heron", "length": "long"}, asked.library)
    assert "Heron" in plain(answer)
    assert answer.controls


async def test_a_topic_that_nobody_wrote_about(asked):
    """Nothing is summed up from articles that share but a common word."""
    answer = await asked.member.slash("summary", {"about": "天文望远镜的镜片"}, asked.library)
    assert words_in("zh-CN")("summary-nothing", subject="天文望远镜的镜片") in plain(answer)


async def test_names_are_completed(asked):
    """Typing part of a name offers the names that the articles hold."""
    choices = await asked.member.autocomplete("who", "name", "周若", asked.library)
    assert "周若兰" in [choice["value"] for choice in choices]


@pytest.mark.parametrize("locale", ["en-US", "zh-CN", "zh-TW", "fr"])
async def test_help_and_privacy_in_the_language_of_the_app(asked, locale):
    """What needs no question follows Discord's language; other languages read English."""
    member = asked.as_(asked.member, locale)
    language = locale if locale != "fr" else "en-US"
    assert words_in(language)("help-heading") in plain(await member.slash("help", {}, asked.library))
    assert words_in(language)("privacy-direct") in plain(await member.slash("privacy", {}, asked.library))


async def test_questions_sources_and_authors_are_completed(asked):
    """A question is completed by names and titles, the filters by what the articles hold."""
    member, place = asked.member, asked.library
    typed = [choice["value"] for choice in await member.autocomplete("search", "query", "周若", place)]
    assert "周若兰" in typed
    typed = [choice["value"] for choice in await member.autocomplete("search", "query", "why the f", place)]
    assert typed == ["Why the ferry runs on batteries"]
    sources = [choice["value"] for choice in await member.autocomplete("search", "source", "", place)]
    assert {"山城月刊", "Valley Notes"} <= set(sources)
    assert [choice["value"] for choice in await member.autocomplete("search", "author", "jane", place)] == [
        "Jane Whitlow"
    ]
