"""An installation for each test, or for a module whose tests only ask, and the articles indexed once for all."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.e2e.installation import Installation, index_articles, running


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with our articles, indexed once for all tests."""
    folder = tmp_path_factory.mktemp("installation")
    index_articles(folder)
    return folder


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(indexed: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Installation]:
    """Yield a running installation for a whole module."""
    folder = tmp_path_factory.mktemp("shared")
    shutil.copytree(indexed, folder, dirs_exist_ok=True)
    async with running(folder) as installation:
        yield installation


@pytest_asyncio.fixture(loop_scope="module")
async def asked(shared: Installation) -> AsyncIterator[Installation]:
    """Yield the module's installation, as if nobody had asked anything yet; its requests are judged at the end."""
    await shared.forget()
    yield shared
    assert shared.problems() == []


@pytest.fixture
async def footnote(indexed: Path, tmp_path: Path) -> AsyncIterator[Installation]:
    """Yield a running installation of its own; its requests are judged at the end."""
    shutil.copytree(indexed, tmp_path, dirs_exist_ok=True)
    async with running(tmp_path) as installation:
        yield installation
