"""Plain words in three languages as a table of cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.plain_words import Intent, parse

CASES = [
    ("who is Ada Lovelace?", "who", "Ada Lovelace"),
    ("Who's Ada Lovelace", "who", "Ada Lovelace"),
    ("who was “Ada Lovelace”?", "who", "Ada Lovelace"),
    ("詹天佑是谁", "who", "詹天佑"),
    ("詹天佑是誰？", "who", "詹天佑"),
    ("请问詹天佑是什么人呢？", "who", "詹天佑"),
    ("誰是詹天佑", "who", "詹天佑"),
    ("summarize wind power", "summary", "wind power"),
    ("Please summarise “Wind farms, part 1”.", "summary", "Wind farms, part 1"),
    ("tl;dr wind power", "summary", "wind power"),
    ("总结一下太阳能", "summary", "太阳能"),
    ("總結一下 太陽能", "summary", "太陽能"),
    ("请帮我总结《风电场》的内容", "summary", "风电场"),
    ("太陽能的摘要", "summary", "太陽能"),
    ("help", "help", ""),
    ("怎么用？", "help", ""),
    ("你會做什麼", "help", ""),
    ("privacy", "privacy", ""),
    ("隱私權政策", "privacy", ""),
    ("hi", "greeting", ""),
    ("Hello there!", "greeting", ""),
    ("你好", "greeting", ""),
    ("您好啊！", "greeting", ""),
    ("嗨，您好嗎", "greeting", ""),
    ("", "greeting", ""),
    ("  \n ", "greeting", ""),
    ("/search wind power", "search", "wind power"),
    ("/who 詹天佑", "who", "詹天佑"),
    ("/summary 太陽能", "summary", "太陽能"),
    ("/help", "help", ""),
    ("/who", "help", ""),
    ("/reindex", "help", ""),
    ("!help", "help", ""),
    ("Who are you?", "greeting", ""),
    ("who is Footnote", "greeting", ""),
    ("你是谁", "greeting", ""),
    ("您是誰呀？", "greeting", ""),
    ("Footnote 是什么", "greeting", ""),
    ("再見！", "greeting", ""),
    ("你是谁的老师", "search", "你是谁的老师"),
    ("/reindexes", "search", "/reindexes"),
    ("who invented the turbine?", "search", "who invented the turbine?"),
    ("谁发明了风车", "search", "谁发明了风车"),
    ("你好望角在哪里", "search", "你好望角在哪里"),
    ("helpful inventions", "search", "helpful inventions"),
    ("Who was the first captain?", "search", "Who was the first captain?"),
    ("wind power", "search", "wind power"),
    ("這個機器人要怎麼用？", "help", ""),
    ("你有哪些功能", "help", ""),
    ("help pls", "help", ""),
    ("how does this work?", "help", ""),
    ("怎么用太阳能发电", "search", "怎么用太阳能发电"),
    ("do you keep my questions?", "privacy", ""),
    ("Please delete all of my data", "privacy", ""),
    ("你们会记录我的提问吗", "privacy", ""),
    ("我的對話會被保存嗎？", "privacy", ""),
    ("does the mill keep my grain", "search", "does the mill keep my grain"),
    ("Orrin 会收集我的数据吗", "search", "Orrin 会收集我的数据吗"),
    ("请帮我删除我的记录", "privacy", ""),
    ("我们公司的数据存在哪", "search", "我们公司的数据存在哪"),
    ("你听说过詹天佑这个人吗", "who", "詹天佑"),
    ("請介紹一下詹天佑這個人", "who", "詹天佑"),
    ("whois ada", "who", "ada"),
    ("谁是第一位船长", "search", "谁是第一位船长"),
    ("誰是造這座橋的", "search", "誰是造這座橋的"),
    ("who is behind the mill", "search", "who is behind the mill"),
    ("could you summarise the mill?", "summary", "the mill"),
    ("能不能帮我用几句话概括风电的内容", "summary", "风电"),
    ("整理一下水磨坊", "summary", "水磨坊"),
    ("帮我找一下风车", "search", "风车"),
    ("查一下風車的高度", "search", "風車的高度"),
    ("搜索：风车 after:2023", "search", "风车 after:2023"),
    ('Find : "old mill"', "search", '"old mill"'),
    ("帮我找一下关于风车的文章", "search", "风车"),
    ("搜一下 水磨坊 的資料？", "search", "水磨坊"),
    ("查理一世", "search", "查理一世"),
    ("搜狗", "search", "搜狗"),
    ("有没有关于风车的文章？", "search", "风车"),
    ("我想知道风车多高", "search", "风车多高"),
    ("can you find anything about windmills", "search", "windmills"),
    ("search engines", "search", "search engines"),
    ("Hello there, who is Ada Lovelace?", "who", "Ada Lovelace"),
    ("謝謝，那風車多高", "search", "那風車多高"),
    ("谢谢！那么 Orvik 在哪", "search", "Orvik 在哪"),
    ("请问风车多高", "search", "风车多高"),
    ("Hello world programs", "search", "Hello world programs"),
    ("how tall is the mill, please", "search", "how tall is the mill"),
    ("帮我找一下「」", "search", "帮我找一下「」"),
    ("帮我查一下 “混合专家” 作者：张三", "search", "“混合专家” 作者：张三"),
    ('search for "wind farms" -coal OR gas', "search", '"wind farms" -coal OR gas'),
    ("thanks!", "thanks", ""),
    ("ok, thank you so much", "thanks", ""),
    ("谢谢你啦", "thanks", ""),
    ("好的，辛苦了", "thanks", ""),
    ("多謝！", "thanks", ""),
    ("thanks giving dinner", "search", "thanks giving dinner"),
    ("好的", "thanks", ""),
    ("OK, got it.", "thanks", ""),
    ("哈哈哈", "thanks", ""),
    ("哈尔滨", "search", "哈尔滨"),
    ("好望角", "search", "好望角"),
    ("yo", "greeting", ""),
    ("早", "greeting", ""),
    ("早稻田大学在哪", "search", "早稻田大学在哪"),
    ("good night", "greeting", ""),
    ("what can I ask you?", "help", ""),
    ("可以问你什么？", "help", ""),
    ("are my questions logged?", "privacy", ""),
    ("forget me", "privacy", ""),
    ("怎么删除我的提问", "privacy", ""),
    ("are my tyres worn", "search", "are my tyres worn"),
    ("詹天佑是做什么的？", "who", "詹天佑"),
    ("brief me on tidal power", "summary", "tidal power"),
    ("give me the gist of The mill", "summary", "The mill"),
    ("《老水磨》讲了什么？", "summary", "老水磨"),
    ("我想认识一下詹天佑", "who", "詹天佑"),
    ("老磨坊以前是做什么的", "search", "老磨坊以前是做什么的"),
    ("说说潮汐发电，简单点", "summary", "潮汐发电"),
    ("說說潮汐發電，簡短一點吧", "summary", "潮汐發電"),
    ("/搜索 风车", "search", "风车"),
    ("/總結 風車", "summary", "風車"),
    ("/管理", "help", ""),
    ("/风车 在哪", "search", "/风车 在哪"),
    ("👍", "greeting", ""),
    ("？！", "greeting", ""),
    ("hiiii", "greeting", ""),
    ("在不在？", "greeting", ""),
    ("嗯嗯", "thanks", ""),
    ("太厉害了！", "thanks", ""),
    ("good bot", "thanks", ""),
    ("行业", "search", "行业"),
    ("哦哦亚", "search", "哦哦亚"),
    ("are you an AI?", "greeting", ""),
    ("你是機器人嗎", "greeting", ""),
    ("你叫什么名字？", "greeting", ""),
    ("谁做的你", "greeting", ""),
    ("tell me about yourself", "greeting", ""),
    ("介绍一下你自己", "greeting", ""),
    ("谁做的风车", "search", "谁做的风车"),
    ("who is", "help", ""),
    ("总结一下", "help", ""),
    ("summary", "help", ""),
    ("有哪些文章？", "help", ""),
    ("what articles do you have", "help", ""),
    ("what articles do you have on mills", "search", "what articles do you have on mills"),
    ("ｗｈｏ　ｉｓ　Ａｄａ Lovelace", "who", "Ada Lovelace"),
]


@pytest.mark.parametrize(("text", "kind", "argument"), CASES)
def test_what_plain_words_mean(text, kind, argument) -> None:
    """A few patterns in each language are known, and everything else is a search."""
    assert parse(text) == Intent(kind=kind, argument=argument)


@pytest.mark.parametrize("text", ["介绍一下詹天佑", "请帮我介紹詹天佑", "tell me about Ada Lovelace", "介绍 Ada"])
def test_whom_or_what_to_tell_about(text) -> None:
    """A short subject may be a person or a topic, and who answers decides."""
    intent = parse(text)
    assert (intent.kind, intent.or_search) == ("who", True)
    assert intent.argument in ("詹天佑", "Ada Lovelace", "Ada")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("who is the chief executive of Orvik Mills?", "the chief executive of Orvik Mills"),
        ("奥维克磨坊的创始人是谁", "奥维克磨坊的创始人"),
        ("誰是奧維克磨坊的執行長", "奧維克磨坊的執行長"),
    ],
)
def test_an_office_may_be_nobodys(text, name) -> None:
    """Who holds it is looked up, and searched for where nobody is said to."""
    assert parse(text) == Intent(kind="who", argument=name, or_search=True)


@given(st.text(max_size=400))
def test_any_text_means_something(text) -> None:
    """Whatever is typed, a search, a name or a subject is never empty."""
    intent = parse(text)
    assert bool(intent.argument) == (intent.kind in ("search", "who", "summary"))


def test_a_very_long_text_is_a_search_of_its_head() -> None:
    """A text beyond what a message may hold is cut, not refused."""
    assert parse("是谁" * 100_000) == Intent(kind="search", argument="是谁" * 3000)
