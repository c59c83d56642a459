"""What an article's first lines say of it."""

import pytest

from corpus.reading.heading import MAX_TITLE_CHARS, Heading, read_heading

BODY = "港口的灯在傍晚亮起来，船一只接一只地回到岸边，老人坐在石阶上数着它们的名字。"


def heading(*paragraphs: str, named: str | None = None) -> Heading:
    return read_heading(paragraphs, named)


def test_a_short_first_line_is_the_title() -> None:
    """It has no final punctuation unless it asks or calls, text stands below it, and it leaves the text."""
    for title in ("港口的灯", "港口的灯为什么亮？", "港口的灯亮了！"):
        found = heading(title, BODY)
        assert (found.title, found.paragraphs) == (title, (BODY,))


@pytest.mark.parametrize("line", ["2021-07-09", "2021-07-09 多雲", "2021年7月號"])
def test_a_date_may_stand_above_the_title(line: str) -> None:
    """Papers set the day there, with the weather or the number of the issue."""
    found = heading(line, "港口的灯回来了！", BODY)
    assert (found.title, found.paragraphs) == ("港口的灯回来了！", (BODY,))
    assert heading(line, "港口的灯", BODY).title == "港口的灯"


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/lamp.mp3",
        "[gallery]",
        "Dear friends,",
        "Hello everyone",
        "各位读者：",
        "专栏名称: 潮水",
        "Document number: 9952N",
    ],
)
def test_a_greeting_or_an_address_is_no_title(line: str) -> None:
    """The line below it is, or the first sentence; it stays in the text."""
    found = heading(line, "港口的灯", BODY)
    assert (found.title, found.paragraphs) == ("港口的灯", (line, BODY))
    assert heading(line, BODY).title == BODY.rstrip("。")


@pytest.mark.parametrize("title", ["Hello Neighbour", "Dear Esther", "[Tide] 港口的灯", "香港：1997"])
def test_a_title_like_a_greeting_or_a_label_is_one(title: str) -> None:
    """Whatever it begins with."""
    assert heading(title, BODY).title == title


def test_whoever_posted_a_text_and_when_is_no_title() -> None:
    """A time of the day tells it from a title with a date."""
    assert heading("守塔人在 2021-07-09 08:15 写道 第 3 层", BODY).title == BODY.rstrip("。")
    assert heading("港口日记，2021年7月9日", BODY).title == "港口日记，2021年7月9日"


def test_without_one_the_first_sentence_is_shown_and_stays() -> None:
    """A text that begins at once loses nothing."""
    found = heading("灯亮了。" + BODY, BODY)
    assert (found.title, found.paragraphs) == ("灯亮了", ("灯亮了。" + BODY, BODY))


def test_a_single_line_is_title_and_text() -> None:
    """There is always something to read."""
    assert heading("港口的灯") == Heading(
        title="港口的灯", author=None, source=None, published=None, paragraphs=("港口的灯",)
    )


def test_a_line_of_several_sentences_is_no_title() -> None:
    """A caption may end without a stop; its first sentence names the article, and it stays."""
    found = heading("灯塔昨天亮了。图为港口（林海摄）", BODY)
    assert (found.title, len(found.paragraphs)) == ("灯塔昨天亮了", 2)


def test_a_list_item_is_no_title() -> None:
    """The first item names the article, without its mark, and the list stays whole."""
    found = heading("- 三条船", "- 两个人", BODY)
    assert (found.title, len(found.paragraphs)) == ("三条船", 3)


def test_a_sentence_keeps_its_hyphens_and_numbers() -> None:
    """Only what begins it is a mark."""
    assert heading("A well-known 10-year plan, 3.5 metres high. It rained.", BODY).title.startswith(
        "A well-known 10-year"
    )
    assert heading("3.5 metres of water came in. It rained.", BODY).title == "3.5 metres of water came in"
    assert heading("港口·旧灯系列今天开始。" + BODY, BODY).title == "港口·旧灯系列今天开始"


def test_a_long_sentence_is_cut_at_a_mark() -> None:
    """A title made of a sentence keeps whole clauses, and never passes its limit."""
    clause = "港口的灯在傍晚亮起来" * 5
    title = heading(f"{clause}，{clause}。").title
    assert title == clause + "…"
    assert len(heading("x" * 500).title) == MAX_TITLE_CHARS


def test_a_repeated_title_stands_once() -> None:
    """A path to the page often ends in the title."""
    assert heading("港口的灯", "港口的灯", BODY).paragraphs == (BODY,)


def test_a_date_above_the_text_counts_where_no_other_stands() -> None:
    """Lines that cleaning cut may hold the day."""
    assert read_heading(["港口的灯", BODY], None, ["2021年7月9日 每日一猜"]).published == "2021-07-09"
    assert read_heading(["港口的灯", "2020-01-02", BODY], None, ["2021年7月9日"]).published == "2020-01-02"


def test_a_day_in_the_title_counts_where_no_other_stands() -> None:
    """Minutes and releases state it nowhere else; one that begins a span is when something happens."""
    assert heading("读书会纪要 2021-07-09", BODY).published == "2021-07-09"
    assert heading("2.4.0 (2021-07-09)", "2021-08-01", BODY).published == "2021-08-01"
    assert heading("Regatta, 9 July 2021 – 11 July 2021", BODY).published is None


