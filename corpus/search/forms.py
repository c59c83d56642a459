"""Other forms of what is asked for: names as other articles write them, words of the other language or another region.

What must not live here: how much another form counts (:mod:`corpus.search.ranking`).
"""

import functools
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import cast
from weakref import ref

from corpus.analysis.folding import fold
from corpus.analysis.regions import MOST_CHARS
from corpus.analysis.spelling import spelt_elsewhere
from corpus.analysis.stopwords import FUNCTION_CHARACTERS
from corpus.analysis.terms import is_cjk, needle, token_spans, units_line
from corpus.index.store import Store
from corpus.who.keys import name_key

MOST_FORMS = 64
MEANING_WORDS = 3  # of English that have a meaning of their own together
NAME_WORDS, NAME_CHARS = 4, 10
MOST_VERSIONS = 16  # that a number begins
HALF_CHARS = 2  # of a word that the articles write in two, at least
NAMESAKES = 2  # a form that more than two share says too little
NAMED = 0.5  # of the passages that hold a word: where so many, or more, name somebody or something by it, it is a name
_RUNGS = "rung IN ('key', 'reading', 'part')"
_BEGINNINGS = (
    f"SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM name_lookup WHERE {_RUNGS}"  # noqa: S608  ours
    " AND key >= value AND key < value || char(1114111))"
)
_OWNERS = (
    "SELECT DISTINCT key, owner FROM name_lookup"  # noqa: S608  ours
    f" WHERE {_RUNGS} AND key IN (SELECT value FROM json_each(?))"
)
_FORMS = (
    "SELECT form, kind = 'person' FROM name_form f JOIN name_owner o ON o.id = f.owner"
    " WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY f.mentions DESC, form"
)
_MENTIONS = (
    "SELECT key, sum(mentions) FROM name_form"
    " WHERE owner IS NOT NULL AND key IN (SELECT value FROM json_each(?)) GROUP BY key"
)
_RUN = re.compile("[\u3400-\u9fff]+|[^\\W_\u3400-\u9fff][^\\s_\u3400-\u9fff]*")
_PART = re.compile("[ ·•・‧∙⋅]+")
# Offices in short, in English in full, and in Chinese, whose texts write them in short as well.
_OFFICES = (
    ("ceo", "chief executive", "首席执行官"),
    ("cto", "chief technology officer", "首席技术官"),
    ("cfo", "chief financial officer", "首席财务官"),
    ("coo", "chief operating officer", "首席运营官"),
    ("vp", "vice president", "副总裁"),
)
Forms = tuple[str, ...]


def other_names(store: Store, folded: str) -> dict[Forms, str]:
    """Return a group of lines of units for each name of a question that has other forms, at most 64 in all.

    With each group stands the name, as a line of units. So it is for Latin words that the articles write in one or two,
    and for versions.
    """
    return _unasked(folded, (*_names(ref(store), folded), *_joined(ref(store), folded)))


def asked_names(store: Store, folded: str) -> dict[str, str]:
    """Return the names of a question, each with its line of units: of what the articles use as a name, and no word."""
    asked = {name_key(name): name for name, _ in _names(ref(store), folded)}
    lines = {key: units_line(name) for key, name in asked.items()}
    mentions = store.connection().execute(_MENTIONS, (json.dumps([*asked]),))
    standing = store.document_frequency("W", [*lines.values()])
    return {asked[key]: lines[key] for key, n in mentions if n >= NAMED * standing.get(lines[key], 0)}


def parts_of_names(store: Store, words: Iterable[str]) -> set[str]:
    """Return which of some folded words are names that the articles use, or parts of such."""
    query = f"SELECT key FROM name_lookup WHERE {_RUNGS} AND key IN (SELECT value FROM json_each(?))"  # noqa: S608  ours
    return {key for (key,) in store.connection().execute(query, (json.dumps([*words]),))}


def translations(store: Store, folded: str, words: Sequence[str]) -> dict[Forms, str]:
    """Return a group of lines of units of the other language, or region, for each word that has some, as for names."""
    return _unasked(folded, _translated(ref(store), folded, tuple(words)))


