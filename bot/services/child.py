"""Commands of our own as processes of their own: at low priority, without token and proxy, gone when they must be.

What must not live here: what they print, and what it means.
"""

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from pathlib import Path

import bot
from bot.settings import Settings

PROGRAM = (sys.executable, "-m", "bot")
NICENESS = 10
TERMINATE_S = 1.5
_HOME_OF_CODE = Path(bot.__file__).parent.parent  # -m looks there first, and never at a bot/ where we were called
_SECRETS = ("DISCORD_TOKEN", "DISCORD_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")  # a proxy's may hold a password
_LINE_BYTES = 64 * 2**20  # a report names every changed article, a hundred thousand at most


def environment_without_secrets() -> dict[str, str]:
    """Return this process's environment for one that has no business with Discord or the network."""
    return {name: value for name, value in os.environ.items() if name.upper() not in _SECRETS}


async def start_child(command: Sequence[str], settings: Settings, **variables: str) -> Process:
    """Start a command whose outputs are read by the caller, over the same data and articles as here.

    ``variables`` are set in its environment besides.
    """
    environment = environment_without_secrets()
    environment["DATA_DIR"] = str(settings.data_dir.absolute())
    environment["ARTICLES_DIR"] = str(settings.articles_dir.absolute())
    environment["REVIEW_PRIVATE"] = settings.review_private
    environment |= variables
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
        env=environment,
        cwd=_HOME_OF_CODE,
        # Ctrl-C in the terminal is the bot's, which then ends the child in order. No session of its own: Linux shares
        # processors between sessions first (autogroup), and how low a priority is counts within one alone.
        process_group=0,
        limit=_LINE_BYTES,
    )
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
    return process


async def output_of(command: Sequence[str], settings: Settings, **variables: str) -> tuple[bytes, str, int]:
    """Return what a command prints, the last line of its complaints, and its exit code; cancelled, it is ended."""
    process = await start_child(command, settings, **variables)
    try:
        printed, complaint = await process.communicate()
    finally:
        await end_child(process)
    return printed, last_line(complaint), process.returncode or 0


def last_line(complaint: bytes) -> str:
    """Return the last line of what a child complains of that says anything."""
    lines = complaint.decode("utf-8", "replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


async def end_child(process: Process) -> None:
    """See to it that a child is gone, asking before killing."""
    if process.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
        try:
            async with asyncio.timeout(TERMINATE_S):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
