"""DOCX files, made by python-docx and by hand."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.reading.document import Document, read_documents
from corpus.reading.reasons import Reason, Refused

FIRST = "海边小镇的报纸在去年冬天换了新的印刷机，编辑们为此等了整整三年。"
SECOND = "印刷机从北方运来，路上走了十一天，最后由渔船从港口拖上岸。"
THIRD = "第一期新报纸只有四页，却写满了渔民、灯塔和潮汐的故事。"


def made(fill: Callable[[docx.document.Document], None], **properties: object) -> bytes:
    document = docx.Document()
    for name, value in {"created": dt.datetime(2024, 5, 6, tzinfo=dt.UTC), "author": "林砚舟", **properties}.items():
        setattr(document.core_properties, name, value)
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plain(document: docx.document.Document) -> None:
    document.add_heading("小镇换了印刷机", 0)
    for paragraph in (FIRST, SECOND, THIRD):
        document.add_paragraph(paragraph)


def read(data: bytes) -> Article:
    (document,) = read_documents(data, "a.docx", ".docx")
    assert isinstance(document, Document)
    return document.article


def refusal(data: bytes) -> Reason:
    with pytest.raises(Refused) as refused:
        read(data)
    return refused.value.reason


def test_text_title_author_and_date_come_back() -> None:
    """The title at the top, the author and the date of the properties."""
    article = read(made(plain))
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert (article.title, article.author, article.published) == ("小镇换了印刷机", "林砚舟", "2024-05-06")
    assert article.language == "zh-Hans"


def test_the_date_of_a_template_is_nobody_s() -> None:
    """Programs that fill python-docx's leave it in their files."""
    made_by_program = made(plain, created=dt.datetime(2013, 12, 23, 23, 15, tzinfo=dt.UTC))
    assert read(made_by_program).published is None


def test_what_the_text_says_counts_before_the_properties() -> None:
    """A template's title and an account's name are nobody's words, and a date below the title is the author's."""

    def fill(document: docx.document.Document) -> None:
        document.add_heading("小镇换了印刷机", 1)
        document.add_paragraph("作者：何潮生 2023年1月2日")
        document.add_paragraph(FIRST)
        document.add_paragraph(SECOND)

    article = read(made(fill, title="公司通用模板", author="Administrator"))
    assert (article.title, article.author, article.published) == ("小镇换了印刷机", "何潮生", "2023-01-02")


def test_the_title_of_the_properties_is_used_where_the_text_has_none() -> None:
    """Unless it is the name of a file."""

    def fill(document: docx.document.Document) -> None:
        document.add_paragraph(FIRST)
        document.add_paragraph(SECOND)

    assert read(made(fill, title="小镇换了印刷机")).title == "小镇换了印刷机"
    assert read(made(fill, title="终稿2.docx")).title.startswith("海边小镇")


def test_tables_breaks_and_lists_are_kept() -> None:
    """The rows of a table are lines of one paragraph; a table that only frames text is none."""

    def fill(document: docx.document.Document) -> None:
        plain(document)
        table = document.add_table(2, 2)
        for cell, text in zip(
            [*table.rows[0].cells, *table.rows[1].cells], ["日期", "潮高", "一月", "3.2"], strict=True
        ):
            cell.text = text
        frame = document.add_table(1, 1)
        frame.rows[0].cells[0].text = "后来旧机器送给了学校。"
        document.add_paragraph("第一行\n第二行").add_run("\t续")

    paragraphs = read(made(fill)).text.split("\n\n")
    assert paragraphs[3:] == ["日期 | 潮高\n一月 | 3.2", "后来旧机器送给了学校。", "第一行", "第二行 续"]


def test_the_text_is_what_a_reader_sees() -> None:
    """Insertions, links, fields and boxes count; deletions, moved and hidden alternatives do not, nor ruby readings."""
    seen = (
        '<w:p {ns}><w:r><w:t xml:space="preserve">甲</w:t></w:r><w:ins w:id="1"><w:r><w:t>乙</w:t></w:r></w:ins>'
        '<w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>'
        "<w:hyperlink><w:r><w:t>丙</w:t></w:r></w:hyperlink>"
        "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>"
        "<w:sdt><w:sdtContent><w:r><w:t>丁</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:ruby><w:rt><w:r><w:t>wù</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>戊</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>，海边的小镇有一份报纸。</w:t></w:r></w:p>"
    ).format(ns=nsdecls("w"))

    def fill(document: docx.document.Document) -> None:
        document.element.body.insert(0, parse_xml(seen))
        document.add_paragraph(FIRST)

    assert read(made(fill, title="甲乙")).text == f"甲乙丙丁戊，海边的小镇有一份报纸。\n\n{FIRST}"


def test_what_is_framed_is_read() -> None:
    """The paragraphs of a content control, and of a text box inside a paragraph."""
    inside = "<w:p {ns}><w:r><w:t>盒子里。</w:t></w:r></w:p>"
    framed = (
        "<w:sdt {ns}><w:sdtContent><w:p><w:r><w:t>框里的一段。</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        f"<w:p {{ns}}><w:r><w:t>框外。</w:t><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>",
    )

    def fill(document: docx.document.Document) -> None:
        for place, piece in enumerate(framed):
            document.element.body.insert(place, parse_xml(piece.format(ns=nsdecls("w"))))
        document.add_paragraph(FIRST)

    assert read(made(fill, title="框")).text == f"框里的一段。\n\n框外。\n\n盒子里。\n\n{FIRST}"


def repacked(data: bytes, name: str, content: bytes | None) -> bytes:
    """Return an archive with one member replaced, or left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        if content is not None:
            new.writestr(name, content)
    return buffer.getvalue()


BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY x SYSTEM "file:///etc/hostname">]>
<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>Tide &b; tables.&x;</w:t></w:r></w:p></w:body></w:document>"""


def test_a_file_without_a_directory_is_read() -> None:
    """The document lies where it nearly always does."""
    assert read(repacked(made(plain), "_rels/.rels", None)).title == "小镇换了印刷机"


def test_entities_are_not_expanded() -> None:
    """Neither those that multiply nor those that name a file."""
    assert read(repacked(made(plain), "word/document.xml", BOMB)).text == "Tide"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.DAMAGED),
        (b"PK\x03\x04 and no more", Reason.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc", Reason.DAMAGED),
        (repacked(made(plain), "word/document.xml", None), Reason.DAMAGED),
        (repacked(made(plain), "word/document.xml", b"<w:document"), Reason.DAMAGED),
        (repacked(made(plain), "word/document.xml", b"<a>" * 300 + b"</a>" * 300), Reason.DAMAGED),
        (made(lambda _: None), Reason.EMPTY),
    ],
    ids=["nothing", "cut", "password", "old", "no document", "no XML", "too deep", "empty"],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: Reason) -> None:
    """With the reason that its owner can do something about."""
    assert refusal(data) is reason


@settings(max_examples=60)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_a_mutated_file_gives_an_article_or_a_reason(at: int, noise: bytes) -> None:
    """One flipped byte costs at most the file."""
    data = SAMPLE
    at %= len(data)
    try:
        article = read(data[:at] + noise + data[at + len(noise) :])
    except Refused as refused:
        assert refused.reason in set(Reason)  # noqa: PT017  either is right
    else:
        assert article.text


SAMPLE = made(plain)
