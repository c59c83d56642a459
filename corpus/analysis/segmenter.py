"""Han runs to words, by rjieba where it imports and jieba otherwise. Nothing else imports either of them.

What must not live here: which words count (:mod:`corpus.analysis.terms`).
"""

import functools
import importlib
import logging
import os
import re
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, cast

# jieba is quadratic on runs of rare Han: 10,000 take 0.6 s, 100,000 take 23 s.
RUN_CHARS = 400
TAGGED_STRETCHES = 20_000
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]")
_PIECES = re.compile(f"(?s:.){{1,{RUN_CHARS}}}")
_loading = threading.Lock()


def search_words(run: str) -> list[str]:
    """Cut a run of Han characters into words, long words also into their parts (search mode)."""
    cut = _search_cut()
    return [word for piece in _PIECES.findall(run) for word in cut(piece)]


def tag_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a text in order with jieba's part-of-speech flag; joined, the words are the text."""
    tagger = _tagger()
    for piece in _PIECES.findall(text):
        position = 0
        for pair in tagger.cut(_with_known_characters(piece, tagger)):
            yield piece[position : position + len(pair.word)], pair.flag
            position += len(pair.word)


def _with_known_characters(text: str, tagger: ModuleType) -> str:
    """Return the text with 某, which stands for any name, for each Han character that jieba's tag model does not know.

    The model tries every state on these, 10 ms for each; and it takes the rare character of a given name for a word.
    """
    known = tagger.char_state_tab_P
    rare = [character for character in set(text) if character not in known and _HAN.match(character)]
    return text.translate(dict.fromkeys(map(ord, rare), "某")) if rare else text


@functools.cache
def segmenter_name() -> str:
    """Return the name and version of what cuts words; an index says which one it was made with."""
    name = "rjieba" if _rjieba() else "jieba"
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
def _tagger() -> ModuleType:
    _jieba()
    tagger: Any = importlib.import_module("jieba.posseg")
    # Most of the time of tagging goes into the model's search for the same few stretches between known words.
    search = tagger.viterbi
    model = tagger.char_state_tab_P, tagger.start_P, tagger.trans_P, tagger.emit_P
    remembered = functools.lru_cache(TAGGED_STRETCHES)(lambda stretch: search(stretch, *model))
    tagger.viterbi = lambda stretch, *_: remembered(stretch)
    return cast("ModuleType", tagger)


def _jieba() -> ModuleType:
    """Return jieba with its dictionary loaded, once, its cache in no folder that others may write."""
    with _loading:
        jieba = importlib.import_module("jieba")
        if not jieba.dt.initialized:
            jieba.setLogLevel(logging.CRITICAL)
            folder = _cache_folder()
            if folder is not None:
                jieba.dt.tmp_dir = str(folder)
                jieba.dt.initialize()
            else:
                with tempfile.TemporaryDirectory() as passing:
                    jieba.dt.tmp_dir = passing
                    jieba.dt.initialize()
        return jieba


def _cache_folder() -> Path | None:
    """Return a folder that only this user can write, None if there is none: jieba unmarshals whatever lies in it."""
    home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    try:
        folder = Path(home).expanduser() / "footnote" / "jieba"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.lstat()
    except (OSError, RuntimeError):
        return None
    ours = stat.S_ISDIR(state.st_mode) and state.st_uid == os.getuid() and not state.st_mode & 0o077
    return folder if ours and os.access(folder, os.W_OK) else None
