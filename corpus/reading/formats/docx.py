"""DOCX files: their text as a reader sees it. What must not live here: what cleaning cuts from text."""

import posixpath
from typing import Any

from corpus.reading.draft import BadLine, Draft
from corpus.reading.formats.archive import Archive, local_name
from corpus.reading.formats.properties import stated_author, stated_day, stated_title
from corpus.reading.front_matter import checked
from corpus.reading.markup import paragraphs, shown
from corpus.reading.plain_text import normalise
from corpus.reading.reasons import Reason, Refused

_TITLES = {"title", "heading 1"}
# What a reader sees elsewhere: text moved away, and text for programs without a newer feature.
_UNSEEN = ("moveFrom", "Fallback")
_AS_HTML = {"tbl": "table", "tc": "td", "cr": "br"}
_AS_TEXT = {"tab": " ", "noBreakHyphen": "-"}


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
    _rename(body, _title_styles(archive.xml(posixpath.join(posixpath.dirname(name), "styles.xml"))))
    found = paragraphs(body)
    title = next(filter(None, map(shown, body.iter("h1"))), None)
    titled = bool(title) and found[0] == title
    properties = archive.xml("docProps/core.xml")
    said = {
        "title": title if titled else stated_title(properties.findtext("{*}title")),
        "author": stated_author(properties.findtext("{*}creator")),
    }
    return [
        Draft(
            said=checked(said),
            made=stated_day(properties.findtext("{*}created", "")),
            text=normalise("\n\n".join(found[titled:])),
        )
    ]


def _document_name(archive: Archive) -> str:
    """Return where the main document lies, by the file's own directory or else where it nearly always does."""
    for relation in archive.xml("_rels/.rels"):
        if str(relation.get("Type")).endswith("/officeDocument"):
            return str(relation.get("Target")).lstrip("/")
    return "word/document.xml"


def _title_styles(root: Any) -> set[str]:
    """Return the ids of the styles of titles; their names are English in any language of the program, ids are not."""
    return {
        str(style_id)
        for name in root.iterfind("{*}style/{*}name")
        for style_id in name.xpath("../@*[local-name()='styleId']")
        if _TITLES.intersection(map(str.lower, name.values()))
    }


def _rename(body: Any, title_styles: set[str]) -> None:
    """Give elements the names of HTML's, and text to those alone whose text is shown: no format, no deletion."""
    from lxml import etree  # noqa: PLC0415  as in parse_xml

    etree.strip_elements(body, etree.Entity, *(f"{{*}}{name}" for name in _UNSEEN))
    for element in body.iter("*"):
        name = local_name(element)
        style = element.find("{*}pPr/{*}pStyle") if name == "p" else None
        if style is not None and not title_styles.isdisjoint(style.values()):
            name = "h1"
        element.tag = _AS_HTML.get(name, name)
        element.text = element.text if name == "t" else _AS_TEXT.get(name)
        element.tail = "\n" if name == "p" else None
    for table in list(body.iter("table")):
        rows = table.findall("tr")
        if all(len(row.findall("td")) < 2 for row in rows):  # it only frames what stands in it
            for each in (table, *rows, *table.iterfind("tr/td")):
                each.tag = "div"
