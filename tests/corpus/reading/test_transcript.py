"""Transcripts and subtitles without their times."""

import pytest

from corpus.reading.document import Document, read_documents
from corpus.reading.transcript import without_times

SAID = ("The harbour reopened", "this winter.", "Six boats are due.")


@pytest.mark.parametrize(
    "transcript",
    [  # what stands before each part
        ("[00:00:00.240 --> 00:00:03.440] ", "[00:00:03.440 --> 00:00:09.000]  ", "[00:01:09.000 --> 00:01:14.000] "),
        ("1\n00:00:00,240 --> 00:00:03,440\n", "2\n00:00:03,440 --> 00:00:09,000\n", "3\n00:01:00,0 --> 00:01:01,0\n"),
        ("WEBVTT\nKind: x\n\n00:00.2 --> 00:03.4\n", "00:03.4 --> 00:09.0 align:start\n<c>", "00:09.0 --> 00:14.0\n"),
        ("00:00:00.000 | ", "00:00:02.580 | ", "00:00:07.980 | "),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_what_is_said_goes_on_over_the_times(transcript: tuple[str, ...], suffix: str) -> None:
    """Whisper, SRT, WebVTT: a sentence is whole again, the next one is a line of its own, and every time is a cut."""
    text = "\n\n".join(map("".join, zip(transcript, SAID, strict=True)))
    (found,) = read_documents(text.encode(), f"a{suffix}", suffix)
    assert isinstance(found, Document)
    assert found.article.text.split() == " ".join(SAID).split()
    assert "reopened this winter." in found.article.text
    assert sum(cut.rule == "time" for cut in found.cuts) == 3


@pytest.mark.parametrize(
    "form",
    [
        "00:00:05 Ada Reef: {}\n00:03:58 Otto Hale: {}\n00:10:00 Ada Reef: {}",
        "Ada Reef 00:00:05\n{}\nOtto Hale 00:03:58\n{}\nAda Reef 00:10:00\n{}",
        "[00:05] Ada Reef: {}\n[03:58] Otto Hale: {}\n[10:00] Ada Reef: {}",
        "**Ada Reef** [00:05]: {}\n**Otto Hale** (03:58): {}\n**Ada Reef** [1:10:00]: {}",
    ],
)
def test_the_names_of_speakers_stay(form: str) -> None:
    """A time before or behind them goes."""
    text = form.format("It is low tide.", "When does it turn?", "At six.")
    assert without_times(text)[0].split("\n\n") == [
        "Ada Reef: It is low tide.",
        "Otto Hale: When does it turn?",
        "Ada Reef: At six.",
    ]


def test_a_voice_is_a_speaker() -> None:
    """WebVTT marks whoever speaks."""
    text = "".join(f"00:0{at}.000 --> 00:0{at}.900\n<v Ada Reef>Low tide {at}.\n\n" for at in range(3))
    assert without_times(text)[0].strip().split("\n\n")[0] == "Ada Reef: Low tide 0."


def test_captions_that_roll_are_said_once() -> None:
    """Each line is shown again above the next one, as YouTube makes them."""
    rolling = (
        "\n \nlow<00:00:01.0><c> tide</c>",
        "\nlow tide\n ",
        "\nlow tide\nis<00:00:03.0><c> at</c>",
        "\nis at\n ",
        "\nis at\nsix",
    )
    text = "WEBVTT\n\n" + "\n\n".join(f"00:00:0{at}.00 --> 00:00:0{at}.90{line}" for at, line in enumerate(rolling))
    assert without_times(text)[0].strip() == "low tide is at six"


def test_times_that_a_player_shows_beside_the_words_go() -> None:
    """On lines of their own, from the first minute on."""
    assert (
        without_times("0:01\nthe tide\n0:04\nis low at\n1:02\nsix.")[0].split("\n\n")[-1] == "the tide is low at six."
    )


@pytest.mark.parametrize(
    "text",
    [
        "9:30\nRegistration\n10:00\nOpening\n12:30\nLunch",
        "Tides\n\n(00:00) Low tide\n(03:58) The turn\n(12:30) High tide",
        "08:30 The ferry leaves.\n12:15 It is back.\n17:05 It leaves again.",
        "[09:00] It is low.\n[03:00] It is high.\n[02:00] It is low.\n[01:00] It is high.",
        "[00:05] It is low.\n[03:58] It is high.",
        "The ferry\nleaves 10:20:30 from here.\nleaves 11:20:30 from here.\nleaves 12:20:30 from here.",
    ],
)
def test_other_times_stay(text: str) -> None:
    """Chapters, timetables, times that count down, two times, times within sentences."""
    assert without_times(text) == (text, ())
