"""Lines that sites put around an article, by how much of a line is cues. What must not live here: the cues."""

import functools
import re
from collections.abc import Sequence

from corpus.reading.cleaning.cues import HEADING, KEYWORDS, LABEL, PHRASE
from corpus.reading.cleaning.prose import first_prose, function_words, last_prose
from corpus.reading.dates import DAY

_CLAUSE = re.compile(r"[^，,。;；!！?？|｜•·>»/\n:：]+")
EDGES = " \t-—–_*#+~•·●○▪◆■►▶»«<>|｜/[]【】()（）《》“”\"'.…、0123456789"
_MAX_CHARS = 600
ENOUGH = 0.6
_OPTION = re.compile(r"(?:[A-Ha-h][.、)）：:]|[○◯□☐◻]|[-•] ?\[ ?\]).{1,60}|.{1,40}\d{1,3}(?:\.\d+)? ?[%％票].{0,8}")
_WORD = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TOKEN = re.compile(r"[^\s,，|｜/>»·•#;；、]+")


@functools.lru_cache(maxsize=1_024)  # several rules ask of the same lines, some of them twice
def cue_share(line: str) -> tuple[float, int]:
    """Return the share of a line's characters in clauses that hold a cue, and the number of such clauses.

    A line too long for its kind has none. Clauses of two Han words and more that spaces part count one by one.
    """
    if len(line) > _MAX_CHARS:
        return 0.0, 0
    clauses = _clauses(line)
    total = sum(map(len, clauses))
    found = [
        clause for clause in clauses if LABEL.fullmatch(clause) or HEADING.fullmatch(clause) or PHRASE.search(clause)
    ]
    return (sum(map(len, found)) / total if total else 0.0), len(found)


def is_site_line(line: str) -> bool:
    """Whether a line, wherever it stands, consists of cues or keywords for the most part."""
    return cue_share(line)[0] >= ENOUGH or KEYWORDS.fullmatch(line.lower()) is not None or _is_token_line(line)


def _words_apart(clause: str) -> list[str]:
    words = clause.split()
    if len(words) > 1 and sum(bool(_HAN.match(word)) for word in words) * 2 >= len(words):
        return [word.strip(EDGES) for word in words]
    return [clause]


def site_lines(paragraphs: Sequence[str]) -> set[int]:
    """Return navigation, share, legal and quiz lines: those that consist of cues for the most part.

    Never touches a paragraph of which less than three fifths are cues, nor, between two paragraphs of prose, one
    sentence with a single phrase: an author may write about rights, votes and apps.
    """
    first, last = first_prose(paragraphs), last_prose(paragraphs)
    cut: set[int] = set()
    for at, line in enumerate(paragraphs):
        share, cues = cue_share(line)
        outside = at < first or at > last or (at == last and at > first)
        if outside and len(paragraphs) > 1 and not _WORD.search(line):
            cut.add(at)
        if share < ENOUGH:
            continue
        label_only = all(LABEL.fullmatch(part) for part in _clauses(line))
        if outside or cues > 1 or label_only:
            cut.add(at)
    return cut


def _clauses(line: str) -> list[str]:
    clauses = [clause.strip(EDGES).lower() for clause in _CLAUSE.findall(DAY.sub(" ", line))]
    return [part for clause in clauses for part in _words_apart(clause) if part]


def quiz_options(paragraphs: Sequence[str]) -> set[int]:
    """Return the options that stand below a quiz or vote line; never a list below anything else."""
    cut: set[int] = set()
    below = False
    for at, line in enumerate(paragraphs):
        if below and _OPTION.fullmatch(line):
            cut.add(at)
        else:
            below = (
                bool(
                    re.search(
                        r"投票|竞猜|競猜|每日一猜|[单單多][选選]|答[题題]|\b(?:poll|quiz|vote)\b", line, re.IGNORECASE
                    )
                )
                and cue_share(line)[0] >= ENOUGH
            )
    return cut


def token_lines(paragraphs: Sequence[str]) -> set[int]:
    """Return menus and keyword headers: lines of many short words without a full stop.

    Only above the first prose or below the last; never touches a line with function words, nor a list inside the
    article.
    """
    first, last = first_prose(paragraphs), last_prose(paragraphs)
    return {
        at
        for at, line in enumerate(paragraphs)
        if (at < first or at > last) and (_is_token_line(line) or KEYWORDS.fullmatch(line.lower().strip(" #")))
    }


def _is_token_line(line: str) -> bool:
    """Whether a line is tokens alone. Title and heading have too few, prose has ends and function words."""
    if re.fullmatch(r"#[^#\n]+#", line):
        return True
    tokens = _TOKEN.findall(line)
    if len(tokens) < 4 or re.search(r"[。！？!?；;]|\.(?:\s|$)", line):
        return False
    by_marks = len(re.findall(r"[,，|｜/>»·•#]", line)) + 1
    long_enough = len(tokens) >= 6 or by_marks >= 4
    short = sum(map(len, tokens)) <= 9 * len(tokens)
    return (
        long_enough and short and function_words(line) * 6 <= len(tokens) and (bool(_HAN.search(line)) or by_marks >= 4)
    )
