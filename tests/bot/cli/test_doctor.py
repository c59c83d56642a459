"""What the doctor finds, on this machine and at Discord, and what the program ends with."""

import json
import socket
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import aiohttp
import pytest
from aiohttp import web

from bot.cli import discord_checks
from bot.cli.discord_checks import COMMANDS, check_application, discord_findings
from bot.cli.doctor import first_code
from bot.cli.exit_codes import ExitCode
from bot.cli.finding import outcome_of
from bot.cli.local_checks import (
    check_articles,
    check_data,
    check_disk,
    check_index,
    check_log,
    check_running,
    check_state,
    local_findings,
)
from bot.messages import words_in
from bot.playground.loopback import LoopbackDiscord
from bot.services.gate import HOME_SERVER
from bot.settings import Settings
from bot.storage.data_lock import data_lock
from bot.storage.state import SqliteState

WORDS = words_in("en-US")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return the settings of an installation that has only just been unpacked."""
    return Settings(data_dir=tmp_path / "data", articles_dir=tmp_path / "data" / "articles", token="a.good.token")


@pytest.fixture
async def discord():
    """Yield a Discord that is asked in the place of the real one."""
    made = LoopbackDiscord()
    await made.start()
    with made.route():
        yield made
    await made.close()


def messages(findings):
    """Return which messages were found, with their levels."""
    return [(each.level, each.message or type(each.error).__name__) for each in findings]


def test_a_new_installation_is_well(footnote, home: Path) -> None:
    """Nothing is wrong where nothing was done yet, and each line says so."""
    run = footnote("doctor", "--offline")
    assert run.code == 0
    assert run.answer[0].endswith(WORDS("doctor-settings"))
    assert WORDS("doctor-articles", folder="data/articles", count=2) in run.out
    assert WORDS("doctor-index-none") in run.out
    footnote("reindex")
    found = json.loads(footnote("doctor", "--offline", "--json").out)
    assert {"ok", "note"} == {each["level"] for each in found}
    assert any("in the index of" in each["text"] for each in found)


def test_a_folder_that_cannot_be_written(settings: Settings) -> None:
    """Something else stands where the data are to lie, which is said once."""
    settings.data_dir.write_text("no folder")
    assert outcome_of(check_data, settings).code == ExitCode.UNWRITABLE
    assert [each.level for each in local_findings(settings)].count("wrong") == 1


def test_nothing_is_made_by_looking(footnote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder that is not there, perhaps since its name is mistyped, is named and left so."""
    before = set(tmp_path.rglob("*"))
    footnote("doctor", "--offline")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "mistyped"))
    assert WORDS("doctor-data-none", folder=str(tmp_path / "mistyped")) in footnote("doctor", "--offline").out
    assert set(tmp_path.rglob("*")) == before


def test_a_running_bot_is_seen(settings: Settings) -> None:
    """The lock says that a bot serves from this folder."""
    assert check_running(settings).message == "doctor-stopped"
    with data_lock(settings.data_dir):
        assert check_running(settings).message == "doctor-running"


@pytest.mark.parametrize(("free", "level"), [(10, "wrong"), (200, "note"), (9000, "ok")])
def test_a_disk_that_fills(settings: Settings, monkeypatch: pytest.MonkeyPatch, free: int, level: str) -> None:
    """Little room is worth a word, none is wrong."""
    usage = SimpleNamespace(free=free * 2**20)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert check_disk(settings).level == level


def test_articles_that_cannot_be_read(settings: Settings) -> None:
    """A file in the place of the folder is named; an empty folder is no error."""
    assert check_articles(settings).message == "doctor-articles-none"
    settings.data_dir.mkdir()
    settings.articles_dir.write_text("no folder")
    assert outcome_of(check_articles, settings).code == ExitCode.CONFIGURATION


def test_articles_that_were_not_read_yet(footnote, home: Path) -> None:
    """Whoever puts files beside an index of the sample learns why that still answers."""
    own = home / "data" / "articles"
    kept = {article.name: article.read_bytes() for article in own.iterdir()}
    for name in kept:
        (own / name).unlink()
    footnote("reindex")
    for name, content in kept.items():
        (own / name).write_bytes(content)
    told = WORDS("doctor-articles-unread", folder="data/articles", count=len(kept))
    assert told in footnote("doctor", "--offline").out
    footnote("reindex")
    assert told not in footnote("doctor", "--offline").out


