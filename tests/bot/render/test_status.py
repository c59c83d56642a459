"""What `/footnote status` says of an index that does not serve: never more than is so, with what to do."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.messages import words_in
from bot.render.status import status_layout
from bot.services.requests import LANGUAGES
from bot.services.vitals import Status
from corpus.errors import Damage, DamagedIndex, NewerIndex
from tests.bot.render.checks import check_message, texts

NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)
DAMAGED, NEWER = DamagedIndex("b1", Damage.CHANGED, "store.sqlite"), NewerIndex("b1", 99)
WELL = Status(
    version="0", build="b0", built_at="2026-01-01T00:00:00+00:00", engine="e", articles=1, passages=2, outdated=False,
    damage=None, building=False, answer_ms=None, lag_ms=3.0, log_bytes=10, source="own",
    log_trouble=None, state_trouble=None, free_mib=9000,
)  # fmt: skip
NONE = replace(WELL, build=None, built_at=None, engine=None, articles=0, passages=0)


def told(status: Status) -> str:
    """Return what an English status says."""
    return texts(status_layout(status, None, NOW, words_in("en-US"))).replace("\\", "")


@pytest.mark.parametrize(
    ("status", "serving"),
    [
        (WELL, "Another one answers."),
        (replace(WELL, build="b1"), "No other is left, and answers may fail."),
        (NONE, "Nothing can be answered."),
    ],
)
def test_what_serves_is_said_as_it_is(status: Status, serving: str) -> None:
    """Another build, the damaged one itself, or none."""
    damaged = told(replace(status, damage=DAMAGED))
    assert f"**The index b1 is damaged (store.sqlite is not as it was written).** {serving} Make a new one" in damaged
    assert "There is no index yet" not in damaged
    assert ("Index: one article" in damaged) is (status.build is not None)
    mended = told(replace(status, damage=DAMAGED, building=True))
    assert f"{serving} A new one is being made." in mended
    assert "/reindex" not in mended


@pytest.mark.parametrize("status", [WELL, NONE])
def test_a_newer_index_is_not_called_damaged(status: Status) -> None:
    """Its format is named, and that an upgrade helps."""
    newer = told(replace(status, damage=NEWER))
    assert "newer Footnote (format 99)" in newer
    assert "Upgrade" in newer
    assert "damaged" not in newer


def test_nobody_is_promised_a_build_that_is_not_made() -> None:
    """Where none is under way, the command that makes one is named."""
    for status in (NONE, replace(WELL, outdated=True)):
        assert "/reindex" in told(status)
        assert "being" in told(replace(status, building=True))
    assert "/reindex" not in told(WELL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("damage", [None, DAMAGED, NEWER])
def test_every_status_keeps_the_limits(damage, language) -> None:
    """In every language, whatever serves and is being made."""
    for status in (WELL, NONE, replace(WELL, build="b1", outdated=True)):
        for building in (True, False):
            shown = status_layout(replace(status, damage=damage, building=building), 9.0, NOW, words_in(language))
            check_message(shown)
