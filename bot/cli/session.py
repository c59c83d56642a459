"""What a command stands on: settings, the words of the terminal's language, and the library, built where there is none.

What must not live here: what any one command prints.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import get_args, get_type_hints

import click
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from bot.cli.terminal import progress_console, say, terminal_language
from bot.messages import Words, words_in
from bot.messages.errors import error_words
from bot.services.article_source import build
from bot.services.reindex_protocol import ReindexReport
from bot.settings import Settings, load_settings
from corpus import NoIndex, Progress
from corpus.library import Library

ENV_FILE = Path(".env")
STAGES = get_args(get_type_hints(Progress)["stage"])

json_option = click.option("--json", "as_json", is_flag=True)


def terminal_words() -> Words:
    """Return the catalogue of the terminal's language."""
    return words_in(terminal_language(os.environ))


def read_settings(*, reads_articles: bool = False) -> Settings:
    """Return the settings of the environment and `.env`; what there is to say about them goes to standard error.

    With ``reads_articles`` the caller tells itself of a folder of articles that is missing.

    Raises
    ------
    SettingsInvalid
        With a remark for each problem.
    """
    settings = load_settings(os.environ, ENV_FILE)
    for message, data in settings.notices:
        if message == "setting-folder-missing" and reads_articles:
            continue
        say(f"footnote: {terminal_words()(message, **data)}")
    return settings


@contextmanager
def open_library(words: Words) -> Iterator[Library]:
    """Open the index that serves; where there is none yet, build it first and say so on standard error."""
    settings = read_settings()
    try:
        library = Library.open(settings.index_dir)
    except NoIndex:
        say(words("cli-building"))
        build_shown(settings, words)
        library = Library.open(settings.index_dir)
    with library:
        if library.damage is not None:
            say(f"footnote: {words('cli-previous', problem=error_words(library.damage, words))}")
        elif library.outdated:
            say(f"footnote: {words('cli-outdated')}")
        yield library


def build_shown(settings: Settings, words: Words) -> ReindexReport:
    """Build the index, with progress bars where standard error is a terminal."""
    with _bars(words) as progress:
        return build(settings, progress)


@contextmanager
def _bars(words: Words) -> Iterator[Callable[[Progress], None]]:
    console = progress_console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=console, disable=console is None, transient=True) as bars:
        tasks = {stage: bars.add_task(words(f"reindex-{stage}"), start=False, total=None) for stage in STAGES}

        def show(progress: Progress) -> None:
            bars.start_task(tasks[progress.stage])
            bars.update(tasks[progress.stage], completed=progress.done, total=progress.total)

        yield show
