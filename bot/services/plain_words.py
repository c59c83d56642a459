"""What a person means by plain words in a direct message or a mention.

Three languages, a few patterns each; whatever they do not know is a search. What must not live here: answering.
"""

import re
from dataclasses import dataclass
from typing import Literal

IntentKind = Literal["search", "who", "summary", "help", "privacy", "greeting"]
PLAIN_CHARS = 6000
NAME_CHARS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What was meant; ``argument`` is the question, the name or the subject, empty where the kind takes none."""

    kind: IntentKind
    argument: str = ""


_END = r"[\s?？!！。.…~～]*"
_NAME = rf"(?P<it>[^\n?？!！。,，;；]{{1,{NAME_CHARS}}}?)"
_SLASH = re.compile(r"[/／](?P<command>[a-z]+)(?:\s+(?P<it>.*))?", re.DOTALL | re.IGNORECASE)
_HELLO = (
    r"hi|hello|hey|hiya|good (?:morning|evening|afternoon)|thanks|thank you|there|bot"
    r"|[你您妳]好[吗嗎啊呀]?|嗨|哈[喽囉啰]|在[吗嗎]|早上好|早安|晚上好|晚安|谢谢|謝謝"
)
_GREETING = re.compile(rf"(?:{_HELLO})(?:[\s,，!！~～]*(?:{_HELLO}))*[啊呀]?{_END}", re.IGNORECASE)
_HELP = re.compile(
    rf"(?:help(?: me)?|commands?|how do (?:i|you) work|what can you do|how (?:do i|to) use (?:you|this|it)|"
    rf"帮助|幫助|帮忙|幫忙|说明|說明|使用说明|使用說明|怎么用|怎麼用|如何使用|你[会會能](?:做|干|幹)?[什甚][么麼]|指令|命令){_END}",
    re.IGNORECASE,
)
_PRIVACY = re.compile(
    rf"(?:privacy(?: policy)?|what do you (?:keep|store|log)(?: about me)?|隐私|隱私|隐私政策|隱私權?(?:政策)?){_END}",
    re.IGNORECASE,
)
_WHO = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"who(?:'s|’s|\s+is|\s+was|\s+are)\s+(?!(?:the|an?)\s){_NAME}{_END}",
        rf"(?:do you know|tell me) who\s+{_NAME}\s+(?:is|was){_END}",
        rf"(?:请问|請問)?\s*{_NAME}\s*(?:到底|究竟)?(?:是|系|係)(?:谁|誰|什么人|什麼人|甚麼人|何人|哪位|何许人|何許人)[呢啊呀]?{_END}",
        rf"(?:请问|請問)?\s*[谁誰]是\s*{_NAME}[呢啊呀]?{_END}",
    )
)
_SUMMARIZE = r"summari[sz]e|sum up|give me a summary of|summary of|tl;?dr(?: of)?"
_ASKING = r"(?:请|請)?(?:帮我|幫我|给我|給我)?"
_SUMMARY_VERB = r"(?:总结|總結|概括|概述|摘要|归纳|歸納)(?:一?下)?(?:关于|關於)?"
_SUMMARY_TAIL = r"(?:的?(?:内容|內容|要点|要點|文章))?"
_SUMMARY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:please\s+)?(?:{_SUMMARIZE})\s*:?\s+(?P<it>.+?){_END}",
        rf"{_ASKING}{_SUMMARY_VERB}\s*[:：]?\s*(?P<it>.+?){_SUMMARY_TAIL}{_END}",
        rf"(?P<it>[^\n]{{1,200}}?)的(?:总结|總結|摘要|概要){_END}",
    )
)
_COMMANDS: dict[str, IntentKind] = {
    "search": "search",
    "who": "who",
    "summary": "summary",
    "help": "help",
    "privacy": "privacy",
}


def parse(text: str) -> Intent:
    """Return what plain words mean; never fails, and is linear in the first 6,000 characters.

    An empty text is a greeting. A slash command that was typed as text counts as the command.
    """
    words = text[:PLAIN_CHARS].strip()
    if not words:
        return Intent(kind="greeting")
    typed = _SLASH.fullmatch(words)
    if typed and typed["command"].lower() in _COMMANDS:
        return _command(_COMMANDS[typed["command"].lower()], (typed["it"] or "").strip())
    if len(words) <= 300:
        for kind, patterns in _PATTERNS:
            for pattern in patterns:
                match = pattern.fullmatch(words)
                if match:
                    return Intent(kind=kind, argument=_subject(match))
    return Intent(kind="search", argument=words)


_PATTERNS: tuple[tuple[IntentKind, tuple[re.Pattern[str], ...]], ...] = (
    ("greeting", (_GREETING,)),
    ("help", (_HELP,)),
    ("privacy", (_PRIVACY,)),
    ("who", _WHO),
    ("summary", _SUMMARY),
)


def _command(kind: IntentKind, argument: str) -> Intent:
    """Return the intent of a typed command; one that lacks its argument asks for help."""
    if kind in ("help", "privacy"):
        return Intent(kind=kind)
    return Intent(kind=kind, argument=argument) if argument else Intent(kind="help")


def _subject(match: re.Match[str]) -> str:
    """Return what a pattern is about, without quotation marks around it."""
    return (match.groupdict().get("it") or "").strip().strip("\"“”'‘’「」『』《》〈〉").strip()
