"""A build whose process is killed is gone on with: what it had worked out is not worked out again."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import Article, Library, build_index
from corpus.index import writer
from tests.corpus.conftest import make_article
from tests.corpus.index.stores import contents

ROOT = Path(__file__).parents[3]
ARTICLES = 40
KILLED = """
import json, os, signal, sys
from pathlib import Path
import corpus
from corpus.index import builder, writer
from corpus.index.writer import prepare
from corpus.who.build import NameWriter
from tests.corpus.index.test_resuming import collection
writer._COMMIT_PASSAGES = 1
def kill(*args, **kwargs): os.kill(os.getpid(), signal.SIGKILL)
def build(folder, point, version, counted):
    writer._COUNTED = counted
    def progress(p):
        print(p.done, flush=True)
        if point == f"{p.stage} {p.done}": kill()
    if point == "names": NameWriter.finish = kill
    if point == "store": writer.StoreWriter.finish = kill
    if point == "engine": builder.write_engine = kill
    if point == "manifest": builder.manifest_json = kill
    corpus.build_index(collection(version), Path(folder), engine="tantivy", progress=progress)
*builds, last = json.loads(sys.argv[1])
if builds:
    prepare(collection(0)[0], ())  # what loads slowly is loaded once, and no thread is started
for each in builds:
    if (pid := os.fork()) == 0:
        build(*each)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    print("next", flush=True)
build(*last)
"""


PLACES = [
    *((point, 100) for point in ("analysing 1", "analysing 17", "names", "store", "engine", "manifest")),
    *((point, 100_000) for point in ("analysing 17", "store")),  # by then all is counted, whatever the number
]
Build = tuple[Path, str, int, int]  # its folder, where it is killed, the version of the articles, and writer._COUNTED


def collection(version: int) -> list[Article]:
    """Return articles, of which every third is another in each version."""
    text = "潮汐科技{}号创始人顾清远表示，水位是{}米。Dr. Odalys Fenwick left in 19{}. 灯塔不高。"
    return [
        make_article(f"a{n}", f"第{n}篇", text.format(n, version if n % 3 == 0 else n, n) * 5)
        for n in range(10, 10 + ARTICLES)
    ]


def command(*builds: Build) -> list[str]:
    """Return what runs builds after each other, of which the last takes the process with it."""
    told = json.dumps([(str(folder), *rest) for folder, *rest in builds])
    return [sys.executable, "-W", "ignore", "-c", KILLED, told]


def killed(*builds: Build) -> list[int]:
    """Have builds killed, and return how many articles each had told of."""
    child = subprocess.run(command(*builds), cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    assert child.returncode == -signal.SIGKILL
    return [max([0, *map(int, told.split())]) for told in child.stdout.split("next")]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple]]:
    """Return what a build from nothing holds."""
    folder = tmp_path_factory.mktemp("fresh")
    build_index(collection(0), folder, engine="tantivy")
    return contents(folder)


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], tuple[Path, int]]:
    """Return, by where a build was killed, its folder and how many articles it had told of."""
    folders = [tmp_path_factory.mktemp("killed") for _ in PLACES]
    done = killed(*((folder, point, 0, counted) for folder, (point, counted) in zip(folders, PLACES, strict=True)))
    return dict(zip(PLACES, zip(folders, done, strict=True), strict=True))


@pytest.mark.parametrize("place", PLACES)
def test_a_killed_build_is_gone_on_with(left, fresh, worked_out: list[str], place: tuple[str, int]) -> None:
    """Nothing that was committed is worked out again, and the build is that of a fresh start."""
    folder, done = left[place]
    build_index(collection(0), folder, engine="tantivy")
    assert worked_out == [article.id for article in collection(0)][done:]
    assert contents(folder) == fresh
    assert len([path for path in folder.iterdir() if path.is_dir()]) == 1


def test_what_changes_between_is_taken_in(tmp_path: Path, worked_out: list[str]) -> None:
    """Articles that change, come and go after the kill, and a build that served before it, change nothing of that."""
    build_index(collection(0), tmp_path / "killed")
    [before] = killed((tmp_path / "killed", "names", 1, 100))
    with Library.open(tmp_path / "killed") as library:
        assert library.damage is None
        assert library.articles[2].text == collection(0)[2].text
    worked_out.clear()
    given = [make_article("new"), *collection(1)[5:]]
    report = build_index(given, tmp_path / "killed")
    assert before == ARTICLES
    assert worked_out == ["new"]
    assert (
        len(report.changed)
        == sum(one.text != other.text for one, other in zip(*map(collection, (0, 1)), strict=True)) - 1
    )
    build_index(given, tmp_path / "fresh")
    assert contents(tmp_path / "killed") == contents(tmp_path / "fresh")


def test_a_build_that_is_killed_again_and_again_comes_to_its_end(tmp_path: Path, fresh, worked_out: list[str]) -> None:
    """Wherever in its work the process is caught, each time goes on from the one before."""
    chooser = random.Random(4)  # noqa: S311  the same places each time
    least = 0
    for _ in range(3):
        with subprocess.Popen(command((tmp_path, "", 0, 50)), cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            wanted = least + chooser.randint(3, 8)
            for line in child.stdout:
                if int(line) >= wanted:
                    break
            child.kill()
        least = wanted
    build_index(collection(0), tmp_path, engine="tantivy")
    assert len(worked_out) <= ARTICLES - least + 1
    assert contents(tmp_path) == fresh


@pytest.mark.parametrize(
    "harm",
    [
        lambda path: path.write_bytes(b"no database"),
        lambda path: path.write_bytes(b""),
        lambda path: os.utime(path, (0, 0)),
    ],
    ids=["no database", "empty", "from before the machine was started"],
)
def test_what_a_killed_build_leaves_may_be_damaged(tmp_path: Path, worked_out: list[str], harm) -> None:
    """What is no store, or one that was not synced before the machine went down, is begun anew."""
    killed((tmp_path, "names", 0, 100))
    harm(next(tmp_path.glob("draft-*/store.sqlite")))
    build_index(collection(0), tmp_path)
    assert len(worked_out) == ARTICLES


def test_other_rules_go_on_with_nothing(tmp_path: Path, worked_out: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that was begun by other rules is begun anew."""
    killed((tmp_path, "names", 0, 100))
    monkeypatch.setattr(writer, "analysis_version", lambda: "newer rules")
    build_index(collection(0), tmp_path)
    assert len(worked_out) == ARTICLES
