"""`footnote search`: the articles that answer, with the words that do."""

from dataclasses import replace

import click
from rich.text import Text

from bot.cli.exit_codes import ExitCode
from bot.cli.layout import candidate, hit, profile
from bot.cli.session import json_option, open_library, terminal_words
from bot.cli.terminal import one_line, say, show, write_json
from bot.errors import BlankQuestion
from bot.messages import Words
from bot.messages.search import searched_lines, without_texts
from bot.services.filters import trimmed
from corpus import Choices, Filters, SearchResults
from corpus.search.clauses import asks_nothing


@click.command("search", context_settings={"ignore_unknown_options": True})  # -without is none
@click.argument("question", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 100), default=5)
@click.option("--source")
@click.option("--author")
@click.option("--language")
@click.option("--after")
@click.option("--before")
@json_option
def command(question: tuple[str, ...], limit: int, *, as_json: bool, **filters: str | None) -> ExitCode:
    """Answer with the articles that answer."""
    if wrong := next((word for word in question if word.startswith("--")), None):
        raise click.NoSuchOption(wrong)
    words = terminal_words()
    asked = typed(question)
    restriction = trimmed(Filters(**filters))
    with open_library(words) as library:
        results = library.search(asked, limit=limit, filters=restriction)
        if as_json:
            write_json(results)
        else:
            print_results(results, words)
    return ExitCode.DONE if results.hits or results.profile else ExitCode.NOTHING_FOUND


def typed(question: tuple[str, ...]) -> str:
    """Return what was typed, with or without quotation marks around it.

    Raises
    ------
    BlankQuestion
        There is nothing to search for in it.
    """
    asked = " ".join(question)
    if asks_nothing(asked):
        raise BlankQuestion
    return asked


def print_results(results: SearchResults, words: Words) -> None:
    """Print what a search came to, and on standard error what there is to know about it."""
    if results.suggestion and results.suggestion != results.searched:
        say(words("button-suggestion", question=results.suggestion))
    for line in searched_lines(results, words):
        say(line)
    if isinstance(results.profile, Choices):
        show(*map(candidate, results.profile.candidates), "")
    elif results.profile:
        card = replace(results.profile, evidence=results.profile.evidence[:1], facts=(), events=())
        show(profile(card), "")
    if results.weak:
        say(words("search-weak"))
    for number, found in enumerate(results.hits, 1):
        show(hit(number, found))
    if not results.hits:
        _print_leads(results, words)


def _print_leads(results: SearchResults, words: Words) -> None:
    """Say that nothing was found, and what there is to do about it."""
    say(words("search-nothing", question=results.question))
    for shown in without_texts(results, words).values():
        say(shown)
    if not results.without:
        say(words("search-try"))
    for ref in results.titles:
        show(Text(one_line(ref.title), style="bold"))
