"""Lines that sites set around an article, and lines of articles that only look so."""

import pytest

from corpus.reading.cleaning import CleanLines, clean_lines
from corpus.reading.cleaning.edges import outside
from corpus.reading.cleaning.furniture import boxes, cue_share, site_lines
from corpus.reading.cleaning.site_words import site_words
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
    assert left(outside, "搜索", "港口的灯", line, PROSE, MORE, line, "返回顶部") == ["港口的灯", PROSE, MORE]


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
    assert left(outside, *lines) == list(lines)


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
    assert cue_share("侵权请联系删除：010-12345678 邮箱：a@example.com 2024-05-06")[0] > 0.6
    assert cue_share("登录 " * 1000) == (0.0, 0)


def test_words_of_sites_in_new_order() -> None:
    """A label that no list holds is known by its words; a sentence about the same things is not filled by them."""
    words = site_words("查看我的收藏")
    assert (words.share, words.strong_share, words.strong) == (1.0, 4 / 6, {"查看", "收藏"})
    assert site_words("view all saved replies").share > 0.7
    assert site_words("港口的灯").strong == frozenset()
    assert left(outside, PROSE, MORE, "查看我的收藏", "Your saved stories") == [PROSE, MORE]


def test_a_page_is_cut_at_title_and_end() -> None:
    """What stands above the title and below the last sentence goes, whatever it is, where lines of a site are there."""
    page = ("潮水网", "首页 > 港口 > 正文", "港口的灯", "2024-05-06", "字号：大 中 小", PROSE, MORE, "小镇风物")
    assert left(outside, *page, "分享到：微信 微博") == ["港口的灯", "2024-05-06", PROSE, MORE]
    assert left(outside, *page[2:4], *page[5:]) == [*page[2:4], *page[5:]]
    menu = "潮水 港口 船只 灯塔 渔网 天气"
    assert left(outside, menu, "港口的灯", PROSE, menu, MORE, "搜索") == ["港口的灯", PROSE, menu, MORE]


@pytest.mark.parametrize(
    "title", ["微博往事", "下载站的黄昏", "分享一盏灯", "首页设计史", "A history of the home page"]
)
def test_a_title_about_sites_stays(title: str) -> None:
    """Where nothing stands above it and text or credits below; a menu or a path there is none."""
    assert left(outside, title, PROSE, MORE) == [title, PROSE, MORE]
    assert left(outside, title, "作者：林海 2024-05-06", PROSE, MORE) == [title, "作者：林海 2024-05-06", PROSE, MORE]
    for line in ("搜索", "首页 > 新闻 > 正文", "登录 | 注册", "APP下载"):
        assert left(outside, line, PROSE, MORE) == [PROSE, MORE]


@pytest.mark.parametrize("heading", ["微博往事", "评论", "Links", "Comments", "Related work", "关于我们"])
def test_a_heading_that_its_author_marked_stays(heading: str) -> None:
    """With the sentence below it; one above a list of other articles is a site's."""
    lines = (PROSE, heading, "打开评论的菜单，点击举报。", MORE)
    assert clean_lines(lines, {heading}, titled=True).paragraphs == lines
    clipped = clean_lines((PROSE, MORE, "相关推荐", "• 标题一", "• 标题二"), {"相关推荐"}, titled=True)
    assert clipped.paragraphs == (PROSE, MORE)


@pytest.mark.parametrize(
    "answer", ["打开评论的菜单，点击举报。", "请到官网下载。", "Click Subscribe at the top of the page."]
)
def test_a_short_text_about_a_site_stays(answer: str) -> None:
    """Cleaning leaves no text empty that has a sentence; a menu alone is nothing."""
    assert clean_lines((answer,), titled=True) == CleanLines(paragraphs=(answer,), above=(), cuts=())
    assert clean_lines(("怎么做？", answer)).paragraphs == ("怎么做？", answer)
    assert clean_lines(("登录 | 注册", "返回首页")).paragraphs == ()


