"""After a reindex an admin sees what it changed for the questions that people asked, and can go back."""

import json
import shutil

from tests.e2e.installation import running
from tests.seen import WORDS, finished, plain, pressed


async def test_the_report_tells_what_changed_and_goes_back(footnote):
    """One question is answered now, one is lost, a private one only counted; a button undoes it all.

    The buttons are for managers alone, and work after a restart, when what stands behind them is worked out anew.
    """
    folder = footnote.settings.articles_dir
    for query in ("barley windmill 1961", "夜市裡的電子招牌"):
        await footnote.member.slash("search", {"query": query}, footnote.library)
    await footnote.member.slash("search", {"query": "windmill barley secret", "private": True}, footnote.library)
    await footnote.logged()
    (folder / "windmill.md").write_text("---\ntitle: The old windmill\n---\nThe windmill ground barley until 1961.\n")
    (folder / "night-market.md").unlink()
    before = footnote.app.answers.host.library.build
    report = await footnote.reindexed("compare-heading")
    assert WORDS("compare-hidden", count=1) in report.text
    listed = plain(await pressed(footnote.admin, report, "compare-button-show"))
    assert "**barley windmill 1961**" in listed
    assert "> Now: **The old windmill**" in listed
    assert "夜市裡的電子招牌" in listed
    assert "secret" not in listed
    await footnote.restart()
    assert plain(await pressed(footnote.admin, report, "compare-button-show")) == listed
    refused = await pressed(footnote.member, report, "compare-button-back")
    assert WORDS("error-not-manager") in refused.text
    after = footnote.app.answers.host.library.build
    went = await pressed(footnote.admin, report, "compare-button-back")
    assert footnote.app.answers.host.library.build == before
    gone = await footnote.member.slash("search", {"query": "old windmill"}, footnote.library)
    assert "The old windmill" not in plain(gone)
    await pressed(footnote.admin, went, "compare-button-forward")
    assert footnote.app.answers.host.library.build == after


async def test_a_reindex_that_changed_no_article_tells_of_its_aliases(footnote):
    """Nothing is new at first; then a form of a name is, without an article that changed."""
    await footnote.member.slash("who", {"name": "The Night Heron"}, footnote.library)
    await footnote.logged()
    report = await footnote.reindexed("compare-heading")
    assert WORDS("reindex-unchanged") in report.text
    assert WORDS("compare-same") in report.text
    options = {"name": "高远山", "add": "The Night Heron"}
    shown = await footnote.admin.slash("footnote aliases", options, footnote.library)
    report = await finished(footnote.admin, shown, "compare-heading")
    assert WORDS("reindex-unchanged") in report.text
    assert WORDS("compare-counts", gained=1, lost=0, changed=0, reworded=0) in report.text


async def test_the_operator_lets_reviews_and_reports_show_private_words(indexed, tmp_path):
    """One setting for both; /privacy says so to everybody."""
    shutil.copytree(indexed, tmp_path, dirs_exist_ok=True)
    async with running(tmp_path, review_private="words") as footnote:
        assert WORDS("privacy-direct-words") in (await footnote.member.dm("/privacy")).text
        await footnote.member.slash("search", {"query": "windmill barley", "private": True}, footnote.library)
        await footnote.member.dm("barley mill of 1961")
        await footnote.logged()
        review = await footnote.admin.slash("footnote review", {}, footnote.library)
        assert WORDS("review-hidden-how") not in review.text
        assert WORDS("review-nothing", count=2) in json.dumps(list(review.controls))
        (footnote.settings.articles_dir / "windmill.md").write_text("# The windmill\n\nIt ground barley in 1961.\n")
        report = await footnote.reindexed("compare-heading")
        listed = plain(await pressed(footnote.admin, report, "compare-button-show"))
        assert "**windmill barley**" in listed
        assert "**barley mill of 1961**" in listed
