"""Articles that an admin hands in, removes and puts back from Discord."""

import asyncio
from dataclasses import replace

import pytest

from bot.errors import ArticleFileMissing, ChangeGone, NotManager
from bot.messages import words_in
from bot.messages.errors import error_words
from bot.playground.actor import Modal
from bot.render.forms import FILES
from bot.services.article_source import LOST
from bot.services.requests import LANGUAGES
from tests.person import Upload
from tests.seen import WORDS, button, finished, labels, plain, pressed

MILL = "# The old mill\n\nThe mill ground barley until 1931.\n"


def file(name, text):
    return Upload(filename=name, data=text if isinstance(text, bytes) else text.encode())


async def handed_in(footnote, *files):
    """Hand files in and return what is shown of them."""
    outcome = await footnote.admin.command("footnote add", {}, footnote.library)
    form = Modal(data=outcome.modal, channel=footnote.library, message=None)
    return await footnote.admin.submit(form, {FILES: list(files)})


async def test_a_file_is_handed_in_and_answers(footnote):
    """Uploaded, shown, added by one press: the next question finds it, and nobody else saw any of it."""
    shown = await handed_in(footnote, file("mill.md", MILL))
    assert shown.ephemeral
    assert WORDS("add-found", count=1) in plain(shown)
    assert "**The old mill**" in plain(shown)
    assert not (footnote.settings.articles_dir / "added").exists()
    report = await finished(footnote.admin, await pressed(footnote.admin, shown, "button-add", count=1))
    assert "- The old mill" in plain(report)
    found = await footnote.member.slash("search", {"query": "barley mill"}, footnote.library)
    assert "1931" in plain(found)
    assert (footnote.settings.articles_dir / "added" / "mill.md").read_text() == MILL


async def test_a_long_list_has_a_first_and_a_last_page(footnote):
    """Both are one press away, and one line says how to reach an article without turning pages."""
    for number in range(30):
        (footnote.settings.articles_dir / f"note-{number}.md").write_text(f"# Note {number}\n\nBox {number} is blue.\n")
    await footnote.reindexed()
    first = await footnote.admin.slash("footnote articles", {}, footnote.library)
    assert WORDS("articles-find") in plain(first)
    ends = {WORDS("button-first"), WORDS("button-last")}
    assert ends & {*labels(first)} == {WORDS("button-last")}
    last = await pressed(footnote.admin, first, "button-last")
    assert WORDS("page", page=5, pages=5) in plain(last)
    assert ends & {*labels(last)} == {WORDS("button-first")}
    before_last = await pressed(footnote.admin, last, "button-previous")
    assert ends & {*labels(before_last)} == {WORDS("button-first")}
    assert WORDS("page", page=1, pages=5) in plain(await pressed(footnote.admin, before_last, "button-first"))


async def test_every_bad_file_has_its_reason_and_the_rest_is_used(footnote):
    """Too large, empty, no text, of no known kind, twice the same, already there: each is named, the good one stays."""
    served = (footnote.settings.articles_dir / "bridge.md").read_text(encoding="utf-8")
    shown = await handed_in(
        footnote,
        file("good.md", MILL),
        file("large.md", b"a" * (9 * 2**20)),
        file("empty.txt", b""),
        file("blank.txt", b" \n "),
        file("photo.txt", bytes(range(256)) * 40),
        file("tool.exe", b"MZ"),
        file("twice.md", MILL),
        file("known.md", served),
    )
    text = plain(shown)
    assert WORDS("add-found", count=1) in text
    for name, reason in (
        ("large.md", "too-large"),
        ("empty.txt", "empty"),
        ("blank.txt", "empty"),
        ("photo.txt", "not-text"),
        ("tool.exe", "unsupported"),
        ("twice.md", "duplicate-text"),
        ("known.md", "served"),
    ):
        assert f"- {name}: {WORDS(f'rejected-{reason}')}" in text
    await pressed(footnote.admin, shown, "button-add", count=1)
    assert [path.name for path in (footnote.settings.articles_dir / "added").iterdir()] == ["good.md"]


async def test_hostile_names_stay_below_the_articles(footnote):
    """Whatever a file is called, it is written into one folder, under a name that shows."""
    names = ["../../escape.md", "/etc/passwd.md", "..\\up.md", ".hidden.md", "README.md", "a\u202edm.exe.md"]
    names.append("x" * 300 + ".md")
    before = {path for path in footnote.settings.data_dir.parent.rglob("*") if "data" not in path.parts}
    files = [file(name, f"# Mill {number}\n\nIt ground oats in 193{number}.\n") for number, name in enumerate(names)]
    shown = await handed_in(footnote, *files)
    await finished(footnote.admin, await pressed(footnote.admin, shown, "button-add", count=len(names)))
    folder = footnote.settings.articles_dir / "added"
    added = {*folder.iterdir()}
    assert len(added) == len(names)
    assert not any(path.name.startswith(".") or "\u202e" in path.name for path in added)
    after = {path for path in footnote.settings.data_dir.parent.rglob("*") if "data" not in path.parts}
    assert after - before == {folder, *added}
    assert "1936" in plain(await footnote.member.slash("search", {"query": "Mill 6 oats"}, footnote.library))


