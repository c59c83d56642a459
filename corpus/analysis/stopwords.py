"""Words that ask without saying about what. Everything here is in folded form: Simplified and lower case."""

import re
from pathlib import Path

from corpus.word_lists import patterns

# What people write before a question and behind it.
_BEFORE, _BEHIND = ("|".join(patterns(Path(__file__).with_suffix(".txt"))[name]) for name in ("BEFORE", "BEHIND"))
_COURTESIES = re.compile(rf"^(?:[^\w《「『\"“<(]*+(?:{_BEFORE}))+|(?<!\W)(?:\W*(?:{_BEHIND}))+\W*$")
# Longest first within a group, since the first that fits wins.
_ASKING_ZH = (
    "请问|请教一下|请教|(?:我?想|求)问一?下?|(?<!没)有人知道|有没有人知道|谁知道|请介绍一下|请介绍|介绍一下|告诉我|我想知道|想知道|你知道|"
    "是什么样的人|是什么人|是何许人也|是何许人|是何人|是谁|谁是|是什么|什么是|"
    "在什么时候|什么时候|啥时候?|为啥|咋样?|什么时间|什么地方|什么样的|什么|"
    "[在于]?哪一?(?:[月日天个家所座些国]|年(?![代级份])|位(?!置)|种(?!类)|部(?![分门队])|项(?!目)|名(?![字称]))|"
    "在哪里|哪里|哪儿|有哪些|哪一?|"
    "何时|何地|何人|为何|为什么|为甚么|甚么|如何|怎么样|怎么|怎样|多少|多久|多长时间|多[大远高长深](?=\\W|$)|"
    "有没有(?:[讲谈聊写]|[说提]到?)?|是不是|能否|是否|"
    "是指|指的是|谁"
)
_ASKING = re.compile(rf"{_ASKING_ZH}|(?:[吗呢吧啊](?=\W*$))")
_ASKING_EN = re.compile(
    r"(?<![a-z0-9])(?:(?:who|what|where|when|which|why|how)(?:'?s| is| are| was| were| did| does| do)?|tell me about"
    r"|(?:can you |please )?tell me|(?:does |do )?any(?:one|body) know|do you know|versus|vs\.?"
    r"|(?:lol|pl[sz]|please|thx|thanks)(?=\W*$))(?![a-z0-9])"
)
_STOP_EN = re.compile(
    r"(?<![a-z0-9.])(?:a|an|the|and|or|of|in|on|at|to|for|by|with|from|as|into|about|is|are|was|were|be|been|being|do|"
    r"does|did|have|has|had|it|its|this|that|these|those|there|their|whom|whose|can|could|will|would|should|may|me|my|"
    r"you|your|he|his|she|her|they|them|we|our|i|s|t|many|much|(?<=[a-z]['’])(?:m|re|ve|ll|d)|"
    r"(?:ca|do|does|did|is|are|was|were|has|have|had|could|would|should|wo)n['’]?t)(?![a-z0-9]|\.\d)"
)
_HAS_CJK = re.compile("[\u3400-\u9fff]")
_WHO = re.compile(
    r"谁|是什么人|是何人|是何许人|是什么样的人|是什么(?:公司|机构|组织|产品)|(?<![a-z0-9])who(?:'?s)?(?![a-z0-9])"
)


# What stands between the words of a sentence: a slip there changes little, and what is beside it says nothing.
FUNCTION_CHARACTERS = frozenset(
    "的了是在于为被由所与和及以之其此这那也都就而但对从到向把将让等着过有会至时做作几因何各每又再已还能可要个哪什么多大快"
)
# What is never taken for a slip: these, and adverbs and pronouns, which are words alone wherever they stand.
NO_SLIPS = FUNCTION_CHARACTERS | frozenset("先最更才却只仅刚曾均仍很没不别她他你给同该某本并自替若应约")

# The most frequent of what jieba takes for names of places and is none.
NO_PLACE = re.compile(
    "城市|东西|平原|外国|爱国|南北|自治州|西南|英雄|朝廷|太阳|哥哥|东南|海洋|自治县|湖泊|高原|上市|建国|美丽|山区|江湖|"
    "大街|王国|开国|共和国|城镇|京城|庆典|深度|山脉|回国|治安|大国|古城|海峡|河口|冰川|长度|长大|普及|大海|海关|都市"
)


def without_stop_words(folded: str) -> str:
    """Return a question with its question words, courtesies, and if it is English its stop words, turned into spaces.

    Everything else stays in its place.
    """
    asked = _ASKING_EN.sub(_blank, _ASKING.sub(_blank, _COURTESIES.sub(_blank, folded)))
    return asked if _HAS_CJK.search(asked) else _STOP_EN.sub(_blank, asked)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def asks_who(folded: str) -> bool:
    """Whether a question asks who somebody is, who did something, or what company something is."""
    return _WHO.search(folded) is not None
