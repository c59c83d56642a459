"""The organisation and title that an article states beside a name, as places of its own wording.

What must not live here: which of several roles is shown first (:mod:`corpus.who.card`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.results import ROLE_CHARS, Span
from corpus.segmentation import sentence_spans
from corpus.who import lexicon
from corpus.who.deeds import DEED_BY_EN, SENTENCE, deeds
from corpus.who.mentions import Token, Words
from corpus.who.words import LISTS, NOT_IN_NAMES, SURNAMES

# Flags and words of jieba that a title and the organisation before it are made of; a verb or an adverb ends them.
_NOMINAL = frozenset("nabjfemstlikhgzq")
_LINKS = frozenset("的之、兼与和及&/ ·.-'’前原级").union(LISTS["in_offices"])
_EDGES = " ,:|*、的之兼与和及&/·.-–'’在“\"「其"
_BOUNDARY = re.compile(r"(?:[\s,、。“”「」:;!?()《》]|^)(?:而|在|由|据)?$")
# Up to a title: what follows may be a modal verb or a preposition, and then another clause has begun.
_OF_ZH = (
    "(?:[^,。;:!?！？；\n()“”「」《》不能会要让就由被将把那这在]"
    "|(?<=[员协事金工学商议合大总国教])会|能(?=[源量])|(?<=[智功性])能)"
)
_STATED_ZH = re.compile(
    r"(?:(?P<past>曾经?|将|(?:此|之|早|以)前|原来|原先|早年|原(?=是)|(?=[担出]?[任当]过))(?:一直|还|也|就)?|目前|现在|现|后来|正式)?"
    r"(?P<where>(?:在|于)[^,。;:!?\n()在]{2,16}?)?(?:期间)?"
    "(?:担任|出任|就任|升任|兼任|履新|身兼|[任委]命为|聘为|推举为|选为|(?<![责信主离卸上])任(?![何务职意由教期])为?|当选为?|当上"
    "|成为|(?<![不只但若于便才还就])是|(?<![认以因称视作])为(?!首[^席]|[主此期]))了?(?:一?[位名])?(?:过|其)?"
    rf"(?P<role>{_OF_ZH}{{0,24}}{lexicon.TITLE_ZH}(?:之一|岗位|职务)?)"
)
# What makes an office that of another person: a child, a helper, somebody who only ran for it.
_OF_ANOTHER = re.compile("的|之[子女妻孙]|助理|秘书|候选|夫人|[一二三四五六七八九十]+世[孙子]")
_DENIED = re.compile(
    "[不未没]|拒绝|阻止|反对|如果|希望|[^思理]想|企图|建议|请求|有望[^,。;]{0,10}$"
    "|(?:婉拒|谢绝|回绝|推辞|拒|否认|放弃|差点儿?|险些|几乎|无缘|申请|被传)(?:会|再次?|继续|接任)?$"
    f"|(?:{lexicon.any_of('relation')}|导师|老师|上司|前任|继任者)[也都就则]?$"  # of whom it is said
)
# Before a name that is no subject: what is stated behind it is said of somebody else, or was only wished for.
_NO_SUBJECT = re.compile(
    "(?:接替|取代|代替|击败|打败|推翻|阻止|反对|拒绝|请求|要求|希望|建议|提醒|告诉|[向对被给受]"
    "|succeed(?:ed|s)? |replace[ds]? |over from )$"
)
# The next office, of another body.
_ALSO_EN = re.compile(rf",? and (?:also )?(?P<role>(?:an? |the )?(?:[\w-]+ ){{0,3}}?{lexicon.TITLE_EN}{lexicon.OF_EN})")
# In a list or a table: behind the name that opens its line, up to the end of that or of a cell.
_LINE_EN = re.compile(
    rf"\*{{0,2}}(?:,|:| [|–-])\*{{0,2}} (?P<role>(?:(?!{lexicon.NOT_IN_OFFICE}\b)[\w&'’/-]+ ){{0,4}}?"
    rf"\b{lexicon.TITLE_EN}s?\b"
    r"(?:(?:,? (?:and|of|at|for|in|&)|/|,(?= [A-Z])) ?[^|\n.:;()]{1,40}?)?)(?= ?(?:[|\n(;]|$))"
)
# On the line below the name, as on pages of a team.
_BELOW = re.compile(
    rf"\*{{0,2}}\n\*{{0,2}}(?P<role>{_OF_ZH}{{0,24}}{lexicon.TITLE_ZH}"
    rf"|(?:(?!{lexicon.NOT_IN_OFFICE}\b)[\w&'’/-]+ ){{0,4}}?\b{lexicon.TITLE_EN}s?\b"
    r"(?:(?:,? (?:and|of|at|for|in|&)|,) [^|\n.:;()]{1,40}?)?)(?=\*{0,2}(?:\n|$))"
)
_OPENS_LINE = re.compile(r"(?:^|\n|[:;] )[\s|*•·\d.-]*$")
_OF_ALL_BEFORE = re.compile(
    rf"[两二三四五六七八几][位名](?P<role>{_OF_ZH}{{0,16}}{lexicon.TITLE_ZH})[是为:]?$"
    rf"|(?P<role_en>(?:[Ff]ormer |[A-Z][\w&.-]* ){{0,3}}\b{lexicon.TITLE_EN}s),? $"
)
# Behind a name whose office stands before it; and before and behind whoever takes over what somebody left.
_LEAVES = re.compile(rf"[^,。;:!?\n不没未否称说示拒能会将要传被]{{0,8}}?[被遭]?{lexicon.LEFT_ZH}(?=[,。;!?\n]|$)")
_LEFT_TO = re.compile(
    rf"(?:(?:{lexicon.LEFT_ZH}|不再担任)(?P<role>{_OF_ZH}{{0,24}}?{lexicon.TITLE_ZH})[^,。;]{{0,6}}"
    rf"|(?P<role_before>{lexicon.TITLE_ZH})[^,。;]{{2,12}}{lexicon.LEFT_ZH}之?后?)(?:,?[^,。;]{{0,4}}由[^,。;]{{0,12}}|,[^,。;]{{0,8}})$"
)
_SUCCEEDS = re.compile("接任|继任|接替|接棒|接手")
_STATED_OF_ALL = re.compile(
    rf"(?:[^。\n]{{0,30}}[,。]\s?(?:他们|[这此]?[两二三四五六][人位]))?(?:[都均同皆]是|都曾?任|均曾?任|是)(?P<role>{_OF_ZH}{{0,24}}{lexicon.TITLE_ZH})(?![的之])"
    rf"|等(?P<role_kind>(?:一批|众多|多[位名]|[几数两三四五六]位|知名|著名|顶尖|资深){_OF_ZH}{{0,16}}?{lexicon.TITLE_ZH})"
    rf"|(?P<role_counted>[两二三四五六][位名]{_OF_ZH}{{0,12}}?{lexicon.TITLE_ZH})"
    rf"|(?:,| are| were| became) (?P<role_en>(?:the |former )*[\w' -]{{0,24}}?\b{lexicon.TITLE_EN}s{lexicon.OF_EN}?)"
)
# Who stands in a list, as under a picture, and in the next sentence is counted.
_COUNTED = re.compile(
    rf"(?:\s?\([^()\n]{{1,12}}\))?[。.]?\s{{0,3}}(?P<role>[^\s,。;:!?()]{{2,16}}?的?(?P<count>[两三四五六])[位名]{lexicon.TITLE_ZH})"
)
_APPOSED_ZH = re.compile(
    r"(?:\([^()]{1,60}\))?(?:,[^,。]{0,14}(?:生于[^,。]{1,10}|出生|人)){0,2}"
    rf",(?![其他她它这那该此])(?:[是为](?:一?[位名])?)?(?P<role>{_OF_ZH}{{0,26}}?{lexicon.TITLE_ZH}(?:之一)?)(?=[,。;!?\n]|$)"
)
_LISTED = re.compile(rf",{_OF_ZH}{{0,26}}?{lexicon.TITLE_ZH}")  # the office of the next person
_TITLE_CHARS = 32
_IN_FRONT = 60  # characters that are read before a name
_FAR = 40  # characters between a name, or its last office, and the words that state the next
_POSSESSIVE = re.compile("(?:its|his|her|their|our|my) ", re.IGNORECASE)
# What goes where a role is too long even so.
_LEAD_EN = re.compile("(?:now |currently |also |(?:selected|set|due|expected) to be |the )+")
_LINK_EN = re.compile(r",? (?:of(?= (?:the |its )?[A-Z])|at|for|in|with|and|that|who|which) ")
_DETERMINER = re.compile(f"(?:the|an?) |{_POSSESSIVE.pattern}", re.IGNORECASE)  # goes where a role is too long else
_LEADS_IN = re.compile(
    "(?:[左右]起:?|(?:and|of|for|(?:(?:[Rr]e-?)?[Ee]lection|[Aa]ppointment) of|[Ee]lected as) |[这那]是"
    rf"|(?:{lexicon.any_of('honorific')}|[^,。]{{0,14}}?{lexicon.TITLE_ZH}[老小阿{''.join(sorted(SURNAMES))}][\u3400-\u9fff]{{1,2}})(?:[和与及]|以及)"
    r"|[^,。;]{0,12}(?:发文|爆料|透露)|现?担任|出任|师从|据?报[道导][称指]?|媒体(?!人)|爆料|身为|宣布|公布|透露|包括|比如|例如|正如|委任为|自立为|\d+年(?:\d+月)?(?:\d+日)?|一?[两二三]?[位名]|[据由用让请向对把被跟找给是为有经])"
)
_CALLED = re.compile('(?:被(?:称为|誉为|称作|视为)|人称|号称)[“「"]?(?P<role>[^,。“”]{2,24}?)[”」"]?(?=[,。]|$)')
# Before a name and a comma; and whose office it is that somebody bears: 潮汐科技及其创始人, Acme and its founder.
_AS_ZH = re.compile(rf"[作身]为(?P<role>[^,。;:!?\n]{{2,28}}{lexicon.TITLE_ZH}),$")
_WHOSE = re.compile(
    r"(?:^|(?<=[\s,。;:的由对是]))(?:[^\W\d_的由对是][^\s,。;:!?()的由对是]{1,11}(?:,|[和与及]|以及)其"
    r"|[A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,3}(?:,| and) its |《[^《》\n]{1,20}》的?)$"
)
_EPITHET = re.compile('(?:被(?:称为|誉为|称作|视为)|人称|号称)[“「"]?(?P<role>[^,。“”]{2,24})[”」"]?的$')
# A clause that ends in "的" and the name: where somebody held an office, or what else was done.
_RELATIVE = re.compile(
    rf"(?P<role>(?:曾经?)?(?:(?:在|于)[^,。;在于]{{2,16}}(?:担任|出任|任|当){_OF_ZH}{{0,16}}{lexicon.TITLE_ZH}"
    "|(?:(?:毕业|任教|就职|供职|任职|执教)于|(?:创办|创立|发明|提出|执掌|掌管|领导)了?)[^,。;的]{2,20}))的$"
)
_IS_NAME = re.compile(f"{lexicon.TITLE_ZH}(?:之一)?(?:就|正|则|便)?[是为叫]$")
# By what the name follows.
_CLAUSES = {
    "的": (_EPITHET, _RELATIVE),
    " ": (lexicon.PHRASE_BEFORE_EN, lexicon.IS_NAME_EN, lexicon.CALLED_EN),
    ",": (_AS_ZH,),
}
_NOW_FORMER = re.compile(r"\band (?=former )")  # the names before it are others
_OF_LAST = re.compile(r", [^,\n]{2,40}, $")  # the office of somebody named before it, in a list of people
_NOT_IN_ROLES = NOT_IN_NAMES - {"former"}
_ENGLISH_BEFORE = re.compile(
    rf"(?:(?:[Ff]ormer|[Tt]hen|{lexicon.any_of('field_en')}|[A-Z][\w&.'’-]*|{lexicon.TITLE_EN},?"
    rf"|and|of|the|co|for) ?){{0,6}}\b{lexicon.TITLE_EN}(?:,|:| [|–-])?[ *]+$"
)
_APPOINTS = re.compile(rf"\b{lexicon.any_of('appoints_en')} $")


def role_spans(cased: str, before: Span, after: Span, tokens: Words) -> list[Span]:
    """Return the roles that stand beside a name, at most 40 characters each: its offices, and what it did.

    ``before`` and ``after`` are the stretches of ``cased`` between it and the persons around it; ``tokens`` are the
    words of the text.
    """
    # An office right behind the person before, as in Taiwan, is that person's.
    titled = lexicon.TITLED_AFTER.match(cased, before[0]) if before[0] else None
    before = (titled.end(), before[1]) if titled and titled.end() <= before[1] else before
    addressed = lexicon.ADDRESSED.search(cased, max(before[0], before[1] - 6), before[1])  # The treasurer, Mrs Hale
    in_front = _in_front(cased, (before[0], addressed.start()) if addressed else before, tokens)
    found = [_until_left(cased, span, before[1], after) for span in in_front]
    found += _around(cased, before, after, tokens) if before[1] not in {end for _, end in found} else []
    left = _SUCCEEDS.match(cased, *after) and _LEFT_TO.search(cased, max(0, before[1] - _IN_FRONT), before[1])
    found += [left.span(left.lastgroup or 0)] if left else []
    if not _NO_SUBJECT.search(cased, max(0, before[1] - 10), before[1]):
        found += _behind(cased, (before[1], *after), titled=bool(found))
        found += deeds(cased, before, after)
    found = [*dict.fromkeys(within_role(cased, found))]
    return [span for span in found if not any(a <= span[0] and span[1] <= b for a, b in found if (a, b) != span)]


def _until_left(cased: str, office: Span, name: int, after: Span) -> Span:
    """Return an office right before a name, up to where the words behind that say that it was left."""
    left = _LEAVES.match(cased, *after) if office[1] == name else None
    return (office[0], left.end()) if left and left.end() - office[0] <= ROLE_CHARS else office


def shared_before(cased: str, before: Span) -> list[Span]:
    """Return what the words in front of the first of several people joined by "and" state of each."""
    low = max(before[0], before[1] - 60)
    match = _OF_ALL_BEFORE.search(cased[low : before[1]]) or DEED_BY_EN.search(cased[low : before[1]])
    first, last = match.span(match.lastgroup or 0) if match else (0, 0)
    return within_role(cased, [(low + first, low + last)])


def shared_behind(cased: str, before: Span, after: Span, count: int) -> list[Span]:
    """Return what the words behind the last of so many people joined by "and" state of each: offices, what they did.

    ``before`` is the stretch in front of the first of them, after which something may have been done "by" them all.
    """
    start, high = after
    found = [*deeds(cased, before, after)]
    counted = _COUNTED.match(cased, start, high)
    if counted and "零一两三四五六".index(counted["count"]) == count:
        found.append(counted.span("role"))
    stated = _STATED_OF_ALL.match(cased, start, high)
    if stated and not (stated.end() == high < len(cased)):
        found.append(stated.span(stated.lastgroup or 0))
    return within_role(cased, found)


def kind_spans(cased: str, start: int, end: int, tokens: Words) -> list[Span]:
    """Return what an organisation is said to be right before its name or right after it; ``tokens`` are the words."""
    found: list[Span] = []
    low = max(cased.rfind("\n", 0, start) + 1, start - ROLE_CHARS)
    kind = lexicon.KIND_ZH.search(cased[low:start])
    if kind:
        last = low + kind.end()
        before = tokens.between(start - ROLE_CHARS // 2, last)
        low = max([low, *(token.end for token in before if token.flag == "t")])  # "yesterday" is no part of it
        first = _nominal_start(cased, low, last, before)
        if first < last - len(kind[0]):  # "the company" alone says nothing
            found.append(_without_edges(cased, first, last))
    before_en = lexicon.KIND_BEFORE.search(cased[low:start])
    if before_en and not lexicon.TITLE.search(before_en["role"]):  # the founder of the company is none
        found.append((low + before_en.start("role"), low + before_en.end("role")))
    if after := lexicon.KIND_AFTER.match(cased, end):
        found.append(after.span(after.lastgroup or 0))
    return [(a, b) for a, b in found if 2 <= b - a <= ROLE_CHARS]


def within_role(cased: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans without marks and links at their ends, those that are no longer than a role."""
    trimmed = [_without_edges(cased, *span) for span in spans]
    for at, (first, end) in enumerate(trimmed):
        if end - first > ROLE_CHARS:
            start = lead.end() if (lead := _LEAD_EN.match(cased, first, end)) else first
            links = [link.start() for link in _LINK_EN.finditer(cased, start, min(end, start + ROLE_CHARS + 1))]
            cuts = (cut for cut in (end, *reversed(links)) if lexicon.TITLE.search(cased, start, cut))
            trimmed[at] = start, next((cut for cut in cuts if cut - start <= ROLE_CHARS), end)
    spans = [(start, end) for start, end in trimmed if 2 <= end - start <= ROLE_CHARS]
    return [span for span in spans if not lexicon.ADDRESS.fullmatch(cased, *span)]  # MR: initials, at best


