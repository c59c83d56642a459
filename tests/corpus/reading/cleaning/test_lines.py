"""Lines that sites set around an article, and lines of articles that only look so."""

import pytest

from corpus.reading.cleaning.furniture import cue_share, paths, quizzes, site_lines, token_lines
from corpus.reading.cleaning.sections import sections_below
from corpus.reading.cleaning.tail import below_the_end
from corpus.reading.cleaning.teasers import repeated_teasers

PROSE = "港口的灯在傍晚亮起来，船一只接一只地回到岸边，老人坐在石阶上数着它们的名字。"
MORE = "后来灯塔装了新的灯，守塔人也搬到了镇上，只有冬天起雾的时候才回去看一看。"
ENGLISH = "The keeper of the lighthouse wrote down the name of every boat that came home in the evening."


def left(rule, *lines: str) -> list[str]:
    """Return the lines that a rule does not cut."""
    cut = rule(lines)
    return [line for at, line in enumerate(lines) if at not in cut]


@pytest.mark.parametrize(
    "line",
    [
        "登录 | 注册 | 帮助中心",
        "分享到：微信 微博 QQ空间",
        "版权归原作者所有，未经允许不得转载，侵权请联系删除。",
        "聲明：本文僅代表作者個人觀點，不代表本站立場。",
        "Copyright 2024 Tidewater. All rights reserved.",
        "Sign up for our newsletter",
        "(0)",
    ],
)
def test_a_site_s_line_goes_above_and_below(line: str) -> None:
    """In either script and language."""
    assert left(site_lines, "港口的灯", line, PROSE, MORE, line) == ["港口的灯", PROSE, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "他在会上说，未经允许不得转载的规定早就过时了，读者需要的是更多的分享和讨论。",
        "Business",
        "历史",
        "投票在星期天举行，全镇有三百人参加，结果要到晚上才知道。",
        "He asked whether the privacy policy of the harbour office said anything about cameras on the pier.",
        "三",
    ],
)
def test_an_author_s_line_between_paragraphs_stays(line: str) -> None:
    """Whoever writes of rights, votes and apps, or heads a section with one word, is no site."""
    lines = (PROSE, line, MORE)
    assert left(site_lines, *lines) == list(lines)
    assert left(below_the_end, *lines) == list(lines)


def test_an_advertisement_between_paragraphs_goes() -> None:
    """Some lines only sites set there."""
    assert left(site_lines, PROSE, "广告", MORE) == [PROSE, MORE]
    assert left(site_lines, ENGLISH, "Article continues below", ENGLISH + " Then it snowed.") == [
        ENGLISH,
        ENGLISH + " Then it snowed.",
    ]


def test_the_share_of_cues() -> None:
    """It counts characters of clauses; addresses and dates are nobody's words."""
    assert cue_share("版权归原作者所有，侵权请联系删除") == (1.0, 2)
    assert cue_share(PROSE) == (0.0, 0)
    assert cue_share("举报电话：010-12345678 邮箱：a@example.com 2024-05-06")[0] > 0.6
    assert cue_share("登录 " * 1000) == (0.0, 0)


def test_menus_and_keywords_go_outside_the_text_alone() -> None:
    """Inside, a line of words is the author's list."""
    menu = "潮水 港口 船只 灯塔 渔网 天气"
    assert left(token_lines, menu, "港口的灯", PROSE, menu, MORE, "标签：港口, 灯塔") == ["港口的灯", PROSE, menu, MORE]
    assert left(token_lines, "约翰·威廉·港口·灯塔", PROSE) == ["约翰·威廉·港口·灯塔", PROSE]
    assert left(token_lines, "How the small harbour kept its old lamps lit", ENGLISH)[0].startswith("How")


def test_a_path_goes_with_what_stands_above_it() -> None:
    """The title stands below it; where nothing does, only the path goes."""
    assert left(paths, "潮水网", "一句口号", "首页 > 港口 > 正文", "港口的灯", PROSE) == ["港口的灯", PROSE]
    assert left(paths, "港口的灯", "首页 > 港口 > 正文", PROSE) == ["港口的灯", PROSE]
    assert left(paths, PROSE, "首页 > 港口 > 正文", MORE) == [PROSE, "首页 > 港口 > 正文", MORE]


def test_a_vote_goes_with_its_options() -> None:
    """A list that no vote stands above is the author's."""
    assert left(quizzes, PROSE, "投票：你喜欢哪座灯塔？", "A. 旧的", "B. 新的", MORE) == [PROSE, MORE]
    assert left(quizzes, PROSE, "每日一猜 答案：ABC", MORE) == [PROSE, MORE]
    assert left(quizzes, PROSE, "A. 旧的", "B. 新的", MORE) == [PROSE, "A. 旧的", "B. 新的", MORE]


def test_other_articles_go_with_their_teasers() -> None:
    """From the heading to the last date, prose between the titles and all."""
    items = [line for day in "345" for line in (f"• 标题{day}", MORE, f"潮水 2024年6月{day}日")]
    assert left(sections_below, "港口的灯", PROSE, PROSE + "。", "相关推荐", *items) == [
        "港口的灯",
        PROSE,
        PROSE + "。",
    ]
    assert left(sections_below, PROSE, "上一篇：船", "下一篇：潮水") == [PROSE]


def test_text_below_a_list_of_other_articles_stays() -> None:
    """A box of links in the middle takes no paragraph with it."""
    lines = (PROSE, "相关阅读", "• 标题一", "• 标题二", MORE, PROSE + "还有。", MORE + "还有。")
    assert left(sections_below, *lines) == [PROSE, MORE, PROSE + "还有。", MORE + "还有。"]


def test_teasers_of_the_text_itself_go() -> None:
    """They stand below once more; the title, refrains further down and what stands once stay."""
    assert left(repeated_teasers, "港口的灯", PROSE[:20], "摘要：" + MORE[:30], PROSE, MORE) == [
        "港口的灯",
        PROSE,
        MORE,
    ]
    assert left(repeated_teasers, PROSE[:12], PROSE, MORE) == [PROSE[:12], PROSE, MORE]
    assert left(repeated_teasers, "港口的灯", PROSE, MORE, "灯亮了", PROSE) == ["港口的灯", MORE, "灯亮了", PROSE]
    assert left(repeated_teasers, "港口的灯", MORE, "灯亮了", PROSE, "灯亮了") == [
        "港口的灯",
        MORE,
        "灯亮了",
        PROSE,
        "灯亮了",
    ]


def test_below_the_end_labels_go_with_the_cues_around_them() -> None:
    """Sentences stay, unless many more cues than they stand around them, and so does a list above."""
    tail = ("0条", "— 完 —", "分享到：微信 微博", "岸边", "版权归原作者所有，未经允许不得转载。")
    assert left(below_the_end, PROSE, MORE, *tail) == [PROSE, MORE]
    assert left(below_the_end, PROSE, "分享到：微信", MORE, *tail) == [PROSE, "分享到：微信", MORE]
    assert left(below_the_end, PROSE, "- 一条船", "- 两条船", *tail[2:]) == [PROSE, "- 一条船", "- 两条船"]
    assert left(below_the_end, PROSE, "- 一条船", "- 两条船") == [PROSE, "- 一条船", "- 两条船"]
