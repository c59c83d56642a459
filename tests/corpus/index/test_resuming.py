"""A build whose process is killed is gone on with: what it had worked out is not worked out again."""

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
import os, signal, sys
from pathlib import Path
import corpus
from corpus.index import builder, writer
from corpus.who.build import NameWriter
from tests.corpus.index.test_resuming import collection
writer._COMMIT_PASSAGES = 1
writer._COUNTED = int(sys.argv[4])
def kill(*args, **kwargs): os.kill(os.getpid(), signal.SIGKILL)
point = sys.argv[2]
def progress(p):
    print(p.done, flush=True)
    if point == f"{p.stage} {p.done}": kill()
if point == "names": NameWriter.finish = kill
if point == "store": writer.StoreWriter.finish = kill
if point == "engine": builder.write_engine = kill
if point == "manifest": builder.manifest_json = kill
corpus.build_index(collection(int(sys.argv[3])), Path(sys.argv[1]), engine="tantivy", progress=progress)
"""


def collection(version: int) -> list[Article]:
    """Return articles, of which every third is another in each version."""
    text = "潮汐科技{}号创始人顾清远表示，水位是{}米。Dr. Odalys Fenwick left in 19{}. 灯塔不高。"
    return [
        make_article(f"a{n}", f"第{n}篇", text.format(n, version if n % 3 == 0 else n, n) * 5)
        for n in range(10, 10 + ARTICLES)
    ]


def killed(folder: Path, point: str, *, version: int = 0, counted: int = 100) -> int:
    """Have a build killed at a point, and return how many articles it had told of."""
    command = [sys.executable, "-W", "ignore", "-c", KILLED, str(folder), point, str(version), str(counted)]
    child = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    assert child.returncode == -signal.SIGKILL
    return max([0, *map(int, child.stdout.split())])


@pytest.mark.parametrize(
    ("point", "counted"),
    [
        *((point, 100) for point in ("analysing 1", "analysing 17", "names", "store", "engine", "manifest")),
        *((point, 100_000) for point in ("analysing 17", "store")),  # by then all is counted, whatever the number
    ],
)
def test_a_killed_build_is_gone_on_with(tmp_path: Path, worked_out: list[str], point: str, counted: int) -> None:
    """Nothing that was committed is worked out again, and the build is that of a fresh start."""
    done = killed(tmp_path / "killed", point, counted=counted)
    build_index(collection(0), tmp_path / "killed", engine="tantivy")
    assert worked_out == [article.id for article in collection(0)][done:]
    build_index(collection(0), tmp_path / "fresh", engine="tantivy")
    assert contents(tmp_path / "killed") == contents(tmp_path / "fresh")
    assert len([path for path in (tmp_path / "killed").iterdir() if path.is_dir()]) == 1


def test_what_changes_between_is_taken_in(tmp_path: Path, worked_out: list[str]) -> None:
    """Articles that change, come and go after the kill, and a build that served before it, change nothing of that."""
    build_index(collection(0), tmp_path / "killed")
    before = killed(tmp_path / "killed", "names", version=1)
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


def test_a_build_that_is_killed_again_and_again_comes_to_its_end(tmp_path: Path, worked_out: list[str]) -> None:
    """Wherever in its work the process is caught, each time goes on from the one before."""
    chooser = random.Random(4)  # noqa: S311  the same places each time
    least = 0
    for _ in range(3):
        command = [sys.executable, "-W", "ignore", "-c", KILLED, str(tmp_path / "killed"), "", "0", "50"]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            wanted = least + chooser.randint(3, 8)
            for line in child.stdout:
                if int(line) >= wanted:
                    break
            child.kill()
        least = wanted
    build_index(collection(0), tmp_path / "killed", engine="tantivy")
    assert len(worked_out) <= ARTICLES - least + 1
    build_index(collection(0), tmp_path / "fresh", engine="tantivy")
    assert contents(tmp_path / "killed") == contents(tmp_path / "fresh")


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(b"no database"), lambda path: path.write_bytes(b"")])
def test_what_a_killed_build_leaves_may_be_damaged(tmp_path: Path, worked_out: list[str], harm) -> None:
    """What is no store, or another rules' one, is begun anew."""
    killed(tmp_path, "names")
    harm(next(tmp_path.glob("draft-*/store.sqlite")))
    build_index(collection(0), tmp_path)
    assert len(worked_out) == ARTICLES


def test_other_rules_go_on_with_nothing(tmp_path: Path, worked_out: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that was begun by other rules is begun anew."""
    killed(tmp_path, "names")
    monkeypatch.setattr(writer, "analysis_version", lambda: "newer rules")
    build_index(collection(0), tmp_path)
    assert len(worked_out) == ARTICLES