def _without_edges(cased: str, start: int, end: int) -> Span:
    while start < end and cased[start] in _EDGES and not cased.startswith("之前", start):
        start += 1
    while end > start and cased[end - 1] in _EDGES:
        end -= 1
    word = (_POSSESSIVE if end - start <= ROLE_CHARS else _DETERMINER).match(cased, start, end)
    return (word.end() if word else start), end


def _in_front(cased: str, before: Span, words: Words) -> Iterator[Span]:
    low, start = before
    low = max(low, start - _IN_FRONT, cased.rfind("\n", 0, start) + 1)
    ending = cased[start - 1 : start]  # most patterns end in one character, and are not looked for without it
    for pattern in _CLAUSES.get(ending, ()):
        if clause := pattern.search(cased[low:start]):
            yield low + clause.start("role"), low + clause.end("role")
            return
    if ending and ending in "是为叫" and _IS_NAME.search(cased[low:start]):
        start -= 1
    elif not lexicon.is_title_before(cased[max(low, start - _TITLE_CHARS) : start]) or (
        before[0] and _OF_LAST.fullmatch(cased, *before)
    ):
        return
    tokens = words.between(max(before[0], before[1] - _IN_FRONT), start)
    sentence = low + sentence_spans(cased[low:start])[-1][0]
    english = _ENGLISH_BEFORE.search(cased[sentence:start]) if ending == " " else None
    starts = [title.start() for title in lexicon.TITLE.finditer(cased, low, start) if cased[title.start() - 1] != "("]
    begins = starts[-1] if starts else start  # the words of a title may be verbs: 实际控制人
    first = sentence + english.start() if english else begins
    if not english or cased[low:first].rstrip()[-1:] >= "\u3400":  # 联合创始人兼 CEO Colin Elm
        first = _nominal_start(cased, low, first, tokens)
    while (word := re.match(r"[A-Z]\w+ ", cased[first:start])) and word[0][:-1].lower() in _NOT_IN_ROLES:
        first += word.end()
    if former := _NOW_FORMER.search(cased, first, start):
        first = former.end()
    while leads_in := _LEADS_IN.match(cased, first, start):
        first = leads_in.end()
    first, last = _without_edges(cased, first, start)
    first = _whose(cased, low, first, tokens)
    titles = list(lexicon.TITLE.finditer(cased, first, last))
    ends = titles and cased[titles[-1].end() : last] in {"", ")", "之一"}
    if ends:
        yield _own_member(cased, first, titles[0].start()), last