async def test_a_bad_line_is_told_under_the_name_of_its_file(footnote):
    """A line that cannot be used is named once, after the file as it was sent; the other lines are articles."""
    lines = '{"title": "Tea", "text": "Tea grows on hills."}\n{bad\n'
    shown = plain(await handed_in(footnote, file("Drinks!.jsonl", lines), file("bad.jsonl", "{bad\n")))
    assert WORDS("add-found", count=1) in shown
    reason = WORDS("rejected-bad-line")
    refused = [line for line in shown.splitlines() if line.startswith("- ")]
    assert sorted(refused) == [f"- Drinks!.jsonl:2: {reason}", f"- bad.jsonl:1: {reason}"]


async def test_a_file_of_names_is_sent_where_names_go(footnote):
    """Nobody is told that aliases.toml is no article's kind of file, but where its names are taken."""
    shown = plain(await handed_in(footnote, file("aliases.toml", '[aliases]\n"Ada" = ["艾達"]\n')))
    assert f"- aliases.toml: {WORDS('rejected-names')}" in shown


async def test_nothing_usable_offers_nothing(footnote):
    """Files of which none can be used leave no button to press."""
    for files in ([file("tool.exe", b"MZ")], []):
        shown = await handed_in(footnote, *files)
        assert WORDS("add-found", count=0) in plain(shown)
        assert labels(shown) == []


async def test_discarded_files_are_gone_and_the_second_press_is_told(footnote):
    """Two presses, of two people or of one, decide once."""
    shown = await handed_in(footnote, file("mill.md", MILL))
    again, discard = forge(footnote, shown), button(shown, WORDS("button-discard"))
    assert plain(await footnote.admin.press(shown, discard)) == WORDS("add-discarded")
    assert list((footnote.settings.data_dir / "uploads").iterdir()) == []
    for custom_id in (discard, button(again, WORDS("button-add", count=1))):
        assert plain(await footnote.admin.press(again, custom_id)) == error_words(ChangeGone(), WORDS)


async def test_two_files_of_one_name_stand_side_by_side(footnote):
    """A later file replaces nothing."""
    folder = footnote.settings.articles_dir / "added"
    folder.mkdir()
    (folder / "mill.md").write_text(MILL)
    new = "# The new mill\n\nIt grinds coffee since 2001.\n"
    shown = await handed_in(footnote, file("mill.md", new))
    await pressed(footnote.admin, shown, "button-add", count=1)
    assert {path.name: path.read_text() for path in folder.iterdir()} == {"mill.md": MILL, "mill 2.md": new}


async def test_an_article_is_removed_and_put_back(footnote):
    """What is removed says what goes with it, finds nobody any more, and comes back as it was."""
    (choice,) = await footnote.admin.autocomplete("footnote articles", "article", "石桥", footnote.library)
    asked = await footnote.admin.slash("footnote articles", {"article": choice["value"]}, footnote.library)
    assert "- bridge.md" in plain(asked)
    before = (footnote.settings.articles_dir / "bridge.md").read_bytes()
    report = await finished(footnote.admin, await pressed(footnote.admin, asked, "button-remove"))
    assert "Removed: 1" in plain(report)
    assert not (footnote.settings.articles_dir / "bridge.md").exists()
    listed = await footnote.admin.slash("footnote articles", {}, footnote.library)
    assert "石桥为什么修了七年" not in plain(listed)
    removed = await pressed(footnote.admin, listed, "button-removed", count=1)
    assert "石桥为什么修了七年" in plain(removed)
    restored = await finished(footnote.admin, await pressed(footnote.admin, removed, "button-restore"))
    assert "Added: 1" in plain(restored)
    assert (footnote.settings.articles_dir / "bridge.md").read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("石橋為什麼", "- bridge.md"), ("the ferry RUNS", "- ferry"), ("no such title", WORDS("error-unknown-article"))],
)
async def test_a_title_may_be_named_in_part(footnote, typed, shown):
    """Words that one title alone holds name it, in either script; of others it is said how to find a title."""
    asked = await footnote.admin.slash("footnote articles", {"article": typed}, footnote.library)
    assert shown in plain(asked)


async def test_the_sample_is_not_removed(footnote):
    """Articles of the sample have no file to take away, and no button that would say so only afterwards."""
    for path in footnote.settings.articles_dir.iterdir():
        path.unlink()
    await footnote.reindexed()
    listed = await footnote.admin.slash("footnote articles", {}, footnote.library)
    assert WORDS("reindex-sample") in plain(listed)
    assert WORDS("button-remove") not in labels(listed)
    (choice, *_) = await footnote.admin.autocomplete("footnote articles", "article", "", footnote.library)
    named = await footnote.admin.slash("footnote articles", {"article": choice["value"]}, footnote.library)
    assert plain(named) == error_words(ArticleFileMissing(), WORDS)
    assert labels(named) == []


