"""Which forms of one article are one name: its parts, what it is addressed by, and what a tagger cut short.

What must not live here: which names of several articles are the same (:mod:`corpus.who.groups`).
"""

import re
from collections import defaultdict

from corpus.who.keys import PART_SEPARATORS
from corpus.who.lexicon import any_of
from corpus.who.mentions import NAME_CHARS, STRONG, Candidate, is_sure, total

Forms = defaultdict[str, list[Candidate]]
_BORN = re.compile(r",? \(?nee ")  # another surname: her given name is no short form of somebody else's
_ADDRESS = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? $")
_HONORIFIC = re.compile(any_of("honorific"))


def claim(cased: str, forms: Forms) -> None:
    """Count the places of a form that stands for another one of the article as that one's."""
    _claim_short_forms(cased, forms)
    _claim_addressed(cased, forms)
    _claim_honorifics(forms)
    _claim_cut_names(cased, forms)


def _claim_short_forms(cased: str, forms: Forms) -> None:
    """Count a surname or given name standing alone as the one full name of the article that holds it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for form, held in forms.items():
        parts = PART_SEPARATORS.split(form)
        if len(parts) > 1 and is_sure(total(held), "person"):
            owners[parts[0]].add(form)
            owners[parts[-1]].add(form)
    for part, full in owners.items():
        if len(full) == 1 and part in forms:
            said = total(forms[part])
            owner = next(iter(full))
            if max(said["organisation"], said["product"]) < STRONG:
                forms[owner] += [place for place in forms.pop(part) if not _BORN.match(cased, place.end)]


def _claim_addressed(cased: str, forms: Forms) -> None:
    """Let a surname that the article does not give in full, but says Mr or Mrs to, go with that.

    Else it would be joined to whoever bears it in another article.
    """
    for form in [form for form in forms if form.isalpha() and form[0] < "\u3000"]:
        addressed: dict[str, None] = {}
        for candidate in forms[form]:
            if address := _ADDRESS.search(cased, max(0, candidate.start - 5), candidate.start):
                candidate.start, candidate.form = address.start(), cased[address.start() : candidate.end]
                addressed[candidate.form] = None
        for candidate in forms.pop(form) if addressed else ():
            forms[next(iter(addressed)) if len(addressed) == 1 else candidate.form].append(candidate)


def _claim_cut_names(cased: str, forms: Forms) -> None:
    """Count a Chinese name that jieba cut short, where the article holds all of it elsewhere, as that."""
    for whole in [form for form in forms if len(form) == NAME_CHARS and form[:-1] in forms and form[0] >= "\u3400"]:
        cut = forms[whole[:-1]] if is_sure(total(forms[whole]), "person") else []
        for candidate in [candidate for candidate in cut if cased.startswith(whole, candidate.start)]:
            cut.remove(candidate)
            candidate.end, candidate.form = candidate.start + len(whole), whole
            forms[whole].append(candidate)
        if not forms[whole[:-1]]:
            del forms[whole[:-1]]


def _claim_honorifics(forms: Forms) -> None:
    """Count a surname with a form of address as the one person of that surname whom the article names in full."""
    addressed = [form for form in forms if _HONORIFIC.fullmatch(form, 1)]
    for form in addressed:
        bearers = [other for other in forms if other[0] == form[0] and other not in addressed]
        bearers = [other for other in bearers if len(other) == NAME_CHARS and is_sure(total(forms[other]), "person")]
        if len(bearers) == 1:
            forms[bearers[0]] += forms.pop(form)
