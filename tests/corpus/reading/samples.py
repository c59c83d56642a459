"""A small sound file of every format that can be read, in several encodings, with sentences of our own."""

import io
import json
import zipfile
from collections.abc import Mapping

from tests.corpus.reading.conftest import ENGLISH, SIMPLIFIED, TRADITIONAL

MEMBERS_OF_ZIP = {".docx", ".epub"}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def samples() -> dict[str, list[bytes]]:
    """Return files by their suffix."""
    text = f"海边的报纸\n\n2021-05-06 作者：林海\n\n{SIMPLIFIED}\n\n數(shù)學{TRADITIONAL}\n\n{ENGLISH}\n"
    blocks = "- 一\n- [二](x)\n\n| a | b |\n|-|-|\n| 1 | 2 |\n"
    markdown = f"---\ntitle: 海边的报纸\nauthor: 林海\n---\n# 海边的报纸\n\n{SIMPLIFIED}\n\n{blocks}"
    rows = [("海边的报纸", SIMPLIFIED), ("Sundays", ENGLISH)]
    table = "title,text\n" + "".join(f'"{title}","{body}"\n' for title, body in rows)
    lines = "".join(json.dumps({"title": title, "text": body}, ensure_ascii=False) + "\n" for title, body in rows)
    subtitles = "".join(f"{at}\n00:00:{at:02},000 --> 00:00:{at:02},900\n{ENGLISH}\n\n" for at in range(1, 4))
    return {
        ".txt": [
            text.encode(),
            text.encode("utf-16"),
            f"海边的报纸\n\n{SIMPLIFIED}".encode("gb18030"),
            f"海邊的報紙\n\n{TRADITIONAL}".encode("big5"),
        ],
        **{suffix: [subtitles.encode()] for suffix in (".srt", ".vtt")},
        ".md": [markdown.encode(), markdown.encode("gb18030")],
        ".markdown": [markdown.encode()],
        **{suffix: [_page().encode()] for suffix in (".html", ".htm", ".xhtml")},
        ".csv": [table.encode(), table.encode("utf-8-sig")],
        ".tsv": [table.replace(",", "\t").encode()],
        **{suffix: [lines.encode()] for suffix in (".jsonl", ".ndjson")},
        ".json": [b"[" + lines.strip().replace("\n", ",").encode() + b"]"],
        ".docx": [zipped(docx_members())],
        ".epub": [zipped(epub_members())],
        ".pdf": _pdfs(),
    }


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of members, whose names may be anything; the same archive for the same members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def docx_members() -> dict[str, bytes]:
    """Return what a document of a word processor consists of at least."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in ("海边的报纸", SIMPLIFIED, ENGLISH))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}</w:body></w:document>'.encode(),
    }


def epub_members() -> dict[str, bytes]:
    """Return what a book of one chapter consists of."""
    return {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": (
            b'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            b'<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
        ),
        "book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>海边的报纸</dc:title>'
            '<dc:creator>林海</dc:creator><dc:language>zh</dc:language><dc:identifier id="id">x</dc:identifier>'
            "</metadata>"
            '<manifest><item id="c" href="text/c.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="c"/></spine></package>'
        ).encode(),
        "text/c.xhtml": (
            f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>海边的报纸</h1><p>{SIMPLIFIED}</p></body></html>'
        ).encode(),
    }


def _page() -> str:
    menu = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("首页", "财经", "科技", "登录"))
    return (
        '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>海边的报纸 - 小镇网</title>'
        '<meta name="author" content="林海"></head>'
        f"<body><nav><ul>{menu}</ul></nav><article><h1>海边的报纸</h1><time datetime='2021-05-06'>2021年5月6日</time>"
        f"<p>{SIMPLIFIED}</p><p>{TRADITIONAL}</p><ul><li>一</li><li>二</li></ul>"
        "<table><tr><td>1</td><td>2</td></tr></table>"
        f"<p>{ENGLISH}</p></article><footer>© 小镇网</footer><script>var a = 1;</script></body></html>"
    )


def _pdfs() -> list[bytes]:
    """Return a page in Chinese, packed, and one in English, plain, so that changes reach the file and the text."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  slow, and only some tests need a PDF
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    files = []
    for font, body, packed in (("STSong-Light", SIMPLIFIED, 1), ("Helvetica", ENGLISH, 0)):
        file = io.BytesIO()
        canvas = Canvas(file, pageCompression=packed, invariant=1)
        canvas.setFont(font, 12)
        for line in range(0, len(body), 40):
            canvas.drawString(72, 700 - line, body[line : line + 40])
        canvas.save()
        files.append(file.getvalue())
    return files
