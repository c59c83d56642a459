"""What a speller compares: Latin words as written, and runs of Chinese characters. Everything is in folded form.

What must not live here: the words of an index, and which of them was meant (:mod:`corpus.search.speller`).
"""

import re

LATIN_WORD = re.compile(r"(?<![^\W_\u3400-\u9fff])[a-z\u00df-\u00f6\u00f8-\u024f]{4,32}(?![^\W_\u3400-\u9fff])")
HAN_RUN = re.compile("[\u3400-\u9fff]+")
