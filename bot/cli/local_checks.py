"""The checks of `footnote doctor` that need no network: folders, disk, index, log. Nothing is changed by them."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.cli.exit_codes import ExitCode
from bot.cli.finding import Finding, failed, noted, outcome_of, well, wrong
from bot.errors import DataLocked, DataUnreadable, DataUnwritable
from bot.render.status import size_words
from bot.services.article_source import LOST, source_of
from bot.services.vitals import LOW_MIB, free_mib
from bot.settings import Settings
from bot.storage.data_lock import LOCK_NAME, data_lock
from bot.storage.database import FAULTS, damage_of
from bot.storage.migrations import LOG_STEPS, STATE_STEPS, Steps
from corpus import NoIndex, current_build
from corpus.library import Library
from corpus.reading.safe_file import walk

FULL_MIB = 50


def local_findings(settings: Settings) -> Iterator[Finding]:
    """Yield what the checks of this machine find."""
    data = outcome_of(check_data, settings)
    yield data
    if data.level == "ok":  # the lock that a bot holds lies there, too
        yield outcome_of(check_running, settings)
    for check in (check_disk, check_articles, check_index, check_log, check_state):
        yield outcome_of(check, settings)


def check_data(settings: Settings) -> Finding:
    """Look whether the data folder can be written; one that is not there is not made, so that a slip shows."""
    folder = settings.data_dir
    with DataUnwritable.of(folder):
        if not folder.exists():
            return noted("doctor-data-none", folder=str(folder))
        tempfile.TemporaryFile(dir=folder).close()
    return well("doctor-data", folder=str(folder))


def check_running(settings: Settings) -> Finding:
    """Look whether a bot runs on this data folder."""
    if not (settings.data_dir / LOCK_NAME).exists():
        return noted("doctor-stopped")
    try:
        with data_lock(settings.data_dir):
            return noted("doctor-stopped")
    except DataLocked:
        return well("doctor-running")


def check_disk(settings: Settings) -> Finding:
    """Look how much room is left where the data lie."""
    free = free_mib(settings.data_dir)
    if free < FULL_MIB:
        return wrong(ExitCode.UNWRITABLE, "doctor-disk-low", free=free)
    return noted("doctor-disk-low", free=free) if free < LOW_MIB else well("doctor-disk", free=free)


def check_articles(settings: Settings) -> Finding:
    """Look whether there are articles."""
    folder = settings.articles_dir
    source = source_of(folder, settings.data_dir)
    if source in LOST:
        return wrong(ExitCode.CONFIGURATION, "doctor-articles-lost", folder=str(folder), source=source)
    for message, data in settings.notices:
        if message == "setting-folder-missing":
            return wrong(ExitCode.CONFIGURATION, message, **data)
    count = sum(1 for _ in walk(folder)) if folder.exists() else 0
    if not count:
        return noted("doctor-articles-none", folder=str(folder))
    if source == "sample" and current_build(settings.index_dir):
        return noted("doctor-articles-unread", folder=str(folder), count=count)
    return well("doctor-articles", folder=str(folder), count=count)


def check_index(settings: Settings) -> Finding:
    """Look whether an index serves."""
    try:
        with Library.open(settings.index_dir) as library:
            if library.damage is not None:
                return failed(library.damage, "cli-previous")
            library.check()
            if library.outdated:
                return noted("cli-outdated")
            day = library.built_at.partition("T")[0]
            return well("doctor-index", articles=len(library.articles), day=day, engine=library.engine)
    except NoIndex:
        return noted("doctor-index-none")


def check_log(settings: Settings) -> Finding:
    """Look whether the log can be read."""
    return _check_database(settings.log_path, LOG_STEPS, "doctor-log")


def check_state(settings: Settings) -> Finding:
    """Look whether the state can be read."""
    return _check_database(settings.state_path, STATE_STEPS, "doctor-state")


def _check_database(path: Path, steps: Steps, message: str) -> Finding:
    if not path.exists():
        return noted(f"{message}-none")
    with DataUnreadable.of(path, FAULTS):
        found = damage_of(path, steps)
    if found is not None:
        return wrong(ExitCode.DAMAGED, f"{message}-damaged", path=str(path), reason=found)
    return well(message, size=size_words(path.stat().st_size))
