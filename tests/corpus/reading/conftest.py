"""What the reading tests share: a folder to write files into, and sentences of our own in each script."""

from collections.abc import Callable
from pathlib import Path

import pytest

SIMPLIFIED = "我们在海边的小镇上办了一份报纸，每个星期天出版。编辑部只有三个人，却写了很多关于风和潮水的故事。"
TRADITIONAL = "我們在海邊的小鎮上辦了一份報紙，每個星期天出版。編輯部只有三個人，卻寫了很多關於風和潮水的故事。"
ENGLISH = "We ran a newspaper in a small town by the sea, and it was printed on Sundays. There were three of us in all."

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder of articles."""
    path = tmp_path / "articles"
    path.mkdir()
    return path


@pytest.fixture
def write(folder: Path) -> Write:
    """Return a function that writes a file of the folder, with the folders above it."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_file


@pytest.fixture
def sentences() -> dict[str, str]:
    """Return the same few sentences by language tag."""
    return {"zh-Hans": SIMPLIFIED, "zh-Hant": TRADITIONAL, "en": ENGLISH}
