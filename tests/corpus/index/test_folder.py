"""The life of the index folder: kills, damage, fall-back, what is kept, swaps under searches."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from corpus import Article, DamagedIndex, Library, NewerIndex, NoIndex, build_index, current_build
from corpus.errors import Damage

ROOT = Path(__file__).parents[3]
KILLED = """
import os, signal, sys
from pathlib import Path
import corpus
from corpus.index import builder, folder
from corpus.who.build import NameWriter
def kill(*args, **kwargs): os.kill(os.getpid(), signal.SIGKILL)
def article(name):
    return corpus.Article(id=name, title="新标题", text="潮水退了。", language="zh-Hans", author=None, source=None,
                          published=None, url=None, origins=(name,))
def build(folder, point):
    def progress(p):
        if point == f"{p.stage} {p.done}": kill()
    if point == "names": NameWriter.finish = kill
    if point == "manifest": builder.manifest_json = kill
    if point == "rename": Path.rename = kill
    if point == "current": Path.replace = kill
    if point == "cleaning": builder.remove_leftovers = kill
    corpus.build_index([article("one"), article("two")], folder, progress=progress)
build(Path(sys.argv[1]) / "first", None)  # what loads slowly is loaded once
for point in sys.argv[2:]:
    if (pid := os.fork()) == 0:
        build(Path(sys.argv[1]) / point, point)
        os._exit(0)
    print(-os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""
POINTS = ["analysing 1", "names", "manifest", "rename", "current", "cleaning"]


@pytest.fixture
def folder(tmp_path: Path, articles: tuple[Article, ...]) -> Path:
    """Return an index folder with one whole build."""
    build_index(articles, tmp_path)
    return tmp_path


def rebuild(folder: Path, make_article) -> str:
    return build_index([make_article("second", "第二版", "退潮之后。")], folder).build


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory, articles: tuple[Article, ...]) -> dict[str, tuple[Path, str]]:
    """Return index folders by the point where a second build was killed, with their first, whole build."""
    top = tmp_path_factory.mktemp("killed")
    builds = {point: (top / point, build_index(articles, top / point).build) for point in POINTS}
    command = [sys.executable, "-W", "ignore", "-c", KILLED, top, *POINTS]
    told = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    assert [*map(int, told.split())] == [signal.SIGKILL] * len(POINTS)
    return builds


@pytest.mark.parametrize("point", POINTS)
def test_a_build_that_is_killed_leaves_a_whole_one(
    killed: dict[str, tuple[Path, str]], point: str, articles: tuple[Article, ...], make_article
) -> None:
    """Wherever the process dies, the old build or the new one serves, and the next build clears what it left."""
    folder, before = killed[point]
    with Library.open(folder) as library:
        assert library.damage is None
        assert len(library.articles) == (2 if point == "cleaning" else len(articles))
        assert (library.build == before) is (point != "cleaning")
        serving = library.build
    after = rebuild(folder, make_article)
    assert {path.name for path in folder.iterdir()} == {"build.lock", "current", serving, after}


def test_the_previous_build_stays_and_older_ones_go(folder: Path, make_article) -> None:
    """After each build there are two: the one that serves and the one before."""
    first = current_build(folder)
    second = rebuild(folder, make_article)
    third = rebuild(folder, make_article)
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {second, third}
    assert first not in {second, third}
    with Library.open(folder, build=second) as library:
        assert library.build == second


def truncate(build: Path) -> None:
    os.truncate(build / "store.sqlite", 10_000)


def flip_a_byte(build: Path) -> None:
    data = bytearray((build / "store.sqlite").read_bytes())
    data[-1] ^= 0xFF  # of a row: in a small store the schema reaches beyond its first page
    (build / "store.sqlite").write_bytes(data)


def lose_the_store(build: Path) -> None:
    (build / "store.sqlite").unlink()


def lose_the_manifest(build: Path) -> None:
    (build / "manifest.json").unlink()


def garble_the_manifest(build: Path) -> None:
    (build / "manifest.json").write_text('{"format": 6, "files": {"../../etc/passwd": {}}}')


def empty_the_manifest(build: Path) -> None:
    (build / "manifest.json").write_bytes(b"\xff\xfe")


def pipe_the_manifest(build: Path) -> None:
    (build / "manifest.json").unlink()
    os.mkfifo(build / "manifest.json")


def link_the_manifest(build: Path) -> None:
    (build / "manifest.json").rename(build / "elsewhere")
    (build / "manifest.json").symlink_to("elsewhere")


def pipe_the_store(build: Path) -> None:
    (build / "store.sqlite").unlink()
    os.mkfifo(build / "store.sqlite")


def lose_it_all(build: Path) -> None:
    for path in build.iterdir():
        path.unlink()
    build.rmdir()


