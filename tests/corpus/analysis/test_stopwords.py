"""What of a question is not about its subject."""

import re

import pytest

from corpus.analysis.stopwords import asks_who, without_stop_words


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("梁望舒是谁", "梁望舒"),
        ("灯塔建于哪一年", "灯塔建"),
        ("灯塔的哪一部分最老", "灯塔的 部分最老"),
        ("哪年代的灯塔", "年代的灯塔"),
        ("灯塔的面积多大?", "灯塔的面积 ?"),
        ("很多大学为甚么停课", "很多大学 停课"),
        ("谁设计了灯塔", "设计了灯塔"),
        ("why doesn't the lamp light, i've paid", "lamp light, ' paid"),
        ("i cant find what we’re paid", "find ’ paid"),
        ("vitamin d and the wont of gulls", "vitamin d gulls"),
        ("守塔人叫什么名字吗?", "守塔人叫 名字 ?"),
        ("吗啡的用途", "吗啡的用途"),
        ("有没有人知道灯塔啥时候开门", "灯塔 开门"),
        ("没有人知道的故事", "没有人知道的故事"),
        ("does anyone know wheres the lighthouse lol", "lighthouse"),
        ("lighthouse vs. harbour", "lighthouse harbour"),
        ("灯塔vs港口", "灯塔 港口"),
        ("lol champions", "lol champions"),
        ("who is odalys fenwick", "odalys fenwick"),
        ("what's the capital of veldermoor", "capital veldermoor"),
        ("it 行业", "it 行业"),
        ("a100 and h100", "a100 h100"),
        ("when was 灯塔 built", "灯塔 built"),
    ],
)
def test_question_words_go(question: str, kept: str) -> None:
    """Question words go in both languages; English stop words go where the question is English."""
    assert without_stop_words(question).split() == kept.split()


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("大家好,有人知道灯塔的门票吗?急", "灯塔的门票"),
        ("不好意思,想请教大家灯塔的门票谢谢", "灯塔的门票"),
        ("请问一下灯塔的门票", "灯塔的门票"),
        ("谁能解释一下量子纠缠", "量子纠缠"),
        ("麻烦各位帮我查一下发票,多谢了", "发票"),
        ("文中提及,灯塔的高度", "灯塔的高度"),
        ("关于灯塔的文章有吗", "灯塔"),
        ("哈啰~我想了解一下灯塔,谢谢大家", "灯塔"),
        ("急性胃炎,可以看电影的网站", "急性胃炎 可以看电影的网站"),
        ("好奇号的发射", "好奇号的发射"),
        ("用英文说谢谢", "用英文说谢谢"),
        ("大家都用的软件", "大家都用的软件"),
        ("《关于灯塔的报告》", "关于灯塔的报告"),
        ("lighthouse tickets thanks", "lighthouse tickets"),
    ],
)
def test_courtesies_go(question: str, kept: str) -> None:
    """What people write before a question and behind it is not asked for, and stays where it is part of a word."""
    assert re.sub(r"\W+", " ", without_stop_words(question)).split() == kept.split()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("梁望舒是谁", True),
        ("谁是馆长", True),
        ("who is perrin hale", True),
        ("who's hale", True),
        ("谁创办了灯塔公司", True),
        ("灯塔公司是什么公司", True),
        ("who co-founded hale works", True),
        ("谁设计了灯塔", True),
        ("who built the lighthouse", True),
        ("the whole lighthouse", False),
        ("whois hale", False),
        ("灯塔", False),
    ],
)
def test_questions_for_somebody(question: str, expected: bool) -> None:
    """Only a question for whoever it is or did something asks who somebody is."""
    assert asks_who(question) is expected
