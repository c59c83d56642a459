"""`footnote summary`: the sentences of an article, or of several on a topic, that say most."""

import click

from bot.cli.exit_codes import ExitCode
from bot.cli.json_output import json_text, plain
from bot.cli.layout import summary
from bot.cli.search import typed
from bot.cli.session import json_option, open_library, terminal_words
from bot.cli.terminal import say, show, write
from corpus import Summary, UnknownArticle
from corpus.library import Library

EXAMPLES = """
\b
Examples:
  footnote summary deepmind            an article, by its id or its title (see footnote articles)
  footnote summary "GPU prices"        a topic, over several articles
  footnote summary deepmind --chars 300 --json

\b
JSON: {"subject", "sentences": [{"text", "article", "start", "end", "also", "clipped"}], "articles", "source_chars",
       "names": [{"name", "kind", "hint"}], "terms"}
"""


@click.command("summary", epilog=EXAMPLES, short_help="Summarise an article or a topic in the articles' own sentences.")
@click.argument("about", nargs=-1, required=True)
@click.option(
    "--chars", type=click.IntRange(50, 4000), metavar="N", default=600, show_default=True, help="At most so long."
)
@json_option
def command(about: tuple[str, ...], chars: int, *, as_json: bool) -> ExitCode:
    """Summarise an article, or what the articles say of a topic, in their own sentences."""
    words = terminal_words()
    asked = typed(about)
    with open_library(words) as library:
        told = summary_of(library, asked, chars)
        if as_json:
            write(json_text(plain(told)) + "\n")
        elif told.sentences:
            show(summary(told))
        else:
            say(words("summary-nothing", subject=asked))
    return ExitCode.DONE if told.sentences else ExitCode.NOTHING_FOUND


def summary_of(library: Library, asked: str, chars: int) -> Summary:
    """Summarise the article of this id or exactly this title, else the topic."""
    try:
        return library.summarize(asked, chars)
    except UnknownArticle:
        return library.sum_up(asked, chars)