def test_a_path_to_the_page_is_no_title() -> None:
    """Whatever its words are, and though it asks, with a label above it or none; one arrow is the author's."""
    title = "港口的灯回来了"
    asks = "岸边 > 船家 > 船家论坛 > 为什么港口的灯在傍晚又一盏接一盏地亮起来?"
    for above in (("当前位置：", f"首页 > 生活 > {title}"), (f"生活 » 小镇 » {title}",), ("欢迎光临船家论坛!", asks)):
        assert left(outside, *above, title, PROSE, MORE) == [title, PROSE, MORE]
    assert left(outside, "小船 > 大船", PROSE, MORE) == ["小船 > 大船", PROSE, MORE]


@pytest.mark.parametrize(
    "section", ["财经 人物", "社会", "潮水周刊", "Business | Companies", "Tidewater News Online", "港口资讯"]
)
def test_a_section_or_a_paper_above_the_title_goes(section: str) -> None:
    """Where the line below has more of the text's words; a title of such words stays."""
    assert left(outside, section, "港口的灯", PROSE, MORE) == ["港口的灯", PROSE, MORE]
    assert left(outside, "2024-05-06", section, "港口的灯", PROSE, MORE) == ["港口的灯", PROSE, MORE]
    assert left(outside, section, "十年", PROSE, MORE) == [section, "十年", PROSE, MORE]
    about = f"{section}，{section}。{PROSE}"
    assert left(outside, section, "港口的灯与十年以来的许多往事", about) == [
        section,
        "港口的灯与十年以来的许多往事",
        about,
    ]


def test_verse_and_lists_of_the_author_stay() -> None:
    """Lines without an end are the text where there is no other, and what has its words goes on below it."""
    verse = ("灯一盏一盏灭了", "船绳还湿着", "喊一个名字", "风把它送回来", "谁也没有听见")
    assert left(outside, "返回首页", "登录 | 注册", "归港", *verse, "分享到：微信", "举报", "返回顶部") == [
        "归港",
        *verse,
    ]
    assert left(outside, PROSE, "时间：傍晚", "- 一条船", "（鼓掌）", "分享到：微信 微博")[-2:] == [
        "- 一条船",
        "（鼓掌）",
    ]


def test_a_vote_goes_with_its_options() -> None:
    """A list that no vote stands above is the author's."""
    assert left(boxes, PROSE, "投票：你喜欢哪座灯塔？", "A. 旧的", "B. 新的", MORE) == [PROSE, MORE]
    assert left(boxes, PROSE, "每日一猜 答案：ABC", MORE) == [PROSE, MORE]
    assert left(boxes, PROSE, "A. 旧的", "B. 新的", MORE) == [PROSE, "A. 旧的", "B. 新的", MORE]


def test_other_articles_go_with_their_teasers() -> None:
    """From the heading to the last date, prose between the titles and all."""
    items = [line for day in "345" for line in (f"• 标题{day}", MORE, f"潮水 2024年6月{day}日")]
    own = ["港口的灯", PROSE, PROSE + "。", PROSE + "！", "下雪了。"]
    assert left(outside, *own, "相关推荐", *items) == own
    assert left(outside, *own, "热门文章", "船", MORE, "网", MORE + "。") == own
    assert left(boxes, PROSE, "上一篇：船", "下一篇：潮水") == [PROSE]


def test_text_below_a_list_of_other_articles_stays() -> None:
    """A box of links in the middle takes no paragraph with it."""
    lines = (PROSE, "相关阅读", "• 标题一", "• 标题二", MORE, PROSE + "还有。", MORE + "还有。")
    assert left(outside, *lines[:1], *left(boxes, *lines)[1:]) == [PROSE, MORE, PROSE + "还有。", MORE + "还有。"]


def test_a_table_or_a_list_of_tokens_is_the_author_s() -> None:
    """Lines of one paragraph are what a format marks as a table or a list; the same tokens on one line are a site's."""
    table = "事项 | 负责 | 期限\n订书 | 小周 | 3月9日"
    assert left(outside, PROSE, MORE, table) == [PROSE, MORE, table]
    assert left(outside, PROSE, MORE, "事项 | 负责 | 期限 | 订书") == [PROSE, MORE]


