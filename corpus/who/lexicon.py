"""The patterns around a name that say what it names. What must not live here: any name of a particular person.

Han is simplified throughout, since the rules read folded text; plain word lists are in :mod:`corpus.who.words`.
"""

import re

from corpus.who.words import LISTS


def any_of(name: str) -> str:
    """Return a pattern for any of the words of a list, the longest first; "_" stands for a space."""
    return f"(?:{'|'.join(sorted(LISTS[name], key=len, reverse=True)).replace('_', ' ')})"


def where_begins(pattern: str, others: str = "", ahead: str = "") -> str:
    """Return a pattern that passes at once over all places but those that a match may begin at.

    That is with one of its letters or ``others``, or where ``ahead`` matches. Else all alternatives are tried anywhere.
    """
    letters = "".join(sorted({*re.findall(r"[^\W\d_]", pattern)}))
    return f"(?=[{letters}{others}]{ahead and '|'}{ahead})(?:{pattern})"


_TITLES_ZH = any_of("titles_zh")
TITLE_ZH = f"{_TITLES_ZH}(?![会团部府制室厅杯员级馆]|人(?![人均生]))"  # of an embassy is no ambassador
TITLE_EN = any_of("title_en").replace("(?:", "(?i:", 1)
TITLE = re.compile(rf"{TITLE_ZH}|\b{TITLE_EN}s?\b", re.IGNORECASE)
# A title that says of nobody's what it is, in the letters of a key.
_TITLE_KEY = TITLE_EN.replace(" ", "").replace("-?", "")
BARE_TITLE = re.compile(
    rf"(?:前|原|曾任|曾|[现新时候]任|高级|资深|技术|级别的?|副|兼|和|最?(?:杰出|著名|知名|优秀|顶尖|年轻|伟大)的?|一位|ai|人工智能|计算机"
    rf"|the|an?|former|then|and|chief|leading|famous|young|{TITLE_ZH}|{_TITLE_KEY})+",
    re.IGNORECASE,
)
# What says that an office is over, in both scripts: 前 and 原 of 前海 and 原子能 do not.
_BEFORE_ZH = "前(?![端台沿海进進程锋鋒线線卫衛哨列])"
FORMER_ZH = f"(?:{_BEFORE_ZH}|原(?![子油料野创創])|曾(?=[经經任担擔在是]))"
LEFT_ZH = "(?:[卸辞辭离離]任|[辞辭离離免撤][职職]|[辞辭]去|[辞辭]退|卸下|下台|退休|解[雇僱聘]|[开開]除|[罢罷]免)"
PAST = re.compile(
    rf"(?:the |an? )?(?:{FORMER_ZH}|[此之以早]前|早年|[时時]任|.{{1,8}}?(?<![目当當史]){_BEFORE_ZH}"
    rf"|.{{0,16}}?[任当當][过過]|{LEFT_ZH}|.+{LEFT_ZH}$"
    r"|(?:已经?|即?将|正式)?(?:接替|取代|接棒)|former\b|ex-|then[ -]|(?:stepped down|resigned|retired|quit|left) "
    r"|(?:(?:has|had|will|to|is|also) ){0,2}(?:succeed|replac|t(?:ook|akes?) over from ))",
    re.IGNORECASE,
)
# A deed that is an office without a title; in the letters of a key.
POST = re.compile(
    "创[办立建]|成立|[任执]教于|[任就供]职于|^(?:co)?founded|foundedby$|^(?:work|teache)sat|^(?:leads|heads|runs)"
)
SHARED = re.compile("^(?:联合|共同|co-?)", re.IGNORECASE)  # a founder with others is a founder too
_RELATION = any_of("relation")
_ADVERB = (
    r"(?:却|也|则|还|就|又|便|都|曾经?|后来|随后|最近|近日|[此之以]前|早年|目前|如今|现在?|已经?|正式?|即?将|共同|联合|一起|一手|先后"
    r"|[于在]?\d{4}年(?:\d{1,2}月)?|向[^,。]{1,12}|对[^,。]{1,14}|在[^,。]{2,14}(?=担任|任职|工作|任教)){0,2}"
)
BRACKETS = r"(?:\([^()]{1,60}\))?"
SUBJECT_VERB = re.compile(rf"{BRACKETS}\s*{_ADVERB}\s*(?:{any_of('person_verb')}|{any_of('person_verb_en')}\b)")
OFFICE_VERB = re.compile(rf"\s?{_ADVERB}(?:[担出就升接]任|履新|被任命|被聘|毕业于)")
# An office behind the name, as Taiwan and Hong Kong put it: 港务局顾清河局长.
TITLED_AFTER = re.compile(
    rf"(?<![任为是当兼])(?P<role>(?:荣誉|名誉|代理|执行|副|前)?{TITLE_ZH}(?:[兼暨]{TITLE_ZH})?)"
    rf"(?=[\s、,。;:!?)」”]|[等及与和并也还则将已在对向以代为]|$|课题组|(?:研究|科研)?团队|{any_of('person_verb')})"
)
HONORIFIC_AFTER = re.compile(BRACKETS + any_of("honorific"))
# Whose people they are; how many of them stand in one list is said before it.
_OF_PEOPLE = f"(?:{'|'.join(LISTS['countries'])}|[华犹][裔太])人"
# What follows "的" is the person only where the clause says who held the office (曾任院长的某某, but 院长的房间).
_TITLE_BEFORE = re.compile(
    rf"(?:{_OF_PEOPLE}|[任是为当][^,。]{{0,16}}{TITLE_ZH}的|[作身]为[^,。]{{1,24}}{TITLE_ZH},"
    rf"|(?:{TITLE_ZH}:?|{_RELATION}|\b{TITLE_EN}s?(?:,|:| [|–-])?)(?:之一)?)[\s*“\"「、]*$",
    re.IGNORECASE,
)
# The last letters of titles and relations in Han, also where the last one may be missing or is one of several.
_TITLE_ENDS = frozenset(re.findall(r"(?=(\w)(?:\w?\?|\w*\])?[|)])", _TITLES_ZH + _RELATION)) | {"的", "一", "人"}


