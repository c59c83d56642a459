"""Tests of run, play and start as processes of their own: what ends them, how fast, and with which code."""

import asyncio
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.play import has_browser
from bot.playground.loopback import LoopbackDiscord
from bot.services.reindex_protocol import ReindexReport, decode
from tests.patience import GUARD_S

TOKEN = "not.a.token"

# Points the Discord client of a child at another address before the program starts.
REDIRECTED = "import discord.http; discord.http.Route.BASE = {base!r}; from bot.cli import main; main([{command!r}])"

FULL_DISK = """
import errno, io, sys

class Full(io.StringIO):
    def write(self, text):
        raise OSError(errno.ENOSPC, "No space left on device")

    def fileno(self):
        return 1

sys.stdout = Full()
from bot.cli import main; main()
"""


@pytest.fixture
def refusing_discord() -> Iterator[str]:
    """Serve a loopback Discord that knows no token; yield its API's address."""
    discord = LoopbackDiscord(accepts=lambda _: False)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    asyncio.run_coroutine_threadsafe(discord.start(), loop).result()
    yield f"{discord.url}/api/v10"
    asyncio.run_coroutine_threadsafe(discord.close(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def taken_port() -> Iterator[int]:
    """Yield a port on which another program listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def own_lines(errors: str) -> list[str]:
    """Return what the program says itself, the log apart."""
    return [line for line in errors.splitlines() if line.startswith("footnote: ")]


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("arguments", [["search", "frogs"], ["--help"]])
def test_an_answer_for_a_full_disk_is_one_line(child, arguments: list[str]) -> None:
    """The output is a file that takes no more: whoever asked is told, and no answer looks whole."""
    process = child(*arguments, code=FULL_DISK)
    _, errors = process.communicate(timeout=GUARD_S)
    assert process.returncode == 73
    assert own_lines(errors) == [errors.splitlines()[-1]]
    assert "Traceback" not in errors


@pytest.mark.usefixtures("indexed")
def test_closed_outputs_are_no_error(child) -> None:
    """A service manager may start a program without them."""
    code = "import sys; sys.stdout = sys.stderr = None; from bot.cli import main; main()"
    process = child("articles", code=code)
    assert process.communicate(timeout=GUARD_S) == ("", "")
    assert process.returncode == 0


@pytest.mark.parametrize("moment", ["bot.cli.program", "click"])
def test_ctrl_c_while_the_program_loads_is_quiet(child, moment: str) -> None:
    """Loading takes a second: whoever thinks better of it sees no traceback."""
    code = (
        "import sys\n"
        "from bot.cli import main\n"
        "class Interrupts:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {moment!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupts())\n"
        "main(['articles'])"
    )
    process = child(code=code)
    assert process.communicate(timeout=GUARD_S) == ("", "")
    assert process.returncode == 130


def test_run_without_a_token_names_what_to_do(child) -> None:
    """It never falls back to the playground: exit code 78 and one sentence."""
    process = child("run")
    out, errors = process.communicate(timeout=GUARD_S)
    assert (process.returncode, out) == (78, "")
    assert len(errors.splitlines()) == 1
    assert "DISCORD_TOKEN" in errors
    assert "footnote play" in errors


@pytest.mark.usefixtures("indexed")
@pytest.mark.parametrize("command", ["run", "start"])
def test_a_refused_token(child, refusing_discord: str, command: str) -> None:
    """A token that Discord refuses ends the program at once: a restart cannot help. With one, start is run."""
    process = child(code=REDIRECTED.format(base=refusing_discord, command=command), DISCORD_TOKEN=TOKEN)
    _, errors = process.communicate(timeout=GUARD_S)
    assert process.returncode == 77
    assert len(own_lines(errors)) == 1
    assert "Traceback" not in errors
    assert TOKEN not in errors


@pytest.mark.usefixtures("indexed")
def test_run_without_a_route(child, taken_port: int) -> None:
    """Where nothing answers, the program says so and names the network, with a code that asks for a later try."""
    base = f"http://127.0.0.1:{taken_port + 1 if taken_port < 65535 else 1}/api/v10"
    process = child(code=REDIRECTED.format(base=base, command="run"), DISCORD_TOKEN=TOKEN)
    _, errors = process.communicate(timeout=GUARD_S)
    assert process.returncode == 69
    assert "DISCORD_PROXY" in own_lines(errors)[0]
    assert "Traceback" not in errors


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_play_ends_when_it_is_told_to(child, number: signal.Signals) -> None:
    """SIGTERM and Ctrl-C end it with code 0 and no traceback, while the index is still being built too."""
    process = child("play", "--no-browser", "--port", "0")
    assert process.stderr is not None
    assert any("index is being built" in line for line in process.stderr)
    process.send_signal(number)
    _, errors = process.communicate(timeout=GUARD_S)
    assert process.returncode == 0
    assert "Traceback" not in errors


def test_play_takes_a_free_port_where_the_usual_one_is_taken(child, taken_port: int) -> None:
    """Whoever tries the bot need not know what else runs; a port that was asked for is another matter."""
    usual = f"import bot.cli.play; bot.cli.play.PORT = {taken_port}; from bot.cli import main; main()"
    process = child("play", "--no-browser", "--port", str(taken_port), code=usual)
    assert process.stderr is not None
    assert any("index is being built" in line for line in process.stderr)
    process.terminate()
    out, _ = process.communicate(timeout=GUARD_S)
    assert (process.returncode, "http://127.0.0.1:" in out, f":{taken_port}/" in out) == (0, True, False)
    other = child("play", "--no-browser", "--port", str(taken_port))
    _, errors = other.communicate(timeout=GUARD_S)
    assert (other.returncode, str(taken_port) in own_lines(errors)[0]) == (75, True)


def test_start_says_first_that_this_is_the_playground(child) -> None:
    """Without a token `make run` opens the playground, and its first line says why."""
    process = child("start")
    assert process.stderr is not None
    assert "DISCORD_TOKEN" in process.stderr.readline()
    process.terminate()
    process.communicate(timeout=GUARD_S)


@pytest.mark.usefixtures("indexed")
def test_damaged_databases_are_set_aside_and_said(child, refusing_discord: str, home: Path) -> None:
    """A damaged log and a damaged state keep nobody from starting, and are kept for whoever can mend them."""
    damage = b"this is no database " * 500
    for name in ("footnote.sqlite", "state.sqlite"):
        (home / "data" / name).write_bytes(damage)
    process = child(code=REDIRECTED.format(base=refusing_discord, command="run"), DISCORD_TOKEN=TOKEN)
    _, errors = process.communicate(timeout=GUARD_S)
    assert process.returncode == 77
    for name in ("footnote.sqlite", "state.sqlite"):
        assert any(name in line and " INFO " not in line for line in errors.splitlines())
        kept = [path for path in (home / "data").iterdir() if path.name.startswith(name) and path.name != name]
        assert any(path.read_bytes() == damage for path in kept)


def test_a_child_reindex_keeps_standard_output_for_the_protocol(child, home: Path) -> None:
    """Nothing but progress and a report, in lines of JSON, reaches the pipe that the bot reads.

    The index holds a community's texts: nobody else on the machine reads it.
    """
    before = {*(home / "data").rglob("*")}
    process = child("reindex", "--json-lines")
    out, _ = process.communicate(timeout=GUARD_S)
    assert process.returncode == 0
    *steps, report = map(decode, out.splitlines())
    assert isinstance(report, ReindexReport)
    assert {step.stage for step in steps} == {"reading", "analysing", "writing"}
    made = {*(home / "data").rglob("*")} - before
    assert made
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


@pytest.mark.parametrize(
    ("environ", "platform", "opens"),
    [({}, "linux", False), ({"DISPLAY": ":0"}, "linux", True), ({}, "darwin", True), ({"DISPLAY": ""}, "linux", False)],
)
def test_a_browser_opens_only_where_it_has_a_window(environ: dict[str, str], platform: str, *, opens: bool) -> None:
    """On a server without a screen the address is printed and nothing takes the terminal over."""
    assert has_browser(environ, platform) is opens
