"""An installation of its own for each test: a folder with a few articles, and the program run in it."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.cli.program import outcome
from bot.services.article_source import build
from bot.settings import Settings
from tests.patience import GUARD_S

ROOT = Path(__file__).parents[3]
ARTICLES = {
    "pond.md": "---\nid: pond\ntitle: The frog pond\ndate: 2024-05\n---\nMira Holt, who keeps it, counts frogs.\n",
    "mill.txt": "磨坊的历史\n\n磨坊主陈大川（Chen Dachuan）在河边修了一座水磨。这座水磨每天磨面三百斤。\n",
}

Program = Callable[..., SimpleNamespace]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder of an installation that holds two articles and no index."""
    folder = tmp_path / "data" / "articles"
    folder.mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the index of the two articles, built once for all tests that only ask."""
    data = tmp_path_factory.mktemp("indexed") / "data"
    (data / "articles").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (data / "articles" / name).write_text(text, encoding="utf-8")
    build(Settings(data_dir=data, articles_dir=data / "articles"))
    return data / "index"


@pytest.fixture
def indexed(home: Path, index: Path) -> None:
    """Give an installation its index."""
    shutil.copytree(index, home / "data" / "index")


@pytest.fixture
def footnote(home: Path, capsys: pytest.CaptureFixture[str]) -> Program:
    """Return the program, run within this process: its exit code and the lines of its two outputs."""

    def run(*arguments: str) -> SimpleNamespace:
        code = outcome(arguments)
        said = capsys.readouterr()
        return SimpleNamespace(code=code, out=said.out, answer=said.out.splitlines(), errors=said.err.splitlines())

    return run


@pytest.fixture
def child(home: Path) -> Callable[..., subprocess.Popen[str]]:
    """Return the program as a process of its own: the way in which make, services and people start it."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str, code: str | None = None, **environment: str) -> subprocess.Popen[str]:
        command = [sys.executable, *(["-m", "bot"] if code is None else ["-c", code]), *arguments]
        process = subprocess.Popen(
            command,
            cwd=home,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)  # with what it started: that holds on to its outputs, too
        process.communicate(timeout=GUARD_S)
