"""The names that one article holds: what speaks for each kind, their places, roles, and which it says are the same.

What must not live here: which names of several articles are the same (:mod:`corpus.who.groups`), and any table.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from operator import attrgetter

from corpus.analysis.folding import Folded, fold
from corpus.analysis.terms import tag_words
from corpus.results import FactKind, Kind, Span
from corpus.who.candidates import candidates, is_personal
from corpus.who.claims import Forms, claim
from corpus.who.facts import Named, facts
from corpus.who.keys import PART_SEPARATORS
from corpus.who.latin import LATIN, is_person_shaped, may_be_anybodys
from corpus.who.lexicon import TITLE_ABOVE, TITLE_ZH, WHOLE_SUFFIX, past_letters
from corpus.who.mentions import NAME_CHARS, STRONG, Candidate, Weights, Words, is_sure, total, without_overlaps
from corpus.who.organisations import lists_of, states_kind, weigh_list
from corpus.who.roles import kind_spans, role_spans, shared_before, shared_behind, within_role
from corpus.who.words import PLACES, SHORT_NAMES, TRANSLITERATION

PLACES_PER_FORM = 12
# Each of these is looked for in the whole article: bounds for one that is nothing but names.
_NICKNAMES_READ = 20
_FORMS_LOOKED_FOR = 300
_NICKNAME_REACH = 100
_CLAUSE = re.compile(r"[^\n。！？!?;；]{1,400}")
_CAPITAL = re.compile(r"[A-Z\n]|[^\x00-\u00bf\u2000-\ud7ff\uf900-\uffff]")  # wide ones fold to no wide letter
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
_DOT = re.compile(f"(?<=[{''.join(TRANSLITERATION)}])\\.(?=[{''.join(TRANSLITERATION)}])")  # 乔治.汉森
_HAN = re.compile("[\u3400-\u9fff]")
_TITLE = re.compile(rf"{TITLE_ZH}(?:\s?\([A-Z][\w&.' -]{{1,30}}\))?")
_STOPS = "。！!?\n"
_OWN = frozenset(["nr", "nz", "nt"])
_GLOSS = re.compile(r"\s?\(\s?(?:英文名?|英语|法语|德语|原名|又名|本名|全名)?:?\s?[“\"]?")
_CALLED_SHORT = re.compile("\\((?:(?:以下)?简称|[以下]{1,2}称)(?:为|:)?[“「]?(?P<name>[\u3400-\u9fff]{2,8})[”」,)]")
_NICKNAME = re.compile(
    r"(?:人称|绰号|外号|昵称|花名|笔名|艺名|又名|别名|英文名|网名|nicknamed|known as|a\.k\.a\.)(?:为|是|叫|:)?"
    rf"\s?[“\"「『‘']?(?P<name>[\u3400-\u9fff{LATIN}·. ]{{2,20}})[”\"」』’',。)\n]"
)
_HANDLE = re.compile(r"\*{0,2}\s?\(@(?P<name>[\w-]{2,30})\)")
_AND = re.compile(r"(?:\([^()\n]{1,12}\))?\s?(?:[和与及、]|以及|and|,|, and)\s?")
_SUCCEEDS = re.compile(
    r"(?:已经?|即?将|正式)?(?:接替|取代|接棒)[^,。;]{0,12}"
    r"| (?:(?:has|had|will|to|is|also) ){0,2}(?:succeed\w*|replac\w+|t(?:ook|akes?) over from) (?:[\w'-]+ ){0,4}"
)
_TITLE_LINES = 80  # characters of a title and the line breaks behind it
_LISTED = 3  # names in a list that speak for each other
_FOUNDED = re.compile(r"(?:,[他她]所?| )?(?P<deed>(?:共同|联合|一手)?创[办立建]的\s?[“「]?)$")  # by the person before


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name of an article: its form as first shown, what speaks for each kind, its places, roles stated beside it."""

    form: str
    weights: dict[Kind, float]
    places: tuple[Span, ...]
    roles: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What :func:`extract` finds.

    ``pairs`` are two forms of which the article says that they name the same, ``facts`` what it states: a form, the
    kind of fact, its place in the text, its worth.
    """

    names: tuple[FoundName, ...]
    pairs: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, FactKind, int, int, int], ...]


def extract(text: str, known: re.Pattern[str] | None = None, folded: Folded | None = None) -> Found:
    """Return the names in a text; places, at most twelve a name, and roles are spans of ``text``.

    ``known`` finds names in folded text that count wherever they stand; ``folded`` is the text folded, where that is
    known already.
    """
    folded = folded or fold(text)
    cased = _cased(text, folded)
    tokens = _words(cased)
    found = candidates(cased, tokens)
    known_places = [Candidate(*match.span(), match[0]) for match in (known.finditer(cased) if known else ())]
    found = without_overlaps([*found, *known_places, *_foreign_surnames(cased, found)])
    pairs = list(_glossed_pairs(cased, found))
    nicknames = list(_nicknames(cased, found))
    pairs += [(owner, nickname.form) for nickname, owner in nicknames]
    found = without_overlaps([*found, *(nickname for nickname, _ in nicknames)])
    _weigh_by_lists(cased, found)
    forms = _by_form(found)
    claim(cased, forms)
    said = {form: total(held) for form, held in forms.items()}
    _add_missed_places(cased, forms, said)
    roles = _roles(cased, tokens, forms, said)
    pairs += [(form, SHORT_NAMES[form]) for form in said if form in SHORT_NAMES and is_sure(said[form], "organisation")]
    told = {form for pair in pairs for form in pair} | {candidate.form for candidate in known_places}
    names = {
        form: _found(text, folded, form, held, said[form], roles.get(form, []))
        for form, held in forms.items()
        if form in told or (len(form) > 2 and form[0] >= "A" and not form[0].islower()) or max(said[form].values()) > 0
    }
    stated = [
        (names[fact.form].form, fact.kind, *folded.origin(fact.start, fact.end), fact.worth)
        for fact in facts(cased, _sure_places(forms, said))
    ]
    return Found(names=tuple(names.values()), pairs=tuple(dict.fromkeys(pairs)), facts=tuple(stated))


def _sure_places(forms: Forms, said: dict[str, Weights]) -> list[Named]:
    """Return the places of the names that are sure of one kind, in reading order."""
    kinds = {form: kind for form, weights in said.items() for kind in reversed(weights) if is_sure(weights, kind)}
    return sorted(Named(c.start, c.end, form, kind) for form, kind in kinds.items() for c in forms[form])


def _cased(text: str, folded: Folded) -> str:
    """Return the folded text with the capitals and line breaks of the shown one, character for character."""
    shown = text if folded.starts is None else "".join(map(text.__getitem__, folded.starts))
    cased, last = list[str](), 0
    for match in _CAPITAL.finditer(shown):
        was, at = match[0], match.start()
        if was == "\n" or (was.isupper() and folded.text[at].islower()):
            cased += (folded.text[last:at], was if was == "\n" else folded.text[at].upper())
            last = at + 1
    plain = _APOSTROPHE.sub("'", "".join((*cased, folded.text[last:])))
    return _DOT.sub("·", plain) if "。" in plain else plain


def _by_form(found: Iterable[Candidate]) -> Forms:
    forms: Forms = defaultdict(list)
    for candidate in found:
        forms[candidate.form].append(candidate)
    return forms


def _weigh_by_lists(cased: str, found: list[Candidate]) -> None:
    """Weigh the members of lists by each other."""
    chains = list(lists_of(cased, found))
    for chain in chains:
        if states_kind(cased, chain):
            for member in chain:
                member.organisation += STRONG * (not is_personal(member) and member.form.lower() not in PLACES)
    said = {form: total(held) for form, held in _by_form(found).items()}
    strong = {form for form, weights in said.items() if is_sure(weights, "organisation")}
    strong |= {WHOLE_SUFFIX.sub("", form) for form in strong}
    people = {form for form, weights in said.items() if is_sure(weights, "person")}
    products = {form for form, weights in said.items() if weights["product"] >= STRONG}
    decided = strong | people | products | {part for form in people for part in PART_SEPARATORS.split(form)}
    for chain in chains:
        full = sum(member.base > 1 for member in chain)
        if full >= max(_LISTED, len(chain) / 2) or any(member.form in people for member in chain):
            for member in chain:
                cut = 0 != member.base < 1 and len(member.form) == NAME_CHARS  # by jieba, from a surname
                if member.form not in decided and (cut or is_personal(member)):
                    member.person += STRONG - min(member.base, 0)
        weigh_list(chain, strong, decided)
    for one, other in pairwise(found):
        if one.end == other.start and one.form in strong and other.base > 1:  # as headlines call people
            other.person += STRONG - other.base


def _words(cased: str) -> Words:
    """Return the words of the clauses that hold any Han; a title ends a word, so that none takes in part of a name."""
    found = Words()
    for clause in _CLAUSE.finditer(cased):
        start, stop = clause.span()
        if _HAN.search(cased, start, stop):
            for title in _TITLE.finditer(cased, start, stop):
                end = title.end()
                found.append(_tagged(cased[start:end]), start)
                found.titles.add(end)
                start = end
            found.append(_tagged(cased[start:stop]), start)
    return found


def _tagged(text: str) -> list[tuple[str, str]]:
    """Return the words with their flags; jieba may take a name and "公司", or 由 and a name, for one word."""
    found: list[tuple[str, str]] = []
    for word, flag in tag_words(text):
        if flag == "nr" and word[0] in "由被任" and (len(word) > NAME_CHARS or (found and found[-1][1] == "nr")):
            found += [(word[0], "v"), *tag_words(word[1:])]
            continue
        before = tag_words(word[:-2]) if word.endswith("公司") else []
        apart = len(before) == 1 and before[0][1][:2] in _OWN
        found += [*before, ("公司", "n")] if apart else [(word, flag)]
    return found


def _found(text: str, folded: Folded, form: str, held: list[Candidate], said: Weights, roles: list[Span]) -> FoundName:
    held.sort(key=attrgetter("start"))
    places = [folded.origin(candidate.start, candidate.end) for candidate in held[:PLACES_PER_FORM]]
    whole = next(candidate for candidate in held if candidate.form == form)
    start, end = folded.origin(whole.start, whole.end)
    return FoundName(
        form=text[start:end],
        weights=said,
        places=tuple(places),
        roles=tuple([folded.origin(*span) for span in sorted(set(roles))] if roles else ()),
    )


def _glossed_pairs(cased: str, found: list[Candidate]) -> Iterator[tuple[str, str]]:
    """Pair a Han name with the Latin one in brackets after it, or the other way round; each speaks for the other."""
    for first, second in pairwise(found):
        latin = [candidate for candidate in (first, second) if candidate.form[0] < "\u3000"]
        listed = cased.startswith(":", second.end)  # an exchange, with what the shares are called there: (NASDAQ: NVDA)
        if len(latin) == 1 and not listed and _GLOSS.fullmatch(cased, first.end, second.start):
            # Both stand before the same verb, which may be an organisation's as well as somebody's.
            organisation = max(first.organisation, second.organisation)
            personal = first.base + second.base + first.person + second.person > 0 or may_be_anybodys(latin[0].form)
            if personal and is_person_shaped(latin[0].form) and organisation <= max(first.person, second.person):
                first.person += 3
                second.person += 3
            yield first.form, second.form


def _foreign_surnames(cased: str, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the places of the last part of a foreign name in Han, which jieba cuts otherwise where it stands alone."""
    names = [PART_SEPARATORS.split(candidate.form) for candidate in found if candidate.form[0] >= "\u3000"]
    surnames = dict.fromkeys(parts[-1] for parts in names if len(parts) > 1 and len(parts[-1]) > 2)
    for surname in islice(surnames, _FORMS_LOOKED_FOR):
        yield from (Candidate(at, at + len(surname), surname, common=True) for at in _places(cased, surname))


