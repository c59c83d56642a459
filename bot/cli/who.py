"""`footnote who`: a card of a person, an organisation or a product."""

from dataclasses import fields

import click

from bot.cli.exit_codes import ExitCode
from bot.cli.layout import candidate, profile
from bot.cli.search import print_results, typed
from bot.cli.session import json_option, open_library, terminal_words
from bot.cli.terminal import say, show, write_json
from bot.messages import Words
from bot.services.resolving import may_be_said
from corpus import Choices, NoMatch, Profile, SearchResults, Several

HITS = 5
NAMES = {Profile: "profile", Choices: "choices", NoMatch: "no_match", Several: "several", SearchResults: "search"}
Found = Profile | Choices | NoMatch | Several | SearchResults


@click.command("who")
@click.argument("name", nargs=-1, required=True)
@json_option
def command(name: tuple[str, ...], *, as_json: bool) -> ExitCode:
    """Answer with a card, with choices, with the articles that may say it, or with the nearest names."""
    words = terminal_words()
    asked = typed(name)
    with open_library(words) as library:
        found: Found = library.who(asked)
        if isinstance(found, NoMatch) and may_be_said(library, found.asked):
            found = library.search(asked, limit=HITS)
        if as_json:
            write_json(_entry(found))
        else:
            _print(found, words)
    nothing = isinstance(found, NoMatch) or (isinstance(found, SearchResults) and not found.hits)
    return ExitCode.NOTHING_FOUND if nothing else ExitCode.DONE


def _entry(found: Found) -> dict[str, object]:
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    if isinstance(found, Several):
        values["answers"] = [_entry(each) for each in found.answers]
    return {"answer": NAMES[type(found)], **values}


def _print(found: Found, words: Words) -> None:
    match found:
        case SearchResults():
            print_results(found, words)
        case Several():
            for each in found.answers:
                _print(each, words)
        case Profile():
            show(profile(found))
            if found.namesakes:
                say(words("who-namesakes"))
        case Choices():
            say(words("who-near" if found.near else "who-choices", name=found.asked))
            show(*(candidate(choice) for choice in found.candidates))
        case NoMatch():
            say(words("who-nobody", name=found.asked) if found.asked else words("who-known"))
            if found.nearest:
                say(f"{words('who-nearest')} {', '.join(found.nearest)}")
