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
from tests.seen import plain

LOCALES = ("en-US", "zh-CN", "zh-TW")
FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096)); from bot.cli import main; main()"


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
        assert words_in(locale)("status-damaged") in plain(shown), (harm, name)
    await footnote.reindexed()
    shown = await footnote.admin.slash("footnote status", {}, footnote.library)
    assert words_in("en-US")("status-damaged") not in plain(shown)
    assert current_build(index) not in {None, newest}


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
