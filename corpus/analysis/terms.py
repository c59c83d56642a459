"""Folded text to terms: words (W), single characters (U) and bigrams (B); Latin stems in each of them.

Terms hold no white space, no punctuation and no symbol but the sign of a currency. What must not live here: which terms
a question keeps.
"""

import functools
import re
import threading
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import Stemmer

from corpus.analysis.segmenter import dictionary_words, search_words, segmenter_name, tag_words

__all__ = [
    "CJK_RUNS",
    "analysis_version",
    "bigram_terms",
    "bigrams_of",
    "dictionary_words",
    "is_cjk",
    "mostly_cjk",
    "needle",
    "stem",
    "tag_words",
    "terms_lines",
    "token_spans",
    "unit_terms",
    "units_line",
    "units_of",
    "word_terms",
]

# Counted up whenever the same text gives other terms or names, folds differently or is cut elsewhere.
RULES = 28

_HAN = "〇々\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_CJK = f"{_HAN}\u3041-\u3096\u30a1-\u30fa\u30fc\uac00-\ud7a3"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_CJK_START = re.compile(f"[{_CJK}]")
_CJK_RUN = re.compile(f"[{_CJK}]+")
CJK_RUNS = re.compile(f"[{_CJK}](?:[{_CJK} ]*[{_CJK}])?")  # of a line of units, with nothing else between them
# A number keeps its decimals; letters and digits are apart, so that GPT4, GPT-4 and GPT 4 are the same. The sign of a
# currency before a number is a term: £18 is no other 18, but 18 finds it.
_TOKEN = re.compile(rf"(?P<cjk>[{_CJK}]+)|(?P<number>\d+(?:\.\d+)*|[$£€¥₩₹₽](?=\d))|(?P<word>[^\W\d_{_CJK}]+)")
_SCRIPT_CHARS = 200  # tell the script of a text
_IRREGULAR = Path(__file__).with_name("irregular.txt")  # a base and its forms; none that is more often another word
_BASES = {form: base for base, *forms in map(str.split, _IRREGULAR.read_text().splitlines()) for form in forms}
_WORD_CHARS = 64  # longer is no word: an address, a key, noise


def analysis_version() -> str:
    """Return what the terms depend on; an index made by another one is out of date."""
    return f"rules {RULES}, {segmenter_name()}, opencc {version('opencc')}, pystemmer {version('PyStemmer')}"


def word_terms(folded: str) -> list[str]:
    """Return the words (field W): search-mode words of Han, bigrams of kana and Hangul, stems, numbers."""
    terms: list[str] = []
    for run, is_cjk in _runs(folded):
        if is_cjk:
            terms += _cjk_words(run)
        else:
            terms.append(run)
    return terms


def terms_lines(folded: str) -> tuple[str, str, tuple[int, int, int]]:
    """Return words between spaces, what :func:`units_line` returns, and how many words, units and bigrams they are."""
    words: list[str] = []
    runs: list[str] = []
    units = bigrams = 0
    for run, is_cjk in _runs(folded):
        runs.append(run)
        words += _cjk_words(run) if is_cjk else (run,)
        units += len(run) if is_cjk else 1
        bigrams += len(run) - 1 if is_cjk else 1
    return " ".join(words), " ".join(runs), (len(words), units, bigrams)


def unit_terms(folded: str) -> list[str]:
    """Return the units (field U): every CJK character, stems, numbers."""
    return units_of(units_line(folded))


def bigram_terms(folded: str) -> list[str]:
    """Return the bigrams (field B): every two neighbouring CJK characters, stems, numbers."""
    return bigrams_of(units_line(folded))


def units_line(folded: str) -> str:
    """Return the runs between single spaces: units and bigrams are counted in it without another analysis."""
    return " ".join(run for run, _ in _runs(folded))


def units_of(line: str) -> list[str]:
    """Return the units of what :func:`units_line` returned."""
    return [unit for run in line.split() for unit in (run if is_cjk(run) else (run,))]


def bigrams_of(line: str) -> list[str]:
    """Return the bigrams of what :func:`units_line` returned; a character between two breaks has none."""
    return [term for run in line.split() for term in (_bigrams(run) if is_cjk(run) else [run])]


@functools.lru_cache(maxsize=8192)
def needle(line: str) -> str:
    """Return what stands in a line of units, with a space at either end, where a part of it does: no word is cut."""
    return f"{'' if is_cjk(line) else ' '}{line}{'' if is_cjk(line[-1]) else ' '}"


def token_spans(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield (run or stem, start, end) in reading order; a CJK run stands whole and untouched."""
    for match in _TOKEN.finditer(folded):
        token = match[0] if match.lastgroup != "word" else stem(match[0])
        yield token, match.start(), match.end()


def is_cjk(run: str) -> bool:
    """Whether a run or term, which is never mixed, is written in CJK characters."""
    return _CJK_START.match(run) is not None


def mostly_cjk(line: str) -> bool:
    """Whether most units at the beginning of a line of units are CJK characters."""
    beginning = line[:_SCRIPT_CHARS]
    runs = _CJK_RUN.findall(beginning)
    return sum(map(len, runs)) > len(beginning.split()) - len(runs)


def _runs(folded: str) -> Iterator[tuple[str, bool]]:
    for cjk, number, word in _TOKEN.findall(folded):
        yield cjk or number or stem(word), cjk != ""


def _cjk_words(run: str) -> list[str]:
    if _HAN_RUN.fullmatch(run):
        return search_words(run)
    words: list[str] = []
    position = 0
    for match in _HAN_RUN.finditer(run):
        words += _loose_words(run[position : match.start()])
        words += search_words(match[0])
        position = match.end()
    return words + _loose_words(run[position:])


def _loose_words(run: str) -> list[str]:
    """Return what stands for words in kana and Hangul, for which there is no dictionary."""
    return _bigrams(run) if len(run) > 1 else list(run)


def _bigrams(run: str) -> list[str]:
    return [run[start : start + 2] for start in range(len(run) - 1)]


class _Stemmers(threading.local):
    """A Porter2 stemmer for each thread: one may not be used from two at once."""

    def __init__(self) -> None:
        self.english = Stemmer.Stemmer("english", 0)  # its cache takes longer than it saves


_stemmers = _Stemmers()


def stem(word: str) -> str:
    """Return the stem of a folded word, of an irregular form that of its base; Porter2 knows endings alone."""
    stemmed: str = _stemmers.english.stemWord(_BASES.get(word, word[:_WORD_CHARS]))
    return stemmed
