"""`footnote articles`: what is in the index."""

import click

from bot.cli.json_output import Json, article_entry
from bot.cli.layout import article_rows
from bot.cli.session import json_option, open_library, terminal_words
from bot.cli.terminal import write, write_json
from corpus import Article


@click.command("articles")
@json_option
def command(*, as_json: bool) -> None:
    """Answer with every article of the index, a line each, or as JSON."""
    with open_library(terminal_words()) as library:
        if as_json:
            write_json([_entry(article) for article in library.articles])
        else:
            write(article_rows(library.articles))


def _entry(article: Article) -> Json:
    """Return an article as everywhere in JSON, with its date and language."""
    return article_entry(article) | {"published": article.published, "language": article.language}
