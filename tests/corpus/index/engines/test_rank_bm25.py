"""The rank-bm25 engine: its scores beside the library it is built on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from corpus.index.engines.rank_bm25 import PostingsOkapi
from corpus.index.statistics import positive_idf

WORDS = st.sampled_from(["tide", "lamp", "gull", "钟", "灯塔"])
NOT_ROUNDED = 40  # the length of a passage


@given(st.lists(st.lists(WORDS, min_size=1, max_size=NOT_ROUNDED), min_size=1), st.lists(WORDS))
def test_scores_are_those_of_rank_bm25(passages: list[list[str]], question: list[str]) -> None:
    """With our idf put into rank_bm25's own class, its scores and ours are the same."""
    theirs = BM25Okapi(passages, k1=0.4, b=0.9)
    theirs.idf = {
        word: positive_idf(len(passages), sum(word in passage for passage in passages)) for word in theirs.idf
    }
    ours = PostingsOkapi(passages, k1=0.4, b=0.9)
    assert np.allclose(ours.get_scores(question), theirs.get_scores(question))


def test_the_idf_is_above_nothing() -> None:
    """A term in half of the passages, which scores 0 in rank_bm25, still counts, and a rarer one counts more."""
    assert positive_idf(2, 1) == pytest.approx(np.log(2))
    assert positive_idf(10, 10) == pytest.approx(np.log(1 + 0.5 / 10.5))
    assert positive_idf(10, 1) > positive_idf(10, 9) > 0


def test_long_passages_are_rounded_as_in_lucene() -> None:
    """Up to 40 a length stands as it is; a longer one loses what does not fit into four bits beside its size."""
    lengths = [1, 24, 39, 40, 41, 43, 57, 100, 1000]
    assert PostingsOkapi([["tide"] * n for n in lengths]).doc_len.tolist() == [1, 24, 39, 40, 40, 42, 56, 96, 984]
