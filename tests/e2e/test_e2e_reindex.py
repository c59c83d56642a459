"""/reindex after files were added, changed, removed and refused, with questions answered throughout."""

import asyncio

from bot.messages import words_in
from tests.patience import until
from tests.seen import plain


async def test_a_reindex_reports_what_changed(footnote):
    """The report names what was added, changed, removed and refused, and answers follow at once."""
    folder = footnote.settings.articles_dir
    (folder / "windmill.md").write_text("---\ntitle: The old windmill\n---\nThe windmill ground barley until 1961.\n")
    bridge = folder / "bridge.md"
    bridge.write_text(bridge.read_text(encoding="utf-8") + "\n桥头的灯塔在2019年亮起。\n", encoding="utf-8")
    (folder / "night-market.md").unlink()
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 40)
    report = plain(await footnote.reindexed())
    for part in (
        "Added: 1",
        "- The old windmill",
        "Changed: 1",
        "石桥为什么修了七年",
        "Removed: 1",
        "夜市裡的電子招牌",
    ):
        assert part in report
    assert "photo.txt: not text" in report
    found = await footnote.member.slash("search", {"query": "barley windmill"}, footnote.library)
    assert "The old windmill" in plain(found)
    gone = await footnote.member.slash("summary", {"about": "夜市裡的電子招牌"}, footnote.library)
    assert "### 夜市裡的電子招牌" not in plain(gone)


async def test_questions_are_answered_throughout(footnote):
    """While articles are read again, nobody waits."""
    (footnote.settings.articles_dir / "new.md").write_text("---\ntitle: A new one\n---\nBarley grows on Heron Hill.\n")
    report = asyncio.create_task(footnote.reindexed())
    asked = 0
    while not report.done():
        answer = await footnote.member.slash("search", {"query": "ferry batteries"}, footnote.library)
        assert "Why the ferry runs on batteries" in plain(answer)
        asked += 1
    assert "Added: 1" in plain(await report)
    assert asked > 1


async def test_a_second_reindex_is_told_to_wait(footnote):
    """Two reindexes at once are one too many, and the second is said so."""
    first = asyncio.create_task(footnote.reindexed())
    await until(lambda: footnote.app.reindexing.running)
    second = await footnote.as_(footnote.owner, "zh-CN").slash("reindex")
    waiting = words_in("zh-CN")("error-reindex-running")
    assert waiting in plain(await footnote.owner.until(second, lambda message: waiting in plain(message)))
    await first
