"""Whose articles are indexed: the operator's, or the sample while there are none; and the build itself.

What must not live here: in which process it runs (:mod:`bot.services.reindexing`).
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import bot
from bot.errors import DataUnwritable
from bot.services.reindex_protocol import ReindexReport
from bot.settings import Settings
from bot.whole_file import write_whole
from corpus import Aliases, FolderUnreadable, Progress, Reading, Rejected, build_index, read_folder
from corpus.reading.reasons import Reason
from corpus.reading.safe_file import ALIASES_NAME, walk

OnProgress = Callable[[Progress], None]
# What the index was built from: the sample, or own articles, whose folder may be gone or hold none since then.
Source = Literal["sample", "own", "missing", "emptied"]
LOST: tuple[Source, ...] = ("missing", "emptied")

_PACKAGE = Path(bot.__file__).parent
_MARK = "indexed_from"
_SAMPLE, _OWN = "sample", "articles"
# What files gave the last time; may be deleted at any time.
_CACHE = Path("cache") / "reading.sqlite"


def sample_folder() -> Path:
    """Return where the shipped sample lies: inside an installed package, or beside the packages of a checkout."""
    shipped = _PACKAGE / "sample"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "seeds"


def source_of(articles_dir: Path, data_dir: Path) -> Source:
    """Return what the index in a data folder was built from; a folder that cannot be opened counts as missing."""
    if _last_source(data_dir) != _OWN:
        return "sample"
    try:
        return "own" if any(each.origin != ALIASES_NAME for each in walk(articles_dir)) else "emptied"
    except FolderUnreadable:
        return "missing"


def build(settings: Settings, progress: OnProgress | None = None) -> ReindexReport:
    """Read the articles and build the next index in this process.

    Raises
    ------
    FolderUnreadable
        Also when the operator's folder is gone since it was last indexed: it may only be unmounted, and its
        articles go on being served.
    DataUnwritable
        When the data folder cannot be written.
    CorpusError
        Whatever :func:`corpus.read_folder` and :func:`corpus.build_index` raise.
    """
    report = progress or (lambda _: None)
    report(Progress(stage="reading", done=0, total=None))
    before = _last_source(settings.data_dir)
    own = _own_articles(settings, report, must_exist=before == _OWN)
    sample = own is None or not own.articles
    reading = read_folder(sample_folder()) if own is None or sample else own
    aliases = (own.aliases if own else None) or reading.aliases  # nicknames count for the sample too
    helping = (os.cpu_count() or 1) - 1  # a core each, and no more than there are
    built = build_index(reading.articles, settings.index_dir, aliases=aliases, processes=helping, progress=report)
    # In one step, so that no half-written note is ever read.
    with DataUnwritable.of(settings.data_dir / _MARK):
        write_whole(settings.data_dir / _MARK, f"{_SAMPLE if sample else _OWN}\n".encode())
    return ReindexReport(
        report=built,
        rejected=() if own is None else (*own.rejected, *_bad_aliases(own.aliases)),
        sample=sample,
        dropped_sample=before == _SAMPLE and not sample,
    )


def _own_articles(settings: Settings, progress: OnProgress, *, must_exist: bool) -> Reading | None:
    """Read the operator's folder; None where it was never made."""
    if not settings.articles_dir.exists() and not must_exist:
        return None
    return read_folder(settings.articles_dir, cache=settings.data_dir / _CACHE, progress=progress)


def _bad_aliases(aliases: Aliases | None) -> Iterator[Rejected]:
    """Yield the lines of ``aliases.toml`` that cannot be used as files that were not read: their keeper mends both."""
    for line, message in aliases.problems if aliases else ():
        origin = f"{ALIASES_NAME}:{line}" if line else ALIASES_NAME
        yield Rejected(origin=origin, reason=Reason.BAD_ALIAS, detail=message)


def _last_source(data_dir: Path) -> str | None:
    try:
        return (data_dir / _MARK).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
