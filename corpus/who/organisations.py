"""The places of a text that name an organisation: what stands beside them, their last word, the lists they stand in.

A Han name has no capital and often is made of ordinary words, so it is read off the words around it: it ends where
"宣布" or "创始人" begins, and begins where "公司" or "加入" ends. What must not live here: people.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from corpus.analysis.entities import common_words, ordinary_words
from corpus.who import lexicon, words
from corpus.who.mentions import STRONG, Candidate, Token, Words

_INSTITUTION_CHARS = 14
_NAME_CHARS = 8  # any other Han name
_HAN = "[\u3400-\u9fff]"
_HAN_RUN = re.compile(f"{_HAN}+")
_PASSIVE = frozenset("由被於于用")  # jieba joins these to rare names
_AT = frozenset("在于从")
_SHORT_CHARS = 3  # of a name that stands without "公司" too
_BEHIND = re.compile(
    lexicon.where_begins(
        f"(?P<office>{lexicon.OFFICES_ZH})"
        f"|(?P<kind>{lexicon.IS_KIND_ZH}|{lexicon.FOUNDED_BY_ZH})"
        f"|(?P<deed>{lexicon.HOLDINGS_ZH}|{lexicon.DEEDS_ZH}|(?<!母)(?<!子)公司)"
        f"|(?P<act>{lexicon.ACTS_ZH}|担任|实习|任教|离职|辞职|跳槽)",
        r",\d",
        "[一-龥]{2}(?:总监|负责人)",
    )
)
_LEADS_IN = re.compile(f"(?:{lexicon.LINK_ZH}|{lexicon.ADVERB_ZH}{{1,2}}|在[^,。]{{2,8}}[上中])$")
_BEFORE = re.compile(lexicon.where_begins(f"(?P<category>{lexicon.CATEGORY_ZH})|(?P<object>{lexicon.OBJECT_ZH})"))
_WEIGHTS = {"office": 3.0, "deed": 3.0, "kind": 3.0, "act": 2.0, "category": 3.0, "object": 3.0}
_INSTITUTION = re.compile(lexicon.INSTITUTION_ZH)
_ACRONYM_BEFORE = re.compile(f"(?:{lexicon.INSTITUTION_ZH}|公司|[局署院部])\\s?\\((?:英文)?(?:[简全]称)?:?$")
_CATEGORY = re.compile(lexicon.CATEGORY_ZH)
_ENDS_IN_CATEGORY = re.compile(f"{lexicon.CATEGORY_ZH}$")
_GLOSS = re.compile(r"\([A-Z][\w&.' -]{1,40}\)")
# The number of a share, or its sign, behind the company: 某某股份(000877.SZ), 友达(2409).
_SHARE = r"\s?\((?:[A-Z]{2,7}[:.]\s?)?(?!(?:19|20)\d\d\))\d{4,6}(?:\.[A-Z]{2})?\)"
# Names that are bounded on both sides, whatever words they are made of.
_BOUNDED = re.compile(
    rf"{lexicon.CATEGORY_ZH}(?:名为|名叫|叫做?)?(?P<called>{_HAN}{{2,6}})(?=\s?\([A-Z][\w&.' -]{{1,40}}\))"
    rf"|(?<!{_HAN})(?![等如即像与和及其既有由被让请在向对据])(?P<sorted>{_HAN}{{2,3}}(?:科技|股份|集团|电子|智能|实业|资本|控股|新材|生物|医药|证券|重工))"
    rf"(?=\s?\(|{lexicon.OFFICES_ZH}|{lexicon.DEEDS_ZH}|[则也、])"
    rf"|(?:(?<!{_HAN})|(?<=[和与及是]))(?P<share>{_HAN}{{2,6}}){_SHARE}"
)
_ITEM = re.compile(f"{_HAN}{{2,4}}?(?=[、和与等)])")
_PLACED = re.compile(r"(?:\s?\([^()]{1,40}\))?, ")
_FIELDS = frozenset(words.LISTS["field_en"])
_LIST_GAP = re.compile(r"\s?\(|\)?\s?(?:、|,|和|与|及|以及|或|还有|, and|, or| and| or| &)\s?(?:the )?", re.IGNORECASE)
# What counts or points at a thing stands before a word for many things, and before no name.
_COUNTED = re.compile("[这那该某各每本其此何哪几多两三四五六七八九十百千万半整们家个间座种款名位些类项批]")
_NUMERAL = re.compile("[第一二三四五六七八九十两几半多数]|许多|[百千万亿]+[家个名位年月日次种项所间只款条岁元]*$")
_QUALIFIERS = words.PLACES | words.MODIFIERS
_NO_HEADS = words.MODIFIERS | words.GENERIC | words.CUE_VERBS
# A part of any company, and no name.
_DEPARTMENT = re.compile("(?:市场|销售|地区|客户|技术|人力|人事|财务|产品|运营|公关|法务|采购|行政|设计|研发|编辑)部$")
_WHOLE_WORD = re.compile(f"{lexicon.INSTITUTION_ZH}|公司|机构|企业")
_OWN = frozenset(["nr", "nz", "nt", "nx"])
_NAMED = frozenset(["nz", "nt", "nx"])  # of these no person is named
_STOPS = frozenset("vpcudryeoftxqmbz")
_PLAIN = words.PLACES | words.COMMON
_WHOLE = ("大学", "公司", "集团")  # what comes after is a part of it
_ACRONYM_CHARS = 4
_GLOSS_CHARS = 42
_KIND_CHARS = 30
_LEAD_CHARS = 10
_OF_COUNTRIES = frozenset(["资本", "创投", "基金", "集团", "公司", "学校"])  # many of a country, not one
_LIST_MARKS = frozenset("、和与及等(。,;这两三四几多")
# What belongs to the name of an institution; a country does where nothing else in the name is its own.
_HEAD = re.compile(f"(?:(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{{1,12}}|国家)(?:{_HAN}{{2,4}}[和与])?$")
_COUNTRY = re.compile(f"(?:{'|'.join(words.COUNTRIES)})(?:国家)?(?:{_HAN}{{2,4}}[和与])?$")
_THEIRS = re.compile(r"'s (?:[\w-]+ ){0,2}(?:start-?up|company|venture|firm|team|project|book|wife|post)\b")
_BRACKET = re.compile(r"\s?\([^()\n]{1,40}\)")


def organisations(cased: str, tokens: Words) -> list[Candidate]:
    """Return the Han places that may name organisations, weighed."""
    reader = _Reader(cased, tokens)
    return [*reader.institutions(), *reader.beside_cues(), *reader.listed()]


def is_own(form: str) -> bool:
    """Whether Latin words may be the name of one organisation or product: no place, and no word for many."""
    return form.lower() not in words.PLACES | words.ORGANISATION_WORDS and form.upper() not in words.GENERIC


def weigh_latin(cased: str, candidate: Candidate, before: str) -> None:
    """Add what the words around a Latin name, ``before`` it and after it, say for an organisation."""
    end, form = candidate.end, candidate.form
    if _THEIRS.match(cased, end):
        return  # whoever joined Murati's startup
    bracket = _BRACKET.match(cased, end)
    end = bracket.end() if bracket else end + cased.startswith(")", end)
    if form.isupper() and len(form) <= _ACRONYM_CHARS and _CATEGORY.match(cased, end):
        return  # what the company is about, not its name: an AI company
    surely = [
        form.isupper() and _ACRONYM_BEFORE.search(before),
        before.rstrip()[-1:] in _AT and lexicon.WORK_ZH.match(cased, end),
        lexicon.CATEGORY_BEFORE.search(before),
        lexicon.JOINED_BEFORE.search(before) and not (_is_plain(form) and lexicon.OF_FIELD.search(before)),
        lexicon.OFFICE.match(cased, end) and form.lower() not in _FIELDS,  # the Vice President
        *(cue.match(cased, end) for cue in (lexicon.CATEGORY_AFTER, lexicon.DEED_AFTER)),
    ]
    likely = [lexicon.ORGANISATION_BEFORE.search(before), lexicon.ORGANISATION_AFTER.match(cased, end)]
    candidate.organisation += 3.0 * sum(map(bool, surely)) + 2.0 * sum(map(bool, likely))


def _is_plain(form: str) -> bool:
    """Whether Latin words are all ordinary ones: the Head of Growth heads no company."""
    return all(word.lower() in common_words() or word.upper() in words.GENERIC for word in form.split(" "))


def lists_of(cased: str, found: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Yield the names that stand in one list, two or more; ``found`` is in reading order."""
    chain: list[Candidate] = []
    for one, other in pairwise([*found, Candidate(len(cased), len(cased), "")]):
        chain.append(one)
        gap = _LIST_GAP.fullmatch(cased, one.end, max(other.start, one.end))
        after = gap and gap[0] == ", " and cased.startswith(("'s ", "' "), other.end)  # Ann Cole, Volvo's designer
        # Exit, Voice, and Loyalty (Harvard University Press), but not a gloss of a name in Han
        closed = gap and gap[0] == " (" and len(chain) > 1 and one.form.isascii()
        if not gap or after or closed:
            if _PLACED.fullmatch(cased, chain[0].end, chain[-1].start):  # Rye Museum (RM), Dover
                chain.pop()
            if len(chain) > 1:
                yield chain
            chain = []


