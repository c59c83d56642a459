"""The places of a text that may be names, and what their words and surroundings say for each kind.

Rules read "cased" text: folded, but with its own capitals and line breaks. What must not live here: what the places of
one article say together (:mod:`corpus.who.extraction`).
"""

import functools
import re
from collections.abc import Iterator
from itertools import groupby

from corpus.analysis import entities
from corpus.analysis.terms import tag_words
from corpus.who import lexicon, words
from corpus.who.frames import framed_names, is_phrase
from corpus.who.keys import is_han
from corpus.who.latin import LATIN, counts, is_person_shaped, latin_names, may_be_anybodys, says_person, title_worth
from corpus.who.mentions import NAME_CHARS, STRONG, Candidate, Words, without_overlaps
from corpus.who.organisations import is_own, organisations, weigh_latin

INTERPUNCTS = "·•・‧∙⋅"
_RARE = frozenset(["zg", "ag", "nr", "nrfg"])  # of a character that seldom stands alone but in given names
_FOREIGN_BASE = 0.25  # a word in the characters of foreign names: often a place or a company
_PLACE_BASE = 1e-6
_NO_NAME = -2.0  # a surnamed word that jieba knows as no name
_VERBS = frozenset("任")  # before a title these are no surnames
_HAN = "[\u3400-\u9fff]"
_SMALL = re.compile(
    rf"(?<![{LATIN}0-9@#/._-])(?<![{LATIN}0-9]\s)(?:[a-z]+\d[a-z0-9]*|(?<={_HAN}|、)[a-z]{{3,12}}|[a-z]{{3,12}}(?=\s?{_HAN}|、)|\d{{3}}(?=\s?{lexicon.OFFICES_ZH}))"
    rf"(?!\s?[{LATIN}0-9@/.:_-])"
)
_MARKS = tuple(":|–-,")  # between an office and a name
_MARK = re.compile(f" ?[{INTERPUNCTS}] ?")
_PART_CHARS = 8
_HAN_TAIL = re.compile(f"{_HAN}+$")
_FOREIGN = f"[{''.join(sorted(words.TRANSLITERATION))}]"
_FOREIGN_HEAD = re.compile(f"{_FOREIGN}{{0,6}}")
_FOREIGN_TAIL = re.compile(f"{_FOREIGN}{{0,6}}$")
_AFTER_MARKS = re.compile(f"(?:[{INTERPUNCTS}]{_HAN}{{1,8}}){{1,3}}|(?: [{INTERPUNCTS}] {_FOREIGN}{{2,8}}){{1,3}}")
_NO_NAMES = words.GENERIC.union(words.COMMON, words.COUNTRIES, words.SHORT_NAMES)
_TITLED = re.compile(rf"{lexicon.TITLE_ZH}(?P<name>{_FOREIGN}{{3,6}})(?!{_FOREIGN})")
_NO_PERSON = (*"省市县区镇村路街山河湖岛", "大学", "公司", "集团", "银行", "模型", "系统", "法案", "时代", "主义")
_NEVER_LAST = frozenset("曾则却也还就称说是将已在于向对把被让从用与的及等往很仍")
_NO_NAME_ENDS = frozenset("区县镇族语教庙渠叫网赛杯氏")
_NO_SHORT_NAME_ENDS = _NO_NAME_ENDS | set("朝岭城廷州国省市氏松竹") | _NEVER_LAST
_SAID = frozenset(words.LISTS["person_verb"])
_WHERE = frozenset("里内外中上下旁")  # behind a noun
_SELDOM_AT_EDGES = "以于因所可得"
_NOMINAL = "nztagjb"
_ACTS = re.compile(f"{lexicon.DEED_ZH}|{lexicon.ACT_ZH}")
_CLOSERS = frozenset("\n ,。;:!?)、」”")
_OPENERS = frozenset("\n ,、。:;!?“「(")


