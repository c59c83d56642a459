"""What a person means by plain words in a direct message or a mention.

Three languages, a few patterns each; whatever they do not know is a search. What must not live here: answering.
"""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.who.query import asks_office

IntentKind = Literal["search", "who", "summary", "help", "privacy", "greeting", "thanks"]
PLAIN_CHARS = 6000
NAME_CHARS = 64
PATTERN_CHARS = 300  # whoever asks for something by name is brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What was meant; ``argument`` is the question, the name or the subject, empty where the kind takes none.

    ``or_search`` says of a name that it may as well be a topic, or that it is an office: whoever answers sees whether
    anybody is called so, or holds it.
    """

    kind: IntentKind
    argument: str = ""
    or_search: bool = False


# Letters, digits and the space of full width, which Chinese keyboards write.
_HALF_WIDTH = {0x3000: " "} | {code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
_PLEASE = r"please|pls|plz|thanks|thank you|谢谢[你您]?|謝謝[你您]?"
_END = rf"(?:[\s,，]*(?:{_PLEASE}))?[\s?？!！。.…~～]*"
_NAME = rf"(?P<it>[^\n?？!！。,，;；]{{1,{NAME_CHARS}}}?)"
_ASKING_EN = r"(?:(?:can|could|would|will) you\s+)?(?:please\s+)?"
_FOR_ME = r"(?:帮忙|幫忙|帮我|幫我|给我|給我|替我)"
_ASKING = rf"(?:能不能|可不可以|能否|可以|麻烦[你您]?|麻煩[你您]?)?(?:请|請)?{_FOR_ME}?"
_BOT = r"(?:[你您妳它]|[这這][个個]?(?:机器人|機器人)?)"
_SLASH = re.compile(r"[/／](?P<command>[a-z]+|[一-鿿]{2})(?:\s+(?P<it>.*))?", re.DOTALL | re.IGNORECASE)
_HELLO = (
    r"hi+|hello+|hey+|hiya|yo|good (?:morning|evening|afternoon|night)|there|bot|footnote"
    r"|[你您妳]好[吗嗎啊呀]?|嗨|嘿|喂|哈[喽囉啰]|在(?:不在|[吗嗎])|早上好|早安|早|晚上好|晚安"
)
_THANK = (
    r"(?:many )?thanks(?: (?:a lot|so much|again))?|thank you(?: (?:very|so) much)?|thx|ty|cheers"
    r"|(?:非常)?(?:谢谢|謝謝|感谢|感謝)[你您妳]?(?:了|啦)?|多谢|多謝|谢啦|謝啦|辛苦[了啦囉]"
)
_AGREED = (
    r"ok(?:ay)?|k|great|got it|nice|cool|perfect|awesome|(?:good|nice|smart|clever|well done) bot"
    r"|好的?|嗯++|哦++|噢++|行|不[错錯]|明白了|知道了|收到|[太真](?:好|棒|[厉厲]害)了?"
)
_LAUGHING = r"哈{2,}|呵{2,}|嘻{2,}|嘿{2,}|(?:ha){2,}h?|(?:he){2,}|lol|23{3,}"
_GREETING = re.compile(rf"(?:{_HELLO})(?:[\s,，!！~～]*(?:{_HELLO}))*[啊呀]?{_END}", re.IGNORECASE)
_THANKS = re.compile(
    rf"(?:(?:{_AGREED})[\s,，.!！。~～]*)*(?:{_THANK}|{_AGREED}|{_LAUGHING})"
    rf"(?:[\s,，.!！。~～]*(?:{_THANK}|{_HELLO}))*[啊呀]?{_END}",
    re.IGNORECASE,
)
# Whoever asks who it is that answers, or leaves, is greeted too: no article knows.
_SELF = re.compile(
    rf"(?:(?:who|what) are you|who is footnote|(?:good)?bye|再[见見]|are you (?:an? )?(?:ai|bot|robot|human|chatgpt)|"
    rf"what(?:'s|’s| is) (?:your name|up)|how are you|who (?:made|built|created) you|"
    rf"(?:tell me about|introduce) yourself|{_BOT}叫(?:什么|什麼)(?:名字)?|{_BOT}是(?:机器人|機器人|ai|真人|人)[吗嗎]|"
    rf"(?:谁|誰)(?:做|造|开发|開發|创造|創造)(?:了|的){_BOT}|{_ASKING}(?:介绍|介紹)(?:一?下)?{_BOT}?自己|"
    rf"(?:{_BOT}(?:到底)?|footnote\s*)是(?:谁|誰|什么|什麼))[呢啊呀]?{_END}",
    re.IGNORECASE,
)
# What is said to whoever is asked, before and after what is asked; a greeting only where a mark ends it.
_ADDRESS = re.compile(
    rf"(?:(?:{_HELLO}|{_THANK})(?:\s+(?:{_HELLO}))*[啊呀]?\s*[,，!！。.~～\n]\s*(?:那[么麼]?(?=[\s,，a-z])[\s,，]*)?|(?:请问|請問)(?:一下)?[\s,，:：]*)+",
    re.IGNORECASE,
)
_POLITE_END = re.compile(rf"[\s,，]+(?:{_PLEASE})[\s!！。.~～]*$", re.IGNORECASE)
_HELP = re.compile(
    rf"(?:!?help(?: me)?|commands?|menu|how do (?:i|you) work|how does (?:this|it) work|"
    rf"what can (?:you do|i ask)(?: you)?|how (?:do|can|should) i (?:ask|search)|(?:怎么|怎麼|如何)(?:提问|提問)|"
    rf"{_BOT}?(?:可以|能)(?:问|問)[你您妳]?(?:些)?[什甚][么麼]|"
    rf"how (?:do i|to) use (?:you|this|it)|帮助|幫助|帮忙|幫忙|说明|說明|使用说明|使用說明|指令|命令|"
    rf"(?:list|show)(?: me)?(?: all)?(?: the)? articles|what articles (?:do you have|are there)|"
    rf"(?:{_BOT}|都)?有(?:什么|什麼|哪些)(?:文章|内容|內容)|(?:帮帮|幫幫)我|"
    # What lacks its name or its topic, as a typed command may.
    rf"who(?: is)?|[谁誰]是?|是[谁誰]|search|summar(?:y|i[sz]e)|tl;?dr|(?:搜索|搜尋|总结|總結|介绍|介紹)(?:一下)?|"
    rf"{_BOT}?(?:要|该|該)?(?:怎么|怎麼|如何)(?:使用|用|玩)|{_BOT}[会會能](?:做|干|幹)?[什甚][么麼]|{_BOT}能(?:干|幹)[嘛吗嗎]|{_BOT}?有(?:什么|什麼|哪些)功能)"
    rf"[呢啊呀]?{_END}",
    re.IGNORECASE,
)
# Somebody's own words or data, and what a bot may do with them.
_MINE = (
    r"我[^\n,，们們]{0,6}(?:资料|資料|数据|數據|信息|資訊|问题|問題|提问|提問|记录|紀錄|記錄|对话|對話|聊天|隐私|隱私)"
)
_KEEP = r"(?:保存|储存|儲存|存储|记录|記錄|紀錄|记住|記住|收集|保留|删除|刪除|删掉|刪掉|清除|导出|匯出)"
_KEEP_EN = r"(?:keep|store|log|save|record|track|collect|remember)"
_PRIVACY = re.compile(
    rf"(?:privacy(?: policy)?|隐私|隱私|隐私政策|隱私權?(?:政策)?|what do you {_KEEP_EN}(?: about me)?|"
    rf"what (?:data|information) do you (?:have|{_KEEP_EN})(?: (?:on|about|of) me)?|forget (?:about )?me|"
    rf"(?:is|are) (?:this|my [\w ]{{1,20}}|our [\w ]{{1,20}}) (?:being )?(?:logged|stored|saved|recorded|kept|tracked)|"
    rf"(?:do|will) you {_KEEP_EN} (?:[\w']+ ){{0,3}}?(?:my|i|me)\b[^\n,;]{{0,30}}?|"
    rf"{_ASKING_EN}(?:delete|erase|remove|forget|export) (?:all )?(?:of )?my\b[^\n,;]{{0,30}}?|"
    rf"(?:{_ASKING}|{_BOT}?[们們]?(?:会不会|會不會|[会會能]|可以)){_KEEP}[^\n,，]{{0,2}}{_MINE}|(?:怎么|怎麼|如何){_KEEP}{_MINE}|{_MINE}[^\n,，]{{0,6}}?{_KEEP}(?:下来|下來)?)[了吗嗎么麼呢]{{0,2}}{_END}",
    re.IGNORECASE,
)
_THIS_PERSON = r"(?:[这這]个?個?人|[这這]位|此人)"
_WHO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:who(?:'s|’s|\s+is|\s+was|\s+are)|whois)\s+(?!(?:the|an?|behind|responsible)\s){_NAME}{_END}",
        rf"(?:do you know|tell me) who\s+{_NAME}\s+(?:is|was){_END}",
        rf"{_NAME}\s*(?:到底|究竟)?(?:是|系|係)(?:谁|誰|什么人|什麼人|甚麼人|何人|哪位|何许人|何許人)[呢啊呀]?{_END}",
        rf"[谁誰]是\s*(?!第[一二三]){_NAME}(?<!的)[呢啊呀]?{_END}",
        rf"{_ASKING}(?:介绍|介紹|认识|認識|说说|說說|讲讲|講講)(?:一下)?\s*{_NAME}{_THIS_PERSON}{_END}",
        rf"我?(?:想|要)?(?:认识|認識)(?:一下)?\s*{_NAME}{_END}",
        rf"{_NAME}(?<!以前)(?<!之前)(?<!原来)(?<!原來)(?<!现在)(?<!現在)\s*(?:是(?:做|干|幹)(?:什么|什麼|嘛)的|何许人也|何許人也)[呢啊呀]?{_END}",
        rf"[你您妳]?(?:知道|认识|認識|听说过|聽說過)\s*{_NAME}{_THIS_PERSON}[吗嗎么麼]?{_END}",
    )
)
_OFFICE = re.compile(
    rf"who(?:'s|’s|\s+is|\s+was|\s+are)\s+(?P<it>the\s[^\n?？!！。;；]{{1,{NAME_CHARS}}}?\s(?:of|at)\s[^\n?？!！。;；]{{1,{NAME_CHARS}}}?){_END}",
    re.IGNORECASE,
)
# "介绍一下" and "tell me about" take a person or a topic; a short one may be either.
_ABOUT_WHOM = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ASKING}(?:介绍|介紹)(?:一?下)?\s*(?P<it>[㐀-鿿·]{{2,6}}|[a-z][\w.'-]*(?:\s+[a-z][\w.'-]*){{0,3}}){_END}",
        rf"{_ASKING_EN}(?:tell me about|introduce)\s+(?P<it>[a-z][\w.'-]*(?:\s+[a-z][\w.'-]*){{0,3}}){_END}",
    )
)
_SUMMARIZE = (
    r"summari[sz]e|sum up|brief me on|(?:give me )?(?:the gist|an? (?:short |brief |quick )?(?:summary|overview)) of"
    r"|summary of|tl;?dr(?: of)?"
)
_BRIEFLY = r"(?:用[几幾一两兩三][句段][话話]?|[简簡][单單短要]地?)?"
_SHORTER = r"(?:简短|簡短|简单|簡單|短)(?:一?[点點些])"
_SUMMARY_VERB = r"(?:总结|總結|概括|概述|摘要|归纳|歸納|整理)(?:一?下)?(?:关于|關於)?"
_SUMMARY_TAIL = r"(?:的?(?:内容|內容|要点|要點|文章))?[吗嗎吧]?"
_SUMMARY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ASKING_EN}(?:{_SUMMARIZE})\s*:?\s+(?P<it>.+?){_END}",
        rf"{_ASKING}{_BRIEFLY}{_SUMMARY_VERB}\s*[:：]?\s*(?P<it>.+?){_SUMMARY_TAIL}{_END}",
        rf"{_ASKING}(?:讲讲|講講|说说|說說|介绍一下|介紹一下)\s*(?P<it>[^\n,，]{{1,100}}?)[\s,，]*{_SHORTER}[吧]?{_END}",
        rf"[《〈](?P<it>[^\n《》〈〉]{{1,200}})[》〉](?:[这這]篇文章)?(?:主要)?(?:讲|講|说|說)了?些?(?:什么|什麼)[呢啊呀]?{_END}",
        rf"(?P<it>[^\n]{{1,200}}?)的(?:总结|總結|摘要|概要){_END}",
    )
)
# A request to search, by words that begin no name: 搜 alone begins 搜狗, "search" alone "search engines".
_LOOK = r"(?:查询|查詢|搜索|搜尋|查找|查|搜|找)"
_SEEKING = rf"(?:{_ASKING}{_LOOK}一[下查搜找]|(?:请|請)?{_FOR_ME}{_LOOK})"
_WRITINGS = r"(?:文章|资料|資料|内容|內容)"
_ABOUT = r"(?:(?:something|anything|articles?) (?:about|on)\s+)?"
_SEARCH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:search|find|{_LOOK})\s*[:：]\s*(?P<it>.+)",
        rf"{_ASKING_EN}(?:search for|look (?:up|for)|find)\s+{_ABOUT}(?P<it>.+)",
        rf"{_SEEKING}(?:关于|關於)?\s*[:：]?\s*(?P<it>.+?)(?:的{_WRITINGS}{_END})?",
        rf"有(?:没有|沒有)?(?:关于|關於)\s*(?P<it>.+?)\s*的{_WRITINGS}[吗嗎]?{_END}",
        r"我?想(?:知道|了解)(?:一下)?\s*(?P<it>.+)",
    )
)
_COMMANDS: dict[str, IntentKind] = {
    "search": "search",
    "who": "who",
    "summary": "summary",
    "help": "help",
    "privacy": "privacy",
    **dict.fromkeys(("搜索", "搜尋"), "search"),
    **dict.fromkeys(("是谁", "是誰"), "who"),
    **dict.fromkeys(("总结", "總結"), "summary"),
    **dict.fromkeys(("帮助", "說明"), "help"),
    **dict.fromkeys(("隐私", "隱私"), "privacy"),
    # Admins' commands need Discord's own.
    **dict.fromkeys(("reindex", "footnote", "重读", "重讀", "管理"), "help"),
}


def parse(text: str) -> Intent:
    """Return what plain words mean; never fails, and is linear in the first 6,000 characters.

    A text without a letter or a digit is a greeting. A slash command that was typed as text counts as the command.
    """
    words = text[:PLAIN_CHARS].translate(_HALF_WIDTH).strip()
    if not any(map(str.isalnum, words)):
        return Intent(kind="greeting")
    typed = _SLASH.fullmatch(words)
    if typed and typed["command"].lower() in _COMMANDS:
        return _command(_COMMANDS[typed["command"].lower()], (typed["it"] or "").strip())
    if len(words) > PATTERN_CHARS:
        return Intent(kind="search", argument=words)
    asked = _without_address(words)
    for kind, patterns in _PATTERNS:
        for pattern in patterns:
            match = pattern.fullmatch(words if kind in ("greeting", "thanks") else asked)
            if match and ("it" not in pattern.groupindex or _subject(match)):
                if pattern is _OFFICE and not asks_office(_subject(match)):
                    continue
                # In a search, quotation marks ask for these very words.
                argument = match["it"].strip() if kind == "search" else _subject(match)
                or_search = pattern in _ABOUT_WHOM or (kind == "who" and asks_office(argument))
                return Intent(kind=kind, argument=argument, or_search=or_search)
    return Intent(kind="search", argument=asked)


_PATTERNS: tuple[tuple[IntentKind, tuple[re.Pattern[str], ...]], ...] = (
    ("greeting", (_GREETING, _SELF)),
    ("thanks", (_THANKS,)),
    ("help", (_HELP,)),
    ("privacy", (_PRIVACY,)),
    ("who", (*_WHO, _OFFICE)),
    ("summary", _SUMMARY),
    ("who", _ABOUT_WHOM),
    ("search", _SEARCH),
)


def _command(kind: IntentKind, argument: str) -> Intent:
    """Return the intent of a typed command; one that lacks its argument asks for help."""
    if kind in ("help", "privacy"):
        return Intent(kind=kind)
    return Intent(kind=kind, argument=argument) if argument else Intent(kind="help")


def _without_address(words: str) -> str:
    """Return what is asked without a greeting before it and a "please" after it."""
    addressed = _ADDRESS.match(words)
    return _POLITE_END.sub("", words[addressed.end() :] if addressed else words).strip() or words


def _subject(match: re.Match[str]) -> str:
    """Return what a pattern is about, without quotation marks around it."""
    return (match.groupdict().get("it") or "").strip().strip("\"“”'‘’「」『』《》〈〉").strip()
