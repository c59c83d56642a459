"""`footnote reindex` as processes of their own over real files, and what may befall them: a whole build serves on."""

import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.made_up_text import made_up_articles
from bot.cli.exit_codes import ExitCode
from bot.messages import words_in
from bot.messages.errors import error_words
from bot.services.reindex_protocol import ReindexReport, decode
from corpus import BuildInProgress, IndexNotWritable, Library, Progress
from corpus.index.folder import build_lock

FILES = 24
LOCALES = {"en-US": "en_US.UTF-8", "zh-CN": "zh_CN.UTF-8", "zh-TW": "zh_TW.UTF-8"}
# As on a machine with two cores, and with a helper from the first thousands of characters on.
RUN = """
import os, resource
os.cpu_count = lambda: 2
from corpus.index import preparing
preparing._AHEAD_CHARS = 2_000
if limit := int(os.environ.get("MOST_BYTES", "0")):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from bot.cli import main
main()
"""
Child = Callable[..., subprocess.Popen[str]]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data of an installation with many articles and their index."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "data" / "articles"
    folder.mkdir(parents=True)
    words = [chr(0x4E00 + number) for number in range(900)]
    for number, made in enumerate(itertools.islice(made_up_articles(words, 3), FILES)):
        (folder / f"{number}.md").write_text(f"# {made.title}\n\n{made.text}\n", encoding="utf-8")
    path = str(Path(__file__).parents[3])
    subprocess.run([sys.executable, "-c", RUN, "reindex"], cwd=home, check=True, env=os.environ | {"PYTHONPATH": path})
    return home / "data"


@pytest.fixture
def index(indexed: Path, home: Path) -> Path:
    """Return the index of a copy of it in which every file has changed since."""
    shutil.copytree(indexed, home / "data", dirs_exist_ok=True)
    change_all(home / "data" / "articles")
    return home / "data" / "index"


def change_all(folder: Path) -> None:
    for path in folder.glob("*.md"):
        path.write_text(path.read_text(encoding="utf-8") + "\n这一版多了一句。\n", encoding="utf-8")


def served(index: Path) -> str:
    """Return which build serves; it has to be a whole one."""
    with Library.open(index) as library:
        assert library.damage is None
        library.check()
        assert library.search("总经理").hits
        return library.build


@pytest.mark.parametrize(("most_bytes", "language"), [(4_096, "en-US"), (700_000, "zh-CN"), (1_400_000, "zh-TW")])
def test_a_full_disk(index: Path, child: Child, most_bytes: int, language: str) -> None:
    """Where no file may grow further, that is said, nothing of the build stays, and the one before serves."""
    before = served(index)
    process = child("reindex", code=RUN, MOST_BYTES=str(most_bytes), LC_ALL=LOCALES[language])
    _, errors = process.communicate()
    assert process.returncode == ExitCode.UNWRITABLE
    assert error_words(IndexNotWritable(Path("data/index"), "|"), words_in(language)).partition("|")[0] in errors
    assert "Traceback" not in errors
    assert served(index) == before
    assert [path.name for path in index.iterdir() if path.is_dir()] == [before]


@pytest.mark.parametrize("language", LOCALES)
def test_two_at_once(index: Path, child: Child, language: str) -> None:
    """Who comes second is told so, and changes nothing."""
    before = served(index)
    with build_lock(index):
        process = child("reindex", LC_ALL=LOCALES[language])
        _, errors = process.communicate()
    assert process.returncode == ExitCode.TRY_LATER
    assert error_words(BuildInProgress(Path("data/index")), words_in(language)) in errors
    assert served(index) == before


@pytest.mark.parametrize("rounds", [2, pytest.param(100, marks=(pytest.mark.soak, pytest.mark.timeout(3_600)))])
def test_whoever_is_killed(index: Path, child: Child, rounds: int) -> None:
    """Without those that help a reindex ends well; killed itself, a whole build serves, and the next one ends well.

    Of those that help one is multiprocessing's, which keeps count of semaphores. On a slow machine one may come late.
    """
    chooser = random.Random(rounds)  # noqa: S311  the same places each time
    for turn in range(rounds):
        before = served(index)
        change_all(index.parent / "articles")
        process, at = child("reindex", "--json-lines", code=RUN), chooser.randint(6, FILES - 6)
        for step in steps(process):
            if isinstance(step, Progress) and (step.stage, step.done) == ("analysing", at):
                kill_one(chooser, helpers(process) if turn % 2 else [process.pid])
        if process.wait() == -signal.SIGKILL:
            assert not turn % 2
            served(index)
        else:
            assert isinstance(step, ReindexReport)
            assert served(index) == step.report.build != before


def kill_one(chooser: random.Random, processes: Sequence[int]) -> None:
    for one in chooser.sample(processes, min(1, len(processes))):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def steps(process: subprocess.Popen[str]) -> Iterator[Progress | ReindexReport]:
    assert process.stdout is not None
    for line in process.stdout:
        message = decode(line)
        assert isinstance(message, Progress | ReindexReport), line
        yield message


def helpers(process: subprocess.Popen[str]) -> list[int]:
    """Return the processes that a process has started."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], check=True, capture_output=True, text=True).stdout
    rows = [[*map(int, line.split())] for line in listed.splitlines()]
    return [pid for pid, parent in rows if parent == process.pid]
