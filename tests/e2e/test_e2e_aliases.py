"""Nicknames that an admin lists from Discord."""

import pytest

from bot.errors import AliasIncomplete, AliasUnusable, NotManager
from bot.messages.errors import error_words
from tests.seen import WORDS, finished, plain


async def changed(footnote, **options):
    """Change a list and wait until the change is live."""
    shown = await footnote.admin.slash("footnote aliases", options, footnote.library)
    return await finished(footnote.admin, shown)


async def test_a_nickname_leads_to_its_bearer(footnote):
    """Listed by one command, it is live when the report is there, kept in the file, shown, and taken away again."""
    name = "高远山"
    file = footnote.settings.articles_dir / "aliases.toml"
    file.write_text('# ours\n[aliases]\nbroken\n"Nobody" = ["No One"] # keep\n', encoding="utf-8")
    before = await footnote.member.slash("who", {"name": "the heron"}, footnote.library)
    assert name not in plain(before)
    report = await changed(footnote, name=name, add="The Heron、 the stork")
    assert WORDS("aliases-added", name=f"**{name}**", forms="The Heron, the stork") in plain(report)
    assert WORDS("aliases-unknown", name=f"**{name}**") not in plain(report)
    assert file.read_text(encoding="utf-8").endswith(
        f'"Nobody" = ["No One"] # keep\n"{name}" = ["The Heron", "the stork"]\n'
    )
    card = await footnote.member.slash("who", {"name": "the heron"}, footnote.library)
    assert plain(card).startswith(f"### {name}")
    assert "The Heron" in plain(card)
    shown = await footnote.admin.slash("footnote aliases", {}, footnote.library)
    assert shown.ephemeral
    assert f"- **{name}** The Heron, the stork" in plain(shown)
    assert WORDS("aliases-problem", line=3) in plain(shown)
    await changed(footnote, name="the heron", remove="The Heron")
    gone = await footnote.member.slash("who", {"name": "the heron"}, footnote.library)
    assert name not in plain(gone)


@pytest.mark.parametrize(
    ("options", "fate", "forms"),
    [({"add": "周若兰, The Heron"}, "listed", "周若兰, The Heron"), ({"remove": "Zorro"}, "unlisted", "Zorro")],
)
async def test_what_changes_nothing_says_so_at_once(footnote, options, fate, forms):
    """The file stays as it is, no article is read, and a name that no article holds is told of."""
    file = footnote.settings.articles_dir / "aliases.toml"
    file.write_text('[aliases]\n"周若兰" = ["The Heron", "Crane"]\n', encoding="utf-8")
    before = file.stat().st_mtime_ns
    shown = await footnote.admin.slash("footnote aliases", {"name": "周若兰"} | options, footnote.library)
    assert plain(shown) == WORDS(f"aliases-{fate}", name="**周若兰**", forms=forms)
    assert file.stat().st_mtime_ns == before
    nobody = await footnote.admin.slash("footnote aliases", {"name": "No Such", "remove": "Zorro"}, footnote.library)
    assert plain(nobody).splitlines()[1] == WORDS("aliases-unknown", name="**No Such**")


async def test_what_is_no_name_is_refused(footnote):
    """The file stays as it was, and one sentence says why."""
    shown = await footnote.admin.slash("footnote aliases", {"name": "Somebody", "add": "?!"}, footnote.library)
    assert error_words(AliasUnusable("Somebody", "?!"), WORDS) in plain(shown)
    assert not (footnote.settings.articles_dir / "aliases.toml").exists()


@pytest.mark.parametrize("options", [{"add": "The Heron"}, {"remove": "The Heron"}, {"name": "Somebody"}])
async def test_half_a_change_says_what_is_missing(footnote, options):
    """A form without a name, or a name without a form, is not passed over in silence."""
    shown = await footnote.admin.slash("footnote aliases", options, footnote.library)
    assert error_words(AliasIncomplete(), WORDS) in plain(shown)


async def test_a_link_is_not_written_through(footnote, tmp_path):
    """A file of aliases that is a link elsewhere is neither read nor written."""
    outside = tmp_path / "outside.toml"
    outside.write_text("[aliases]\n", encoding="utf-8")
    (footnote.settings.articles_dir / "aliases.toml").symlink_to(outside)
    await footnote.admin.slash("footnote aliases", {"name": "Somebody", "add": "Some"}, footnote.library)
    assert outside.read_text(encoding="utf-8") == "[aliases]\n"


@pytest.mark.parametrize("options", [{}, {"name": "Somebody", "add": "Some"}])
async def test_members_change_nothing(footnote, options):
    """Whoever may not look after the bot is told so."""
    shown = await footnote.member.slash("footnote aliases", options, footnote.library)
    assert error_words(NotManager(), WORDS) in plain(shown)
    assert not (footnote.settings.articles_dir / "aliases.toml").exists()