DAMAGES = [
    truncate,
    flip_a_byte,
    lose_the_store,
    lose_the_manifest,
    garble_the_manifest,
    empty_the_manifest,
    pipe_the_manifest,
    link_the_manifest,
    pipe_the_store,
    lose_it_all,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_build_gives_way_to_the_one_before(folder: Path, make_article, damage) -> None:
    """The previous build serves and says why; the next build is not stopped by the damage and keeps what is whole."""
    before = current_build(folder)
    broken = rebuild(folder, make_article)
    damage(folder / broken)
    with Library.open(folder) as library:
        assert library.build == before
        assert isinstance(library.damage, DamagedIndex)
        assert library.damage.build == broken
        assert library.search("灯塔").hits
    after = rebuild(folder, make_article)
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {before, after}
    with Library.open(folder) as library:
        assert (library.build, library.damage) == (after, None)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_with_nothing_to_fall_back_on(folder: Path, damage) -> None:
    """Where the only build is damaged, that is said, and an explicit one is never replaced by another."""
    build = current_build(folder)
    assert build is not None
    damage(folder / build)
    with pytest.raises(DamagedIndex) as caught:
        Library.open(folder)
    assert caught.value.build == build
    assert caught.value.part in {"manifest.json", "store.sqlite"} or caught.value.cause is Damage.NO_FOLDER
    with pytest.raises(DamagedIndex):
        Library.open(folder, build=build)


@pytest.mark.parametrize("content", ["", "../elsewhere\n", "x" * 5000, "20200101T000000000000Z-abcdef\n"])
def test_a_damaged_pointer_is_survived(folder: Path, content: str) -> None:
    """When ``current`` names no build, the newest whole one serves and says so."""
    before = current_build(folder)
    (folder / "current").write_text(content)
    with Library.open(folder) as library:
        assert library.build == before
        assert isinstance(library.damage, DamagedIndex)
        assert library.damage.cause is (Damage.NO_FOLDER if content.startswith("20") else Damage.CHANGED)


def test_a_pointer_that_is_no_file_is_damaged(folder: Path) -> None:
    """A folder or a pipe in its place keeps no build from serving, and nothing waits for it."""
    pointer = folder / "current"
    before = current_build(folder)
    pointer.unlink()
    for put, take in ((pointer.mkdir, pointer.rmdir), (partial(os.mkfifo, pointer), pointer.unlink)):
        put()
        with Library.open(folder) as library:
            assert library.build == before
            assert isinstance(library.damage, DamagedIndex)
        take()


def test_no_build_is_no_index(tmp_path: Path) -> None:
    """A missing and an empty folder both hold no index."""
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(NoIndex):
            Library.open(folder)
        assert current_build(folder) is None


def test_a_newer_format_is_not_guessed_at(folder: Path) -> None:
    """A build of a newer version is refused with its number."""
    build = current_build(folder)
    assert build is not None
    set_format(folder / build, 7)
    with pytest.raises(NewerIndex) as caught:
        Library.open(folder)
    assert (caught.value.build, caught.value.format_number) == (build, 7)


def test_what_is_older_than_any_format_that_is_read_gives_way_to_a_new_build(folder: Path, make_article) -> None:
    """A build of the time before the first format is refused with its number, and a new build replaces it."""
    set_format(folder / (current_build(folder) or ""), 4)
    with pytest.raises(DamagedIndex, match="old format: 4"):
        Library.open(folder)
    after = rebuild(folder, make_article)
    with Library.open(folder) as library:
        assert (library.build, library.damage) == (after, None)


def set_format(build: Path, number: int) -> None:
    manifest = build / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    assert '"format": 6' in text
    manifest.write_text(text.replace('"format": 6', f'"format": {number}'), encoding="utf-8")


def test_a_newer_format_gives_way_to_the_build_before(folder: Path, make_article) -> None:
    """Where a newer version wrote the current build, the one before serves and says so; a build of ours replaces it."""
    before = current_build(folder)
    newer = rebuild(folder, make_article)
    set_format(folder / newer, 7)
    with Library.open(folder) as library:
        assert library.build == before
        assert isinstance(library.damage, NewerIndex)
    after = rebuild(folder, make_article)
    with Library.open(folder) as library:
        assert (library.build, library.damage) == (after, None)


def test_damage_after_opening_is_told(folder: Path) -> None:
    """A file that is overwritten while it is open is told as damage when an answer meets it."""
    with Library.open(folder) as library:
        path = folder / library.build / "store.sqlite"
        path.write_bytes(b"\0" * path.stat().st_size)
        with pytest.raises(DamagedIndex):
            tuple(map(library.article, ("harbour", "museum", "orchard", "long")))


def test_large_files_are_read_through_on_demand(
    folder: Path, articles: tuple[Article, ...], make_article, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A changed byte of a large file is found by a check, and by the next build, which takes nothing from it."""
    monkeypatch.setattr("corpus.index.manifest.READ_THROUGH_BYTES", 0)
    broken = rebuild(folder, make_article)
    flip_a_byte(folder / broken)
    with Library.open(folder) as library:
        assert (library.build, library.damage) == (broken, None)
        with pytest.raises(DamagedIndex) as caught:
            library.check()
        assert caught.value.part == "store.sqlite"
    report = build_index(articles, folder)
    assert report.added == ()
    with Library.open(folder) as library:
        library.check()


def test_searches_go_on_while_builds_are_swapped(folder: Path, articles: tuple[Article, ...], make_article) -> None:
    """Threads that hold the old build get its answers to the end, even from threads that come after it is removed."""
    stop = threading.Event()
    answers: list[int] = []
    with Library.open(folder) as library, ThreadPoolExecutor(4) as pool:

        def search_on() -> None:
            while not stop.is_set():
                answers.append(len(library.search("灯塔 守塔人").hits))

        searching = [pool.submit(search_on) for _ in range(3)]
        for _ in range(3):
            newest = rebuild(folder, make_article)
        assert not (folder / library.build).exists()
        late = threading.Thread(target=lambda: answers.append(len(library.search("灯塔").hits)))
        late.start()
        late.join()
        stop.set()
        assert all(future.result() is None for future in searching)
    assert set(answers) == {1}
    with Library.open(folder) as library:
        assert library.build == newest


def test_a_closed_library_answers_nothing(folder: Path) -> None:
    """After closing, no connection is made again from any thread."""
    library = Library.open(folder)
    library.search("灯塔")
    library.close()
    library.close()
    with pytest.raises(sqlite3.ProgrammingError):
        library.search("灯塔")
