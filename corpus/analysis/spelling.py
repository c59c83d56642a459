"""What a speller compares: Latin words as written, and runs of Chinese characters. Everything is in folded form.

What must not live here: the words of an index, and which of them was meant (:mod:`corpus.search.speller`).
"""

import re
from string import ascii_lowercase

LATIN_WORD = re.compile(r"(?<![^\W_\u3400-\u9fff])[a-z\u00df-\u00f6\u00f8-\u024f]{4,32}(?![^\W_\u3400-\u9fff])")
HAN_RUN = re.compile("[\u3400-\u9fff]+")
_LONG = 5  # letters from which the first one may be wrong


def slips(word: str) -> set[str]:
    """Return what is one slip away from a Latin word: a letter less, more or another, or two swapped.

    In a word of four letters the first one stays, or is swapped.
    """
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    free = [(before, rest) for before, rest in halves if before or len(word) >= _LONG]
    less = [before + rest[1:] for before, rest in free]
    swapped = [before + rest[1] + rest[0] + rest[2:] for before, rest in halves if len(rest) > 1]
    others = [before + letter + rest[cut:] for before, rest in free for letter in ascii_lowercase for cut in (0, 1)]
    return {*less, *swapped, *others} - {word}
