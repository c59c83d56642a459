"""Lines that sites put around an article, by how much of a line is cues. What must not live here: the cues."""

import functools
import re
from collections.abc import Sequence
from pathlib import Path

from corpus.analysis.folding import fold
from corpus.reading.cleaning.prose import ends_sentence, first_prose, function_words
from corpus.reading.cleaning.site_words import site_words
from corpus.reading.dates import DAY
from corpus.word_lists import patterns

_CUES = {name: re.compile("|".join(cues)) for name, cues in patterns(Path(__file__).with_name("cues.txt")).items()}
_EDGES = " \t-—–_*#+~•·●○▪◆■►▶▲▼↑↓→←※»«<>|/[]【】()《》“”\"'.…、0123456789"
MOSTLY = 0.6
FILLED = 0.9
_SOME_CUES, _SOME_STRONG = 0.5, 0.3
_ASKS = re.compile(r"[?？!！]$")

_MAX_CHARS = 600
_CLAUSE = re.compile(r"(?:[^,.。;!?|•·>»/\n:【】]|\.(?!\s|$))+")
_ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+|\+?\d[\d -]{6,18}\d")
_PATH = re.compile(r"^[^>»›]{2,20}(?: ?[>»›] ?[^>»›]{2,80}){2,5}$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TOKEN = re.compile(r"[^\s,|/>»•#;、_]+")
_TOKEN_MARK = re.compile(r"[,|/>»•#_]| · ")


@functools.lru_cache(maxsize=1_024)  # several rules ask of the same lines, most of them in every round
def folded_line(line: str) -> str:
    """Return a line as the cues are written; none of a line too long to be of a site."""
    return fold(line).text.strip() if len(line) <= _MAX_CHARS else ""


@functools.lru_cache(maxsize=1_024)
def cue_share(line: str) -> tuple[float, int]:
    """Return the share of a line's characters in clauses that hold a cue, dates aside, and how many such clauses.

    Words that spaces part count one by one where half of them are Han.
    """
    clauses = _clauses(line)
    found = [part for part in clauses if _has_cue(part)]
    total = sum(map(len, clauses))
    return (sum(map(len, found)) / total if total else 0.0), len(set(found))


def is_site_line(line: str, enough: float = MOSTLY) -> bool:
    """Whether a line consists of cues or keywords for the most part, or of words of sites in a share of its letters."""
    if "\n" not in line and _is_token_line(folded_line(line)):  # a table or a list is of tokens, too
        return True
    return is_site_wording(line, enough)


def is_site_wording(line: str, enough: float) -> bool:
    """Whether a line is a site's by its words, however many tokens it is of, or the path to a page."""
    folded = folded_line(line)
    if cue_share(line)[0] >= MOSTLY or _CUES["keywords"].fullmatch(folded.strip(" #")) or _PATH.search(folded):
        return True
    words = site_words(folded)
    if _ASKS.search(line):
        return bool(words.strong) and words.share > FILLED
    return bool(words.strong) and words.share >= enough and not ends_sentence(line)


def is_partly_site(line: str) -> bool:
    """Whether half of a line is cues, or a third of its letters words only sites need."""
    folded = folded_line(line)
    return cue_share(line)[0] >= _SOME_CUES or site_words(folded).strong_share >= _SOME_STRONG


def site_lines(paragraphs: Sequence[str]) -> set[int]:
    """Return what sites set between two paragraphs: lines of several cues, or of one that no author writes alone.

    Never touches a paragraph of which less than three fifths are cues: an author may write about rights and votes.
    """
    return {at for at, line in enumerate(paragraphs) if len(paragraphs) > 1 and _is_inserted(line)}


def _is_inserted(line: str) -> bool:
    """Whether a line is a site's wherever it stands."""
    share, cues = cue_share(line)
    if _is_filled(folded_line(line)) and not ends_sentence(line.rstrip("….")):
        return True
    return (share >= MOSTLY and cues > 1) or is_insert(line)


def is_insert(line: str) -> bool:
    """Whether a line is one that sites set between two paragraphs."""
    return _CUES["insert"].fullmatch(folded_line(line)) is not None


def boxes(paragraphs: Sequence[str]) -> set[int]:
    """Return riddles and votes with their options, and headings of other articles below the first prose with theirs.

    Never touches a list below anything else.
    """
    cut: set[int] = set()
    first = first_prose(paragraphs)
    for at, line in enumerate(paragraphs):
        folded = folded_line(line)
        begins = _CUES["quiz"].fullmatch(folded) or (at > first and heads_list(line))
        if begins or (at - 1 in cut and _CUES["boxed"].fullmatch(folded)):
            cut.add(at)
    return cut


def heads_list(line: str) -> bool:
    """Whether a line stands above a list of other articles, or points to one of them."""
    folded = folded_line(line)
    if _CUES["heading"].fullmatch(folded.strip(_EDGES + ":")) or _CUES["keywords"].fullmatch(folded):
        return True
    return _CUES["turn"].fullmatch(folded.strip(" -•·|[]【】")) is not None


def names_event(line: str) -> bool:
    """Whether a line begins with a notice's label: where something happens, or who is there."""
    return _CUES["event"].match(folded_line(line)) is not None


def is_no_title(line: str) -> bool:
    """Whether a line may stand above a text and is never its title."""
    return _CUES["untitled"].fullmatch(folded_line(line)) is not None


def is_section(line: str) -> bool:
    """Whether a line is the name of a section of a site, with those below it, or looks like that of a paper."""
    return _CUES["section"].fullmatch(folded_line(line)) is not None


def _clauses(line: str) -> list[str]:
    words: list[str] = []
    for clause in _CLAUSE.findall(_ADDRESS.sub(" ", DAY.sub(" ", folded_line(line)))):
        parts = clause.split()
        by_word = len(parts) > 1 and sum(bool(_HAN.match(part)) for part in parts) * 2 >= len(parts)
        words += (part.strip(_EDGES) for part in (parts if by_word else [clause]))
    return [word for word in words if word]


def _has_cue(clause: str) -> bool:
    return _is_label(clause) or _CUES["phrase"].search(clause) is not None


def _is_label(clause: str) -> bool:
    return bool(_is_filled(clause) or _CUES["label"].fullmatch(clause) or _CUES["heading"].fullmatch(clause))


def _is_filled(folded: str) -> bool:
    words = site_words(folded)
    return words.share > FILLED and len(words.strong) > 1


def _is_token_line(folded: str) -> bool:
    """Whether a line is tokens alone. Title and heading have too few, prose has ends and function words."""
    label, colon, _ = folded.partition(":")
    tokens = _TOKEN.findall(folded)
    if (colon and site_words(label).share < MOSTLY) or len(tokens) < 4 or re.search(r"[。!?;]|\.(?:\s|$)", folded):
        return False
    by_marks = len(_TOKEN_MARK.findall(folded)) + 1
    words = all(len(token) <= 6 and _HAN.search(token) for token in tokens)
    if by_marks < 4 and not words and (len(tokens) < 6 or not _HAN.search(folded)):
        return False
    return function_words(folded) * 6 <= len(tokens)