@pytest.mark.parametrize("source", LOST)
async def test_articles_whose_folder_is_lost_answer_on(footnote, monkeypatch, source):
    """They are not called the sample, nor replaced by it unasked, though a newer version wants another index."""
    folder = footnote.settings.articles_dir
    folder.rename(folder.with_name("elsewhere"))
    if source == "emptied":
        folder.mkdir()
    monkeypatch.setattr("corpus.library.analysis_version", dict)
    await footnote.restart()
    for locale in LANGUAGES:
        told = words_in(locale)("articles-lost", source=source).strip("*")
        for command in ("articles", "status"):
            shown = await footnote.as_(footnote.admin, locale).slash(f"footnote {command}", {}, footnote.library)
            assert told in plain(shown)
            assert words_in(locale)("reindex-sample") not in plain(shown)
    assert not footnote.app.reindexing.running
    assert await footnote.answers()


async def test_what_stands_in_the_same_file_is_named_before_it_goes(footnote):
    """Several articles in one file go together, and the admin reads so first."""
    table = '{"title": "Tea", "text": "Tea grows on hills."}\n{"title": "Coffee", "text": "Coffee needs shade."}\n'
    shown = await handed_in(footnote, file("drinks.jsonl", table))
    await finished(footnote.admin, await pressed(footnote.admin, shown, "button-add", count=2))
    asked = await footnote.admin.slash("footnote articles", {"article": "Tea"}, footnote.library)
    assert WORDS("remove-others", count=1) in plain(asked)
    assert "- Coffee" in plain(asked)
    assert WORDS("remove-alone") in plain(asked)


async def test_two_admins_remove_at_once(footnote):
    """The second is told that there is nothing left to remove."""
    asked = [
        await actor.slash("footnote articles", {"article": "石桥为什么修了七年"}, footnote.library)
        for actor in (footnote.admin, footnote.owner)
    ]
    remove = [button(each, WORDS("button-remove")) for each in asked]
    first, second = await asyncio.gather(
        footnote.admin.press(asked[0], remove[0]), footnote.owner.press(asked[1], remove[1])
    )
    told = error_words(ArticleFileMissing(), WORDS)
    assert told in {plain(first), plain(second)}


async def test_two_admins_add_at_once(footnote):
    """Names that differ in case or in how an accent is written lose nothing, whoever presses first."""
    pressed = []
    for number, (actor, name) in enumerate(((footnote.admin, "Café.md"), (footnote.owner, "CAFE\u0301.md"))):
        outcome = await actor.command("footnote add", {}, footnote.library)
        form = Modal(data=outcome.modal, channel=footnote.library, message=None)
        shown = await actor.submit(form, {FILES: [file(name, f"# Roast {number}\n\nBeans of harvest {number}.\n")]})
        pressed.append((actor, shown, button(shown, WORDS("button-add", count=1))))
    reports = await asyncio.gather(*(actor.press(shown, keep) for actor, shown, keep in pressed))
    await asyncio.gather(*(finished(actor, report) for (actor, _, _), report in zip(pressed, reports, strict=True)))
    listed = plain(await footnote.admin.slash("footnote articles", {}, footnote.library))
    assert "Roast 0" in listed
    assert "Roast 1" in listed


async def test_members_change_nothing(footnote):
    """A member is refused the form, the list and every button, also one that an admin was shown."""
    refused = error_words(NotManager(), WORDS)
    for command in ("footnote add", "footnote articles"):
        assert plain(await footnote.member.slash(command, {}, footnote.library)) == refused
    shown = await handed_in(footnote, file("mill.md", MILL))
    forged = forge(footnote, shown)
    for custom_id in (each["custom_id"] for each in shown.controls):
        assert plain(await footnote.member.press(forged, custom_id)) == refused
    assert not (footnote.settings.articles_dir / "added").exists()


async def test_uploads_outlive_a_restart_and_a_second_press_is_told(footnote):
    """The one button works in a later process; pressed again it says that somebody has decided."""
    shown = await handed_in(footnote, file("mill.md", MILL))
    again = forge(footnote, shown)
    keep = button(shown, WORDS("button-add", count=1))
    await footnote.restart()
    await footnote.admin.press(shown, keep)
    assert (footnote.settings.articles_dir / "added" / "mill.md").exists()
    assert plain(await footnote.admin.press(again, keep)) == error_words(ChangeGone(), WORDS)


def forge(footnote, message):
    """Post a copy of a message that anybody can press."""
    copy = replace(message, id=footnote.discord.snowflakes(), flags=type(message.flags)(message.flags & ~64))
    return footnote.discord.board.post(copy)