def _unasked(folded: str, groups: Iterable[tuple[str, Forms]]) -> dict[Forms, str]:
    """Return what of some groups a question does not hold itself."""
    line = f" {units_line(folded)} "
    kept: dict[Forms, str] = {}
    for key, group in groups:
        room = MOST_FORMS - sum(map(len, kept))
        new = tuple(form for form in dict.fromkeys(group) if form and form not in line)[:room]
        kept |= {new: units_line(key)} if new else {}
    return kept


def forms_of_words(
    store: Store, folded: str, words: Sequence[str], scripts: Collection[bool] = (True, False)
) -> dict[str, set[str]]:
    """Return the lines of units that may stand for each word of a question, of itself or as part of something named.

    Translations are given only in CJK characters (True), or others (False), where ``scripts`` holds it.
    """
    found: dict[str, set[str]] = {}
    names = (*_names(ref(store), folded), *_joined(ref(store), folded))
    named = ((key.replace(" ", ""), forms) for key, forms in names)
    translated = (
        (key if is_cjk(key) else key.split(), [form for form in forms if is_cjk(form) in scripts])
        for key, forms in _translated(ref(store), folded, tuple(words))
    )
    for whole, forms in (*named, *translated):
        for word in words:
            if forms and word in whole:
                found.setdefault(word, set()).update(forms)
    return found


@functools.lru_cache(maxsize=4)  # one question asks more than once; a store may go while its answers are kept
def _translated(of: "ref[Store]", folded: str, words: tuple[str, ...]) -> tuple[tuple[str, Forms], ...]:
    """Return the words of a question that the other language has words for, in Chinese none that is part of another.

    So are those that another region has Chinese words for; the segmenter need not know them. English ones that the
    articles spell otherwise stand for those.
    """
    words = tuple(word for word in words if word not in FUNCTION_CHARACTERS)
    runs = units_line(folded).split()
    spans = [(at, at + length) for length in range(MEANING_WORDS, 1, -1) for at in range(len(runs) - length + 1)]
    lines = [" ".join(runs[start:end]) for start, end in spans]
    stretches = [
        run[at : at + size]
        for run in filter(is_cjk, runs)
        for size in range(MOST_CHARS, 1, -1)
        for at in range(len(run) - size + 1)
    ]
    known = cast("Store", of()).translations({*words, *lines, *stretches})
    return (
        *_spelt_elsewhere(cast("Store", of()), folded),
        *_met((*lines, *sorted(words, key=len, reverse=True)), known, regional=False),
        *_met(stretches, known, regional=True),
    )


def _spelt_elsewhere(store: Store, folded: str) -> Iterator[tuple[str, Forms]]:
    """Yield the words of a question that the articles spell otherwise alone, as in American English, and how."""
    typed = {stem: folded[start:end] for stem, start, end in token_spans(folded) if not is_cjk(stem)}
    lacking = typed.keys() - store.document_frequency("U", [*typed]).keys()
    spelt = {stem: sorted(map(units_line, spelt_elsewhere(typed[stem]))) for stem in lacking}
    standing = store.document_frequency("U", [*chain.from_iterable(spelt.values())])
    for stem, others in spelt.items():
        if forms := tuple(other for other in others if other in standing):
            yield stem, forms


def _met(keys: Iterable[str], known: Mapping[str, Iterable[str]], *, regional: bool) -> tuple[tuple[str, Forms], ...]:
    """Return the keys, the longest first, with their forms in the other language, or in Chinese of another region."""
    met: dict[str, Forms] = {}
    for key in keys:
        forms = tuple(form for form in known.get(key, ()) if (is_cjk(form) and is_cjk(key)) is regional)
        if forms and not (is_cjk(key) and any(key in longer for longer in met)):
            met[key] = forms
    return tuple(met.items())


@functools.lru_cache(maxsize=4)  # one question asks more than once
def _joined(of: "ref[Store]", folded: str) -> tuple[tuple[str, Forms], ...]:
    """Return Latin words of a question that the articles write otherwise.

    Two as one, one that they lack as two, an office in short or in full, and versions of what a number begins.
    """
    store, latin = cast("Store", of()), _latin(folded)
    known = store.document_frequency("U", [stem for stem, *_ in latin])
    split = [
        (stem, units_line(f"{folded[start:at]} {folded[at:end]}"))
        for stem, start, end in latin
        if stem not in known
        for at in range(start + HALF_CHARS, end - HALF_CHARS + 1)
    ]
    standing = store.document_frequency("U", [half for _, line in split for half in line.split()]).keys()
    found = {key: (one,) for key, one in written_in_one(store, folded).items()}
    for stem, line in split:
        if standing >= {*line.split()}:
            found[stem] = (*found.get(stem, ()), line)
    return (*found.items(), *_offices(store, folded), *_versions(store, folded))


