"""An installation for each test, and the articles indexed once for all."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.installation import Installation, index_articles, running


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with our articles, indexed once for all tests."""
    folder = tmp_path_factory.mktemp("installation")
    index_articles(folder)
    return folder


@pytest.fixture
async def footnote(indexed: Path, tmp_path: Path) -> AsyncIterator[Installation]:
    """Yield a running installation of its own; its requests are judged at the end."""
    shutil.copytree(indexed, tmp_path, dirs_exist_ok=True)
    async with running(tmp_path) as installation:
        yield installation
