"""What a "who is" question asks for: the name in it, or an office and whose it is.

What must not live here: whether anybody bears that name.
"""

import re

from corpus.analysis.folding import fold
from corpus.who.keys import KEY_CHARS, name_key
from corpus.who.lexicon import FORMER_ZH, TITLE, TITLE_EN, TITLE_ZH, any_of
from corpus.who.words import LISTS

FOUNDER = "founder"
HEAD = "负责人"

_ASKING_CHARS = 48
_BEFORE = re.compile(
    rf"^(?:{any_of('asked_before')}"
    r"|(?:please |can you |could you )*(?:tell me |do you know )?(?:about |something about )?"
    r"(?:who(?:'s|’s| is| was| are| were| am) |what(?:'s|’s| is| was) |(?:when|where) (?:was|were) |whois )?"
    r"(?:about )?(?:exactly )?)\s*",
    re.IGNORECASE,
)
_WHAT = f"什[么麼]{any_of('asked_what')}?"
_AFTER = re.compile(
    r"\s*(?:(?:到底|究竟|分[别別]|各自?|都|[这這][个個]人|此人|[现現]在)*[是系]?"
    rf"(?:[谁誰]|哪位|哪[个個]人|何人|何[许許]人也?|{_WHAT}|哪家公司|[干做](?:{_WHAT}|啥|嘛)的)(?:啊|呀|呢|[吗嗎]|[来來]着)?"
    rf"|{any_of('asked_after')})?[\s?？!！。.,，~]*$",
    re.IGNORECASE,
)
_QUOTES = " \t\r\n\"'“”‘’「」『』《》<>()（）[]【】@#*_`~!?！？。，,.:：;；、"
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|prof|professor|sir|dame|revd?|cllr)\.? +)+"
    rf"|(?<=.)(?:(?:,? {any_of('post_nominals')}\.?)+"
    r"|先生|女士|小姐|教授|博士|院士|老[师師]|[总總][统統]?|同志|(?<![学學])[院校][长長])$",
    re.IGNORECASE,
)
_FOUNDED_ZH = "(?:一起|共同|联合)?(?:创办|创立|创建|成立|建立)"
_FOUNDED = re.compile(
    r"(?:who|which people) (?:co-?)?(?:founded|founds|started|established|set up) (?P<after>.+)"
    r"|(?P<before>.+?) (?:was|is) (?:co-?)?founded by who(?:m)?"
    rf"|(?:是?谁|哪些人|哪位|什么人){_FOUNDED_ZH}了?(?P<behind>.+?)的?"
    rf"|(?P<ahead>.+?)(?:是|由)(?:谁|哪些人|哪位|什么人){_FOUNDED_ZH}的?"
)
_LED_ZH = "(?:领导|执掌|掌管|管理|经营|负责)"
_LED = re.compile(
    r"who (?:runs|leads|heads|is (?:in charge of|running|leading|heading)) (?:the )?(?P<after>.+)"
    rf"|是?谁在?{_LED_ZH}着?(?P<behind>.+?)的?|(?P<ahead>.+?)[是由]谁{_LED_ZH}的?"
)
_DOER = re.compile(r"(?:是?[谁誰]|who )(?P<deed>.+)|(?P<what>.+)[是由][谁誰](?P<did>.{1,4}?)的?", re.IGNORECASE)
_FORMERLY = re.compile(
    rf"^(?:{FORMER_ZH}任?|former |ex-)(?=.)"
    r"|(?:的|['’]s?)?\s*(?:前任?|原任?|现任?|时任|轮值|代理|候任|名誉|高级|资深|管理|常务|former|current)?\s*$"
)
_PAST = re.compile(rf"^{FORMER_ZH}|[前原曾]任?(?:的?{TITLE_ZH}$)|\bformer\b|\bex-", re.IGNORECASE)
_BEFORE_WHOM = re.compile(r" before (?!the ).+$|(?<=[a-z\u3400-\u9fff])在[^,。在]{2,12}之前(?=的)", re.IGNORECASE)
_COUNTRIES = dict(entry.split("=") for entry in LISTS["countries_english"])
_ADDRESSED = re.compile(rf"(?P<name>[\u3400-\u9fff]{{1,2}})(?P<title>{TITLE_ZH})")
_DESCRIBED = re.compile(
    rf".{{2,}}的(?P<zh>(?!{TITLE_ZH}$)[^的]{{2,}})|(?P<en>.+?),? (?:from|of|at) .+"
    rf"|.*{TITLE_ZH}\s?(?P<titled>[^\W\d_·]{{2,4}})|(?:the )?(?:{TITLE_EN} )+(?P<titled_en>.+)",
    re.IGNORECASE,
)
# A name that is in no article may be several; a single letter between two marks is none.
_TOGETHER = re.compile(
    r"\s*(?:[、，,;；&]\s*(?:and )?|以及|[还還]有|[和跟与與及])\s*| (?:and|or|vs\.?) ", re.IGNORECASE
)
_MOST_NAMES = 5
_OFFICE_OF = re.compile(r"(?:the |current |former |ex-)*(.+?)s? (?:of|at) (?:the )?(.+)")
_NOBODY = frozenset(LISTS["nobody"])


