"""`footnote articles`: what is in the index."""

import sys

import click

from bot.cli.json_output import Json, article_entry, json_text
from bot.cli.layout import article_rows, article_table
from bot.cli.session import json_option, open_library, terminal_words
from bot.cli.terminal import show, write
from corpus import Article

EPILOG = """
\b
JSON: [{"id", "title", "origin", "published", "language"}]
"""


@click.command("articles", epilog=EPILOG, short_help="List the articles in the index.")
@json_option
def command(*, as_json: bool) -> None:
    """List the articles in the index: id, title, date, language and file.

    On a terminal this is a table; for another program, a line an article with tabs between, or JSON with --json.
    """
    with open_library(terminal_words()) as library:
        if as_json:
            write(json_text([_entry(article) for article in library.articles]) + "\n")
        elif sys.stdout.isatty():
            show(article_table(library.articles))
        else:
            write(article_rows(library.articles))


def _entry(article: Article) -> Json:
    """Return an article as everywhere in JSON, with its date and language."""
    return article_entry(article) | {"published": article.published, "language": article.language}
