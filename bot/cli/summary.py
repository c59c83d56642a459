"""`footnote summary`: the sentences of an article, or of several on a topic, that say most."""

import click

from bot.cli.exit_codes import ExitCode
from bot.cli.layout import summary
from bot.cli.search import typed
from bot.cli.session import json_option, open_library, terminal_words
from bot.cli.terminal import say, show, write_json
from corpus import Summary, UnknownArticle
from corpus.library import Library


@click.command("summary")
@click.argument("about", nargs=-1, required=True)
@click.option("--chars", type=click.IntRange(50, 4000), default=600)
@json_option
def command(about: tuple[str, ...], chars: int, *, as_json: bool) -> ExitCode:
    """Answer with sentences of an article, or of those about a topic."""
    words = terminal_words()
    asked = typed(about)
    with open_library(words) as library:
        told = summary_of(library, asked, chars)
        if as_json:
            write_json(told)
        elif told.sentences:
            show(summary(told))
        else:
            say(words("summary-nothing", subject=asked))
        if told.unread and not as_json:
            say(words("search-unread", words=words("list-comma").join(told.unread)))
    return ExitCode.DONE if told.sentences else ExitCode.NOTHING_FOUND


def summary_of(library: Library, asked: str, chars: int) -> Summary:
    """Summarise the article of this id or exactly this title, else the topic."""
    try:
        return library.summarize(asked, chars)
    except UnknownArticle:
        return library.sum_up(asked, chars)
