"""What kind of answer a question asks for, and what such an answer looks like. Everything here is in folded form.

What must not live here: what a sentence is worth (:mod:`corpus.search.snippets`).
"""

import re

_WHEN = re.compile(
    "何时|何年|何月|什么时[候间]|哪一?[年月日天]|哪个?(?:年份|月份|世纪|朝代|时期|年代)|几[年月日号]|年份|日期"
    r"|(?<![a-z])(?:when|(?:what|which) (?:year|date|day|month))(?![a-z])"
)
_DATES = re.compile(
    r"\d{1,4} ?[年月日]|[〇零一二三四五六七八九十元]+[年月日]|世纪|年代|时期|[代朝]|(?<!\S)(?:1\d|20)\d\d(?!\S)"
    r"|(?<!\S)(?:januari|februari|march|april|june|juli|august|septemb|octob|novemb|decemb)(?!\S)"
)
_HOW_MANY = re.compile(
    "多少|几[个位家所座种部项名首门类条场间届次篇岁人倍成]|多[大高长久远重快]|占比|比例"
    r"|(?<![a-z])(?:how (?:many|much|long|often|big|large|old|far|high)|what (?:share|percentage|number|age))(?![a-z])"
)
_NUMBERS = re.compile(
    r"\d|[二三四五六七八九十百千万亿两半]|(?<!\S)(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ti|hundr|thousand|million|billion|dozen|(?:per)?cent|twice|half|third"
    r"|quarter)(?!\S)"
)
_WHERE = re.compile(
    "何地|何处|哪里|哪儿|什么地方|(?:哪一?[个座所]?|什么)(?:国家?|城市|地区|地方|省|市|县|州|大学|学校)"
    r"|(?<![a-z])(?:where|(?:what|which) (?:country|city|town|place))(?![a-z])"
)
_PLACES = re.compile("[省市县区州国镇乡村街路岛港山河湖洲城]|大学|学院")
_KINDS = ((_WHEN, _DATES), (_HOW_MANY, _NUMBERS), (_WHERE, _PLACES))


def answer_pattern(folded: str) -> re.Pattern[str] | None:
    """Return what an answer to a question holds in a line of units: a date, a number or a place; None if unknown."""
    return next((answer for question, answer in _KINDS if question.search(folded)), None)
