"""What the package gives, and when it loads it."""

import os
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


@pytest.mark.parametrize(("chosen", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "4"}, "4")])
def test_numpy_starts_no_threads_of_its_own(chosen: dict[str, str], threads: str) -> None:
    """What multiplies matrices is told so before it is loaded, unless whoever runs it has chosen otherwise."""
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"} | chosen
    asked = "import corpus.article, os; print(os.environ['OPENBLAS_NUM_THREADS'])"
    done = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [threads]


def test_what_there_is_not() -> None:
    """A name that is not given is told as by any module."""
    assert all(hasattr(corpus, name) for name in corpus.__all__)
    with pytest.raises(AttributeError, match=r"module 'corpus' has no attribute 'built_index'"):
        corpus.built_index  # noqa: B018  asking is enough
