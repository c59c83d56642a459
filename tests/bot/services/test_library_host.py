"""The library that serves: swapped between calls, closed after the last of them, bounded, and honest about damage."""

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.errors import TooBusy
from bot.services.library_host import LibraryHost
from corpus import DamagedIndex, NewerIndex, NoIndex, build_index
from corpus.library import Library
from tests.bot.fakes import article
from tests.patience import GUARD_S, until


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    """Return a folder of builds that does not exist yet."""
    return tmp_path / "index"


@pytest.fixture
def publish(index_dir: Path) -> Callable[..., str]:
    """Build an index of numbered articles, as the command line does beside a running bot."""

    def publish_numbers(*numbers: int) -> str:
        return build_index([article(number) for number in numbers], index_dir).build

    return publish_numbers


@pytest.fixture
async def host(index_dir: Path) -> AsyncIterator[LibraryHost]:
    """Host the builds of the folder, two calls at a time and one waiting."""
    host = LibraryHost(index_dir, workers=2, waiting=1, watch_every_s=0.02)
    yield host
    await host.close()


def titles(library: Library) -> set[str]:
    """Return what a library finds."""
    return {hit.article.title for hit in library.search("turbine").hits}


async def test_before_the_first_build_there_is_no_index(host: LibraryHost, publish: Callable[..., str]) -> None:
    """Opening an empty folder is no error; a question is told that there is no index, until there is."""
    await host.refresh()
    assert host.library is None
    with pytest.raises(NoIndex):
        await host.call(titles)
    publish(1)
    assert await host.refresh()
    assert await host.call(titles) == {"Wind farms, part 1"}


