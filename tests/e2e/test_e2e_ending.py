"""`footnote play` starts, answers and ends as a process."""

import asyncio
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import asynccontextmanager, closing

import aiohttp
import pytest

from bot.playground.board import Flag


@asynccontextmanager
async def playing(folder, *arguments):
    """Run `footnote play` in a folder and yield the process and its first line."""
    environment = {
        **os.environ,
        "DATA_DIR": str(folder / "data"),
        "ARTICLES_DIR": str(folder / "articles"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = (sys.executable, "-m", "bot", "play", "--no-browser", *arguments)
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, cwd=folder, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        first = (await process.stdout.readline()).decode()
        yield process, first
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def heard(socket, wanted):
    """Return the first thing that the page hears and wants."""
    while not wanted(event := await socket.receive_json()):
        pass
    return event


def _complete(event):
    return event["is"] == "happening" and event["message"] is not None and not event["message"]["flags"] & Flag.LOADING


async def ask(socket):
    """Ask on the page, once the bot offers its commands and an index stands, and return the answer."""
    hello = await socket.receive_json()
    user = hello["users"][0]
    here = {"user": user["id"], "channel": user["channels"][0]["id"], "locale": "en-US"}
    await socket.send_json({"do": "enter", **here})
    await heard(socket, lambda event: event["is"] in {"entered", "commands"} and event["commands"])
    while True:
        await socket.send_json({"do": "command", "name": "search", "options": {"query": "石桥"}})
        event = await heard(socket, lambda event: event["is"] == "notice" or _complete(event))
        if "石桥为什么修了七年" in str(event.get("message")):
            return event["message"]
        await asyncio.sleep(0.2)  # on a busy machine a first response may be late


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_in_order_with_the_log_committed(indexed, tmp_path, number):
    """SIGTERM and Ctrl-C end it with exit code 0, and the question asked last stands in the log."""
    shutil.copytree(indexed / "articles", tmp_path / "articles")
    shutil.copytree(indexed / "data" / "index", tmp_path / "data" / "playground" / "index")
    async with playing(tmp_path, "--port", "0") as (process, first):
        address = next(word for word in first.split() if word.startswith("http://127.0.0.1:"))
        async with aiohttp.ClientSession() as session, session.ws_connect(address + "socket") as socket:
            await ask(socket)
            process.send_signal(number)
            assert await process.wait() == 0
    with closing(sqlite3.connect(tmp_path / "data" / "playground" / "footnote.sqlite")) as log:
        assert "石桥" in [text for (text,) in log.execute("SELECT text FROM queries WHERE outcome = 'answered'")]


async def test_a_port_in_use_is_told(tmp_path):
    """A taken port ends it with exit code 75 and one sentence that names the port."""
    (tmp_path / "articles").mkdir()
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, playing(tmp_path, "--port", str(port)) as (process, first):
        _, errors = await process.communicate()
        assert (process.returncode, first) == (75, "")
        assert str(port) in errors.decode()
        assert len(errors.decode().strip().splitlines()) == 1
