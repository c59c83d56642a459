"""Which words of an index say what a word of the other language says: found out by a build, looked up by a question.

What must not live here: what such a match is worth (:mod:`corpus.search.ranking`).
"""

import functools
import sqlite3
from collections.abc import Iterator

from corpus.analysis.bilingual import pairs

MOST_FORMS = 8  # of a word
_WORDS = "SELECT term FROM frequencies WHERE field = 'W'"


def translations(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield words of either language, as lines of units, and the lines of the other that the words of a store allow.

    Those of a word are joined by line breaks, the closest in meaning first.
    """
    places = _places()
    held = {word for (word,) in connection.execute(_WORDS) if word in places}
    found: dict[str, list[str]] = {}
    for english, chinese in (pairs()[place] for place in sorted({place for word in held for place in places[word]})):
        for word, form in ((english, chinese), (chinese, english)):
            if held.issuperset(form.split()):
                found.setdefault(word, []).append(form)
    yield from ((word, "\n".join(forms[:MOST_FORMS])) for word, forms in sorted(found.items()))


@functools.cache
def _places() -> dict[str, list[int]]:
    """Return the places among all pairs of those that a word is part of: a small index looks at few."""
    places: dict[str, list[int]] = {}
    for place, pair in enumerate(pairs()):
        for line in pair:
            for word in line.split():
                places.setdefault(word, []).append(place)
    return places