async def test_a_call_under_way_ends_on_the_build_it_began_on(
    host: LibraryHost, publish: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A swap between start and end of a question changes nothing for it, and the old build closes only after it."""
    old = publish(1)
    await host.refresh()
    begun, go_on = threading.Event(), threading.Event()

    def slow(library: Library) -> tuple[str, set[str]]:
        begun.set()
        assert go_on.wait(GUARD_S)
        return library.build, titles(library)

    closed_by = closing_threads(host, monkeypatch)
    call = asyncio.create_task(host.call(slow))
    await until(begun.is_set)
    new = publish(1, 2)
    assert await host.refresh()
    assert await host.call(lambda library: library.build) == new
    assert not closed_by
    go_on.set()
    assert await call == (old, {"Wind farms, part 1"})
    await until(lambda: bool(closed_by))
    assert await host.call(titles) == {"Wind farms, part 1", "Wind farms, part 2"}


def closing_threads(host: LibraryHost, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that the thread which has closed the library that serves now is put into."""
    assert host.library is not None
    close, closed_by = host.library.close, list[int]()
    monkeypatch.setattr(host.library, "close", lambda: (close(), closed_by.append(threading.get_ident())))
    return closed_by


async def test_a_library_is_closed_beside_the_loop(
    host: LibraryHost, publish: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing the files of a large build takes a while, during which the loop goes on."""
    publish(1)
    await host.refresh()
    before, closed_by = host.library, closing_threads(host, monkeypatch)
    publish(2)
    await host.refresh()
    await until(lambda: bool(closed_by))
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        titles(before)
    assert closed_by[0] != threading.get_ident()


async def test_a_cancelled_call_keeps_its_library_until_its_thread_ends(
    host: LibraryHost, publish: Callable[..., str]
) -> None:
    """Whoever asked may be gone; the thread that still reads must not find a closed file."""
    publish(1)
    await host.refresh()
    begun, go_on, found = threading.Event(), threading.Event(), []

    def slow(library: Library) -> None:
        begun.set()
        assert go_on.wait(GUARD_S)
        found.append(titles(library))

    call = asyncio.create_task(host.call(slow))
    await until(begun.is_set)
    call.cancel()
    publish(2)
    await host.refresh()
    await asyncio.sleep(0.05)
    go_on.set()
    await until(lambda: bool(found))
    assert found == [{"Wind farms, part 1"}]


async def test_questions_are_answered_through_many_swaps(host: LibraryHost, publish: Callable[..., str]) -> None:
    """Two askers that never pause see whole builds only, while the index is replaced again and again."""
    publish(1)
    await host.refresh()
    swapping = True

    async def ask() -> set[int]:
        sizes = set()
        while swapping:
            sizes.add(len(await host.call(titles)))
        return sizes

    askers = [asyncio.create_task(ask()) for _ in range(2)]
    for last in (2, 3, 4):
        await asyncio.to_thread(publish, *range(1, last + 1))
        assert await host.refresh()
        await asyncio.sleep(0.05)
    swapping = False
    sizes = set().union(*await asyncio.gather(*askers))
    assert sizes <= {1, 2, 3, 4}
    assert len(sizes) > 1


async def test_too_many_waiting_questions_are_turned_away(host: LibraryHost, publish: Callable[..., str]) -> None:
    """Two run, one waits, the fourth is told that all is busy; afterwards there is room again."""
    publish(1)
    await host.refresh()
    go_on = threading.Event()
    calls = [asyncio.create_task(host.call(lambda _: go_on.wait(GUARD_S))) for _ in range(3)]
    await asyncio.sleep(0)
    with pytest.raises(TooBusy):
        await host.call(titles)
    go_on.set()
    assert await asyncio.gather(*calls) == [True, True, True]
    assert await host.call(titles) == {"Wind farms, part 1"}


async def test_an_error_of_a_question_is_the_asker_s(host: LibraryHost, publish: Callable[..., str]) -> None:
    """It passes through unchanged and leaves the host as it was."""
    publish(1)
    await host.refresh()
    with pytest.raises(ZeroDivisionError):
        await host.call(lambda _: 1 / 0)
    assert await host.call(titles) == {"Wind farms, part 1"}


async def test_a_build_of_the_command_line_is_noticed(host: LibraryHost, publish: Callable[..., str]) -> None:
    """The watch takes it up without anybody asking, and without a damaged one ending the watch."""
    publish(1)
    await host.refresh()
    watch = asyncio.create_task(host.watch())
    newer = publish(1, 2)
    await until(lambda: host.library is not None and host.library.build == newer)
    watch.cancel()


async def test_a_damaged_build_leaves_the_one_before_serving(
    host: LibraryHost, index_dir: Path, publish: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    """The operator is told once, in a sentence; a whole build then takes over and clears it."""
    old = publish(1)
    spoilt = publish(1, 2)
    spoil(index_dir / spoilt)
    await host.refresh()
    await host.refresh()
    await host.refresh()
    assert host.library is not None
    assert host.library.build == old
    assert isinstance(host.damage, DamagedIndex)
    assert caplog.text.count("is damaged") == 1
    publish(3)
    await host.refresh()
    assert host.damage is None
    assert await host.call(titles) == {"Wind farms, part 3"}


async def test_with_nothing_whole_left_questions_are_told_of_the_damage(
    host: LibraryHost, index_dir: Path, publish: Callable[..., str]
) -> None:
    """The bot starts all the same and says what is wrong."""
    spoil(index_dir / publish(1))
    await host.refresh()
    with pytest.raises(DamagedIndex):
        await host.call(titles)


async def test_damage_found_by_a_question_costs_it_nothing(
    host: LibraryHost, index_dir: Path, publish: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    """The build before answers that question and those beside it, and the operator is told once."""
    old = publish(1)
    spoilt = publish(1, 2)
    await host.refresh()
    assert host.library is not None
    assert host.library.build == spoilt
    spoil(index_dir / spoilt)
    assert await asyncio.gather(host.call(titles), host.call(titles)) == [{"Wind farms, part 1"}] * 2
    assert host.library.build == old
    assert not await host.refresh()
    assert caplog.text.count("is damaged") == 1
    assert f"{old} serves instead" in caplog.text
    assert not host.wants_build
    publish(3)
    await host.refresh()
    assert host.damage is None


async def test_damage_with_nothing_to_stand_in_is_told_once(
    host: LibraryHost, index_dir: Path, publish: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    """Each question is told of it, the operator only once."""
    build = publish(1)
    await host.refresh()
    spoil(index_dir / build)
    for _ in range(2):
        with pytest.raises(DamagedIndex):
            await host.call(titles)
    assert caplog.text.count("is damaged") == 1
    assert "no other can serve" in caplog.text
    assert host.damaged.is_set()
    assert host.wants_build
    publish(2)
    await host.refresh()
    assert not host.wants_build


async def test_a_build_of_a_newer_version_is_never_replaced_unasked(
    host: LibraryHost, index_dir: Path, publish: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    """Questions are told that a newer version made it, and nobody calls it damaged."""
    assert host.wants_build
    manifest = index_dir / publish(1) / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"format": ', '"format": 9'), encoding="utf-8")
    await host.refresh()
    with pytest.raises(NewerIndex):
        await host.call(titles)
    assert not host.wants_build
    assert "a newer version wrote" in caplog.text
    assert "damaged" not in caplog.text


async def test_an_index_that_cannot_serve_collects_no_frames(
    host: LibraryHost, index_dir: Path, publish: Callable[..., str]
) -> None:
    """However often it is asked, the error that every question meets does not grow."""
    spoil(index_dir / publish(1))
    await host.refresh()
    for _ in range(5):
        with pytest.raises(DamagedIndex) as met:
            await host.call(titles)
    assert len(met.traceback) < 5


def spoil(build: Path) -> None:
    """Cut every file of a build in two."""
    for file in build.iterdir():
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2])


async def test_the_index_folder_may_disappear(host: LibraryHost, index_dir: Path, publish: Callable[..., str]) -> None:
    """What is open goes on being served."""
    publish(1)
    await host.refresh()
    shutil.rmtree(index_dir)
    assert not await host.refresh()
    assert host.library is not None


async def test_the_first_question_after_the_first_build_is_answered(
    host: LibraryHost, publish: Callable[..., str]
) -> None:
    """Whoever asks before the folder is looked at again is not told that there is no index."""
    with pytest.raises(NoIndex):
        await host.call(titles)
    publish(1)
    assert await host.call(titles) == {"Wind farms, part 1"}
