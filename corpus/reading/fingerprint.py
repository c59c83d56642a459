"""What a text is told by when copies of it are looked for. What must not live here: which texts are one.

Texts are taken as folded words (single Han characters, words of other scripts), so that script, width, case,
punctuation and layout make no difference.
"""

import hashlib
import itertools
import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.analysis.folding import fold

# Twelve bands of three: a pair whose shingles have Jaccard .75 meets in one of them in 99.8% of cases, .6 in 95%, .1 in
# 1%; the shingles themselves decide then.
BANDS, BAND_BYTES = 12, 8
_ROWS = 3
_SEED = 1
_DIGEST_BYTES = 16
_SHINGLE_WORDS = 5
# MinHash is asked for a first part only; a book is told by that.
_SKETCHED_WORDS = 20_000
_WIDE = r"\u3040-\u30ff\u3400-\u9fff\U00020000-\U000323af"
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_WORD = re.compile(rf"[{_WIDE}]|[^\W_{_WIDE}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What tells cheaply whether a text may repeat another.

    ``digest`` is equal where the folded letters and digits are; ``bands`` are 12 hashes of 8 bytes, and texts that
    share none are hardly near each other. Other lengths are a ValueError.
    """

    digest: bytes
    bands: bytes

    def __post_init__(self) -> None:
        if len(self.digest) != _DIGEST_BYTES or len(self.bands) != BANDS * BAND_BYTES:
            raise ValueError("no fingerprint")


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of an article's text, in time linear in its length."""
    import rensa  # noqa: PLC0415  only a worker needs it

    folded = fold(text).text
    words = first_words(folded, _SKETCHED_WORDS)
    sketch = rensa.RMinHash(num_perm=BANDS * _ROWS, seed=_SEED)
    sketch.update(list(shingles(words)))
    least = sketch.digest()
    rows = (struct.pack("<3I", *least[start : start + _ROWS]) for start in range(0, len(least), _ROWS))
    bands = b"".join(hashlib.blake2b(row, digest_size=BAND_BYTES).digest() for row in rows)
    letters = _BETWEEN_WORDS.sub("", folded).encode("utf-8", "replace")
    return Fingerprint(digest=hashlib.sha256(letters).digest()[:_DIGEST_BYTES], bands=bands)


def first_words(folded: str, limit: int) -> list[str]:
    """Return the first words of a folded text as they are compared; a list of all those of a book takes 200 MB."""
    return [match[0] for match in itertools.islice(_WORD.finditer(folded), limit)]


def shingles(words: Sequence[str]) -> Iterator[str]:
    """Yield each run of five words; the whole where there are fewer."""
    for start in range(max(1, len(words) - _SHINGLE_WORDS + 1)):
        yield " ".join(words[start : start + _SHINGLE_WORDS])
