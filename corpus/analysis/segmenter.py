"""Han runs to words, by rjieba where it imports and jieba otherwise. Nothing else imports either of them.

What must not live here: which words count (:mod:`corpus.analysis.terms`).
"""

import functools
import importlib.util
import logging
import re
import tempfile
import threading
from collections.abc import Callable
from importlib.metadata import version
from types import ModuleType

from corpus.analysis.user_cache import cache_folder

# jieba is quadratic on runs of rare Han: 10,000 take 0.6 s, 100,000 take 23 s.
RUN_CHARS = 400
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]+")
_PIECES = re.compile(f"(?s:.){{1,{RUN_CHARS}}}")
_UNSURE = frozenset("nxiz")
_NAME_CHARS = 3  # what jieba takes for an idiom of so few characters, and nobody knows, is somebody: 李奕瑾
_loading = threading.Lock()


def search_words(run: str) -> list[str]:
    """Cut a run of Han characters into words, long words also into their parts (search mode)."""
    cut = _search_cut()
    return cut(run) if len(run) <= RUN_CHARS else [word for piece in _PIECES.findall(run) for word in cut(piece)]


def dictionary_words(run: str) -> list[str]:
    """Cut a run of Han characters into the words of the dictionary alone; what none of them holds stands singly."""
    cut = _dictionary_cut()
    return [word for piece in _PIECES.findall(run) for word in cut(piece)]


def tag_words(text: str) -> list[tuple[str, str]]:
    """Return the words of a text in order with jieba's part-of-speech flag; joined, the words are the text.

    The flag is "nx" for a noun that the dictionary does not hold, as most names of companies are.
    """
    tag = _tagger()
    tagged = tag(text) if len(text) <= RUN_CHARS else [one for piece in _PIECES.findall(text) for one in tag(piece)]
    return [_rare(*one) if one[1] in _UNSURE and len(one[0]) > 1 else one for one in tagged]


@functools.lru_cache(maxsize=16_384)
def _rare(word: str, flag: str) -> tuple[str, str]:
    """Flag what is in no dictionary for what it mostly is; the rarest characters stand in given names: 祎, 旻, 翀."""
    if flag != "x" and (_word_test()(word) or (flag != "n" and len(word) != _NAME_CHARS)):
        return word, flag
    return word, "nx" if flag == "n" else "nr" if _HAN.fullmatch(word) else flag


@functools.cache
def segmenter_name() -> str:
    """Return the name and version of what cuts words; an index says which one it was made with.

    Nothing is loaded for that: a build whose words others cut saves the 33 MB of rjieba's dictionary.
    """
    name = "rjieba" if importlib.util.find_spec("rjieba") else "jieba"
    return f"{name} {version(name)}"


@functools.cache
def _rjieba() -> ModuleType | None:
    try:
        return importlib.import_module("rjieba")
    except ImportError:
        return None


@functools.cache
def _search_cut() -> Callable[[str], list[str]]:
    fast = _rjieba()
    if fast is not None:
        cut: Callable[[str], list[str]] = fast.cut_for_search
        return cut
    slow: Callable[[str], list[str]] = _jieba().lcut_for_search
    return slow


@functools.cache
def _dictionary_cut() -> Callable[[str], list[str]]:
    fast = _rjieba()
    if fast is not None:
        return functools.partial(fast.cut, hmm=False)
    return functools.partial(_jieba().lcut, HMM=False)


@functools.cache
def _tagger() -> Callable[[str], list[tuple[str, str]]]:
    fast = _rjieba()
    if fast is not None:
        tag: Callable[[str], list[tuple[str, str]]] = fast.tag
        return tag
    slow = _jieba()
    flags: dict[str, str] = importlib.import_module("jieba.posseg").dt.word_tag_tab
    return lambda piece: [(word, flags.get(word, "x")) for word in slow.cut(piece)]


@functools.cache
def _word_test() -> Callable[[str], bool]:
    fast = _rjieba()
    if fast is not None:
        test: Callable[[str], bool] = fast.has_word
        return test
    frequencies: dict[str, int] = _jieba().dt.FREQ
    return lambda word: bool(frequencies.get(word))


def _jieba() -> ModuleType:
    """Return jieba with its dictionary loaded, once; it unmarshals its cache, which no other may write."""
    with _loading:
        jieba = importlib.import_module("jieba")
        if not jieba.dt.initialized:
            jieba.setLogLevel(logging.CRITICAL)
            folder = cache_folder("jieba")
            if folder is not None:
                jieba.dt.tmp_dir = str(folder)
                jieba.dt.initialize()
            else:
                with tempfile.TemporaryDirectory() as passing:
                    jieba.dt.tmp_dir = passing
                    jieba.dt.initialize()
        return jieba
