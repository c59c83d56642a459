"""The formulas, against figures worked out by hand."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from corpus.summary.ranking import (
    LENGTH_POWER,
    SAME_STATEMENT,
    SECTION_ROWS,
    bm25_vectors,
    centroid_scores,
    choose,
    cosines,
    coverage,
    scaled,
    taken_up,
)


def test_bm25_weighs_a_term_by_rarity_count_and_length() -> None:
    """Idf x tf (k1 + 1) / (tf + k1 (1 - b + b length / average)), with k1 = 1.2 and b = .75."""
    vectors = bm25_vectors([{"tide": 2, "pump": 1}, {"pump": 1}], {"tide": 2.0, "pump": 1.0})
    assert vectors[0, 0] == pytest.approx(2 * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 3 / 2)))
    assert vectors[1].tolist() == pytest.approx([0, 2.2 / (1 + 1.2 * (0.25 + 0.75 * 1 / 2))])


def test_cosines_of_nothing_are_nothing() -> None:
    """A sentence without terms is like no other, itself included."""
    assert cosines(np.array([[3.0, 4.0], [0.0, 0.0], [4.0, 3.0]])) == pytest.approx(
        np.array([[1, 0, 0.96], [0, 0, 0], [0.96, 0, 1]])
    )


def test_the_centroid_is_the_sum_of_all() -> None:
    """The cosine with (2, 1) of (1, 0) and of (1, 1)."""
    assert centroid_scores(np.array([[1.0, 0.0], [1.0, 1.0]])) == pytest.approx([2 / math.sqrt(5), 3 / math.sqrt(10)])


def test_what_follows_takes_up_what_was_said() -> None:
    """A row counts its likeness to the rows after it and 0.3 of that to those before, up to 80 of either."""
    similar = np.array([[1.0, 0.5, 0.25], [0.5, 1.0, 0.0], [0.25, 0.0, 1.0]])
    assert taken_up(similar).tolist() == pytest.approx([0.75, 0.15, 0.075])
    assert taken_up(np.ones((200, 200)))[[0, 10, 199]].tolist() == pytest.approx([80, 80 + 3, 0.3 * SECTION_ROWS])


def test_coverage_is_a_share_of_idf() -> None:
    """Of the wanted idf of 4, a sentence with the rare term alone holds three quarters."""
    idf = {"tide": 3.0, "pump": 1.0}
    assert coverage([{"tide": 1}, {"rain": 1}], Counter(["tide", "pump"]), idf).tolist() == [0.75, 0.0]
    assert coverage([{"tide": 1}], Counter(["fog"]), idf).tolist() == [0.0]


def test_scaling_leaves_zeros() -> None:
    """The highest becomes 1; nothing but zeros stays so."""
    assert scaled(np.array([1.0, 4.0])).tolist() == [0.25, 1.0]
    assert scaled(np.zeros(2)).tolist() == [0.0, 0.0]


def test_relevance_gives_way_to_novelty() -> None:
    """By hand: after row 0, .7 x .9 - .3 x .5 = .48 for row 1 falls behind .7 x .75 - 0 = .525 for row 2."""
    similar = np.array([[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1.0]])
    assert choose(np.array([1.0, 0.9, 0.75]), similar, [10, 10, 10], 30) == [0, 2, 1]


def test_a_score_counts_by_its_length() -> None:
    """Of two, the one a quarter as long is worth 4 ** .4 = 1.74 times as much."""
    assert pytest.approx(1.74, abs=0.01) == 4**LENGTH_POWER
    assert choose(np.array([1.0, 0.6]), np.eye(2), [40, 10], 50) == [1, 0]
    assert choose(np.array([1.0, 0.55]), np.eye(2), [40, 10], 50) == [0, 1]


def test_what_leans_comes_with_what_it_leans_on() -> None:
    """Row 1 takes row 0 along, if both fit; its worth is that of both over their length."""
    scores, along = np.array([0.1, 1.0, 0.5]), [(), (0,), ()]
    assert choose(scores, np.eye(3), [10, 10, 10], 20, along) == [2, 0]
    assert choose(np.array([0.8, 1.0, 0.1]), np.eye(3), [10, 10, 10], 20, along) == [0, 1]
    assert choose(np.array([0.5, 3.0, 0.1]), np.eye(3), [10, 10, 10], 30, along) == [0, 1, 2]
    assert choose(np.array([0.5, 3.0, 0.1]), np.eye(3), [10, 10, 10], 15, along) == [0]


def test_what_was_said_is_passed_over() -> None:
    """Two of nearly the same words are never both chosen, however much room is left."""
    similar = np.array([[1.0, SAME_STATEMENT], [SAME_STATEMENT, 1.0]])
    assert choose(np.array([1.0, 0.9]), similar, [5, 5], 1000) == [0]


def test_crowding_is_taken_off() -> None:
    """A row that crowds the chosen ones waits for another."""
    crowding = np.array([[0.0, 0.5, 0.0], [0.5, 0.0, 0.0], [0.0, 0.0, 0.0]])
    assert choose(np.array([1.0, 0.9, 0.8]), np.eye(3), [4, 4, 4], 8, crowding=crowding) == [0, 2]


@given(
    st.integers(0, 8).flatmap(
        lambda n: st.tuples(
            nps.arrays(float, n, elements=st.floats(-2, 5)),
            nps.arrays(float, (n, 3), elements=st.floats(0, 3)),
            st.lists(st.integers(1, 50), min_size=n, max_size=n),
        )
    ),
    st.integers(-5, 120),
)
def test_the_budget_holds(given_rows: tuple[np.ndarray, np.ndarray, list[int]], budget: int) -> None:
    """Whatever the scores and lengths, no row comes twice and the lengths stay within the budget."""
    scores, vectors, lengths = given_rows
    along = [(row - 1,) if row % 2 else () for row in range(len(scores))]
    chosen = choose(scores, cosines(vectors), lengths, budget, along)
    assert all(set(along[row]) <= set(chosen) for row in chosen)
    assert len(set(chosen)) == len(chosen)
    assert sum(lengths[row] for row in chosen) <= max(0, budget)
