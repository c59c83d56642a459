"""DOCX files: their text as a reader sees it. What must not live here: what cleaning cuts from text."""

import posixpath
from collections.abc import Iterator
from typing import Any

from corpus.reading.dates import iso_date
from corpus.reading.draft import BadLine, Draft
from corpus.reading.formats.archive import Archive, local_name
from corpus.reading.formats.properties import stated_author, stated_title
from corpus.reading.front_matter import checked
from corpus.reading.plain_text import normalise
from corpus.reading.reasons import Reason, Refused

# What a reader does not see, or sees elsewhere: text taken back or moved away, text for programs without a newer
# feature, the reading above a character, and formats.
_UNSEEN = {"del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr"}
_AS_TEXT = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TITLES = {"title", "heading 1"}


def read_docx(data: bytes) -> list[Draft | BadLine]:
    """Return the article of a DOCX file, with what its properties say of it.

    Insertions under review are part of the text, deletions are not; the cells of a table's row are parted by `` | ``.
    A title at the top counts before that of the properties, which templates leave behind.

    Raises
    ------
    Refused
        As :class:`corpus.reading.formats.archive.Archive`; ``damaged`` where there is no document in it.
    """
    archive = Archive(data)
    name = _document_name(archive)
    body = archive.xml(name).find("{*}body")
    if body is None:
        raise Refused(Reason.DAMAGED)
    styles = _style_names(archive.xml(posixpath.join(posixpath.dirname(name), "styles.xml")))
    properties = archive.xml("docProps/core.xml")
    said = {
        "title": stated_title(properties.findtext("{*}title")),
        "author": stated_author(properties.findtext("{*}creator")),
    }
    paragraphs: list[str] = []
    titled = False
    for style, text in _paragraphs(body):
        if text and not paragraphs and not titled and styles.get(style, style).lower() in _TITLES:
            said["title"], titled = text, True
        elif text:
            paragraphs.append(text)
    return [
        Draft(
            said=checked(said),
            made=iso_date(properties.findtext("{*}created", "")[:10]),
            text=normalise("\n\n".join(paragraphs)),
        )
    ]


def _document_name(archive: Archive) -> str:
    """Return where the main document lies, by the file's own directory or else where it nearly always does."""
    for relation in archive.xml("_rels/.rels"):
        if str(relation.get("Type")).endswith("/officeDocument"):
            return str(relation.get("Target")).lstrip("/")
    return "word/document.xml"


def _style_names(root: Any) -> dict[str, str]:
    """Return the names of styles, which are English in any language of the program, by their ids, which are not."""
    names = {}
    for style in root.iterfind("{*}style"):
        name = style.find("{*}name")
        names[_attribute(style, "styleId")] = _attribute(name, "val") if name is not None else ""
    return names


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _paragraphs(container: Any) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a document's part, each with the id of its style."""
    for child in container:
        name = local_name(child)
        if name == "p":
            style = child.find("{*}pPr/{*}pStyle")
            for line in "".join(_text(child)).split("\n"):
                yield _attribute(style, "val") if style is not None else "", line.strip()
        elif name == "tbl":
            yield from _table(child)
        elif name not in _UNSEEN:
            yield from _paragraphs(child)


def _table(table: Any) -> Iterator[tuple[str, str]]:
    """Yield a table as one paragraph with a line for a row; one of single cells only frames its paragraphs."""
    rows = [[cell for cell in row if local_name(cell) == "tc"] for row in table if local_name(row) == "tr"]
    if all(len(cells) <= 1 for cells in rows):
        for cells in rows:
            for cell in cells:
                yield from _paragraphs(cell)
        return
    lines = (" | ".join(" ".join(text for _, text in _paragraphs(cell)).strip() for cell in cells) for cells in rows)
    yield "", "\n".join(lines)


def _text(element: Any) -> Iterator[str]:
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name == "p":  # in a text box
            yield "\n" + "".join(_text(child)) + "\n"
        elif name in _AS_TEXT:
            yield _AS_TEXT[name]
        elif name not in _UNSEEN:
            yield from _text(child)
