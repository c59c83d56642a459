"""The playground tells its address only where its bot can start."""

from pathlib import Path

import pytest

from bot.errors import DataLocked
from bot.playground.play import FOLDER, play
from bot.settings import Settings
from bot.storage.data_lock import data_lock


async def test_a_second_playground_tells_no_address(tmp_path: Path) -> None:
    """While another one holds the data, the page is not even announced."""
    told: list[str] = []
    settings = Settings(data_dir=tmp_path / "data", articles_dir=tmp_path / "articles")
    with data_lock(settings.data_dir / FOLDER), pytest.raises(DataLocked):
        await play(settings, port=0, open_browser=False, announce=told.append)
    assert told == []
