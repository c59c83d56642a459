"""`footnote reindex`: read the folder of articles again and build the next index."""

from collections.abc import Iterator, Sequence

import click

from bot.cli.exit_codes import ExitCode, exit_code
from bot.cli.session import build_shown, json_option, read_settings, terminal_words
from bot.cli.terminal import one_line, write, write_json, write_lines
from bot.errors import BotError
from bot.messages import Words
from bot.messages.reindex import changed_articles, refusal
from bot.messages.reindex import report_lines as totals
from bot.services import reindex_protocol as protocol
from bot.services.article_source import build
from bot.services.reindex_protocol import ReindexReport
from corpus import CorpusError, Rejected

NAMED = 20


@click.command("reindex")
@click.option("--json-lines", is_flag=True)
@json_option
def command(*, json_lines: bool, as_json: bool) -> int:
    """Build the next index and answer with what changed."""
    if json_lines:
        return _as_lines()
    words = terminal_words()
    report = build_shown(read_settings(reads_articles=True), words)
    if as_json:
        write_json(report)
    else:
        write_lines(report_lines(report, words))
    return ExitCode.DONE


def _as_lines() -> int:
    """Build as the child of a bot: each line is a message of the protocol, an error too."""
    try:
        report = build(read_settings(), lambda progress: write(protocol.encode(progress)))
    except (BotError, CorpusError) as error:
        write(protocol.encode(error))
        return exit_code(error)
    write(protocol.encode(report))
    return ExitCode.DONE


def report_lines(report: ReindexReport, words: Words) -> Iterator[str]:
    """Yield what a reindex came to: totals, what changed with at most 20 titles each, and every file not read."""
    yield from totals(report, words)
    for heading, refs in changed_articles(report, words):
        yield heading
        yield from (f"  {one_line(ref.title)}" for ref in refs[:NAMED])
        if len(refs) > NAMED:
            yield f"  {words('and-more', count=len(refs) - NAMED)}"
    yield from refused_lines(report.rejected, words)


def refused_lines(rejected: Sequence[Rejected], words: Words) -> Iterator[str]:
    """Yield how many files or rows were not read, and each with why; nothing where all were."""
    if rejected:
        yield words("reindex-refused", count=len(rejected))
        for refused in rejected:
            yield f"  {one_line(refused.origin)}: {refusal(refused, words)}"