def test_a_name_alone_above_the_day_is_the_authors() -> None:
    """Above the text it may be a section's."""
    found = heading("港口的灯", "Ada Reef", "2021-07-09", BODY)
    assert (found.author, found.paragraphs) == ("Ada Reef", (BODY,))
    assert heading("港口的灯", "Ada Reef", BODY).paragraphs == ("Ada Reef", BODY)


def test_the_day_of_a_meeting_stays() -> None:
    """It is not the day of its minutes, and readers ask for it."""
    when = "时间：2021年7月9日 14:00"
    found = heading("读书会纪要", when, "地点：港口图书馆", BODY)
    assert (found.published, found.paragraphs[0]) == (None, when)


def test_a_short_title_stands_where_no_other_line_claims_it() -> None:
    """Two characters are enough for a title."""
    assert heading("归港", BODY).title == "归港"


def test_an_english_title_is_no_menu() -> None:
    """Words parted by spaces are a menu only in Chinese."""
    assert heading("How the small harbour kept its old lamps lit", BODY).title.startswith("How the")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2021年7月9日", (None, None, "2021-07-09")),
        ("作者：林海 | 来源：潮水周刊 | 2021-07-09 08:15", ("林海", "潮水周刊", "2021-07-09")),
        ("2021-07-09 多雲時晴", (None, None, "2021-07-09")),
        ("2021-07-09 林海", ("林海", None, "2021-07-09")),
        ("文｜林海", ("林海", None, None)),
        ("By Ada Reef", ("Ada Reef", None, None)),
        ("Published: July 9, 2021", (None, None, "2021-07-09")),
        ("阅读 318", (None, None, None)),
        ("潮水资讯 12", (None, None, None)),
        ("潮水周刊 2021-07-09 08:15", (None, "潮水周刊", "2021-07-09")),
        ("来源｜潮水周刊 责编：林海", (None, "潮水周刊", None)),
        ("By Ada Reef | July 9, 2021 | 5 min read", ("Ada Reef", None, "2021-07-09")),
        ("Ada Reef July 9, 2021", ("Ada Reef", None, "2021-07-09")),
        ("By Ada Reef, Tide News", ("Ada Reef", "Tide News", None)),
        ("Written by Ada Reef and Otto Hale", ("Ada Reef and Otto Hale", None, None)),
        ("BY ADA REEF", ("ADA REEF", None, None)),
        ("Friday, July 9, 2021", (None, None, "2021-07-09")),
        ("文章作者: 林海", ("林海", None, None)),
        ("採訪、撰文：林海 攝影：周岸", ("林海", None, None)),
        ("記者 林海", ("林海", None, None)),
        ("文 林海", ("林海", None, None)),
        ("作者：林海 发布地: 北岸 字数：1,200", ("林海", None, None)),
        ("文 / 林海   摄影 / 周岸   2021-07-09", ("林海", None, "2021-07-09")),
        ("林海 周岸 发自 东码头", ("林海 周岸", None, None)),
        ("潮水周刊 | 公众号 TideWeekly", (None, "潮水周刊", None)),
        ("潮水财经 2021-07-09 09:58:59 听新闻", (None, "潮水财经", "2021-07-09")),
        ("2021 年 7 月 9 日 潮水网", (None, "潮水网", "2021-07-09")),
    ],
)
def test_credits_below_the_title_are_read_and_cut(line: str, said: tuple[str | None, ...]) -> None:
    """A line of nothing but date, names and counts is no part of the text."""
    found = heading("港口的灯", line, BODY)
    assert (found.author, found.source, found.published) == said
    assert found.paragraphs == (BODY,)


@pytest.mark.parametrize(
    "line",
    [
        "2021年7月9日，第一条船回到港口。",
        "318 boats came in",
        "中文：一种语言",
        "9日 每日潮汐",
        "港口 2021",
        "By the sea, in July, it rains",
    ],
)
def test_a_line_that_says_more_stays(line: str) -> None:
    """What is not only credits is wording, and a date in it is not taken for the article's."""
    found = heading("港口的灯", line, BODY)
    assert found.paragraphs == (line, BODY)
    assert (found.author, found.published) == (None, None)


def test_the_address_of_the_original_is_read() -> None:
    """Exporters set it below the title."""
    found = heading("港口的灯", "作者：林海", "原文链接：https://example.org/lamp", BODY)
    assert (found.author, found.url, found.paragraphs) == ("林海", "https://example.org/lamp", (BODY,))


def test_credits_at_the_end_are_read() -> None:
    """Republished texts name author and source in a line of their own."""
    found = heading("港口的灯", BODY, "本文来自微信公众号：潮水周刊（ID:tide），作者：林海，编辑：岸", BODY)
    assert (found.author, found.source, found.paragraphs) == ("林海", "潮水周刊", (BODY, BODY))
    assert heading("港口的灯", BODY, "作者认为港口应该保留。").author is None


def test_a_first_line_of_credits_and_more_is_no_title() -> None:
    """It says who wrote the text, and stays."""
    line = "本文来自微信公众号：潮水周刊（ID:tide），作者：林小海 waves"
    found = heading(line, BODY)
    assert (found.title, found.author, found.paragraphs) == (BODY.rstrip("。"), "林小海", (line, BODY))


def test_a_named_title_is_not_repeated_in_the_text() -> None:
    """The first line goes when it is the same title in another script or width."""
    assert heading("港口的燈", BODY, named="港口的灯").paragraphs == (BODY,)
    assert heading("另一行", BODY, named="港口的灯").paragraphs == ("另一行", BODY)
