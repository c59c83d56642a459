"""What an admin does to the articles from Discord: add files, take articles out, put them back.

What must not live here: how files are moved (:mod:`bot.services.article_files`), Discord, wording.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from bot.errors import AliasIncomplete, ArticleFileMissing
from bot.services.article_files import ArticleFiles, Fate, RemovedFiles, file_of
from bot.services.article_source import Source
from bot.services.library_host import LibraryHost
from corpus import Aliases, Article, CorpusError, NoMatch, Rejected, read_folder
from corpus.library import Library
from corpus.reading.document import SUFFIXES
from corpus.reading.reasons import Reason

LISTED = 8
UPLOADS = 10
UNFETCHED, SERVED, NAMES = "unfetched", "served", "names"  # reasons beside those of reading
_ALIASES = "aliases.toml"
_OPENING_CHARS = 200
_BETWEEN_FORMS = re.compile("[,，、;；]")
Fetch = Callable[[str], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that somebody hands in: what they call it, how large it says to be, and where it is."""

    filename: str
    size_bytes: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What uploaded files hold, waiting for a decision under ``key``; ``rejected`` names files as they were sent."""

    key: str
    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Some of the articles that are served; ``pages`` counts the pages of all, ``removed`` what may be put back.

    ``own`` are the ids of those that lie in the operator's folder and so can be removed, unlike those of the sample.
    """

    articles: tuple[Article, ...]
    own: frozenset[str]
    page: int
    pages: int
    total: int
    removed: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What goes with an article: its files, and the other articles in them."""

    article: Article
    files: tuple[str, ...]
    others: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasChange:
    """What became of the forms of a name, by their fate; ``known`` says that the articles name somebody so."""

    name: str
    known: bool
    fates: Mapping[Fate, Sequence[str]]

    @property
    def any(self) -> bool:
        """Whether the list is another now."""
        return not {"added", "removed"}.isdisjoint(self.fates)


class ArticleChanges:
    """Changes the folder of articles; what changed is read at the next reindex.

    Parameters
    ----------
    files
        Moves the files.
    host
        Says what is served at the moment.
    """

    def __init__(self, files: ArticleFiles, host: LibraryHost) -> None:
        self._files = files
        self._host = host
        self._moving = asyncio.Lock()

    async def propose(self, uploads: Sequence[Upload], fetch: Fetch) -> Proposal:
        """Fetch and read uploaded files; each that cannot be used is refused by itself, and the rest is kept waiting.

        Parameters
        ----------
        uploads
            At most ten count.
        fetch
            Returns what stands at an address, or None where that fails.

        Raises
        ------
        DataUnwritable
            The files cannot be kept.
        """
        key = await asyncio.to_thread(self._files.begin)
        rejected: list[Rejected] = []
        names: dict[str, str] = {}
        for upload in uploads[:UPLOADS]:
            data = None if (refusal := _refusal(upload)) else await fetch(upload.url)
            if data is None:
                rejected.append(refusal or Rejected(origin=upload.filename, reason=UNFETCHED))
            else:
                origin = await asyncio.to_thread(self._files.stage, key, upload.filename, data)
                names[origin] = upload.filename
        articles, refused = await self._read(key, names)
        await asyncio.to_thread(self._files.drop, key, names.keys() - {file_of(each.origin) for each in articles})
        return Proposal(key=key, articles=articles, rejected=(*rejected, *refused))

    async def accept(self, key: str) -> None:
        """Put waiting files among the articles; raises ChangeGone where they wait no more."""
        async with self._moving:
            await asyncio.to_thread(self._files.accept, key)

    async def discard(self, key: str) -> None:
        """Forget waiting files; raises ChangeGone where they wait no more."""
        async with self._moving:
            await asyncio.to_thread(self._files.discard, key)

    async def page(self, number: int) -> ArticlePage:
        """Return a page of the articles, the last one for a number past it; raises as the library's host."""
        removed = len(await asyncio.to_thread(self._files.removed))
        source = await asyncio.to_thread(self._files.source)
        return await self._host.call(
            partial(_page, number=number, removed=removed, source=source, holds=self._files.holds)
        )

    async def named(self, words: str) -> str:
        """Return the id of the article of a title, or of the only title that holds the words; else these, as an id."""
        titled = await self._host.call(lambda library: library.titled(words))
        found = [titled] if titled else await self._host.call(lambda library: library.complete_titles(words, 2))
        return found[0].id if len(found) == 1 else words

    async def removal(self, article_id: str) -> Removal:
        """Return what goes with an article; raises UnknownArticle, and ArticleFileMissing for one of the sample."""
        removal = await self._host.call(partial(_removal, article_id=article_id))
        if not any(await asyncio.to_thread(lambda: [self._files.holds(file) for file in removal.files])):
            raise ArticleFileMissing
        return removal

    async def remove(self, article_id: str) -> None:
        """Take the files of an article out of the folder; raises UnknownArticle and ArticleFileMissing."""
        removal = await self.removal(article_id)
        titles = [each.title for each in (removal.article, *removal.others)]
        async with self._moving:
            await asyncio.to_thread(self._files.remove, removal.files, titles)

    async def removed(self) -> tuple[RemovedFiles, ...]:
        """Return what can be put back, the latest first."""
        return await asyncio.to_thread(self._files.removed)

    async def restore(self, key: str) -> None:
        """Put files back; raises ChangeGone where that was done."""
        async with self._moving:
            await asyncio.to_thread(self._files.restore, key)

    async def aliases(self) -> Aliases:
        """Return what the operator's ``aliases.toml`` holds."""
        return await asyncio.to_thread(self._files.aliases)

    async def set_aliases(self, name: str, add: str, remove: str = "") -> AliasChange:
        """List forms under a name and take others from there, each several with commas between.

        Raises
        ------
        AliasIncomplete, AliasUnusable
            There is no name or no form, or one of them is none.
        """
        forms = [*((form, False) for form in _forms(remove)), *((form, True) for form in _forms(add))]
        if not name.strip() or not forms:
            raise AliasIncomplete
        known = not isinstance(await self._host.call(lambda library: library.who(name)), NoMatch)
        async with self._moving:
            fates = await asyncio.to_thread(self._files.set_aliases, name, forms)
        return AliasChange(name=name, known=known, fates=fates)

    async def _read(self, key: str, names: dict[str, str]) -> tuple[tuple[Article, ...], list[Rejected]]:
        """Read staged files; a file that stands for an earlier one, or for an article that is served, is refused."""
        reading = await asyncio.to_thread(read_folder, self._files.staged(key))
        articles: list[Article] = []
        rejected = [replace(each, origin=_sent(each.origin, names)) for each in reading.rejected]
        for article in reading.articles:
            known = await self._served(article)
            if known is None:
                articles.append(article)
            copies = article.origins if known else article.origins[1:]
            for origin in copies:
                reason = SERVED if known else Reason.DUPLICATE_TEXT
                rejected.append(Rejected(origin=_sent(origin, names), reason=reason, detail=known))
        told = [*(each.origin for each in reading.rejected), *(each.origin or "" for each in reading.articles)]
        passed_over = [name for file, name in names.items() if not any(_is_of(origin, file) for origin in told)]
        return tuple(articles), [*rejected, *(Rejected(origin=name, reason=Reason.UNSUPPORTED) for name in passed_over)]

    async def _served(self, article: Article) -> str | None:
        """Return the title of an article of the operator's with this text, None where there is none."""
        try:
            known = await self._host.call(partial(_same, article=article))
        except CorpusError:  # no index, no duplicate in it
            return None
        if known is None or not await asyncio.to_thread(self._files.holds, known.origin):
            return None
        return known.title


