"""Chinese names that are said once, between words that stand around a person alone.

What must not live here: names that jieba finds, and what is weighed beside them (:mod:`corpus.who.candidates`).
"""

import re
from collections.abc import Iterator

from corpus.analysis.terms import tag_words
from corpus.who.lexicon import BRACKETS, HONORIFIC_AFTER, TITLE, TITLE_ZH, any_of
from corpus.who.mentions import STRONG, Candidate
from corpus.who.words import COMPOUND_SURNAMES, LISTS, SURNAMES

_NAME = f"(?P<name>(?:(?:{'|'.join(COMPOUND_SURNAMES)})|[{''.join(sorted(SURNAMES))}])[\u3400-\u9fff]{{1,2}}?)"
_TITLED = (
    rf"(?:{TITLE_ZH})(?:\s?\([A-Z][^()\n]{{1,20}}\))?"
    f"@(?:(?:会|将|已经?|也|曾|则|还|就)*(?:继续|{any_of('person_verb')})|[、,。;)]|[和与及])"
)
_FRAMES = [
    re.compile(f"{before}{_NAME}(?={BRACKETS}{any_of('honorific')}?{after})")
    for before, after in (frame.replace("_", " ").split("@") for frame in (*LISTS["frames_zh"], _TITLED))
]
# Of bodies, which hold offices too, and of words that follow a name.
_NEVER_LAST = frozenset("部局厅队会院校组处室厂省市村团某总董姓人中地得着了们元代朝的和与及等并也已将曾仍还均都氏")
_PREPOSITIONS = frozenset("于向任")  # and a verb; surnames all
_ADVERBS = frozenset("曾常连尚")
_UNKNOWN = frozenset(["nr", "nrfg", "nz", "nx", "ng", "zg", "ag", "g", "x"])


def framed_names(cased: str) -> Iterator[Candidate]:
    """Yield the names that are bounded so on both sides."""
    for frame in _FRAMES:
        for match in frame.finditer(cased):
            name = match["name"]
            word, flag = tag_words(name)[0]
            plain = word == name and flag[:2] not in _UNKNOWN  # a word of another sort
            called = TITLE.search(name) or HONORIFIC_AFTER.match(name, 1)
            if not (plain or called or is_phrase(name)) and name[-1] not in _NEVER_LAST:
                yield Candidate(*match.span("name"), name, base=1.0, person=STRONG)


def is_phrase(name: str) -> bool:
    """Whether what begins with a surname's character is an adverb or a pronoun, or one begins it, or a preposition."""
    (first, flag), *rest = tag_words(name)
    named = _UNKNOWN if first in _PREPOSITIONS else {*_UNKNOWN, "n"}
    if rest and first in _PREPOSITIONS | _ADVERBS:
        return any(of not in named for _, of in rest)
    return not rest and flag[0] in "dpcr"