def asked_name(query: str) -> str:
    """Return the name in a question, as written, at most 64 characters; empty where there is none to look up.

    A question too long to be one about a name comes to nothing, whatever its length, in the same short time.
    """
    text = query[: 4 * (KEY_CHARS + _ASKING_CHARS)].strip()
    if len(query.strip()) > KEY_CHARS + _ASKING_CHARS:
        return ""
    text = _AFTER.sub("", text, count=1)
    text = _BEFORE.sub("", text, count=1).strip(_QUOTES)
    key = name_key(text)
    if not key or len(text) > KEY_CHARS or key in _NOBODY or re.fullmatch(r"am ?i|are you|are we", text.lower()):
        return ""
    return text


def asked_names(name: str) -> list[str]:
    """Return the names that one text joins, at most five; none where there are not several."""
    names = [_BEFORE.sub("", part, count=1).strip(_QUOTES) for part in _TOGETHER.split(name)]
    return names if 1 < len(names) <= _MOST_NAMES and all(len(name_key(one)) > 1 for one in names) else []


def asks_office(query: str) -> bool:
    """Whether a question asks who holds an office or did a deed, and not who or what a name is."""
    return bool(asked_office(asked_name(query))[1])


def asks_past(name: str) -> bool:
    """Whether an office is asked for that somebody held before."""
    text = fold(name).text
    return _PAST.search(text) is not None or _BEFORE_WHOM.search(text) is not None


def without_honorific(name: str) -> str:
    """Return a name without the forms of address before and after it, and the letters behind it."""
    return _HONORIFIC.sub("", name).strip() or name


def addressed(name: str) -> tuple[str, str]:
    """Return a surname and the key of the title that it is addressed by: 顾 and 院长 of 顾院长; else two empty."""
    found = _ADDRESSED.fullmatch(fold(name[:KEY_CHARS]).text)
    return (found["name"], name_key(found["title"])) if found else ("", "")


def without_description(name: str) -> str:
    """Return the name beside what tells it from others: 港务局的顾清河, Colin Strand of the port, 局长顾清河."""
    found = _DESCRIBED.fullmatch(fold(name).text)
    return found[found.lastgroup or 0] if found else name


def asked_deed(name: str) -> str:
    """Return what a question asks the doer of, or the name as it is: 发明了泵 of 谁发明了泵 and of 泵是谁发明的."""
    asked = _DOER.fullmatch(name)
    return asked["deed"] or asked["did"] + asked["what"] if asked else name


def asked_office(name: str) -> tuple[str, str]:
    """Return the keys of an office and of what it is an office of; two empty ones where a text is no such question.

    "the CTO of Acme", "Acme's CTO" and "Acme 的 CTO" are ("cto", "acme"); whoever founded something is its founder.
    """
    text = _BEFORE_WHOM.sub("", fold(name[: 2 * KEY_CHARS]).text)
    for title, deed in ((FOUNDER, _FOUNDED), (HEAD, _LED)):
        if done := deed.fullmatch(text):
            return title, name_key(next(filter(None, done.groups())))
    of = _OFFICE_OF.fullmatch(text)
    if of is not None and TITLE.fullmatch(of[1]):
        return name_key(of[1]), _COUNTRIES.get(name_key(of[2]), name_key(of[2]))
    last = next((match for match in TITLE.finditer(text) if match.end() == len(text)), None)
    if last is None:
        return "", ""
    whose = name_key(_FORMERLY.sub("", text[: last.start()].rstrip()))
    return (name_key(last[0]), _COUNTRIES.get(whose, whose)) if whose else ("", "")
