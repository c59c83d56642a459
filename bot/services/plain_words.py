"""What a person means by plain words in a direct message or a mention.

Three languages, a few patterns each; whatever they do not know is a search. What must not live here: what is
said and asks nothing (:mod:`bot.services.small_talk`), and answering.
"""

import re
from dataclasses import dataclass

from bot.services.requests import AnswerKind
from bot.services.small_talk import ASKING, ASKING_EN, END, FOR_ME, HELLO, PLEASE, THANK, Talk, talk
from corpus.who.query import asks_office

IntentKind = AnswerKind | Talk
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
_NAME = rf"(?P<it>[^\n?？!！。,，;；]{{1,{NAME_CHARS}}}?)"
_SLASH = re.compile(r"[/／](?P<command>[a-z]+|[一-鿿]{2})(?:\s+(?P<it>.*))?", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"<?https?://\S+>?")
_ASKS = "who|what|when|where|which|why|how|can you|could you|tell me|search|find|summari[sz]e"
# What is said to whoever is asked, before and after what is asked; a greeting only where a mark or a question ends it.
_ADDRESS = re.compile(
    rf"(?:(?:{HELLO}|{THANK})(?:\s+(?:{HELLO}))*[啊呀]?\s*(?:[,，!！。.~～\n]\s*|(?=请问|請問|(?<=\s)(?:{_ASKS})\b))"
    r"(?:那[么麼]?(?=[\s,，a-z])[\s,，]*)?|(?:请问|請問)(?:一下)?[\s,，:：]*)+",
    re.IGNORECASE,
)
_POLITE_END = re.compile(rf"[\s,，]+(?:{PLEASE})[\s!！。.~～]*$", re.IGNORECASE)
_THIS_PERSON = r"(?:[这這]个?個?人|[这這]位|此人)"
_WHO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:who(?:'s|’s|\s+is|\s+was|\s+are)|whois)\s+(?!(?:the|an?|behind|responsible)\s){_NAME}{END}",
        rf"(?:do you know|tell me) who\s+{_NAME}\s+(?:is|was){END}",
        rf"{_NAME}\s*(?:到底|究竟)?(?:是|系|係)(?:谁|誰|什么人|什麼人|甚麼人|何人|哪位|何许人|何許人)[呢啊呀]?{END}",
        rf"[谁誰]是\s*(?!第[一二三]){_NAME}(?<!的)[呢啊呀]?{END}",
        rf"{ASKING}(?:介绍|介紹|认识|認識|说说|說說|讲讲|講講)(?:一下)?\s*{_NAME}{_THIS_PERSON}{END}",
        rf"我?(?:想|要)?(?:认识|認識)(?:一下)?\s*{_NAME}{END}",
        rf"{_NAME}(?<!以前)(?<!之前)(?<!原来)(?<!原來)(?<!现在)(?<!現在)\s*(?:是(?:做|干|幹)(?:什么|什麼|嘛)的|何许人也|何許人也)[呢啊呀]?{END}",
        rf"[你您妳]?(?:知道|认识|認識|听说过|聽說過)\s*{_NAME}{_THIS_PERSON}[吗嗎么麼]?{END}",
    )
)
_OFFICE = re.compile(
    rf"who(?:'s|’s|\s+is|\s+was|\s+are)\s+(?P<it>the\s[^\n?？!！。;；]{{1,{NAME_CHARS}}}?\s(?:of|at)\s[^\n?？!！。;；]{{1,{NAME_CHARS}}}?){END}",
    re.IGNORECASE,
)
# "介绍一下" and "tell me about" take a person or a topic, and so does what goes on from one question to another.
_SUBJECT = r"(?P<it>[㐀-鿿·、]{2,24}?|[a-z][\w.'’&,-]*(?:\s+[a-z][\w.'’&,-]*){0,7}?)"
_ABOUT_WHOM = tuple(
    re.compile(pattern + END, re.IGNORECASE)
    for pattern in (
        rf"{ASKING}(?:介绍|介紹)(?:一?下)?\s*{_SUBJECT}",
        rf"{ASKING_EN}(?:tell me about|introduce|(?:and )?(?:what|how) about)\s+{_SUBJECT}",
        rf"那[么麼]?[,，\s]*{_SUBJECT}呢",
        rf"{_SUBJECT}\s*的?(?:(?:人物|个人|個人)?(?:简介|簡介|介绍|介紹)|(?:个人|個人)(?:资料|資料)|生平|履[历歷])",
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
        rf"{ASKING_EN}(?:{_SUMMARIZE})\s*:?\s+(?P<it>.+?){END}",
        rf"{ASKING}{_BRIEFLY}{_SUMMARY_VERB}\s*[:：]?\s*(?P<it>.+?){_SUMMARY_TAIL}{END}",
        rf"{ASKING}(?:讲讲|講講|说说|說說|介绍一下|介紹一下)\s*(?P<it>[^\n,，]{{1,100}}?)[\s,，]*{_SHORTER}[吧]?{END}",
        rf"[《〈](?P<it>[^\n《》〈〉]{{1,200}})[》〉](?:[这這]篇文章)?(?:主要)?(?:讲|講|说|說)了?些?(?:什么|什麼)[呢啊呀]?{END}",
        rf"(?P<it>[^\n]{{1,200}}?)的(?:总结|總結|摘要|概要){END}",
    )
)
# What is meant by words that nothing keeps.
_POINTING = re.compile(
    r"it|(?:this|that)(?: (?:article|page|link|text|one))?|[这這那][篇个個]?(?:文章|[链鏈]接|連結|[网網][页頁])?",
    re.IGNORECASE,
)
# A request to search, by words that begin no name: 搜 alone begins 搜狗, "search" alone "search engines".
_LOOK = r"(?:查询|查詢|搜索|搜尋|查找|查|搜|找)"
_SEEKING = rf"(?:{ASKING}{_LOOK}一[下查搜找]|(?:请|請)?{FOR_ME}{_LOOK})"
_WRITINGS = r"(?:文章|资料|資料|内容|內容)"
_ABOUT = r"(?:(?:something|anything|articles?) (?:about|on)\s+)?"
_SEARCH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:search|find|{_LOOK})\s*[:：]\s*(?P<it>.+)",
        rf"{ASKING_EN}(?:search for|look (?:up|for)|find)\s+{_ABOUT}(?P<it>.+)",
        rf"{_SEEKING}(?:关于|關於)?\s*[:：]?\s*(?P<it>.+?)(?:的{_WRITINGS}{END})?",
        rf"有(?:没有|沒有)?(?:关于|關於)\s*(?P<it>.+?)\s*的{_WRITINGS}[吗嗎]?{END}",
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
    if _LINK.search(words):
        meant = parse(_LINK.sub(" ", words))
        return meant if meant.argument else Intent(kind="beyond")  # no link is opened
    if len(words) > PATTERN_CHARS:
        return Intent(kind="search", argument=words)
    asked = _without_address(words)
    return _asked(asked, (talk(words) or talk(asked))) or Intent(kind="search", argument=asked)


def _asked(asked: str, said: Talk | None) -> Intent | None:
    """Return what a short text asks for by one of the patterns, unless it says something and asks nothing."""
    if said:
        return Intent(kind=said)
    for kind, patterns in _PATTERNS:
        for pattern in patterns:
            match = pattern.fullmatch(asked)
            if match is None or not _subject(match) or (pattern is _OFFICE and not asks_office(_subject(match))):
                continue
            # In a search, quotation marks ask for these very words.
            argument = match["it"].strip() if kind == "search" else _subject(match)
            if _POINTING.fullmatch(argument):
                return Intent(kind="following")
            or_search = pattern in _ABOUT_WHOM or (kind == "who" and asks_office(argument))
            return Intent(kind=kind, argument=argument, or_search=or_search)
    return None


_PATTERNS: tuple[tuple[AnswerKind, tuple[re.Pattern[str], ...]], ...] = (
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
