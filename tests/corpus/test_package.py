"""What the package gives, and when it loads it."""

import subprocess
import sys

import pytest

import corpus

ANSWERS_ALONE = """
import sys, corpus
corpus.Library
loaded = {"corpus.index.builder", "corpus.reading.folder", "corpus.who.build"} & sys.modules.keys()
assert not loaded, loaded
assert corpus.build_index.__module__ == "corpus.index.builder"
from corpus import *
assert read_folder.__module__ == "corpus.reading.folder"
"""


def test_what_only_answers_loads_neither_reader_nor_builder() -> None:
    """They are half of what an import would load, and come when they are first asked for."""
    subprocess.run([sys.executable, "-c", ANSWERS_ALONE], check=True)


def test_what_there_is_not() -> None:
    """A name that is not given is told as by any module."""
    assert all(hasattr(corpus, name) for name in corpus.__all__)
    with pytest.raises(AttributeError, match=r"module 'corpus' has no attribute 'built_index'"):
        corpus.built_index  # noqa: B018  asking is enough
