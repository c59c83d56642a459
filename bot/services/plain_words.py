"""What a person means by plain words in a direct message or a mention.

Three languages; whatever the patterns of :mod:`bot.services.phrases` do not know is a search. What must not live here:
answering.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast, get_args

from bot.services.days import days
from bot.services.phrases import SECTIONS, phrase, phrases
from bot.services.requests import AnswerKind
from corpus.search.clauses import EVERYTHING
from corpus.who.query import asks_office

Talk = Literal["greeting", "thanks", "help", "privacy", "following", "complaint", "beyond"]
IntentKind = AnswerKind | Talk
PLAIN_CHARS = 6000
PATTERN_CHARS = 300  # whoever asks for something by name is brief
_MOST_SENTENCES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What was meant; ``argument`` is the question, the name or the subject, empty where the kind takes none.

    ``or_search`` says of a name that it may as well be a topic, or that it is an office, of a subject that it may
    be no article's, and of a search that the message may ask for itself: whoever answers sees whether anybody is called
    so, or holds it, or wrote, and whether a title has the words.
    """

    kind: IntentKind
    argument: str = ""
    or_search: bool = False


# Letters, digits, the space and the asterisk of full width, which Chinese keyboards write.
_HALF_WIDTH = {0x3000: " ", 0xFF0A: "*"} | {
    code: chr(code - 0xFEE0) for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()
}
_SLASH = re.compile(r"[/／!！.](?P<command>[a-z]+|[一-鿿]{2})(?:\s+(?P<it>.*))?", re.DOTALL | re.IGNORECASE)
MASKED_LINK = re.compile(r"\[([^\[\]\n]+)\]\(<?https?://[^\s()<>]*>?\)")  # of which Discord shows the words alone
_LINK = re.compile(r"<?https?://\S+>?")
_STOP = re.compile(r"[.!?。！？\n]+")
_TALK: dict[Talk, re.Pattern[str]] = {kind: phrase(kind, *SECTIONS["END"]) for kind in get_args(Talk)}
_WHO, _ABOUT_WHOM, _TOLD = phrases("who"), phrases("about_whom"), phrases("told")
_WROTE, _SOURCE, _SEARCH_WORD = phrases("wrote"), phrases("source"), phrases("search_word")
_FILTERS: tuple[tuple[AnswerKind, tuple[re.Pattern[str], ...], str], ...] = (
    ("search", phrases("since"), "after:{0}"),
    ("search", phrases("until"), "before:{1}"),
    ("search", phrases("of_date"), "after:{0} before:{1}"),
    ("search", phrases("by"), 'author:"{}"'),
    ("search", phrases("in_language"), "lang:{}"),
)
# What a pattern asks for, and the question that its subject makes.
_ASKED: tuple[tuple[AnswerKind, tuple[re.Pattern[str], ...], str], ...] = (
    *_FILTERS,
    ("search", phrases("all"), EVERYTHING),
    ("who", _WHO, "{}"),
    ("summary", phrases("summary"), "{}"),
    ("summary", _TOLD, "{}"),
    ("who", _ABOUT_WHOM, "{}"),
    ("search", phrases("search"), ""),
    ("search", _WROTE, 'author:"{}"'),
    ("search", _SOURCE, 'source:"{}"'),
    ("search", _SEARCH_WORD, ""),
)
_OFFICE = _WHO[-1]
_DOUBTFUL = (*_ABOUT_WHOM, *_TOLD, *_WROTE, *_SOURCE, *_SEARCH_WORD)
_POINTING = phrase("pointing")
# What is said to whoever is asked, before and after what is asked; a greeting only where a mark or a question ends it.
_REQUEST, _ADDRESS = phrase("request"), phrase("address", "+")
_POLITE_END = phrase("polite_end")
_COMMANDS: dict[str, IntentKind] = {
    word: cast("IntentKind", line.split()[0]) for line in SECTIONS["commands"] for word in line.split()
}