# What is called otherwise in brackets: 星桥(StarBridge)执行长, 首席技术官(CTO)某某.
GLOSS_ZH = re.compile(r"(?<=[\u3400-\u9fff])\s?\([A-Z][\w&.' -]{1,30}\)$")


def is_title_before(before: str) -> bool:
    """Whether a stretch of text ends in a title; most end in a letter that no title does."""
    before = GLOSS_ZH.sub("", before)
    last = before.rstrip(' \n*“"「、:')[-1:]
    return (last < "\u3400" or last in _TITLE_ENDS) and _TITLE_BEFORE.search(before) is not None


# Whose; what an organisation may be as well says nothing of a person.
_WHOSE = r"(?:[\w&.-]{1,20} ){0,2}[\w&.-]{1,20}'s? (?:[\w-]+ ){0,3}?(?!investor|owner|partner)"
APPOSITION_AFTER = re.compile(
    rf", (?:(?:\w+ ){{0,5}}?|{_WHOSE}){TITLE_EN}\b(?! (?:and \w+ )?(?-i:[A-Z][a-z]))"
    rf"|\([^()]{{0,20}}?{TITLE_ZH}|(?:,\s*|曾?是|(?<![立升封拜改])现?为)(?![其由])[^,。]{{0,12}}{TITLE_ZH}|[两三四五几][位名][^,。]{{0,8}}{TITLE_ZH}"
    rf"|\n[^,。\n]{{0,16}}{TITLE_ZH}(?=\n|$)",
    re.IGNORECASE,
)
# Forms of address, which are no offices.
ADDRESS = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sir|Dame|Revd?|Cllr)\.?", re.IGNORECASE)
ADDRESSED = re.compile(rf"\b{ADDRESS.pattern} $", re.IGNORECASE)
# Letters and dates behind a name; of the former, a comma leads on to the predicate.
_LETTERS = rf"{any_of('post_nominals')}\b\.?"
_PAST_LETTERS = re.compile(rf"(?:,? {_LETTERS})+(?:,(?= (?:is|was|has|had|will|who)\b))?")
AFTER_NAME = re.compile(
    rf"{_LETTERS}|(?:Date|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{any_of('months_en')}(?= \d))\b(?!['’-])"
)


