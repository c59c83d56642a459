"""Articles worked out in other processes, which may be ended, or missing: the build is the same."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus import Article, DuplicateArticle, Progress, build_index
from corpus.index import preparing
from corpus.index.writer import PreparedArticle, prepare
from tests.corpus.conftest import make_article
from tests.patience import GUARD_S

ROOT = Path(__file__).parents[3]


MANY = [
    make_article(
        f"a{n}", f"第{n}篇", f"潮汐科技{n}号创始人顾清远表示，水位是{n}米。Dr. Odalys Fenwick left in 19{n}. " * 9
    )
    for n in range(10, 60)
]


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """Return more articles than one process works out alone."""
    monkeypatch.setattr(preparing, "_AHEAD_CHARS", 2_000)
    return MANY


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the store that one process makes of them."""
    folder = tmp_path_factory.mktemp("alone")
    build_index(MANY, folder)
    return store_of(folder)


def store_of(folder: Path) -> bytes:
    return next(folder.glob("2*/store.sqlite")).read_bytes()


@pytest.mark.parametrize(("processes", "shares"), [(1, True), (2, False)])
def test_the_store_is_the_same_byte_for_byte(
    tmp_path: Path, many: list[Article], alone: bytes, monkeypatch: pytest.MonkeyPatch, processes: int, shares: bool
) -> None:
    """However many processes help, articles are written in order, and progress is told in order.

    Beside one other process this one works out what nobody has begun; two are left to it.
    """
    told, here = list[int](), list[Article]()

    def counted(article: Article, known: Sequence[str]) -> PreparedArticle:
        here.append(article)
        return prepare(article, known)

    monkeypatch.setattr(preparing, "prepare", counted)
    build_index(many, tmp_path, processes=processes, progress=lambda p: told.append(p.done))
    assert store_of(tmp_path) == alone
    assert told[: len(many)] == [*range(1, len(many) + 1)]
    assert multiprocessing.active_children() == []
    assert bool(here) is shares
    assert len(here) < len(many)


def test_a_process_that_is_ended_costs_nothing_but_time(tmp_path: Path, many: list[Article], alone: bytes) -> None:
    """Where those that help are killed, the build goes on alone."""
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if progress.done == 5:
            killed.extend(child.pid for child in multiprocessing.active_children() if child.pid)
            for pid in killed:
                os.kill(pid, signal.SIGKILL)

    build_index(many, tmp_path, processes=2, progress=kill)
    assert killed
    assert store_of(tmp_path) == alone


UNGUARDED = """
import sys
from pathlib import Path
from corpus import build_index
from corpus.index import preparing
from tests.corpus.index.test_preparing import MANY
preparing._AHEAD_CHARS = 2_000
build_index(MANY, Path(sys.argv[1]), processes=1)
"""


def test_a_process_that_ends_before_it_has_begun_costs_nothing_but_time(tmp_path: Path, alone: bytes) -> None:
    """Where those that help cannot even start, here since they would build by that, the build goes on alone."""
    script, folder = tmp_path / "unguarded.py", tmp_path / "index"
    script.write_text(UNGUARDED)
    command = [sys.executable, "-W", "ignore", script, folder]
    subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, timeout=GUARD_S, stderr=subprocess.DEVNULL
    )
    assert store_of(folder) == alone


def test_where_no_process_can_be_started_the_build_goes_on_alone(
    tmp_path: Path, many: list[Article], alone: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without semaphores or without room for processes is no error."""

    class Refusing:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        def submit(self, *_: object) -> None:
            raise BlockingIOError(11, "Resource temporarily unavailable")

        def shutdown(self, *, cancel_futures: bool) -> None:
            assert cancel_futures

    def missing(*_: object, **__: object) -> None:
        raise ImportError("This platform lacks a functioning sem_open implementation")

    for executor in (Refusing, missing):
        monkeypatch.setattr(preparing, "ProcessPoolExecutor", executor)
        build_index(many, tmp_path / executor.__name__, processes=2)
        assert store_of(tmp_path / executor.__name__) == alone


def test_a_fault_ends_the_processes(tmp_path: Path, many: list[Article]) -> None:
    """A build that is refused half-way leaves none behind."""
    with pytest.raises(DuplicateArticle):
        build_index([*many, many[30]], tmp_path, processes=2)
    assert multiprocessing.active_children() == []


STARTER = """
import multiprocessing, sys
from pathlib import Path
import corpus
from corpus.index import preparing
from corpus.index.writer import PreparedArticle, prepare
preparing._AHEAD_CHARS = 500
def article(n):
    return corpus.Article(id=f"n{n}", title=f"第{n}篇", text=f"海鸟{n}回来了。" * 90, language="zh-Hans",
                          author=None, source=None, published=None, url=None, origins=(f"{n}.md",))
def progress(p):
    if p.done == 20:
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        sys.stdin.read()
corpus.build_index(map(article, range(10_000)), Path(sys.argv[1]), processes=2, progress=progress)
"""


def test_nobody_is_left_when_the_build_is_killed(tmp_path: Path) -> None:
    """Processes that help end with the one that started them, however that ends."""
    command = [sys.executable, "-W", "ignore", "-c", STARTER, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        pids = build.stdout.readline().split()
        build.kill()
    assert pids
    deadline = time.monotonic() + GUARD_S
    while any(map(runs, pids)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def runs(pid: str) -> bool:
    """Whether a process is there; one that has ended may wait to be buried."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", pid], check=False, capture_output=True, text=True).stdout
    return bool(state.strip()) and not state.strip().startswith("Z")
