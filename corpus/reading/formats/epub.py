"""EPUB books: a chapter is an article, the book its source. What must not live here: what cleaning cuts from text."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urldefrag

from corpus.reading.draft import BadLine, Draft
from corpus.reading.encoding import decode_page
from corpus.reading.formats.archive import Archive
from corpus.reading.front_matter import checked
from corpus.reading.markup import html_tree, paragraphs, shown
from corpus.reading.plain_text import normalise
from corpus.reading.reasons import Reason, Refused

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_PAGES = {"application/xhtml+xml", "text/html"}
_CHAPTER_HEADINGS = {"h1", "h2"}
_FONT_KEYS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_Labels = Mapping[tuple[str, str], str]


@dataclass(slots=True)
class _Chapter:
    """A chapter under way, and what the contents or its heading call it."""

    title: str | None = None
    paragraphs: list[str] = field(default_factory=list)


def read_epub(data: bytes) -> list[Draft | BadLine]:
    """Return the chapters of a book, as its table of contents or its headings part it.

    The author, date and language of the book are those of each chapter, its title is their source.

    Raises
    ------
    Refused
        As :class:`corpus.reading.formats.archive.Archive`; ``encrypted`` where a seller's key protects the pages.
    """
    archive = Archive(data)
    package_name = _package_name(archive)
    package = archive.xml(package_name)
    if not len(package):
        raise Refused(Reason.DAMAGED)
    book = _Book(archive, posixpath.dirname(package_name), package)
    chapters = [chapter for chapter in book.chapters() if any(map(str.strip, chapter.paragraphs))]
    alone = len(chapters) == 1
    drafts: list[Draft | BadLine] = []
    for chapter in chapters:
        said = {
            "title": chapter.title or (book.said("title") if alone else None),
            "author": book.said("creator"),
            "source": book.said("publisher") if alone else book.said("title"),
            "published": (book.said("date") or "")[:10],
            "language": book.said("language"),
        }
        drafts.append(Draft(said=checked(said), text=normalise("\n\n".join(chapter.paragraphs))))
    return drafts


def _package_name(archive: Archive) -> str:
    root_file = archive.xml("META-INF/container.xml").find(".//{*}rootfile")
    if root_file is None:
        raise Refused(Reason.DAMAGED)
    for method in archive.xml("META-INF/encryption.xml").iter("{*}EncryptionMethod"):
        if not str(method.get("Algorithm")).startswith(_FONT_KEYS):
            raise Refused(Reason.ENCRYPTED)
    return str(root_file.get("full-path"))


class _Book:
    """The package of a book: what it says, its pages in reading order, and its table of contents."""

    def __init__(self, archive: Archive, folder: str, package: Any) -> None:
        self._archive = archive
        self._folder = folder
        self._package = package
        self._items = {str(item.get("id")): item for item in package.iterfind("{*}manifest/{*}item")}

    def said(self, name: str) -> str | None:
        """Return what the metadata say under a name: all creators, the first of anything else."""
        found = (element.text or "" for element in self._package.iterfind(f"{{*}}metadata/{_DUBLIN_CORE}{name}"))
        values = [value for value in map(str.strip, found) if value]
        return (", ".join(values) if name == "creator" else values[0]) if values else None

    def chapters(self) -> list[_Chapter]:
        """Return the chapters in order; what stands before the first beginning is one without a title."""
        labels = self._labels()
        chapters = [_Chapter()]
        for reference in self._package.iterfind("{*}spine/{*}itemref"):
            item = self._items.get(str(reference.get("idref")))
            if item is None or item.get("media-type") not in _PAGES or "nav" in str(item.get("properties")).split():
                continue
            name, root = self._page(item)
            for piece in _parts(root, name, labels):
                if isinstance(piece, _Chapter):
                    chapters.append(piece)
                else:
                    chapters[-1].paragraphs.append(piece)
        return chapters

    def _page(self, item: Any) -> tuple[str, Any]:
        """Return the name and the root of a page, which may be XHTML or only said to be; an empty one if missing."""
        name, _ = _resolved(self._folder, str(item.get("href")))
        return name, html_tree(decode_page(self._archive.read(name) or b""))

    def _labels(self) -> _Labels:
        """Return the titles in the table of contents by page and place on it.

        Places inside a page begin chapters only at the topmost level: below it, they are sections.
        """
        labels: dict[tuple[str, str], str] = {}
        for item in self._items.values():
            if "nav" in str(item.get("properties")).split() or item.get("media-type") == "application/x-dtbncx+xml":
                name, root = self._page(item)
                for label, target, depth in _contents(root):
                    place = _resolved(posixpath.dirname(name), target)
                    if label and (depth == 1 or not place[1]):
                        labels.setdefault(place, label)
        return labels


def _resolved(folder: str, reference: str) -> tuple[str, str]:
    """Return a member's name and the place in it that a reference from a folder means."""
    path, place = urldefrag(reference)
    return posixpath.normpath(posixpath.join(folder, unquote(path))), place


def _contents(root: Any) -> Iterator[tuple[str, str, int]]:
    """Yield each entry of a table of contents: its label, what it refers to, and its level from 1."""
    tables = [nav for nav in root.iter("nav") if "toc" in nav.attrib.values()] or [root]
    for link in tables[0].iter("a"):
        yield shown(link), str(link.get("href")), sum(1 for _ in link.iterancestors("ol"))
    for point in root.iter("navpoint"):
        label, content = point.find("navlabel/text"), point.find("content")
        if label is not None and content is not None:
            yield shown(label), str(content.get("src")), 1 + sum(1 for _ in point.iterancestors("navpoint"))


def _parts(root: Any, name: str, labels: _Labels) -> Iterator[str | _Chapter]:
    """Yield the paragraphs of a page, and where the contents begin a chapter; its headings do where there are none."""
    if (name, "") in labels:
        yield _Chapter(labels[name, ""])

    def begun(element: Any) -> _Chapter | None:
        label = labels.get((name, str(element.get("id"))))
        if label is None and not labels and element.tag in _CHAPTER_HEADINGS:
            label = shown(element)
        return _Chapter(label) if label else None

    if (body := root.find("body")) is not None:
        yield from paragraphs(body, begun)