def _forms(written: str) -> list[str]:
    return [form.strip() for form in _BETWEEN_FORMS.split(written) if form.strip()]


def _refusal(upload: Upload) -> Rejected | None:
    """Return why a file need not even be fetched, as far as its name and size tell."""
    if upload.filename.strip().lower() == _ALIASES:
        return Rejected(origin=upload.filename, reason=NAMES)
    suffix = PurePosixPath(upload.filename.rstrip()).suffix.lower()
    if suffix not in SUFFIXES:
        return Rejected(origin=upload.filename, reason=Reason.UNSUPPORTED, detail=suffix or None)
    if upload.size_bytes > SUFFIXES[suffix]:
        return Rejected(origin=upload.filename, reason=Reason.TOO_LARGE, detail=str(SUFFIXES[suffix]))
    return None if upload.size_bytes else Rejected(origin=upload.filename, reason=Reason.EMPTY)


def _sent(origin: str, names: Mapping[str, str]) -> str:
    """Return an origin, which may go on with a line or a number, under the name that its file was sent with."""
    file = next((file for file in names if _is_of(origin, file)), None)
    return origin if file is None else names[file] + origin.removeprefix(file)


def _is_of(origin: str, file: str) -> bool:
    return origin == file or origin.startswith((f"{file}:", f"{file}#"))


def _same(library: Library, *, article: Article) -> Article | None:
    """Return the served article of the same text; a search for how it begins finds it."""
    hits = library.search(article.text[:_OPENING_CHARS], limit=5).hits
    return next((hit.article for hit in hits if hit.article.text == article.text), None)


def _page(library: Library, *, number: int, removed: int, source: Source, holds: Callable[[str], bool]) -> ArticlePage:
    total = len(library.articles)
    pages = max(1, -(-total // LISTED))
    number = max(0, min(number, pages - 1))
    shown = tuple(library.articles[number * LISTED : (number + 1) * LISTED])
    own = frozenset(each.id for each in shown if any(map(holds, each.origins)))
    return ArticlePage(articles=shown, own=own, page=number, pages=pages, total=total, removed=removed, source=source)


def _removal(library: Library, *, article_id: str) -> Removal:
    """Find what shares a file with an article: a look at every article's origins, in the library's pool."""
    article = library.article(article_id)
    files = tuple(dict.fromkeys(file_of(origin) for origin in article.origins))
    others = tuple(
        each
        for each in library.articles
        if each.id != article_id and any(file_of(one) in files for one in each.origins)
    )
    return Removal(article=article, files=files, others=others)
