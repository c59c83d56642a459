"""Tests of which error ends in which exit code."""

from pathlib import Path

import pytest

from bot import errors as bot_errors
from bot.cli.exit_codes import exit_code
from corpus import errors as corpus_errors

HERE = Path()


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (bot_errors.BlankQuestion(), 2),
        (corpus_errors.UnknownArticle("a"), 1),
        (bot_errors.DiscordUnreachable("no route"), 69),
        (bot_errors.DataUnwritable(HERE, "full"), 73),
        (corpus_errors.IndexNotWritable(HERE, "full"), 73),
        (corpus_errors.DamagedIndex("b", corpus_errors.Damage.CHANGED), 74),
        (corpus_errors.BuildInProgress(HERE), 75),
        (bot_errors.DataLocked(HERE), 75),
        (bot_errors.PortInUse(8000), 75),
        (bot_errors.TokenRefused("401"), 77),
        (bot_errors.TokenMissing(), 78),
        (bot_errors.SettingsInvalid((("setting-line", {}),)), 78),
        (corpus_errors.FolderUnreadable(HERE, "missing"), 78),
        (corpus_errors.NewerIndex("b", 9), 78),
        (bot_errors.ReindexFailed("killed"), 70),
        (ValueError(), 70),
    ],
)
def test_scripts_can_tell_errors_apart(error: Exception, code: int) -> None:
    """The code says what kind of act helps: wait, write a setting, free a disk, ask otherwise."""
    assert exit_code(error) == code