def _around(cased: str, before: Span, after: Span, words: Words) -> Iterator[Span]:
    """Yield the office behind a name with the body in front of that, as Taiwan puts it: 港务局顾清河局长."""
    if titled := lexicon.TITLED_AFTER.match(cased, after[0]):
        low = max(before[0], before[1] - ROLE_CHARS, *(cased.rfind(mark, 0, before[1]) + 1 for mark in "\n的"))
        first = _nominal_start(cased, low, before[1], words.between(low, before[1]))
        while leads_in := _LEADS_IN.match(cased, first, before[1]):
            first = leads_in.end()
        first, end = _without_edges(cased, first, titled.end("role"))
        yield (first if end - first <= ROLE_CHARS else titled.start("role")), end


def _whose(cased: str, low: int, first: int, tokens: Sequence[Token]) -> int:
    """Return where the name begins that "its" or "其" in front of an office stands for, or a work's, if right there."""
    whose = _WHOSE.search(cased, max(low, first - 24), first)
    within = tokens if whose and whose[0][0] != "《" else ()  # a clause is no name, but may be a title
    if whose is None or any(token.flag == "v" and whose.start() <= token.start < first for token in within):
        return first
    return whose.start()


def _own_member(cased: str, first: int, title: int) -> int:
    """Return where the last member of a list begins that stands before a title: the others are not of the office."""
    if "、" not in cased[first:title]:
        return first
    return max(cased.rfind(mark, first, title) for mark in "、和与及") + 1