def candidates(cased: str, tokens: Words) -> list[Candidate]:
    """Return the places that may be names, the longer of two that overlap, weighed, in reading order."""
    names = [
        *latin_names(cased),
        *_small_names(cased),
        *_interpunct_names(cased, tokens),
        *_titled_names(cased),
        *(frame for frame in framed_names(cased) if _person_base(frame.form, "nr") >= 1),
        *_han_names(cased, tokens),
    ]
    found = without_overlaps(names)
    found = without_overlaps([*found, *organisations(cased, tokens), *_known(cased, tokens)])
    for candidate in found:
        if candidate.form in words.ORGANISATIONS or candidate.form.lower() in entities.organisations():
            candidate.organisation += STRONG
        candidate.product += STRONG * (candidate.form in words.PRODUCTS)
        _weigh_surroundings(cased, candidate)
    return found


def _known(cased: str, tokens: Words) -> Iterator[Candidate]:
    """Yield what means one organisation or product alone, of whole words; what is around it adds to that."""
    known = _well_known()
    for start in [start for word, start in zip(tokens.words, tokens.starts, strict=True) if word[:2] in known]:
        for name in known[cased[start : start + 2]]:
            end = start + len(name)
            if cased.startswith(name, start) and (len(name) > 2 or tokens.token(tokens.first_from(end) - 1).end <= end):
                if name not in words.COUNTRIES:
                    yield Candidate(start, end, name)
                break


@functools.cache
def _well_known() -> dict[str, list[str]]:
    """Return the Chinese names that mean one organisation or product alone, by two characters, the longest first."""
    named = {*filter(is_han, words.ORGANISATIONS | words.PRODUCTS)}.union(*entities.chinese_organisations().values())
    by_head = groupby(sorted(named, key=lambda name: (name[:2], -len(name))), key=lambda name: name[:2])
    return {head: [*names] for head, names in by_head}


def is_personal(candidate: Candidate) -> bool:
    """Whether a place looks like a person's full name by itself."""
    if candidate.form[0] < "\u3000":
        return is_person_shaped(candidate.form) and candidate.organisation <= 0
    return candidate.base >= 1


def _small_names(cased: str) -> Iterator[Candidate]:
    """Yield what is written small or in digits among Han and may be a brand: common, until it is sure."""
    for small in _SMALL.finditer(cased):
        yield Candidate(small.start(), small.end(), small[0], common=True)


def _interpunct_names(cased: str, tokens: Words) -> Iterator[Candidate]:
    """Yield foreign names with an interpunct, cut where the characters of such names or the last whole word end."""
    end = 0
    for mark in _MARK.finditer(cased):
        head = _HAN_TAIL.search(cased, max(end, mark.start() - _PART_CHARS), mark.start())
        tail = _AFTER_MARKS.match(cased, mark.start())
        if not head or not tail:
            continue
        start, end = head.start(), tail.end()
        marks = [place.span() for place in _MARK.finditer(cased, start, end)]
        low, high = marks[0][0], marks[-1][1]
        left = low - len(_FOREIGN_TAIL.findall(cased, start, low)[0].lstrip(_SELDOM_AT_EDGES))
        right = high + len(_FOREIGN_HEAD.findall(cased, high, end)[0].rstrip(_SELDOM_AT_EDGES))
        first = tokens.token(tokens.first_from(low) - 1)
        if first.flag.startswith("nr") and first.start >= start and cased[low] != " ":
            left = min(left, first.start)
        into = tokens.token(tokens.first_from(left + 1) - 1)  # the word that the name begins in, or runs into
        if into.start < left < into.end < low:
            left = into.end
        across = tokens.token(tokens.first_from(right) - 1)  # the word that the name ends in, or runs into
        if high < across.start < right < across.end:
            right = across.start
        if left < low and high < right:
            yield Candidate(left, right, cased[left:right], person=STRONG)


def _titled_names(cased: str) -> Iterator[Candidate]:
    """Yield runs of at least three characters of foreign names right after a title, which jieba cuts anyhow."""
    for match in _TITLED.finditer(cased):
        name = match["name"].rstrip(_SELDOM_AT_EDGES)
        if len(name) >= 3 and not lexicon.TITLE.match(name):
            yield Candidate(match.start("name"), match.start("name") + len(name), name, base=_FOREIGN_BASE)