def past_letters(cased: str, end: int) -> int:
    """Return where a name ends together with letters that stand behind it, as OBE or PhD."""
    letters = _PAST_LETTERS.match(cased, end)
    return letters.end() if letters else end


# What somebody alone does, whose whole name stands in front of it or behind it.
PERSON_AFTER = re.compile(
    rf",? (?:(?:\w+ly|had|has|also|later|then|once) )?{any_of('person_verb_sure_en')}\b"
    rf"|\*{{0,2}}(?::| ?\(| [|–-])\*{{0,2}} ?(?:\w+ ){{0,5}}?(?i:{TITLE_EN})\b"
)
PERSON_BEFORE = re.compile(
    rf"(?:\b{any_of('done_by_en')} by|[,”\"'’] {any_of('said_en')}"
    rf"|\b(?:{TITLE_EN}|guest|speaker)[^.,;:]{{0,30}} (?:is|was)|\b(?:named|called|my name is)) [*_]*$",
    re.IGNORECASE,
)
# Between the beginning of an office and its title: the verb or the preposition of another clause.
NOT_IN_OFFICE = (
    "(?:is|are|was|were|has|had|have|will|would|says?|said|married|engaged|related|by|with|from|than|like"
    "|\\w+ed (?:the|an?|his|her|its|their))"
)
OF_EN = (
    r"(?:(?: of (?!the\b)[a-z][\w' -]{1,30}?)?(?:,? (?:of|at|for|in|with) (?:the |its )?"
    rf"(?!{any_of('months_en')}\b)(?:(?:St|Mt|Ft)\. )?[A-Z][\w&.’'-]*\w"
    r"(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w&’'-]*){0,4}"
    rf"(?: (?:{any_of('product_words')}|{any_of('sorts_en')})\b)?)|,? of [a-z][\w' -]{{1,40}}(?=[,.;:]))"
)
_OFFICE_EN = (
    "(?P<role>(?!(?:and|or|but|when|where) |(?:\\w+ ){0,3}(?:friend|son|daughter|wife|husband|brother|sister|child) )"
    rf"(?:(?:an?|the|its|his|her|former|current|then|new|co-?) ?){{0,3}}(?:(?!{NOT_IN_OFFICE}\b)"
    rf"(?:[\w'’]+|U\.[KS]\.)[ -]){{0,5}}?\b{TITLE_EN}s?\b(?: {TITLE_EN}\b)?"
    rf"(?:(?:,? and|/| &) ?(?:[\w-]+ ){{0,2}}?{TITLE_EN}s?\b)?(?:{OF_EN})?(?! (?:of|said|says)\b))"
)
# Behind the name of whom somebody appointed.
APPOINTED_EN = re.compile(
    rf" (?:(?:as|to be|to become|to) )?(?!(?:\w+ ){{0,3}}(?:to|as) |the (?:role|post|position) ){_OFFICE_EN}"
)
# What somebody says of themselves, behind "I am" and the name.
I_AM = re.compile(r"\b(?:I am|I'm|[Mm]y name is) $")
OF_MYSELF = re.compile(rf"(?:[.,!]| and|, and) I(?: am|'m) {_OFFICE_EN}")
# An office stated behind a name: in apposition, or by the verbs of appointments.
STATED_EN = re.compile(
    r" ?(?:\([^()]{1,60}\) ?)?(?:, \d\d)?(?:,(?! who\b)(?: best known as)?"
    rf"|(?:, who | )(?:{any_of('office_lead_en')} )*(?:{any_of('office_verb_en')}(?: \w+ly)?(?: as| to be)?"
    rf"|{any_of('office_verb_as_en')}(?: [\w&.'’-]+){{0,5}}? as|as|(?:to|in) the (?:role|post|position) of)) "
    rf"{_OFFICE_EN}"
)
# In brackets behind a name.
BRACKETED = re.compile(
    rf"(?:{any_of('honorific')})?\s?\((?P<role>[^(),。]{{0,30}}(?:{TITLE_ZH}|\b{TITLE_EN}\b)[^(),。]{{0,24}})(?=[),])"
)
# Behind a dash.
DASHED_EN = re.compile(
    rf" [–-] (?P<role>(?:(?!{NOT_IN_OFFICE}\b)[\w&'’/-]+ ){{0,3}}?\b{TITLE_EN}(?:{OF_EN})?)(?=[,.;)\n]|$| [–-] )"
)
# On the line above it.
TITLE_ABOVE = re.compile(
    rf"(?:^|\n)\*{{0,2}}(?P<role>(?:[A-Z&][\w'’/-]* ?){{0,4}}\b{TITLE_EN})\*{{0,2}}\n{{1,2}}[*•\s]*$"
)
# Before a name, up to a comma or a verb.
PHRASE_BEFORE_EN = re.compile(
    rf"(?:^|[.,;:] ?)(?:and )?(?P<role>(?:[Tt]he |[Ff]ormer |[Cc]urrent )*[\w'’ -]{{0,20}}?\b{TITLE_EN}{OF_EN}), $"
)
IS_NAME_EN = re.compile(
    rf"(?:^|[.,;:\n] ?)(?P<role>[\w'’ -]{{0,24}}?\b{TITLE_EN}(?: (?:of|at) [\w&'’ -]{{1,30}})?) (?:is|was) $"
)
CALLED_EN = re.compile(
    rf"\b(?P<role>(?:[Aa]n?|[Tt]he|[Oo]ur|his|her|their|its) (?:(?!(?:of|and|by|an?|the) )[\w'-]+ ){{0,3}}?{TITLE_EN})"
    " (?:called|named) $"
)
ORGANISATION_SUFFIX = re.compile(any_of("organisation_suffix") + "$")
# What a name may lack and still be the same organisation's.
WHOLE_SUFFIX = re.compile(
    "(?:股份|有限|控股|公司|集团|集團|科技)+$"
    r"|[ .](?:AI|ai|Inc|Corp|Corporation|Ltd|LLC|GmbH|Labs?|Technologies|Group|Company|ML)\.?$"
)
# What the name of an institution ends in; a word of the institution's own stands before it.
INSTITUTION_ZH = any_of("institution_zh")
# What an organisation is, right before its name.
CATEGORY_ZH = any_of("category_zh")
OFFICES_ZH = any_of("offices_zh")
LINK_ZH = "(?:的|前|原|[现前新时候]任|[轮当]值|代理|名誉|联席|联合|共同|全球|(?:中国|亚太|大中华|欧洲|北美)区?)+"
OFFICE = re.compile(  # the titles that an organisation stands in front of
    rf"\s?(?:{LINK_ZH})?{OFFICES_ZH}|(?:'s)? (?:CEO|CTO|CFO|chief|co-?founder|founder|chairman|president|spokes)",
    re.IGNORECASE,
)
HOLDINGS_ZH = any_of("holdings_zh")
HOLDING_ZH = rf"(?:{LINK_ZH})?{HOLDINGS_ZH}"
# Of somebody, behind a name that stands after 在 or 从.
WORK_ZH = re.compile(r"\s?(?:期间)?(?:工作|任职|担任|实习|就职|供职|任教|离职|辞职|跳槽)")
# What nobody but an organisation does, and what people do as well.
DEEDS_ZH = any_of("deeds_zh")
_KINDS_ZH = any_of("kinds_zh")
IS_KIND_ZH = f"(?:,?一家|是一家|是[^,。是]{{0,12}}的)[^,。是]{{0,10}}{_KINDS_ZH}"  # what it is said to be
# And by whom it was founded.
FOUNDED_BY_ZH = r"(?:是[^,。;!?\n]{2,30},)?(?:[于在]?\d{4}年)?是?由[^,。;!?\n]{2,40}?创[办立建](?=[,。;!?\n]|$)"
_KINDS_OF_ALL = f"(?:{_KINDS_ZH}|{any_of('kinds_of_all')})"
# Behind a list: what all of its members are; and before one.
ALL_KIND_AFTER = re.compile(
    rf"\s?\)?(?:等|在内的|这[几两三四多]家|[两三四几多]家)[^,。]{{0,8}}?{_KINDS_OF_ALL}"
    r"|, (?:two|three|four|all|both) (?:[\w-]+ ){0,3}(?:companies|firms|start-?ups|banks|universities|labs)\b"
)
ALL_KIND_BEFORE = re.compile(
    rf"{_KINDS_OF_ALL}(?:们|有[^,。]{{1,6}}家)?,?(?:包括|如|例如|比如|[:(])$"
    r"|\b(?:[Cc]ompanies|[Ff]irms|[Ss]tart-?ups|[Uu]niversities|[Ll]abs|investors|backers|clients|customers|rivals|banks)"
    r"(?:,? such as| like|,? including| include| are| were|:) $"
)
ACTS_ZH = any_of("acts_zh")
ADVERB_ZH = "(?:还|也|已经?|则|就|又|近日|日前|随后|后来|首次|正式|公开|计划|将|曾|[今昨]天|[今去前]年|[上本][周月])"
DEED_ZH = f"{ADVERB_ZH}{{0,2}}{DEEDS_ZH}"
ACT_ZH = f"{ADVERB_ZH}{{0,2}}{ACTS_ZH}"
_OBJECT_ZH = any_of("object_zh")
OBJECT_ZH = (
    rf"(?:{_OBJECT_ZH}了?|起诉|被(?=[^,。]{{2,14}}(?:收购|并购|入股))|[由](?=[^,。]{{2,10}}(?:领投|收购))|创[办立]的"
    "|总部(?:位于|设在|在)[^,。的]{1,8}的|估值[^,。的]{2,12}的|一家)"
)
_KIND_EN = any_of("kind_en")
_CALLED_SO = f"(?:{CATEGORY_ZH}(?:名为|名叫|叫做?)?|[这该那]家?{CATEGORY_ZH}[是叫])"
CATEGORY_BEFORE = re.compile(rf"(?:{_CALLED_SO}|\b{_KIND_EN}(?:,| called| named)?)[\s“\"「《]*$")
CATEGORY_AFTER = re.compile(
    rf"[”」》]?(?:\([^()]{{1,40}}\))?(?:(?:,| is| was) (?:an?|the|one of the) (?:[\w-]+ ){{0,4}}?{_KIND_EN}\b"
    rf"(?!['’]s|[ -](?:veteran|insider|employee|worker|boss|{TITLE_EN}))|{IS_KIND_ZH}|,?是一?家"
    r"|,? (?:is )?(?:based|headquartered) in )"
)
# What is said to be what: of a name that is an organisation's already, more sorts of them can be read.
_SORTS_ZH = f"(?:{_KINDS_ZH}|{any_of('sorts_zh')})"
_SORTS_EN = f"(?:{_KIND_EN}|{any_of('sorts_en')})"
KIND_AFTER = re.compile(
    rf"(?:,| is| was| became) (?P<role>(?:an?|the|one of the) (?:[\w'’-]+ ){{0,4}}?{_SORTS_EN}\b"
    r"(?: (?:of|in|for|that|which|from|behind) [\w -]{2,24}(?=[,.;]))?)"
    r"|[”」》]?(?:\([^()]{1,40}\))?(?:(?:[也就则曾原都]{0,2}|其实)是|作?为(?=一[家所])|,(?=一[家所个])|:\s?)(?:一?[家所个])?"
    rf"(?P<role_zh>[^,。;:是]{{1,28}}?{_SORTS_ZH}(?:之一)?)(?=[,。;()\s]|$)"
    rf"|[”」》]?\((?P<role_in>[^(),。;:是]{{1,24}}{_SORTS_ZH})\)"
)
KIND_BEFORE = re.compile(
    r"\b(?P<role>(?:(?:[Tt]he|[Aa]n?) (?:[\w'’-]+ ){0,4}?|[A-Z]\w+(?:ish|ese|an|ch|-based) (?:[\w-]+ )?)"
    rf"{_SORTS_EN}(?: of (?:its|their) own)?),? $"
)
KIND_ZH = re.compile(rf"(?:{CATEGORY_ZH}|{_SORTS_ZH})(?=[\s“「《]*$)")
JOINED_BEFORE = re.compile(
    rf"(?:{OBJECT_ZH}|\b(?:{any_of('joined_before')}"
    rf"|(?!{any_of('titles_of_places')}s? ){TITLE_EN}s? (?:of|at)(?: the)?))[\s“\"「]*$",
    re.IGNORECASE,
)
OF_FIELD = re.compile(rf"\b{any_of('titles_of_fields')}s? of (?:the )?$", re.IGNORECASE)
ORGANISATION_BEFORE = re.compile(rf"\b{any_of('organisation_before')}[\s“\"「]*$", re.IGNORECASE)
DEED_AFTER = re.compile(
    rf"》?\s?{HOLDING_ZH}|\s?{DEED_ZH}|[”」》]?\s?(?:等[^,。]{{0,4}})?(?:公司|集团|杂志)|{any_of('deed_after')}"
)
ORGANISATION_AFTER = re.compile(rf"\s?{ACT_ZH}|{any_of('organisation_after')}")
PRODUCT_AFTER = re.compile(rf"\s*{any_of('product_after')}")
_PRODUCT_ZH = any_of("product_kinds_zh")
_PRODUCT_EN = any_of("product_kinds_en")
# What a product is said to be, right before its name or right after it.
PRODUCT_KIND_BEFORE = re.compile(
    rf"(?:{_PRODUCT_ZH}(?:产品)?(?:名为|名叫|叫做?)?"
    rf"|\b{_PRODUCT_EN}(?:(?<!app)(?<!chip)(?<!software)|,? (?:called|named|dubbed)|,))[\s“\"「《:]*$"
)
PRODUCT_KIND_AFTER = re.compile(
    rf"[”」》]?(?:\([^()]{{1,40}}\))?(?:(?:,| is| was) (?:an?|the|its|their) (?:[\w'’-]+ ){{0,4}}?{_PRODUCT_EN}\b"
    r"(?! (?:of|company|maker|firm|start-?up|developer|engineer))"
    rf"|(?:,|是)(?:一[个款种]|首[个款])[^,。;]{{0,16}}?{_PRODUCT_ZH})"
)
# What defines a name that is no person's.
DEFINED_BEFORE = (CATEGORY_BEFORE, PRODUCT_KIND_BEFORE)
DEFINED_AFTER = (CATEGORY_AFTER, PRODUCT_KIND_AFTER)
NUMBER_AFTER = re.compile(r"[ -]?(?!(?:1[89]|20)\d\d(?!\d))\d[-\d]*(?:\.\d)?(?![A-Za-z\d])")
_BEFORE_CHARS = 40
_BEFORE_CHARS_HAN = 16
# The last words of all patterns that are looked for in front of a name: what ends in no other needs no look.
_CUES = (CATEGORY_BEFORE, JOINED_BEFORE, ORGANISATION_BEFORE, PRODUCT_KIND_BEFORE, PERSON_BEFORE)
_CUE_ENDS = frozenset(re.findall("[a-z]+", " ".join([TITLE_EN, *(cue.pattern for cue in _CUES)]).lower()))


def words_before(cased: str, place: int) -> str:
    """Return what stands in front of a place in its line, empty where no pattern can end there."""
    before = cased[max(0, place - _BEFORE_CHARS) : place].rpartition("\n")[2]
    tail = before.rstrip(' *,:|–“"「《、')
    if tail and tail[-1] < "\u3000":
        last = tail[max(tail.rfind(" "), tail.rfind("-")) + 1 :].lower().rstrip(".").removesuffix("s")
        return before if last in _CUE_ENDS or f"{last}s" in _CUE_ENDS or not last.isascii() else ""
    return before[-_BEFORE_CHARS_HAN:]
