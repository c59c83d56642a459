"""`footnote compare`: what two builds of the index answer differently, by the questions that people asked."""

import asyncio
import time
from collections.abc import Iterator

import click

from bot.cli.session import json_option, read_settings, terminal_words
from bot.cli.terminal import one_line, write_json, write_lines
from bot.errors import BuildGone
from bot.messages import Words
from bot.messages.reindex import comparison_lines
from bot.services.compare import DAYS, QUESTIONS, Comparison, FirstAnswer, compare
from bot.settings import Settings
from bot.storage.log_reader import SqliteLogReader
from bot.storage.query_log import DAY_MS
from corpus import NoIndex, current_build
from corpus.index.folder import builds
from corpus.library import Library

LIMIT_S = 90.0


@click.command("compare")
@click.argument("before", required=False)
@click.argument("after", required=False)
@json_option
def command(before: str | None, after: str | None, *, as_json: bool) -> None:
    """Answer with what two builds say differently, the previous one and the one that serves where none is named."""
    settings = read_settings()
    old, new = _chosen(settings, before, after)
    log = SqliteLogReader(settings.log_path, private=settings.private_in_reviews)
    asked = asyncio.run(log.asked(int(time.time() * 1000) - DAYS * DAY_MS, QUESTIONS))
    ends = time.monotonic() + LIMIT_S
    with Library.open(settings.index_dir, old) as first, Library.open(settings.index_dir, new) as second:
        found = compare(first, second, asked, enough=lambda: time.monotonic() > ends)
    if as_json:
        write_json(found)
    else:
        write_lines(shown(found, terminal_words()))


def _chosen(settings: Settings, before: str | None, after: str | None) -> tuple[str, str]:
    """Return the builds that are meant; raises NoIndex, and BuildGone where there is no such one."""
    there = builds(settings.index_dir)
    if not there:
        raise NoIndex(settings.index_dir)
    after = after or current_build(settings.index_dir) or there[0]
    before = before or next((build for build in there if build != after), None)
    if before not in there or after not in there:
        raise BuildGone
    return before, after


def shown(found: Comparison, words: Words) -> Iterator[str]:
    """Yield what was asked and what came out differently, each change with its first answer before and after."""
    yield from comparison_lines(found, words)
    if found.hidden:
        yield words("compare-hidden", count=found.hidden)
    for change in found.changes:
        yield ""
        yield f"{words(f'compare-{change.kind}')}: {one_line(change.question)} ({change.times})"
        yield f"  - {_side(change.before, words)}"
        yield f"  + {_side(change.after, words)}"


def _side(answer: FirstAnswer | None, words: Words) -> str:
    if answer is None:
        return words("compare-nothing")
    return one_line(f"{answer.about}: {answer.text}" if answer.text else answer.about)
