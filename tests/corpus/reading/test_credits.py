"""What lines about an article say."""

import pytest

from corpus.reading.credits import closing_credits, credits_of, is_of_event


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("文丨林海 周岸", {"author": "林海 周岸"}),
        ("采写 | 林海 / 周岸", {"author": "林海 / 周岸"}),
        ("编辑丨周岸 许青", {}),
        ("By: 林海", {"author": "林海"}),
        ("Story by Nell Ford, photos by Otto Braun", {"author": "Nell Ford"}),
        ("by Nell Ford on 9 July 2021", {"author": "Nell Ford", "published": "2021-07-09"}),
        ("By Nell Ford, Senior Editor", {"author": "Nell Ford"}),
        ("Submitted by Nell Ford, President of the Club", {"author": "Nell Ford"}),
        ("於 2021-07-09 12:02:55 發布", {"published": "2021-07-09"}),
        ("2021-07-09 更新", {"published": "2021-07-09"}),
        ("今天是 2021年7月9日 星期五", {"published": "2021-07-09"}),
        ("2021.07.09 | 旅行", {"published": "2021-07-09"}),
        ("读书 2021-07-09 18:16 北岸", {"published": "2021-07-09"}),
        ("林小海 · 2021年7月9日 · 3 分钟阅读", {"author": "林小海", "published": "2021-07-09"}),
        ("2021-07-09 10:20 来源：潮水晚报 编辑：林海 评论 3", {"source": "潮水晚报", "published": "2021-07-09"}),
        (
            "原创 林海 潮水周刊 2021-07-09 08:00 北岸",
            {"author": "林海", "source": "潮水周刊", "published": "2021-07-09"},
        ),
        ("Fri 9 Jul 2021", {"published": "2021-07-09"}),
        ("Thursday, 9th of July 2021", {"published": "2021-07-09"}),
        ("Updated on 9 July 2021 at 14:20 PM", {"published": "2021-07-09"}),
        ("Posted on July 9, 2021 TidePod 2 comments", {"published": "2021-07-09", "source": "TidePod"}),
        ("楼主：小青 时间：2021-07-09 09:31:00 点击：1200", {"author": "小青", "published": "2021-07-09"}),
        ("潮水编辑部7 发表于 2021-7-9 09:31", {"source": "潮水编辑部7", "published": "2021-07-09"}),
        ("编辑于 2021-07-09 10:30・IP 属地北岸", {"published": "2021-07-09"}),
        ("出版：2021-07-09 17:30 更新：2021-07-10 18:02", {"published": "2021-07-09"}),
        ("2021-07-09 09:30 阅读 1.2万 收藏 3.4k+", {"published": "2021-07-09"}),
        ("最新推荐文章于 2021-07-09 09:15:00 发布", {"published": "2021-07-09"}),
    ],
)
def test_a_line_of_credits_says_who_and_when(line: str, said: dict[str, str]) -> None:
    """Several names, weekdays, columns, places and offices stand in it, and are no author or source."""
    assert credits_of(line) == said


@pytest.mark.parametrize(
    "line",
    [
        "记者：您为什么开这间书店？",
        "编辑：书店赚钱吗？",
        "摄影：后来怎么样",
        "9 July 2021 – 11 July 2021",
        "2021年7月9日至11日",
        "2021-07-09 14:00-16:00",
        "3–9 July 2021",
        "周会 2021-07-09 纪要",
        "Monday",
        "Written by Nell Ford in 1920, the play is old.",
    ],
)
def test_questions_spans_and_titles_are_no_credits(line: str) -> None:
    """An interviewer is no editor, what takes days was not written on one, and minutes have dates in their titles."""
    assert credits_of(line) is None
    assert closing_credits(line) == ({}, False)


@pytest.mark.parametrize(
    ("line", "said", "nothing_else"),
    [
        ("【記者林海、周岸／北岸報導】", {"author": "林海、周岸"}, True),
        (f"（記者 林海／北岸）{'船一只接一只地回到岸边。' * 12}", {"author": "林海"}, False),
        (
            "来自于微信公众号 潮水周刊（ID：tide），作者：小青，授权北岸转载",
            {"author": "小青", "source": "潮水周刊"},
            True,
        ),
        ("記者林海／北岸報導", {"author": "林海"}, True),
        ("〔記者林小海／綜合報導〕", {"author": "林小海"}, True),
        ("潮水晚報／ 記者林小海／北岸即時報導", {"author": "林小海", "source": "潮水晚報"}, True),
        ("（中央社記者林小海北岸9日電）船一隻接一隻地回到岸邊。", {"author": "林小海"}, False),
        ("本报讯（记者 林海 通讯员 周岸）船一只接一只地回到岸边。", {"author": "林海"}, False),
        ("潮水报北岸7月9日电（记者 林海 周岸）船回到岸边。", {"author": "林海 周岸"}, False),
        ("本文来自微信公众号潮水周刊，作者小青，请勿转载！", {"author": "小青", "source": "潮水周刊"}, False),
        ("编者按：本文来自微信公众号“潮水周刊”，作者小青", {"author": "小青", "source": "潮水周刊"}, False),
        ("来自微信公众号的统计显示，阅读量下降。", {}, False),
        ("记者林海说，船会在下午回到岸边。", {}, False),
        ("（记者供图）", {}, False),
        ("潮水社北岸7月9日电（记者林海）船一只接一只地回到岸边。", {"author": "林海"}, False),
        ("Compiled by Nell Ford & Otto Braun January 2017", {"author": "Nell Ford & Otto Braun"}, False),
    ],
)
def test_a_line_may_begin_with_credits(line: str, said: dict[str, str], *, nothing_else: bool) -> None:
    """Papers open reports so, and texts end so."""
    assert closing_credits(line) == (said, nothing_else)


@pytest.mark.parametrize("line", ["时间：2021年7月9日 14:00", "Date: 9 July 2021"])
def test_a_day_above_a_place_is_an_events(line: str) -> None:
    """Above a name it is the article's."""
    assert is_of_event(line, "地点：港口图书馆")
    assert is_of_event(line, "Present: Nell Ford")
    assert not is_of_event(line, "作者：林海")
