"""Other forms of what a question names: known names as other articles write them, and common words of two languages.

What must not live here: how much another form counts (:mod:`corpus.search.ranking`).
"""

import functools
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.analysis.folding import fold
from corpus.analysis.terms import is_cjk, units_line
from corpus.index.store import Store
from corpus.who.keys import name_key

# A line is words of English, a bar, and words of Chinese that may say the same; which of them is meant is not known.
_GLOSSARY = Path(__file__).with_name("glossary.txt")
MOST_FORMS = 64
NAME_WORDS, NAME_CHARS = 4, 10
NAMESAKES = 2  # a form that more than two share says too little
_OWNERS = (
    "SELECT DISTINCT key, owner FROM name_lookup"
    " WHERE rung IN ('key', 'reading', 'part') AND key IN (SELECT value FROM json_each(?))"
)
_FORMS = "SELECT form FROM name_form WHERE owner IN (SELECT value FROM json_each(?)) ORDER BY mentions DESC, form"
_RUN = re.compile("[\u3400-\u9fff]+|[^\\W_\u3400-\u9fff][^\\s_\u3400-\u9fff]*")
_PART = re.compile("[ ·•・‧∙⋅]+")


def other_forms(store: Store, folded: str, words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return a group of lines of units for each name and word of a question that has other forms, at most 64 in all."""
    line = f" {units_line(folded)} "
    names = (forms for _, forms in _names(store, folded))
    groups = [*names, *(_glossary().get(word, ()) for word in words)]
    kept: list[tuple[str, ...]] = []
    for group in groups:
        room = MOST_FORMS - sum(map(len, kept))
        new = tuple(form for form in dict.fromkeys(group) if form and form not in line)[:room]
        kept += [new] if new else []
    return tuple(kept)


def forms_of_words(store: Store, folded: str, words: Sequence[str]) -> dict[str, set[str]]:
    """Return the lines of units that may stand for each word of a question, of itself or as part of a name."""
    found = {word: {*_glossary().get(word, ())} for word in words}
    for key, forms in _names(store, folded):
        for word in words:
            if word in key.replace(" ", ""):
                found[word].update(forms)
    return {word: forms for word, forms in found.items() if forms}


def is_common(term: str) -> bool:
    """Whether a stem is that of a common English word, or of a part of one."""
    return term in _common()


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(run for line in _glossary() for run in line.split())


@functools.lru_cache(maxsize=4)  # one question asks more than once
def _names(store: Store, folded: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return key and other forms of each name in a question, the longest first, none that is part of a longer one."""
    keys = json.dumps([*dict.fromkeys(_possible_names(folded))])
    owners: dict[str, list[int]] = {}
    for key, owner in store.connection().execute(_OWNERS, (keys,)):
        owners.setdefault(key, []).append(owner)
    met: dict[str, tuple[str, ...]] = {}
    for key in sorted(owners, key=len, reverse=True):
        if len(owners[key]) <= NAMESAKES and not any(key in longer for longer in met):
            forms = store.connection().execute(_FORMS, (json.dumps(owners[key]),))
            met[key] = tuple(line for (form,) in forms for line in _lines(form) if line)
    return tuple(met.items())


def _possible_names(folded: str) -> Iterator[str]:
    runs = _RUN.findall(folded)
    for first, run in enumerate(runs):
        if is_cjk(run):
            for start in range(len(run)):
                yield from (run[start:end] for end in range(start + 2, min(len(run), start + NAME_CHARS) + 1))
        else:
            for last in range(first, min(len(runs), first + NAME_WORDS)):
                if is_cjk(runs[last]):
                    break
                yield name_key(" ".join(runs[first : last + 1]))


def _lines(form: str) -> Iterator[str]:
    """Yield a form as a line of units, and its last part alone: a text that named somebody once goes on so."""
    folded = fold(form).text
    yield units_line(folded)
    *before, last = _PART.split(folded)
    if before and len(last) > 1:
        yield units_line(last)


@functools.cache
def _glossary() -> dict[str, tuple[str, ...]]:
    """Return for each word, as a term, the lines of units that may say the same in the other language."""
    found: dict[str, dict[str, None]] = {}
    for line in _GLOSSARY.read_text(encoding="utf-8").splitlines():
        english, chinese = ([units_line(fold(word).text) for word in part.split()] for part in line.split("|"))
        for ours, theirs in ((english, chinese), (chinese, english)):
            for word in ours:
                found.setdefault(word, {}).update(dict.fromkeys(theirs))
    return {word: tuple(forms) for word, forms in found.items()}
