"""`footnote compare`: two builds, the questions of the log, and what came out differently."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

from bot.cli.exit_codes import ExitCode
from bot.messages import words_in
from tests.bot.cli.test_log_commands import ROW, write


def two_builds(footnote, home: Path) -> None:
    """Build twice, with an article more the second time, after people asked for it."""
    assert footnote("reindex").code == 0
    (home / "data" / "articles" / "bees.md").write_text("# The bee house\n\nBees moved into the belfry in spring.\n")
    assert footnote("reindex").code == 0
    rows = (
        replace(ROW, id=1, text="bees in the belfry"),
        replace(ROW, id=2, text="bees in the belfry"),
        replace(ROW, id=3, text="frogs"),
        replace(ROW, id=4, text="secret bees", private=True),
    )
    asyncio.run(write(home / "data" / "footnote.sqlite", *rows))


def test_the_previous_build_beside_the_one_that_serves(footnote, home: Path) -> None:
    """What is answered now stands with both first answers; private questions are counted."""
    two_builds(footnote, home)
    run = footnote("compare")
    assert run.code == 0
    assert run.answer[1].startswith("Answered now: 1")
    assert "One more that was asked in direct messages or privately changed too." in run.answer
    place = run.answer.index("answered now: bees in the belfry (2)")
    assert run.answer[place + 1] == "  - nothing found"
    assert run.answer[place + 2].startswith("  + The bee house: ")
    assert "secret" not in run.out


def test_named_builds_as_json(footnote, home: Path) -> None:
    """The other way round, the answer is lost."""
    two_builds(footnote, home)
    older, newer = sorted(path.name for path in (home / "data" / "index").iterdir() if path.is_dir())
    found = json.loads(footnote("compare", newer, older, "--json").out)
    assert (found["before"], found["after"], found["asked"], found["hidden"]) == (newer, older, 3, 1)
    assert [(change["kind"], change["question"]) for change in found["changes"]] == [("lost", "bees in the belfry")]


def test_builds_that_are_not_there(footnote, home: Path) -> None:
    """Without an index, with one build, or with a wrong name there is one sentence."""
    assert footnote("compare").code == ExitCode.CONFIGURATION
    assert footnote("reindex").code == 0
    run = footnote("compare")
    assert run.code == ExitCode.NOTHING_FOUND
    assert run.errors == [f"footnote: {words_in('en-US')('error-build-gone')}"]
    assert footnote("compare", "nosuch").code == ExitCode.NOTHING_FOUND
