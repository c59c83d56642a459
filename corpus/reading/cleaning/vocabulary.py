"""How much of a line's words a text knows. What must not live here: what follows from it."""

import re

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_MIN_LATIN = 4
_ASKED_CHARS = 200


def known_share(line: str, body: str) -> float:
    """Return the share of a line's pairs of Han characters and longer Latin words that stand in a text.

    Only the first 200 characters of the line are asked.
    """
    text = body.lower()
    runs = _RUN.findall(line[:_ASKED_CHARS].lower())
    words = [run[at : at + 2] for run in runs if run[0] >= "\u3400" for at in range(max(1, len(run) - 1))]
    words += [run for run in runs if run[0] < "\u3400" and len(run) >= _MIN_LATIN]
    return sum(word in text for word in words) / len(words) if words else 0.0
