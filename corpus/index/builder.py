"""Articles to a published build. What must not live here: the folder's life, the store's tables, analysis."""

import itertools
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from corpus.analysis.terms import analysis_version
from corpus.article import Article, content_hash
from corpus.errors import DamagedIndex, NewerIndex
from corpus.index.engines import choose_engine, write_engine
from corpus.index.folder import (
    build_lock,
    draft_build,
    new_build_name,
    publish,
    remove_leftovers,
    serving_order,
)
from corpus.index.manifest import FORMAT, MANIFEST_FILE, STORE_FILE, Manifest, manifest_json, mark_files
from corpus.index.preparing import Job, prepared
from corpus.index.store import Store
from corpus.index.validation import check_article
from corpus.index.writer import StoreWriter, Totals
from corpus.reading.aliases import Aliases
from corpus.results import ArticleRef, BuildReport, Progress
from corpus.who.build import known_forms

OnProgress = Callable[[Progress], None]


class _CallerFailed(Exception):
    """What the caller's iterable raised, so that it is not taken for a fault of the index folder."""


@contextmanager
def _unwrapped() -> Iterator[None]:
    try:
        yield
    except _CallerFailed as failed:
        raise (failed.__cause__ or failed) from None


def _of_caller(articles: Iterable[Article]) -> Iterator[Article]:
    try:
        yield from articles
    except Exception as error:
        raise _CallerFailed from error


def build_index(
    articles: Iterable[Article],
    folder: Path,
    *,
    aliases: Aliases | None = None,
    engine: str = "auto",
    processes: int = 0,
    progress: OnProgress | None = None,
) -> BuildReport:
    """Index articles and make the result the build that serves; blocks until that is done.

    Articles are read once and not kept, so that any number fits; those that stand in the build before with the same
    content are not analysed again, nor those that a build had done when its process was ended. Nothing changes for
    readers unless the whole build succeeds.

    Parameters
    ----------
    articles, folder
        Any iterable, of which every article is kept; the index folder, made where it is missing.
    aliases
        Names that mean the same, beside those that the articles state.
    engine, progress
        ``auto`` or the name of an engine; what is called with ever higher figures, from this thread.
    processes
        How many others may help, two at most. Each imports the caller's main module, which must not build by that.

    Raises
    ------
    BuildInProgress, IndexNotWritable
        Another build holds the folder; no right to write there, or no space left.
    InvalidArticle, DuplicateArticle
        An article breaks a rule; the build that served goes on serving.
    """
    started_s = time.perf_counter()
    report = progress or (lambda _: None)
    name = new_build_name(datetime.now(UTC))
    with _unwrapped(), build_lock(folder), _serving_store(folder) as before, draft_build(folder, name) as draft:
        alike = before if before is not None and _is_alike(before) else None
        with closing(StoreWriter(draft, alike.folder / STORE_FILE if alike else None)) as writer:
            added, changed, removed = _write_articles(writer, articles, aliases, before, processes, report)
            totals = writer.finish()
        chosen = choose_engine(engine, totals.passages)
        write_engine(chosen, draft, alike, processes)
        manifest = manifest_json(_manifest(name, totals, chosen, draft))
        (draft / MANIFEST_FILE).write_text(manifest, encoding="utf-8")
        publish(folder, draft, name)
        remove_leftovers(folder, {name} if before is None else {name, before.manifest.build})
    report(Progress(stage="writing", done=1, total=1))
    return BuildReport(
        build=name,
        engine=chosen,
        articles=totals.articles,
        passages=totals.passages,
        added=added,
        changed=changed,
        removed=removed,
        took_s=time.perf_counter() - started_s,
    )


@contextmanager
def _serving_store(folder: Path) -> Iterator[Store | None]:
    """Open the build that serves, or the newest one that is whole where that one is damaged."""
    store = next((store for name in serving_order(folder) if (store := _whole_store(folder / name))), None)
    try:
        yield store
    finally:
        if store is not None:
            store.close()


def _whole_store(path: Path) -> Store | None:
    try:
        return Store(path, read_through=True)
    except (DamagedIndex, NewerIndex):
        return None


References = tuple[tuple[ArticleRef, ...], tuple[ArticleRef, ...], tuple[ArticleRef, ...]]


def _is_alike(before: Store) -> bool:
    """Whether what a build holds was worked out by the rules of today."""
    return before.manifest.format == FORMAT and before.manifest.analysis == analysis_version()


def _write_articles(
    writer: StoreWriter,
    articles: Iterable[Article],
    aliases: Aliases | None,
    before: Store | None,
    processes: int,
    report: OnProgress,
) -> References:
    """Write the articles and their names, and return which were added, changed and removed since the build before."""
    total = len(articles) if isinstance(articles, Sized) else None
    forms = known_forms(aliases)
    stayed = 0
    changes: tuple[list[ArticleRef], list[ArticleRef]] = [], []
    done = itertools.count(1)

    def jobs() -> Iterator[Job]:
        """Yield what is not in the store already, and tell of what is."""
        nonlocal stayed
        renamed = writer.renamed(forms)
        for article in _of_caller(articles):
            check_article(article)
            digest = content_hash(article)
            old = before.hash_of(article.id) if before else None
            stayed += old is not None
            if old != digest:
                changes[old is not None].append(ArticleRef(id=article.id, title=article.title))
            if writer.keep(article, digest, renamed) or writer.take_over(article, digest, renamed):
                report(Progress(stage="analysing", done=next(done), total=total))
            else:
                yield Job(article=article, content_hash=digest, position=writer.place(article))

    for job, article in prepared(jobs(), forms, processes):
        writer.add(job.position, job.article, job.content_hash, article)
        report(Progress(stage="analysing", done=next(done), total=total))
    report(Progress(stage="writing", done=0, total=1))
    for position in writer.unclaimed:
        writer.remove(position)
    writer.names.finish(aliases)
    removed = before.refs(leave_out=writer.holds) if before and stayed < len(before.articles) else []
    return tuple(changes[False]), tuple(changes[True]), tuple(removed)


def _manifest(name: str, totals: Totals, engine: str, draft: Path) -> Manifest:
    return Manifest(
        format=FORMAT,
        build=name,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        analysis=analysis_version(),
        engine=engine,
        fingerprint=totals.fingerprint,
        articles=totals.articles,
        passages=totals.passages,
        averages=totals.averages,
        files=mark_files(draft),
    )