def test_own_articles_whose_folder_is_lost(footnote, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read of it answers, and nobody is told that the sample does; a mistyped folder is wrong, too."""
    footnote("reindex")
    folder = home / "data" / "articles"
    for article in folder.iterdir():
        article.unlink()
    emptied = footnote("doctor", "--offline")
    folder.rmdir()
    missing = footnote("doctor", "--offline")
    assert emptied.code == missing.code == ExitCode.CONFIGURATION
    for run, source in ((emptied, "emptied"), (missing, "missing")):
        assert WORDS("doctor-articles-lost", folder="data/articles", source=source) in run.out
        assert "sample answers" not in run.out
    monkeypatch.setenv("ARTICLES_DIR", str(home / "nowhere"))
    monkeypatch.setenv("DATA_DIR", str(home / "other"))
    assert footnote("doctor", "--offline").code == ExitCode.CONFIGURATION


def test_a_damaged_index(settings: Settings, footnote, home: Path) -> None:
    """A build whose files are gone is told with what to do."""
    footnote("reindex")
    for file in (home / "data" / "index").glob("*/*"):
        file.write_bytes(b"no index")
    damaged = replace(settings, data_dir=home / "data")
    assert outcome_of(check_index, damaged).code == ExitCode.DAMAGED


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + b"x" * 2000, b"\xff" * 4096])
def test_a_damaged_log_or_state(settings: Settings, content: bytes) -> None:
    """One that SQLite cannot read is told with what happens next."""
    settings.data_dir.mkdir()
    for name, check, path in (("log", check_log, settings.log_path), ("state", check_state, settings.state_path)):
        assert check(settings).message == f"doctor-{name}-none"
        path.write_bytes(content)
        assert check(settings).code == ExitCode.DAMAGED


async def test_a_discord_where_all_is_well(discord: LoopbackDiscord, settings: Settings) -> None:
    """Route, application, servers and commands are each said to be as they should."""
    settings = replace(settings, home_servers=(discord.world.home.id,))
    sent = [
        {"name": name, "type": 3} if " " in name else {"name": name, "type": 1, "description": "d"}
        for name in sorted(COMMANDS)
    ]
    address = f"{discord.url}/api/v10/applications/{discord.world.application_id}/commands"
    headers = {"Authorization": f"Bot {settings.token}"}
    async with aiohttp.ClientSession(headers=headers) as session, session.put(address, json=sent) as response:
        assert response.status == 200
    found = messages(await discord_findings(settings))
    assert found == [
        ("ok", "doctor-route"),
        ("ok", "doctor-application"),
        ("note", "doctor-public"),
        ("ok", "doctor-servers"),
        ("ok", "doctor-commands"),
    ]


async def test_what_is_missing_at_discord(discord: LoopbackDiscord, settings: Settings) -> None:
    """Commands that were never sent, and a home server that the bot is not in."""
    found = await discord_findings(replace(settings, home_servers=(discord.world.home.id, 77)))
    assert ("note", "doctor-commands-old") in messages(found)
    assert ("wrong", "doctor-servers-home") in messages(found)
    assert "77" in next(each.text(WORDS) for each in found if each.level == "wrong")
    assert first_code(found) == ExitCode.CONFIGURATION


async def test_of_two_servers_one_must_be_named_or_remembered(discord: LoopbackDiscord, settings: Settings) -> None:
    """Else nobody is answered, which ends the doctor with the code of a setting."""
    assert ("wrong", "doctor-servers-unknown") in messages(await discord_findings(settings))
    named = replace(settings, home_servers=(discord.world.home.id,))
    assert first_code(await discord_findings(named)) == ExitCode.DONE
    settings.data_dir.mkdir()
    state = SqliteState(settings.state_path)
    await state.open()
    await state.put_value(HOME_SERVER, "7")
    await state.close()
    assert first_code(await discord_findings(settings)) == ExitCode.DONE


async def test_a_token_that_is_missing_or_refused(settings: Settings) -> None:
    """Each has its sentence and its code."""
    refusing = LoopbackDiscord(accepts=lambda _: False)
    await refusing.start()
    with refusing.route():
        missing = await discord_findings(replace(settings, token=None))
        refused = await discord_findings(settings)
    await refusing.close()
    assert messages(missing) == [("ok", "doctor-route"), ("wrong", "TokenMissing")]
    assert messages(refused) == [("ok", "doctor-route"), ("wrong", "TokenRefused")]
    assert first_code(refused) == ExitCode.REFUSED


@pytest.mark.parametrize("status", [500, 502])
async def test_a_discord_that_fails(settings: Settings, status: int) -> None:
    """An error of Discord's is no traceback of ours."""

    @web.middleware
    async def fail(request, handler):
        return web.Response(status=status)

    failing = LoopbackDiscord(middlewares=[fail])
    await failing.start()
    with failing.route():
        found = await discord_findings(settings)
    await failing.close()
    assert messages(found) == [("wrong", "DiscordUnreachable")]


@pytest.mark.parametrize("listens", [True, False])
async def test_a_proxy_that_does_not_help(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, *, listens: bool
) -> None:
    """A proxy that is not there is told from one that runs and reaches nothing."""
    monkeypatch.setattr(discord_checks.Route, "BASE", "https://discord.invalid/api/v10")
    monkeypatch.setattr(discord_checks, "WAIT_S", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        port = proxy.getsockname()[1]
        if not listens:
            proxy.close()
        (found,) = await discord_findings(replace(settings, proxy=f"http://someone:secret@127.0.0.1:{port}"))
    assert found.message == ("doctor-proxy-blind" if listens else "doctor-proxy-dead")
    assert "secret" not in found.text(WORDS)
    assert found.code == ExitCode.UNREACHABLE


def test_what_the_portal_may_have_wrong() -> None:
    """A code grant keeps everybody from adding the bot; a privileged intent is one too many."""
    found = check_application({"name": "Footnote", "bot_require_code_grant": True, "flags": 1 << 19})
    assert messages(found) == [("ok", "doctor-application"), ("wrong", "doctor-code-grant"), ("note", "doctor-intents")]


def test_every_finding_is_told_in_three_languages() -> None:
    """Each check's sentence is there whatever the terminal's language."""
    found = check_application({"name": "名字", "bot_require_code_grant": True, "bot_public": True, "flags": 1 << 12})
    for language in ("en-US", "zh-CN", "zh-TW"):
        assert all(each.text(words_in(language)) for each in found)