def parse(text: str, today: date) -> Intent:
    """Return what plain words mean; never fails, and is linear in the first 6,000 characters.

    A text without a letter or a digit is a greeting. A slash command that was typed as text counts as the command.
    ``today`` is the day of the message, from which last month is counted.
    """
    words = MASKED_LINK.sub(r"\1", text[:PLAIN_CHARS].translate(_HALF_WIDTH)).strip()
    if not any(map(str.isalnum, words)) and words != EVERYTHING:
        return Intent(kind="greeting")
    typed = _SLASH.fullmatch(words)
    if typed and typed["command"].lower() in _COMMANDS:
        return _command(_COMMANDS[typed["command"].lower()], (typed["it"] or "").strip())
    if _LINK.search(words):
        meant = parse(_LINK.sub(" ", words), today)
        return meant if not _POINTING.fullmatch(meant.argument) and meant.argument else Intent(kind="beyond")
    if len(words) > PATTERN_CHARS:
        return Intent(kind="search", argument=words)
    asked = _without_address(words)
    return _asked(asked, _said(words) or _said(asked), today) or Intent(kind="search", argument=asked)


def _asked(asked: str, said: Talk | None, today: date) -> Intent | None:
    """Return what a short text asks for by one of the patterns, unless it says something and asks nothing."""
    if said:
        return Intent(kind=said)
    for kind, patterns, question in _ASKED:
        for pattern in patterns:
            match = pattern.fullmatch(asked)
            argument = _question(match, question, today) if match else ""
            if not argument or (pattern is _OFFICE and not asks_office(argument)):
                continue
            if _POINTING.fullmatch(argument):
                return Intent(kind="following")
            if kind == "summary":
                argument = _filtered(argument, today)
            or_search = pattern in _DOUBTFUL or (kind == "who" and asks_office(argument))
            return Intent(kind=kind, argument=argument, or_search=or_search)
    return None


def _question(match: re.Match[str], question: str, today: date) -> str:
    """Return what the subject of a match asks, for articles of some days where it names such; "" for nothing."""
    named = match.groupdict()
    subject = (named.get("it") or "").strip().strip("\"“”'‘’「」『』《》〈〉").strip()
    if "date" in named:
        told = days(named, today)
        return f"{subject} {question.format(*told)}".strip() if told else ""
    # In a search, quotation marks ask for these very words.
    asked = question.format(subject) if question else named["it"].strip()
    return asked if subject else ""


def _filtered(subject: str, today: date) -> str:
    """Return the filters that a subject of a summary asks for, as ``articles from 2024`` does, or itself."""
    for _, patterns, question in _FILTERS:
        for pattern in patterns:
            if match := pattern.fullmatch(subject) or pattern.fullmatch(f"{subject}的文章"):
                return _question(match, question, today) or subject
    return subject


def _said(words: str) -> Talk | None:
    """Return what is said and asks nothing, by the last sentence where there are several, or None."""
    sentences = [sentence.strip() for sentence in _STOP.split(words) if sentence.strip()]
    wholes = [words] if len(sentences) > _MOST_SENTENCES else [words, *sentences]
    whole, *each = [next((kind for kind, pattern in _TALK.items() if pattern.fullmatch(one)), None) for one in wholes]
    return whole or (each[-1] if each and all(each) else None)


def _command(kind: IntentKind, argument: str) -> Intent:
    """Return the intent of a typed command; one that lacks its argument asks for help."""
    if kind in ("help", "privacy"):
        return Intent(kind=kind)
    return Intent(kind=kind, argument=argument) if argument else Intent(kind="help")


def _without_address(words: str) -> str:
    """Return what is asked without a greeting before it, a "please" after it and a "could you" around it."""
    if request := _REQUEST.fullmatch(words):
        words = request["it"]
    addressed = _ADDRESS.match(words)
    return _POLITE_END.sub("", words[addressed.end() :] if addressed else words).strip() or words