def _offices(store: Store, folded: str) -> Iterator[tuple[str, Forms]]:
    """Yield the offices of a question that the articles write in full where it does in short, or the other way round.

    What is said in the other language is a translation.
    """
    line = f" {units_line(folded)} "
    for short, *written in _OFFICES:
        full, chinese = map(units_line, written)
        asked = next((form for form in (short, full, chinese) if needle(form) in line), None)
        other = full if asked == short else short
        if asked and store.document_frequency("U", other.split()).keys() >= {*other.split()}:
            yield asked, (other,)


def _versions(store: Store, folded: str) -> Iterator[tuple[str, Forms]]:
    """Yield the dotted numbers of a question, and those of the articles that one begins: 2.10 and 2.10.3."""
    for number in {token for token, *_ in token_spans(folded) if "." in token}:
        if longer := store.units_beginning(f"{number}.", MOST_VERSIONS):
            yield number, tuple(longer)


def written_in_one(store: Store, folded: str) -> dict[str, str]:
    """Return every two Latin words beside each other that some article writes as one, as lines of units, with that."""
    pairs = [
        (f"{one} {other}", units_line(folded[start:end] + folded[after:last]))
        for (one, start, end), (other, after, last) in pairwise(_latin(folded))
        if not folded[end:after].strip(" -")
    ]
    standing = store.document_frequency("U", [whole for _, whole in pairs])
    return {key: whole for key, whole in pairs if whole in standing}


def _latin(folded: str) -> list[tuple[str, int, int]]:
    return [one for one in token_spans(folded) if one[0].isalpha() and not is_cjk(one[0])]


@functools.lru_cache(maxsize=4)  # one question asks more than once
def _names(of: "ref[Store]", folded: str) -> tuple[tuple[str, Forms], ...]:
    """Return each name in a question and its other forms, the longest first, none that is part of a longer one.

    What holds the name itself, such as an organisation's that begins with a place, is none: who asks finds it anyway.
    """
    asked = dict(_possible_names(folded))
    connection = cast("Store", of()).connection()
    # Few pairs of characters begin a name, and each may begin as many as nine keys.
    pairs = json.dumps([*{key[:2] for key in asked}])
    begun = {pair for (pair,) in connection.execute(_BEGINNINGS, (pairs,))}
    keys = json.dumps([key for key in asked if key[:2] in begun])
    owners: dict[str, list[int]] = {}
    for key, owner in connection.execute(_OWNERS, (keys,)):
        owners.setdefault(key, []).append(owner)
    met: dict[str, Forms] = {}
    for key in sorted(owners, key=len, reverse=True):
        if len(owners[key]) <= NAMESAKES and not any(key in longer for longer in met):
            forms = connection.execute(_FORMS, (json.dumps(owners[key]),))
            lines = (line for form, person in forms for line in _lines(form, person=person))
            met[key] = tuple(line for line in lines if line and not (is_cjk(key) and key in line))
    return tuple((asked[key], forms) for key, forms in met.items())


def _possible_names(folded: str) -> Iterator[tuple[str, str]]:
    """Yield the key of each run that may be a name, and the run."""
    runs = _RUN.findall(folded)
    for first, run in enumerate(runs):
        if is_cjk(run):
            for start in range(len(run)):
                yield from ((run[start:end],) * 2 for end in range(start + 2, min(len(run), start + NAME_CHARS) + 1))
        else:
            for last in range(first, min(len(runs), first + NAME_WORDS)):
                if is_cjk(runs[last]):
                    break
                name = " ".join(runs[first : last + 1])
                yield name_key(name), name


def _lines(form: str, *, person: bool) -> Iterator[str]:
    """Yield a form as a line of units, and of a person the last part alone: a text that named somebody goes on so."""
    folded = fold(form).text
    yield units_line(folded)
    *before, last = _PART.split(folded)
    if person and before and len(last) > 1:
        yield units_line(last)
