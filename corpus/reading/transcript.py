"""Transcripts and subtitles without their times. What must not live here: who speaks."""

import itertools
import re
from collections.abc import Sequence

from corpus.reading.cleaning import Cut
from corpus.reading.cleaning.prose import ends_sentence
from corpus.reading.credits import is_name
from corpus.reading.plain_text import join_lines

_TIME = r"\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_SPAN = rf"{_TIME}[ ]*-->[ ]*{_TIME}"
_HEAD = re.compile(r"\A\s*WEBVTT\b[^\n]*\n(?:[A-Z][\w-]{1,30}:[^\n]*\n)*")
# As WebVTT, SRT, Whisper and people write them: a span, a time in brackets or one with hours, before whoever speaks or
# behind the name.
_TIMED = re.compile(
    rf"[ ]*(?:\*{{0,2}}(?P<name>[^\W\d][\w .'’·-]{{0,40}}?)\*{{0,2}}[ ])?(?P<time>[\[(](?:{_SPAN}|{_TIME})[\])]"
    rf"|{_SPAN}(?:[ ]+[a-z]+:\S+)*|\d{{1,2}}:\d\d:\d\d(?:[.,]\d{{1,3}})?|\d{{1,3}}:\d\d(?=[ ]*\Z))"
    r"(?P<colon>\*{0,2}[ ]*[:：])?[ |]*(?P<said>.*)"
)
_ALONE = re.compile(r"\d{1,3}:\d\d")  # as players show them, from the first minute on
_CUE = re.compile(rf"-->|[.,]\d{{1,3}}\b|\A{_ALONE.pattern}\Z")
_NUMBER = re.compile(r"[ ]*\d{1,6}[ ]*")
_VOICE = re.compile(r"<v(?:\.[\w.]{1,40})?[ ]([^<>\n]{1,60})>[ ]*")
_TAG = re.compile(rf"</?[biucv](?:\.[\w.]{{1,40}})?>|<{_TIME}>")
_MIN_TIMES = 3


def without_times(text: str) -> tuple[str, tuple[Cut, ...]]:
    """Return a text without the times of what is said in it, and these.

    What is said goes on over the times within its sentence. Never touches a text with less than three times, or whose
    times do not count up, or stand before anything but sentences and names, as chapters and programmes do.
    """
    if len(list(itertools.islice(re.finditer(_TIME, text), _MIN_TIMES))) < _MIN_TIMES:
        return text, ()
    lines = _HEAD.sub("", text).split("\n")
    timed = [_timed(line) for line in lines]
    if not _is_transcript([match for match in timed if match]):
        return text, ()
    places = _shown_once(lines, timed)
    lines, timed = [lines[at] for at in places], [timed[at] for at in places]
    kept: list[str] = []
    goes_on = apart = False
    for line, match, following in itertools.zip_longest(lines, timed, timed[1:]):
        if match is None and following is not None and "-->" in following["time"] and _NUMBER.fullmatch(line):
            continue
        said = line if match is None else match["said"]
        name = match and (match["name"] or (is_name(said) and said))
        if name:
            said = f"{name}: {'' if said == name else said}".rstrip()
        goes_on = goes_on and (match is not None or not (apart and line.strip()))
        if said and goes_on and not name and kept and not ends_sentence(kept[-1]):
            kept[-1] = join_lines((kept[-1], said.strip()))
        elif said or not (match or goes_on):
            kept += ["", said] if (match or apart) and kept and kept[-1] else [said]
        goes_on = goes_on if match is None else bool(name or _CUE.search(match["time"]))
        apart = not line.strip()
    cuts = tuple(Cut(rule="time", text=match["time"]) for match in timed if match)
    return _TAG.sub("", _VOICE.sub(r"\n\1: ", "\n".join(kept))), cuts


def _shown_once(lines: Sequence[str], timed: Sequence[re.Match[str] | None]) -> Sequence[int]:
    """Return the places of all lines; of captions that roll, those of lines that do not only repeat the one before.

    So a third of them do at least: each is shown again above the next one.
    """
    plain = [_TAG.sub("", line).strip() for line in lines]
    said = [at for at, line in enumerate(plain) if line and not timed[at] and not _NUMBER.fullmatch(line)]
    again = {at for before, at in itertools.pairwise(said) if plain[before] == plain[at]}
    rolls = len(again) * 3 > len(said)
    return [at for at, line in enumerate(plain) if line and at not in again] if rolls else range(len(lines))


def _timed(line: str) -> re.Match[str] | None:
    """Return what a line with a time says, None for any other."""
    match = _TIMED.fullmatch(line)
    return None if match and match["name"] and match["said"] and not match["colon"] else match


def _is_transcript(timed: Sequence[re.Match[str]]) -> bool:
    spoken = [_CUE.search(match["time"]) or match["name"] or _is_spoken(match["said"]) for match in timed]
    seconds = [_seconds(match["time"]) for match in timed]
    back = sum(later < earlier for earlier, later in itertools.pairwise(seconds))
    begun = any(not _ALONE.fullmatch(match["time"]) for match in timed) or seconds[:1] < [60]
    return begun and len(timed) >= _MIN_TIMES and sum(map(bool, spoken)) * 2 > len(timed) and back * 10 <= len(timed)


def _is_spoken(said: str) -> bool:
    return not said or ends_sentence(said) or said[-1] in ":：" or is_name(said)


def _seconds(time: str) -> int:
    """Return how many seconds the first time of a line stands for."""
    first = re.split(r"[.,]|-->", time.strip("[( "))[0].strip("]) ")
    return sum(int(part) * 60**place for place, part in enumerate(reversed(first.split(":"))))
