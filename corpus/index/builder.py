"""Articles to a published build. What must not live here: the folder's life, the store's tables, analysis."""

import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from corpus.analysis.terms import analysis_version
from corpus.article import Article, content_hash
from corpus.errors import DamagedIndex, NewerIndex
from corpus.index.analysed import analyse
from corpus.index.engines import choose_engine, write_engine
from corpus.index.folder import (
    build_lock,
    builds,
    draft_build,
    new_build_name,
    publish,
    remove_leftovers,
    serving_order,
)
from corpus.index.manifest import FORMAT, MANIFEST_FILE, STORE_FILE, Manifest, manifest_json, mark_files
from corpus.index.store import Store
from corpus.index.validation import check_article
from corpus.index.writer import StoreWriter
from corpus.reading import Aliases
from corpus.results import ArticleRef, BuildReport, Progress
from corpus.who.build import NameWriter

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
    progress: OnProgress | None = None,
) -> BuildReport:
    """Index articles and make the result the build that serves; works in the calling process.

    Articles are read once and not kept, so that any number fits; those whose content stands in the build before are
    not analysed again. Nothing changes for readers unless the whole build succeeds.

    Parameters
    ----------
    articles
        Any iterable; every article given is kept.
    folder
        The index folder, made where it is missing.
    aliases
        Names that mean the same, beside those that the articles state.
    engine, progress
        ``auto`` or the name of an engine; what is called with ever higher figures, from this thread.

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
    with _unwrapped(), build_lock(folder), _serving_store(folder) as before:
        remove_leftovers(folder, set(builds(folder)))
        with draft_build(folder, name) as draft:
            writer, refs = _write_store(draft, articles, aliases, before, report)
            with closing(writer):
                chosen = choose_engine(engine, writer.passages)
                write_engine(chosen, writer.connection, draft)
                manifest = _manifest(name, writer, chosen, draft)
            (draft / MANIFEST_FILE).write_text(manifest_json(manifest), encoding="utf-8")
            publish(folder, draft, name)
        remove_leftovers(folder, {name} if before is None else {name, before.manifest.build})
    report(Progress(stage="writing", done=1, total=1))
    added, changed, removed = refs
    return BuildReport(
        build=name,
        engine=manifest.engine,
        articles=manifest.articles,
        passages=manifest.passages,
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


def _write_store(
    draft: Path, articles: Iterable[Article], aliases: Aliases | None, before: Store | None, report: OnProgress
) -> tuple[StoreWriter, References]:
    """Write articles and names; what the build before holds is taken from it where it was made by the same rules."""
    alike = before if before and before.has_sums and before.manifest.analysis == analysis_version() else None
    writer = StoreWriter(draft / STORE_FILE, alike.folder / STORE_FILE if alike else None)
    try:
        names = NameWriter(writer.connection, aliases, alike.connection() if alike else None)
        refs = _add_articles(writer, names, articles, before, report)
        writer.finish()
    except BaseException:
        writer.close()
        raise
    return writer, refs


def _add_articles(
    writer: StoreWriter, names: NameWriter, articles: Iterable[Article], before: Store | None, report: OnProgress
) -> References:
    """Write the articles and return which were added, changed and removed since the build before."""
    total = len(articles) if isinstance(articles, Sized) else None
    known = before.hashes() if before else {}
    added: list[ArticleRef] = []
    changed: list[ArticleRef] = []
    for article in _of_caller(articles):
        check_article(article)
        digest = content_hash(article)
        names.add(writer.articles, article.text)
        if not writer.reuse(article, digest):
            writer.add(article, digest, analyse(article))
        old = known.pop(article.id, None)
        if old != digest:
            (added if old is None else changed).append(ArticleRef(id=article.id, title=article.title))
        report(Progress(stage="analysing", done=writer.articles, total=total))
    report(Progress(stage="writing", done=0, total=1))
    names.finish()
    removed = [ref for ref in before.refs() if ref.id in known] if before and known else []
    return tuple(added), tuple(changed), tuple(removed)


def _manifest(name: str, writer: StoreWriter, engine: str, draft: Path) -> Manifest:
    return Manifest(
        format=FORMAT,
        build=name,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
        analysis=analysis_version(),
        engine=engine,
        fingerprint=writer.fingerprint,
        articles=writer.articles,
        passages=writer.passages,
        averages=writer.averages(),
        files=mark_files(draft),
    )
