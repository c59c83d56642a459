"""Term statistics of a collection. What must not live here: where its counts are kept."""

import math


def positive_idf(passages: int, holding: int) -> float:
    """Return ln(1 + (N - n + .5) / (n + .5)), which is above 0 also for a term in every passage.

    Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), eq. 3.3, with 1 added inside as in Lucene.
    """
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))