def _nominal_start(cased: str, low: int, start: int, tokens: Sequence[Token]) -> int:
    """Return where the run of nominal words in front of ``start`` begins."""
    first = start
    for token in reversed(tokens):
        glossed = cased[first - 1] == ")" and cased[first] not in "和与及、"
        if glossed and (gloss := lexicon.GLOSS_ZH.search(cased, low, first)):
            first = gloss.start()
        if token.start >= first:
            continue
        contiguous = token.end >= first or not cased[token.end : first].strip('“"「 ')
        word, flag = token.word, token.flag
        nominal = flag[0] in _NOMINAL or flag == "vn" or word in _LINKS or lexicon.TITLE.fullmatch(word)
        if token.start < low or not contiguous:
            break
        if not nominal and not (flag == "v" and _BOUNDARY.search(cased[max(0, low - 1) : token.start])):
            break  # a verb that opens the clause is more often part of a name than a predicate without subject
        first = token.start
    return first


def _behind(cased: str, places: tuple[int, int, int], *, titled: bool) -> Iterator[Span]:
    """Yield the offices behind a name, by where it starts, where it ends and where the next person is named."""
    name, start, high = places
    stop = start + len(SENTENCE.match(cased[start : min(high, start + 80)])[0])  # type: ignore[index]  # it always matches
    opens_line = _OPENS_LINE.search(cased, max(0, name - 8), name) is not None
    patterns = [lexicon.BRACKETED, _CALLED, lexicon.DASHED_EN, lexicon.STATED_EN]
    patterns += [_LINE_EN] * opens_line
    patterns += [lexicon.OF_MYSELF] * bool(lexicon.I_AM.search(cased, max(0, name - 12), name))
    patterns += [lexicon.APPOINTED_EN] * bool(_APPOINTS.search(cased, max(0, name - 16), name))
    beside = [pattern.match(cased, start, stop) for pattern in patterns]
    beside += [_ALSO_EN.match(cased, match.end(), stop) for match in beside if match]
    if opens_line:
        beside.append(_BELOW.match(cased, start, high))
    for role in [match.span("role") for match in beside if match]:
        if high == len(cased) or cased[role[1] : high].strip(" "):  # else an office in front of the next person
            yield role
    last = start
    for stated in _STATED_ZH.finditer(cased, start, stop):
        of_next = stop == high < len(cased) and stated.end() == stop
        if of_next or _OF_ANOTHER.match(cased, stated.end()) or stated.start() - last > _FAR:
            break  # an office of the next person, a proposal to hold one, or of somebody else by then
        if _DENIED.search(cased, last, stated.start()):
            break
        group = next(name for name in ("past", "where", "role") if stated[name] is not None)
        yield stated.start(group), stated.end()
        last = stated.end()
    end = start
    while (apposed := _APPOSED_ZH.match(cased, end, stop)) and not _of_next(cased, apposed.end(), high, titled=titled):
        yield apposed.span("role")
        end = apposed.end()


def _of_next(cased: str, end: int, high: int, *, titled: bool) -> bool:
    """Whether an office is that of the next person: right in front, or in a list of people with offices before them."""
    return high < len(cased) and (end == high or (titled and _LISTED.fullmatch(cased, end, high) is not None))