def _possible_starts(tokens: Words) -> list[int]:
    """Return the numbers of the words that may begin a name: every word of every article comes by, so most must go.

    They are flagged as a name or stand singly before one, are a surname's character, or begin with it after a title or
    before a rare character.
    """
    surnames, held = words.SURNAMES, tokens.words
    found = {at for at, flag in enumerate(tokens.flags) if flag[:2] == "nr"}
    found |= {at - 1 for at in found if at and len(held[at - 1]) == 1}
    surnamed = [at for at, word in enumerate(held) if word[0] in surnames]
    surnamed += [
        at for at, word in enumerate(held) if word[0] in words.SURNAMES_OF_WORDS and tokens.starts[at] in tokens.titles
    ]
    rare = {at - 1 for at, flag in enumerate(tokens.flags) if flag in _RARE and _is_given(held[at])}
    found.update(at for at in surnamed if len(held[at]) == 1 or tokens.starts[at] in tokens.titles or at in rare)
    return sorted(found)


def _han_names(cased: str, tokens: Words) -> Iterator[Candidate]:
    held, flags, starts = [*tokens.words, "", ""], [*tokens.flags, "x", "x"], [*tokens.starts, -1, -1]
    for at in _possible_starts(tokens):
        first, flag, start = held[at], flags[at], starts[at]
        if not "\u3400" <= first[0] <= "\u9fff":
            continue
        rest, last = held[at + 1] if starts[at + 1] == start + len(first) else "", held[at + 2]
        if len(first + rest) == 2 and starts[at + 2] == start + 2 and flags[at + 2] in _RARE and _is_given(last):
            rest += last
        titled = start in tokens.titles
        word = _whole_name(first, flag, rest, flags[at + 1], titled=titled)
        if len(first) < len(word) and (len(first) == 2 or (flag[0] in _NOMINAL and flag != "a")):
            flag = "nr"
        base = _person_base(word, flag)
        # A surname that jieba cuts off from what it cannot join to it: rather a name than a word it knows.
        lone = base < 0 and len(first) == 1 and len(word) == NAME_CHARS
        if lone and ((flag == "v" and first not in _VERBS) or (titled and flags[at + 1] == "nr")):
            base = _PLACE_BASE
        acts = base >= 1 and flags[at + 1] in {"v", "p", "d"} and held[at + 1] not in {"有", "是"}
        if titled and base < 0 and len(first) == len(word) == NAME_CHARS and _closes(cased, start + NAME_CHARS):
            base = _PLACE_BASE
        if base and not (base == _NO_NAME and is_phrase(word)):
            acts = acts and (len(word) > 2 or not _ACTS.match(cased, start + 2))  # as organisations do too
            person = 2.0 * (acts and _opens_clause(cased, start))
            yield Candidate(start, start + len(word), word, base, person)


def _whole_name(word: str, flag: str, rest: str, after: str, *, titled: bool) -> str:
    """Return a word with what jieba cut off a name, the ``rest``; a title may stand before it."""
    if not rest:
        return word
    lone = len(rest) == 1 and flag[:2] == "nr"
    starts = len(word) == 1 and flag[0] in _NOMINAL and after[:2] == "nr"
    if (lone or starts) and _is_foreign(word + rest):
        return word + rest
    given = len(word) == 2 and len(rest) == 1 and (titled or (after in _RARE and _is_given(rest)))  # of any word
    goes_on = (lone or given) and (after[0] in _NOMINAL or after[-1] == "g") and rest not in _NEVER_LAST
    if goes_on and _is_surnamed(word) and _is_surnamed(word + rest):
        return word + rest
    ends = rest[-1] in _NEVER_LAST or rest in _SAID
    surname = word in words.SURNAMES or (titled and word in words.SURNAMES_OF_WORDS and len(rest) == NAME_CHARS - 1)
    if surname and len(rest) < NAME_CHARS and is_han(rest) and not ends:
        return word + rest
    return word


def _is_given(character: str) -> bool:
    """Whether a single character, flagged as a rare one, may end a given name."""
    return len(character) == 1 and character not in words.SURNAMES and character not in _NEVER_LAST


