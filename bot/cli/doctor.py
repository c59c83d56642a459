"""`footnote doctor`: what is wrong with this installation, and what to do about it."""

import asyncio
import os
import sys
from collections.abc import Iterable

import click

from bot.cli.discord_checks import discord_findings
from bot.cli.exit_codes import ExitCode
from bot.cli.finding import Finding, well
from bot.cli.local_checks import local_findings
from bot.cli.session import json_option, read_settings, terminal_words
from bot.cli.terminal import one_line, write_json, write_lines
from bot.messages import Words

_SIGNS = {"ok": ("✓", "ok"), "note": ("·", "--"), "wrong": ("✗", "!!")}


@click.command("doctor")
@click.option("--offline", is_flag=True)
@json_option
def command(*, offline: bool, as_json: bool) -> int:
    """Answer with what is well and what is wrong, each with what to do."""
    settings, words = read_settings(), terminal_words()
    found = [well("doctor-settings"), *local_findings(settings)]
    if not offline:
        found += asyncio.run(discord_findings(settings))
    if as_json:
        write_json([{"level": each.level, "text": one_line(each.text(words))} for each in found])
    else:
        write_lines(lines(found, words))
    return first_code(found)


def lines(found: Iterable[Finding], words: Words) -> Iterable[str]:
    """Yield a line for each finding, its sign first."""
    ascii_only = not (sys.stdout.encoding or os.device_encoding(1) or "").lower().startswith("utf")
    for each in found:
        yield f"{_SIGNS[each.level][ascii_only]} {one_line(each.text(words))}"


def first_code(found: Iterable[Finding]) -> ExitCode:
    """Return the code of the first thing that is wrong."""
    return next((each.code for each in found if each.level == "wrong"), ExitCode.DONE)
