"""An index that is damaged, and a reindex that finds no room: the bot goes on with the build that works and says so."""

import itertools
import os
import shutil
import sys

import pytest

from bot.errors import ReindexFailed
from bot.messages import words_in
from bot.messages.errors import error_words
from corpus import IndexNotWritable, build_index, current_build, read_folder
from corpus.index.manifest import FORMAT
from tests.patience import until
from tests.seen import plain

LOCALES = ("en-US", "zh-CN", "zh-TW")
DAMAGED = {"en-US": "is damaged", "zh-CN": "已损坏", "zh-TW": "已損毀"}
NEWER = {
    "en-US": f"a newer Footnote (format 9{FORMAT})",
    "zh-CN": "较新版本的 Footnote",
    "zh-TW": "較新版本的 Footnote",
}
NONE_ANSWERS = {"en-US": "Nothing can be answered.", "zh-CN": "目前无法回答提问。", "zh-TW": "目前無法回答提問。"}
# What stands in for the child that builds: it counts its starts, then waits to be let go, or fails.
BEGUN = "import pathlib, time; pathlib.Path('begun').open('a').write('x'); "
MAIN = "from bot.cli import main; main()"
HELD = f"{BEGUN}[time.sleep(0.01) for _ in iter(lambda: pathlib.Path('go').exists(), True)]; {MAIN}"
FULL = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096)); {MAIN}"


def lose(path):
    path.unlink()


def cut_short(path):
    os.truncate(path, path.stat().st_size // 2)


def count_up(path):
    path.write_text(path.read_text(encoding="utf-8").replace('"format": ', '"format": 9'), encoding="utf-8")


def point_nowhere(path):
    (path.parent.parent / "current").write_text("20200101T000000000000Z-abcdef\n", encoding="utf-8")


async def test_a_damaged_index_gives_way(footnote, tmp_path):
    """Whatever is wrong with the newest build, questions are answered, admins are told, and a reindex mends it."""
    index = footnote.settings.index_dir
    reading = read_folder(footnote.settings.articles_dir)
    newest = build_index(reading.articles, index, engine="tantivy").build
    shutil.copytree(index, tmp_path / "whole")
    files = [
        "manifest.json",
        "store.sqlite",
        *(f"engine/{path.name}" for path in (index / newest / "engine").glob("[!.]*")),
    ]
    harms = [*itertools.product((lose, cut_short), files[:2]), (count_up, files[0]), (point_nowhere, files[0])]
    harms += zip(itertools.cycle((lose, cut_short)), files[2:])
    for (harm, name), locale in zip(harms, itertools.cycle(LOCALES)):
        await footnote.stop()
        shutil.rmtree(index)
        shutil.copytree(tmp_path / "whole", index)
        harm(index / newest / name)
        await footnote.start()
        assert await footnote.answers(), (harm, name)
        shown = await footnote.as_(footnote.admin, locale).slash("footnote status", {}, footnote.library)
        serving = "目前由另一" if locale != "en-US" else "Another one answers."
        assert serving in plain(shown), (harm, name)
        assert (NEWER[locale] in plain(shown)) is (harm is count_up)
        assert (DAMAGED[locale] in plain(shown)) is (harm is not count_up)
    await footnote.reindexed()
    shown = await footnote.admin.slash("footnote status", {}, footnote.library)
    assert "The index" not in plain(shown)
    assert current_build(index) not in {None, newest}


def spoil(build):
    for path in build.rglob("*"):
        if path.is_file():
            path.write_bytes(b"\0" * path.stat().st_size)


def stand_in(footnote, tmp_path, code):
    """Let a reindex run other code, and return the file that counts its starts."""
    reached = f"import os; os.chdir({str(tmp_path)!r}); {code}"
    footnote.app.reindexing._command = (sys.executable, "-c", reached, "reindex", "--json-lines")
    return tmp_path / "begun"


async def status_of(footnote, locale):
    return plain(await footnote.as_(footnote.admin, locale).slash("footnote status", {}, footnote.library))


async def test_the_only_index_is_made_anew_when_it_is_damaged(footnote, tmp_path, caplog):
    """Nobody has to run a command: the bot builds another by itself, and says so until that answers."""
    begun = stand_in(footnote, tmp_path, HELD)
    index = footnote.settings.index_dir
    spoil(index / current_build(index))
    assert not await footnote.answers()
    await until(begun.exists)
    for locale in LOCALES:
        shown = await status_of(footnote, locale)
        assert DAMAGED[locale] in shown
        assert words_in(locale)("status-damage", problem="", serving="same", remedy="building")[4:] in shown
    assert "no other can serve" in caplog.text
    (tmp_path / "go").touch()
    await until(lambda: not footnote.app.reindexing.running)
    assert await footnote.answers()
    assert "damaged" not in await status_of(footnote, "en-US")
    assert begun.read_text() == "x"


async def test_a_build_that_fails_is_not_tried_again_and_again(footnote, tmp_path, monkeypatch):
    """However often somebody asks, an index that cannot be made anew is tried once; the admin is told the command."""
    monkeypatch.setattr("bot.wiring.BUILD_AGAIN_S", 0.0)
    begun = stand_in(footnote, tmp_path, f"{BEGUN} raise SystemExit('no luck')")
    index = footnote.settings.index_dir
    spoil(index / current_build(index))
    for _ in range(5):
        assert not await footnote.answers()
        await until(lambda: begun.exists() and not footnote.app.reindexing.running)
    assert begun.read_text() == "x"
    assert "Make a new one with /reindex" in await status_of(footnote, "en-US")


@pytest.mark.parametrize("locale", LOCALES)
async def test_an_index_of_a_newer_version_is_left_alone(footnote, locale):
    """Nothing answers, and the admin is told that it is newer, not damaged; a reindex makes one of this version."""
    index = footnote.settings.index_dir
    newer = current_build(index)
    await footnote.stop()
    count_up(index / newer / "manifest.json")
    await footnote.start()
    assert not await footnote.answers()
    shown = await status_of(footnote, locale)
    assert NEWER[locale] in shown
    assert NONE_ANSWERS[locale] in shown
    assert DAMAGED[locale] not in shown
    assert current_build(index) == newer
    await footnote.reindexed()
    assert await footnote.answers()


@pytest.mark.parametrize("locale", LOCALES)
async def test_no_room_for_a_reindex(footnote, locale):
    """Who reindexed on a full disk is told why in their language, and answers go on."""
    footnote.app.reindexing._command = (sys.executable, "-c", FULL, "reindex", "--json-lines")
    (footnote.settings.articles_dir / "new.md").write_text(
        "# A new one\n\nBarley grows on Heron Hill.\n", encoding="utf-8"
    )
    failed = ReindexFailed("")
    failed.__cause__ = IndexNotWritable(footnote.settings.index_dir, "|")
    said = error_words(failed, words_in(locale)).partition("|")[0]
    shown = await footnote.as_(footnote.admin, locale).slash("reindex", {}, footnote.library)
    await footnote.admin.until(shown, lambda message: said in plain(message))
    assert await footnote.answers()