def _is_surnamed(form: str) -> bool:
    compound = form[:2] in words.COMPOUND_SURNAMES
    if form[0] in words.SURNAMES_OF_WORDS:
        return len(form) == NAME_CHARS
    return (compound or form[0] in words.SURNAMES) and 2 <= len(form) <= 3 + compound


def _is_foreign(form: str) -> bool:
    return 2 <= len(form) <= 6 and words.TRANSLITERATION.issuperset(form)


@functools.lru_cache(maxsize=16_384)
def _person_base(word: str, flag: str) -> float:
    """Return what a Han word itself says; a surnamed word that is no name to jieba takes a title and a verb besides.

    A place says next to nothing, however often it is named, but some people bear such names; a title says nothing.
    """
    more = len(word) > 2 and (word[:2] in _NO_NAMES or word[:2] in entities.organisations())  # 安卓版, 谷歌云
    if more or word in _NO_NAMES or lexicon.TITLE.fullmatch(word):
        return 0.0
    placed = word[-1] in _WHERE and [tag for _, tag in tag_words(word[:-1])] == ["n"]
    flag = "n" if placed or word in entities.ordinary_words() else flag
    if word in words.PLACES or word in entities.organisations():
        return _PLACE_BASE if flag.startswith("n") else 0.0
    if _is_surnamed(word):
        if word[0] in words.SURNAMES_OF_WORDS:
            return _PLACE_BASE if flag.startswith("nr") else _NO_NAME
        named = flag.startswith("nr") and word[-1] not in (_NO_SHORT_NAME_ENDS if len(word) == 2 else _NO_NAME_ENDS)
        return (1.0 if len(word) == 2 else 1.5) if named else _NO_NAME
    return _FOREIGN_BASE if flag.startswith("nr") and _is_foreign(word) else 0.0


def _closes(cased: str, end: int) -> bool:
    return end == len(cased) or cased[end] in _CLOSERS


def _opens_clause(cased: str, start: int) -> bool:
    return start == 0 or cased[start - 1] in _OPENERS


def _weigh_surroundings(cased: str, candidate: Candidate) -> None:
    end, form = candidate.end, candidate.form
    latin = form[0] < "\u3000"
    interpunct = not latin and _MARK.search(form) is not None
    foreign = not interpunct and candidate.base == _FOREIGN_BASE
    before = lexicon.words_before(cased, candidate.start)
    if (is_person_shaped(form) or " " not in form) if latin else (interpunct or foreign or _is_surnamed(form)):
        # "Chair: Report" is an item of an agenda.
        marked = latin and before.rstrip(" *")[-1:] in _MARKS and not (" " in form and may_be_anybodys(form))
        worth = title_worth(cased, candidate, before) if latin else STRONG
        candidate.person += worth * (not marked and lexicon.is_title_before(before))
        candidate.person += 3 * (candidate.base < 0 and lexicon.OFFICE_VERB.match(cased, end) is not None)
        if not latin or " " in form:
            candidate.person += (2 - foreign) * bool(lexicon.SUBJECT_VERB.match(cased, end))
            titled = not latin and lexicon.TITLED_AFTER.match(cased, end) is not None
            candidate.person += 3 * (titled or lexicon.HONORIFIC_AFTER.match(cased, end) is not None)
            described = lexicon.APPOSITION_AFTER.match(cased, lexicon.past_letters(cased, end))
            candidate.person += (2 + latin) * bool(described)
        if latin and candidate.person < STRONG and " " in form and may_be_anybodys(form):
            candidate.person += STRONG * says_person(cased, candidate, before)
    candidate.person -= 3 * (cased.startswith(_NO_PERSON, end) and not lexicon.TITLED_AFTER.match(cased, end))
    if latin and is_own(form):
        weigh_latin(cased, candidate, before)
        after = (lexicon.PRODUCT_KIND_AFTER, lexicon.PRODUCT_AFTER)
        said = [lexicon.PRODUCT_KIND_BEFORE.search(before), *(cue.match(cased, end) for cue in after)]
        number = lexicon.NUMBER_AFTER.match(cased, end)
        candidate.product += STRONG * (sum(map(bool, said)) + bool(number and not counts(form)))