def states_kind(cased: str, chain: Sequence[Candidate]) -> bool:
    """Whether the words around a list say that its members are organisations."""
    start = chain[0].start
    before = cased[max(0, start - _KIND_CHARS) : start].rpartition("\n")[2]
    said = lexicon.ALL_KIND_AFTER.match(cased, chain[-1].end) or lexicon.ALL_KIND_BEFORE.search(before)
    return said is not None and any(not member.common for member in chain)


def weigh_list(chain: Sequence[Candidate], strong: AbstractSet[str], decided: AbstractSet[str]) -> None:
    """Let the organisations of a list speak for the other members of which nothing is decided."""
    sure = {member.form for member in chain} & strong
    for member in chain if sure else ():
        if member.form not in decided:
            member.organisation += STRONG if len(sure) > 1 or not member.common else STRONG / 2


class _Reader:
    """Reads the words beside a place; every run of words is bounded, so that all of it stays linear."""

    def __init__(self, cased: str, tokens: Words) -> None:
        self._cased = cased
        self._tokens = tokens

    def institutions(self) -> Iterator[Candidate]:
        """Yield names that end in what they are: a university, a bank, a ministry."""
        for suffix in _INSTITUTION.finditer(self._cased):
            run = self._run_before(suffix.end(), _INSTITUTION_CHARS, suffix.start())
            if len(suffix[0]) == 1 and not (run and _is_sort(run[-1], suffix[0])):
                continue  # a part of another word
            start = self._own_start(run, suffix)
            if start is not None:
                yield Candidate(start, suffix.end(), self._cased[start : suffix.end()], organisation=STRONG)

    def beside_cues(self) -> Iterator[Candidate]:
        """Yield names before an office or a verb of organisations, after what an organisation is, before a gloss."""
        if not self._tokens:
            return
        for cue in _BEHIND.finditer(self._cased):
            yield from self._candidate(self._run_before(self._name_end(cue.start()), _NAME_CHARS), cue.lastgroup)
        for cue in _BEFORE.finditer(self._cased):
            yield from self._candidate(self._run_after(cue.end()), cue.lastgroup)
        for gloss in _GLOSS.finditer(self._cased):
            end = gloss.start() - (self._cased[gloss.start() - 1 : gloss.start()] == " ")
            yield from self._candidate(self._run_before(end, _NAME_CHARS), None)
        for bounded in _BOUNDED.finditer(self._cased):
            start, end = bounded.span(bounded.lastgroup or 0)
            name = self._cased[start:end]
            if name[:-2] not in _NO_HEADS and not lexicon.TITLE.search(name):
                yield Candidate(start, end, name, organisation=_WEIGHTS["category"])

    def listed(self) -> Iterator[Candidate]:
        """Yield the Han members of lists; the list itself says nothing about the kind."""
        for mark in re.finditer("、", self._cased) if self._tokens else ():
            run = self._run_after(mark.end())
            if run and self._cased[run[-1].end : run[-1].end + 1] in _LIST_MARKS:
                yield from self._candidate(run, None)
            yield from self._candidate(self._run_before(mark.start(), _NAME_CHARS), None)
            item = _ITEM.match(self._cased, mark.end())
            if item and (not run or run[-1].end != item.end()):  # bounded on both sides, whatever the words are
                yield Candidate(item.start(), item.end(), item[0], common=True)

    def _name_end(self, end: int) -> int:
        """Return where a name ends that stands before a cue: before its adverbs, and what it is called elsewhere."""
        lead = _LEADS_IN.search(self._cased, max(0, end - _LEAD_CHARS), end)
        end = lead.start() if lead else end
        if self._cased[end - 1 : end] == ")":
            end = max(self._cased.rfind("(", max(0, end - _GLOSS_CHARS), end), 0)
        return end

    def _candidate(self, run: list[Token], cue: str | None) -> Iterator[Candidate]:
        while len(run) > 1 and (run[0].word in _QUALIFIERS or _ENDS_IN_CATEGORY.search(run[0].word)):
            run = run[1:]
        last = run[-1] if run else None
        if last is None or _ends_in_a_person(run):
            return
        start, end = run[0].start + (run[0].word[0] in _PASSIVE), run[-1].end
        form = self._cased[start:end]
        plain = form in _PLAIN | words.MODIFIERS or run[-1].word in _PLAIN or form[2:] in words.GENERIC
        if plain or _DEPARTMENT.search(form) or not 2 <= len(form) <= _NAME_CHARS:
            return
        own = any(token.flag[:2] in _OWN for token in run) and form not in ordinary_words()
        weight = _WEIGHTS.get(cue or "", 0.0)
        if len(form) > _SHORT_CHARS and self._cased.startswith("公司", end) and form[-2:] != "公司":
            end, form = end + 2, form + "公司"
        works = lexicon.WORK_ZH.match(self._cased, end) is not None
        named = self._cased[start - 1 : start] in _AT if works else own and len(run) == 1 and last.flag[:2] in _NAMED
        if cue == "act" and named and not self._cased.startswith("的", end):
            weight = _WEIGHTS["object"]
        told = cue == "kind" and (lexicon.ORGANISATION_SUFFIX.search(form, 1) or _GLOSS.match(self._cased, end))
        if not (own or told or cue == "office"):
            weight = min(weight, 1.0 if len(run) > 1 else 0.0)  # ordinary words may stand there as well
        if start and _COUNTED.match(self._cased, start - 1):
            weight = -2.0
        yield Candidate(start, end, form, organisation=weight, common=not own)

    def _run_before(self, end: int, limit: int, inner: int | None = None) -> list[Token]:
        """Return the words that end at a place, back to what cannot stand in a name; all after ``inner`` can."""
        tokens, first = self._tokens, end
        limited = self._cased.endswith("有限公司", 0, end)
        run: list[Token] = []
        for at in range(tokens.first_from(end) - 1, -1, -1):
            start, word, flag = tokens.starts[at], tokens.words[at], tokens.flags[at]
            last = start + len(word)
            if last != first or last in tokens.titles or end - start > limit:
                break
            inside = inner is not None and (
                last > inner
                or (limited and flag[0] in "vm")
                or (word in words.GENERIC and (limited or not _WHOLE_WORD.search(word)))
            )
            if _ends_run(word, flag) and not inside and not (inner is None and run and self._opens_name(at)):
                break
            run.append(Token(word, flag, start, last))
            first = start
        return run[::-1]

    def _opens_name(self, at: int) -> bool:
        """Whether a verb may begin a name, as some do: one that opens its clause and says nothing of what follows."""
        token = self._tokens.token(at)
        if token.flag != "v" or token.word in words.CUE_VERBS:
            return False
        return at == 0 or self._tokens.token(at - 1).end < token.start or self._tokens.flags[at - 1][0] in "xpc"

    def _run_after(self, start: int) -> list[Token]:
        """Return the words that begin at a place, up to what cannot stand in a name."""
        tokens, end = self._tokens, start
        run: list[Token] = []
        for at in range(tokens.first_from(start), len(tokens)):
            word, flag = tokens.words[at], tokens.flags[at]
            last = tokens.starts[at] + len(word)
            if tokens.starts[at] != end or last - start > _NAME_CHARS or last in tokens.titles or _ends_run(word, flag):
                break
            run.append(Token(word, flag, end, last))
            end = last
        return run

    def _own_start(self, run: list[Token], ending: re.Match[str]) -> int | None:
        """Return where a name begins that ends in a suffix; None where nothing in it is anybody's own."""
        suffix = ending.start()
        while len(run) > 1 and run[0].word in _NO_HEADS:
            run = run[1:]
        if len(run) > 1 and run[0].word in words.COUNTRIES and run[1].flag[:2] in _OWN:
            run = run[1:]
        part_of = any(token.word.endswith(_WHOLE) and token.end <= suffix for token in run)
        if not run or part_of:
            return None
        start = run[0].start + (run[0].word[0] in _PASSIVE)
        low = max(0, start - _INSTITUTION_CHARS)
        head = _HEAD.search(self._cased, low, start)
        if head and head.start() < suffix:
            return head.start()
        own = any(token.flag[:2] in _OWN or token.flag in {"ns", "j", "x"} for token in run)
        own = own or ending[0] == "有限公司"
        counted = start and _COUNTED.match(self._cased, start - 1)
        if start > suffix - 2 or counted:
            return None
        country = None if own or ending[0] in _OF_COUNTRIES else _COUNTRY.search(self._cased, low, start)
        return country.start() if country else start if own else None


def _ends_in_a_person(run: Sequence[Token]) -> bool:
    """Whether a run ends in a Chinese personal name, as one word or as a surname and what jieba takes for a word."""
    last = run[-1]
    if last.flag == "nr" and last.word[0] in words.SURNAMES and (len(run) > 1 or len(last.word) > 2):
        return True
    surname = run[-2] if len(run) > 2 else None
    return surname is not None and surname.flag == "nr" and surname.word in words.SURNAMES and len(last.word) <= 2


@functools.lru_cache(maxsize=16_384)
def _ends_run(word: str, flag: str) -> bool:
    if word in words.GENERIC or word[-1] in "于在" or not _HAN_RUN.fullmatch(word) or _CATEGORY.fullmatch(word):
        return True
    if flag == "vn" or (flag in "mjq" and len(word) > 1):
        return _NUMERAL.match(word) is not None
    return flag[0] in _STOPS


def _is_sort(last: Token, ending: str) -> bool:
    """Whether a word that ends in one character says what an organisation is: 港务局 and 局, but 格局 does not."""
    institution = last.flag == "nt" and last.word not in ordinary_words()
    return institution or (ending != "部" and last.flag[0] == "n" and len(last.word) != 2)
