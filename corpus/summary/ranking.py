"""How much a sentence says of its text, by several formulas, and which sentences together say most in a budget.

Pure numbers in and out. What must not live here: text and articles.
"""

from collections.abc import Container, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

RELEVANCE = 0.7  # of relevance against novelty
SAME_STATEMENT = 0.6  # cosine above which two sentences say the same
LENGTH_POWER = 0.4  # by which a length divides a score
SECTION_ROWS = 80  # how far back a sentence can take up what was said
BACKWARD = 0.3  # what likeness to a row before counts, beside one to a row after
_K1, _B = 1.2, 0.75


def bm25_vectors(counts: Sequence[Mapping[str, int]], idf: Mapping[str, float]) -> Vector:
    """Return a row for each sentence and a column for each term: BM25's weight of the term in the sentence."""
    columns = {term: column for column, term in enumerate(dict.fromkeys(term for count in counts for term in count))}
    vectors = np.zeros((len(counts), len(columns)))
    lengths = [sum(count.values()) for count in counts]
    average = sum(lengths) / max(1, len(lengths)) or 1.0
    for row, (count, length) in enumerate(zip(counts, lengths, strict=True)):
        for term, times in count.items():
            damped = times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * length / average))
            vectors[row, columns[term]] = idf.get(term, 0.0) * damped
    return vectors


def cosines(vectors: Vector) -> Vector:
    """Return the cosine of each two rows; a row of zeros is like nothing."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)
    similar: Vector = unit @ unit.T
    return similar


def centroid_scores(vectors: Vector) -> Vector:
    """Return the cosine of each row with the sum of all (Radev et al. 2004)."""
    if not vectors.size:
        return np.zeros(len(vectors))
    scores: Vector = cosines(np.vstack([vectors, vectors.sum(axis=0)]))[-1, :-1]
    return scores


def taken_up(similar: Vector) -> Vector:
    """Return how far the rows after each one are like it: centrality along the text (Zheng and Lapata 2019, eq. 5).

    Likeness to what stands before counts less, or nothing of a second half would be shown. What stands over 80 rows
    away counts nothing, so that each part of a long text has sentences that it takes up.
    """
    rows = np.arange(len(similar))
    ahead = rows[None, :] - rows[:, None]
    links: Vector = np.where(ahead > 0, similar, BACKWARD * similar)
    sums: Vector = np.where((ahead != 0) & (abs(ahead) <= SECTION_ROWS), links, 0.0).sum(axis=1)
    return sums


def scaled(scores: Vector) -> Vector:
    """Return scores of which the highest is 1; all zeros stay so."""
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else scores


def coverage(texts: Sequence[Container[str]], wanted: Iterable[str], idf: Mapping[str, float]) -> Vector:
    """Return which share of the idf of the wanted terms, all distinct, each text holds."""
    worth = [(term, idf.get(term, 0.0)) for term in wanted]
    whole = sum(share for _, share in worth)
    held = [sum(share for term, share in worth if term in text) for text in texts]
    return np.array(held) / whole if whole else np.zeros(len(texts))


def choose(
    scores: Vector,
    similar: Vector,
    lengths: Sequence[int],
    budget: int,
    along: Sequence[tuple[int, ...]] = (),
    crowding: Vector | None = None,
) -> list[int]:
    """Return the rows that maximal marginal relevance takes within a budget (Carbonell and Goldstein 1998, eq. 1).

    A score counts by a power of its length, as budgets ask for (Lin and Bilmes 2010, eq. 8). A row of which a chosen
    one says the same is passed over. ``along`` names the rows that each row takes along where they are not chosen yet:
    together they count by their mean score and whole length. ``crowding`` holds, like ``similar``, what each row takes
    off each other once it is chosen. The order is that of choosing, ascending for those that come together; the lengths
    together never exceed the budget.
    """
    positive = np.maximum(scores, 0.0)
    highest = (positive / np.maximum(lengths, 1) ** LENGTH_POWER).max(initial=0.0) or 1.0
    taken = np.eye(len(scores))  # each row, and which others it takes along
    for row, others in enumerate(along):
        taken[row, others] = 1.0
    likest, crowded = np.zeros(len(scores)), np.zeros(len(scores))  # to the chosen row that is most like each
    may_be = np.ones(len(scores), np.bool_)
    chosen: list[int] = []
    left = budget
    while True:
        whole = taken @ np.asarray(lengths)
        may_be &= (likest < SAME_STATEMENT) & (whole <= left)
        if not may_be.any():
            return chosen
        mean = taken @ positive / np.maximum(taken.sum(axis=1), 1)
        worth = mean / np.maximum(whole, 1) ** LENGTH_POWER / highest
        gain = RELEVANCE * worth - (1 - RELEVANCE) * (taken * likest).max(axis=1) - crowded
        best = int(np.where(may_be, gain, -np.inf).argmax())
        for row in np.flatnonzero(taken[best]).tolist():
            chosen.append(row)
            left -= lengths[row]
            likest = np.maximum(likest, similar[row])
            crowded += 0.0 if crowding is None else crowding[row]
        may_be[chosen] = False
        taken[:, chosen] = 0.0