def _nicknames(cased: str, found: list[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """Yield the places of a nickname that the article gives somebody, with whose it is; of handles, and short names."""
    for candidate in found:
        if short := _CALLED_SHORT.match(cased, candidate.end):
            yield Candidate(*short.span("name"), short["name"], organisation=candidate.organisation), candidate.form
        if is_person_shaped(candidate.form) and (handle := _HANDLE.match(cased, candidate.end)):
            # No company, whatever list it stands in.
            yield Candidate(*handle.span("name"), handle["name"], organisation=-2 * STRONG), candidate.form
    starts = [candidate.start for candidate in found]
    for match in islice(_NICKNAME.finditer(cased), _NICKNAMES_READ):
        nearby = max(0, match.start() - _NICKNAME_REACH)
        low = max(nearby, *(cased.rfind(mark, nearby, match.start()) for mark in _STOPS))
        before = found[bisect_left(starts, low) : bisect_left(starts, match.start())]
        person = next((c for c in reversed(before) if c.person + c.base > c.organisation), None)
        if person is not None:
            person.person += 2
            name = match["name"].strip()
            for place in re.finditer(re.escape(name), cased):
                yield Candidate(place.start(), place.end(), name), person.form


def _add_missed_places(cased: str, forms: Forms, said: dict[str, Weights]) -> None:
    """Add the places of strong Han forms that the tagger cut otherwise."""
    strong = [form for form in forms if form[0] >= "\u3000" and max(said[form].values()) >= STRONG]
    if not strong:
        return
    strong = sorted(strong, key=lambda form: -len(forms[form]))[:_FORMS_LOOKED_FOR]
    taken = sorted((c.start, c.end) for held in forms.values() for c in held)
    last = 0
    for start, length, form in sorted((at, -len(sure), sure) for sure in strong for at in _places(cased, sure)):
        at = bisect_left(taken, (start - length, 0)) - 1
        if start >= last and (at < 0 or taken[at][1] <= start):
            forms[form].append(Candidate(start, start - length, form))
            last = start - length


def _places(cased: str, form: str) -> Iterator[int]:
    at = cased.find(form)
    while at >= 0:
        yield at
        at = cased.find(form, at + len(form))


def _people(cased: str, forms: Forms, said: dict[str, Weights]) -> list[tuple[int, int, str]]:
    """Return where people are named, each place with the same name in another script behind it, in reading order."""
    places = sorted((c.start, c.end, f) for f, held in forms.items() if is_sure(said[f], "person") for c in held)
    people: list[tuple[int, int, str]] = []
    for start, end, form in places:
        if people and _GLOSS.fullmatch(cased, people[-1][1], start):
            people[-1] = people[-1][0], end + cased.startswith(")", end), people[-1][2]
        elif not people or start >= people[-1][1]:
            people.append((start, past_letters(cased, end), form))
    return people


def _roles(cased: str, tokens: Words, forms: Forms, said: dict[str, Weights]) -> defaultdict[str, list[Span]]:
    """Return the roles of people, of which none reaches over the person before or after, and what organisations are."""
    people = _people(cased, forms, said)
    organised = {form: held for form, held in forms.items() if is_sure(said[form], "organisation")}
    # Whose people they are (某某的顾清远), and what is theirs (顾清远的某某基金).
    firms = [(c.start, c.end) for held in organised.values() for c in held]
    employers = {end + cased.startswith("的", end): (start, end) for start, end in firms}
    owned = {start - 1: (start, end) for start, end in firms if cased.startswith("的", start - 1)}
    in_brackets = {
        start - 2: (start, end) for start, end in firms if cased[start - 2 : start] + cased[end : end + 1] == " ()"
    }
    founded = ((_FOUNDED.search(cased, start - 8, start), end) for start, end in firms)
    owned |= {made.start(): (made.start("deed"), end) for made, end in founded if made}
    found: defaultdict[str, list[Span]] = defaultdict(list)
    first = low = 0  # of several joined by "and"; where the one before ends
    last = (0, 0), ""  # what stands before that one, and who it is
    above = None  # the title on the line above
    for at, (start, end, form) in enumerate(people):
        high = people[at + 1][0] if at + 1 < len(people) else len(cased)
        title = TITLE_ABOVE.search(cased, max(low, start - _TITLE_LINES), start)
        # Right between two people it is below the one where the one has none above.
        above = title if title and (above or not at or cased[low : title.start("role")].strip(" *\n")) else None
        line_end = cased.find("\n", end, high)
        stop = line_end if above and line_end > 0 else high
        found[form] += role_spans(cased, (low, start), (end, stop), tokens)
        found[form] += within_role(cased, [above.span("role")] if above else [])
        if _SUCCEEDS.fullmatch(cased, low, start):  # what follows is said of who came after
            later = [span for span in role_spans(cased, last[0], (end, high), tokens) if span[0] >= end]
            found[last[1]] += later
            found[form] += within_role(cased, [(low, stop) for _, stop in later])
        last = (low, start), form
        beside = (employers.get(start), owned.get(end), in_brackets.get(end))
        found[form] += [span for span in beside if span and span[0] not in {first for first, _ in found[form]}]
        low = end
        if not _AND.fullmatch(cased, end, high):
            if at > first:
                before_first = people[first - 1][1] if first else 0, people[first][0]
                shared = shared_before(cased, before_first)
                shared += shared_behind(cased, before_first, (end, high), at + 1 - first)
                for _, _, member in people[first : at + 1]:
                    found[member] += shared
            first = at + 1
    for form, held in organised.items():
        for c in held[:PLACES_PER_FORM]:
            found[form] += kind_spans(cased, c.start, c.end, tokens)
    return found
