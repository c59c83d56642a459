"""The lines between the building process and the bot: each message survives, anything else is no message."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import DataUnwritable, ReindexRunning
from bot.services.reindex_protocol import ReindexError, ReindexReport, decode, encode
from corpus import ArticleRef, BuildInProgress, BuildReport, DuplicateArticle, Progress, Rejected

REPORT = ReindexReport(
    report=BuildReport(
        build="b1",
        engine="rank-bm25",
        articles=2,
        passages=3,
        added=(ArticleRef(id="a1", title="灯塔\nund"),),
        changed=(),
        removed=(ArticleRef(id="a2", title="\u2028"),),
        took_s=0.25,
    ),
    rejected=(Rejected(origin="图.png", reason="not_text", detail=None),),
    sample=False,
    dropped_sample=True,
)


@pytest.mark.parametrize("message", [REPORT, Progress(stage="reading", done=1, total=None)])
def test_a_message_survives_its_line(message: ReindexReport | Progress) -> None:
    """One line, whatever line ends a title holds, and the same value on the other side."""
    line = encode(message)
    assert line.splitlines(keepends=True) == [line]
    assert decode(line) == message
    assert decode(line.encode()) == message


def test_an_error_arrives_as_its_class_and_sentence(tmp_path) -> None:
    """The bot tells a build in progress from a failure by the name."""
    error = BuildInProgress(tmp_path)
    assert decode(encode(error)) == ReindexError(
        type="BuildInProgress", message=str(error), data={"folder": str(tmp_path)}
    )


@pytest.mark.parametrize(
    "error",
    [DuplicateArticle("a1", ("one.md", "图.md")), DataUnwritable(Path("data"), "no space"), ReindexRunning()],
)
def test_an_error_can_be_told_in_any_language(error: Exception) -> None:
    """The other side has the error itself again, with all that its sentence says."""
    told = decode(encode(error))
    assert isinstance(told, ReindexError)
    again = told.original()
    assert (type(again), str(again)) == (type(error), str(error))


@pytest.mark.parametrize("kind", ["Path", "NoSuchError", "DuplicateArticle", "__name__", "", "Exception"])
def test_an_error_of_another_version_is_its_sentence_alone(kind: str) -> None:
    """Nothing but an error of ours is made, and none whose attributes do not fit."""
    assert ReindexError(type=kind, message="no", data={"else": 1}).original() is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "\n",
        "Building prefix dict ...",
        "{}",
        "[]",
        "null",
        '{"progress": {"done": 1}}',
        '{"progress": null}',
        '{"report": {"report": 3}}',
        '{"report": {"report": {}}}',
        '{"a": {}, "b": {}}',
        '{"error": 7}',
        b"\xff\xfe",
    ],
)
def test_noise_is_no_message(line: str | bytes) -> None:
    """A library that prints to the same pipe is passed over."""
    assert decode(line) is None


@given(
    st.recursive(
        st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_no_json_crashes_the_reading(value: object) -> None:
    """Whatever stands under a known kind, it is a message or nothing."""
    for kind in ("progress", "report", "error"):
        decode(json.dumps({kind: value}))