def test_teasers_of_the_text_itself_go() -> None:
    """They stand below once more; the title, refrains further down and what stands once stay."""
    assert left(repeated_teasers, "港口的灯", PROSE[:20], MORE[:30], PROSE, MORE) == [
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


def test_sentences_outweigh_lines_of_a_site() -> None:
    """The last sentence stays below an advertisement or two; below many, it is a reader's."""
    tail = ("0条", "— 完 —", "分享到：微信 微博", "岸边", "版权归原作者所有，未经允许不得转载。")
    assert left(outside, PROSE, MORE, *tail) == [PROSE, MORE]
    assert left(outside, PROSE, "分享到：微信", "点赞", MORE, *tail) == [PROSE, MORE]
    assert left(outside, PROSE, MORE, "点赞", "收藏", "评论", "发表评论", "写得真好。", "举报") == [PROSE, MORE]
    assert left(outside, PROSE, "- 一条船", "- 两条船", *tail[2:]) == [PROSE, "- 一条船", "- 两条船"]


def test_words_of_sites_within_the_text_go_where_the_text_has_none_of_them() -> None:
    """A word that the article uses may head a part of it, and an article about sites keeps them all."""
    assert left(outside, PROSE, "收藏", MORE) == [PROSE, MORE]
    used = MORE + "船长收藏旧地图。"
    assert left(outside, PROSE, "收藏", used) == [PROSE, "收藏", used]
    about = "港口的网站换了首页，老人不会登录，每天傍晚坐在石阶上数船，孙女就把网上的消息一条一条念给他听。"
    assert left(outside, about, "收藏", about) == [about, "收藏", about]


@pytest.mark.parametrize(
    "line",
    [
        "Back to the list",
        "You are on page 1 of 3",
        "FOR IMMEDIATE RELEASE",
        "Sign Up For the Latest from Tidewater News",
        "Image via Tidewater News",
        "本帖最后由 小青 于 2021-7-9 21:00 编辑",
        "广告声明：文内含有的对外跳转链接，用于传递更多信息，结果仅供参考，本站所有文章均包含本声明。",
        "本文内容由互联网用户自发贡献，该文观点仅代表作者本人。",
        "|",
    ],
)
def test_what_only_sites_write_goes_anywhere(line: str) -> None:
    """Above the title and between paragraphs; a film may be called so."""
    assert left(site_lines, line, "The lamp of the harbour", ENGLISH) == ["The lamp of the harbour", ENGLISH]
    assert left(site_lines, ENGLISH, line, ENGLISH + " It snowed.") == [ENGLISH, ENGLISH + " It snowed."]
    assert left(site_lines, "Back to the Future", ENGLISH) == ["Back to the Future", ENGLISH]


def test_a_title_of_words_of_sites_stays_above_a_short_sentence_or_a_greeting() -> None:
    """As above prose or credits."""
    for below in ("Dear parents,", "Dear Gardener", "It snowed."):
        lines = ["2019-03-02", "Newsletter March 2019", below, ENGLISH, ENGLISH + " It snowed."]
        assert left(outside, *lines) == lines
        assert left(outside, *lines[1:]) == lines[1:]


@pytest.mark.parametrize("mark", ["？", "！"])
def test_a_title_may_ask_or_call(mark: str) -> None:
    """Below labels of a site and above others; a question that the text begins with stays below its title."""
    title = f"港口的灯怎么亮到天明{mark}"
    assert left(outside, "登录 | 注册", "上传视频", title, "关注问题", "写回答", PROSE, MORE) == [title, PROSE, MORE]
    lines = ["港口的灯", f"谁还记得它{mark}", PROSE, MORE]
    assert left(outside, "登录 | 注册", *lines) == lines


def test_a_title_with_words_between_spaces_stays() -> None:
    """Chinese houses set spaces around Latin words and figures; a menu is made of such words alone."""
    title = "守塔人 给 AI 灯塔 换上 2 盏 旧灯，想 看看 港口"
    assert left(outside, title, PROSE, MORE, "登录 | 注册") == [title, PROSE, MORE]


def test_who_was_there_stays_above_a_numbered_point_with_the_text_s_words() -> None:
    """A point of minutes is no title, nor what stands below a label of an author's."""
    minutes = (
        "Garden committee",
        "Share",
        "Present: Nell Ford",
        "6. The lighthouse and every boat of the evening",
        ENGLISH,
    )
    assert clean_lines(minutes).paragraphs == (minutes[0], *minutes[2:])
